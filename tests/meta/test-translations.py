#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything said to people is said in Vietnamese too; and what is not would be seen."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import tap
import translations

ROOT = sys.argv[1]
HEAD = ('msgid ""\nmsgstr ""\n"Language: vi\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n')


def faults_of(catalogue, source='f (_ ("Late"));\n', potfiles="src/a.c\n"):
    """The faults of a tree of one source file and one catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {"src/a.c": source, "po/POTFILES": potfiles,
                           "po/vi.po": HEAD + catalogue}.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(translations.find_faults(root))


def the_tree_is_said_in_vietnamese():
    tap.equal(list(translations.find_faults(ROOT)), [], "faults")


def a_whole_catalogue_is_let_be():
    tap.equal(faults_of('msgid "Late"\nmsgstr "Trễ hạn"\n'), [])


def a_new_text_is_seen():
    tap.equal(faults_of(""), ["not translated: Late"])


def an_empty_translation_is_seen():
    tap.equal(faults_of('msgid "Late"\nmsgstr ""\n'), ["not translated: Late"])


def a_guess_is_seen():
    tap.equal(faults_of('#, fuzzy\nmsgid "Late"\nmsgstr "Muộn"\n'),
              ["fuzzy: Late"])


def a_text_gone_is_seen():
    faults = faults_of('msgid "Late"\nmsgstr "Trễ hạn"\n\nmsgid "Soon"\nmsgstr "Sắp"\n')
    tap.equal(faults, ["no longer said: Soon"])


def a_wrong_directive_is_seen():
    faults = faults_of('#, c-format\nmsgid "%d late"\nmsgstr "%s trễ hạn"\n',
                       'f (_ ("%d late"));\n')
    assert len(faults) == 1 and "format specifications" in faults[0], faults


def an_unlisted_file_is_seen():
    tap.equal(faults_of("", potfiles=""), ["src/a.c is not in po/POTFILES"])


def a_listed_file_that_is_gone_is_seen():
    faults = faults_of('msgid "Late"\nmsgstr "Trễ hạn"\n', potfiles="src/a.c\nsrc/b.c\n")
    tap.equal(faults, ["src/b.c is in po/POTFILES and is not there"])


tap.run(
    the_tree_is_said_in_vietnamese,
    a_whole_catalogue_is_let_be,
    a_new_text_is_seen,
    an_empty_translation_is_seen,
    a_guess_is_seen,
    a_text_gone_is_seen,
    a_wrong_directive_is_seen,
    an_unlisted_file_is_seen,
    a_listed_file_that_is_gone_is_seen,
)
