#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daily work in the grid, by keys alone: mark one line and many, copy, paste, note, fold,
undo; and nothing is lost to the keys that an input method sends. One window serves all cases: each
begins at the same line and takes back what was done before it."""

import functools
import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import harness
import tap

DAY = "2023-04-15"
FIRST = "Các cơ quan tham mưu, giúp việc Thị ủy,"  # the grid's first heading, and the second
SECOND = "Các chi, đảng bộ trực thuộc Thị ủy,"


class Grid(harness.Program):
    """The window on a fresh workbook, with the grid of the first quarter before it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-grid-")
        self.file = str(pathlib.Path(self.folder.name) / "so.skh")
        self.cell = None
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name="grid")

    def __enter__(self):
        super().__enter__()
        self.key("alt+3")
        self.click("push button", "^Quý I$")
        self.cell = self.wait_find("table cell", "^(Các|Văn phòng|Đảng ủy|Cơ quan) .*, ").now()
        self.cell.press()
        self.n_acts = len(self.history())
        return self

    def __exit__(self, kind, error, trace):
        """The runner's own exit is no failure: a case that fails leaves its picture."""
        super().__exit__(*((None,) * 3 if kind is SystemExit else (kind, error, trace)))
        self.folder.cleanup()

    # What the file says

    def lines(self):
        return json.loads(harness.cli("checklist", self.file, "--period", "2023-Q1",
                                      "--on", DAY, "--json"))

    def history(self):
        acts = json.loads(harness.cli("history", self.file, "--json"))
        return [act for act in acts if not act["undone"]]

    def count(self, key, value):
        return sum(line[key] == value for line in self.lines())

    def wait_count(self, key, value, number):
        self.wait_for(lambda: self.count(key, value) == number, f"{number} lines: {value}")

    # Where the keys are

    def current(self):
        """What the grid's cell says."""
        return self.cell.name

    def move(self, *keys):
        for key in keys:
            before = self.current()
            self.key(key)
            self.wait_for(lambda: self.current() != before, f"another cell after {key}")

    def begin(self):
        """As it was opened, on a line that is overdue: a unit's, and so is the one below."""
        while len(self.windows()) > 1:
            self.leave()
        self.focus()
        self.wait_for(lambda: self.cell.has_state("focused"), "the grid to have the keys")
        while len(self.history()) > self.n_acts:
            self.take_back()
        self.key("ctrl+Home")
        self.wait_for(lambda: self.current().startswith(FIRST), "the first heading")
        self.key("Right")  # into its cells, or open
        if not self.cell.has_state("expanded"):
            self.key("Right")
        self.key("Home", "Right")
        self.wait_for(lambda: self.current().endswith(", không phải nộp"), "its first cell")
        for _ in range(12):
            self.move("Down")
            if "quá hạn" in self.current():
                return
        raise AssertionError(f"no overdue line in the first column: {self.current()}")

    def take_back(self):
        before = len(self.history())
        self.key("ctrl+z")
        self.wait_for(lambda: len(self.history()) == before - 1, "the act to be taken back")

    def entry(self, name):
        """The entry that asks, with the keys in it."""
        return self.wait_for(
            lambda: next((node for node in self.find_all("text", f"^{name}$")
                          if node.has_state("focused")), None), f"the entry {name}")

    def deliver(self, day=None):
        self.key("d")
        self.entry("Ngày nộp")
        if day is not None:
            self.type(day)
        self.key("Return")

    def leave(self):
        """Out of what asks, and back in the grid. There is no window manager that would give
        the keys back to the window."""
        n_windows = len(self.windows())
        self.key("Escape")
        if n_windows > 1:
            self.wait_for(lambda: len(self.windows()) < n_windows, "the dialog to close")
        self.focus()
        self.wait_for(lambda: self.cell.has_state("focused"), "the grid to have the keys again")


GRID = Grid()


def in_the_grid(case):
    """A case from the first line on; a picture is left where it fails."""
    @functools.wraps(case)
    def run():
        try:
            GRID.begin()
            case()
        except BaseException:
            GRID.leave_evidence()
            raise
    return run


@in_the_grid
def one_line_is_marked_and_taken_back():
    first = GRID.current()
    GRID.key("space")
    GRID.wait_count("state", "in_progress", 1)
    GRID.key("space")
    GRID.wait_count("state", "delivered", 1)
    GRID.wait_for(lambda: "đã nộp ngày 15/4/2023" in GRID.current(), "the cell to say so")
    GRID.deliver("28/1")
    GRID.wait_count("delivered_on", "2023-01-28", 1)
    for _ in range(3):
        GRID.take_back()
    tap.equal(GRID.count("state", "delivered") + GRID.count("state", "in_progress"), 0, "lines")
    GRID.wait_for(lambda: GRID.current() == first, "the cell as it was")


@in_the_grid
def bad_days_are_told_and_not_taken():
    for day, words in [("16/4/2023", "sau ngày"), ("31/12/2021", "quá một năm"),
                       ("abc", "không phải là ngày")]:
        GRID.deliver(day)
        GRID.wait_for(lambda: GRID.find("label", words), words)
        GRID.leave()
    tap.equal(len(GRID.history()), GRID.n_acts, "acts")


@in_the_grid
def a_day_before_the_year_is_taken():
    GRID.deliver("30/12/2022")
    GRID.wait_count("delivered_on", "2022-12-30", 1)


@in_the_grid
def many_lines_are_one_act():
    GRID.move("shift+Down", "shift+Down")
    tap.equal(GRID.cell.description, "đang chọn 3 ô", "what is told of the selection")
    GRID.deliver()
    GRID.wait_count("delivered_on", DAY, 3)
    GRID.key("n")
    GRID.entry("Ghi chú, thêm vào ghi chú đã có")
    GRID.type("cho gop y")
    GRID.key("Return")
    GRID.wait_for(lambda: len(GRID.history()) == GRID.n_acts + 2, "the second act")
    tap.equal(GRID.history()[0]["tables"], {"assignment": 3}, "notes")
    GRID.take_back()
    GRID.take_back()
    tap.equal(GRID.count("state", "delivered"), 0, "delivered after two steps back")


@in_the_grid
def cells_are_copied_and_pasted():
    GRID.deliver("28/1")
    GRID.wait_count("delivered_on", "2023-01-28", 1)
    GRID.key("ctrl+c")
    GRID.move("Down", "shift+Down", "shift+Down")
    GRID.key("ctrl+v")
    GRID.wait_count("delivered_on", "2023-01-28", 4)
    tap.equal(len(GRID.history()), GRID.n_acts + 2, "acts")


@in_the_grid
def what_is_no_state_is_refused():
    GRID.key("d")
    GRID.entry("Ngày nộp")
    GRID.type("hom kia")
    GRID.key("ctrl+a", "ctrl+c")
    GRID.leave()
    GRID.key("ctrl+v")
    GRID.wait_find("label", "Không nhận được 1 ô")
    GRID.leave()
    GRID.wait_for(lambda: "Đây không phải trạng thái" in GRID.current(), "the cell to be marked")
    tap.equal(len(GRID.history()), GRID.n_acts, "acts")


@in_the_grid
def what_goes_beyond_the_grid_is_told_and_the_rest_offered():
    GRID.deliver("28/1")
    GRID.wait_count("delivered_on", "2023-01-28", 1)
    GRID.move("Down")
    GRID.key("space")
    GRID.wait_count("state", "in_progress", 1)
    GRID.move("shift+Up")
    GRID.key("ctrl+c")
    GRID.move("ctrl+End", "Home", "Right")
    while not re.search("quá hạn|chưa làm", GRID.current()):
        GRID.move("Right")
    GRID.key("ctrl+v")
    GRID.wait_find("label", "Không nhận được 1 ô")
    tap.equal(len(GRID.history()), GRID.n_acts + 2, "acts before the answer")
    GRID.click("push button", "^Dán 1 ô còn lại")
    GRID.wait_count("delivered_on", "2023-01-28", 2)


@in_the_grid
def figures_are_entered_with_the_delivery():
    """Eleven of twelve is in progress; more than all is refused; all is delivered."""
    while "Viết cam kết" not in GRID.current():
        GRID.move("Right")
    GRID.key("d")
    GRID.entry("Ngày nộp")
    GRID.key("Tab", "Tab")
    GRID.entry("Đã xong trên tổng")
    GRID.type("13/12")
    GRID.key("Return")
    GRID.wait_for(lambda: GRID.find("label", "Quá tổng số"), "the fault")
    GRID.key("ctrl+a")
    GRID.type("11/12")
    GRID.key("Tab", "Tab")
    GRID.entry("Đảng viên đã cam kết")
    GRID.type("230/250")
    GRID.key("Tab", "Return")  # from the next one
    GRID.wait_count("state", "in_progress", 1)
    line = next(line for line in GRID.lines() if line["state"] == "in_progress")
    tap.equal(list(line["figures"].values()), [[230, 250]], "figures")


@in_the_grid
def a_view_is_saved_and_come_back_to():
    note = "^Chỉ việc quá hạn$"

    def choose(*keys):
        GRID.wait_find("combo box", "^Cách xem$").press()
        GRID.key(*keys, "Return")
        GRID.wait_for(lambda: GRID.find("push button", "^Bỏ lọc$"), "the filter to be told")

    choose("Down", "Down")
    GRID.click("push button", "^Lọc$")
    GRID.click("push button", "^Lưu cách xem này…$")
    GRID.wait_find("text", "^Tên cách xem$")
    GRID.type("Can don doc")
    GRID.key("Return")
    GRID.wait_for(lambda: len(GRID.history()) == GRID.n_acts + 1, "the view to be saved")
    GRID.click("push button", "^Bỏ lọc$")
    GRID.wait_for(lambda: not GRID.find("push button", "^Bỏ lọc$"), "all to be shown")
    choose("Down", "Down", "Down")
    GRID.wait_find("label", note)
    GRID.click("push button", "^Bỏ lọc$")
    GRID.cell.press()


@in_the_grid
def evidence_is_kept_with_the_line():
    paper = pathlib.Path(GRID.folder.name) / "bien-ban.txt"
    paper.write_text("nội dung mẫu", encoding="utf-8")
    GRID.click("push button", "^Đính kèm tệp…$")
    GRID.wait_for(lambda: len(GRID.windows()) == 2, "the choice of a file")
    GRID.type(str(paper))
    GRID.key("Return")
    GRID.wait_find("push button", "^Mở “bien-ban.txt”$")
    GRID.wait_for(lambda: len(GRID.history()) == GRID.n_acts + 1, "one act")
    GRID.cell.press()
    GRID.take_back()
    GRID.wait_for(lambda: not GRID.find("push button", "^Mở “bien-ban.txt”$"),
                  "no file after the undo")


def a_group_is_folded():
    GRID.key("ctrl+Home")
    GRID.wait_for(lambda: GRID.current().startswith(FIRST), "the first heading")
    GRID.key("Left")
    GRID.wait_for(lambda: not GRID.cell.has_state("expanded"), "the group to close")
    GRID.move("Down")
    tap.equal(GRID.current().startswith(SECOND), True, "the next heading stands below")
    GRID.move("Up")
    GRID.key("Right")
    GRID.wait_for(lambda: GRID.cell.has_state("expanded"), "the group to open")


@in_the_grid
def an_input_method_changes_nothing_unseen():
    """Telex for "đ", "â", "ộ": letters, Backspaces and letters again. What they open is
    closed by Escape, and no line has changed."""
    before = GRID.lines()
    for keys in (["BackSpace"], ["BackSpace", "a"], ["a", "a", "BackSpace", "x"],
                 ["Delete"], ["w", "BackSpace", "u"]):
        GRID.key(*keys)
    GRID.key("d", "d", "BackSpace", "BackSpace", "d")
    GRID.leave()
    GRID.key("n", "o", "BackSpace", "BackSpace", "o", "j")
    GRID.leave()
    tap.equal(GRID.lines(), before, "the lines")
    tap.equal(len(GRID.history()), GRID.n_acts, "acts")


@in_the_grid
def the_list_of_a_unit_gives_the_same_acts():
    unit = GRID.current().split(",")[0]
    GRID.key("Home")
    GRID.wait_for(lambda: GRID.current().startswith(unit), "the unit's head")
    GRID.key("Return")
    GRID.wait_find("list item", "quá hạn")
    lines = GRID.find_all("list item", "quá hạn")
    lines[0].press()
    lines[1].press()  # alone, now
    GRID.key("space")
    GRID.wait_count("state", "in_progress", 1)
    GRID.key("shift+Down", "d")
    GRID.wait_for(lambda: GRID.find("text", "^15/4/2023$"), "the day to be asked for")
    GRID.key("Return")
    GRID.wait_count("delivered_on", DAY, 2)
    GRID.take_back()
    GRID.take_back()
    GRID.click("push button", "^Cả bảng$")
    GRID.cell.press()


with GRID:
    tap.run(
        one_line_is_marked_and_taken_back,
        bad_days_are_told_and_not_taken,
        a_day_before_the_year_is_taken,
        many_lines_are_one_act,
        cells_are_copied_and_pasted,
        what_is_no_state_is_refused,
        what_goes_beyond_the_grid_is_told_and_the_rest_offered,
        figures_are_entered_with_the_delivery,
        a_view_is_saved_and_come_back_to,
        evidence_is_kept_with_the_line,
        a_group_is_folded,
        an_input_method_changes_nothing_unseen,
        the_list_of_a_unit_gives_the_same_acts,
    )
