#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the Korean manual pages against the English ones.

korean_manual_test.py MAN

The English pages are in mdoc(7), where an entry is ".It Fl -archive Ar dir"; the Korean ones in
man(7), where it is the line behind ".TP" or ".TQ", in fonts: "\\fB\\-\\-archive\\fR \\fIdir\\fR".
"""
import re
import subprocess
import sys
import unittest
from pathlib import Path

MAN = Path(sys.argv.pop(1))
PAGES = sorted((MAN / "ko").iterdir())

# What readers type or compare is the same in both languages; the rest of the entries is prose, but
# for the page of queries, which shows those of Koreans in English, too.
TYPED = re.compile(r"-(-\w|\w\b)|[A-Z_]{2,}\b|\d+$")


def english_entries(text):
    entries = []
    for words in re.findall(r"^\.It (.*)", text, re.M):
        entry = re.sub(r"\bFl (?=\S)", "-", words)
        entry = re.sub(r"\b(Ar|Cm|Ev|Li|Pa) ", "", entry)
        entries.append(entry.replace(" ,", ",").replace(" Ns = Ns ", "=").replace("\\-", "-"))
    return entries


def korean_entries(text):
    entries = re.findall(r"^\.T[PQ].*\n(.*)", text, re.M)
    return [re.sub(r"\\f.", "", entry).replace("\\-", "-") for entry in entries]


def typed(page, entries):
    return [entry for entry in entries if page.suffix == ".7" or TYPED.match(entry)]


class KoreanManual(unittest.TestCase):
    def test_mandoc_has_nothing_to_say(self):
        for page in PAGES:
            lint = subprocess.run(["mandoc", "-Tlint", "-W", "warning", page], stdout=subprocess.PIPE, text=True)
            self.assertEqual((lint.returncode, lint.stdout), (0, ""))

    def test_options_variables_statuses_and_queries_are_those_of_the_english_page(self):
        for page in PAGES:
            english = typed(page, english_entries((MAN / page.name).read_text(encoding="utf-8")))
            self.assertGreater(len(english), 5, page.name)
            self.assertEqual(typed(page, korean_entries(page.read_text(encoding="utf-8"))), english, page.name)

    def test_every_page_is_there(self):
        self.assertEqual([page.name for page in PAGES], sorted(page.name for page in MAN.glob("*.?")))

    def test_as_many_sections(self):
        for page in PAGES:
            english = re.findall(r"^\.S[hs]", (MAN / page.name).read_text(encoding="utf-8"), re.M)
            korean = re.findall(r"^\.S[HS]", page.read_text(encoding="utf-8"), re.M)
            self.assertEqual([mark.lower() for mark in korean], [mark.lower() for mark in english], page.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
