#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the catalogs of po/ against the messages in the sources.

catalogs_test.py ROOT
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv[1])


def run(*command):
    """Status and everything said."""
    result = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return result.returncode, result.stdout


class Catalogs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.template = Path(folder.name) / "gisa.pot"
        messages = subprocess.run(
            [ROOT / "scripts" / "messages.sh", "--print"], stdout=subprocess.PIPE, text=True, check=True
        )
        cls.template.write_text(messages.stdout, encoding="utf-8")
        cls.catalogs = sorted((ROOT / "po").glob("*.po"))

    def test_there_is_a_korean_one(self):
        self.assertIn("ko.po", [catalog.name for catalog in self.catalogs])

    def test_every_message_of_the_sources_is_translated(self):
        for catalog in self.catalogs:
            self.assertEqual(run("msgcmp", catalog, self.template), (0, ""), "scripts/messages.sh brings in what is new")

    def test_no_message_is_there_that_the_sources_do_not_have(self):
        for catalog in self.catalogs:
            self.assertEqual(run("msgcmp", "--use-untranslated", self.template, catalog), (0, ""))
            self.assertEqual(run("msgattrib", "--only-obsolete", catalog), (0, ""))

    def test_arguments_are_those_of_the_english_message(self):
        for catalog in self.catalogs:
            self.assertEqual(run("msgfmt", "--check-format", "--output-file=/dev/null", catalog), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
