#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists from Excel in the real window: tasks into the plan that is open, and a workbook's first
plan, with the sheet of the file chosen by hand. What the preview said is what the file then
holds, and undo takes the whole list back."""

import json
import pathlib
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
HEADER = ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Sản phẩm", "Nơi nhận", "Thời hạn"]
SHEETS = {
    "Ghi chú": [["Tài liệu trao đổi"]],
    "Bổ sung": [
        HEADER,
        ["II.1. Việc thêm"],
        ["A1", "Ban hành văn bản chỉ đạo bổ sung", "Ban Tuyên giáo Thị ủy", None, "Công văn",
         None, "trước ngày 30/6/2023"],
        ["A2", "Tổ chức hội nghị chuyên đề", "Các chi, đảng bộ", None, "Báo cáo", None,
         "chậm nhất trong quý III/2023"],
        ["A3", "Việc của nơi không có", "Chi bộ Không Có", None, None, None, "quý III"],
    ],
    "Quý IV": [
        ["TT", "Nội dung", "Chủ trì", "Thời hạn"],
        ["B1", "Tổng kết năm", "Văn phòng Thị ủy", "trước ngày 15/12/2023"],
    ],
    "Đơn vị": [
        ["Mã", "Tên đơn vị", "Tên viết tắt"],
        ["CB-MAU", "Chi bộ Mẫu", "CB Mẫu"],
    ],
}


def counts(rows, new, changed=0, same=0, refused=0):
    return (rf"^{rows} dòng: thêm {new}, đổi {changed}, giữ nguyên {same}, "
            rf"từ chối {refused}$")


class Office(harness.Program):
    """A window on a fresh workbook of the 2023 plan, and a file with several sheets."""

    def __init__(self, name, start=False):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-imports-")
        self.file = self.path("so-2023.skh")
        self.list = self.path("viec.xlsx")
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in SHEETS.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(self.list)
        if start:
            super().__init__(name=name)
        else:
            harness.cli("new", self.file, "--template", "duc-pho-2023")
            super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def read(self, *words):
        return json.loads(harness.cli(words[0], self.file, *words[1:], "--json"))

    def choose_list(self):
        self.wait_find("push button", r"^Chọn tệp…$").click()
        self.choose_file(self.list)

    def choose_sheet(self, title):
        self.wait_find("combo box", r"^Trang tính$").press()
        self.wait_find("label", r"^Ghi chú · 1 dòng$")
        self.key("Home", *["Down"] * list(SHEETS).index(title), "Return")

    def is_ready(self):
        return self.wait_find("push button", r"^Nhập$").has_state("sensitive")


def tasks_into_the_plan_that_is_open():
    with Office("import-tasks") as office:
        before = office.read("tasks")
        office.click("list item", r"^Tiến độ$")
        office.click("push button", r"^Soạn kế hoạch$")
        office.click("push button", r"^Kế hoạch đang xem: ")
        office.click("push button", r"^Nhập nhiệm vụ từ Excel…$")
        assert not office.is_ready()
        office.wait_find("text", r"^Danh sách đã dán$").write(
            f"Nội dung\tChủ trì\tThời hạn\n{before[0]['task']}\tBan Tuyên giáo\ttháng 2/2023\n")
        office.wait_find("label", rf"^Hàng 2, nhiệm vụ {before[0]['no']}: Thời hạn: "
                                  rf"“{before[0]['wording']}” → “tháng 2/2023”$")
        office.wait_find("label", counts(1, 0, changed=1))
        office.choose_list()

        office.wait_find("label", counts(3, 2, refused=1))
        office.wait_find("label", r"^Ô C5, “Chi bộ Không Có”: ")
        office.wait_find("label", r"^Bổ sung · 5 dòng$")
        office.wait_find("label", r"^Hàng 3, mới: A1\. Ban hành văn bản .* \(trước ngày 30/6/2023\)$")
        office.choose_sheet("Quý IV")
        office.wait_find("label", counts(1, 1))
        office.choose_sheet("Ghi chú")
        office.wait_find("label", r"không có dòng tiêu đề")
        assert not office.is_ready()
        office.choose_sheet("Bổ sung")
        office.wait_find("label", counts(3, 2, refused=1))
        office.click("push button", r"^Nhập$")

        office.wait_for(lambda: len(office.read("tasks")) == len(before) + 2, "the tasks")
        new = {task["no"]: task for task in office.read("tasks")}
        tap.equal([(new[no]["task"], new[no]["section"], new[no]["lead"], new[no]["last_day"])
                   for no in ("A1", "A2")],
                  [("Ban hành văn bản chỉ đạo bổ sung", "II.1", ["BTG"], "2023-06-29"),
                   ("Tổ chức hội nghị chuyên đề", "II.1", ["CDB"], "2023-09-30")])
        office.wait_find("list item", r"^A1\. ")
        office.wait_for(lambda: len(office.windows()) == 1, "the import's window to go")
        office.key("ctrl+z")
        office.wait_for(lambda: office.read("tasks") == before, "the plan as it was")


def units_from_a_sheet_of_choice():
    with Office("import-units") as office:
        office.click("push button", r"^Trình đơn chính ")
        office.click("menu item", r"^Nhập đơn vị…$")
        office.choose_list()
        office.wait_find("label", counts(1, 1))
        office.wait_find("label", r"^Hàng 2, mới: Chi bộ Mẫu$")
        office.choose_sheet("Ghi chú")
        office.wait_for(lambda: not office.is_ready(), "nothing to take in")
        office.choose_sheet("Đơn vị")
        office.wait_find("label", counts(1, 1))
        office.click("push button", r"^Nhập$")
        office.wait_for(lambda: any(unit["code"] == "CB-MAU" for unit in office.read("units")),
                        "the unit in the file")


def a_workbook_begins_with_a_plan_from_excel():
    with Office("import-first-plan", start=True) as office:
        office.click("push button", r"^Kế hoạch từ Excel…$")
        office.choose_file(office.file)
        office.choose_list()
        office.wait_find("label", counts(3, 2, refused=1))
        office.wait_find("text", r"^Tên$").write("Kế hoạch của mẫu")
        office.click("push button", r"^Thêm$")
        office.wait_find("push button", r"^Kế hoạch đang xem: ")
        office.wait_for(lambda: [plan["title"] for plan in office.read("plans")]
                        == ["Kế hoạch của mẫu"], "the plan alone in its workbook")
        tap.equal([task["no"] for task in office.read("tasks")], ["A1", "A2"])


tap.run(
    tasks_into_the_plan_that_is_open,
    units_from_a_sheet_of_choice,
    a_workbook_begins_with_a_plan_from_excel,
)
