#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second plan in the real window: from an office's .xlsx, and next year's with what is
unfinished ticked. The preview has to say what the command line says of the same list, and the
file what the window said."""

import json
import pathlib
import re
import sys
import tempfile
import time

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-12-31"
PLAN = [
    ["KẾ HOẠCH công tác dân vận năm 2023 của Thị ủy"],
    ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Sản phẩm", "Nơi nhận", "Thời hạn"],
    ["I", "Triển khai"],
    [1, "Ban hành kế hoạch dân vận", "Ban Dân vận Thị ủy", "Văn phòng Thị ủy", "Kế hoạch", None,
     "trước ngày 28/02/2023"],
    ["II", "Phong trào"],
    [2, "Đăng ký mô hình Dân vận khéo", "Các chi, đảng bộ", None, "Danh sách",
     "Ban Dân vận Thị ủy", "chậm nhất trong quý II/2023"],
    [3, "Việc của nơi không có", "Chi bộ Không Có", None, None, None, "quý III"],
]


class Office(harness.Program):
    """A window on a fresh workbook of the 2023 plan."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-new-plan-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def read(self, *words):
        return json.loads(harness.cli(*words, "--json"))

    def begin(self, base):
        """The window of a new plan, with the base-th choice."""
        self.click("push button", r"^Kế hoạch đang xem: .* 2023 Kế hoạch 2023$")
        self.wait_find("push button", r"^Kế hoạch mới…$").click()
        self.wait_find("text", r"^Tên$")
        self.wait_find("combo box", r"^Bắt đầu từ$").press()
        time.sleep(0.5)
        for _ in range(base):
            self.xdotool("key", "Down")
        self.xdotool("key", "Return")

    def add(self):
        self.wait_find("push button", r"^Thêm$").click()

    def new_plan(self):
        return next((plan for plan in self.read("plans", self.file) if plan["tasks"] != 54
                     or plan["year"] != 2023), None)


def a_plan_from_excel():
    with Office("new-plan-list") as office:
        source = office.path("dan-van.xlsx")
        book = openpyxl.Workbook()
        for row in PLAN:
            book.active.append(row)
        book.save(source)

        office.begin(3)
        office.wait_find("push button", r"^Chọn tệp…$").click()
        office.choose_file(source)
        office.wait_find("label", r"^3 dòng: thêm 2, đổi 0, giữ nguyên 0, từ chối 1$")
        office.wait_find("label", r"^Ô C7, “Chi bộ Không Có”: ")
        office.wait_find("label", r"^Hàng 4, mới: 1\. Ban hành kế hoạch dân vận ")
        tap.equal(office.wait_find("text", r"^Tên$").text, PLAN[0][0], "title offered")
        office.add()
        office.wait_find("push button", rf"^Kế hoạch đang xem: {PLAN[0][0]}")

        plan = office.new_plan()
        tap.equal((plan["year"], plan["title"], plan["tasks"]), (2023, PLAN[0][0], 2))
        tasks = office.read("tasks", office.file, "--plan", plan["id"])
        tap.equal([(task["task"], task["section"], task["lead"], task["last_day"])
                   for task in tasks],
                  [("Ban hành kế hoạch dân vận", "I", ["BDV"], "2023-02-27"),
                   ("Đăng ký mô hình Dân vận khéo", "II", ["CDB"], "2023-06-30")])
        tap.equal(len(office.read("tasks", office.file)), 54, "tasks of the first plan")


def in_words(day):
    year, month, number = day.split("-")
    return f"{int(number)}/{int(month)}/{year}"


def deadlines_as_the_command_line_says(office, tasks):
    """Each row: the task, its wording before and after, and the day where one is given."""
    office.wait_find("page tab", r"^Thời hạn$").click()
    reworded = sum(task["wording"] != task["wording_before"] for task in tasks)
    office.wait_find("label", rf"^Thời hạn có nêu năm: {reworded}, đã chuyển sang năm 2024\. "
                              rf"{len(tasks) - reworded} thời hạn khác ")
    rows = [row.name for row in office.find("list", r"^Thời hạn$").find_all("list item")]
    tap.equal(len(rows), len(tasks), "rows")
    dated = 0
    for row, task in zip(rows, tasks):
        words = task["wording"] or "Không nêu thời hạn"
        if task["wording"] != task["wording_before"]:
            words = f"{task['wording_before']} → {words}"
        start = f"{task['no']}. {task['title']}: {words}; "
        tap.equal(row[:len(start)], start)
        if day := re.match(r"hạn cuối (\d\S+)", row[len(start):]):
            tap.equal(day[1], in_words(task["last_day"]), row)
            dated += 1
    tap.equal(dated >= 20, True, f"{dated} rows with a day")


def next_year_with_what_is_unfinished():
    with Office("new-plan-next") as office:
        before = office.read("tasks", office.file)
        office.begin(2)
        open_task = office.read("plan", office.file, "next", "--dry-run", "--on", DAY)
        first = open_task["unfinished"][0]
        office.wait_find("check box", rf"^{first['no']}\. ").click()
        tap.equal(office.wait_find("text", r"^Tên$").text, open_task["title"], "title offered")
        deadlines_as_the_command_line_says(office, open_task["tasks"])
        office.add()
        office.wait_find("push button", r"^Kế hoạch đang xem: .* 2024")

        plan = office.new_plan()
        tap.equal((plan["year"], plan["tasks"]), (2024, 55))
        tasks = office.read("tasks", office.file, "--plan", plan["id"])
        carried = next(task for task in tasks if task["no"] == "CT1")
        same = next(task for task in before if task["no"] == first["no"])
        tap.equal((carried["section"], carried["task"], carried["lead"]),
                  ("CT", first["title"], same["lead"]))
        tap.equal(office.read("tasks", office.file), before, "this year's plan")


tap.run(a_plan_from_excel, next_year_with_what_is_unfinished)
