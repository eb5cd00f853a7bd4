#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as they come: not a workbook, damaged, newer, read-only, open elsewhere. Each is
refused with its name and without a byte changed.

Permission bits say nothing to root. A file without any write bit is refused to root too,
which is tested as whoever runs this; a folder that can't be written is tested by running the
program as nobody when the tests run as root."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import time

from driver import (CLI, TEMPLATE, ask, done, folder, refused, run, tap, unchanged,
                    workbook)

NOBODY = 65534

READS = [["tasks"], ["units"], ["checklist"], ["rates", "--period", "2023"], ["overdue"],
         ["history"], ["check"]]
CHANGE = ["--unit", "BTG", "--task", "1", "--note", "x"]


def writes(file):
    return [["set", file, *CHANGE], ["undo", file], ["redo", file],
            ["import", "units", file, "-"]]


def refuse_everything(file):
    with unchanged(file):
        for words in READS:
            refused(words[0], file, *words[1:], says=[file.name])
        for words in writes(file):
            refused(*words, says=[file.name], stdin="Tên\nA\n")
        for report in ("summary", "chase"):
            period = ["--period", "2023"] if report == "summary" else []
            refused("export", report, file, *period, "-o", file.parent / "ra.xlsx",
                    says=[file.name])


def not_a_workbook():
    with folder() as path:
        for name, content in (("trống.skh", b""), ("chữ.skh", "không phải sổ\n".encode()),
                              ("ngắn.skh", b"SQLite format 3\0"),
                              ("ảnh.skh", random.Random(1).randbytes(50000))):
            file = path / name
            file.write_bytes(content)
            refuse_everything(file)


def a_folder_is_no_workbook():
    with folder() as path:
        (path / "thư mục.skh").mkdir()
        for words in READS:
            refused(words[0], path / "thư mục.skh", *words[1:], says=["thư mục.skh"])


def another_programs_database():
    with folder() as path:
        file = path / "khác.skh"
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT)")
        database.close()
        refuse_everything(file)


def cut_short():
    with workbook() as file:
        whole = file.read_bytes()
        for share in (0.02, 0.3, 0.5, 0.9):
            file.write_bytes(whole[:int(len(whole) * share)])
            refuse_everything(file)


def overwritten_pages():
    """Whatever page is overwritten, it is told or it holds nothing that is needed."""
    with workbook() as file:
        whole = file.read_bytes()
        size = 4096
        rand = random.Random(7)
        told = 0
        pages = rand.sample(range(1, len(whole) // size), 12)
        for page in pages:
            file.write_bytes(whole[:page * size] + rand.randbytes(size)
                             + whole[(page + 1) * size:])
            with unchanged(file):
                result = run("check", file)
                assert result.status in (0, 1), (page, result.err)
                told += result.status
                for words in READS:
                    result = run(words[0], file, *words[1:])
                    assert result.status in (0, 1), (page, words, result.status, result.err)
                    if result.status == 1:
                        assert result.err.count("\n") == 1, result.err
        assert told >= len(pages) - 1, f"{told} of {len(pages)} damaged pages were told"


def a_fault_of_the_content_is_told():
    with workbook() as file:
        database = sqlite3.connect(file)
        database.execute("UPDATE unit SET code = 'BTG' WHERE code = 'VP'")
        database.execute("DELETE FROM section WHERE code = 'III'")
        database.commit()
        database.close()
        with unchanged(file):
            result = run("check", file)
            tap.equal(result.status, 1)
            assert "BTG" in result.out and len(result.out.splitlines()) >= 2, result.out
            assert file.name in result.err and result.err.count("\n") == 1, result.err
            assert not json.loads(run("check", file, "--json").out)["sound"]


def a_sound_workbook():
    with workbook() as file:
        with unchanged(file):
            tap.equal(ask("check", file), {"sound": True, "faults": []})


def set_version(file, version, readable_from=None):
    database = sqlite3.connect(file)
    database.execute(f"PRAGMA user_version = {version}")
    if readable_from is not None:
        database.execute("INSERT OR REPLACE INTO meta VALUES ('readable_from', ?)",
                         [readable_from])
    database.commit()
    database.close()


def a_newer_file():
    with workbook() as file:
        set_version(file, 99)
        refuse_everything(file)
        # It says that this version may read it: then it is read, and not changed.
        set_version(file, 99, 1)
        with unchanged(file):
            assert ask("tasks", file)
            for words in writes(file):
                refused(*words, says=[file.name], stdin="Tên\nA\n")


def a_read_only_file():
    with workbook() as file:
        file.chmod(0o444)
        with unchanged(file):
            assert ask("tasks", file) and ask("checklist", file)
            done("check", file)
            with folder() as elsewhere:
                done("export", "chase", file, "-o", elsewhere / "x.xlsx")
            for words in writes(file):
                refused(*words, says=[file.name], stdin="Tên\nA\n")
            told = ask("import", "units", file, "-", "--dry-run", stdin="Tên\nĐơn vị mới\n")
            tap.equal((told["added"], told["refused"]), (1, 0))


def a_folder_that_cannot_be_written():
    with workbook() as file:
        program = file.parent / "cli"
        shutil.copy(CLI, program)
        program.chmod(0o755)
        file.chmod(0o666)
        file.parent.chmod(0o555)
        options = {}
        if os.geteuid() == 0:
            options = {"user": NOBODY, "group": NOBODY, "extra_groups": []}

        def work(*words):
            return subprocess.run([program, *map(str, words)], capture_output=True,
                                  text=True, **options)

        with unchanged(file):
            read = work("tasks", file, "--json")
            tap.equal((read.returncode, read.stderr), (0, ""))
            for words in writes(file)[:3]:
                result = work(*words)
                tap.equal((result.returncode, result.stdout, result.stderr.count("\n")),
                          (1, "", 1), str(words))
                assert file.name in result.stderr
            made = work("new", file.parent / "mới.skh", "--template", TEMPLATE)
            tap.equal((made.returncode, made.stderr.count("\n")), (1, 1))
            out = work("export", "chase", file, "-o", file.parent / "ra.pdf")
            tap.equal((out.returncode, out.stderr.count("\n")), (1, 1))


class Holder:
    """A second program that has the workbook open to change it: an import that waits for
    its list."""

    def __init__(self, file):
        self.process = subprocess.Popen([CLI, "import", "units", str(file), "-"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                        text=True)
        # It writes its name into the lock when it has it. Trying to open the file here
        # could take the lock from under it.
        lock = file.parent / f".~lock.{file.name}#"
        deadline = time.monotonic() + 20
        while not lock.exists() or not lock.read_text():
            assert time.monotonic() < deadline, "the other program never opened the file"
            time.sleep(0.01)


def open_elsewhere():
    with workbook() as file:
        holder = Holder(file)
        with unchanged(file):
            for words in writes(file):
                refused(*words, says=[file.name], stdin="Tên\nA\n")
            assert ask("checklist", file)
            done("check", file)
        holder.process.communicate("Tên\nĐơn vị từ chương trình kia\n")
        tap.equal(holder.process.returncode, 0)
        assert any(unit["name"] == "Đơn vị từ chương trình kia" for unit in ask("units", file))
        done("set", file, *CHANGE)


def a_program_that_was_killed_leaves_nothing_in_the_way():
    with workbook() as file:
        holder = Holder(file)
        holder.process.kill()
        holder.process.wait()
        done("set", file, *CHANGE)
        done("check", file)
        tap.equal([child.name for child in file.parent.iterdir()], [file.name])


def an_interrupted_change_is_as_if_it_never_was():
    """Killed at moments spread over its run, a change is there whole or not at all."""
    with workbook() as file:
        lines = "Mã;Tên;Khối\n" + "".join(f"X{i};Đảng ủy mẫu {i};CDB\n" for i in range(300))
        (file.parent / "dv.csv").write_text(lines, encoding="utf-8")
        whole = file.read_bytes()
        started = time.monotonic()
        done("import", "units", file, file.parent / "dv.csv")
        takes = time.monotonic() - started
        seen = set()
        for step in range(12):
            file.write_bytes(whole)
            process = subprocess.Popen([CLI, "import", "units", str(file),
                                        str(file.parent / "dv.csv")],
                                       stdout=subprocess.DEVNULL)
            time.sleep(takes * step / 10)
            process.kill()
            process.wait()
            done("check", file)
            seen.add(len(ask("units", file)))
            journal = file.parent / (file.name + "-journal")
            if journal.exists():
                journal.unlink()
        assert seen <= {33, 333}, seen


tap.run(not_a_workbook, a_folder_is_no_workbook, another_programs_database, cut_short,
        overwritten_pages, a_fault_of_the_content_is_told, a_sound_workbook, a_newer_file,
        a_read_only_file, a_folder_that_cannot_be_written, open_elsewhere,
        a_program_that_was_killed_leaves_nothing_in_the_way,
        an_interrupted_change_is_as_if_it_never_was)
