#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking in a plan as a list: our own appendix says nothing new, an office's workbook says what
it says, every row is counted, and the same list twice changes nothing."""

import datetime

import openpyxl

from driver import ask, digest, done, refused, tap, unchanged, workbook

HEADER = ["TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Qua", "Sản phẩm", "Nơi nhận",
          "Thời gian hoàn thành", "Ghi chú"]
PLAN = [
    ["ĐẢNG ỦY MẪU"], ["KẾ HOẠCH công tác tuyên truyền năm 2023 của Đảng ủy Mẫu"], [],
    HEADER, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    ["IV", "Tuyên truyền"],
    ["1", "Tổ chức hội nghị báo cáo viên", "Ban Tuyên giáo Thị ủy",
     "Văn phòng Thị ủy; BDV, ban dan van thi uy", None, "Báo cáo", "Ban Thường vụ Thị ủy",
     "chậm nhất trong quý II/2023"],
    ["2", "Nộp kế hoạch phát thanh", "Các chi, đảng bộ\nBan Dân vận", None, "Ban Tuyên giáo",
     None, None, datetime.date(2023, 4, 15)],
    ["3", "Theo dõi dư luận", "BTG", None, None, None, "BTV (qua Văn phòng Thị ủy)",
     "Thường xuyên"],
    ["V. Kiểm tra"],
    ["1", "Kiểm tra chuyên đề", "Ủy ban Kiểm tra Thị ủy", None, None, None, None,
     "tùy tình hình", "gấp"],
    ["2", "Việc của ai", "Cơ quan Không Có", None, None, None, None, "quý I"],
    ["3", None, "BTG", None, None, None, None, "quý I"],
    ["4", "Việc của năm khác", "BTG", None, None, None, None, "trước ngày 30/4/2019"],
]


def write(file, name, rows, merge=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for row in book.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
    for block in merge:
        book.active.merge_cells(block)
    path = file.parent / name
    book.save(path)
    return path


def count(told):
    tap.equal(told["rows"], told["added"] + told["changed"] + told["same"] + told["refused"])
    return [told[key] for key in ("rows", "added", "changed", "same", "refused")]


def tasks_of(file):
    return {task["task"]: task for task in ask("tasks", file)}


def our_own_appendix_says_nothing_new():
    with workbook() as file:
        appendix = file.parent / "phụ lục.xlsx"
        done("export", "plan", file, "-o", appendix)
        before = digest(file)
        told = ask("import", "tasks", file, appendix)
        tap.equal(count(told), [54, 0, 0, 54, 0])
        tap.equal((told["faults"], told["notes"]), ([], []))
        tap.equal(digest(file), before, "the workbook")


def a_plan_as_offices_write_it():
    with workbook() as file:
        source = write(file, "kế hoạch.xlsx", PLAN, ["A1:I1", "A2:I2"])
        with unchanged(file):
            trial = ask("import", "tasks", file, source, "--dry-run")
        told = ask("import", "tasks", file, source)
        tap.equal({**told, "dry_run": True}, trial)
        tap.equal(count(told), [7, 4, 0, 0, 3])
        tap.equal([(fault["cell"], fault["sheet"]) for fault in told["faults"]],
                  [("C12", "Sheet"), ("B13", "Sheet"), ("H14", "Sheet")])
        assert "Cơ quan Không Có" in told["faults"][0]["why"], told["faults"]
        tap.equal([(note["cell"], note["value"]) for note in told["notes"]],
                  [("H11", "tùy tình hình"), ("I11", "gấp")])

        tasks = tasks_of(file)
        first = tasks["Tổ chức hội nghị báo cáo viên"]
        tap.equal((first["section"], first["lead"], first["with"], first["kind"],
                   first["last_day"], first["deliverable"], first["recipient"]),
                  ("IV", ["BTG"], ["VP", "BDV"], "by_end_of", "2023-06-30", "Báo cáo",
                   "Ban Thường vụ Thị ủy"))
        second = tasks["Nộp kế hoạch phát thanh"]
        tap.equal((second["lead"], second["via"], second["wording"]),
                  (["CDB", "BDV"], ["BTG"], "15/4/2023"))
        third = tasks["Theo dõi dư luận"]
        tap.equal((third["recipient"], third["via"], third["kind"]), ("BTV", ["VP"], "ongoing"))
        fourth = tasks["Kiểm tra chuyên đề"]
        tap.equal((fourth["section"], fourth["wording"], fourth["last_day"]),
                  ("V", "tùy tình hình", None))
        tap.equal(len({task["no"] for task in ask("tasks", file)}), 58, "numbers")
        tap.equal(len(ask("checklist", file, "--task", second["no"])) > 15, True, "lines")

        before = digest(file)
        tap.equal(count(ask("import", "tasks", file, source)), [7, 0, 0, 4, 3])
        tap.equal(digest(file), before, "the workbook after the same list again")
        done("check", file)
        done("undo", file)
        tap.equal(len(ask("tasks", file)), 54, "tasks after one undo")
        done("check", file)


def what_a_list_changes():
    with workbook() as file:
        task = ask("tasks", file)[0]
        source = write(file, "đổi.xlsx", [
            ["Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"],
            [task["task"].upper(), None, "Văn phòng Thị ủy", "trước ngày 15/3/2023"]])
        told = ask("import", "tasks", file, source)
        tap.equal(count(told), [1, 0, 1, 0, 0])
        changed = next(t for t in ask("tasks", file) if t["no"] == task["no"])
        tap.equal((changed["with"], changed["wording"], changed["kind"], changed["last_day"]),
                  (["VP"], "trước ngày 15/3/2023", "before", "2023-03-14"))
        tap.equal((changed["lead"], changed["deliverable"]), (task["lead"], task["deliverable"]))
        tap.equal(len(ask("tasks", file)), 54)


def a_header_of_two_rows():
    with workbook() as file:
        source = write(file, "hai dòng.xlsx", [
            ["TT", "Nội dung", "Đơn vị thực hiện", None, "Thời hạn"],
            [None, None, "Chủ trì", "Phối hợp", None],
            ["II.1", "Tổ chức học tập"],
            ["1", "Việc mới thứ nhất", "BTG", "VP", "hằng quý"]],
            ["A1:A2", "B1:B2", "C1:D1", "E1:E2"])
        told = ask("import", "tasks", file, source)
        tap.equal(count(told), [1, 1, 0, 0, 0])
        task = tasks_of(file)["Việc mới thứ nhất"]
        tap.equal((task["section"], task["lead"], task["with"], task["kind"]),
                  ("II.1", ["BTG"], ["VP"], "quarterly"))


def what_is_no_plan_is_refused_whole():
    with workbook() as file:
        for rows in ([["a", "b"], [1, 2]], [["TT", "Chủ trì"], [1, "BTG"]]):
            source = write(file, "không.xlsx", rows)
            with unchanged(file):
                refused("import", "tasks", file, source, says=[source])


tap.run(our_own_appendix_says_nothing_new, a_plan_as_offices_write_it, what_a_list_changes,
        a_header_of_two_rows, what_is_no_plan_is_refused_whole)
