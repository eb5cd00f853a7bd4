#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays the cells of an .xlsx out flat, for floor-xlsx to write again without reading anything.

    flatten-xlsx.py IN.xlsx OUT.cells

One record after another in the machine's own order of bytes, each of 24 bytes and then the
text, ended by a zero and filled up to a multiple of 8:
    row u32, column u16, style u16, kind u32, length of the text with its filling u32,
    number f64 (of a row its height; of a column its width)
"""

import re
import struct
import sys
import zipfile
from xml.etree import ElementTree

SHEET, ROW, COLUMN, NUMBER, STRING, FORMULA, FORMULA_TEXT, BLANK = range(8)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL_NAME = re.compile(r"([A-Z]+)(\d+)")


def record(kind, row=0, column=0, style=0, number=0.0, text=""):
    raw = text.encode() + b"\0"
    raw += b"\0" * (-len(raw) % 8)
    return struct.pack("=IHHIId", row, column, style, kind, len(raw), number) + raw


def position(name):
    letters, row = CELL_NAME.fullmatch(name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(row) - 1, column - 1


def cell_record(cell, shared):
    row, column = position(cell.get("r"))
    style = int(cell.get("s", "0"))
    kind = cell.get("t", "n")
    formula, value = cell.findtext(MAIN + "f"), cell.findtext(MAIN + "v")
    if formula is not None:
        if kind == "str":
            return record(FORMULA_TEXT, row, column, style, text="=" + formula)
        return record(FORMULA, row, column, style, float(value or 0), "=" + formula)
    if kind == "inlineStr":
        text = "".join(part.text or "" for part in cell.iter(MAIN + "t"))
        return record(STRING, row, column, style, text=text)
    if kind == "s":
        return record(STRING, row, column, style, text=shared[int(value)])
    if value is None:
        return record(BLANK, row, column, style)
    return record(NUMBER, row, column, style, float(value))


def sheet_records(book, name, shared):
    yield record(SHEET)
    with book.open(name) as part:
        for _, element in ElementTree.iterparse(part):
            if element.tag == MAIN + "col":
                for column in range(int(element.get("min")), int(element.get("max")) + 1):
                    yield record(COLUMN, 0, column - 1, 0, float(element.get("width")))
            elif element.tag == MAIN + "row":
                if element.get("ht"):
                    yield record(ROW, int(element.get("r")) - 1, number=float(element.get("ht")))
                for cell in element.findall(MAIN + "c"):
                    yield cell_record(cell, shared)
                element.clear()


def shared_strings(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in item.iter(MAIN + "t")) for item in root]


def sheet_names(book):
    names = [name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    return sorted(names, key=lambda name: int(re.search(r"\d+", name)[0]))


def main(source, target):
    with zipfile.ZipFile(source) as book, open(target, "wb") as out:
        shared = shared_strings(book)
        for name in sheet_names(book):
            for piece in sheet_records(book, name, shared):
                out.write(piece)


if __name__ == "__main__":
    main(*sys.argv[1:])
