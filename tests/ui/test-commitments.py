#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A commitment's whole year in the real window: who is expected, written, received, held to its
headings, rated, concluded; who has not yet; forms and lists that leave the office."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-12-20"
PEOPLE = """Họ và tên,Ngày sinh,Đơn vị,Chi bộ,Chức vụ,Diện,Diện Ban Thường vụ quản lý
Lê Mẫu An,1/2/1980,Văn phòng Thị ủy,Chi bộ mẫu,Chánh Văn phòng,Đảng viên chính thức,Có
Lê Mẫu Bình,3/4/1985,Văn phòng Thị ủy,Chi bộ mẫu,Chuyên viên,Đảng viên chính thức,
Lê Mẫu Châu,,Ban Tuyên giáo Thị ủy,,Chuyên viên,"Công chức, viên chức, người lao động",
"""


class Office(harness.Program):
    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-commitments-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        pathlib.Path(self.path("people.csv")).write_text(PEOPLE, encoding="utf-8")
        harness.cli("import", "people", self.file, self.path("people.csv"))
        super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def entry(self, person):
        entries = json.loads(harness.cli("register", self.file, "commitments", "--json"))
        return next((entry for entry in entries if entry["person"] == person), None)

    def lines(self, text):
        self.wait_find("label", rf"^{text}$")

    def field(self, name, *roles):
        roles = roles or ("text", "entry")
        return self.wait_for(
            lambda: next((node for node in self.windows()[-1].walk()
                          if node.role in roles and node.name == name), None),
            f"the field {name}")

    def focus_on(self, name, *roles):
        """A form is longer than the window: Tab goes through it, and scrolls."""
        node = self.field(name, *roles)
        for _ in range(60):
            if any(part.has_state("focused") for part in node.walk()):
                return node
            self.key("Tab")
            time.sleep(0.05)
        raise harness.Missing(f"Tab never comes to {name}")

    def fill(self, name, text):
        self.focus_on(name)
        self.key("ctrl+a")
        self.type(text)
        self.key("Tab")

    def choose(self, name, place):
        """The choice at this place, from 1."""
        self.focus_on(name, "combo box")
        self.key("space", *["Down"] * place, "Return")
        self.key("Tab")

    def save_as(self, path):
        self.wait_for(lambda: len(self.windows()) == 2, "the choice of a file")
        node = self.wait_for(
            lambda: next((node for node in self.find_all("text")
                          if node.text.endswith(pathlib.Path(path).suffix)), None),
            "the name of the file")
        node.press()
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")
        self.wait_for(lambda: pathlib.Path(path).exists(), f"the file {path}")


def a_commitment_goes_through_its_year():
    with Office("commitment-year") as office:
        office.click("list item", r"^Cam kết$")
        office.wait_find("label", r"^2023: chưa có người phải cam kết")

        # Expected: the year is what the page is of, and no filter
        office.wait_find("label", r"^Chưa có gì của năm 2023$")
        tap.equal(office.find_all("push button", r"^Bỏ các bộ lọc$"), [], "filters to clear")
        tap.equal(len(office.find_all("push button", r"^Thêm người phải cam kết…$")), 2)
        office.find_all("push button", r"^Thêm người phải cam kết…$")[-1].click()
        office.wait_find("label", r"^Mỗi người có mặt trong sổ Người")
        office.find_all("push button", r"^Thêm$")[-1].click()
        office.lines("3 dòng")
        office.wait_find("label", r"^2023: đã cam kết 0/3 \(0,0%\) · diện quản lý đã nộp 0/1")
        tap.equal(office.entry("Lê Mẫu An")["position"], "Chánh Văn phòng")
        tap.equal(office.entry("Lê Mẫu Châu")["kind"], "official")

        # Written and received
        office.wait_find("label", r"^Lê Mẫu An$").press()
        office.field("Người cam kết").press()
        office.fill("Ngày viết", "10/1")
        office.fill("Chi bộ nhận", "12/1")
        office.fill("Ban Tuyên giáo nhận", "9/1")
        office.wait_find("label", r"^Ngày nhận trước ngày viết")
        office.key("shift+Tab")
        office.fill("Ban Tuyên giáo nhận", "20/1")
        office.fill("Tổ chức - Nội vụ nhận", "25/1")
        office.fill("Tư tưởng chính trị", "Giu vung lap truong")
        office.fill("Theo dõi thực hiện", "Da lam xong viec quy I")
        office.wait_find("label", r"^2023: đã cam kết 1/3 \(33,3%\) · diện quản lý đã nộp 1/1")
        tap.equal(office.entry("Lê Mẫu An")["state"], "received")

        # The year's end
        office.choose("Tự xếp loại: tư tưởng chính trị", 2)
        office.choose("Xếp loại cuối năm", 1)
        office.fill("Kết luận của Ban Thường vụ", "Dong y")
        office.key("Escape")
        entry = office.wait_for(
            lambda: (office.entry("Lê Mẫu An") or {}).get("conclusion") == "Dong y"
            and office.entry("Lê Mẫu An"), "the conclusion in the file")
        tap.equal(entry["state"], "rated")
        tap.equal(entry["ideology_rating"], "good")
        tap.equal(entry["final"], "excellent")
        tap.equal(entry["received_by_tcnv_on"], "2023-01-25")

        # More excellent than the office allows
        office.wait_find("push button", r"^Việc khác với cam kết").press()
        office.click("menu item", r"^Tỷ lệ xuất sắc…$")
        office.fill("Phần trăm của số tốt", "20")
        office.click("push button", r"^Đặt mức$")
        office.wait_find("label", r"^◐ 1 đơn vị có số xuất sắc vượt 20% số tốt")

        # Who has not yet
        office.click("push button", r"^2 chưa cam kết$")
        office.lines("2 dòng")
        tap.equal(office.find("label", r"^Lê Mẫu An$"), None, "listed all the same")

        # Nothing has all that is looked for: it says what that is, and stays of the year
        office.field("Tìm trong sổ này").press()
        office.type("khong ai")
        office.wait_find("label", r"^Không dòng nào có đủ những điều đang tìm: "
                                  r"Trạng thái: Chưa viết; những từ “khong ai”\.$")
        office.find_all("push button", r"^Bỏ các bộ lọc$")[-1].click()
        office.lines("3 dòng")
        office.wait_find("push button", r"^Lọc theo Năm: 2023$")
        office.wait_for(lambda: not office.find_all("push button", r"^Bỏ các bộ lọc$"),
                        "nothing more to clear")
        office.click("push button", r"^2 chưa cam kết$")
        office.lines("2 dòng")

        # Forms of all that are shown, in one file
        office.wait_find("push button", r"^Bản cam kết$").press()
        office.click("menu item", r"^Tất cả vào một PDF…$")
        office.save_as(office.path("ban-cam-ket.pdf"))
        text = office.wait_for(
            lambda: subprocess.run(["pdftotext", "-layout", office.path("ban-cam-ket.pdf"), "-"],
                                   capture_output=True, text=True).stdout, "the forms")
        tap.equal([name for name in ("Lê Mẫu An", "Lê Mẫu Bình", "Lê Mẫu Châu")
                   if f"Tôi tên là: {name}" in text], ["Lê Mẫu Bình", "Lê Mẫu Châu"], "the forms")


def one_person_entered_twice_is_made_one():
    with Office("person-twice") as office:
        office.click("list item", r"^Sổ theo dõi$")
        office.lines("3 dòng")
        office.click("push button", r"^Thêm$")
        office.wait_for(lambda: office.field("Họ và tên").has_state("focused"), "the form")
        office.type("le mau an")
        office.key("Tab")
        office.fill("Đơn vị", "VP")
        office.wait_find("label", r"^◐ Đã có, có thể là một:\nLê Mẫu An · 1/2/1980")
        office.key("Escape")
        office.lines("4 dòng")
        office.wait_find("label", r"^le mau an$").press()
        office.click("push button", r"^Nhập làm một…$")
        office.wait_find("label", r"^Giữ lại dòng nào\?$")
        office.wait_find("check box", r"^Họ và tên: Lê Mẫu An").press()
        office.click("push button", r"^Nhập làm một( |$)")
        office.lines("3 dòng")
        tap.equal(office.find("label", r"^le mau an$"), None, "there still")
        office.key("ctrl+z")
        office.lines("4 dòng")


tap.run(a_commitment_goes_through_its_year, one_person_entered_twice_is_made_one)
