#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents kept in the real window: added, put right where they are wrong, given a file, found
again, edited and removed many at once; a field of the office's own; a register of its own. What
the window says is held against the file as the command line reads it."""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"


class Office(harness.Program):
    """A window on a fresh workbook of the 2023 plan, at one of its pages of registers."""

    def __init__(self, name, page="Văn bản"):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-register-")
        self.file = self.path("so-2023.skh")
        self.page = page
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __enter__(self):
        super().__enter__()
        self.click("list item", rf"^{self.page}$")
        return self

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    # What the file says

    def entries(self, register="documents"):
        return json.loads(harness.cli("register", self.file, register, "--json"))

    def entry(self, symbol):
        return next((entry for entry in self.entries() if entry.get("symbol") == symbol), None)

    # What the window says

    def lines(self, text):
        """Waits for the count under the list."""
        self.wait_find("label", rf"^{text}$")

    def field(self, name):
        """In the newest window: a small one has fields of the same names."""
        return self.wait_for(
            lambda: next((node for node in self.windows()[-1].walk()
                          if node.role in ("text", "entry") and node.name == name), None),
            f"the field {name}")

    # What a person does

    def fill(self, name, text):
        """The old text of the field gives way, as it does under Ctrl+A."""
        self.field(name).press()
        self.key("ctrl+a")
        self.type(text)

    def reach(self, name):
        """A form is longer than the window: Tab goes through it, and scrolls."""
        for _ in range(60):
            if self.field(name).has_state("focused"):
                return
            self.key("Tab")
        raise harness.Missing(f"Tab never comes to {name}")

    def add_document(self, symbol, title):
        self.click("push button", r"^Thêm$")
        self.wait_find("label", r"^Văn bản mới$")
        self.wait_for(lambda: self.field("Số, ký hiệu").has_state("focused"), "the first field")
        self.type(symbol)
        self.fill("Tên", title)

    def search(self, words):
        self.fill("Tìm trong sổ này", words)


def a_document_is_added_and_undone():
    with Office("document-add") as office:
        office.lines("21 dòng")
        office.add_document("15-CT/TU", "Chi thi mau so 15")
        office.fill("Ngày", "3/4")
        office.key("Escape")
        office.lines("22 dòng")
        entry = office.wait_for(lambda: office.entry("15-CT/TU"), "the document in the file")
        tap.equal(entry["title"], "Chi thi mau so 15")
        tap.equal(entry["day"], "2023-04-03", "the day typed as 3/4")
        tap.equal(entry["number"], "15", "taken from the symbol")
        office.key("ctrl+z")
        office.lines("21 dòng")
        tap.equal(office.entry("15-CT/TU"), None, "after the undo")


def what_is_wrong_is_said_at_its_field_and_nothing_is_lost():
    with Office("document-fault") as office:
        office.lines("21 dòng")
        office.add_document("16-CT/TU", "Chi thi mau")
        office.fill("Ngày", "32/4")
        office.key("Tab")
        office.wait_find("label", r"^Đây không phải là ngày có trong lịch")
        tap.equal(office.field("Ngày").description,
                  "Đây không phải là ngày có trong lịch; hãy ghi như 15/4/2023.")
        office.key("Escape")
        office.click("push button", r"^Sửa lại( |$)")
        tap.equal(office.field("Ngày").text, "32/4", "what was typed")
        tap.equal(office.entry("16-CT/TU"), None, "not kept yet")
        office.fill("Ngày", "30/4")
        office.key("Escape")
        office.lines("22 dòng")
        tap.equal(office.entry("16-CT/TU")["day"], "2023-04-30")


def a_field_is_written_when_it_is_left():
    with Office("document-edit") as office:
        office.lines("21 dòng")
        office.search("159-KH")
        office.lines("1 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        office.wait_for(lambda: office.field("Số, ký hiệu").text == "159-KH/TU", "the form")
        office.fill("Cơ quan ban hành", "Ban Thuong vu mau")
        office.key("Tab")
        office.wait_for(
            lambda: office.entry("159-KH/TU")["issuer"] == "Ban Thuong vu mau",
            "the issuer in the file")
        office.key("ctrl+z")
        office.wait_for(lambda: office.entry("159-KH/TU")["issuer"] == "Ban Thường vụ Tỉnh ủy",
                        "the issuer after the undo")
        office.wait_for(lambda: office.field("Cơ quan ban hành").text == "Ban Thường vụ Tỉnh ủy",
                        "the form after the undo")


def documents_are_found_filtered_and_sorted():
    with Office("document-find") as office:
        office.lines("21 dòng")
        office.search("ban tuyen giao")
        office.wait_for(lambda: not office.find("label", r"^21 dòng$"), "the search")
        wanted = [entry for entry in office.entries()
                  if "Ban Tuyên giáo" in json.dumps(entry, ensure_ascii=False)]
        office.lines(f"{len(wanted)} dòng")
        office.key("ctrl+a", "BackSpace")
        office.lines("21 dòng")
        office.wait_find("push button", r"^Lọc theo Vai trò").press()
        office.wait_find("check box", r"^Căn cứ$")
        office.key("space", "Escape")
        bases = [entry for entry in office.entries() if entry["role"] == "legal_basis"]
        office.lines(f"{len(bases)} dòng")
        office.click("push button", r"^Bỏ các bộ lọc$")
        office.lines("21 dòng")


def many_are_edited_as_one():
    with Office("document-many") as office:
        office.lines("21 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        office.lines("21 dòng · 1 đang chọn")
        office.key("ctrl+a")
        office.lines("21 dòng · 21 đang chọn")
        office.click("push button", r"^Sửa hàng loạt…$")
        office.wait_find("push button", r"^Ghi vào 21 dòng$")
        office.fill("Số, ký hiệu", "1-MAU")
        office.click("push button", r"^Ghi vào 21 dòng$")
        office.wait_for(lambda: {entry["symbol"] for entry in office.entries()} == {"1-MAU"},
                        "the symbol of all")
        office.wait_for(lambda: len(office.windows()) == 1, "the small window to go")
        office.key("ctrl+z")
        office.wait_for(lambda: office.entry("159-KH/TU"), "all back by one undo")


def an_empty_value_for_many_is_asked_about():
    with Office("document-empty") as office:
        office.lines("21 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        office.lines("21 dòng · 1 đang chọn")
        office.key("ctrl+a")
        office.click("push button", r"^Sửa hàng loạt…$")
        office.click("push button", r"^Ghi vào 21 dòng$")
        office.wait_find("label", r"^Xóa trắng “Số, ký hiệu” ở 21 dòng\?$")
        office.click("push button", r"^Thôi( |$)|^Hủy( |$)")
        office.wait_for(lambda: len(office.windows()) == 2, "the question to go")
        tap.equal(office.entry("159-KH/TU") is None, False, "emptied all the same")
        office.click("push button", r"^Ghi vào 21 dòng$")
        office.click("push button", r"^Xóa trắng( |$)")
        office.wait_for(lambda: {entry["symbol"] for entry in office.entries()} == {None},
                        "the symbol of all taken away")


def a_file_is_attached_and_said_to_be_too_large():
    with Office("document-file") as office:
        small, large = office.path("mau.txt"), office.path("lon.bin")
        pathlib.Path(small).write_text("nội dung mẫu", encoding="utf-8")
        with open(large, "wb") as file:
            file.truncate(50 * 1024 * 1024 + 1)
        office.lines("21 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        for path in (small, large):
            office.click("push button", r"^Đính kèm tệp…$")
            office.wait_for(lambda: len(office.windows()) == 2, "the choice of a file")
            office.type(path)
            office.key("Return")
            office.wait_for(lambda: len(office.windows()) == 1, "the choice to go")
            if path == small:
                office.wait_find("push button", r"^Mở “mau.txt”$")
        office.wait_find("label", r"50 MB")
        tap.equal(office.entry("159-KH/TU")["file"], ["mau.txt"], "the files kept")
        office.key("ctrl+z")
        office.wait_for(lambda: office.entry("159-KH/TU")["file"] == [], "no file after the undo")


def a_document_is_removed_after_a_question():
    with Office("document-remove") as office:
        office.lines("21 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        office.click("push button", r"^Xóa…$")
        office.wait_find("label", r"Kế hoạch")
        office.click("push button", r"^Thôi( |$)|^Hủy( |$)")
        office.wait_for(lambda: len(office.windows()) == 1, "the question to go")
        tap.equal(office.entry("159-KH/TU") is None, False, "removed after all")
        office.click("push button", r"^Xóa…$")
        office.wait_for(lambda: len(office.windows()) == 2, "the question")
        office.click("push button", r"^Xóa( |$)")
        office.lines("20 dòng")
        tap.equal(office.entry("159-KH/TU"), None)
        office.key("ctrl+z")
        office.lines("21 dòng")


def the_office_adds_a_field_of_its_own():
    with Office("document-field") as office:
        office.lines("21 dòng")
        office.wait_find("push button", r"^Việc khác với sổ này .").press()
        office.click("menu item", r"^Các mục của sổ này…$")
        office.fill("Tên mục", "Ngan luu")
        office.click("push button", r"^Thêm mục này$")
        office.wait_find("list item", r"Ngan luu")
        office.key("Escape")
        office.wait_for(lambda: len(office.windows()) == 1, "the fields' window to go")
        office.search("159-KH")
        office.lines("1 dòng")
        office.wait_find("label", r"^159-KH/TU$").press()
        office.wait_for(lambda: office.field("Ngan luu"), "the field in the form")


def a_register_is_made_and_a_list_taken_in():
    with Office("register-made", "Sổ theo dõi") as office:
        office.click("push button", r"^Lập sổ mới…$")
        office.wait_for(lambda: office.field("Tên sổ").has_state("focused"), "the first field")
        office.type("So kho mau")
        office.fill("Tên mục", "Ten vat tu")
        office.click("push button", r"^Lập sổ$")
        office.wait_find("list item", r"^So kho mau$")
        office.wait_for(lambda: len(office.windows()) == 1, "the new register's window to go")
        # Every pane that was looked at has such a button; the newest comes last.
        office.wait_for(lambda: len(office.find_all("push button", r"^Nhập danh sách…$")) == 2,
                        "the new register's pane")
        office.find_all("push button", r"^Nhập danh sách…$")[-1].click()
        office.wait_for(lambda: office.field("Danh sách đã dán").has_state("focused"), "the list")
        for line in ("Ten vat tu", "Giay", "Muc"):
            office.type(line)
            office.key("Return")
        office.wait_find("label", r"^Hàng 2, mới: Giay$")
        office.click("push button", r"^Nhập$")
        office.lines("2 dòng")


def a_conference_is_kept_and_says_what_it_carried_out():
    with Office("conference", "Sổ theo dõi") as office:
        office.click("list item", r"^Hội nghị$")
        office.wait_find("label", r"^Các hội nghị do cơ quan triệu tập")
        office.find_all("push button", r"^Thêm$")[-1].click()
        office.wait_find("label", r"^Hội nghị mới$")
        office.wait_for(lambda: office.field("Tên").has_state("focused"), "the first field")
        office.type("Hoi nghi quan triet mau")
        office.fill("Ngày", "20/3")
        office.key("Escape")
        office.lines("1 dòng")
        tap.equal(office.entries("conferences")[0]["state"], "called")
        office.wait_find("label", r"^Hoi nghi quan triet mau$").press()
        links = "Liên kết nhiệm vụ, phần việc của đơn vị, văn bản, hội nghị…"
        office.field("Ngày").press()
        for words, found in (("159-KH/TU", r"^Văn bản: 159-KH/TU"), ("II.1.2", r"^Nhiệm vụ: ")):
            office.reach(links)
            office.type(words)
            office.wait_find("list item", rf"^{words}")
            office.key("Down", "Return")
            office.wait_find("list item", found)


tap.run(
    a_document_is_added_and_undone,
    what_is_wrong_is_said_at_its_field_and_nothing_is_lost,
    a_field_is_written_when_it_is_left,
    documents_are_found_filtered_and_sorted,
    many_are_edited_as_one,
    an_empty_value_for_many_is_asked_about,
    a_file_is_attached_and_said_to_be_too_large,
    a_document_is_removed_after_a_question,
    the_office_adds_a_field_of_its_own,
    a_register_is_made_and_a_list_taken_in,
    a_conference_is_kept_and_says_what_it_carried_out,
)
