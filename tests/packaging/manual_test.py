#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the manual pages against the programs' help.

manual_test.py GISA_INDEX GISA_SEARCH PAGES
"""
import re
import sys
import unittest
from pathlib import Path
from subprocess import PIPE, run

from program_help import ProgramHelp

INDEX, SEARCH, PAGES = ProgramHelp(sys.argv[1]), ProgramHelp(sys.argv[2]), Path(sys.argv[3])


def sections(page):
    """The parts of a page by their headings, the options that each has entries for."""
    text = (PAGES / page).read_text(encoding="utf-8")
    pieces = re.split(r"^\.S[hs] (.*)$", text, flags=re.M)
    found = {}
    for heading, body in zip(pieces[1::2], pieces[2::2]):
        entries = re.findall(r"^\.It .*", body, re.M)
        found[heading] = {option for entry in entries for option in re.findall(r"Fl -([a-z-]+)", entry)}
    return found


class Manual(unittest.TestCase):
    def test_mandoc_has_nothing_to_say(self):
        lint = run(["mandoc", "-Tlint", "-W", "warning", *sorted(PAGES.glob("gisa-*.?"))], stdout=PIPE, text=True)
        self.assertEqual((lint.returncode, lint.stdout), (0, ""))

    def test_gisa_search_has_every_option_of_the_help_and_no_other(self):
        self.assertEqual(sections("gisa-search.1")["Options"], SEARCH.options())

    def test_gisa_index_has_every_command_with_its_options_and_no_other(self):
        page = sections("gisa-index.1")
        shared, writing = page["Options of every command"], page["Options of every command that writes"]
        self.assertEqual(shared, INDEX.options())
        self.assertEqual({heading for heading in page if heading.islower()}, set(INDEX.commands()))
        for command in INDEX.commands():
            # The version is an option of no command.
            known = page[command] | (shared - {"version"}) | (writing if INDEX.writes(command) else set())
            self.assertEqual(known, INDEX.options(command), command)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
