#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads written workbooks back with other programs: openpyxl (cached values, formulas, page
set-up) and Gnumeric, which computes every formula again."""
import csv
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from xml.dom import minidom

import openpyxl

SAMPLE = sys.argv.pop(1)


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def find_row(rows, text, column=1):
    return next(row for row in rows if len(row) > column and row[column] == text)


class WrittenWorkbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        base = Path(cls.folder.name)
        cls.summary, cls.chase = base / "tổng hợp.xlsx", base / "đôn đốc.xlsx"
        # In a locale with decimal commas, where a number is soon written wrong.
        subprocess.run([SAMPLE, base / "sổ.skh", cls.summary, cls.chase], check=True,
                       env=dict(os.environ, LC_ALL="vi_VN.UTF-8"))
        cls.values = openpyxl.load_workbook(cls.summary, data_only=True)
        cls.formulas = openpyxl.load_workbook(cls.summary)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_sheets(self):
        self.assertEqual(self.values.sheetnames, ["Tổng hợp", "Biểu 2", "Quá hạn"])

    def test_rates_by_unit(self):
        rows = rows_of(self.values["Tổng hợp"])
        self.assertEqual(find_row(rows, "Đảng ủy xã Mẫu Một")[2:8], [2, 1, 1, 0, 1, 0.5])
        self.assertEqual(find_row(rows, "Đảng ủy xã Mẫu Hai")[2:8], [2, 1, 0, 1, 1, 0.5])
        total = find_row(rows, "TỔNG")
        self.assertEqual(total[2:7], [6, 2, 1, 1, 4])
        self.assertAlmostEqual(total[7], 2 / 6)
        self.assertAlmostEqual(total[8], 1 / 6)

    def test_group_heading_stands_over_its_units(self):
        rows = rows_of(self.values["Tổng hợp"])
        index = next(i for i, row in enumerate(rows) if row[0] == "I. Các đảng ủy mẫu")
        self.assertEqual(rows[index + 1][1], "Đảng ủy xã Mẫu Một")

    def test_figures(self):
        rows = rows_of(self.values["Biểu 2"])
        self.assertEqual(find_row(rows, "Đảng ủy xã Mẫu Một")[2:5], [30, 40, 0.75])
        self.assertEqual(find_row(rows, "Đảng ủy xã Mẫu Ba")[2:5], [None, None, None])
        total = find_row(rows, "TỔNG")
        self.assertEqual(total[2:4], [41, 52])
        self.assertAlmostEqual(total[4], 41 / 52)

    def test_totals_and_percentages_are_live(self):
        n_formulas = 0
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    n_formulas += isinstance(cell.value, str) and cell.value.startswith("=")
        self.assertGreater(n_formulas, 25)
        total = find_row(rows_of(self.formulas["Biểu 2"]), "TỔNG")
        self.assertTrue(total[2].startswith("=SUM("))
        self.assertTrue(total[4].startswith("=IF("))

    def test_overdue_days_are_real_dates(self):
        rows = rows_of(self.values["Quá hạn"])
        row = next(row for row in rows if row[1] == "Đảng ủy xã Mẫu Ba")
        self.assertEqual(row[5].strftime("%Y-%m-%d"), "2023-03-31")
        self.assertEqual(row[6], 15)

    def test_recalculation_changes_nothing(self):
        """Gnumeric's own result of every formula is the cached value."""
        for sheet in self.values.worksheets:
            out = Path(self.folder.name) / "sheet.csv"
            subprocess.run(["ssconvert", "--recalc", "-O", f"sheet='{sheet.title}' format=raw",
                            "-T", "Gnumeric_stf:stf_assistant", self.summary, out],
                           check=True, capture_output=True)
            with open(out, newline="", encoding="utf-8") as file:
                computed = list(csv.reader(file))
            for r, row in enumerate(rows_of(sheet)):
                for c, value in enumerate(row):
                    if isinstance(value, (int, float)):
                        self.assertAlmostEqual(float(computed[r][c]), value, places=9,
                                               msg=f"{sheet.title} {r} {c}")

    def test_no_error_cells(self):
        for sheet in self.values:
            for row in rows_of(sheet):
                for value in row:
                    self.assertFalse(isinstance(value, str) and value.startswith("#"), value)

    def test_page_set_up(self):
        for sheet in self.values:
            self.assertEqual(sheet.page_setup.orientation, "landscape", sheet.title)
            self.assertEqual(int(sheet.page_setup.paperSize), 9)
            self.assertTrue(sheet.print_title_rows, sheet.title)
            self.assertIsNotNone(sheet.freeze_panes, sheet.title)
            self.assertIn("&P", sheet.oddFooter.center.text or "")

    def test_letterhead(self):
        texts = [value for row in rows_of(self.values["Tổng hợp"])[:10] for value in row if value]
        for expected in ("ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY MẪU", "*", "ĐẢNG CỘNG SẢN VIỆT NAM",
                         "Số        -BC/ĐU", "BÁO CÁO", "Số liệu tính đến ngày 15/4/2023"):
            self.assertIn(expected, texts)

    def test_parts_are_well_formed(self):
        for path in (self.summary, self.chase):
            with zipfile.ZipFile(path) as archive:
                self.assertIsNone(archive.testzip())
                for name in archive.namelist():
                    minidom.parseString(archive.read(name))

    def test_chase_list_stands_by_unit(self):
        rows = rows_of(openpyxl.load_workbook(self.chase, data_only=True)["Đôn đốc"])
        headings = [row[0] for row in rows if isinstance(row[0], str) and ". " in row[0]]
        self.assertEqual(headings, ["I. Đảng ủy xã Mẫu Một", "II. Đảng ủy xã Mẫu Hai",
                                    "III. Đảng ủy xã Mẫu Ba"])

    def test_refused_folder_leaves_nothing(self):
        base = Path(self.folder.name)
        result = subprocess.run([SAMPLE, base / "sổ 2.skh", base / "không có" / "x.xlsx",
                                 base / "y.xlsx"], capture_output=True, text=True)
        self.assertEqual(result.returncode, 1)
        self.assertIn("x.xlsx", result.stderr)
        self.assertFalse((base / "y.xlsx").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
