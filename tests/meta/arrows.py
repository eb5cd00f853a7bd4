#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of the house and the only direction arrows may run, read from the #include lines.
Link order cannot say this of system headers, nor of what a room keeps for itself."""
import re
import sys
from pathlib import Path

SEES = {
    "core": set(),
    "store": {"core"},
    "report": {"core", "store"},
    "sheet": {"core", "store", "report"},
    "paper": {"core", "store", "report"},
    "exchange": {"core", "store", "report", "sheet", "paper"},
    "cli": {"core", "store", "report", "sheet", "paper", "exchange"},
    "ui": {"core", "store", "report", "sheet", "paper", "exchange"},
}
# Libraries that only these rooms may include.
LIBRARIES = [
    (re.compile(r"^sqlite3\.h$"), {"store"}),
    (re.compile(r"^xlsxwriter"), {"sheet", "cli"}),
    (re.compile(r"^unicode/"), {"core"}),
    (re.compile(r"^jansson\.h$"), {"exchange", "cli"}),
    (re.compile(r"^(cairo|pango)"), {"paper", "ui"}),
    (re.compile(r"^(gtk|gdk|gsk|adwaita)"), {"ui"}),
]
# What the store keeps for itself.
PRIVATE = re.compile(r"-private\.h$|^skh-(statement|opening|file-lock)\.h$")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def rooms_of_headers(src):
    return {path.name: path.relative_to(src).parts[0] for path in src.rglob("*.h")
            if len(path.relative_to(src).parts) > 1}


def faults(src):
    owners = rooms_of_headers(src)
    for path in sorted(src.rglob("*.[ch]")):
        parts = path.relative_to(src).parts
        room = parts[0] if len(parts) > 1 else "ui"  # main.c starts the window
        for _, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            owner = owners.get(Path(name).name)
            if owner and owner != room and owner not in SEES[room]:
                yield f"{path}: {room} may not see {owner} ({name})"
            if owner and owner != room and PRIVATE.search(name):
                yield f"{path}: {name} is private to {owner}"
            for pattern, allowed in LIBRARIES:
                if pattern.match(name) and room not in allowed:
                    yield f"{path}: {name} belongs to {', '.join(sorted(allowed))}"


def check_that_it_can_fail(folder):
    """A house built wrong on purpose has to be told so."""
    for room in ("core", "store", "ui"):
        (folder / room).mkdir(parents=True)
    (folder / "store/skh-x.h").write_text("")
    (folder / "store/skh-x-private.h").write_text("")
    (folder / "core/skh-a.c").write_text('#include "skh-x.h"\n#include <sqlite3.h>\n')
    (folder / "ui/skh-b.c").write_text('#include "skh-x-private.h"\n#include <gtk/gtk.h>\n')
    found = list(faults(folder))
    assert len(found) == 3, found


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        check_that_it_can_fail(Path(folder) / "src")
    found = list(faults(Path(sys.argv[1])))
    print("\n".join(found) or "every arrow runs the right way")
    sys.exit(1 if found else 0)
