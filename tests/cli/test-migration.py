#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook as an earlier version wrote it: read, it stays as it is; written, it is backed
up and brought up to date with all it held."""

import contextlib
import pathlib
import sqlite3

from driver import ask, digest, done, folder, one_line, refused, tap, unchanged

HERE = pathlib.Path(__file__).parent


def make(script, file):
    database = sqlite3.connect(file)
    database.executescript(script.read_text(encoding="utf-8"))
    database.close()


@contextlib.contextmanager
def old_workbook():
    with folder() as path:
        file = path / "sổ cũ.skh"
        make(HERE / "workbook-001.sql", file)
        yield file


def rows(file, sql):
    with contextlib.closing(sqlite3.connect(file)) as database:
        return database.execute(sql).fetchall()


def counts(file, tables):
    return {table: rows(file, f'SELECT count (*) FROM "{table}"')[0][0] for table in tables}


def recorded_tables(file):
    """Those of the first version that later ones still have."""
    gone = {"plan_document", "meta", "derived_text", "sqlite_sequence"}
    names = {name for (name,) in rows(file, "SELECT name FROM sqlite_schema"
                                            " WHERE type = 'table'")}
    return sorted(names - gone)


def write(file):
    done("set", file, "--on", "2023-02-02", "--unit", "WEST", "--task", "1.2", "--note", "mới")


def reading_changes_nothing():
    with old_workbook() as file, unchanged(file):
        tap.equal([task["no"] for task in ask("tasks", file)], ["1", "1.2", "3"], "tasks")
        tap.equal(one_line(file, "EAST", "1.2")["document"], "Báo cáo 5-BC/ĐU", "a delivery")
        tap.equal(len(ask("history", file)), 3, "acts")


def the_first_change_brings_it_up_to_date():
    with old_workbook() as file:
        before = digest(file)
        tables = recorded_tables(file)
        held = counts(file, tables)
        write(file)
        held["act"] += 1
        tap.equal(counts(file, tables), held, "rows")
        newest = rows(file, "PRAGMA user_version")[0][0]
        assert newest >= 3, f"version {newest}"
        backup = file.parent / f"{file.name}.v1.bak"
        tap.equal(rows(backup, "PRAGMA user_version"), [(1,)], "version of the backup")
        tap.equal(rows(backup, "PRAGMA integrity_check"), [("ok",)], "the backup")
        assert digest(file) != before
        done("check", file)


def documents_keep_their_plan_and_their_order():
    with old_workbook() as file:
        write(file)
        told = rows(file, "SELECT d.symbol, d.number, d.title FROM link l"
                          " JOIN document d ON d.id = l.to_id"
                          " JOIN plan p ON p.id = l.from_id"
                          " WHERE l.from_kind = 'plan' AND l.to_kind = 'document'"
                          " ORDER BY l.rank")
        tap.equal(told, [("01-KL/TW", "01", "Kết luận mẫu"),
                         ("CV/TU", None, "Công văn mẫu không số"),
                         (None, None, "Tài liệu mẫu")], "documents")
        tap.equal(rows(file, "SELECT name FROM sqlite_schema WHERE name = 'plan_document'"),
                  [], "the table they were linked by")


def recipients_stay_and_were_not_sent_it_yet():
    with old_workbook() as file:
        write(file)
        tap.equal(rows(file, "SELECT name, purpose, sent_on, sent_how, document_id"
                             " FROM recipient ORDER BY rank"),
                  [("Ban Thường vụ mẫu", "báo cáo", None, None, None),
                   ("Các phường", None, None, None, None)], "recipients")


def entries_can_be_searched_at_once():
    with old_workbook() as file:
        write(file)
        tap.equal(rows(file, "SELECT folded FROM document_derived x JOIN document d"
                             " ON d.id = x.id WHERE d.symbol = '01-KL/TW'"),
                  [("01-kl/tw 01 co quan mau ket luan mau",)], "folded text")


def undo_stops_at_the_change_of_version():
    with old_workbook() as file:
        write(file)
        done("undo", file)
        refused("undo", file)
        tap.equal(one_line(file, "EAST", "1.2")["state"], "delivered", "what was done before")
        done("redo", file)
        tap.equal(one_line(file, "WEST", "1.2")["note"], "mới", "what was done after")


tap.run(
    reading_changes_nothing,
    the_first_change_brings_it_up_to_date,
    documents_keep_their_plan_and_their_order,
    recipients_stay_and_were_not_sent_it_yet,
    entries_can_be_searched_at_once,
    undo_stops_at_the_change_of_version,
)
