#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the completions against the program, and asks bash for some.

completions_test.py GISA_SEARCH COMPLETIONS
"""
import re
import subprocess
import sys
import unittest
from pathlib import Path

from program_help import ProgramHelp

SEARCH, FOLDER = ProgramHelp(sys.argv[1]), Path(sys.argv[2])
SHELLS = {"bash": "gisa-search.bash", "zsh": "_gisa-search", "fish": "gisa-search.fish"}


def names(text):
    return set(re.split(r",? ", text))


class Completions(unittest.TestCase):
    def read(self, shell):
        return (FOLDER / SHELLS[shell]).read_text(encoding="utf-8")

    def test_every_shell_knows_every_option_and_no_other(self):
        patterns = {"bash": r"--([a-z-]+)", "zsh": r"^    .*?--([a-z-]+)[}'\[]", "fish": r"^complete .*?-l ([a-z-]+)"}
        for shell, pattern in patterns.items():
            text = self.read(shell)
            if shell == "bash":
                text = re.search(r'compgen -W "(--archive.*?)"', text, re.S).group(1)
            self.assertEqual(set(re.findall(pattern, text, re.M)), SEARCH.options(), shell)

    def test_every_shell_knows_every_format_and_field(self):
        formats = names(re.search("one of (.*), not", SEARCH.complaint("--format", "?", "x")).group(1))
        fields = names(re.search("the fields: (.*)", SEARCH.complaint("--format", "csv", "--fields", "?", "x")).group(1))
        self.assertGreater(len(formats), 10)
        self.assertGreater(len(fields), 10)
        for shell in SHELLS:
            text = self.read(shell)
            lists = {
                "bash": (r'formats="(.*?)"', r'fields="(.*?)"'),
                "zsh": (r"formats=\((.*?)\)", r"fields=\((.*?)\)"),
                "fish": (r"-l formats (.*?)\n", r"-l fields (.*?)\n\n"),
            }[shell]
            for pattern, expected in zip(lists, (formats, fields)):
                found = re.search(pattern, text, re.S).group(1).replace("\\", " ").split()
                self.assertEqual(set(found), expected, shell)

    def bash(self, *words):
        script = f'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gisa_search; echo "${{COMPREPLY[@]}}"'
        command = ["bash", "--norc", "-c", script, "bash", str(FOLDER / SHELLS["bash"]), "gisa-search", *words]
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()

    def test_bash_completes_formats(self):
        self.assertEqual(self.bash("--format", "c"), ["csv", "citation", "csl-json"])

    def test_bash_completes_the_last_field_of_a_list(self):
        self.assertEqual(self.bash("--fields", "id,pub"), ["id,publisher", "id,published"])

    def test_bash_completes_options_and_leaves_queries_alone(self):
        self.assertEqual(self.bash("--of"), ["--offset"])
        self.assertEqual(self.bash("예"), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
