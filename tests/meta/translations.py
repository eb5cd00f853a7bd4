#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what is wrong with a tree's translations: Vietnamese is complete or it is not there.

A text counts when it can be extracted now, so a text added to a source file is missed here
before anybody merges catalogues.
"""

import pathlib
import re
import subprocess
import tempfile

# As meson's i18n module does with preset 'glib'.
XGETTEXT = [
    "xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_",
    "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2",
    "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
]
SPEAKS = {
    ".c": re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) \("),
    ".ui": re.compile(r'translatable="(yes|true|1)"'),
}


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def unlisted(root, listed):
    """Files that speak to people and are not in POTFILES; and the other way round."""
    speaking = {
        str(path.relative_to(root))
        for folder in ("src", "resources")
        for path in (root / folder).rglob("*")
        if path.suffix in SPEAKS and SPEAKS[path.suffix].search(path.read_text(encoding="utf-8"))
    }
    yield from (f"{name} is not in po/POTFILES" for name in sorted(speaking - set(listed)))
    yield from (f"{name} is in po/POTFILES and is not there" for name in listed
                if not (root / name).is_file())


def left_over(catalogue, what):
    """The msgids of a catalogue that msgattrib picks by this option."""
    picked = run("msgattrib", "--no-wrap", what, str(catalogue), check=True).stdout
    return re.findall(r'^(?:#~ )?msgid "(.+)"$', picked, re.MULTILINE)


def find_faults(root, language="vi"):
    root = pathlib.Path(root)
    catalogue = root / "po" / f"{language}.po"
    listed = [line for line in (root / "po/POTFILES").read_text().split("\n")
              if line and not line.startswith("#")]
    yield from unlisted(root, listed)
    checked = run("msgfmt", "--check", "-o", "/dev/null", str(catalogue))
    if checked.returncode:
        yield checked.stderr.strip()
    with tempfile.TemporaryDirectory() as folder:
        template, merged = f"{folder}/all.pot", f"{folder}/merged.po"
        there = [name for name in listed if (root / name).is_file()]
        if not there:
            return
        run(*XGETTEXT, "--force-po", "-o", template, *there, cwd=root, check=True)
        run("msgmerge", "-q", "--no-fuzzy-matching", "-o", merged, str(catalogue), template,
            check=True)
        yield from (f"not translated: {text}" for text in left_over(merged, "--untranslated"))
        yield from (f"fuzzy: {text}" for text in left_over(catalogue, "--only-fuzzy"))
        yield from (f"no longer said: {text}" for text in left_over(merged, "--only-obsolete"))
