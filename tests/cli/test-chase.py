#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chasing: what was chased is recorded and counted; lists and letters say it."""

import importlib.util
import pathlib
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl

from driver import ask, done, misused, refused, tap, unchanged, workbook

ROOT = pathlib.Path(sys.argv[1])
BUILT_IN = ROOT / "data/templates/cong-van-don-doc.docx"
ON = ("--on", "2023-04-15")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(docx, part="word/document.xml"):
    """The text, a line a paragraph. The parser is Python's own: it must be well-formed."""
    with zipfile.ZipFile(docx) as archive:
        tap.equal(archive.testzip(), None, "damaged part")
        root = ElementTree.fromstring(archive.read(part))
    return "\n".join("".join(text.text or "" for text in paragraph.iter(W + "t"))
                     for paragraph in root.iter(W + "p"))


def change(path, edit, part="word/document.xml"):
    """A copy of the built-in letter at path, one part of it changed."""
    with zipfile.ZipFile(BUILT_IN) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8")
            changed = edit(data) if name == part else data
            assert name != part or changed != data, "nothing was changed"
            new.writestr(name, changed)
    return path


def overdue(file, unit, *words):
    return [line for line in ask("overdue", file, *(words or ON)) if line["unit"] == unit]


# — Recording —

def a_unit_is_chased_and_it_is_told():
    with workbook() as file:
        before = overdue(file, "DU-PHO-VINH")
        assert len(before) > 1
        assert all(line["chased"] == 0 and line["chased_on"] is None for line in before)
        told = ask("chase", file, "--unit", "DU-PHO-VINH", "--how", "phone", "--who", "Mẫu",
                   "--note", "đã hứa", "--on", "2023-04-12")
        assert len(told) >= len(before)
        done("chase", file, "--unit", "DU-PHO-VINH", "--task", before[0]["task"], "--how",
             "letter", *ON)
        after = overdue(file, "DU-PHO-VINH")
        tap.equal([(line["chased"], line["chased_on"]) for line in after[:2]],
                  [(2, "2023-04-15"), (1, "2023-04-12")], "chased")
        seen_before = overdue(file, "DU-PHO-VINH", "--on", "2023-04-11")
        tap.equal({line["chased"] for line in seen_before}, {0}, "chased before it was")
        tap.equal({line["chased"] for line in overdue(file, "DU-PHO-HOA")}, {0}, "others")


def it_is_one_act():
    with workbook() as file:
        done("chase", file, "--unit", "DU-PHO-VINH", "--how", "zalo", *ON)
        newest = ask("history", file)[0]
        assert newest["label"].startswith("Chased: "), newest
        tap.equal(set(newest["tables"]), {"chase"}, "tables")
        done("undo", file)
        tap.equal({line["chased"] for line in overdue(file, "DU-PHO-VINH")}, {0}, "undone")
        done("redo", file)
        tap.equal({line["chased"] for line in overdue(file, "DU-PHO-VINH")}, {1}, "redone")
        done("check", file)


def what_makes_no_sense_is_refused():
    with workbook() as file, unchanged(file):
        refused("chase", file, "--unit", "NOBODY", "--how", "phone", *ON, says=["NOBODY"])
        refused("chase", file, "--unit", "DU-PHO-VINH", "--how", "phone", "--on", "2022-01-05",
                says=["nothing to chase"])
        misused("chase", file, "--unit", "DU-PHO-VINH", "--how", "pigeon", says=["pigeon"])
        misused("chase", file, "--unit", "DU-PHO-VINH", says=["--how"])


# — The list —

def rows_of(path):
    sheet = openpyxl.load_workbook(path)["Đôn đốc"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def the_list_is_of_the_units_and_sections_chosen():
    with workbook() as file:
        out = file.parent / "x.xlsx"
        done("export", "chase", file, *ON, "--unit", "DU-PHO-VINH", "--unit", "DU-PHO-HOA",
             "--section", "II.5", "-o", out)
        rows = rows_of(out)
        headings = {row[0].split(". ", 1)[1] for row in rows
                    if isinstance(row[0], str) and re.match(r"^[IVX]+\. ", row[0])}
        tap.equal(headings, {"Đảng ủy phường Phổ Vinh", "Đảng ủy phường Phổ Hòa"}, "units")
        clauses = {row[1] for row in rows if isinstance(row[0], int)}
        tap.equal(clauses, {"II.5"}, "sections")
        refused("export", "chase", file, "--section", "IX.9", "-o", out, says=["IX.9"])


def the_list_tells_what_was_chased():
    with workbook() as file:
        done("chase", file, "--unit", "DU-PHO-VINH", "--how", "phone", "--on", "2023-04-12")
        out = file.parent / "x.xlsx"
        done("export", "chase", file, *ON, "--unit", "DU-PHO-VINH", "-o", out)
        texts = {value for row in rows_of(out) for value in row if isinstance(value, str)}
        assert "1 lần, gần nhất 12/4/2023 (điện thoại)" in texts, texts
        assert any(text.startswith("Nhiệm vụ đến hạn trong") for text in texts), texts


# — Letters —

def the_built_in_letter_is_what_its_script_writes():
    spec = importlib.util.spec_from_file_location("letter", ROOT / "tools/make-chase-letter.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with tempfile.TemporaryDirectory() as path:
        made = pathlib.Path(path) / "x.docx"
        script.main(made)
        assert made.read_bytes() == BUILT_IN.read_bytes()


def a_letter_says_what_one_unit_owes():
    with workbook() as file:
        out = file.parent / "thư.docx"
        done("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "-o", out)
        text = text_of(out)
        for expected in ("Kính gửi: Đảng ủy phường Phổ Vinh", "ĐẢNG CỘNG SẢN VIỆT NAM",
                         "THỊ ỦY ĐỨC PHỔ", "-CV/TU", "Đức Phổ, ngày 15 tháng 4 năm 2023",
                         "T/M BAN THƯỜNG VỤ", "nhiệm vụ quá hạn", "quá hạn 15 ngày"):
            assert expected in text, (expected, text)
        assert "{{" not in text and "Phổ Hòa" not in text, text
        lines = overdue(file, "DU-PHO-VINH")
        tap.equal(len(re.findall(r"^quá hạn \d+ ngày$", text, re.M)), len(lines), "lines")
        tap.equal(text_of(out, "word/header1.xml"), "2", "the page's number")


def a_folder_gets_a_letter_a_unit():
    with workbook() as file:
        units = {line["unit"] for line in ask("overdue", file, *ON)}
        told = ask("export", "letters", file, *ON, "--section", "II.5", "-o",
                   file.parent / "thư")
        files = sorted((file.parent / "thư").iterdir())
        tap.equal(sorted(told["files"]), [str(path) for path in files], "files")
        tap.equal(told["letters"], len(files), "letters")
        assert 1 < len(files) <= len(units)
        names = set()
        for path in files:
            assert path.name.isascii(), path
            names |= set(re.findall(r"^Kính gửi: (.+)$", text_of(path), re.M))
        tap.equal(len(names), len(files), "units written to")
        # Again: nothing is written over.
        before = [path.read_bytes() for path in files]
        done("export", "letters", file, *ON, "--section", "II.5", "-o", file.parent / "thư")
        tap.equal(len(list((file.parent / "thư").iterdir())), 2 * len(files), "files")
        tap.equal([path.read_bytes() for path in files], before, "what was there")


def letters_in_one_file_stand_on_pages_of_their_own():
    with workbook() as file:
        out = file.parent / "x.docx"
        done("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "--unit", "DU-PHO-HOA",
             "-o", out)
        tap.equal(sorted(re.findall(r"^Kính gửi: (.+)$", text_of(out), re.M)),
                  ["Đảng ủy phường Phổ Hòa", "Đảng ủy phường Phổ Vinh"], "letters")
        with zipfile.ZipFile(out) as archive:
            data = archive.read("word/document.xml").decode("utf-8")
        tap.equal(len(re.findall(r"<w:sectPr", data)), 2, "sections")
        tap.equal(len(re.findall(r'<w:headerReference [^>]*r:id="rId3"', data)), 2, "headers")
        tap.equal(len(re.findall(r'<w:pgNumType w:start="1"/>', data)), 2, "counted from one")


def split(written):
    """As Word does: the placeholder over three runs, in another look and a mark between."""
    def edit(data):
        cut = len(written) // 2
        return data.replace(written, written[:1] + "</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
                            "<w:r><w:rPr><w:b/></w:rPr><w:t>" + written[1:cut]
                            + "</w:t></w:r><w:r><w:t>" + written[cut:], 1)
    return edit


def a_placeholder_is_found_over_several_runs():
    with workbook() as file:
        for written in ("{{ĐƠN VỊ}}", "{{NHIỆM VỤ}}", "{{TT}}"):
            template = change(file.parent / "mẫu.docx", split(written))
            out = file.parent / "x.docx"
            done("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "--template", template,
                 "-o", out)
            text = text_of(out)
            assert "{" not in text and "}" not in text, text
            assert "Kính gửi: Đảng ủy phường Phổ Vinh" in text, text


def case_and_marks_do_not_matter():
    with workbook() as file:
        template = change(file.parent / "mẫu.docx",
                          lambda data: data.replace("{{ĐƠN VỊ}}", "{{ don  vị }}"))
        out = file.parent / "x.docx"
        done("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "--template", template,
             "-o", out)
        assert "Kính gửi: Đảng ủy phường Phổ Vinh" in text_of(out)


def a_list_outside_a_table_comes_as_paragraphs():
    with workbook() as file:
        template = change(file.parent / "mẫu.docx", lambda data: re.sub(
            r"<w:tbl><w:tblPr><w:tblW [^>]*/><w:tblBorders>.*?</w:tbl>",
            "<w:p><w:r><w:t>{{TT}}. {{DANH SÁCH}} &amp; &lt;hết&gt;</w:t></w:r></w:p>",
            data))
        out = file.parent / "x.docx"
        done("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "--section", "II.5",
             "--template", template, "-o", out)
        lines = re.findall(r"^(\d+)\. .+ \(mục II\.5\), hạn cuối .+ & <hết>$", text_of(out), re.M)
        tap.equal(lines, [str(i + 1) for i in range(len(lines))], "numbers")
        tap.equal(len(lines), len([line for line in overdue(file, "DU-PHO-VINH")
                                   if line["task"] in ("31", "32", "33")]), "lines")


def what_is_not_known_is_told_with_its_place():
    with workbook() as file:
        out = file.parent / "x.docx"
        words = ("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "-o", out)
        template = change(file.parent / "mẫu.docx", lambda data: data.replace(
            "Kính gửi: {{ĐƠN VỊ}}", "Kính gửi: {{ĐƠN VỊ NHẬN}}"))
        refused(*words, "--template", template,
                says=["mẫu.docx", "{{ĐƠN VỊ NHẬN}}", "Kính gửi: ", "{{NHIỆM VỤ}}"])
        template = change(file.parent / "mẫu.docx", lambda data: data.replace(
            "Kính gửi: {{ĐƠN VỊ}}", "Kính gửi: {{ĐƠN VỊ"))
        refused(*words, "--template", template, says=["mẫu.docx", "without", "Kính gửi: "])
        template = change(file.parent / "mẫu.docx",
                          lambda data: data.replace(">2<", ">{{TRANG}}<"), "word/header1.xml")
        refused(*words, "--template", template, says=["{{TRANG}}"])
        assert not out.exists()


def a_header_may_say_what_is_the_same_for_all():
    with workbook() as file:
        two = ("export", "letters", file, *ON, "--unit", "DU-PHO-VINH", "--unit", "DU-PHO-HOA",
               "-o", file.parent / "x.docx")
        template = change(file.parent / "mẫu.docx",
                          lambda data: data.replace(">2<", ">{{CƠ QUAN}}<"), "word/header1.xml")
        done(*two, "--template", template)
        tap.equal(text_of(file.parent / "x.docx", "word/header1.xml"), "THỊ ỦY ĐỨC PHỔ", "header")
        template = change(file.parent / "mẫu.docx",
                          lambda data: data.replace(">2<", ">{{ĐƠN VỊ}}<"), "word/header1.xml")
        refused(*two, "--template", template, says=["mẫu.docx", "header"])


def no_word_document_is_told():
    with workbook() as file:
        out = file.parent / "x.docx"
        words = ("export", "letters", file, *ON, "-o", out)
        text = file.parent / "a.docx"
        text.write_text("no zip file", encoding="utf-8")
        refused(*words, "--template", text, says=["a.docx", "Word"])
        with zipfile.ZipFile(text, "w") as archive:
            archive.writestr("word/document.xml", "<w:document")
        refused(*words, "--template", text, says=["a.docx", "Word"])
        refused(*words, "--template", file.parent / "none.docx", says=["none.docx"])
        refused("export", "letters", file, "--on", "2022-01-05", "-o", out, says=["nothing"])
        assert not out.exists()


tap.run(
    a_unit_is_chased_and_it_is_told,
    it_is_one_act,
    what_makes_no_sense_is_refused,
    the_list_is_of_the_units_and_sections_chosen,
    the_list_tells_what_was_chased,
    the_built_in_letter_is_what_its_script_writes,
    a_letter_says_what_one_unit_owes,
    a_folder_gets_a_letter_a_unit,
    letters_in_one_file_stand_on_pages_of_their_own,
    a_placeholder_is_found_over_several_runs,
    case_and_marks_do_not_matter,
    a_list_outside_a_table_comes_as_paragraphs,
    what_is_not_known_is_told_with_its_place,
    a_header_may_say_what_is_the_same_for_all,
    no_word_document_is_told,
)
