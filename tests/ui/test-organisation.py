#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisation in the real window: a unit is added and joins a group, its fault is said
beside the field, a unit closes and another merges, a group is looked at; each time the lines
that change are shown first, and the file says what the window said."""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
UNIT, UNIT_NAME = "DU-PHO-HOA", "Đảng ủy phường Phổ Hòa"
OTHER, OTHER_NAME = "DU-PHO-MINH", "Đảng ủy phường Phổ Minh"


class Organisation(harness.Program):
    """The editor of units and groups on a fresh workbook of the 2023 plan."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-units-")
        self.file = str(pathlib.Path(self.folder.name, "so-2023.skh"))
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __enter__(self):
        super().__enter__()
        self.click("list item", r"^Đơn vị")
        self.click("push button", r"^Đơn vị và khối…$")
        self.wait_find("list item", rf"^{UNIT_NAME}$")
        return self

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    # What the file says

    def units(self):
        return {unit["code"]: unit
                for unit in json.loads(harness.cli("units", self.file, "--json"))}

    def expected(self, unit):
        rates = json.loads(harness.cli("rates", self.file, "--period", "2023", "--on", DAY,
                                       "--json"))
        return next((item["expected"] for item in rates["by_unit"] if item["unit"] == unit), 0)

    # What a person does

    def choose(self, name):
        """A row of the list, by the pointer, and its details on the right."""
        self.wait_find("list item", rf"^{name}$").press()
        self.wait_find("label", rf"^{name}$")

    def fill(self, field, text):
        entry = self.wait_find("text", rf"^{field}$")
        entry.press()
        self.key("ctrl+a")
        self.type(text)

    def agree(self):
        """To what the preview lists; it gives the summary."""
        self.wait_find("list", r"^Các dòng thay đổi$")
        summary = self.wait_find("label", r"^\d+ dòng ").text
        self.click("push button", r"^Thực hiện")
        return summary


def a_unit_is_added_and_joins_a_group():
    with Organisation("unit-added") as window:
        window.click("push button", r"^Thêm đơn vị…$")
        window.fill("Tên", "Dang uy xa mau")
        window.fill("Mã", UNIT)
        window.key("Return")
        window.wait_find("label", rf"“{UNIT}”")
        window.fill("Mã", "DU-MAU")
        window.key("Return")
        window.wait_find("list item", r"^Dang uy xa mau$")
        window.wait_for(lambda: "DU-MAU" in window.units(), "the unit in the file")
        tap.equal(window.expected("DU-MAU"), 0, "lines of a unit in no group")

        window.click("push button", r"^Vào một khối$")
        window.click("push button", r"^Thêm$")
        summary = window.agree()
        window.wait_for(lambda: window.expected("DU-MAU") > 0, "lines of the new member")
        assert "được thêm" in summary, summary


def a_unit_closes():
    with Organisation("unit-closed") as window:
        before = window.expected(UNIT)
        window.choose(UNIT_NAME)
        window.click("push button", r"^Ngừng hoạt động…$")
        window.fill("Ngày cuối của đơn vị", "31/4/2023")
        window.key("Return")
        window.wait_find("label", r"Không có ngày này")
        window.fill("Ngày cuối của đơn vị", "30/6/2023")
        window.key("Return")
        summary = window.agree()
        window.wait_for(lambda: window.units()[UNIT]["closed"] == "2023-06-30", "its last day")
        assert 0 < window.expected(UNIT) < before, "what falls due later is not owed"
        assert "kết thúc" in summary, summary
        window.click("push button", r"^Mở lại$")
        window.agree()
        window.wait_for(lambda: window.expected(UNIT) == before, "the unit to be open again")


def a_merger_can_be_undone():
    with Organisation("unit-merged") as window:
        before = window.units()
        window.choose(UNIT_NAME)
        window.click("push button", r"^Sáp nhập…$")
        window.click("push button", r"^Sáp nhập$")
        window.wait_find("label", r"^Hãy chọn đơn vị nhận sáp nhập\.$")
        window.wait_find("combo box", r"^Sáp nhập vào$").press()
        window.key(*["Down"] * 8, "Return")
        window.fill("Ngày cuối của đơn vị", "30/6/2023")
        window.key("Return")
        window.agree()
        window.wait_for(lambda: window.units()[UNIT]["closed"] == "2023-06-30", "the merger")
        window.wait_find("label", r"đã sáp nhập vào")
        window.click("push button", r"^Hoàn tác$")
        window.wait_for(lambda: window.units() == before, "all as before")


def a_unit_moves_by_keys():
    with Organisation("unit-moved") as window:
        order = list(window.units())
        at = order.index(OTHER)
        window.choose(OTHER_NAME)
        window.key("alt+Up")
        window.wait_for(lambda: list(window.units()).index(OTHER) == at - 1, "one place up")
        window.key("alt+Down")
        window.wait_for(lambda: list(window.units()) == order, "its old place")


def deletion_is_refused_by_what_uses_it():
    with Organisation("unit-in-use") as window:
        window.choose("Thị ủy Đức Phổ")
        window.click("push button", r"^Xóa$")
        window.wait_find("label", r"Không xóa được “Thị ủy Đức Phổ”: còn \d+ đơn vị trực thuộc")
        assert "THIUY" in window.units()


tap.run(a_unit_is_added_and_joins_a_group, a_unit_closes, a_merger_can_be_undone,
        a_unit_moves_by_keys, deletion_is_refused_by_what_uses_it)
