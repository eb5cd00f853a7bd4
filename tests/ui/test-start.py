#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window comes up and goes: in which language on which system, where the keyboard
stands, what a wrong start is told, and that the last thing done is kept."""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import harness
import tap

DAY = "2023-04-15"
UNIT, TASK = "DU-PHO-HOA", "49"
SCHEMA_PATH = "io/github/sokehoach/SoKeHoach"


class Start(harness.Program):
    """A window on a fresh workbook of the 2023 plan, in an environment of the test's choice: a
    variable of None is not there."""

    def __init__(self, name, settings=None, **environment):
        self.folder = tempfile.TemporaryDirectory(prefix="sokehoach-start-")
        self.file = str(pathlib.Path(self.folder.name, "so-2023.skh"))
        harness.cli("new", self.file, "--template", "duc-pho-2023")
        super().__init__("--on", DAY, self.file, name=name)
        if settings is not None:
            environment |= self.keep_settings(settings)
        for variable, value in environment.items():
            self.environment.pop(variable, None)
            if value is not None:
                self.environment[variable] = value

    def keep_settings(self, settings):
        """Preferences as an earlier start left them."""
        keyfile = pathlib.Path(self.folder.name, "glib-2.0/settings/keyfile")
        keyfile.parent.mkdir(parents=True)
        lines = [f"[{SCHEMA_PATH}]"] + [f"{key}='{value}'" for key, value in settings.items()]
        keyfile.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": self.folder.name}

    def __exit__(self, *failure):
        super().__exit__(*failure)
        self.folder.cleanup()

    def line(self):
        """The unit's line of the task, as the file has it."""
        line, = json.loads(harness.cli("checklist", self.file, "--unit", UNIT, "--task", TASK,
                                       "--on", DAY, "--json"))
        return line

    def deliver_beforehand(self):
        harness.cli("set", self.file, "--unit", UNIT, "--task", TASK, "--on", DAY,
                    "--state", "delivered", "--day", "2023-01-28")

    def overview(self, title):
        return self.wait_find("list item", rf"^{title}$")


def run(*arguments, **environment):
    """The program to its end, which comes by itself."""
    return subprocess.run(
        [str(harness.BUILD / "src/sokehoach"), *arguments], capture_output=True, text=True,
        env=harness.program_environment() | environment, timeout=harness.PATIENCE)


def vietnamese_whatever_the_system_speaks():
    systems = [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "LANGUAGE": "en"},
        {"LC_ALL": "C.UTF-8", "LANGUAGE": "en_US:en"},
        {"LC_ALL": "vi_VN.UTF-8"},
        {"LC_ALL": "xx_YY.UTF-8"},
        {"LC_ALL": None, "LANG": None, "LC_MESSAGES": None},
        {"LC_ALL": None, "LANG": "vi_VN.UTF-8", "LC_MESSAGES": "C"},
    ]
    for system in systems:
        with Start("vietnamese", **system) as program:
            program.overview("Tổng quan")
            assert not program.find("list item", "^Overview$"), system


def english_when_the_preferences_say_so():
    with Start("english", {"language": "en"}, LC_ALL="vi_VN.UTF-8") as program:
        program.overview("Overview")


def the_systems_language_when_the_preferences_say_so():
    with Start("system-vi", {"language": "system"}, LC_ALL="vi_VN.UTF-8") as program:
        program.overview("Tổng quan")
    with Start("system-en", {"language": "system"}, LC_ALL="C.UTF-8") as program:
        program.overview("Overview")


def keys_pressed_at_the_start_take_nothing_back():
    start = Start("keys")
    start.deliver_beforehand()
    with start as program:
        program.wait_find("push button", r"^Quá hạn: ")
        for key in ("space", "Return", "space"):
            program.key(key)
        program.key("alt+6")
        program.wait_find("push button", "^Xuất Excel…$")
        tap.equal(program.line()["state"], "delivered", "state after keys at random")


def the_keyboard_follows_to_the_page():
    with Start("focus") as program:
        program.overview("Tổng quan")
        for key, what in [("alt+3", "the matrix"), ("alt+2", "the timeline")]:
            program.key(key)
            program.wait_for(lambda: program.focused().role == "table cell", f"a cell of {what}")


def what_was_done_last_is_kept():
    with Start("last") as program:
        program.click("list item", r"^Đảng ủy phường Phổ Hòa\. ")
        program.wait_find("table cell", r"^Đảng ủy phường Phổ Hòa, .*quá hạn")
        program.key("d")
        program.type("28/1/2023")
        program.key("Return", "ctrl+q")
        tap.equal(program.process.wait(timeout=harness.PATIENCE), 0, "the end")
        tap.equal(program.line()["state"], "delivered", "state in the file")


def it_ends_well_from_every_page():
    with Start("end") as program:
        for key, sign in [("alt+2", ("push button", "^Hôm nay$")),
                          ("alt+3", ("push button", "^Cả bảng$")),
                          ("alt+4", ("push button", "^Thêm người phải cam kết…$")),
                          ("alt+5", ("push button", "^Lập sổ mới…$")),
                          ("alt+6", ("push button", "^Xuất Excel…$")),
                          ("alt+7", ("label", "^Tất cả văn bản$"))]:
            program.key(key)
            program.wait_find(*sign)
        program.key("ctrl+q")
        tap.equal(program.process.wait(timeout=harness.PATIENCE), 0, "the end")


def maps(program):
    """The libraries that the program has loaded."""
    return pathlib.Path(f"/proc/{program.process.pid}/maps").read_text(encoding="utf-8")


def opengl_is_left_alone_under_cairo():
    """Mesa and its compiler take a fifth of the start and half of the memory."""
    with Start("no-opengl", GSK_RENDERER="cairo") as program:
        program.overview("Tổng quan")
        assert "libgtk-4" in maps(program)
        assert "libGLX_mesa" not in maps(program), "Mesa was loaded"
    with Start("opengl", GSK_RENDERER="gl") as program:
        program.overview("Tổng quan")
        assert "libGLX_mesa" in maps(program), "a renderer that was asked for was not tried"


def a_wrong_day_is_told():
    done = run("--on", "31/2/2023")
    tap.equal(done.returncode, 2, "exit status")
    assert "31/2/2023" in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert "Gtk" not in done.stderr, done.stderr


def a_missing_schema_is_told():
    with tempfile.TemporaryDirectory() as empty:
        done = run(GSETTINGS_SCHEMA_DIR=empty, XDG_DATA_DIRS=empty)
    tap.equal(done.returncode, 1, "exit status")
    assert "cài lại chương trình" in done.stderr and "install" in done.stderr, done.stderr


def a_missing_file_is_told_over_the_start_page():
    start = Start("missing")
    pathlib.Path(start.file).unlink()
    with start as program:
        program.wait_find("label", "so-2023.skh")
        program.wait_find("push button", "^Mở sổ…$")


tap.run(
    vietnamese_whatever_the_system_speaks,
    english_when_the_preferences_say_so,
    the_systems_language_when_the_preferences_say_so,
    keys_pressed_at_the_start_take_nothing_back,
    the_keyboard_follows_to_the_page,
    what_was_done_last_is_kept,
    it_ends_well_from_every_page,
    opengl_is_left_alone_under_cairo,
    a_wrong_day_is_told,
    a_missing_schema_is_told,
    a_missing_file_is_told_over_the_start_page,
)
