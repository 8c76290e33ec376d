#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the manual pages against the program's help.

manual_test.py GISA_SEARCH PAGES
"""
import re
import subprocess
import sys
import unittest
from pathlib import Path

SEARCH, PAGES = sys.argv[1], Path(sys.argv[2])


class Manual(unittest.TestCase):
    def test_mandoc_has_nothing_to_say(self):
        pages = sorted(PAGES.iterdir())
        lint = subprocess.run(["mandoc", "-Tlint", "-W", "warning", *pages], stdout=subprocess.PIPE, text=True)
        self.assertEqual((lint.returncode, lint.stdout), (0, ""))

    def test_every_option_of_the_help_has_an_entry_and_no_other(self):
        text = subprocess.run([SEARCH, "--help"], stdout=subprocess.PIPE, text=True, check=True).stdout
        options = text.split("Options:")[1].split("Data goes to")[0]
        expected = set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", options, re.M)) | {"no-color"}
        page = (PAGES / "gisa-search.1").read_text(encoding="utf-8")
        entries = page.split(".Ss Options")[1].split(".Sh ENVIRONMENT")[0]
        found = set()
        for line in re.findall(r"^\.It .*", entries, re.M):
            found.update(re.findall(r"Fl -([a-z-]+)", line))
        self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
