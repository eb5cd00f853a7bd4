#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline worked by keyboard and pointer, as assistive technology hears it: fold, zoom,
filter, go along the years, and move a deadline, which the file then says too."""

import datetime
import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
# A task with one last day, and what its name begins with.
TASK, TITLE = "6", "Xây dựng, tổ chức học tập Chuyên đề"
ALL_PLANS = "Mọi kế hoạch"
BAND, NEXT_BAND = r"^Mục II\.1 ", r"^Mục II\.2 "


class Timeline(harness.Program):
    """The page on a fresh workbook of the 2023 plan, with the cursor on its first band."""

    def __init__(self, name, with_next_plan=False):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-timeline-")
        self.file = str(pathlib.Path(self.folder.name, "so-2023.skh"))
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        if with_next_plan:
            harness.cli("plan", self.file, "next")
        super().__init__("--on", DAY, self.file, name="timeline-" + name)

    def __enter__(self):
        super().__enter__()
        self.click("list item", r"^Tiến độ$")
        self.wait_find("table cell", BAND).press()
        return self

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def cursor(self):
        """The one cell of the drawn grid that is there for assistive technology."""
        table = self.find("table", r"^Năm của kế hoạch$")
        return table.find("table cell") if table else None

    def wait_cursor(self, name):
        return self.wait_for(lambda: (cell := self.cursor()) and re.search(name, cell.name) and cell,
                             f"the cursor on {name!r}")

    def press_and_meet(self, key, name):
        self.key(key)
        return self.wait_cursor(name)

    def go_to_task(self):
        for _ in range(12):
            cell = self.cursor()
            if cell.name.startswith(TITLE):
                return cell
            before = cell.name
            self.key("Down")
            self.wait_for(lambda: self.cursor().name != before, "the next row")
        raise AssertionError(f"no row {TITLE!r}")

    def button(self, name):
        """That holds, whichever role this GTK gives it."""
        return self.find("toggle button", f"^{name}$") or self.find("push button", f"^{name}$")

    def is_pressed(self, name):
        button = self.button(name)
        return button is not None and (button.has_state("pressed") or button.has_state("checked"))

    def zoom(self):
        return next((name for name in ("Tuần", "Tháng", "Quý", "Năm") if self.is_pressed(name)),
                    None)

    def stretch(self):
        """The days that are seen, first and last."""
        table = self.find("table", r"^Năm của kế hoạch$")
        days = re.findall(r"(\d+)/(\d+)/(\d+)", table.description)
        return [datetime.date(int(year), int(month), int(day)) for day, month, year in days]

    def shows(self, month, day):
        first, last = self.stretch()
        return first <= datetime.date(2023, month, day) <= last

    def choose(self, choice, steps):
        self.wait_find("combo box", f"^{choice}$").press()
        self.key(*["Down"] * steps, "Return")

    def filtered(self):
        label = self.find("label", r"^Đang lọc ")
        return label.text if label else ""

    def task_in_file(self):
        tasks = json.loads(harness.cli("tasks", self.file, "--json"))
        return next(task for task in tasks if task["no"] == TASK)


def sections_fold_by_keyboard_and_say_so():
    with Timeline("fold") as page:
        band = page.wait_cursor(BAND)
        assert band.has_state("expandable") and band.has_state("expanded"), "the band is open"
        page.key("Left")
        page.wait_for(lambda: not page.cursor().has_state("expanded"), "the band to fold")
        page.press_and_meet("Down", NEXT_BAND)
        page.press_and_meet("Up", BAND)
        page.key("Right")
        page.wait_for(lambda: page.cursor().has_state("expanded"), "the band to open")
        page.press_and_meet("Down", r"đã nộp|phải nộp|0/1|0 trên 1")
        page.press_and_meet("Left", BAND)
        page.key("Return")
        page.wait_for(lambda: not page.cursor().has_state("expanded"), "Enter to fold")
        page.key("Right")
        page.wait_for(lambda: page.cursor().has_state("expanded"), "the band to open")
        page.key("shift+Left")
        page.wait_for(lambda: page.is_pressed("Chỉ hiện các mục"),
                      "the button to say that all is folded")
        page.press_and_meet("Down", NEXT_BAND)
        page.press_and_meet("End", r"^Mục III ")
        page.press_and_meet("Home", BAND)
        page.key("shift+Right")
        page.press_and_meet("Next", r"^(?!Mục II\.2)")


def zoom_and_today_by_keyboard():
    with Timeline("zoom") as page:
        tap.equal(page.zoom(), "Năm", "zoom at first")
        assert page.shows(1, 1) and page.shows(12, 31), "the whole year is seen"
        for zoom in ("Quý", "Tháng", "Tuần", "Tuần"):
            page.key("ctrl+plus")
            page.wait_for(lambda: page.zoom() == zoom, zoom)
        page.key("ctrl+Home")
        page.wait_for(lambda: page.shows(1, 1), "the first of January")
        page.key("ctrl+t")
        page.wait_for(lambda: page.shows(4, 15), "today")
        assert not page.shows(1, 1) and not page.shows(12, 31), "days, not the year, are seen"
        page.key("ctrl+End")
        page.wait_for(lambda: page.shows(12, 31), "the end of December")
        page.key("ctrl+minus")
        page.wait_for(lambda: page.zoom() == "Tháng", "a step back")
        page.key("ctrl+0")
        page.wait_for(lambda: page.zoom() == "Năm", "the year")


def filters_combine_and_clear():
    with Timeline("filters") as page:
        for name in ("Mục", "Chủ trì", "Trạng thái", "Kỳ"):
            page.wait_find("combo box", f"^{name}$")
        page.choose("Mục", 1)
        page.wait_for(lambda: "II.1 " in page.filtered(), "the section among what is filtered")
        of_section = int(re.search(r"\d+", page.filtered())[0])
        page.choose("Trạng thái", 1)
        page.wait_for(lambda: "Quá hạn" in page.filtered(), "the state beside the section")
        assert "II.1 " in page.filtered(), "both are filtered by"
        both = int(re.search(r"\d+", page.filtered())[0])
        assert 0 < both < of_section, f"{both} of {of_section}"
        page.click("push button", r"^Bỏ lọc$")
        page.wait_for(lambda: page.filtered() == "", "all to be shown")


def enter_opens_the_list():
    with Timeline("enter") as page:
        page.go_to_task()
        page.key("Return")
        page.wait_find("label", r"^Đơn vị$")
        page.wait_find("table cell", TITLE)


def a_deadline_moves_by_keyboard_with_its_words():
    with Timeline("move") as page:
        before = page.task_in_file()
        page.go_to_task()
        page.key("shift+Right", "shift+Right")
        page.key("Escape")
        page.key("shift+Right", "shift+Next", "Return")
        page.wait_find("label", r"^→ hạn cuối 7/5/2023")
        page.type("truoc ngay 31/6/2023")  # letters that every keyboard has
        page.wait_find("label", r"^Không có ngày này")
        page.key("ctrl+a")
        page.type("truoc ngay 20/5/2023")
        page.wait_find("label", r"^→ hạn cuối 19/5/2023 \(thứ Sáu\)")
        page.key("Return")
        page.wait_for(lambda: page.task_in_file()["last_day"] == "2023-05-19", "the day in the file")
        tap.equal(page.task_in_file()["wording"], "truoc ngay 20/5/2023", "wording")
        page.key("ctrl+z")
        page.wait_for(lambda: page.task_in_file() == before, "the deadline back after undo")


def escape_leaves_a_deadline_alone_and_a_drag_moves_it():
    with Timeline("drag") as page:
        before = page.task_in_file()
        page.go_to_task()
        page.key("shift+Right", "Return")
        page.wait_find("label", r"^→ hạn cuối 30/4/2023")
        page.key("Escape")
        page.wait_for(lambda: not page.find("label", r"^→ hạn cuối"), "the dialog to go")
        tap.equal(page.task_in_file(), before, "the task")
        page.wait_cursor(TITLE)
        cell = page.go_to_task().extents()
        table = page.find("table", r"^Năm của kế hoạch$").extents()
        digit = cell.width / 66
        day_width = (table.width - cell.width - 8 - 9 * digit) / 365
        x0, y0 = page.window_origin(page.windows()[0])
        days = (datetime.date(2023, 4, 30) - datetime.date(2023, 1, 1)).days
        x, y = round(x0 + cell.x + cell.width + days * day_width), y0 + cell.y + cell.height // 2
        page.xdotool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 11):
            page.xdotool("mousemove", x + round(step * day_width), y)
        page.xdotool("mouseup", 1)
        page.wait_find("label", r"^→ hạn cuối 9/5/2023")
        page.key("Return")
        page.wait_for(lambda: page.task_in_file()["last_day"] == "2023-05-09", "the day in the file")


def the_plans_of_two_years_stand_one_below_the_other():
    with Timeline("one-plan") as page:
        assert not page.button(ALL_PLANS), "nothing to put together"
    with Timeline("two-plans", with_next_plan=True) as page:
        page.wait_for(lambda: page.button(ALL_PLANS), "the button").press()
        page.wait_for(lambda: page.is_pressed(ALL_PLANS), "it to be pressed")
        page.wait_cursor(BAND).press()
        page.press_and_meet("Up", r"^Kế hoạch học tập .* 2023$")
        page.press_and_meet("Down", BAND)
        page.key("shift+Left")
        page.press_and_meet("End", r"^Mục III ")
        page.key("Right", "End")
        name = page.wait_cursor(r"^(?!Mục)").name
        page.key("ctrl+End")
        page.wait_for(lambda: page.stretch()[1] == datetime.date(2024, 12, 31), "the end of 2024")
        page.wait_find("push button", "^Xem kế hoạch này$")
        page.key("Return")
        page.wait_find("push button", "^Kế hoạch đang xem: .* 2024$")
        page.wait_find("push button", "^Mở danh sách$")
        tap.equal(page.cursor().name, name, "the cursor stays on its task")


tap.run(
    sections_fold_by_keyboard_and_say_so,
    zoom_and_today_by_keyboard,
    filters_combine_and_clear,
    enter_opens_the_list,
    the_plans_of_two_years_stand_one_below_the_other,
    a_deadline_moves_by_keyboard_with_its_words,
    escape_leaves_a_deadline_alone_and_a_drag_moves_it,
)
