#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register that is declared in a test file, and nothing else of it, has in the real window all
that a register has: list, form, validation, help, search, filters, saved views, edits of many, a
list taken in, Excel, paper, history and undo. What the window says is held against the file."""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import openpyxl

import harness
import tap

DAY = "2023-04-15"


class Office(harness.Program):
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-sample-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        program = str(harness.BUILD / "tests/ui/sample-window")
        super().__init__(name="one-more-register", command=[program, "--on", DAY, self.file])

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def rows(self, columns="name, code, state"):
        """As the file has them."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as database:
            return database.execute(f"SELECT {columns} FROM sample ORDER BY name").fetchall()

    def wait_rows(self, rows, columns="name, code, state"):
        self.wait_for(lambda: self.rows(columns) == rows, f"in the file: {rows}")

    def lines(self, text):
        self.wait_find("label", rf"^{text}$")

    def field(self, name, *roles):
        roles = roles or ("text", "entry")
        return self.wait_for(
            lambda: next((node for node in self.windows()[-1].walk()
                          if node.role in roles and node.name == name), None),
            f"the field {name}")

    def reach(self, name, *roles):
        """A form is longer than the window: Tab goes through it, and scrolls."""
        for _ in range(60):
            node = self.field(name, *roles)
            if any(part.has_state("focused") for part in node.walk()):
                return node
            self.key("Tab")
        raise harness.Missing(f"Tab never comes to {name}")

    def fill(self, name, text):
        self.reach(name)
        self.key("ctrl+a")
        self.type(text)

    def act(self, name):
        """One of the register's menu."""
        self.find_all("push button", r"^Việc khác với sổ này .")[-1].press()
        self.click("menu item", name)

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


def fill_the_form(office):
    office.wait_find("label", r"^What tests keep\.")  # its help, before there is a line
    office.find_all("push button", r"^Thêm$")[-1].click()
    office.wait_for(lambda: office.field("Tên").has_state("focused"), "the first field")
    office.type("Mot")
    tap.equal(office.field("Mã").description, "As it stands on the box", "the field's help")
    office.fill("Mã", "A1")
    office.fill("Ghi chú", "ghi nho mau")
    office.fill("Các đơn vị trong khối", "40/30")
    office.key("Tab")
    office.wait_find("label", r"^Số đếm lớn hơn")
    office.key("shift+Tab")
    office.fill("Các đơn vị trong khối", "28/30")
    office.fill("Ngày", "3/4")
    office.fill("Đơn vị", "DU-PHO-HOA")
    office.key("Escape")
    office.lines("1 dòng")
    # The quarter and the length were computed.
    office.wait_rows([("Mot", 28, 30, "2023-04-03", "2023-Q2", 11)],
                     "name, members, members_total, day, period, length")


def undo_and_redo(office):
    office.key("ctrl+z")
    office.wait_rows([])
    office.key("ctrl+shift+z")
    office.wait_rows([("Mot", "A1", None)])
    office.lines("1 dòng")


def take_in_a_list(office):
    office.act(r"^Nhập danh sách…$")
    office.wait_for(lambda: office.field("Danh sách đã dán").has_state("focused"), "the list")
    for line in ("Ten goi;Ma so;Tinh trang;Ngay", "Hai;B2;Dang lam;5/4/2023",
                 "Ba;C3;Xong;6/4/2023", "Mot;A1;Xong;3/4/2023"):
        office.type(line)
        office.key("Return")
    office.wait_find("label", r"^Hàng 2, mới: Hai$")
    office.click("push button", r"^Nhập$")
    office.lines("3 dòng")
    office.wait_rows([("Ba", "C3", "done"), ("Hai", "B2", "open"), ("Mot", "A1", "done")])


def search_filter_and_keep_the_view(office):
    office.field("Tìm trong sổ này").press()
    office.type("hai")
    office.lines("1 dòng")
    office.key("ctrl+a", "BackSpace")
    office.lines("3 dòng")
    office.find_all("push button", r"^Lọc theo Trạng thái")[-1].press()
    office.wait_find("check box", r"^Mở$")
    office.key("space", "Escape")
    office.lines("1 dòng")
    office.act(r"^Lưu cách xem này…$")
    office.wait_for(lambda: office.field("Tên cách xem").has_state("focused"), "the view's name")
    office.type("Con dang lam")
    office.key("Return")
    office.wait_for(lambda: len(office.windows()) == 1, "the question to go")
    with sqlite3.connect(f"file:{office.file}?mode=ro", uri=True) as database:
        tap.equal(database.execute("SELECT title FROM saved_view").fetchall(),
                  [("Con dang lam",)], "the views kept")
    office.find_all("push button", r"^Bỏ các bộ lọc$")[-1].click()
    office.lines("3 dòng")


def edit_many(office):
    office.wait_find("label", r"^Hai$").press()
    office.key("ctrl+a")
    office.lines("3 dòng · 3 đang chọn")
    office.find_all("push button", r"^Sửa hàng loạt…$")[-1].click()
    office.wait_find("push button", r"^Ghi vào 3 dòng$")
    office.fill("Tên", "Chung")
    office.click("push button", r"^Ghi vào 3 dòng$")
    office.wait_rows([("Chung",)] * 3, "name")
    office.wait_for(lambda: len(office.windows()) == 1, "the small window to go")
    office.key("ctrl+z")
    office.wait_rows([("Ba",), ("Hai",), ("Mot",)], "name")


def send_it_out(office):
    office.act(r"^Xuất ra Excel…$")
    office.save_as(office.path("so.xlsx"))
    cells = [value for row in
             openpyxl.load_workbook(office.path("so.xlsx")).active.iter_rows(values_only=True)
             for value in row]
    tap.equal([word in cells for word in ("Tên gọi", "Tình trạng", "Ba", "Hai", "Xong", "A1")],
              [True] * 6, "on the sheet")
    office.act(r"^Xuất ra PDF…$")
    office.save_as(office.path("so.pdf"))
    text = subprocess.run(["pdftotext", "-layout", office.path("so.pdf"), "-"],
                          capture_output=True, text=True, check=True).stdout
    tap.equal([word in text.upper() for word in ("SỔ MẪU", "BA", "HAI")], [True] * 3, "on paper")


def one_more_register_has_every_ability():
    with Office() as office:
        office.click("list item", r"^Sổ theo dõi$")
        office.click("list item", r"^Samples$")
        for ability in (fill_the_form, undo_and_redo, take_in_a_list,
                        search_filter_and_keep_the_view, edit_many, send_it_out):
            ability(office)
        # Undo tells what it takes back; the history is that of the whole workbook.
        labels = [act["label"] for act in json.loads(harness.cli("history", office.file, "--json"))]
        tap.equal(any("Mot" in label for label in labels), True, f"the history: {labels}")


tap.run(one_more_register_has_every_ability)
