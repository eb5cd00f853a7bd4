#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No #include in the tree runs against the house's arrows; and one that did would be seen."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import arrows
import tap

ROOT = sys.argv[1]


def faults_of_house(files):
    """The faults of a small house: {path under src/: its text}."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, "src", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [fault.removeprefix(folder + "/src/") for fault in arrows.find_faults(folder)]


def the_tree_keeps_the_arrows():
    tap.equal(list(arrows.find_faults(ROOT)), [], "faults")


def the_tree_is_really_read():
    read = [path for path in pathlib.Path(ROOT, "src").rglob("*.c")]
    assert len(read) > 50, f"only {len(read)} source files under {ROOT}/src"


def an_arrow_that_runs_back_is_seen():
    faults = faults_of_house({
        "store/skh-workbook.h": "",
        "core/skh-date.c": '#include <glib.h>\n#include "skh-workbook.h"\n',
    })
    tap.equal(faults, ["core/skh-date.c:2: core may not see store (skh-workbook.h)"])


def a_room_beside_is_not_seen():
    faults = faults_of_house({
        "paper/skh-paper.h": "",
        "sheet/skh-sheet.c": '#include "skh-paper.h"\n',
    })
    tap.equal(faults, ["sheet/skh-sheet.c:1: sheet may not see paper (skh-paper.h)"])


def a_folder_in_a_room_is_that_room():
    faults = faults_of_house({
        "ui/grid/skh-grid.h": "",
        "cli/skh-cli.c": '#  include "grid/skh-grid.h"\n',
    })
    tap.equal(faults, ["cli/skh-cli.c:1: cli may not see ui (grid/skh-grid.h)"])


def what_a_room_keeps_for_itself_is_not_seen():
    for header in ("skh-statement.h", "skh-database-private.h"):
        faults = faults_of_house({
            f"store/{header}": "",
            "report/a.c": f'#include "{header}"\n',
        })
        tap.equal(faults, [f"report/a.c:1: {header} is private to store"])


def each_library_has_its_room():
    for header, room in [
        ("sqlite3.h", "report"),
        ("xlsxwriter.h", "exchange"),
        ("gtk/gtk.h", "paper"),
        ("adwaita.h", "cli"),
        ("cairo-pdf.h", "report"),
        ("gio/gio.h", "core"),
    ]:
        faults = faults_of_house({f"{room}/a.c": f"#include <{header}>\n"})
        tap.equal(faults, [f"{room}/a.c:1: {header} does not belong in {room}"])


def a_room_nobody_planned_is_seen():
    tap.equal(faults_of_house({"util/a.c": ""})[0].split(": ")[1],
              "util is not a room of the house")


def what_runs_forward_is_let_be():
    faults = faults_of_house({
        "core/skh-date.h": "#include <glib.h>\n",
        "store/skh-workbook.h": '#include "skh-date.h"\n',
        "store/skh-workbook.c": '#include "skh-workbook.h"\n#include <sqlite3.h>\n',
        "ui/skh-window.c": '#include <adwaita.h>\n#include "skh-workbook.h"\n',
    })
    tap.equal(faults, [])


tap.run(
    the_tree_keeps_the_arrows,
    the_tree_is_really_read,
    an_arrow_that_runs_back_is_seen,
    a_room_beside_is_not_seen,
    a_folder_in_a_room_is_that_room,
    what_a_room_keeps_for_itself_is_not_seen,
    each_library_has_its_room,
    a_room_nobody_planned_is_seen,
    what_runs_forward_is_let_be,
)
