# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program on a display of its own, worked through the accessibility tree.

    with harness.Program("--on", "2023-04-15", path) as program:
        program.click("push button", "Báo cáo")
        program.wait_for_text("label", r"^12$")

The X server, the session bus and the accessibility bus are the test's own, started with its
first Program and gone with the test. When a block ends in an exception, a picture of the screen
is left in the build folder (tests/ui/NAME.png) and the tree's text beside it. Every search looks
at the whole tree anew (tree.py): what is found is what the window says now.
"""

import atexit
import collections
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

from gi.repository import GLib

import tree

BUILD = pathlib.Path(os.environ.get("SOKEHOACH_BUILD", "_build")).resolve()
SCREEN = "1366x768"
DIE_WITH_US = ["setpriv", "--pdeathsig", "TERM"]  # also when the test is killed
PATIENCE = float(os.environ.get("SOKEHOACH_UI_PATIENCE", "30"))


Extents = collections.namedtuple("Extents", "x y width height")


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


def wake_accessibility_bus(address):
    """The bus and its registry start when called for, and the registry now and then ends
    at its first call and comes up at the next."""
    bus = tree.connect(address)
    for tries_left in reversed(range(20)):
        try:
            tree.call(bus, tree.REGISTRY, tree.ROOT, "org.freedesktop.DBus.Peer", "Ping")
            return bus
        except GLib.Error:
            if tries_left == 0:
                raise
            time.sleep(0.1)


@functools.cache
def accessibility_bus():
    """Its connection, in surroundings that become this process's own."""
    surroundings = Surroundings(os.environ)
    atexit.register(surroundings.stop)
    session = tree.connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    address, = tree.call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                         "GetAddress").unpack()
    return wake_accessibility_bus(address)


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
    """One thing in the accessibility tree: its role, name, description and states as they were
    at the look that found it, all else as it is asked for."""

    def __init__(self, program, thing):
        self.program = program
        self.thing = thing
        self.path = thing.path

    @property
    def role(self):
        return self.thing.role

    @property
    def name(self):
        return self.thing.name

    @property
    def description(self):
        return self.thing.description

    @property
    def visible(self):
        return self.thing.visible

    def has_state(self, name):
        return bool(self.thing.states & tree.state_bit(name))

    def has_interface(self, name):
        return tree.ATSPI + name in self.thing.interfaces

    def ask(self, interface, method, signature=None, *arguments):
        packed = GLib.Variant(signature, arguments) if signature else None
        return self.program.peer.ask(self.path, interface, method, packed)

    def now(self):
        """The same thing, which answers anew at each question."""
        return Node(self.program, tree.AskedThing(self.program.peer, self.path))

    @property
    def text(self):
        """What a person reads there: its text, else its name."""
        if not self.has_interface("Text"):
            return self.name
        return self.program.peer.ask(self.path, "Text", "GetText", tree.ALL_TEXT)[0]

    def extents(self):
        """In its window."""
        return Extents(*self.ask("Component", "GetExtents", "(u)", 1)[0])

    def children(self):
        peer = self.program.peer
        for path in peer.children_of([self.path])[self.path]:
            yield Node(self.program, tree.AskedThing(peer, path))

    def walk(self):
        """This node and those below it that are not hidden, at one look."""
        for thing in tree.Look(self.program.peer).walk(self.path):
            yield Node(self.program, thing)

    def window(self):
        """The top-level window it is in: what stands right under the application. GTK 4.8 calls
        a dialog filler."""
        path, peer = self.path, self.program.peer
        while (parent := peer.get(path, "Accessible", "Parent")[1]) != tree.ROOT:
            path = parent
        return Node(self.program, tree.AskedThing(peer, path))

    def center(self):
        """Where it stands on the screen."""
        extents = self.extents()
        x, y = self.program.window_origin(self.window())
        return x + extents.x + extents.width // 2, y + extents.y + extents.height // 2

    def click(self):
        """By the node's own action where it has one, else by the pointer. GTK ignores an action
        on what has no place yet."""
        self.program.wait_for(lambda: self.extents().width > 0, f"{self!r} to be in its place")
        if self.has_interface("Action"):
            for index in range(self.program.peer.get(self.path, "Action", "NActions")):
                if self.ask("Action", "GetName", "(i)", index)[0] in ("click", "activate"):
                    if not self.ask("Action", "DoAction", "(i)", index)[0]:
                        raise AssertionError(f"{self!r} refused its action")
                    return
        self.press()

    def press(self):
        """The pointer goes there and presses, whatever the node says of itself."""
        self.program.xdotool("mousemove", *self.center(), "click", 1)

    def write(self, text):
        """Puts a text in the place of what stands there, at once, as an input method for a
        language with more letters than the keyboard does. Keys alone are Program.type's."""
        if not self.ask("EditableText", "SetTextContents", "(s)", text)[0]:
            raise AssertionError(f"{self!r} refused {text!r}")

    def find_all(self, role, name=""):
        """The nodes here that are not hidden, of this role and with a name or text like this."""
        pattern = re.compile(name)
        nodes = [node for node in self.walk() if node.role == role]
        named = {node.path for node in nodes if pattern.search(node.name)}
        texts = self.program.peer.texts_of(
            [node.path for node in nodes
             if node.path not in named and node.has_interface("Text")])
        return [node for node in nodes
                if node.path in named or pattern.search(texts.get(node.path, node.name))]

    def find(self, role, name=""):
        return next(iter(self.find_all(role, name)), None)

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
        self.bus = accessibility_bus()
        self.peer = None
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
        self.peer = self.peer or tree.Peer.of_process(self.bus, self.process.pid)
        return Node(self, tree.AskedThing(self.peer, tree.ROOT)) if self.peer else None

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
            except GLib.Error:
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

    def focused(self):
        """The innermost thing that has the keyboard."""
        nodes = [node for node in self.application().walk() if node.has_state("focused")]
        return nodes[-1] if nodes else None

    # Acting

    def click(self, role, name=""):
        node = self.wait_find(role, name)
        node.click()
        return node

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)

    def surfaces(self):
        """The X windows of the program that are seen, and where: what is dragged has one too."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "sokehoach",
             "getwindowgeometry", "--shell", "%@"],
            env=self.environment, capture_output=True, text=True)
        return found.stdout

    def drag(self, start, end):
        """With the first button. A drag begins some way off where the button went down, and
        what is dragged has to follow each step before the next; the first go furthest aside."""
        self.xdotool("mousemove", *start, "mousedown", 1)
        try:
            for step in range(1, 11):
                before = self.surfaces()
                self.xdotool("mousemove",
                             *(a + (b - a) * step // 10 + 16 // step for a, b in zip(start, end)))
                self.wait_for(lambda: self.surfaces() != before, "what is dragged to follow")
        finally:
            self.xdotool("mouseup", 1)

    def windows(self):
        application = self.application()
        return [child for child in (application.children() if application else ())
                if child.visible and child.name != "GtkTooltipWindow"]

    def of_window(self, window, *command):
        """What xdotool says to a command on the X window of a top-level one, found by its title:
        popovers and tooltips have windows too."""
        title = "^" + re.escape(window.name).replace("\\ ", " ") + "$"
        return subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", title, *command],
            env=self.environment, capture_output=True, text=True, check=True,
            timeout=PATIENCE).stdout

    def window_origin(self, window):
        shell = self.of_window(window, "getwindowgeometry", "--shell", "%@")
        values = dict(line.split("=") for line in shell.split())
        return int(values["X"]), int(values["Y"])

    def focus(self):
        """Gives the keys to the newest window; there is no window manager to do it."""
        self.of_window(self.windows()[-1], "windowfocus", "--sync", "%@")

    def key(self, *keys):
        """Presses keys one after another, each as xdotool names it: ctrl+z, Return, F6."""
        self.focus()
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.focus()
        self.xdotool("type", "--delay", 20, text)

    def choose_file(self, path):
        """In the chooser that was asked for."""
        def get_chooser():
            window = self.windows()[-1]
            return window if window.find("push button", "Thôi$") else None

        chooser = self.wait_for(get_chooser, "the chooser")
        self.key("ctrl+l", "ctrl+a")
        self.type(path)

        def leave():
            """Return, until the chooser has done with completing the name."""
            if chooser.path not in [window.path for window in self.windows()]:
                return True
            self.xdotool("key", "Return")
            return False

        self.wait_for(leave, "the chooser to go")

    # Showing

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def leave_evidence(self):
        folder = BUILD / "tests/ui"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.screenshot(folder / f"{self.name}.png")
            application = self.application()
            text = "\n".join(application.dump()) if application else "(no window)"
            (folder / f"{self.name}.txt").write_text(text, encoding="utf-8")
            print(f"# the screen is in {folder}/{self.name}.png, its tree in {self.name}.txt",
                  file=sys.stderr)
        except Exception as error:
            print(f"# no picture of the failure: {error}", file=sys.stderr)
        if self.process is not None:
            self.log.seek(0)
            sys.stderr.write(self.log.read())
