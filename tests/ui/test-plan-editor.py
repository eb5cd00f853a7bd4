#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second plan, written from nothing in the real window: its sections, tasks in the office's own
words, who leads them, a figure. What the window understood has to be what the file then says, and
nothing typed is lost without a question."""

import json
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
IN_SIGHT = 660  # above the editor's foot
TITLE = "Kế hoạch công tác dân vận năm 2023"

# What a person types, and what the command line has to say of it afterwards.
TASKS = [
    dict(section="I", clause="I.1.a", title="Ban hành kế hoạch công tác dân vận",
         short_title="Kế hoạch dân vận", wording="trước ngày 28/02/2023",
         lead=["ban dan van"], together=["ban tuyen giao", "chi dang bo truc thuoc"],
         via=["ban tuyen giao"], deliverable="Kế hoạch", recipient="Ban Dân vận Tỉnh ủy",
         wants_document=True, document="159-KH/TU",
         says={"kind": "before", "first_day": None, "last_day": "2023-02-27", "lead": ["BDV"],
               "with": ["BTG", "CDB"], "via": ["BTG"], "deliverable": "Kế hoạch",
               "recipient": "Ban Dân vận Tỉnh ủy", "short_title": "Kế hoạch dân vận"}),
    dict(section="I", title="Phổ biến kế hoạch đến cán bộ, đảng viên", wording="trong quý I/2023",
         lead=["chi dang bo truc thuoc"],
         says=dict(kind="by_end_of", first_day="2023-01-01", last_day="2023-03-31",
                   lead=["CDB"])),
    dict(section="II", title="Đăng ký mô hình Dân vận khéo",
         wording="chậm nhất trong quý II/2023",
         lead=["chi dang bo truc thuoc"], together=["ban dan van"], deliverable="Danh sách",
         measure="Mô hình đăng ký",
         says=dict(kind="by_end_of", first_day=None, last_day="2023-06-30", lead=["CDB"])),
    dict(section="II", title="Nắm tình hình Nhân dân", wording="thường xuyên",
         lead=["ban dan van"],
         says=dict(kind="ongoing", first_day=None, last_day=None, lead=["BDV"])),
    dict(section="II", title="Báo cáo công tác dân vận", wording="hằng quý",
         lead=["chi dang bo truc thuoc"],
         says=dict(kind="quarterly", first_day="2023-01-01", last_day="2023-12-31",
                   lead=["CDB"])),
    dict(section="II", title="Tổng kết mô hình Dân vận khéo",
         wording="sau khi có hướng dẫn của Ban Dân vận Tỉnh ủy",
         lead=["ban dan van"],
         says=dict(kind="relative", first_day=None, last_day=None, lead=["BDV"])),
]
SECTIONS = [("I", "Triển khai kế hoạch"), ("II", "Phong trào Dân vận khéo")]


class Office(harness.Program):
    """A window on a fresh workbook of the 2023 plan, at the plan as it is written."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-plan-")
        self.file = str(pathlib.Path(self.folder.name, "so-2023.skh"))
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __enter__(self):
        super().__enter__()
        self.click("list item", r"^Tiến độ$")
        self.click("push button", r"^Soạn kế hoạch$")
        self.wait_find("list item", r"^1\. ")
        return self

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    # What the file says

    def history(self):
        return [act["label"] for act in json.loads(harness.cli("history", self.file, "--json"))]

    def plan_in_file(self, title):
        plans = json.loads(harness.cli("plans", self.file, "--json"))
        return next(plan["id"] for plan in plans if plan["title"] == title)

    def tasks_in_file(self, plan=None):
        of_plan = ("--plan", plan) if plan else ()
        return json.loads(harness.cli("tasks", self.file, *of_plan, "--json"))

    def plans(self):
        return json.loads(harness.cli("plans", self.file, "--json"))

    def due_of_first(self):
        """The days on which the lines of the first task fall due."""
        lines = json.loads(harness.cli("checklist", self.file, "--task", "1", "--on", DAY,
                                       "--json"))
        return sorted({line["due"] for line in lines}, key=str)

    # What a person does

    def reach(self, role, name):
        """The keys go there: into a field in sight by the pointer, else by Tab, with which a
        thing comes into sight."""
        node = self.wait_find(role, name).now()
        mine = [node, *node.children()]  # GTK 4.8 gives the focus to the text inside an entry

        def has_keys():
            return any(part.has_state("focused") for part in mine)

        self.focus()
        if role == "text" and node.center()[1] < IN_SIGHT:
            node.press()
            self.wait_for(has_keys, f"the keys to go to {name}")
        for _ in range(40):
            if has_keys():
                return node
            before = self.focused().path
            self.xdotool("key", "Tab")
            self.wait_for(lambda: self.focused().path != before, "Tab to go on")
        raise harness.Missing(f"Tab does not reach {name}")

    def fill(self, name, text):
        self.reach("text", name).write(text)

    def retype(self, name, text):
        """By keys alone, for letters that every keyboard has."""
        self.reach("text", name)
        self.key("ctrl+a")
        self.type(text)
        self.wait_for(lambda: self.wait_find("text", name).text == text, f"“{text}” in {name}")

    def place_of(self, no):
        """How high a task stands in the list, or None while it is out of sight."""
        y = self.wait_find("list item", rf"^{no}\. ").extents().y
        return y if 0 < y < IN_SIGHT + 60 else None

    def add_plan(self, title):
        self.click("push button", r"^Kế hoạch đang xem: .* 2023 Kế hoạch 2023$")
        self.wait_find("push button", r"^Kế hoạch mới…$").click()
        self.fill(r"^Tên$", title)
        self.key("Return")
        self.wait_find("push button", rf"^Kế hoạch đang xem: {title}")

    def add_section(self, code, title):
        self.click("push button", r"^Thêm mục$")
        self.fill(r"^Số của mục", code)
        self.fill(r"^Tên mục$", title)
        self.key("Return")
        self.wait_find("list item", rf"^{code}\. {title}$")

    def begin_task(self, section):
        """From the section's own row in the list."""
        self.click("list item", rf"^{section}\. ")
        self.wait_find("push button", r"^Thêm nhiệm vụ$").click()
        self.wait_find("label", r"^Nhiệm vụ mới$")

    def choose_parties(self, title, names):
        self.reach("push button", rf"^{title}: ")
        self.xdotool("key", "space")
        self.wait_find("entry", r"^Tìm đơn vị, khối$")
        for name in names:
            self.xdotool("type", "--delay", 2, name)
            self.wait_for(lambda: self.find_all("check box", "."), "something found")
            time.sleep(0.2)  # the search settles
            self.xdotool("key", "Return")
        self.xdotool("key", "Escape")
        self.wait_find("push button", rf"^{title}: (?!chưa)")

    def write_task(self, task):
        """Every field that the task has, in the form's order."""
        self.begin_task(task["section"])
        if "clause" in task:
            self.fill(r"^Điểm, khoản$", task["clause"])
        self.fill(r"^Nội dung nhiệm vụ$", task["title"])
        if "short_title" in task:
            self.fill(r"^Tên ngắn, dùng cho cột hẹp$", task["short_title"])
        self.fill(r"^Thời hạn, theo đúng lời văn", task["wording"])
        for title, key in (("Chủ trì", "lead"), ("Phối hợp", "together"), ("Gửi qua", "via")):
            if key in task:
                self.choose_parties(title, task[key])
        for title, key in (("Sản phẩm phải có", "deliverable"), ("Nơi nhận", "recipient")):
            if key in task:
                self.fill(rf"^{title}$", task[key])
        if task.get("wants_document"):
            self.reach("check box", r"^Khi nộp phải có số, ký hiệu văn bản$")
            self.xdotool("key", "space")
        if "measure" in task:
            self.click("push button", r"^Thêm số liệu$")
            self.fill(r"^Tên số liệu$", task["measure"])
        self.wait_find("label", r"dòng")
        self.save()
        if "document" in task:
            self.link(task["document"])

    def link(self, symbol):
        """A task that is kept can be linked; the link is an act of its own."""
        self.reach("text", r"^Liên kết văn bản, hội nghị…$")
        self.type(symbol)
        self.wait_find("list item", rf"^{symbol}")
        self.key("Down", "Return")
        self.wait_find("list item", rf"^Văn bản: {symbol}")

    def save(self):
        """The keys stay in the form."""
        self.focus()
        had_keys = self.wait_for(self.focused, "the keys to be somewhere").name
        self.key("ctrl+s")
        self.wait_for(lambda: not self.wait_find("push button", r"^Lưu$").has_state("sensitive"),
                      "the task to be saved")
        self.wait_for(lambda: self.focused() and self.focused().name == had_keys,
                      "the keys where they were")


def a_plan_is_written_from_nothing():
    with Office("plan-from-nothing") as office:
        before = office.tasks_in_file()
        office.add_plan(TITLE)
        for section in SECTIONS:
            office.add_section(*section)
        for task in TASKS:
            office.write_task(task)
        second = office.tasks_in_file(office.plan_in_file(TITLE))
        tap.equal(len(second), len(TASKS), "tasks of the second plan")
        for said, task in zip(second, TASKS):
            tap.equal((said["task"], said["section"], said["top_section"], said["wording"]),
                      (task["title"], task.get("clause", task["section"]), task["section"],
                       task["wording"]), "the words")
            tap.equal({key: said[key] for key in task["says"]}, task["says"], task["wording"])
        tap.equal(office.tasks_in_file(), before, "the first plan")
        office.click("list item", r"^1\. Ban hành|^1\. Kế hoạch dân vận")
        office.wait_find("list item", rf"^Văn bản: {TASKS[0]['document']}")
        assert office.wait_find(
            "check box", r"^Khi nộp phải có số, ký hiệu văn bản$").has_state("checked")


def what_is_typed_is_not_lost_and_undo_brings_back_what_was():
    with Office("plan-unsaved") as office:
        old = office.tasks_in_file()[0]
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.fill(r"^Thời hạn, theo đúng lời văn", "trong tháng 2/2023")
        office.wait_find("label", r"^1 dòng đổi hạn")
        office.key("Escape")
        office.wait_find("label", r"^Lưu nhiệm vụ\?$")
        office.wait_find("push button", r"Sửa tiếp").click()
        office.wait_for(lambda: len(office.windows()) == 1, "the question to go")
        tap.equal(office.tasks_in_file()[0], old, "the task before it is saved")
        tap.equal(office.text_of("text", r"^Thời hạn, theo đúng lời văn"),
                  "trong tháng 2/2023", "what was typed")
        office.save()
        new = office.tasks_in_file()[0]
        tap.equal((new["kind"], new["first_day"], new["last_day"]),
                  ("by_end_of", "2023-02-01", "2023-02-28"), "the new deadline")
        office.key("ctrl+z")
        office.wait_for(lambda: office.tasks_in_file()[0] == old, "the task as it was")


def a_day_that_is_none_is_told_at_its_field():
    with Office("plan-fault") as office:
        old = office.tasks_in_file()[0]
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.retype(r"^Thời hạn, theo đúng lời văn", "31/6/2023")
        office.wait_find("label", r"^Lịch không có ngày này")
        office.key("ctrl+s")
        tap.equal(office.tasks_in_file()[0], old, "the task")
        office.fill(r"^Thời hạn, theo đúng lời văn", "trong tuần tới")
        office.wait_find("label", r"^Chưa hiểu lời văn này")
        office.save()
        new = office.tasks_in_file()[0]
        tap.equal((new["wording"], new["kind"], new["last_day"]),
                  ("trong tuần tới", "unspecified", None), "what is not understood")


def a_relative_deadline_gets_its_day_with_its_event():
    wording = "10 ngày sau khi có hướng dẫn của Ban Dân vận Tỉnh ủy"
    with Office("plan-event") as office:
        old = office.tasks_in_file()[0]
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.fill(r"^Thời hạn, theo đúng lời văn", wording)
        office.wait_find("label", r"chưa có hạn cuối cho đến khi nhập ngày có sự kiện")
        office.save()
        tap.equal((office.tasks_in_file()[0]["kind"], office.due_of_first()), ("relative", [None]),
                  "a deadline that waits")
        office.retype(r"^Ngày có sự kiện$", "31/4/2023")
        office.wait_find("label", r"^Đây không phải là ngày")
        office.retype(r"^Ngày có sự kiện$", "15/5/2023")
        office.save()
        tap.equal(office.due_of_first(), ["2023-05-25"], "ten days after the event")
        office.key("ctrl+z")
        office.wait_for(lambda: office.due_of_first() == [None], "the deadline that waits")
        office.key("ctrl+z")
        office.wait_for(lambda: office.tasks_in_file()[0] == old, "the task as it was")


def what_stands_over_a_plan_is_changed_as_one_act():
    with Office("plan-properties") as office:
        before, tasks = office.plans(), office.tasks_in_file()
        office.click("push button", r"^Kế hoạch đang xem: ")
        office.click("push button", r"^Thuộc tính kế hoạch…$")
        fields = {name: office.wait_find("text", rf"^{name}$")
                  for name in ("Tên", "Năm", "Số, ký hiệu", "Tên cơ quan", "Người ký")}
        tap.equal(fields["Tên cơ quan"].text, "THỊ ỦY ĐỨC PHỔ", "the office")
        for name, wrong, right, why in [
                ("Tên", " ", "Kế hoạch mẫu", r"^Kế hoạch phải có tên"),
                ("Năm", "20233", "2024", r"^20233 không phải năm của kế hoạch"),
                ("Tên cơ quan", "", "ĐẢNG ỦY MẪU", r"^Mỗi văn bản đều ghi tên cơ quan")]:
            fields[name].write(wrong)
            office.windows()[-1].find("push button", r"^Lưu$").click()
            office.wait_find("label", why)
            tap.equal(office.plans(), before, f"the plans after {name} was refused")
            fields[name].write(right)
        fields["Số, ký hiệu"].write("12-KH/ĐU")
        fields["Người ký"].write("Lê Văn Mẫu")
        office.windows()[-1].find("push button", r"^Lưu$").click()

        office.wait_for(lambda: [(plan["title"], plan["year"], plan["number"])
                                 for plan in office.plans()]
                        == [("Kế hoạch mẫu", 2024, "12-KH/ĐU")], "the plan's new names")
        tap.equal(office.tasks_in_file()[0]["last_day"].replace("2024", "2023"),
                  tasks[0]["last_day"], "the days of the new year")
        office.wait_find("label", r"^ĐẢNG ỦY MẪU$")
        office.wait_for(lambda: len(office.windows()) == 1, "the window to go")
        office.key("ctrl+z")
        office.wait_for(lambda: (office.plans(), office.tasks_in_file()) == (before, tasks),
                        "all as it was after one undo")
        office.wait_find("label", r"^THỊ ỦY ĐỨC PHỔ$")


def tasks_move_by_keys():
    with Office("plan-moving") as office:
        order = [task["no"] for task in office.tasks_in_file()]
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.key("alt+Down")
        moved = [order[1], order[0], *order[2:]]
        office.wait_for(lambda: [task["no"] for task in office.tasks_in_file()] == moved,
                        "the first task in the second place")
        office.key("ctrl+z")
        office.wait_for(lambda: [task["no"] for task in office.tasks_in_file()] == order,
                        "the tasks as they were")


def a_task_is_dragged_to_another_place():
    with Office("plan-dragging") as office:
        order = [task["no"] for task in office.tasks_in_file()]
        below = office.wait_find("list item", rf"^{order[2]}\. ")
        x, y = below.center()
        office.drag(office.wait_find("list item", rf"^{order[0]}\. ").center(),
                    (x, y + below.extents().height // 4))
        moved = [order[1], order[2], order[0], *order[3:]]
        office.wait_for(lambda: [task["no"] for task in office.tasks_in_file()] == moved,
                        "the first task in the third place")
        office.wait_for(lambda: office.place_of(order[1]) < office.place_of(order[0]),
                        "the list in the new order")
        office.key("ctrl+z")
        office.wait_for(lambda: [task["no"] for task in office.tasks_in_file()] == order,
                        "the tasks as they were")


def a_task_is_copied_and_deleted_by_keys():
    with Office("plan-copying") as office:
        before = office.tasks_in_file()
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.key("ctrl+d")
        office.wait_for(lambda: len(office.tasks_in_file()) == len(before) + 1, "the copy")
        copy = office.tasks_in_file()[1]
        tap.equal([copy[key] for key in ("section", "task", "wording", "last_day", "lead")],
                  [before[0][key] for key in ("section", "task", "wording", "last_day", "lead")],
                  "what is copied")
        office.wait_find("label", rf"^Nhiệm vụ {copy['no']}$")
        office.key("Delete")
        office.wait_for(lambda: office.tasks_in_file() == before, "the copy to be gone")
        office.key("ctrl+z", "ctrl+z")
        office.wait_for(lambda: office.tasks_in_file() == before
                        and len(office.find_all("list item", rf"^{copy['no']}\. ")) == 0,
                        "the copy never made")


def the_list_stays_where_it_was_when_a_task_is_saved():
    with Office("plan-place") as office:
        last = office.tasks_in_file()[-1]["no"]
        office.click("list item", r"^1\. ")
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.key("End")
        office.wait_find("label", rf"^Nhiệm vụ {last}$")
        place = office.wait_for(lambda: office.place_of(last), "the last task in sight")
        office.fill(r"^Thời hạn, theo đúng lời văn", "trong tháng 11/2023")
        office.save()
        office.wait_for(lambda: office.tasks_in_file()[-1]["last_day"] == "2023-11-30",
                        "the new deadline")
        office.wait_for(lambda: office.place_of(last) == place, "the task where it was")
        assert office.find("list item", rf"^{last}\. ").has_state("selected")


tap.run(
    a_plan_is_written_from_nothing,
    what_is_typed_is_not_lost_and_undo_brings_back_what_was,
    a_day_that_is_none_is_told_at_its_field,
    a_relative_deadline_gets_its_day_with_its_event,
    what_stands_over_a_plan_is_changed_as_one_act,
    tasks_move_by_keys,
    a_task_is_dragged_to_another_place,
    a_task_is_copied_and_deleted_by_keys,
    the_list_stays_where_it_was_when_a_task_is_saved,
)
