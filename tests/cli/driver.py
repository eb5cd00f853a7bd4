# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: they run the built program and look at what it
prints, at its exit status, and at the bytes of the files it was given."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import tap  # noqa: E402  (for the tests)

CLI = os.environ["SOKEHOACH_CLI"]
TEMPLATE = "duc-pho-2023"


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr


def run(*words, stdin=None, env=None, **options):
    """Runs the program with these words, whatever comes of it."""
    environment = dict(os.environ, **(env or {}))
    return Result(subprocess.run([CLI, *map(str, words)], input=stdin, env=environment,
                                 capture_output=True, text=True, encoding="utf-8",
                                 timeout=60, **options))


def done(*words, **options):
    """What it prints when it does what it is told."""
    result = run(*words, **options)
    if result.status != 0 or result.err:
        raise AssertionError(f"{words}: exit {result.status}: {result.err}")
    return result.out


def ask(*words, **options):
    """The one JSON document it prints."""
    return json.loads(done(*words, "--json", **options))


def refused(*words, says=(), **options):
    """Could not be done: exit 1, one line on standard error, nothing on standard output."""
    result = run(*words, **options)
    if result.status != 1 or result.out or result.err.count("\n") != 1:
        raise AssertionError(
            f"{words}: exit {result.status}, out {result.out!r}, err {result.err!r}")
    for text in says:
        if str(text) not in result.err:
            raise AssertionError(f"{words}: {text!r} is not in {result.err!r}")
    return result.err


def misused(*words, says=(), **options):
    """Wrong usage: exit 2, the usage on standard error, nothing on standard output."""
    result = run(*words, **options)
    if result.status != 2 or result.out or "Usage:" not in result.err:
        raise AssertionError(
            f"{words}: exit {result.status}, out {result.out!r}, err {result.err!r}")
    for text in says:
        if str(text) not in result.err:
            raise AssertionError(f"{words}: {text!r} is not in {result.err!r}")
    return result.err


@contextlib.contextmanager
def folder():
    path = pathlib.Path(tempfile.mkdtemp(prefix="sổ "))
    try:
        yield path
    finally:
        for child in [path, *path.rglob("*")]:
            if not child.is_symlink():
                child.chmod(0o700)
        shutil.rmtree(path)


@contextlib.contextmanager
def workbook():
    """A new workbook of the built-in plan, in a folder of its own."""
    with folder() as path:
        file = path / "kế hoạch.skh"
        done("new", file, "--template", TEMPLATE)
        yield file


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


@contextlib.contextmanager
def unchanged(path):
    """Not one byte of the file changes, and nothing is left beside it."""
    path = pathlib.Path(path)
    before, beside = digest(path), sorted(path.parent.iterdir())
    yield
    tap.equal(digest(path), before, f"bytes of {path.name}")
    tap.equal(sorted(path.parent.iterdir()), beside, f"files beside {path.name}")


def one_line(file, unit, task, *words):
    lines = ask("checklist", file, "--unit", unit, "--task", task, *words)
    tap.equal(len(lines), 1, "number of lines")
    return lines[0]
