#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which #include runs against the house's arrows.

The house (HACKING.md) is a row of rooms, and each sees only some of those before it. The build
gives each room only the include paths of what it may see; this reads the lines themselves, so
that a header two rooms happen to share, or a library that comes along with another, is caught.
"""

import pathlib
import re
import sys

# Each room, and the rooms whose headers it may include besides its own.
SEES = {
    "core": set(),
    "store": {"core"},
    "report": {"core", "store"},
    "sheet": {"core", "store", "report"},
    "paper": {"core", "store", "report"},
    "exchange": {"core", "store", "report", "sheet", "paper"},
    "cli": {"core", "store", "report", "sheet", "paper", "exchange"},
    "ui": {"core", "store", "report", "sheet", "paper", "exchange"},
    "main.c": {"ui"},
}

# A library's headers, and the only rooms that may include them.
LIBRARIES = [
    (r"sqlite3(ext)?\.h", {"store"}),
    (r"xlsxwriter(\.h|/)", {"sheet"}),
    (r"archive(_entry)?\.h|libxml/|freexl\.h", {"sheet"}),
    (r"(gtk|gdk|gsk)/|adwaita\.h", {"ui", "main.c"}),
    (r"cairo|pango/", {"paper", "ui"}),
    (r"jansson\.h", {"exchange", "cli"}),
    (r"unicode/", {"core"}),
    (r"gio/|glib/gstdio\.h|stdio\.h|fcntl\.h|unistd\.h", set(SEES) - {"core"}),
]

# What a room keeps for itself: the store's handle never leaves it.
PRIVATE = re.compile(r"-private\.h$|^skh-(statement|opening|file-lock)\.h$")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def rooms_of_headers(src):
    return {
        header.name: header.relative_to(src).parts[0]
        for header in src.rglob("*.h")
    }


def fault_of(room, name, header_rooms):
    """Why this room may not include that name, or None."""
    for pattern, rooms in LIBRARIES:
        if re.match(pattern, name):
            return None if room in rooms else f"{name} does not belong in {room}"
    header = pathlib.PurePath(name).name
    owner = header_rooms.get(header)
    if owner is None or owner == room:
        return None
    if owner not in SEES[room]:
        return f"{room} may not see {owner} ({name})"
    return f"{name} is private to {owner}" if PRIVATE.search(header) else None


def find_faults(root):
    src = pathlib.Path(root) / "src"
    header_rooms = rooms_of_headers(src)
    for path in sorted(src.rglob("*.[ch]")):
        room = path.relative_to(src).parts[0]
        if room not in SEES:
            yield f"{path}: {room} is not a room of the house"
            continue
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            fault = fault_of(room, match[2], header_rooms)
            if fault:
                line = text.count("\n", 0, match.start(1)) + 1
                yield f"{path}:{line}: {fault}"


if __name__ == "__main__":
    faults = list(find_faults(sys.argv[1]))
    print("\n".join(faults))
    sys.exit(1 if faults else 0)
