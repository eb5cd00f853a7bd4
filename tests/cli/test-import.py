#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking in units from outside: every row is counted, and the same list twice changes
nothing."""

from driver import ask, digest, done, refused, tap, unchanged, workbook

LIST = ("DANH SÁCH CÁC ĐƠN VỊ;;;;\n"
        ";;;;\n"
        "TT;Tên đơn vị;Tên gọn;Trực thuộc;Ngày thành lập\n"
        "I;Các chi, đảng bộ trực thuộc Thị ủy;;;\n"
        "1;Đảng ủy xã Phổ An;ĐU X. Phổ An;;\n"
        "2;Đảng ủy khối Doanh nghiệp;ĐU Doanh nghiệp;Thị ủy;15/5/2023\n"
        "3;Chi bộ Bệnh viện;;Đảng ủy khối Doanh nghiệp;\n"
        "4;Chi bộ Lạ;;Không có đơn vị này;\n"
        "TỔNG;4;;;\n")


def count(told):
    tap.equal(told["rows"], told["added"] + told["changed"] + told["same"] + told["refused"])
    cells = {(fault["file"], fault["cell"]) for fault in told["faults"]}
    assert len(cells) >= told["refused"], "a refused row without a fault"
    return [told[key] for key in ("rows", "added", "changed", "same", "refused")]


def write(file, name, text, encoding="utf-8"):
    path = file.parent / name
    path.write_bytes(text.encode(encoding))
    return path


def a_list_as_offices_keep_it():
    with workbook() as file:
        source = write(file, "đơn vị.csv", LIST, "utf-8-sig")
        with unchanged(file):
            trial = ask("import", "units", file, source, "--dry-run")
        tap.equal(count(trial), [4, 2, 0, 1, 1])
        told = ask("import", "units", file, source)
        tap.equal({**told, "dry_run": True}, trial)
        tap.equal(told["faults"], [{"file": str(source), "sheet": None, "cell": "D8",
                                    "value": "Không có đơn vị này",
                                    "why": told["faults"][0]["why"]}])

        units = {unit["code"]: unit for unit in ask("units", file)}
        new = units["DANG-UY-KHOI-DOANH-NGHIEP"]
        tap.equal((new["short_name"], new["parent"], new["groups"], new["opened"]),
                  ("ĐU Doanh nghiệp", "THIUY", ["CDB"], "2023-05-15"))
        tap.equal(units["CHI-BO-BENH-VIEN"]["parent"], "DANG-UY-KHOI-DOANH-NGHIEP")
        # The new units owe what their group owes: task 6 is due before the one opened.
        owed = ask("checklist", file, "--unit", "CHI-BO-BENH-VIEN", "--task", "6")
        tap.equal(len(owed), 1)
        owed = ask("checklist", file, "--unit", "DANG-UY-KHOI-DOANH-NGHIEP", "--task", "6",
                   "--period", "2023")
        tap.equal(owed, [])

        before = digest(file)
        again = ask("import", "units", file, source)
        tap.equal(count(again), [4, 0, 0, 3, 1])
        tap.equal(digest(file), before, "the workbook after the same list again")
        done("check", file)


def the_same_list_in_every_form():
    rows = [["Mã", "Tên đơn vị", "Khối"], ["X1", 'Chi bộ "A", B', "Các chi, đảng bộ"],
            ["X2", "Chi bộ\nhai dòng", "CDB; MTTC"]]

    def quote(cell):
        return '"' + cell.replace('"', '""') + '"'

    def join(separator):
        return "".join(separator.join(map(quote, row)) + "\r\n" for row in rows)

    wanted = None
    for name, text, encoding in (("a.csv", join(","), "utf-8"), ("b.csv", join(";"), "utf-8-sig"),
                                 ("c.csv", join("\t"), "utf-16"), ("d.tsv", join("\t"), "utf-8"),
                                 ("e.txt", join("\t"), "utf-8")):
        with workbook() as file:
            source = write(file, name, text, encoding)
            tap.equal(count(ask("import", "units", file, source)), [2, 2, 0, 0, 0], name)
            units = [unit for unit in ask("units", file) if unit["code"] in ("X1", "X2")]
            wanted = wanted or units
            tap.equal(units, wanted, name)
    tap.equal([unit["name"] for unit in wanted], ['Chi bộ "A", B', "Chi bộ hai dòng"])
    tap.equal([sorted(unit["groups"]) for unit in wanted], [["CDB"], ["CDB", "MTTC"]])


def pasted_cells():
    with workbook() as file:
        pasted = "Mã\tTên\tTrực thuộc\nX1\tChi bộ X1\tTHIUY\nX2\tChi bộ X2\tX1\n"
        told = ask("import", "units", file, "-", stdin=pasted)
        tap.equal(count(told), [2, 2, 0, 0, 0])
        told = ask("import", "units", file, "-", stdin=pasted.replace("X2\tX1", "X2\tVP"))
        tap.equal(count(told), [2, 0, 1, 1, 0])


def several_lists_are_one_act():
    with workbook() as file:
        one = write(file, "một.csv", "Mã,Tên,Trực thuộc\nX1,Chi bộ X1,X2\n")
        two = write(file, "hai.csv", "Tên,Mã\nChi bộ X2,X2\nChi bộ X1 lần nữa,X1\n")
        acts = len(ask("history", file))
        told = ask("import", "units", file, one, two)
        tap.equal(count(told), [3, 2, 0, 0, 1])
        tap.equal([(fault["file"], fault["cell"]) for fault in told["faults"]],
                  [(str(two), "B3")])
        tap.equal(len(ask("history", file)), acts + 1)
        units = ask("units", file)
        done("undo", file)
        tap.equal(len(ask("units", file)), len(units) - 2)


def everything_that_is_wrong():
    with workbook() as file:
        source = write(file, "sai.csv",
                       "Mã,Tên,Trực thuộc,Khối,Thành lập,Kết thúc\n"
                       "A1,Một,A2,,,\n"
                       "A2,Hai,A1,,,\n"
                       "A3,Ba,A3,,,\n"
                       "A4,Bốn,,KHỐI LẠ,,\n"
                       "A5,Năm,,,30/2/2023,\n"
                       "A6,Sáu,,,1/6/2023,31/5/2023\n"
                       "A7,Bảy,A8,,,\n"
                       "A8,Tám,Không có,,,\n"
                       "THIUY,,BTG,,,\n"
                       ",,THIUY,,,\n")
        with unchanged(file):
            told = ask("import", "units", file, source)
        tap.equal(count(told), [10, 0, 0, 0, 10])
        tap.equal(sorted((fault["cell"] for fault in told["faults"]),
                         key=lambda cell: int(cell[1:])),
                  ["C2", "C3", "C4", "D5", "E6", "F7", "C8", "C9", "C10", "B11"])
        for fault in told["faults"]:
            assert len(fault["why"]) > 20, fault


def a_list_that_is_none():
    with workbook() as file:
        with unchanged(file):
            refused("import", "units", file, file.parent / "không có.csv",
                    says=["không có.csv"])
        for name, content in (("số.csv", b"1;2\n3;4\n"), ("trống.csv", b""),
                              ("tcvn.csv", b"M\xb7,T\xaan\n1,2\n"),
                              ("bảng.xlsx", b"PK\x03\x04\0\0\xff\xff")):
            source = file.parent / name
            source.write_bytes(content)
            with unchanged(file):
                refused("import", "units", file, source, says=[name])
            good = write(file, "tốt.csv", "Tên\nChi bộ mới\n")
            with unchanged(file):
                refused("import", "units", file, good, source, says=[name])


def closing_a_unit_takes_it_out_of_what_is_due_later():
    with workbook() as file:
        count(ask("import", "units", file, "-", stdin="Mã\tKết thúc\nDU-PHO-AN\t15/4/2023\n"))
        due = [line["due"] for line in ask("checklist", file, "--unit", "DU-PHO-AN",
                                           "--period", "2023") if line["due"]]
        assert due and max(due) <= "2023-04-15", due


tap.run(a_list_as_offices_keep_it, the_same_list_in_every_form, pasted_cells,
        several_lists_are_one_act, everything_that_is_wrong, a_list_that_is_none,
        closing_a_unit_takes_it_out_of_what_is_due_later)
