# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells assistive technology, over D-Bus, a whole tree at one look.

GTK tells in one call of all things it was asked for before (its accessibility cache), and in
another of the children of one thing. So a look takes the first, and asks for children where that
can't be all of them: a thing says how many it has, and those known are not just that many. Such
questions go out together. Asking a thousand things one by one takes ten times as long.
"""

import functools
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

ATSPI = "org.a11y.atspi."
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
ANSWER_MS = 10000
ALL_TEXT = GLib.Variant("(ii)", (0, 2**31 - 1))  # GTK 4.8 does not know -1 for the end
LOOKS = 100  # at things that GTK has named and not yet described


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def call(bus, name, path, interface, method, arguments=None):
    return bus.call_sync(name, path, interface, method, arguments, None,
                         Gio.DBusCallFlags.NONE, ANSWER_MS, None)


@functools.cache
def state_bit(name):
    return 1 << int(getattr(Atspi.StateType, name.upper()))


class Thing:
    """What the cache says of one thing, read as it is asked for."""

    def __init__(self, variant):
        self.variant = variant
        self.path = self.reference(0)
        self.parent = self.reference(2)
        self.index = variant.get_child_value(3).get_int32()
        self.child_count = variant.get_child_value(4).get_int32()
        self.role = Atspi.role_get_name(variant.get_child_value(7).get_uint32())
        low, high = variant.get_child_value(9)
        self.states = low | high << 32

    def reference(self, field):
        return self.variant.get_child_value(field).get_child_value(1).get_string()

    @property
    def interfaces(self):
        return self.variant.get_child_value(5).unpack()

    @property
    def name(self):
        return self.variant.get_child_value(6).get_string()

    @property
    def description(self):
        return self.variant.get_child_value(8).get_string()

    @property
    def visible(self):
        """GTK 4.8 says of the window alone that it is showing; of all else, what is not hidden.
        The application itself has no states."""
        return self.path == ROOT or bool(self.states & state_bit("visible"))


class AskedThing:
    """What the program says of one thing at each question."""

    def __init__(self, peer, path):
        self.peer = peer
        self.path = path

    @property
    def role(self):
        return Atspi.role_get_name(self.peer.ask(self.path, "Accessible", "GetRole")[0])

    @property
    def name(self):
        return self.peer.get(self.path, "Accessible", "Name")

    @property
    def description(self):
        return self.peer.get(self.path, "Accessible", "Description")

    @property
    def interfaces(self):
        return self.peer.ask(self.path, "Accessible", "GetInterfaces")[0]

    @property
    def states(self):
        low, high = self.peer.ask(self.path, "Accessible", "GetState")[0]
        return low | high << 32

    visible = Thing.visible


class Peer:
    """One program on the accessibility bus."""

    def __init__(self, bus, name):
        self.bus = bus
        self.name = name

    @classmethod
    def of_process(cls, bus, process_id):
        """The connection of this process, or None until the registry of programs has it: GTK
        4.8 does not bear to be asked before."""
        programs, = call(bus, REGISTRY, ROOT, ATSPI + "Accessible", "GetChildren").unpack()
        for name, _ in programs:
            of_name, = call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                            GLib.Variant("(s)", (name,))).unpack()
            if of_name == process_id:
                return cls(bus, name)
        return None

    def ask(self, path, interface, method, arguments=None):
        return call(self.bus, self.name, path, ATSPI + interface, method, arguments).unpack()

    def get(self, path, interface, property_name):
        arguments = GLib.Variant("(ss)", (ATSPI + interface, property_name))
        return call(self.bus, self.name, path, "org.freedesktop.DBus.Properties", "Get",
                    arguments).unpack()[0]

    def ask_all(self, paths, interface, method, arguments=None):
        """One question to many, together: their answers by path, without those that are gone."""
        answers = {}
        waiting = len(paths)

        def answered(bus, result, path):
            nonlocal waiting
            waiting -= 1
            try:
                answers[path], = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for path in paths:
            self.bus.call(self.name, path, ATSPI + interface, method, arguments, None,
                          Gio.DBusCallFlags.NONE, ANSWER_MS, None, answered, path)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def children_of(self, paths):
        """The paths of the children of each."""
        answers = self.ask_all(paths, "Accessible", "GetChildren")
        return {path: [child for _, child in answers.get(path, ())] for path in paths}

    def texts_of(self, paths):
        return self.ask_all(paths, "Text", "GetText", ALL_TEXT)


class Look:
    """All that a program shows at one moment."""

    def __init__(self, peer):
        self.peer = peer
        for _ in range(LOOKS):
            self.asked = peer.children_of([ROOT])
            self.read_cache()
            if not self.ask_what_lacks():
                return
        raise AssertionError("the accessibility tree does not come to rest")

    def read_cache(self):
        items = call(self.peer.bus, self.peer.name, CACHE, ATSPI + "Cache", "GetItems")
        items = items.get_child_value(0)
        things = [Thing(items.get_child_value(at)) for at in range(items.n_children())]
        self.things = {thing.path: thing for thing in things}
        self.known_children = {}
        for thing in things:
            self.known_children.setdefault(thing.parent, []).append(thing)

    def children(self, path):
        """The paths below this one in their order, or None where the cache does not tell."""
        if path in self.asked:
            return self.asked[path]
        if path not in self.things:
            return None
        known = sorted(self.known_children.get(path, ()), key=lambda thing: thing.index)
        if [thing.index for thing in known] != list(range(self.things[path].child_count)):
            return None
        return [thing.path for thing in known]

    def ask_what_lacks(self):
        """Asks for all children the cache did not tell of, down to the leaves. True when there
        are things among them that the cache has yet to describe."""
        news = False
        level = [ROOT]
        while level:
            level = [path for path in level
                     if path not in self.things or self.things[path].visible]
            unknown = [path for path in level if self.children(path) is None]
            self.asked.update(self.peer.children_of(unknown))
            level = [child for path in level for child in self.children(path)]
            news = news or any(path not in self.things for path in level)
        if news:
            time.sleep(0.01)  # GTK describes in an idle moment what it was asked for
        return news

    def walk(self, path=ROOT):
        """This thing and those below it that are not hidden."""
        if path not in self.things:
            return  # gone
        yield self.things[path]
        for child in self.children(path):
            if self.things[child].visible:
                yield from self.walk(child)
