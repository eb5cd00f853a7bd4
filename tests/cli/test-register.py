#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers at the command line: their lines, a new line, lists in, the sheet out."""

import json
import pathlib
import subprocess

import openpyxl

from driver import ask, done, folder, misused, refused, tap, unchanged, workbook

TEMPLATE = pathlib.Path(__file__).parents[2] / "data/templates/duc-pho-2023.json"
LIST = """Số, ký hiệu;Cơ quan ban hành;Ngày ban hành;Trích yếu;Vai trò
12-BC/ĐU;Đảng ủy Mẫu;3/2/2023;Báo cáo mẫu;Tài liệu tham khảo
13-CV/ĐU;Đảng ủy Mẫu;4/2/2023;Công văn mẫu;guidance
"""


def documents(file):
    return ask("register", file, "documents")


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def the_plan_s_documents_are_there():
    with workbook() as file, unchanged(file):
        wanted = json.loads(TEMPLATE.read_text(encoding="utf-8"))["documents"]
        told = documents(file)
        tap.equal(sorted((line["symbol"] or "", line["issuer"] or "", line["day"] or "",
                          line["role"]) for line in told),
                  sorted((line.get("symbol", ""), line.get("issuer", ""),
                          line.get("day", ""), line["role"]) for line in wanted), "lines")
        numbers = {line["symbol"]: line["number"] for line in told}
        tap.equal(numbers["01-KL/TW"], "01", "number")
        days = [line["day"] for line in told if line["day"]]
        tap.equal(days, sorted(days, reverse=True), "the newest first")


def a_line_is_added_and_taken_back():
    with workbook() as file:
        attached = write(file.parent / "báo cáo.txt", "nội dung")
        line = ask("register-add", file, "documents", "symbol=5-KH/ĐU", "title=Kế hoạch  mẫu",
                   "day=5/4", "role=Căn cứ", f"file={attached}", "--on", "2023-06-01")
        tap.equal({key: line[key] for key in ("symbol", "number", "title", "day", "role", "file",
                                              "issuer")},
                  {"symbol": "5-KH/ĐU", "number": "5", "title": "Kế hoạch mẫu",
                   "day": "2023-04-05", "role": "legal_basis", "file": ["báo cáo.txt"],
                   "issuer": None}, "line")
        assert line in documents(file)
        tap.equal(ask("history", file)[0]["tables"], {"attachment": 1, "document": 1}, "act")
        done("undo", file)
        assert line not in documents(file)
        done("redo", file)
        assert line in documents(file)
        done("check", file)


def what_is_wrong_changes_nothing():
    with workbook() as file, unchanged(file):
        refused("register-add", file, "documents", "symbol=5", says=["Title"])
        refused("register-add", file, "documents", "title=A", "day=31/2/2023", says=["31/2/2023"])
        refused("register-add", file, "documents", "title=A", "role=lạ", says=["lạ"])
        refused("register-add", file, "documents", "title=A", "file=/không/có.pdf",
                says=["có.pdf"])
        refused("register", file, "nothing", says=["nothing", "documents"])
        misused("register-add", file, "documents", "title")
        misused("register-add", file, "documents", "tên=A", says=["symbol"])
        misused("register", file)
        refused("import", "nothing", file, "-", stdin=LIST, says=["nothing", "documents"])
        refused("import", "documents", file, "-", stdin="A,B\n1,2\n", says=["Trích yếu"])
        misused("export", "register", file, "documents", "-o", file.parent / "ra.doc")


def a_list_is_taken_in_once():
    with workbook() as file:
        before = len(documents(file))
        source = write(file.parent / "danh sách.csv", LIST)
        with unchanged(file):
            tried = ask("import", "documents", file, source, "--dry-run")
        told = ask("import", "documents", file, source)
        for result in (tried, told):
            tap.equal({key: result[key] for key in ("rows", "added", "changed", "same",
                                                    "refused", "faults")},
                      {"rows": 2, "added": 2, "changed": 0, "same": 0, "refused": 0,
                       "faults": []}, "result")
        with unchanged(file):
            again = ask("import", "documents", file, source)
        tap.equal((again["rows"], again["same"]), (2, 2), "again")
        tap.equal(len(documents(file)), before + 2, "lines")
        done("undo", file)
        tap.equal(len(documents(file)), before, "lines after undo")


def a_fault_names_its_cell():
    with workbook() as file:
        source = write(file.parent / "sai.csv",
                       LIST + "14-CV/ĐU;;31/2/2023;Ngày sai;\n15-CV/ĐU;;;;\n")
        told = ask("import", "documents", file, source)
        tap.equal((told["rows"], told["added"], told["refused"]), (4, 2, 2), "counts")
        tap.equal([(fault["file"], fault["cell"], fault["value"]) for fault in told["faults"]],
                  [(str(source), "C4", "31/2/2023"), (str(source), "D5", "")], "faults")


def the_sheet_holds_them_and_comes_back_the_same():
    with workbook() as file, folder() as path:
        sheet = path / "văn bản.xlsx"
        done("export", "register", file, "documents", "-o", sheet)
        cells = openpyxl.load_workbook(sheet)["Văn bản"]
        rows = [[cell.value for cell in row] for row in cells.iter_rows()]
        header = next(index for index, row in enumerate(rows) if row[0] == "TT")
        tap.equal(rows[header][:6], ["TT", "Số, ký hiệu", "Cơ quan ban hành", "Ngày ban hành",
                                     "Trích yếu", "Vai trò"], "heading")
        lines = documents(file)
        body = rows[header + 1:header + 1 + len(lines)]
        tap.equal([row[4] for row in body], [line["title"] for line in lines], "titles")
        tap.equal([row[3].date().isoformat() if row[3] else None for row in body],
                  [line["day"] for line in lines], "days")
        with unchanged(file):
            told = ask("import", "documents", file, sheet)
        tap.equal((told["rows"], told["same"]), (len(lines), len(lines)), "taken in again")


def the_paper_holds_them():
    with workbook() as file, folder() as path:
        paper = path / "văn bản.pdf"
        done("export", "register", file, "documents", "-o", paper)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True,
                              text=True, check=True).stdout
        for line in documents(file):
            if line["symbol"]:
                assert line["symbol"] in text, line["symbol"]


def a_year_of_commitments_is_expected_listed_and_printed():
    with workbook() as file, folder() as path:
        unit, other = "DU-PHO-HOA", "DU-PHO-MINH"
        for name, place in (("An", unit), ("Bình", unit), ("Châu", other)):
            done("register-add", file, "people", f"name=Lê Mẫu {name}", f"unit={place}",
                 "kind=member")
        with unchanged(file):
            tap.equal(ask("commitments", file, "expect", "--dry-run")["added"], 3, "would be")
        tap.equal(ask("commitments", file, "expect", "--unit", unit)["added"], 2, "of the unit")
        tap.equal(ask("commitments", file, "expect")["added"], 1, "the other unit's")
        done("register-add", file, "commitments", "person=Lê Mẫu An", f"unit={unit}",
             "year=2022", "written_on=2022-02-01")
        wrote = path / "da-viet.csv"
        write(wrote, "Họ và tên;Đơn vị;Năm;Ngày viết\nLê Mẫu An;DU-PHO-HOA;2023;10/1/2023\n")
        tap.equal(ask("import", "commitments", file, wrote)["changed"], 1, "one has written")
        with unchanged(file):
            tap.equal([line["person"] for line in ask("commitments", file, "missing")],
                      ["Lê Mẫu Bình", "Lê Mẫu Châu"], "who has not yet")
            rates = ask("commitments", file, "rates", "--on", "2023-12-31")
            early = ask("commitments", file, "rates", "--on", "2023-01-09", "--unit", unit)
        tap.equal((rates["expected"], rates["committed"]), (3, 1))
        tap.equal({row["unit"]: row["kinds"]["members"] for row in rates["by_unit"]},
                  {unit: [1, 2], other: [0, 1]}, "by unit")
        tap.equal((early["expected"], early["committed"]), (2, 0), "before it was written")
        paper = path / "ban-cam-ket.pdf"
        done("export", "commitment-forms", file, "--unit", unit, "-o", paper)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True,
                              text=True, check=True).stdout
        tap.equal([f"Lê Mẫu {name}" in text for name in ("An", "Bình", "Châu")],
                  [True, True, False], "the unit's forms")
        sheet = path / "tong-hop.xlsx"
        done("export", "commitments", file, "--on", "2023-12-31", "-o", sheet)
        rows = [row for row in openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)
                if "Đảng ủy phường Phổ Hòa" in row]
        tap.equal(len(rows), 1, "the unit's row")
        done("export", "commitments", file, "--year", "2022", "--on", "2023-12-31", "-o", sheet)
        cells = [[str(cell) for cell in row if cell is not None]
                 for row in openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)]
        assert any("năm 2022" in cell for row in cells for cell in row), cells
        tap.equal([row[2:4] for row in cells if "Đảng ủy phường Phổ Hòa" in row], [["1", "1"]],
                  "the year before")
        misused("commitments", file, "later", says=["later"])
        refused("commitments", file, "missing", "--unit", "KHONG-CO", says=["KHONG-CO"])


def a_conference_has_a_command_of_its_own():
    with workbook() as file:
        told = done("conference", file, "add", "--title", "Hội nghị = mẫu", "--on", "2023-03-02",
                    "--place", "Hội trường mẫu")
        later = ask("conference", file, "add", "--title", "Hội nghị sau", "--on", "2023-04-02")
        with unchanged(file):
            listed = ask("conference", file, "list")
            tap.equal(listed, ask("register", file, "conferences"), "the register's lines")
            assert "Hội nghị sau" in done("conference", file, "list")
        tap.equal({(line["id"], line["title"], line["day"], line["place"]) for line in listed},
                  {(told.strip(), "Hội nghị = mẫu", "2023-03-02", "Hội trường mẫu"),
                   (later["id"], "Hội nghị sau", "2023-04-02", None)}, "conferences")
        done("undo", file)
        tap.equal(len(ask("conference", file, "list")), 1, "one act each")
        with unchanged(file):
            misused("conference", file, "add", "--on", "2023-03-02", says=["--title"])
            misused("conference", file, "add", "--title", "Hội nghị", says=["--on"])
            misused("conference", file, "add", "--title", "Hội nghị", "--on", "2/3", says=["2/3"])
            misused("conference", file, "move", says=["move"])
            refused("conference", file, "add", "--title", " ", "--on", "2023-03-02")


tap.run(
    the_plan_s_documents_are_there,
    a_line_is_added_and_taken_back,
    what_is_wrong_changes_nothing,
    a_list_is_taken_in_once,
    a_fault_names_its_cell,
    the_sheet_holds_them_and_comes_back_the_same,
    the_paper_holds_them,
    a_year_of_commitments_is_expected_listed_and_printed,
    a_conference_has_a_command_of_its_own,
)
