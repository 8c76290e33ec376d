#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the examples on a fresh archive and compares all they print.

    examples_test.py INDEX_AND_SEARCH BATCH_SEARCH
"""
import subprocess
import sys
import tempfile
import unittest

INDEX_AND_SEARCH, BATCH_SEARCH = sys.argv[1:3]


def run(*command, text=""):
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout, result.stderr


class ExamplesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.archive = folder.name + "/archive"

    def test_index_and_search_finds_the_korean_article(self):
        expected = (
            "2024-05-22-ai  AI 기업 16곳, 서울에서 워터마크 서약\n"
            "기업들은 생성물에 워터마크를 넣기로 서약했다.\n"
        )
        self.assertEqual(run(INDEX_AND_SEARCH, self.archive), (0, expected, ""))
        self.assertEqual(run(INDEX_AND_SEARCH, self.archive), (0, expected, ""), "the second run changes nothing")

    def test_batch_search_answers_one_query_a_line(self):
        run(INDEX_AND_SEARCH, self.archive)
        expected = (
            "? 워터마크\n= 1 of 2\n2024-05-22-ai  AI 기업 16곳, 서울에서 [워터마크] 서약\n"
            "? harbours\n= 1 of 2\n2024-05-23-sea  Fishermen welcome the new [harbour]\n"
            "? 없는말씀이오\n= 0 of 2\n"
        )
        self.assertEqual(run(BATCH_SEARCH, self.archive, text="워터마크\nharbours\n없는말씀이오\n"), (0, expected, ""))

    def test_a_missing_archive_is_an_error_with_a_message(self):
        status, output, errors = run(BATCH_SEARCH, self.archive)
        self.assertEqual((status, output), (1, ""))
        self.assertIn(self.archive, errors)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
