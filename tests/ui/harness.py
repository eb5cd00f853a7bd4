# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program on a display of its own, worked through the accessibility tree.

    with harness.Program("--on", "2023-04-15", path) as program:
        program.click("push button", "Báo cáo")
        program.wait_for_text("label", r"^12$")

The X server, the session bus and the accessibility bus are the test's own, started with its
first Program and gone with the test. When a block ends in an exception, a picture of the screen
is left in the build folder (tests/ui/NAME.png) and the tree's text beside it. Nodes are read
again at every look: nothing is cached, so what is seen is what the window says now.
"""

import atexit
import functools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(os.environ.get("SOKEHOACH_BUILD", "_build")).resolve()
SCREEN = "1366x768"
DIE_WITH_US = ["setpriv", "--pdeathsig", "TERM"]  # also when the test is killed
PATIENCE = float(os.environ.get("SOKEHOACH_UI_PATIENCE", "30"))


class Missing(AssertionError):
    """What was waited for did not come."""


def cli(*arguments):
    """What sokehoach-cli prints."""
    command = [str(BUILD / "src/sokehoach-cli"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=program_environment())
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def program_environment():
    """The program as it lies in the build folder, with nothing of the user's."""
    return dict(
        os.environ,
        GSETTINGS_BACKEND="memory",
        GSETTINGS_SCHEMA_DIR=str(BUILD / "data"),
        SOKEHOACH_LOCALEDIR=str(BUILD / "po"),
        GSK_RENDERER="cairo",
        GDK_BACKEND="x11",
        GTK_A11Y="atspi",
        LC_ALL="vi_VN.UTF-8",
        NO_AT_BRIDGE="0",
    )


class Surroundings:
    """An X server and a session bus, on which the accessibility bus comes up when asked for."""

    def __init__(self, environment):
        self.processes = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sokehoach-ui-"))
        environment.update(XDG_RUNTIME_DIR=str(self.folder))
        try:
            display = self.start_and_read(
                ["Xvfb", "-displayfd", "{fd}", "-screen", "0", SCREEN + "x24", "-nolisten", "tcp"],
                environment)
            environment.update(DISPLAY=":" + display)
            environment.pop("WAYLAND_DISPLAY", None)
            address = self.start_and_read(
                ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"], environment)
            environment.update(DBUS_SESSION_BUS_ADDRESS=address)
        except BaseException:
            self.stop()
            raise

    def start_and_read(self, command, environment):
        """Starts a server and returns the line it writes to the descriptor {fd}."""
        reading, writing = os.pipe()
        command = [part.replace("{fd}", str(writing)) for part in command]
        self.processes.append(subprocess.Popen(
            DIE_WITH_US + command, env=environment, pass_fds=[writing], start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(writing)
        with os.fdopen(reading) as answer:
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start")
        return line

    def stop(self):
        for process in reversed(self.processes):
            stop_group(process)
        shutil.rmtree(self.folder, ignore_errors=True)


def wake_accessibility_bus():
    """The bus and its registry start when called for, and the registry now and then ends
    at its first call and comes up at the next."""
    from gi.repository import Gio, GLib
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
        GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, 10000, None)
    bus = Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    for tries_left in reversed(range(20)):
        try:
            bus.call_sync(
                "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                "org.freedesktop.DBus.Peer", "Ping", None, None, Gio.DBusCallFlags.NONE,
                10000, None)
            break
        except GLib.Error:
            if tries_left == 0:
                raise
            time.sleep(0.1)
    bus.close_sync()


@functools.cache
def accessibility():
    """The Atspi module, on surroundings that become this process's own: libatspi knows one bus
    in the life of a process."""
    surroundings = Surroundings(os.environ)
    atexit.register(surroundings.stop)
    wake_accessibility_bus()
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    return Atspi


def stop_group(process):
    """Ends a process with what it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


class Node:
    """One thing in the accessibility tree."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def text(self):
        """What a person reads there: its text, else its name."""
        if not self.has_interface("Text"):
            return self.name
        reader = self.program.atspi.Text
        return reader.get_text(self.accessible, 0, reader.get_character_count(self.accessible))

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has_state(self, name):
        state = getattr(self.program.atspi.StateType, name.upper())
        return self.accessible.get_state_set().contains(state)

    def has_interface(self, name):
        return name in self.accessible.get_interfaces()

    @property
    def visible(self):
        """GTK 4.8 says of the window alone that it is showing; of all else, what is not hidden."""
        return self.has_state("visible")

    def extents(self):
        component = self.program.atspi.Component
        return component.get_extents(self.accessible, self.program.atspi.CoordType.WINDOW)

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(self.program, child)

    def walk(self):
        """This node and those below it that are not hidden."""
        yield self
        for child in self.children():
            if child.visible:
                yield from child.walk()

    def window(self):
        """The top-level window it is in: what stands right under the application. GTK 4.8 calls
        a dialog filler."""
        accessible, parent = self.accessible, self.accessible.get_parent()
        while parent is not None and parent.get_role_name() != "application":
            accessible, parent = parent, parent.get_parent()
        return Node(self.program, accessible)

    def center(self):
        """Where it stands on the screen."""
        extents = self.extents()
        x, y = self.program.window_origin(self.window())
        return x + extents.x + extents.width // 2, y + extents.y + extents.height // 2

    def click(self):
        """By the node's own action where it has one, else by the pointer."""
        action = self.program.atspi.Action
        if self.has_interface("Action"):
            for index in range(action.get_n_actions(self.accessible)):
                if action.get_action_name(self.accessible, index) in ("click", "activate"):
                    if not action.do_action(self.accessible, index):
                        raise AssertionError(f"{self!r} refused its action")
                    return
        self.press()

    def press(self):
        """The pointer goes there and presses, whatever the node says of itself."""
        self.program.xdotool("mousemove", *self.center(), "click", 1)

    def matches(self, role, name=""):
        """The nodes here that are not hidden, of this role and with a name or text like this,
        one by one: each look at a node is a question to the program."""
        pattern = re.compile(name)
        for node in self.walk():
            if node.role == role and (pattern.search(node.name) or pattern.search(node.text)):
                yield node

    def find_all(self, role, name=""):
        return list(self.matches(role, name))

    def find(self, role, name=""):
        return next(self.matches(role, name), None)

    def dump(self, depth=0):
        lines = [f"{'  ' * depth}{self!r}"]
        for child in self.children():
            lines += child.dump(depth + 1)
        return lines

    def __repr__(self):
        states = "" if self.visible else " (hidden)"
        text = self.text
        more = f" text={text!r}" if text != self.name else ""
        return f"{self.role} {self.name!r}{more}{states}"


class Program:
    """The window, from its start to its end."""

    def __init__(self, *arguments, name="window", command=None):
        self.name = name
        self.atspi = accessibility()
        self.environment = program_environment()
        self.command = command or [str(BUILD / "src/sokehoach"), *map(str, arguments)]
        self.process = None

    def __enter__(self):
        try:
            self.log = tempfile.TemporaryFile("w+")
            self.process = subprocess.Popen(
                DIE_WITH_US + self.command, env=self.environment, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
            self.wait_for(self.windows, "the program's window")
            self.xdotool("mousemove", 1365, 767)  # where no tooltip comes up
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.leave_evidence()
        if self.process is not None:
            stop_group(self.process)

    # Looking

    def application(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(self.atspi.Cache.NONE)
                return Node(self, child)
        return None

    def find(self, role, name=""):
        application = self.application()
        return application.find(role, name) if application else None

    def find_all(self, role, name=""):
        application = self.application()
        return application.find_all(role, name) if application else []

    def text_of(self, role, name=""):
        return self.wait_find(role, name).text

    def wait_for(self, predicate, what, timeout=PATIENCE):
        """The predicate's first true answer; what the tree can't answer yet is no answer."""
        end = time.monotonic() + timeout
        while True:
            try:
                answer = predicate()
            except self.gi_error():
                answer = None
            if answer:
                return answer
            if self.process.poll() is not None:
                raise Missing(f"the program ended ({self.process.returncode}) before {what}")
            if time.monotonic() > end:
                raise Missing(f"not within {timeout:g} s: {what}")
            time.sleep(0.05)

    def wait_find(self, role, name="", timeout=PATIENCE):
        return self.wait_for(lambda: self.find(role, name), f"{role} like {name!r}", timeout)

    @staticmethod
    def gi_error():
        from gi.repository import GLib
        return GLib.Error

    # Acting

    def click(self, role, name=""):
        node = self.wait_find(role, name)
        node.click()
        return node

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)

    def windows(self):
        application = self.application()
        return [child for child in (application.children() if application else ())
                if child.visible and child.name != "GtkTooltipWindow"]

    def window_id(self, window):
        """The X window of a top-level one, by its title: popovers and tooltips have windows too."""
        title = "^" + re.escape(window.name).replace("\\ ", " ") + "$"
        return subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", title],
            env=self.environment, capture_output=True, text=True, check=True,
            timeout=PATIENCE).stdout.split()[-1]

    def window_origin(self, window):
        shell = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.window_id(window)],
            env=self.environment, capture_output=True, text=True, check=True).stdout
        values = dict(line.split("=") for line in shell.split())
        return int(values["X"]), int(values["Y"])

    def focus(self):
        """Gives the keys to the newest window; there is no window manager to do it."""
        self.xdotool("windowfocus", "--sync", self.window_id(self.windows()[-1]))

    def key(self, *keys):
        """Presses keys one after another, each as xdotool names it: ctrl+z, Return, F6."""
        self.focus()
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.focus()
        self.xdotool("type", "--delay", 20, text)

    # Showing

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def leave_evidence(self):
        folder = BUILD / "tests/ui"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.screenshot(folder / f"{self.name}.png")
            application = self.application()
            tree = "\n".join(application.dump()) if application else "(no window)"
            (folder / f"{self.name}.txt").write_text(tree, encoding="utf-8")
            print(f"# the screen is in {folder}/{self.name}.png, its tree in {self.name}.txt",
                  file=sys.stderr)
        except Exception as error:
            print(f"# no picture of the failure: {error}", file=sys.stderr)
        if self.process is not None:
            self.log.seek(0)
            sys.stderr.write(self.log.read())
