#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks a real shell for completions, and holds them against the programs.

completions_test.py bash|zsh|fish GISA_INDEX GISA_SEARCH COMPLETIONS

Status 77, with a word on standard error, when that shell is not there.
"""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from program_help import ProgramHelp
from typing_shell import Fish, TypingShell

NAME, FOLDER = sys.argv[1], Path(sys.argv[4])
INDEX, SEARCH = ProgramHelp(sys.argv[2]), ProgramHelp(sys.argv[3])

BASH = r"""
source {folder}/gisa-index.bash; source {folder}/gisa-search.bash
"""
# All matches go into the line, as bash's M-* does it.
ZSH = r"""
bindkey -e; fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D
_all() {{ comppostfuncs=(_insert_all); _main_complete }}; _insert_all() {{ compstate[insert]=all }}
zle -C all-matches complete-word _all; bindkey '\e*' all-matches
"""
FISH = "source {folder}/gisa-index.fish; source {folder}/gisa-search.fish"

ARTICLES = [
    {"id": "1", "title": "물때표", "body": "내일 물때.", "publisher": "별여울일보", "section": "지역", "date": "2024-05-21"},
    {"id": "2", "title": "Tide table", "body": "High tide.", "publisher": "East Lantern Review", "date": "2023-12-01"},
]


def setUpModule():
    global shell, work
    work = tempfile.TemporaryDirectory()
    home = Path(work.name)
    environment = {
        **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
        "PATH": f"{Path(sys.argv[2]).parent}:{Path(sys.argv[3]).parent}:{os.environ['PATH']}",
        "HOME": work.name,
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "GISA_ARCHIVE": str(home / "archive"),
        "GISA_CONFIG": "/dev/null",
    }
    lines = "".join(json.dumps(article) + "\n" for article in ARTICLES)
    subprocess.run([INDEX.program, "add", "--quiet", "-"], input=lines, text=True, env=environment, check=True)
    subprocess.run([SEARCH.program, "--save", "물때", "tide OR 물때"], env=environment, check=True)
    (home / "news folder").mkdir()
    folder = shlex.quote(str(FOLDER))
    if NAME == "fish":
        shell = Fish(["fish", "--no-config"], FISH.format(folder=folder), environment, home)
    elif NAME == "zsh":
        shell = TypingShell(["zsh", "-f", "-i"], ZSH.format(folder=folder), environment, home)
    else:
        shell = TypingShell(["bash", "--norc", "--noprofile", "-i"], BASH.format(folder=folder), environment, home)


def tearDownModule():
    shell.close()
    work.cleanup()


def names(text):
    return set(re.split(r",? ", text))


class Completions(unittest.TestCase):
    def expect(self, before, word, expected):
        # Fish lets a folder end in a slash.
        found = [one.rstrip("/") for one in shell.completions(before, word)]
        self.assertEqual(sorted(found), sorted(expected))

    def options_of(self, before):
        listed = {word for word in shell.completions(before, "--") if word.startswith("--")}
        return {word[2:].rstrip("=") for word in listed}

    def test_gisa_search_has_every_option_and_no_other(self):
        self.assertEqual(self.options_of("gisa-search"), SEARCH.options())

    def test_gisa_index_has_every_command_and_no_other(self):
        self.expect("gisa-index", "", [*INDEX.commands(), "help"])
        self.expect("gisa-index --archive x", "re", ["retry", "remove", "rebuild"])

    def test_gisa_index_has_every_option_of_each_command_and_no_other(self):
        self.assertEqual(self.options_of("gisa-index"), INDEX.options())
        for command in INDEX.commands():
            self.assertEqual(self.options_of(f"gisa-index {command}"), INDEX.options(command), command)

    def test_values_that_an_option_takes(self):
        formats = names(re.search("one of (.*), not", SEARCH.complaint("--format", "?", "x")).group(1))
        self.assertGreater(len(formats), 10)
        self.expect("gisa-search --format", "", formats)
        self.expect("gisa-search --sort", "n", ["newest"])
        inputs = names(re.search("the formats are (.*)", INDEX.complaint("add", "--format", "?", "x")).group(1))
        self.expect("gisa-index add --format", "", inputs)
        self.expect("gisa-index analyze --format", "", ["text", "json", "tsv"])
        self.expect("gisa-index merge --report", "", ["text", "json", "none"])

    def test_fields_of_an_output_one_after_another(self):
        complaint = SEARCH.complaint("--format", "csv", "--fields", "?", "x")
        fields = names(re.search("the fields: (.*)", complaint).group(1))
        self.assertGreater(len(fields), 10)
        self.expect("gisa-search --fields", "", fields)
        self.expect("gisa-search --fields", "id,pub", ["id,publisher", "id,published"])

    def test_paths(self):
        self.expect("gisa-index add", "new", ["news folder"])
        self.expect("gisa-index snapshot", "arch", ["archive"])

    def test_what_a_command_of_gisa_index_does(self):
        self.expect("gisa-index dictionary", "", ["check", "set", "show", "clear"])
        self.expect("gisa-index help", "ta", ["takedown"])

    def test_fields_of_a_query(self):
        self.expect("gisa-search 예산", "pub", ["publisher:", "published:"])

    def test_values_of_a_field_in_the_archive(self):
        self.expect("gisa-search", "언론사:별", ["언론사:별여울일보"])
        self.expect("gisa-search", "publisher:Ea", ['publisher:"East Lantern Review"'])
        self.expect("gisa-search", r"publisher:\"East\ L", ['publisher:"East Lantern Review"'])
        self.expect("gisa-search", "date:2024", ["date:2024-05"])

    def test_saved_queries(self):
        self.expect("gisa-search", "query:", ["query:물때"])

    def test_an_excluded_value_behind_two_minuses(self):
        self.expect("gisa-search tide --", "-section:지", ["-section:지역"])

    def test_another_archive_that_is_named(self):
        self.expect("gisa-search --archive /nowhere", "publisher:", [])
        self.expect("gisa-search --archive archive", "section:", ["section:지역"])

    def test_nothing_of_an_ordinary_word(self):
        self.expect("gisa-search", "예산안", [])


if __name__ == "__main__":
    if shutil.which(NAME) is None:
        print(f"skipped: there is no {NAME} here", file=sys.stderr)
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
