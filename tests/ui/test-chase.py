#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chasing in the real window: choose whom, make the list, copy the message, record it, undo."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import openpyxl

import harness
import tap

DAY = "2023-04-15"
UNIT = "DU-PHO-VINH"


class Chase(harness.Program):
    def __init__(self, name, day=DAY):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-chase-")
        self.file = self.path("so-2023.skh")
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__(*(("--on", day) if day else ()), self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def path(self, name):
        return str(pathlib.Path(self.folder.name, name))

    def open_all(self):
        self.click("push button", r"^Lập danh sách đôn đốc")
        self.wait_find("check box", r"^Tất cả đơn vị$")

    def name_entry(self):
        return next((node for node in self.find_all("text") if node.text.endswith(".xlsx")), None)


def the_list_is_made_of_what_is_ticked_recorded_and_undone():
    with Chase("chase-record") as chase:
        chase.open_all()
        chase.click("check box", r"^Tất cả đơn vị$")
        chase.wait_find("label", r"^Ghi lại đã đôn đốc 0 nhiệm vụ")
        chase.click("check box", r"^Đảng ủy phường Nguyễn Nghiêm, ")
        chase.wait_find("label", r"^Ghi lại đã đôn đốc 10 nhiệm vụ của 1 đơn vị ngày")

        out = chase.path("don-doc.xlsx")
        chase.click("push button", r"^Excel…$")
        chase.wait_for(chase.name_entry, "the file chooser's entry")
        chase.key("ctrl+a")
        chase.type(out)
        chase.key("Return")
        chase.wait_for(lambda: pathlib.Path(out).is_file(), "the list to be written")
        sheet = openpyxl.load_workbook(out)["Đôn đốc"]
        rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
        tap.equal(len(rows), 10, "tasks in Excel")

        day = chase.wait_find("text", r"^Ngày đôn đốc$").now()
        tap.equal(day.text, "15/4/2023", "the day that is offered")
        day.write("16/4")
        chase.click("push button", r"^Ghi lại$")
        chase.wait_find("label", r"sau ngày")
        day.write("14/4")
        chase.click("push button", r"^Ghi lại$")
        chase.wait_find("label", r"đã đôn đốc 1 lần, gần nhất 14/4")
        told = harness.cli("history", chase.file)
        assert "Nguyễn Nghiêm (10" in told, told
        chase.key("ctrl+z")
        chase.wait_for(lambda: not chase.find_all("label", r"đã đôn đốc 1 lần"), "the undo")


def a_record_made_by_mistake_is_removed_by_itself():
    with Chase("chase-remove") as chase:
        chase.open_all()
        chase.click("check box", r"^Tất cả đơn vị$")
        chase.wait_find("label", r"^Ghi lại đã đôn đốc 0 nhiệm vụ")
        chase.click("check box", r"^Đảng ủy phường Nguyễn Nghiêm, ")
        chase.wait_find("label", r"^Ghi lại đã đôn đốc 10 nhiệm vụ của 1 đơn vị ngày")
        chase.click("push button", r"^Ghi lại$")

        first = r"^III · Gửi kế hoạch thực hiện, .*đã đôn đốc 1 lần, gần nhất 15/4$"
        others = r"^II.*đã đôn đốc 1 lần, gần nhất 15/4$"
        chase.wait_find("check box", first)
        chase.wait_find("push button", r"^Các lần đôn đốc .").press()
        chase.click("menu item", r"^Bỏ: 15/4/2023 · ")
        chase.wait_for(lambda: not chase.find_all("check box", first), "the record to go")
        tap.equal(len(chase.find_all("check box", others)), 9, "the other records")
        told = harness.cli("history", chase.file)
        assert "Bỏ ghi đôn đốc: Đảng ủy phường Nguyễn Nghiêm" in told, told
        chase.key("ctrl+z")
        chase.wait_find("check box", first)


def the_message_is_of_the_unit_selected():
    with Chase("chase-message") as chase:
        chase.open_all()
        chase.click("page tab", r"^Lời nhắn$")
        chase.wait_for(lambda: [node for node in chase.find_all("text", r"^Lời nhắn gửi đơn vị$")
                                if node.text.startswith("Kính gửi: Đảng ủy")], "the message")
        chase.click("push button", r"^Chép lời nhắn$")
        chase.wait_find("label", r"^Đã chép")


def a_units_checklist_goes_to_paper():
    with Chase("chase-checklist") as chase:
        chase.click("list item", r"^Báo cáo$")
        chase.click("push button", r"^Danh mục đơn vị$")
        chase.wait_find("image", r"^DANH MỤC ")


def what_is_new_is_told_at_the_start():
    """Seen by the clock the whole plan of 2023 is overdue; seen from a day of 2023 nothing is
    told. There is no notification service here: the overview tells it."""
    with Chase("chase-news") as chase:
        chase.wait_find("push button", r"^Lập danh sách đôn đốc")
        tap.equal(chase.find_all("push button", r"^Xem cần đôn đốc"), [], "bars")
    with Chase("chase-news-today", None) as chase:
        chase.wait_find("label", r"^\d+ nhiệm vụ mới quá hạn")
        chase.click("push button", r"^Xem cần đôn đốc")
        chase.wait_find("check box", r"^Tất cả đơn vị$")


tap.run(the_list_is_made_of_what_is_ticked_recorded_and_undone,
        a_record_made_by_mistake_is_removed_by_itself,
        the_message_is_of_the_unit_selected,
        a_units_checklist_goes_to_paper,
        what_is_new_is_told_at_the_start)
