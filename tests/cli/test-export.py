#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline, the appendix, a unit's checklist and the report upward as files, read back with other programs: pages with poppler,
workbooks with openpyxl, and Gnumeric computes every formula again."""

import csv
import html
import re
import subprocess

import openpyxl

from driver import ask, done, folder, misused, refused, tap, unchanged, workbook

MM = 72 / 25.4
A4, A3 = (297, 210), (420, 297)
ON = ["--on", "2023-04-15"]


def output(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True,
                          text=True).stdout


def middle_of_sign(text, top, bottom):
    """A sign (✔) may come from any font, whose box is far taller than it: its middle counts."""
    if any(letter.isalnum() for letter in text):
        return top, bottom
    return ((top + bottom) / 2,) * 2


class Pages:
    """A PDF, as poppler reads it: each page's words with their boxes, in points."""

    def __init__(self, path):
        info = output("pdfinfo", path)
        self.n = int(re.search(r"Pages: +(\d+)", info).group(1))
        size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", info).groups()
        self.size = tuple(round(float(side) / MM) for side in size)
        pattern = (r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                   r'yMax="([\d.-]+)">(.*?)</word>')
        self.words = [[(*map(float, word[:4]), html.unescape(word[4]))
                       for word in re.findall(pattern, page)]
                      for page in output("pdftotext", "-bbox", path, "-").split("<page ")[1:]]

    def text(self, page):
        return " ".join(word[4] for word in self.words[page])

    def column(self, page, left, right):
        """The words that lie between two places across the page, from the top down."""
        inside = [word for word in self.words[page] if word[0] >= left and word[2] <= right]
        return [word[4] for word in sorted(inside, key=lambda word: word[1])]

    def numbers(self, page, width=27):
        """The first column: TT of each task."""
        return [int(word) for word in self.column(page, 20 * MM, 20 * MM + width)
                if re.fullmatch(r"\d+", word)]

    def row(self, page, text):
        """The words level with one, from left to right."""
        level = next(word[1] for word in self.words[page] if word[4] == text)
        return [word[4] for word in sorted(self.words[page]) if abs(word[1] - level) < 2]

    def check_edges(self):
        width, height = self.size
        for number, words in enumerate(self.words, 1):
            for left, top, right, bottom, text in words:
                top, bottom = middle_of_sign(text, top, bottom)
                assert (left >= 20 * MM - 0.5 and right <= (width - 15) * MM + 0.5
                        and bottom <= (height - 15) * MM + 0.5
                        and top >= 9 * MM), (number, text, left, top, right, bottom)


def timeline(file, *words, name="tiến độ.pdf"):
    path = file.parent / name
    done("export", "timeline", file, *ON, *words, "-o", path)
    return path


def count_tasks(file):
    return len(ask("tasks", file))


def check_pages(pages, n_tasks, n_slices, heads):
    """Every task once a slice, in order; the heads on each page; page x of y on each."""
    pages.check_edges()
    seen = []
    for i in range(pages.n):
        text = pages.text(i)
        for head in ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Đã nộp"):
            assert head in text, (i, head)
        assert any(head in text for head in heads), (i, text[:200])
        assert f"Trang {i + 1}/{pages.n}" in text, i
        assert "quá hạn" in text, "the legend"
        numbers = pages.numbers(i)
        assert numbers == sorted(numbers) and numbers, (i, numbers)
        seen += numbers
    tap.equal(seen, list(range(1, n_tasks + 1)) * n_slices, "tasks on the pages")


def a_year_on_one_sheet_across():
    with workbook() as file:
        for paper, size in (([], A4), (["--paper", "a4"], A4), (["--paper", "A3"], A3)):
            pages = Pages(timeline(file, *paper))
            tap.equal(pages.size, size, "sheet")
            check_pages(pages, count_tasks(file), 1, ["Quý I/2023"])
            assert "BIỂU TIẾN ĐỘ" in pages.text(0)
            assert "Số liệu tính đến ngày 15/4/2023" in pages.text(0)
            assert "BIỂU TIẾN ĐỘ" not in pages.text(1)
            for quarter in ("Quý I/2023", "Quý II/2023", "Quý III/2023", "Quý IV/2023"):
                for i in range(pages.n):
                    tap.equal(pages.text(i).count(quarter), 1, quarter)


def finer_zooms_go_on_across():
    with workbook() as file:
        n = count_tasks(file)
        for zoom, n_slices, heads in (
                ("quarter", 4, [f"Quý {q}/2023" for q in ("I", "II", "III", "IV")]),
                ("month", 12, [f"Tháng {m}/2023" for m in range(1, 13)])):
            pages = Pages(timeline(file, "--zoom", zoom))
            check_pages(pages, n, n_slices, heads)
            for i in range(pages.n):
                text = f" {pages.text(i)} "
                tap.equal(sum(f" {head} " in text for head in heads), 1, "heads on a page")


def every_plan_on_one_timeline():
    """On paper and in cells: all tasks of the first plan, then all of the next one."""
    with workbook() as file:
        done("plan", file, "next")
        n = count_tasks(file)
        pages = Pages(timeline(file, "--plan", "all"))
        pages.check_edges()
        numbers = [number for i in range(pages.n) for number in pages.numbers(i)]
        tap.equal(numbers, list(range(1, n + 1)) * 4, "tasks, each year once a year of the axis")
        for year in (2023, 2024):
            assert any(f"Quý I/{year}" in pages.text(i) for i in range(pages.n)), year

        sheet = sheet_of(timeline(file, "--plan", "all", name="tiến độ.xlsx"))
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        for plan in ask("plans", file):
            assert any(plan["short_title"] in cell for cell in cells), plan["short_title"]
        misused("tasks", file, "--plan", "all", says=["“tasks”"])


def three_hundred_tasks():
    with folder() as path:
        file = path / "lớn.skh"
        done("generate", file, "--units", "20", "--tasks", "300", "--seed", "5")
        pages = Pages(timeline(file))
        assert pages.n > 8, pages.n
        check_pages(pages, 300, 1, ["Quý I/2023"])
        check_sections(pages)
        pages = Pages(timeline(file, "--zoom", "quarter", "--paper", "a3"))
        check_pages(pages, 300, 4, ["/2023"])
        check_sections(pages)


def check_sections(pages):
    """A section's title stands over its first task, and again over what goes on overleaf."""
    for i in range(pages.n):
        titles = [(word[1], word[4]) for word in pages.words[i]
                  if re.fullmatch(r"[IVX]+(\.\d+)?\.", word[4]) and word[0] < 20 * MM + 12]
        assert titles, i
        bottom = max(word[1] for word in pages.words[i]
                     if re.fullmatch(r"\d+", word[4]) and word[2] < 20 * MM + 27)
        assert max(titles)[0] < bottom, (i, "a title without a task under it")
        first = min(word[1] for word in pages.words[i]
                    if re.fullmatch(r"\d+", word[4]) and word[2] < 20 * MM + 27)
        assert min(titles)[0] < first, (i, "a task without a title over it")


def what_is_delivered_is_said():
    with workbook() as file:
        done("set", file, "--unit", "BTG", "--task", "1", "--state", "delivered", "--day",
             "2023-03-01", *ON)
        text = Pages(timeline(file)).text(0)
        assert "✔ 1/1" in text, text
        assert "! 0/1" in text, text


def sheet_of(path):
    return openpyxl.load_workbook(path, data_only=True).worksheets[0]


def find_head(sheet):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == "TT")


def fill_of(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def rows_by_task(sheet, head):
    return {row[1].value: row for row in sheet.iter_rows(min_row=head + 1)
            if isinstance(row[0].value, int)}


def a_chart_of_cells():
    with workbook() as file:
        done("set", file, "--unit", "BTG", "--task", "1", "--state", "delivered", "--day",
             "2023-03-01", *ON)
        sheet = sheet_of(timeline(file, name="tiến độ.xlsx"))
        head = find_head(sheet)
        rows = rows_by_task(sheet, head)
        tap.equal(sorted(row[0].value for row in rows.values()),
                  list(range(1, count_tasks(file) + 1)), "tasks")

        row = rows["Tiếp thu Chuyên đề năm 2023 của tỉnh"]
        tap.equal([cell.value.isoformat()[:10] for cell in row[3:5]],
                  ["2023-01-01", "2023-03-31"], "days")
        tap.equal([cell.value for cell in row[5:8]], [1, 1, 0], "counts")
        tap.equal(len({fill_of(cell) for cell in row[9:15]}), 1, "colours of the bar")
        assert fill_of(row[9]) and fill_of(row[15]) is None
        tap.equal(row[14].value, "✔ 1/1", "in the bar's last cell")

        late = rows["Hội nghị quán triệt chuyên đề"]
        tap.equal(late[14].value, "! 0/1", "sign of what is overdue")
        tap.equal(late[9].fill.fill_type, "lightUp", "hatching of what is overdue")
        assert fill_of(late[14]) not in (None, fill_of(row[14]))
        quarterly = rows["Hướng dẫn nội dung chủ điểm quý"]
        tap.equal([i for i, cell in enumerate(quarterly[9:]) if cell.value],
                  [5, 11, 17, 23], "milestones")


def the_head_of_a_chart():
    with workbook() as file:
        for zoom, n_spans, paper, code in (("year", 24, "a4", 9), ("quarter", 53, "a3", 8)):
            sheet = sheet_of(timeline(file, "--zoom", zoom, "--paper", paper,
                                      name="tiến độ.xlsx"))
            head = find_head(sheet)
            merged = [area for area in sheet.merged_cells.ranges if area.max_row == head - 2]
            tap.equal(sorted(sheet.cell(area.min_row, area.min_col).value for area in merged),
                      ["Quý I/2023", "Quý II/2023", "Quý III/2023", "Quý IV/2023"], "quarters")
            tap.equal(sum(area.size["columns"] for area in merged), n_spans, "columns")
            months = [area for area in sheet.merged_cells.ranges if area.max_row == head - 1]
            tap.equal(len(months), 12, "months")
            tap.equal(sheet.print_title_rows, f"${head - 2}:${head}", "print titles")
            tap.equal(sheet.freeze_panes, f"C{head + 1}", "frozen panes")
            tap.equal(int(sheet.page_setup.paperSize), code, "paper")
            tap.equal(sheet.page_setup.orientation, "landscape", "orientation")
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.fitToWidth in (None, 1)
            tap.equal(sheet.page_setup.fitToHeight, 0, "as many pages down as it needs")
            marked = [cell for cell in sheet[head][9:]
                      if fill_of(cell) not in (None, fill_of(sheet[head][0]))]
            tap.equal([cell.value for cell in marked], ["1–15" if n_spans == 24 else "10"],
                      "today's column")


def formulas_are_live():
    with workbook() as file:
        path = timeline(file, name="tiến độ.xlsx")
        sheet = openpyxl.load_workbook(path).worksheets[0]
        values = sheet_of(path)
        head = find_head(values)
        out = file.parent / "ra.csv"
        subprocess.run(["ssconvert", "--recalc", "-O", f"sheet='{values.title}' format=raw",
                        "-T", "Gnumeric_stf:stf_assistant", str(path), str(out)], check=True,
                       capture_output=True)
        with open(out, newline="", encoding="utf-8") as lines:
            computed = list(csv.reader(lines))
        n = 0
        for row in rows_by_task(values, head).values():
            if row[6].value is None:
                continue
            assert sheet.cell(row[8].row, 9).value.startswith("="), row[8].row
            got = float(computed[row[8].row - 1][8])
            assert abs(got - row[5].value / row[6].value) < 1e-9, row[8].row
            n += 1
        tap.equal(n, count_tasks(file), "rates")


def the_legend_of_a_chart():
    with workbook() as file:
        sheet = sheet_of(timeline(file, name="tiến độ.xlsx"))
        said = [row[1].value for row in sheet.iter_rows() if isinstance(row[1].value, str)]
        for words in ("thường xuyên", "quá hạn", "tất cả đã nộp", "15/4/2023"):
            assert any(words in text for text in said), words


def the_appendix():
    with workbook() as file:
        tasks = ask("tasks", file)
        path = file.parent / "phụ lục.xlsx"
        done("export", "plan", file, "-o", path)
        sheet = sheet_of(path)
        head = find_head(sheet)
        rows = [row for row in sheet.iter_rows(min_row=head + 1, max_col=9)
                if isinstance(row[0].value, int)]
        tap.equal([row[1].value for row in rows], [task["task"] for task in tasks], "tasks")
        for row, task in zip(rows, tasks):
            if task["kind"] in ("in_period", "by_end_of", "before"):
                tap.equal(row[7].value.isoformat()[:10], task["last_day"], task["no"])
            if task["wording"]:
                tap.equal(row[6].value, task["wording"], task["no"])
        by_no = dict(zip((task["no"] for task in tasks), rows))
        tap.equal(by_no["6"][8].value.isoformat()[:10], "2023-05-04", "next working day")
        tap.equal(by_no["20"][5].value,
                  "Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy; "
                  "Cơ quan Tổ chức - Nội vụ thị xã)", "recipient")
        tap.equal(by_no["8"][7].value.split("\n"),
                  ["31/3/2023", "30/6/2023", "30/9/2023", "31/12/2023"], "quarters")
        titles = [row[0].value for row in sheet.iter_rows(min_row=head + 1)
                  if isinstance(row[0].value, str) and ". " in row[0].value]
        tap.equal(len(titles), len({task["top_section"] for task in tasks}), "sections")


def the_appendix_on_paper():
    with workbook() as file:
        path = file.parent / "phụ lục.pdf"
        done("export", "plan", file, "-o", path)
        pages = Pages(path)
        tap.equal(pages.size, A4, "sheet")
        pages.check_edges()
        assert "PHỤ LỤC" in pages.text(0) and "-KH/TU" in pages.text(0)
        seen = []
        for i in range(pages.n):
            assert "Nội dung nhiệm vụ" in pages.text(i), i
            seen += pages.numbers(i)
        tap.equal(seen, list(range(1, count_tasks(file) + 1)), "tasks on the pages")


UNIT = "DU-PHO-HOA"


def deliver_some(file):
    """One on time with a figure, one late, one sent back."""
    done("set", file, "--unit", UNIT, "--task", "5", "--state", "delivered", "--day",
         "2023-03-10", "--document", "12-BC/ĐU", "--figure", "members_attending=30/40", *ON)
    done("set", file, "--unit", UNIT, "--task", "49", "--state", "delivered", "--day",
         "2023-02-03", *ON)
    done("set", file, "--unit", UNIT, "--task", "32", "--state", "rework", *ON)


def check_checklist(sheet, lines, titles):
    head = find_head(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 1, max_col=11)
            if isinstance(row[0].value, int)]
    tap.equal([row[0] for row in rows], list(range(1, len(lines) + 1)), "numbers")
    # The sheet goes by sections, as the plan does.
    for row, line in zip(rows, lines):
        assert row[2].startswith(titles[line["task"]]), (row[2], line)
        tap.equal(row[4].isoformat()[:10] if row[4] else None, line["due"], line["task"])
        shown = {"overdue": "quá hạn", "on_time": "đúng hạn", "late": "chậm",
                 "due_soon": "sắp đến hạn"}.get(line["timeliness"])
        assert shown is None or row[5].endswith(shown), (row[5], line)
        if line["timeliness"] in ("overdue", "late", "due_soon", "not_due"):
            tap.equal(row[6], line["days"], line["task"])
        else:
            tap.equal(row[6], None, line["task"])
        tap.equal(row[7].isoformat()[:10] if row[7] else None, line["delivered_on"],
                  line["task"])
    return {line["task"]: row for row, line in zip(rows, lines)}


def a_units_checklist():
    with workbook() as file:
        deliver_some(file)
        titles = {task["no"]: task["task"] for task in ask("tasks", file)}
        out = file.parent / "danh mục.xlsx"
        for period in ([], ["--period", "2023-Q1"], ["--period", "2023"]):
            done("export", "checklist", file, "--unit", UNIT, *period, *ON, "-o", out)
            lines = ask("checklist", file, "--unit", UNIT, *(period or ["--period", "2023"]), *ON)
            rows = check_checklist(sheet_of(out), lines, titles)
            assert "trả lại" in rows["32"][5].lower(), rows["32"]
        tap.equal(rows["5"][8], "12-BC/ĐU", "document")
        assert "30/40" in rows["5"][9], rows["5"]


def a_units_checklist_on_paper():
    with workbook() as file:
        deliver_some(file)
        out = file.parent / "danh mục.pdf"
        done("export", "checklist", file, "--unit", UNIT, *ON, "-o", out)
        pages = Pages(out)
        pages.check_edges()
        assert "Đảng ủy phường Phổ Hòa" in pages.text(0), pages.text(0)
        lines = ask("checklist", file, "--unit", UNIT, "--period", "2023", *ON)
        seen = [number for i in range(pages.n) for number in pages.numbers(i, 45)]
        tap.equal(seen, list(range(1, len(lines) + 1)), "lines on the pages")


def the_report_upward_on_paper():
    with workbook() as file:
        deliver_some(file)
        out = file.parent / "báo cáo.pdf"
        done("export", "report", file, "--period", "2023-Q1", *ON, "-o", out)
        pages = Pages(out)
        pages.check_edges()
        assert "BÁO CÁO" in pages.text(0) and "quý I năm 2023" in pages.text(0)
        rates = ask("rates", file, "--period", "2023-Q1", *ON)
        page = next(i for i in range(pages.n) if "TỔNG" in pages.text(i))
        after = pages.row(page, "TỔNG")[1:]
        tap.equal([int(word.replace(".", "")) for word in after[:5]],
                  [rates[key] for key in ("expected", "actual", "on_time", "late", "overdue")],
                  "the totals")


def what_is_refused():
    with workbook() as file:
        beside = file.parent / "ra.pdf"
        with unchanged(file):
            misused("export", "timeline", file, "--paper", "a5", "-o", beside, says=["a5"])
            misused("export", "timeline", file, "--zoom", "day", "-o", beside, says=["day"])
            misused("export", "timeline", file, "-o", file.parent / "ra.txt", says=["ra.txt"])
            misused("export", "plan", file, says=["--output"])
            misused("export", "plan", file, "--paper", "a3", "-o", beside)
            misused("export", "report", file, "--period", "2023", "-o", file.parent / "ra.xlsx",
                    says=[".pdf"])
            misused("export", "checklist", file, "-o", beside, says=["--unit"])
            refused("export", "checklist", file, "--unit", "KHÔNG-CÓ", "-o", beside,
                    says=["KHÔNG-CÓ"])
            refused("export", "plan", file.parent / "không có.skh", "-o", beside,
                    says=["không có.skh"])
            refused("export", "timeline", file, "-o", file.parent / "không có" / "ra.pdf",
                    says=["ra.pdf"])


tap.run(a_year_on_one_sheet_across, finer_zooms_go_on_across,
        every_plan_on_one_timeline, three_hundred_tasks,
        what_is_delivered_is_said, a_chart_of_cells, the_head_of_a_chart, formulas_are_live,
        the_legend_of_a_chart, the_appendix, the_appendix_on_paper, a_units_checklist, a_units_checklist_on_paper,
        the_report_upward_on_paper, what_is_refused)
