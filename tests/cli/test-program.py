#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a whole: help, usage, versions, and that it is built without GTK."""

import json
import os
import re
import shutil
import subprocess

from driver import CLI, ask, done, folder, misused, refused, run, tap, workbook

COMMANDS = [
    "templates", "new", "plans", "tasks", "plan", "units", "checklist", "set", "rates",
    "overdue",
    "import units", "import tasks", "import", "register", "register-add", "conference",
    "export register",
    "commitments", "export commitments", "export commitment-forms",
    "export summary", "export report", "export checklist", "chase", "export chase",
    "export letters", "export plan",
    "export timeline", "history", "undo", "redo", "check", "generate", "version",
]


def every_command_is_listed_and_no_other():
    listed = re.findall(r"^  ([a-z-]+(?: [a-z-]+)?)  ", done("--help"), re.MULTILINE)
    tap.equal(listed, COMMANDS)


def every_command_has_help():
    for command in COMMANDS:
        for flag in ("--help", "-h"):
            text = done(*command.split(), flag)
            assert f"sokehoach-cli {command}" in text and "--help" in text, text


def help_hides_what_is_for_benchmarks():
    assert "--units" not in done("generate", "--help")


def wrong_usage_shows_the_usage():
    misused()
    for words in (["nothing"], ["export"], ["export", "nothing"]):
        misused(*words, says=["Commands:"])
    for command in COMMANDS:
        misused(*command.split(), "a", "b", "c", "--nothing", says=["--nothing"])
    misused("import", "people", says=["SOURCE"])
    misused("rates", says=["FILE"])
    misused("rates", "x.skh", says=["--period"])
    misused("tasks", "x.skh", "y.skh", says=["y.skh"])
    misused("set", "x.skh", "--task", "1", says=["--unit"])
    misused("new", "x.skh", says=["--template"])
    misused("version", "--on", "2023-01-01")


def bad_dates_and_periods_are_wrong_usage():
    with workbook() as file:
        for day in ("2023-02-29", "15/4/2023", "2023-4-15", "", "hôm nay", "2023-04-15 "):
            misused("overdue", file, "--on", day, says=["--on"])
        for period in ("2023-Q5", "2023-13", "Q1", "", "2023-H3", "23"):
            misused("rates", file, "--period", period, says=["2023-Q1"])
        for year in ("0", "-1", "abc", "99999", "2023.5"):
            misused("new", file, "--template", "x", f"--year={year}", says=["--year"])


def versions_are_told():
    told = ask("version")
    tap.equal(told["program"], "0.1.0")
    assert told["schema"] >= 1
    for library in ("sqlite", "glib", "icu", "libxlsxwriter"):
        assert re.match(r"\d+\.\d+", told[library]), (library, told[library])
    assert "0.1.0" in done("version")


def it_is_built_without_gtk():
    linked = subprocess.run(["ldd", CLI], capture_output=True, text=True, check=True).stdout
    assert "libglib" in linked, linked
    assert "libgtk" not in linked and "libadwaita" not in linked, linked
    assert "libcairo" not in linked and "libpango" not in linked, linked


def a_program_beside_it_writes_pdf():
    with workbook() as file:
        link = file.parent / "kế-hoạch"
        link.symlink_to(CLI)
        subprocess.run([link, "export", "plan", file, "-o", file.parent / "ra.pdf"], check=True)
        assert (file.parent / "ra.pdf").read_bytes().startswith(b"%PDF")


def without_that_program_nothing_is_written():
    with workbook() as file:
        alone = file.parent / "sokehoach-cli"
        shutil.copy(CLI, alone)
        lost = subprocess.run([alone, "export", "plan", file, "-o", file.parent / "ra.pdf"],
                              env=dict(os.environ, PATH=str(file.parent)), capture_output=True,
                              text=True)
        tap.equal((lost.returncode, lost.stdout, lost.stderr.count("\n")), (1, "", 1))
        assert "sokehoach-cli-pdf" in lost.stderr, lost.stderr
        assert not (file.parent / "ra.pdf").exists()
        subprocess.run([alone, "export", "plan", file, "-o", file.parent / "ra.xlsx"], check=True)


def a_job_without_a_locale_gives_and_gets_vietnamese():
    with workbook() as file:
        done("set", file, "--unit", "BTG", "--task", "1", "--state", "delivered", "--on",
             "2023-03-01", "--document", "12-BC/ĐU", env={"LC_ALL": "C", "LANG": ""})
        line = ask("checklist", file, "--unit", "BTG", "--task", "1", env={"LC_ALL": "C"})[0]
        tap.equal(line["document"], "12-BC/ĐU")
        text = done("history", file, env={"LC_ALL": "C"})
        assert "Đánh dấu: Ban Tuyên giáo" in text, text


def what_is_not_utf8_is_refused():
    with workbook() as file:
        result = subprocess.run([CLI, "set", file, "--unit", "BTG", "--task", "1",
                                 "--note", b"\xff\xfe"], capture_output=True)
        tap.equal(result.returncode, 2)


def a_result_that_cannot_be_written_is_no_success():
    with workbook() as file, open("/dev/full", "w") as full:
        for words in (["tasks", file, "--json"], ["tasks", file], ["--help"], ["version"]):
            status = subprocess.run([CLI, *map(str, words)], stdout=full,
                                    stderr=subprocess.PIPE).returncode
            tap.equal(status, 1, f"exit status of {words}")


def json_is_one_document_and_plain_utf8():
    with workbook() as file:
        text = done("tasks", file, "--json")
        assert "Ban Tuyên giáo" in text and "\\u" not in text
        assert text.endswith("]\n") and json.loads(text)
        tap.equal(done("overdue", file, "--on", "2020-01-01", "--json"), "[]\n")


def tables_are_aligned():
    with workbook() as file:
        rows = done("units", file).splitlines()
        column = rows[0].index("Parent")
        assert len(rows) == 34, len(rows)
        for row in rows[2:]:
            tap.equal(row[column:].startswith("THIUY"), True, row)


def the_words_stand_in_any_order():
    with workbook() as file:
        tap.equal(ask("rates", "--period", "2023", file, "--on=2023-04-15"),
                  ask("rates", file, "--on", "2023-04-15", "--period=2023"))


def no_file_is_told_by_name():
    with folder() as path:
        for command in ("tasks", "units", "checklist", "overdue", "history", "undo", "redo",
                        "check"):
            refused(command, path / "không có.skh", says=["không có.skh"])
        assert not list(path.iterdir())


tap.run(every_command_is_listed_and_no_other, every_command_has_help,
        help_hides_what_is_for_benchmarks, wrong_usage_shows_the_usage,
        bad_dates_and_periods_are_wrong_usage, versions_are_told, it_is_built_without_gtk,
        a_program_beside_it_writes_pdf, without_that_program_nothing_is_written,
        a_job_without_a_locale_gives_and_gets_vietnamese, what_is_not_utf8_is_refused,
        a_result_that_cannot_be_written_is_no_success, json_is_one_document_and_plain_utf8,
        tables_are_aligned, the_words_stand_in_any_order, no_file_is_told_by_name)
