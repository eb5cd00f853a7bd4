#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rates, counted again here in two other ways: from the lines as `checklist` prints them, and
from the rows of the file, by the office's rules written down once more. What goes up as .xlsx
carries the same numbers."""

import datetime
import random
import sqlite3

import openpyxl

from driver import ask, done, folder, misused, refused, tap, unchanged, workbook

COUNTS = ("expected", "actual", "on_time", "late", "overdue")


def parse_day(text):
    return datetime.date.fromisoformat(text) if text else None


def span(period):
    """The first and last day of 2023, 2023-H1, 2023-Q1, 2023-04."""
    year, _, part = period.partition("-")
    if not part:
        first, months = 1, 12
    elif part[0] == "H":
        first, months = 6 * int(part[1]) - 5, 6
    elif part[0] == "Q":
        first, months = 3 * int(part[1]) - 2, 3
    else:
        first, months = int(part), 1
    start = datetime.date(int(year), first, 1)
    after = first + months
    end = datetime.date(int(year) + (after > 12), (after - 1) % 12 + 1, 1)
    return start, end - datetime.timedelta(days=1)


def inside(inner, outer):
    (a, b), (c, d) = span(inner), span(outer)
    return c <= a and b <= d


def add(counts, due, delivered, on):
    counts["expected"] += 1
    if delivered:
        counts["actual"] += 1
        counts["on_time" if delivered <= due else "late"] += 1
    elif due < on:
        counts["overdue"] += 1


def zero():
    return dict.fromkeys(COUNTS, 0)


# From the lines.

def count_lines(lines, on, group=lambda line: "all"):
    found = {}
    for line in lines:
        counts = found.setdefault(group(line), zero())
        due = parse_day(line["due"])
        if due and line["state"] != "not_applicable":
            add(counts, due, parse_day(line["delivered_on"]), on)
    return found


# From the file.

PERIODIC = ("monthly", "quarterly", "half_yearly", "quarterly_set_by_office")
AWAITING = ("relative", "quarterly_set_by_office")
ROWS = """
SELECT u.code AS unit, s.code AS section, t.deadline_kind AS kind, t.last_day, a.period,
  a.state, a.delivered_on, a.empty_return, a.from_day, a.to_day, u.opened, u.closed,
  (SELECT d.day FROM due_day d WHERE d.task_id = t.id AND d.period = a.period) AS given
FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id
JOIN section s ON s.id = t.section_id
"""


def due_of(row):
    if row["kind"] in ("ongoing", "unspecified"):
        return None
    if row["kind"] in AWAITING:
        return parse_day(row["given"])
    return span(row["period"])[1] if row["kind"] in PERIODIC else parse_day(row["last_day"])


def count_file(file, period, on, key=None):
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    found = {}
    for row in database.execute(ROWS):
        due = due_of(row)
        if due is None or row["state"] == "not_applicable":
            continue
        starts = [day for day in (row["opened"], row["from_day"]) if day]
        ends = [day for day in (row["closed"], row["to_day"]) if day]
        if any(due < parse_day(day) for day in starts):
            continue
        if any(due > parse_day(day) for day in ends):
            continue
        first, last = span(period)
        if not (inside(row["period"], period) if row["kind"] in PERIODIC
                else first <= due <= last):
            continue
        delivered = parse_day(row["delivered_on"]) if not row["empty_return"] else None
        add(found.setdefault(row[key] if key else "all", zero()), due,
            delivered if delivered and delivered <= on else None, on)
    database.close()
    return found


# What is compared.

def rates_of(counts):
    expected = counts["expected"]
    return (counts["actual"] / expected if expected else None,
            counts["on_time"] / expected if expected else None)


def compare(item, counts, what):
    tap.equal({key: item[key] for key in COUNTS}, counts, what)
    for got, wanted in zip((item["completeness"], item["timeliness"]), rates_of(counts)):
        if wanted is None:
            tap.equal(got, None, what)
        else:
            assert abs(got - wanted) < 1e-15 and 0 <= got <= 1, (what, got, wanted)


def check_period(file, period, day):
    on = parse_day(day)
    told = ask("rates", file, "--period", period, "--on", day)
    lines = ask("checklist", file, "--period", period, "--on", day)
    sections = {task["no"]: task["top_section"] for task in ask("tasks", file)}
    what = f"{period} on {day}"

    compare(told, count_lines(lines, on).get("all", zero()), f"{what}, by its lines")
    compare(told, count_file(file, period, on).get("all", zero()), f"{what}, by the file")
    by_unit = count_lines(lines, on, lambda line: line["unit"])
    tap.equal({item["unit"] for item in told["by_unit"]}, set(by_unit), what)
    for item in told["by_unit"]:
        compare(item, by_unit[item["unit"]], f"{what}, {item['unit']}")
    from_file = count_file(file, period, on, "unit")
    for item in told["by_unit"]:
        compare(item, from_file.get(item["unit"], zero()), f"{what}, {item['unit']}, file")
    by_section = count_lines(lines, on, lambda line: sections[line["task"]])
    for item in told["by_section"]:
        compare(item, by_section.get(item["section"], zero()), f"{what}, {item['section']}")
    for items in (told["by_unit"], told["by_section"]):
        for key in COUNTS:
            tap.equal(sum(item[key] for item in items), told[key], f"{what}: sum of {key}")
    overdue = {(line["unit"], line["task"], line["period"]) for line in lines
               if line["timeliness"] == "overdue"}
    tap.equal(len(overdue), told["overdue"], what)
    return told


PERIODS = [("2023", "2023-08-31"), ("2023", "2023-01-01"), ("2023-H1", "2023-07-15"),
           ("2023-Q1", "2023-04-15"), ("2023-Q1", "2023-03-31"), ("2023-Q2", "2023-06-10"),
           ("2023-03", "2023-05-01"), ("2023-12", "2024-02-01"), ("2022", "2023-08-31"),
           ("2024", "2024-08-31")]


def of_the_built_in_plan():
    with workbook() as file:
        told = check_period(file, "2023-Q1", "2023-04-15")
        tap.equal(told["actual"], 0)
        units = [unit["code"] for unit in ask("units", file)]
        rand = random.Random(5)
        for line in rand.sample(ask("checklist", file, "--period", "2023-H1"), 25):
            period = ["--period", line["period"]] if "-" in line["period"] else []
            words = rand.choice([["--state", "delivered", "--on", "2023-03-28"],
                                 ["--state", "delivered", "--on", "2023-04-20"],
                                 ["--state", "not_applicable", "--note", "không có"],
                                 ["--state", "rework"], ["--state", "in_progress"]])
            done("set", file, "--unit", line["unit"], "--task", line["task"], *period, *words)
        ask("import", "units", file, "-", stdin="Mã\tThành lập\tKết thúc\n"
            f"{units[8]}\t1/5/2023\t\n{units[9]}\t\t31/3/2023\n{units[10]}\t\t30/3/2023\n")
        for period, day in PERIODS:
            check_period(file, period, day)


def of_a_generated_workbook():
    with folder() as path:
        file = path / "huyện.skh"
        done("generate", file, "--scale", "district", "--seed", "3")
        for period, day in PERIODS:
            told = check_period(file, period, day)
        told = ask("rates", file, "--period", "2023", "--on", "2023-08-31")
        assert told["expected"] > 1000 and told["late"] > 100 and told["overdue"] > 100, told
        # A day after is late, the last day itself is not: both are there.
        due = [line for line in ask("checklist", file) if line["delivered_on"] == line["due"]]
        assert due and all(line["timeliness"] == "on_time" for line in due if line["due"])


def an_empty_return_does_not_count():
    with workbook() as file:
        done("set", file, "--unit", "BTG", "--task", "1", "--state", "delivered", "--on",
             "2023-03-01")
        database = sqlite3.connect(file)
        database.execute("UPDATE assignment SET empty_return = 1 WHERE state = 'delivered'")
        database.commit()
        database.close()
        line = ask("checklist", file, "--unit", "BTG", "--task", "1", "--on", "2023-04-15")[0]
        tap.equal((line["empty"], line["state"] == "delivered"), (True, False))
        told = check_period(file, "2023-Q1", "2023-04-15")
        tap.equal(told["actual"], 0)


def overdue_is_in_the_order_to_chase():
    with folder() as path:
        file = path / "huyện.skh"
        done("generate", file, "--scale", "district", "--seed", "3")
        lines = ask("overdue", file, "--on", "2023-06-30")
        wanted = [line for line in ask("checklist", file, "--on", "2023-06-30")
                  if line["timeliness"] == "overdue"]
        key = lambda line: (line["unit"], line["task"], line["period"])  # noqa: E731
        tap.equal(sorted(map(key, lines)), sorted(map(key, wanted)))
        units = list(dict.fromkeys(line["unit"] for line in lines))
        blocks = [[line for line in lines if line["unit"] == unit] for unit in units]
        tap.equal([line for block in blocks for line in block], lines, "lines unit by unit")
        for block in blocks:
            tap.equal([line["due"] for line in block], sorted(line["due"] for line in block))
        oldest = [block[0]["due"] for block in blocks]
        tap.equal(oldest, sorted(oldest), "the oldest of each unit")
        for line in lines:
            tap.equal(line["days"], (datetime.date(2023, 6, 30) - parse_day(line["due"])).days)


# What goes up.

HEADS = ["Phải nộp", "Đã nộp", "Đúng hạn", "Chậm", "Quá hạn", "Tỷ lệ nộp", "Tỷ lệ đúng hạn"]


def read_sheet(path):
    """Rows of the summary's first table: name → the cells under the heads, as cached."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "Phải nộp" in row)
    at = [rows[head].index(name) for name in HEADS]
    found = {}
    for row in rows[head + 1:]:
        name = next((cell for cell in row[:2][::-1] if isinstance(cell, str)), None)
        if name and row[at[0]] is not None and name not in found:
            found[name] = [row[i] for i in at]
    return found


def check_sheet(path, file, period, day):
    told = ask("rates", file, "--period", period, "--on", day)
    names = {unit["code"]: unit["name"] for unit in ask("units", file)}
    sheet = read_sheet(path)

    def compare_row(item, name):
        row = sheet[name]
        tap.equal(row[:5], [item[key] for key in COUNTS], name)
        for cell, ratio in zip(row[5:], (item["completeness"], item["timeliness"])):
            assert (cell in (None, "")) if ratio is None else abs(cell - ratio) < 1e-9, \
                (name, cell, ratio)

    for item in told["by_unit"]:
        if item["expected"]:
            compare_row(item, names[item["unit"]])
    compare_row(told, next(name for name in sheet if name.upper().startswith("TỔNG")))


def the_report_upward_has_the_same_numbers():
    with folder() as path:
        file = path / "huyện.skh"
        done("generate", file, "--scale", "district", "--seed", "3")
        for period, day in (("2023-Q1", "2023-04-15"), ("2023-H1", "2023-07-01"),
                            ("2023", "2023-08-31")):
            with folder() as out, unchanged(file):
                text = done("export", "summary", file, "--period", period, "--on", day,
                            "-o", out / "báo cáo.xlsx")
                tap.equal(text, "")
                check_sheet(out / "báo cáo.xlsx", file, period, day)


def the_chase_list_as_sheet_and_paper():
    with workbook() as file:
        out = file.parent / "đôn đốc.xlsx"
        done("export", "chase", file, "--on", "2023-04-15", "-o", out)
        sheet = openpyxl.load_workbook(out, data_only=True).worksheets[0]
        days = sorted(row[5] for row in sheet.iter_rows(values_only=True)
                      if isinstance(row[4], datetime.datetime)
                      and row[4] < datetime.datetime(2023, 4, 15))
        tap.equal(days, sorted(line["days"] for line in
                               ask("overdue", file, "--on", "2023-04-15")))
        paper = file.parent / "đôn đốc.PDF"
        done("export", "chase", file, "--on", "2023-04-15", "-o", paper)
        assert paper.read_bytes().startswith(b"%PDF-")


def where_an_export_can_not_go():
    with workbook() as file:
        words = ["export", "summary", file, "--period", "2023-Q1", "-o"]
        with unchanged(file):
            misused("export", "summary", file, "--period", "2023-Q1", says=["--output"])
            misused(*words, file.parent / "ra.pdf", says=[".xlsx"])
            misused(*words, file.parent / "ra", says=[".xlsx"])
            misused("export", "chase", file, "-o", file, says=[".pdf"])
            refused(*words, file.parent / "không có" / "ra.xlsx", says=["ra.xlsx"])
        # A workbook by another name is not written over either.
        linked = file.parent / "sổ.xlsx"
        linked.hardlink_to(file)
        with unchanged(file):
            refused(*words, linked, says=["sổ.xlsx"])


tap.run(of_the_built_in_plan, of_a_generated_workbook, an_empty_return_does_not_count,
        overdue_is_in_the_order_to_chase, the_report_upward_has_the_same_numbers,
        the_chase_list_as_sheet_and_paper, where_an_export_can_not_go)
