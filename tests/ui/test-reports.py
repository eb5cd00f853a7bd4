#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline and the appendix in the real window: from the timeline's page to paper, and out
to Excel as the window shows it."""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import openpyxl

import harness
import tap

DAY = "2023-04-15"


class Reports(harness.Program):
    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-reports-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def go_to_timeline_on_paper(self):
        """By the button that stands on the timeline's own page."""
        self.click("list item", r"^Tiến độ$")
        self.click("push button", r"^In / Excel…$")
        self.wait_find("image", r"^BIỂU TIẾN ĐỘ thực hiện ")

    def n_pages(self):
        return int(self.wait_find("label", r"^\d+ trang$").name.split()[0])

    def export(self, path):
        self.wait_find("push button", "Xuất Excel").click()
        self.wait_for(self.name_entry, "the file chooser's entry")
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")
        self.wait_for(lambda: pathlib.Path(path).is_file(), f"{path} to be written")

    def name_entry(self):
        return next((node for node in self.find_all("text") if node.text.endswith(".xlsx")), None)


def the_timeline_goes_to_paper_and_to_excel():
    with Reports("timeline-paper") as reports:
        reports.go_to_timeline_on_paper()
        paper = reports.path("tien-do.pdf")
        harness.cli("export", "timeline", reports.file, "--on", DAY, "-o", paper)
        info = subprocess.run(["pdfinfo", paper], check=True, capture_output=True, text=True)
        by_cli = int(re.search(r"Pages: +(\d+)", info.stdout)[1])
        tap.equal(reports.n_pages(), by_cli, "pages in the window and by the command line")

        out = reports.path("tien-do.xlsx")
        reports.export(out)
        sheet = openpyxl.load_workbook(out, data_only=True).worksheets[0]
        numbers = [row[0] for row in sheet.iter_rows(values_only=True)
                   if isinstance(row[0], int)]
        tap.equal(numbers, list(range(1, 55)), "tasks in Excel")


def what_the_timeline_filters_goes_along():
    with Reports("timeline-filtered") as reports:
        reports.click("list item", r"^Tiến độ$")
        reports.wait_find("combo box", "^Trạng thái$").press()
        reports.key("Down", "Return")
        shown = reports.wait_find("label", r"^Đang lọc .*Quá hạn$").text
        reports.key("ctrl+plus")
        reports.click("push button", r"^In / Excel…$")
        reports.wait_find("image", r"^BIỂU TIẾN ĐỘ thực hiện ")
        out = reports.path("qua-han.xlsx")
        reports.export(out)
        rows = list(openpyxl.load_workbook(out, data_only=True).worksheets[0]
                    .iter_rows(values_only=True))
        numbers = [row[0] for row in rows if isinstance(row[0], int)]
        tap.equal(len(numbers), int(re.search(r"\d+", shown)[0]), "tasks in Excel")
        said = [cell for row in rows for cell in row if "Chỉ gồm nhiệm vụ: " in str(cell)]
        tap.equal(said, ["Số liệu tính đến ngày 15/4/2023. Chỉ gồm nhiệm vụ: quá hạn"])


def the_appendix_is_shown():
    with Reports("appendix") as reports:
        reports.click("list item", r"^Báo cáo$")
        reports.click("push button", r"^Phụ lục$")
        reports.wait_find("image", r"^PHỤ LỤC phân công nhiệm vụ ")
        assert reports.n_pages() > 5


tap.run(the_timeline_goes_to_paper_and_to_excel, what_the_timeline_filters_goes_along,
        the_appendix_is_shown)
