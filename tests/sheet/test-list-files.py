#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists in workbooks that other programs wrote: openpyxl (shared strings), Gnumeric (.xls and
.xlsx), libxlsxwriter (inline strings, by sheet-sample), and files damaged by hand."""

import atexit
import datetime
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

import openpyxl  # noqa: E402
from openpyxl.styles import Font  # noqa: E402

READER, SAMPLE = sys.argv[1:3]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="skh-list-"))
atexit.register(shutil.rmtree, FOLDER, True)

# What SkhListError says, by its place there.
ENCODING, DAMAGED, PROTECTED, TOO_LARGE, NO_SHEET = range(1, 6)


def read(path, *arguments):
    done = subprocess.run([READER, path, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{path} was refused: {done.stderr}")
    return json.loads(done.stdout)


def refused(path, *arguments):
    """The error's code; its message is one line that names the file."""
    done = subprocess.run([READER, path, *arguments], capture_output=True, text=True,
                          timeout=60)
    tap.equal(done.returncode, 1, "exit status")
    tap.equal(done.stdout, "", "output")
    code, message = done.stderr.split(" ", 1)
    tap.equal(message.count("\n"), 1, "lines of the message")
    assert str(path) in message, message
    return int(code)


def cells(told, number):
    return next(row["cells"] for row in told["rows"] if row["number"] == number)


def book_of(rows, name="Danh sách"):
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return book


def save(book, name):
    path = FOLDER / name
    book.save(path)
    return path


def convert(path, name):
    target = FOLDER / name
    kind = {".xls": "Gnumeric_Excel:excel_biff8", ".xlsx": "Gnumeric_Excel:xlsx2"}
    subprocess.run(["ssconvert", "-T", kind[target.suffix], path, target], check=True,
                   capture_output=True)
    return target


def rezip(path, name, change):
    """A copy of a workbook in which change(part's name, bytes) gives the bytes, or None."""
    target = FOLDER / name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = change(part, old.read(part))
            if data is not None:
                new.writestr(part, data)
    return target


def share(path, name):
    """The same workbook with its texts in the table of shared strings, as Excel writes it."""
    sheet = "xl/worksheets/sheet1.xml"
    texts = []

    def number(found):
        texts.append(found[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    with zipfile.ZipFile(path) as old:
        shared = re.sub(rb't="inlineStr"><is>(.*?)</is>', number, old.read(sheet), flags=re.S)
    assert texts, "no text to share"
    table = (b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
             + b"".join(b"<si>%s</si>" % text for text in texts) + b"</sst>")
    relation = (b'<Relationship Id="rShared" Target="/xl/sharedStrings.xml" Type="http://'
                b'schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>')

    def change(part, data):
        if part == "xl/_rels/workbook.xml.rels":
            return data.replace(b"</Relationships>", relation + b"</Relationships>")
        return shared if part == sheet else data

    target = rezip(path, name, change)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as new:
        new.writestr("xl/sharedStrings.xml", table)
    return target


def people():
    book = book_of([["DANH SÁCH ĐƠN VỊ"], [], ["TT", "Tên đơn vị", "Ngày", "Tỷ lệ", "Số"],
                    [1, "Đảng ủy  phường Phổ\nHòa ", datetime.date(2023, 4, 15), 0.763, 1234],
                    [], [2, "Chi bộ Mẫu", datetime.datetime(2023, 4, 15, 14, 30), 1, 2.5]])
    sheet = book.active
    for row in (4, 6):
        sheet[f"C{row}"].number_format = "dd/mm/yyyy" if row == 4 else "dd/mm/yyyy hh:mm"
        sheet[f"D{row}"].number_format = "0.0%"
        sheet[f"E{row}"].number_format = "#,##0.##"
    return book


def rows_as_people_see_them():
    path = save(people(), "người.xlsx")
    for told in (read(path), read(share(path, "chung.xlsx")),
                 read(convert(path, "gnumeric.xlsx"))):
        tap.equal([row["number"] for row in told["rows"]], [1, 3, 4, 6])
        tap.equal(told["sheet"], "Danh sách")
        tap.equal(cells(told, 4), ["1", "Đảng ủy phường Phổ Hòa", "15/4/2023", "76,3%", "1.234"])
        tap.equal(cells(told, 6), ["2", "Chi bộ Mẫu", "15/4/2023 14:30", "100,0%", "2,5"])


def xls():
    told = read(convert(save(people(), "người-xls.xlsx"), "người.xls"))
    tap.equal(told["sheet"], "Danh sách")
    tap.equal(cells(told, 4), ["1", "Đảng ủy phường Phổ Hòa", "15/4/2023", "0,763", "1234"])
    tap.equal(cells(told, 6)[:3], ["2", "Chi bộ Mẫu", "15/4/2023 14:30:00"])


def xls_from_1904():
    book = people()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    told = read(convert(save(book, "mac-xls.xlsx"), "mac.xls"))
    tap.equal(cells(told, 4)[2], "15/4/2023")


def days_of_both_systems():
    for epoch in (openpyxl.utils.datetime.CALENDAR_WINDOWS_1900,
                  openpyxl.utils.datetime.CALENDAR_MAC_1904):
        book = book_of([["TT", "Tên", "Ngày"]])
        book.epoch = epoch
        sheet = book.active
        formats = ["dd/mm/yyyy", "yyyy-mm-dd", "d-mmm", "mm/yyyy", "[$-42A]d mmmm yyyy", "yyyy"]
        for number, code in enumerate(formats, 2):
            sheet.cell(number, 3, datetime.date(2024, 2, 29)).number_format = code
        told = read(save(book, "ngày.xlsx"))
        tap.equal([row["cells"][2] for row in told["rows"][1:]],
                  ["29/2/2024", "29/2/2024", "29/2/2024", "2/2024", "29/2/2024", "2024"])


def first_days_of_1900():
    book = book_of([["TT", "Tên", "Ngày"]])
    for number, serial in enumerate((1, 59, 61), 2):
        book.active.cell(number, 3, serial).number_format = "dd/mm/yyyy"
    told = read(save(book, "1900.xlsx"))
    tap.equal([row["cells"][2] for row in told["rows"][1:]],
              ["1/1/1900", "28/2/1900", "1/3/1900"])


def number_formats():
    shown = [(0.5, "General", "0,5"), (1e6, "General", "1000000"), (0.1 + 0.2, "General", "0,3"),
             (7, "000", "007"), (2.675, "0.00", "2,68"), (-1234.5, "#,##0.00", "-1.234,50"),
             (-3, "0;(0)", "(3)"), (0, '0;-0;"không"', "không"), (12, '0" người"', "12 người"),
             (5000, "#,##0\\ [$₫-42A]", "5.000 ₫"), (1500000, '0.0,,"tr"', "1,5tr"),
             (0.25, "0%", "25%"), (0.5, "h:mm", "12:00"), (1.25, "[h]:mm", "30:00"),
             (0.000001234, "0.00E+00", "1,234e-06"), (3, "@", "3"), (-0.001, "0.0", "0,0"),
             (1234.0, "0.##", "1234"), (15, "0 _đ", "15")]
    book = book_of([["TT", "Tên"]])
    for number, (value, code, _) in enumerate(shown, 2):
        book.active.cell(number, 2, value).number_format = code
    told = read(save(book, "số.xlsx"))
    tap.equal([(code, row["cells"][1]) for (_, code, _), row in zip(shown, told["rows"][1:])],
              [(code, text) for _, code, text in shown])


def with_runs(data, *runs):
    """Puts a text of runs, each with its typeface, where a shared string says RUNS."""
    parts = "".join(f'<r><rPr>{f"""<rFont val="{font}"/>""" if font else "<b/>"}</rPr>'
                    f'<t xml:space="preserve">{text}</t></r>' for font, text in runs)
    return data.replace(b"<t>RUNS</t>", parts.encode())


def kinds_of_cells():
    book = book_of([["TT", "Tên", "Ngày"], [True, "=1/0", False], [None, "RUNS"]])
    path = save(book, "loại.xlsx")

    def with_cached_values(part, data):
        data = with_runs(data, (None, "Ban "), ("Arial", "Tuyên giáo"), ("Arial", " Thị ủy"))
        if part == "xl/worksheets/sheet1.xml":
            data = data.replace(b"<f>1/0</f><v />", b"<f>1/0</f><v>#DIV/0!</v>")
            data = data.replace(b"<f>1/0</f><v></v>", b"<f>1/0</f><v>#DIV/0!</v>")
            data = data.replace(
                b"</sheetData>",
                b'<row r="4"><c r="A4" t="str"><f>"a"</f><v>t\xe1\xbb\x95ng_x000D_ _x0041_</v></c>'
                b'<c t="inlineStr"><is><r><t xml:space="preserve">m\xe1\xbb\x99t </t></r>'
                b"<r><t>hai</t></r><rPh><t>x</t></rPh></is></c>"
                b'<c t="d"><v>2023-04-15T00:00:00</v></c></row>'
                b'<row><c t="n"><v>5</v></c></row></sheetData>')
        return data

    told = read(rezip(path, "loại-2.xlsx", with_cached_values))
    tap.equal(cells(told, 2)[0::2], ["TRUE", "FALSE"])
    tap.equal(cells(told, 3), ["", "Ban Tuyên giáo Thị ủy"])
    tap.equal(cells(told, 4), ["tổng A", "một hai", "15/4/2023"])
    tap.equal(cells(told, 5), ["5"])


def formulas_give_their_last_value():
    source = convert(save(book_of([["TT", "Tên"], [1, '="Chi bộ "&A2'], [2, "=A2+A3"]]),
                          "công-thức-0.xlsx"), "công-thức.xlsx")
    told = read(source)
    tap.equal([row["cells"][1] for row in told["rows"][1:]], ["Chi bộ 1", "3"])


def merged_cells():
    book = book_of([["KẾ HOẠCH", None, None], ["TT", "Đơn vị", None, "Ngày"],
                    [None, "Tên", "Phối hợp", None], [1, "A", "B", "x"], [None, "C", "D", "y"],
                    [3, "E", "F", "z"]])
    for block in ("A1:D1", "A2:A3", "B2:C2", "D2:D3", "A4:A5"):
        book.active.merge_cells(block)
    told = read(save(book, "gộp.xlsx"))
    tap.equal(cells(told, 1), ["KẾ HOẠCH"])
    tap.equal(cells(told, 3), ["TT", "Tên", "Phối hợp", "Ngày"])
    tap.equal(cells(told, 5), ["1", "C", "D", "y"])
    tap.equal(cells(told, 6), ["3", "E", "F", "z"])


def hidden_rows_and_columns_are_told():
    book = book_of([["TT", "Tên", "Mã"], [1, "A", "x"], [2, "B", "y"]])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    told = read(save(book, "ẩn.xlsx"))
    tap.equal([row["hidden"] for row in told["rows"]], [False, False, True])
    tap.equal((told["hidden_rows"], told["hidden_columns"]), (1, [2]))
    tap.equal(cells(told, 3), ["2", "B", "y"])


def the_sheet_with_the_best_header():
    book = book_of([["Ghi chú", "của văn phòng"]], "Bìa")
    for name, header in (("Tổng", ["TT", "Khác"]), ("Đơn vị", ["TT", "Tên đơn vị", "Ngày"])):
        sheet = book.create_sheet(name)
        sheet.append(header)
    book.create_sheet("Ẩn").append(["STT", "Tên", "Ngày"])
    book["Ẩn"].sheet_state = "hidden"
    path = save(book, "nhiều.xlsx")
    tap.equal(read(path)["sheet"], "Đơn vị")
    tap.equal(read(path, "tong")["sheet"], "Tổng")
    tap.equal(read(path, "Ẩn")["sheet"], "Ẩn")
    tap.equal(refused(path, "Không có"), NO_SHEET)
    tap.equal(read(convert(path, "nhiều.xls"))["sheet"], "Đơn vị")


def old_encodings():
    book = book_of([["TT", "Tên"], [1, "§¶ng bé ph\u00ad\u00eang Phæ Th¹nh"], [2, "®¶ng uû"],
                    [3, "Nguyeãn Ñöùc"], [4, "Hoà Bình"], [5, "Bé"]])
    book.active["B3"].font = Font(name=".VnTimeH")
    book.active["B6"].font = Font(name=".VnTime")
    path = share(save(book, "cũ-0.xlsx"), "cũ.xlsx")
    told = read(path)
    tap.equal([row["cells"][1] for row in told["rows"][1:]],
              ["Đảng bộ phường Phổ Thạnh", "ĐẢNG UỶ", "Nguyễn Đức", "Hoà Bình", "Bộ"])
    tap.equal(told["old"], 4)
    told = read(convert(path, "cũ.xls"))
    tap.equal([row["cells"][1] for row in told["rows"][1:5]],
              ["Đảng bộ phường Phổ Thạnh", "đảng uỷ", "Nguyễn Đức", "Hoà Bình"])


def runs_with_typefaces_of_their_own():
    path = rezip(save(book_of([["TT", "Tên"], [1, "RUNS"]]), "chữ-0.xlsx"), "chữ.xlsx",
                 lambda part, data: with_runs(data, (".VnTime", "Ban Tuyªn gi¸o"),
                                              ("Times New Roman", " Thị ủy")))
    for source in (path, share(path, "chữ-chung.xlsx")):
        tap.equal(cells(read(source), 2), ["1", "Ban Tuyên giáo Thị ủy"])


def our_own_workbooks():
    summary, chase = FOLDER / "tổng hợp.xlsx", FOLDER / "đôn đốc.xlsx"
    subprocess.run([SAMPLE, FOLDER / "sổ.skh", summary, chase], check=True)
    for path in (summary, chase):
        mine = read(path)
        sheet = openpyxl.load_workbook(path, data_only=True)[mine["sheet"]]
        texts = [row["cells"][1] for row in mine["rows"] if len(row["cells"]) > 1]
        theirs = [row[1].value for row in sheet.iter_rows() if isinstance(row[1].value, str)]
        missing = [text for text in theirs if " ".join(text.split()) not in texts]
        tap.equal(missing, [], "texts of column B that were not read")
        assert len(theirs) > 5, theirs


def a_workbook_by_any_name():
    path = save(people(), "đổi tên.xlsx")
    other = path.rename(path.with_suffix(".csv"))
    tap.equal(read(other)["sheet"], "Danh sách")


def strict_and_with_prefixes():
    """The form of the standard's own namespaces, with prefixes, parts by absolute names."""
    path = save(book_of([["TT", "Tên"], [1, "A"]]), "strict-0.xlsx")

    def change(part, data):
        text = data.decode()
        if part == "xl/worksheets/sheet1.xml":
            for name in ("worksheet", "sheetData", "row", "c", "v"):
                text = text.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
                text = text.replace(f"</{name}>", f"</x:{name}>")
            text = text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
                                'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" '
                                'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
        return text.encode()

    tap.equal(cells(read(rezip(path, "strict.xlsx", change)), 2), ["1", "A"])


def damaged_files():
    source = share(save(people(), "lành-0.xlsx"), "lành.xlsx")
    whole = source.read_bytes()
    whole_xls = convert(source, "lành.xls").read_bytes()
    pieces = {"cắt.xlsx": whole[:len(whole) // 2], "rỗng.xlsx": b"PK\x03\x04",
              "cắt.xls": whole_xls[:700], "đầu.xls": whole_xls[:8]}
    for name, data in pieces.items():
        path = FOLDER / name
        path.write_bytes(data)
        tap.equal(refused(path), DAMAGED, name)

    broken = {
        "không-sổ": lambda part, data: None if part == "xl/workbook.xml" else data,
        "không-bảng": lambda part, data: None if part == "xl/worksheets/sheet1.xml" else data,
        "không-rels": lambda part, data: None if part.endswith(".rels") else data,
        "dở": lambda part, data: data[:-40] if part == "xl/worksheets/sheet1.xml" else data,
        "chữ-dở": lambda part, data: data[:-20] if part == "xl/sharedStrings.xml" else data,
        "không-xml": lambda part, data: b"\x00\x01" if part == "xl/styles.xml" else data,
    }
    for name, change in broken.items():
        tap.equal(refused(rezip(source, f"{name}.xlsx", change)), DAMAGED, name)
    with zipfile.ZipFile(FOLDER / "khác.zip", "w") as other:
        other.writestr("thư.txt", "không phải sổ")
    tap.equal(refused(FOLDER / "khác.zip"), DAMAGED)


def wrong_references_are_blank():
    def change(part, data):
        return data.replace(b't="s"><v>0</v>', b't="s"><v>99999999999</v>')

    source = share(save(people(), "chỉ-0.xlsx"), "chỉ-1.xlsx")
    told = read(rezip(source, "chỉ.xlsx", change))
    tap.equal([row["number"] for row in told["rows"]], [3, 4, 6])


def locked_files():
    """An encrypted .xlsx is an OLE file with a stream of that name."""
    path = FOLDER / "khóa.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
                     + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    tap.equal(refused(path), PROTECTED)


def bombs():
    """What unpacks to far more than it is: refused, in bounded memory and time."""
    source = save(people(), "bom-0.xlsx")

    def blow_up(part, data):
        if part != "xl/styles.xml":
            return data
        return data.replace(b"</styleSheet>", b"<b/>" * (20 << 20) + b"</styleSheet>")

    tap.equal(refused(rezip(source, "bom.xlsx", blow_up)), TOO_LARGE)

    def entities(part, data):
        if part != "xl/worksheets/sheet1.xml":
            return data
        ladder = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"lol")
                          for i in range(12))
        start = data.index(b"<worksheet")
        return data[:start] + b"<!DOCTYPE worksheet [" + ladder + b"]>" + data[start:].replace(
            b"<sheetData>", b'<sheetData><row r="1"><c r="A1" t="str"><v>&e11;</v></c></row>')

    path = rezip(source, "thực-thể.xlsx", entities)
    done = subprocess.run([READER, path], capture_output=True, text=True, timeout=60)
    assert len(done.stdout) < 100_000, "an entity was unfolded"


def noise_never_crashes():
    """Bytes changed at random, the same each time: read or refused, never a crash."""
    chance = random.Random(20231504)
    source = save(people(), "nhiễu-0.xlsx")
    sources = [source, convert(source, "nhiễu-0.xls")]
    for round_ in range(60):
        data = bytearray(sources[round_ % 2].read_bytes())
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        path = FOLDER / f"nhiễu{sources[round_ % 2].suffix}"
        path.write_bytes(data)
        done = subprocess.run([READER, path], capture_output=True, timeout=60)
        if done.returncode not in (0, 1):
            raise AssertionError(f"round {round_}: exit {done.returncode}: {done.stderr}")


def a_million_rows_in_little_memory():
    path = FOLDER / "triệu.xlsx"
    row = b'<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="inlineStr"><is><t>' \
          b"\xc4\x90\xe1\xba\xa3ng b\xe1\xbb\x99</t></is></c></row>"
    base = save(book_of([["TT", "Tên"]]), "triệu-0.xlsx")
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED,
                                                       compresslevel=1) as new:
        for part in old.namelist():
            if part != "xl/worksheets/sheet1.xml":
                new.writestr(part, old.read(part))
        with new.open("xl/worksheets/sheet1.xml", "w") as out:
            out.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
                      b'main"><sheetData>')
            for first in range(1, 1_000_001, 10_000):
                out.write(b"".join(row % (i, i, i, i) for i in range(first, first + 10_000)))
            out.write(b"</sheetData></worksheet>")
    done = subprocess.run([READER, "--rows", path], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    tap.equal((told["rows"], told["last"]), (1_000_000, 1_000_000))
    limit = 60_000 if "ASAN_OPTIONS" not in os.environ else 1_000_000
    assert told["peak_kb"] < limit, told


tap.run(rows_as_people_see_them, xls, xls_from_1904, days_of_both_systems, first_days_of_1900,
        number_formats, kinds_of_cells, formulas_give_their_last_value, merged_cells,
        hidden_rows_and_columns_are_told, the_sheet_with_the_best_header, old_encodings,
        runs_with_typefaces_of_their_own, our_own_workbooks, a_workbook_by_any_name,
        strict_and_with_prefixes, damaged_files, wrong_references_are_blank, locked_files, bombs,
        noise_never_crashes, a_million_rows_in_little_memory)
