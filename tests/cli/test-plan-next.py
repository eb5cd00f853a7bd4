#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One plan more: next year's from this year's, one by a template, this one as a template."""

import json

import openpyxl

from driver import (ask, digest, done, folder, misused, refused, tap, unchanged, workbook)


def by_no(records):
    return {record["no"]: record for record in records}


def next_year_moves_by_rule():
    with workbook() as file:
        before = ask("tasks", file)
        with unchanged(file):
            trial = ask("plan", file, "next", "--dry-run", "--on", "2023-12-31")
        tap.equal((trial["plan"], trial["year"], len(trial["tasks"])), (None, 2024, 54))
        told = ask("plan", file, "next", "--on", "2023-12-31")
        tap.equal({**told, "plan": None, "dry_run": True}, trial)
        tap.equal(ask("tasks", file), before, "this year's plan")
        tap.equal([(plan["year"], plan["tasks"]) for plan in ask("plans", file)],
                  [(2023, 54), (2024, 54)])

        new = ask("tasks", file, "--plan", told["plan"])
        # The template moved to that year by itself is the same plan.
        with folder() as place:
            other = place / "2024.skh"
            done("new", other, "--template", "duc-pho-2023", "--year", "2024")
            wanted = ask("tasks", other)
        for mine, theirs in zip(new, wanted):
            for field in ("no", "section", "task", "lead", "with", "via", "wording", "kind",
                          "first_day", "last_day"):
                tap.equal(mine[field], theirs[field], f"{field} of task {mine['no']}")
        done("check", file)
        refused("plan", file, "next", says=["2024"])
        done("undo", file)
        tap.equal(len(ask("plans", file)), 1, "plans after undo")


def what_is_unfinished_is_offered_and_taken_over():
    with workbook() as file:
        unit = ask("checklist", file, "--task", "6")[0]["unit"]
        done("set", file, "--unit", unit, "--task", "6", "--state", "delivered",
             "--day", "2023-04-02", "--on", "2023-12-31")
        offered = by_no(ask("plan", file, "next", "--dry-run", "--on", "2023-12-31")
                        ["unfinished"])
        lines = [line for line in ask("checklist", file, "--task", "6", "--on", "2023-12-31")
                 if line["state"] != "delivered"]
        tap.equal(offered["6"]["units"], [line["unit"] for line in lines])
        tap.equal(offered["6"]["open"], len(lines))
        ongoing = next(task["no"] for task in ask("tasks", file) if task["kind"] == "ongoing")
        assert ongoing not in offered, "an ongoing task is never unfinished"

        told = ask("plan", file, "next", "--carry", "6", "--on", "2023-12-31")
        tap.equal(told["carried"], 1)
        new = by_no(ask("tasks", file, "--plan", told["plan"]))
        tap.equal(len(new), 55)
        old = by_no(ask("tasks", file))["6"]
        tap.equal((new["CT1"]["task"], new["CT1"]["lead"], new["CT1"]["kind"]),
                  (old["task"], offered["6"]["units"], "unspecified"))
        tap.equal(len(ask("checklist", file, "--plan", told["plan"], "--task", "CT1")),
                  len(lines))
        with unchanged(file):
            refused("plan", file, "next", "--year", "2025", "--carry", ongoing, says=[ongoing])
        done("check", file)


def a_template_reads_back_equal():
    with workbook() as file:
        template = file.parent / "của-tôi.json"
        before = digest(file)
        done("plan", file, "save-template", "-o", template)
        tap.equal(digest(file), before, "the workbook")
        again = file.parent / "lại.skh"
        done("new", again, "--template", template)
        for command in ("tasks", "units"):
            tap.equal(ask(command, again), ask(command, file), command)
        second = file.parent / "của-tôi-2.json"
        done("plan", again, "save-template", "-o", second)
        first = json.loads(template.read_text())
        tap.equal({**json.loads(second.read_text()), "id": first["id"]}, first)
        tap.equal(first["id"], "của-tôi")
        assert "{year}" in first["title"], first["title"]


def a_hidden_column_stays_hidden():
    with workbook() as file:
        template = file.parent / "biểu.json"
        done("plan", file, "save-template", "-o", template)
        plan = json.loads(template.read_text())
        columns = plan["report_tables"][0]["columns"]
        assert not any("hidden" in column for column in columns), columns
        columns[1]["hidden"] = True
        template.write_text(json.dumps(plan))
        hidden, saved = file.parent / "ẩn.skh", file.parent / "lại.json"
        done("new", hidden, "--template", template)
        done("plan", hidden, "save-template", "-o", saved)
        tap.equal(json.loads(saved.read_text())["report_tables"], plan["report_tables"])
        heads = []
        for source in (file, hidden):
            out = source.with_suffix(".xlsx")
            done("export", "summary", source, "--period", "2023-Q1", "-o", out)
            sheet = openpyxl.load_workbook(out)[plan["report_tables"][0]["sheet_name"]]
            heads.append({cell.value for row in sheet.iter_rows() for cell in row})
        tap.equal([columns[1]["title"] in head for head in heads], [True, False], "the heading")


def every_deadline_fits_a_template():
    wordings = ["từ ngày 11 đến ngày 20/5/2023", "trước ngày 30/4/2023", "hằng tháng",
                "6 tháng/lần", "chậm nhất ngày 17/3/2023", "chậm nhất trong quý II/2023", "trong tháng 2/2023",
                "sau khi có hướng dẫn của Tỉnh ủy", "thường xuyên", "trước ngày 01/01/2024"]
    with workbook() as file:
        book = openpyxl.Workbook()
        book.active.append(["TT", "Nội dung", "Chủ trì", "Thời hạn"])
        for number, wording in enumerate(wordings):
            book.active.append([f"W{number}", f"Việc mới {number} năm 2023", "BTG", wording])
        source = file.parent / "hạn.xlsx"
        book.save(source)
        told = ask("import", "tasks", file, source)
        tap.equal((told["added"], told["refused"]), (len(wordings), 0))

        template = file.parent / "hạn.json"
        done("plan", file, "save-template", "-o", template)
        again = file.parent / "hạn.skh"
        done("new", again, "--template", template)
        tap.equal(ask("tasks", again), ask("tasks", file))
        leap = file.parent / "nhuận.skh"
        done("new", leap, "--template", template, "--year", "2024")
        moved = {task["task"]: task for task in ask("tasks", leap)}
        tap.equal([moved[f"Việc mới {number} năm 2024"]["last_day"] for number in (0, 1, 4, 6, 9)],
                  ["2024-05-20", "2024-04-29", "2024-03-17", "2024-02-29", "2024-12-31"])


def a_plan_by_a_template():
    with workbook() as file:
        told = ask("plan", file, "add", "--template", "ke-hoach-trong", "--year", "2024")
        tap.equal((told["year"], len(ask("plans", file))), (2024, 2))
        refused("plan", file, "add", "--template", "ke-hoach-trong", "--year", "2024",
                says=["2024"])
        done("check", file)


def what_can_not_be_done_changes_nothing():
    with workbook() as file:
        before = digest(file)
        refused("plan", file, "next", "--year", "2023", says=["2023"])
        refused("plan", file, "next", "--year", "2200", says=["2200"])
        refused("plan", file, "save-template", "-o", file.parent / "x.xlsx", says=["x.xlsx"])
        misused("plan", file, "save-template", says=["output"])
        misused("plan", file, "add", says=["template"])
        misused("plan", file, "previous", says=["previous"])
        tap.equal(digest(file), before)


tap.run(next_year_moves_by_rule, what_is_unfinished_is_offered_and_taken_over,
        a_template_reads_back_equal, a_hidden_column_stays_hidden, every_deadline_fits_a_template, a_plan_by_a_template,
        what_can_not_be_done_changes_nothing)
