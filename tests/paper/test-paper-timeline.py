#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing over many pages: the timeline of two years with 300 tasks each, measured from the
PDF with poppler's tools, and the same report as a workbook."""

import collections
import html
import os
import re
import subprocess
import sys
import tempfile
import unittest

import openpyxl

SAMPLE = sys.argv.pop(1)
MM = 72 / 25.4
SHEETS = {"a4": (297, 210), "a3": (420, 297)}
N_TASKS = 300
YEAR, QUARTER, MONTH = "0", "1", "2"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Timeline:
    def __init__(self, folder, zoom, paper):
        self.path = os.path.join(folder, f"{zoom}-{paper}.pdf")
        self.sheet = os.path.join(folder, f"{zoom}-{paper}.xlsx")
        self.paper = paper
        self.n_pages = int(run(SAMPLE, str(N_TASKS), zoom, paper, self.path, self.sheet))
        pattern = (r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                   r'yMax="([\d.-]+)">(.*?)</word>')
        self.pages = [[(*map(float, word[:4]), html.unescape(word[4]))
                       for word in re.findall(pattern, page)]
                      for page in run("pdftotext", "-bbox", self.path, "-").split("<page ")[1:]]

    def numbers(self, page):
        """TT of the tasks on a page, from the top down, with the height each stands at."""
        return sorted((word[1], int(word[4])) for word in self.pages[page]
                      if re.fullmatch(r"\d+", word[4]) and word[2] < 20 * MM + 27)

    def words(self, page):
        return [word[4] for word in self.pages[page]]


class TimelineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.year = Timeline(cls.folder.name, YEAR, "a4")
        cls.quarter = Timeline(cls.folder.name, QUARTER, "a3")
        cls.all = (cls.year, cls.quarter)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_pages(self):
        for timeline, n_slices in ((self.year, 2), (self.quarter, 8)):
            self.assertEqual(len(timeline.pages), timeline.n_pages)
            self.assertEqual(timeline.n_pages % n_slices, 0)
            self.assertGreater(timeline.n_pages, 10 * n_slices)
            info = run("pdfinfo", "-l", str(timeline.n_pages), timeline.path)
            sizes = set(re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info))
            self.assertEqual({tuple(round(float(side) / MM) for side in size)
                              for size in sizes}, {SHEETS[timeline.paper]})

    def test_every_task_once_a_slice_in_order(self):
        for timeline, n_slices in ((self.year, 2), (self.quarter, 8)):
            seen = [number for page in range(timeline.n_pages)
                    for _, number in timeline.numbers(page)]
            plan = list(range(1, N_TASKS + 1))
            self.assertEqual(seen, plan * 2 * n_slices)

    def test_heads_on_every_page(self):
        for timeline in self.all:
            for page in range(timeline.n_pages):
                words = timeline.words(page)
                text = " ".join(words)
                for head in ("TT", "Chủ trì", "Thời hạn", "Đã nộp"):
                    self.assertIn(head, text)
                quarters = re.findall(r"Quý ([IV]+)/(\d+)", text)
                self.assertEqual(len(quarters), 4 if timeline is self.year else 1, page)
                self.assertEqual(len({year for _, year in quarters}), 1)
                self.assertIn(f"Trang {page + 1}/{timeline.n_pages}", text)

    def test_slices_stand_in_the_order_of_time(self):
        order = [re.findall(r"Quý ([IV]+)/(\d+)", " ".join(self.quarter.words(page)))[0]
                 for page in range(self.quarter.n_pages)]
        seen = list(dict.fromkeys(order))
        self.assertEqual(seen, [(roman, year) for year in ("2023", "2024")
                                for roman in ("I", "II", "III", "IV")])
        self.assertEqual(len(set(collections.Counter(order).values())), 1)

    def test_nothing_over_the_edge(self):
        for timeline in self.all:
            width, height = SHEETS[timeline.paper]
            for number, page in enumerate(timeline.pages, 1):
                for left, top, right, bottom, text in page:
                    place = (number, text, left, top, right, bottom)
                    if not any(letter.isalnum() for letter in text):
                        # A sign may come from any font, whose box is far taller than it.
                        top = bottom = (top + bottom) / 2
                    self.assertGreaterEqual(left, 20 * MM - 0.5, place)
                    self.assertGreaterEqual(top, 20 * MM - 0.5, place)
                    self.assertLessEqual(right, (width - 15) * MM + 0.5, place)
                    self.assertLessEqual(bottom, (height - 15) * MM + 0.5, place)

    def test_rows_end_above_the_foot(self):
        for timeline in self.all:
            for number, page in enumerate(timeline.pages):
                foot = min(word[1] for word in page if word[4] == "Trang") - 30
                last = timeline.numbers(number)[-1][0]
                self.assertLess(last, foot, number)

    def test_no_section_ends_a_page(self):
        """A title has a task under it, and what goes on overleaf has its title again."""
        for timeline in self.all:
            for number, page in enumerate(timeline.pages):
                titles = sorted(word[1] for word in page
                                if re.fullmatch(r"II\.\d+\.", word[4]) and word[0] < 20 * MM + 12)
                tasks = [place for place, _ in timeline.numbers(number)]
                self.assertLess(titles[0], tasks[0], number)
                self.assertLess(titles[-1], tasks[-1], number)

    def test_plans_have_bands_of_their_own(self):
        text = " ".join(" ".join(self.year.words(page)) for page in range(self.year.n_pages))
        for year in ("2023", "2024"):
            # The title block, and a band in each of the two slices.
            self.assertEqual(len(re.findall(f"Kế hoạch mẫu năm {year}", text)), 3)

    def test_legend_on_every_page(self):
        for timeline in self.all:
            for page in range(timeline.n_pages):
                text = " ".join(timeline.words(page))
                for words in ("thời gian thực hiện", "sắp đến hạn", "có đơn vị quá hạn",
                              "tất cả đã nộp", "thường xuyên", "ngày xem: 15/4/2023"):
                    self.assertIn(words, text)

    def test_a_grey_printer_keeps_states_apart(self):
        """What is overdue is hatched: in a row of it, light and dark take turns."""
        row = next(place for place, number in self.year.numbers(0) if number == 1)
        image = subprocess.run(["pdftoppm", "-gray", "-r", "144", "-l", "1", self.year.path],
                               check=True, capture_output=True).stdout
        _, size, _, pixels = image.split(b"\n", 3)
        width = int(size.split()[0])
        line = pixels[int((row + 5) * 2) * width:(int((row + 5) * 2) + 1) * width]
        start = int((20 * MM + 0.46 * (297 - 35) * MM) * 2)
        shades = [pixel < 0x90 for pixel in line[start:start + 12]]
        turns = sum(a != b for a, b in zip(shades, shades[1:]))
        self.assertGreaterEqual(turns, 2, list(line[start:start + 12]))

    def test_the_workbook_says_the_same(self):
        sheet = openpyxl.load_workbook(self.year.sheet, data_only=True).worksheets[0]
        head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "TT")
        numbers = [row[0].value for row in sheet.iter_rows(min_row=head + 1)
                   if isinstance(row[0].value, int)]
        self.assertEqual(numbers, list(range(1, N_TASKS + 1)) * 2)
        quarters = [cell.value for cell in sheet[head - 2] if cell.value]
        self.assertEqual(len(quarters), 8)
        self.assertEqual(quarters[4], "Quý I/2024")


if __name__ == "__main__":
    unittest.main(verbosity=2)
