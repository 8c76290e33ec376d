#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Installs a build into a fresh prefix, moves it, and uses it as a stranger would."""
import argparse
import locale
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "index_and_search.cpp"
FOUND = "2024-05-22-ai  AI 기업 16곳, 서울에서 워터마크 서약\n기업들은 생성물에 워터마크를 넣기로 서약했다.\n"
OPTIONS = argparse.Namespace()


def run(*command, **environment):
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False,
        env={**os.environ, **{name: str(value) for name, value in environment.items()}},
    )
    if result.returncode != 0:
        raise AssertionError(f"{command} ended with {result.returncode}\n{result.stdout}\n{result.stderr}")
    return result.stdout


def can_translate():
    """See choose_language() in common/cli/language.cpp."""
    try:
        locale.setlocale(locale.LC_MESSAGES, "ko_KR.UTF-8")
        locale.setlocale(locale.LC_MESSAGES, "C")
        return True
    except locale.Error:
        return tuple(map(int, platform.libc_ver()[1].split("."))) < (2, 39)


class InstallTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.work = Path(folder.name)
        cls.prefix = cls.work / "moved"
        for component in ("library", "development", "programs", "dictionary"):
            run(OPTIONS.cmake, "--install", OPTIONS.build, "--prefix", cls.work / "first", "--component", component)
        (cls.work / "first").rename(cls.prefix)

    def test_cmake_finds_it(self):
        source, build = self.work / "stranger", self.work / "stranger-build"
        shutil.copytree(ROOT / "tests" / "install" / "stranger", source)
        shutil.copy(EXAMPLE, source)

        run(
            OPTIONS.cmake, "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={OPTIONS.compiler}",
        )
        run(OPTIONS.cmake, "--build", build)

        self.assertEqual(run(build / "index_and_search", self.work / "archive-cmake"), FOUND)

    def test_pkg_config_finds_it(self):
        program = self.work / "with-pkg-config"
        flags = run(
            "pkg-config", "--cflags", "--libs", "gisa", PKG_CONFIG_PATH=self.prefix / OPTIONS.libdir / "pkgconfig"
        )

        run(OPTIONS.compiler, "-std=c++20", EXAMPLE, *flags.split(), "-o", program)

        found = run(program, self.work / "archive-pkg", LD_LIBRARY_PATH=self.prefix / OPTIONS.libdir)
        self.assertEqual(found, FOUND)

    def test_the_programs_find_their_library(self):
        articles = self.work / "articles.jsonl"
        articles.write_text('{"id": "a", "title": "워터마크 서약", "body": "서울."}\n', encoding="utf-8")
        archive = self.work / "archive-programs"

        run(self.prefix / "bin" / "gisa-index", "--archive", archive, "add", articles)

        self.assertIn("워터마크", run(self.prefix / "bin" / "gisa-search", "--archive", archive, "워터마크"))

    def test_the_programs_speak_korean_where_they_are_moved_to(self):
        self.assertTrue((self.prefix / "share" / "locale" / "ko" / "LC_MESSAGES" / "gisa.mo").is_file())
        if not can_translate():
            self.skipTest("this system translates under generated locales only")

        for program in ("gisa-index", "gisa-search"):
            self.assertIn("사용법: ", run(self.prefix / "bin" / program, "--help", LC_ALL="ko_KR.UTF-8", LANGUAGE=""))

    def test_the_units_call_the_installed_program(self):
        units = self.prefix / "lib" / "systemd" / "system"
        if not units.exists():
            self.skipTest("systemd's folder is another one")

        for name in ("gisa-index.service", "gisa-index@.service"):
            text = (units / name).read_text(encoding="utf-8")
            self.assertRegex(text, r"(?m)^ExecStart=/.*/gisa-index add ")
            self.assertIn("SystemCallFilter=@system-service", text)
            self.assertIn("ProtectSystem=strict", text)
        for name in ("gisa-index.timer", "gisa-index@.timer"):
            self.assertIn("Asia/Seoul", (units / name).read_text(encoding="utf-8"))

    def test_every_public_header_is_installed(self):
        headers = sorted(path.name for path in (ROOT / "include" / "gisa").iterdir())

        self.assertEqual(sorted(path.name for path in (self.prefix / "include" / "gisa").iterdir()), headers)

    def test_the_dictionary_comes_with_its_licence(self):
        if not OPTIONS.dictionary:
            self.skipTest("built without a dictionary")
        files = {path.name for path in (self.prefix / "share" / "gisa" / "mecab-ko-dic").iterdir()}

        self.assertLessEqual({"sys.dic", "matrix.bin", "dicrc", "COPYING"}, files)

    def test_the_readme_shows_this_example(self):
        code = EXAMPLE.read_text(encoding="utf-8").split("\n", 1)[1]

        self.assertIn(f"```cpp\n{code}```\n", (ROOT / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for option in ("--cmake", "--compiler", "--build", "--libdir", "--dictionary"):
        parser.add_argument(option, required=True)
    parser.parse_args(namespace=OPTIONS)
    unittest.main(argv=sys.argv[:1])
