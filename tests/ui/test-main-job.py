#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's main job in the real window: see what is overdue, mark what came in, send the
report up, take a mistake back. At each step the window, the file as the command line reads it,
and the Excel sheet have to say the same numbers."""

import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import openpyxl

import harness
import tap

DAY, PERIOD = "2023-04-15", "2023-Q1"
UNIT, UNIT_NAME = "DU-PHO-HOA", "Đảng ủy phường Phổ Hòa"
TASK, SECTION = "49", "III"


class Job(harness.Program):
    """A window on a fresh workbook of the 2023 plan, and that workbook read past the window."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-job-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    # What the file says

    def read(self, *command):
        return json.loads(harness.cli(*command[:1], self.file, *command[1:], "--json"))

    def overdue_in_file(self):
        return len(self.read("overdue", "--on", DAY))

    def rates_in_file(self):
        return self.read("rates", "--period", PERIOD, "--on", DAY)

    def sections_in_file(self):
        """(on time, late, overdue, expected) by section."""
        return {section["section"]: tuple(section[key] for key in
                                          ("on_time", "late", "overdue", "expected"))
                for section in self.rates_in_file()["by_section"] if section["expected"]}

    # What the window says

    def overdue_on_screen(self):
        name = self.wait_find("push button", r"^Quá hạn: ").name
        return int(re.match(r"Quá hạn: ([\d.]+)", name)[1].replace(".", ""))

    def sections_on_screen(self):
        pattern = re.compile(r"^(\S+) .*đúng hạn (\d+), trễ hạn (\d+), quá hạn (\d+), "
                             r"chưa đến hạn \d+, trên (\d+) phải nộp")
        table = self.wait_find("table", r"^Theo mục của Kế hoạch$")
        found = (pattern.match(cell.name) for cell in table.find_all("table cell"))
        return {match[1]: tuple(map(int, match.groups()[1:])) for match in found if match}

    def go_to(self, page):
        self.click("list item", rf"^{page}$")
        self.wait_find("label", rf"^{page}$")

    # What a person does

    def look_at_first_quarter(self):
        self.click("push button", r"^Quý I$")
        self.wait_for(lambda: self.sections_on_screen() == self.sections_in_file(),
                      "the first quarter on the overview")

    def deliver(self, day):
        """From the list of whom to chase to the unit's oldest line, and the day typed in."""
        self.go_to("Tổng quan")
        self.click("list item", rf"^{UNIT_NAME}\. ")
        self.wait_find("table cell", rf"^{UNIT_NAME}, .*quá hạn")
        self.key("d")
        self.type(day)
        self.key("Return")

    def export(self, path):
        """Through the page of reports, and the file chooser as GTK brings it."""
        self.go_to("Báo cáo")
        self.wait_find("push button", "Xuất Excel").click()
        self.wait_for(self.name_entry, "the file chooser's entry")
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")
        self.wait_for(lambda: pathlib.Path(path).is_file(), f"{path} to be written")

    def name_entry(self):
        """The entry that holds the name offered, in whatever window it stands."""
        return next((node for node in self.find_all("text") if node.text.endswith(".xlsx")), None)


def line_of(job):
    lines = job.read("checklist", "--unit", UNIT, "--task", TASK, "--on", DAY)
    tap.equal(len(lines), 1, "lines of the unit's task")
    return lines[0]


def the_overview_says_what_the_file_says():
    with Job("overview") as job:
        job.wait_find("push button", r"^Quá hạn: ")
        tap.equal(job.overdue_on_screen(), job.overdue_in_file(), "overdue")
        assert job.overdue_on_screen() > 100, "a plan nobody worked on has much overdue"
        job.look_at_first_quarter()
        tap.equal(job.sections_on_screen(), job.sections_in_file(), "sections")
        assert SECTION in job.sections_on_screen(), "the section of the test's task is shown"


def a_delivery_moves_every_number_and_undo_brings_them_back():
    with Job("delivery") as job:
        job.look_at_first_quarter()
        before, sections_before = job.overdue_on_screen(), job.sections_on_screen()
        job.deliver("28/1/2023")
        job.wait_for(lambda: line_of(job)["state"] == "delivered", "the delivery in the file")
        tap.equal(line_of(job)["delivered_on"], "2023-01-28", "day of delivery")
        tap.equal(line_of(job)["timeliness"], "on_time", "timeliness")

        job.go_to("Tổng quan")
        job.wait_for(lambda: job.overdue_on_screen() == before - 1, "one less overdue")
        tap.equal(job.overdue_in_file(), before - 1, "overdue in the file")
        on_time, late, overdue, expected = sections_before[SECTION]
        tap.equal(job.sections_on_screen()[SECTION], (on_time + 1, late, overdue - 1, expected),
                  "the section on the screen")
        tap.equal(job.sections_on_screen(), job.sections_in_file(), "sections")

        job.key("ctrl+z")
        job.wait_for(lambda: job.overdue_on_screen() == before, "the number back after undo")
        tap.equal(line_of(job)["state"], "not_started", "state after undo")
        tap.equal(job.sections_on_screen(), sections_before, "sections after undo")
        tap.equal(job.overdue_in_file(), before, "overdue in the file after undo")


def the_summary_goes_out_as_the_window_shows_it():
    with Job("summary") as job:
        job.look_at_first_quarter()
        job.deliver("15/4/2023")
        job.wait_for(lambda: line_of(job)["timeliness"] == "late", "the late delivery in the file")
        path = job.path("tong-hop.xlsx")
        job.export(path)
        rates = job.rates_in_file()
        sheet = openpyxl.load_workbook(path, data_only=True)["Biểu 10"]
        rows = list(sheet.iter_rows(values_only=True))
        head = next(row for row in rows if row[0] == "TT")
        total = dict(zip(head, next(row for row in rows if row[1] == "TỔNG")))
        unit = dict(zip(head, next(row for row in rows if row[1] == UNIT_NAME)))
        for column, key in [("Phải nộp", "expected"), ("Đã nộp", "actual"),
                            ("Đúng hạn", "on_time"), ("Chậm", "late"), ("Chưa nộp", "overdue")]:
            tap.equal(total[column], rates[key], f"{column} of all")
            one = next(row for row in rates["by_unit"] if row["unit"] == UNIT)
            tap.equal(unit[column], one[key], f"{column} of the unit")
        tap.equal(total["Chậm"], 1, "the late one")
        job.go_to("Tổng quan")
        tap.equal(sum(late for _, late, _, _ in job.sections_on_screen().values()),
                  total["Chậm"], "late on the screen and in Excel")


tap.run(
    the_overview_says_what_the_file_says,
    a_delivery_moves_every_number_and_undo_brings_them_back,
    the_summary_goes_out_as_the_window_shows_it,
)
