#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""That layers.py sees each kind of breach, and is quiet where there is none."""
import tempfile
import unittest
from pathlib import Path

import layers

HEAD = "// SPDX-License-Identifier: GPL-2.0-or-later\n"
HEADER = HEAD + "#pragma once\n"
SCRIPT_HEAD = "#!/bin/sh\n# SPDX-License-Identifier: GPL-2.0-or-later\n"


class LayersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for header in (
            "include/gisa/article.h", "common/text/utf8.h", "common/schema/terms.h", "common/io/lines.h",
            "common/catalog/catalog.h", "common/segment/segment.h", "common/cli/options.h", "indexer/pipeline.h",
            "indexer/read/reader.h", "indexer/analyze/analyze.h", "indexer/write/builder.h", "searcher/searcher.h",
            "searcher/parse/query.h", "searcher/plan/plan.h", "searcher/match/match.h", "searcher/rank/rank.h",
            "tests/support/temp_dir.h",
        ):
            self.write(header, HEADER)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def breaches(self, name, text):
        """What is wrong after `name` got `text`, as "line: message"."""
        self.write(name, text)
        found = list(layers.check(self.root))
        self.assertTrue(all(file == name for file, _, _ in found), found)
        return [f"{line}: {message}" for _, line, message in found]

    def breaches_of_include(self, file, include):
        """What is wrong with `file` when `include` is all it holds, as messages."""
        head = HEADER if file.endswith(".h") else HEAD
        breaches = self.breaches(file, f"{head}#include {include}\n")
        (self.root / file).unlink()
        line = head.count("\n") + 1
        return [breach.removeprefix(f"{line}: ") for breach in breaches]

    def test_arrows_that_point_the_right_way_are_fine(self):
        for file, include in (
            ("include/gisa/searcher.h", "<gisa/article.h>"),
            ("common/text/a.cpp", '"common/io/lines.h"'),
            ("common/catalog/a.cpp", '"common/schema/terms.h"'),
            ("common/cli/a.cpp", "<gisa/article.h>"),
            ("indexer/read/a.cpp", '"common/text/utf8.h"'),
            ("indexer/write/a.cpp", '"indexer/analyze/analyze.h"'),
            ("indexer/pipeline.cpp", '"indexer/write/builder.h"'),
            ("indexer/cli/a.cpp", '"common/cli/options.h"'),
            ("searcher/plan/a.cpp", '"searcher/parse/query.h"'),
            ("searcher/searcher.cpp", '"searcher/rank/rank.h"'),
            ("searcher/cli/a.cpp", "<gisa/article.h>"),
            ("examples/a.cpp", "<gisa/article.h>"),
            ("tests/integration/a_test.cpp", '"tests/support/temp_dir.h"'),
            ("tests/integration/b_test.cpp", '"common/cli/options.h"'),
        ):
            with self.subTest(file=file, include=include):
                self.assertEqual(self.breaches_of_include(file, include), [])

    def test_arrows_that_point_the_wrong_way_are_found(self):
        for file, include, message in (
            ("include/gisa/searcher.h", '"common/text/utf8.h"', "include/gisa must not see common/text/utf8.h"),
            ("common/io/a.cpp", '"common/text/utf8.h"', "common/io must not see common/text/utf8.h"),
            ("common/text/a.cpp", '"common/schema/terms.h"', "common/text must not see common/schema/terms.h"),
            ("common/schema/a.cpp", '"common/catalog/catalog.h"', "common/schema must not see common/catalog/catalog.h"),
            ("common/text/a.cpp", '"common/catalog/catalog.h"', "common/text must not see common/catalog/catalog.h"),
            ("common/catalog/a.cpp", '"common/segment/segment.h"', "common/catalog must not see common/segment/segment.h"),
            ("common/catalog/a.cpp", '"indexer/pipeline.h"', "common/catalog must not see indexer/pipeline.h"),
            ("common/cli/a.cpp", '"common/text/utf8.h"', "common/cli must not see common/text/utf8.h"),
            ("indexer/read/a.cpp", '"searcher/searcher.h"', "indexer/read must not see searcher/searcher.h"),
            ("indexer/read/a.cpp", '"indexer/write/builder.h"', "indexer/read must not see indexer/write/builder.h"),
            ("indexer/pipeline.cpp", '"searcher/plan/plan.h"', "indexer must not see searcher/plan/plan.h"),
            ("indexer/pipeline.cpp", '"common/cli/options.h"', "indexer must not see common/cli/options.h"),
            ("indexer/cli/a.cpp", '"indexer/pipeline.h"', "indexer/cli must not see indexer/pipeline.h"),
            ("searcher/searcher.cpp", '"indexer/pipeline.h"', "searcher must not see indexer/pipeline.h"),
            ("searcher/plan/a.cpp", '"searcher/match/match.h"', "searcher/plan must not see searcher/match/match.h"),
            ("searcher/cli/a.cpp", '"common/catalog/catalog.h"', "searcher/cli must not see common/catalog/catalog.h"),
            ("examples/a.cpp", '"common/text/utf8.h"', "examples must not see common/text/utf8.h"),
            ("tests/install/a.cpp", '"common/text/utf8.h"', "tests/install must not see common/text/utf8.h"),
        ):
            with self.subTest(file=file, include=include):
                self.assertEqual(self.breaches_of_include(file, include), [message])

    def test_libraries_stay_in_their_rooms(self):
        for file, header, right in (
            ("common/segment/a.h", "xapian.h", True),
            ("searcher/match/a.cpp", "xapian.h", True),
            ("searcher/plan/a.cpp", "xapian.h", False),
            ("searcher/rank/a.cpp", "xapian.h", False),
            ("common/text/a.cpp", "unicode/uchar.h", True),
            ("common/text/a.h", "unicode/uchar.h", False),
            ("common/schema/calendar.cpp", "unicode/calendar.h", True),
            ("common/schema/terms.cpp", "unicode/calendar.h", False),
            ("searcher/parse/a.cpp", "unicode/uchar.h", False),
            ("common/catalog/a.h", "sqlite3.h", True),
            ("indexer/a.cpp", "sqlite3.h", False),
            ("common/text/a.cpp", "mecab.h", True),
            ("indexer/analyze/a.cpp", "mecab.h", False),
            ("searcher/cli/a.cpp", "boost/program_options.hpp", True),
            ("searcher/present/a.cpp", "boost/program_options.hpp", False),
            ("indexer/cli/a.cpp", "nlohmann/json.hpp", True),
            ("include/gisa/a.h", "nlohmann/json.hpp", False),
            ("include/gisa/a.h", "unistd.h", False),
            ("include/gisa/a.h", "string", True),
            ("common/io/a.cpp", "sys/mman.h", True),
            ("common/text/a.cpp", "fcntl.h", False),
            ("tests/common/a_test.cpp", "xapian.h", True),
            ("tests/install/a.cpp", "gtest/gtest.h", False),
            ("examples/a.cpp", "nlohmann/json.hpp", False),
        ):
            with self.subTest(file=file, header=header):
                expected = [] if right else [f"<{header}> has no place here"]
                self.assertEqual(self.breaches_of_include(file, f"<{header}>"), expected)

    def test_an_unknown_library_is_found(self):
        self.assertEqual(
            self.breaches("indexer/read/a.cpp", f"{HEAD}#include <curl/curl.h>\n"),
            ["2: <curl/curl.h> is a library that tests/layers/layers.py does not know"],
        )

    def test_one_file_alone_includes_mecab(self):
        self.write("common/text/a.cpp", f"{HEAD}#include <mecab.h>\n")

        self.assertEqual(
            self.breaches("common/text/b.cpp", f"{HEAD}#include <mecab.h>\n"),
            ["1: <mecab.h> stands in another file of this room already"],
        )

    def test_indented_and_spaced_includes_are_read(self):
        self.assertEqual(
            self.breaches("searcher/plan/a.cpp", f"{HEAD}#if X\n  #  include <xapian.h>\n#endif\n"),
            ["3: <xapian.h> has no place here"],
        )

    def test_project_headers_are_named_from_the_root(self):
        self.assertEqual(
            self.breaches("common/text/a.cpp", f'{HEAD}#include "utf8.h"\n'),
            ["2: \"utf8.h\" is not a file of the project; name it from the project's root"],
        )
        self.assertEqual(
            self.breaches("common/text/a.cpp", f'{HEAD}#include "include/gisa/article.h"\n'),
            ["2: write <gisa/article.h>"],
        )
        self.assertEqual(
            self.breaches("common/text/a.cpp", f"{HEAD}#include WHATEVER\n"), ["2: an include must name its file"]
        )

    def test_a_room_without_a_rule_is_found(self):
        self.assertEqual(
            self.breaches("cellar/a.cpp", f"{HEAD}#include <gisa/article.h>\n"),
            ["2: this folder has no line in tests/layers/layers.py"],
        )

    def test_the_library_neither_prints_nor_exits_nor_reads_the_environment(self):
        for statement, name in (
            ('const char* home = getenv("HOME");', "getenv"),
            ('const char* home = std::getenv ("HOME");', "getenv"),
            ("std::exit(1);", "exit"),
            ('std::cout << "x";', "std::cout"),
            ("auto& out = std::cerr;", "std::cerr"),
            ('std::printf("x");', "printf"),
            ('std::fprintf(stderr, "x");', "fprintf"),
        ):
            with self.subTest(statement=statement):
                self.assertEqual(
                    self.breaches("indexer/read/a.cpp", f"{HEAD}\n{statement}\n"), [f"3: libgisa does not call {name}"]
                )

    def test_programs_print_and_words_like_exit_do_no_harm(self):
        self.assertEqual(self.breaches("indexer/cli/a.cpp", f'{HEAD}std::cout << std::getenv("X");\n'), [])
        for innocent in (
            "// exit(1) would be wrong here\n",
            "/* std::cout\n << getenv(\"X\") */\n",
            'log("call exit(1) or printf(x)");\n',
            'auto s = R"(std::cout << 1; exit(1))";\n',
            "std::snprintf(buffer, size, format); on_exit_(1); re.exit_code(2);\n",
        ):
            with self.subTest(innocent=innocent):
                self.assertEqual(self.breaches("indexer/read/a.cpp", HEAD + innocent), [])

    def test_every_source_says_its_licence_first(self):
        message = ["1: the first lines lack SPDX-License-Identifier: GPL-2.0-or-later"]
        self.assertEqual(self.breaches("common/io/a.cpp", "int x;\n"), message)
        self.assertEqual(self.breaches("common/io/a.cpp", HEAD), [])
        self.assertEqual(self.breaches("scripts/a", "#!/bin/sh\necho\n"), message)
        self.assertEqual(self.breaches("scripts/a", SCRIPT_HEAD), [])

    def test_headers_are_included_once(self):
        self.assertEqual(self.breaches("common/io/a.h", HEAD), ["1: #pragma once is missing"])

    def test_invisible_characters_are_found_everywhere(self):
        for name, code in (
            ("zero-width space", "\u200b"), ("byte order mark", "\ufeff"), ("soft hyphen", "\u00ad"),
            ("right-to-left override", "\u202e"), ("no-break space", "\u00a0"), ("wide space", "\u3000"),
            ("escape", "\x1b"), ("Hangul filler", "\u3164"), ("variation selector", "\ufe0f"), ("return", "\r"),
        ):
            with self.subTest(name):
                self.assertEqual(
                    self.breaches("docs/page.md", f"# A page\n\n서울{code}\n"),
                    [f"3: invisible character U+{ord(code):04X}; write it as an escape"],
                )

    def test_decomposed_hangul_is_found(self):
        self.assertEqual(
            self.breaches("docs/page.md", "\u1109\u1165\n"), ["1: decomposed Hangul; write it as an escape"]
        )

    def test_korean_and_emphasis_are_visible(self):
        self.assertEqual(self.breaches("docs/page.md", "대통령 大統領 café “따옴표” ㄱㄴㄷ\t표\n"), [])

    def test_links_to_files_that_are_not_there_are_found(self):
        self.write("docs/there.md", "# There\n")
        page = "[a](there.md) [b](there.md#part) [c](https://example.org/x) [d](#part)\n"
        self.assertEqual(self.breaches("docs/page.md", page), [])
        self.assertEqual(self.breaches("docs/page.md", page + "[e](gone.md#x)\n"), ["2: there is no gone.md"])

    def test_files_must_be_utf8(self):
        self.assertEqual(self.breaches("docs/page.md", b"ok\n\xb0\xa1\n"), ["2: not UTF-8"])

    def test_data_that_is_odd_on_purpose_is_left_alone(self):
        self.assertEqual(self.breaches("tests/data/nfd.jsonl", "\ufeff\u1109\u1165\n"), [])
        self.assertEqual(self.breaches("tests/data/cp949.csv", b"\xb0\xa1\n"), [])


if __name__ == "__main__":
    unittest.main()
