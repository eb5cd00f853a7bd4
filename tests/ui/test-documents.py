#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents are for, in the real window: a document is sent to its recipients, with the day
and the way; and a task's documents are linked where it is written and seen where it is drawn."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
SYMBOL = "159-KH/TU"


class Office(harness.Program):
    """A window on a fresh workbook of the 2023 plan."""

    def __init__(self, name):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-documents-")
        self.file = str(pathlib.Path(self.folder.name, "so-2023.skh"))
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def reach(self, name):
        """A form is longer than the window: Tab goes through it, and scrolls."""
        for _ in range(60):
            focused = self.focused()
            if focused and focused.role == "text" and focused.name == name:
                return
            self.key("Tab")
        raise harness.Missing(f"Tab does not reach {name}")

    def enter(self, name, text):
        self.reach(name)
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")

    def recipients(self):
        return [node.name for node in self.wait_find("list", r"^Nơi nhận$").children()]


def a_document_is_sent_to_its_recipients():
    with Office("recipients") as office:
        office.click("list item", r"^Văn bản$")
        office.wait_find("label", rf"^{SYMBOL}$").press()
        office.enter("Thêm nơi nhận", "Van phong; Chi bo Mau")
        office.wait_find("label", r"^Nơi nhận · đã gửi 0/2$")
        office.enter("Gửi ngày", "31/2/2023")
        office.wait_find("label", r"^Đây không phải là ngày có trong lịch")
        office.reach("Cách gửi")
        office.type("truc van ban")
        office.enter("Gửi ngày", "20/4/2023")
        office.wait_find("label", r"^Nơi nhận · đã gửi 2/2$")
        office.wait_find("label", r"^✔ đã gửi 20/4/2023, truc van ban$")

        office.wait_find("push button", r"^Chưa gửi$").click()
        office.wait_find("label", r"^Hãy đánh dấu những nơi chưa được gửi\.$")

        office.find_all("push button", r"^Đưa lên$")[-1].click()
        office.wait_for(lambda: office.recipients() == ["Chi bo Mau", "Van phong"], "the order")
        assert not office.find("push button", r"^Đưa lên$").has_state("sensitive")
        office.enter("Nơi nhận", "Chi bo Mau Mot")
        office.wait_for(lambda: office.recipients() == ["Chi bo Mau Mot", "Van phong"],
                        "the new name")
        for taken_back in (["Chi bo Mau", "Van phong"], ["Van phong", "Chi bo Mau"]):
            office.key("ctrl+z")
            office.wait_for(lambda: office.recipients() == taken_back, f"{taken_back}")
        office.key("ctrl+z")
        office.wait_find("label", r"^Nơi nhận · đã gửi 0/2$")


def a_task_has_its_documents_where_it_is_written_and_drawn():
    with Office("task-documents") as office:
        office.click("list item", r"^Tiến độ$")
        office.click("push button", r"^Soạn kế hoạch$")
        office.wait_find("list item", r"^1\. ").click()
        office.wait_find("label", r"^Nhiệm vụ 1$")
        office.wait_find("text", r"^Nội dung nhiệm vụ$").press()
        office.reach("Liên kết văn bản, hội nghị…")
        office.type(SYMBOL)
        office.wait_find("list item", rf"^{SYMBOL}")
        office.key("Down", "Return")
        office.wait_find("list item", rf"^Văn bản: {SYMBOL}")

        office.click("push button", r"^‹ Tiến độ$")
        office.wait_find("table cell", r"^Mục II\.1 ").press()
        office.wait_for(lambda: office.focused().name.startswith("Mục II.1 "),
                        "the page that slides in to have the keyboard")
        office.key("Down")
        office.wait_find("push button", r"^Sửa nhiệm vụ…$")
        office.wait_find("list item", rf"^Văn bản: {SYMBOL}")


tap.run(
    a_document_is_sent_to_its_recipients,
    a_task_has_its_documents_where_it_is_written_and_drawn,
)
