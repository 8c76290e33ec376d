#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the house (docs/architecture.md), read from the sources.

    layers.py ROOT    prints "file:line: what is wrong" for each breach; status 1 when there is one

The tables below are the rules; the rest of this file only reads them. A new room, a new arrow or a
new library is a line here, and its reason belongs into docs/decisions/.
"""
import re
import sys
import unicodedata
from pathlib import Path

# Which rooms' headers a room may include, beside its own. The longest folder name that fits wins.
ARROWS = {
    "include/gisa": (),
    "common/messages": ("include/gisa",),
    "common/io": ("include/gisa", "common/messages"),
    "common/text": ("include/gisa", "common/messages", "common/io"),
    "common/schema": ("include/gisa", "common/io", "common/text"),
    "common/catalog": ("include/gisa", "common/messages", "common/io", "common/text", "common/schema"),
    "common/segment": (
        "include/gisa", "common/messages", "common/io", "common/text", "common/schema", "common/catalog",
    ),
    "common/cli": ("include/gisa", "common/messages"),
    "indexer/read": ("include/gisa", "common", "indexer/normalize"),
    "indexer/normalize": ("include/gisa", "common"),
    "indexer/analyze": ("include/gisa", "common"),
    "indexer/write": ("include/gisa", "common", "indexer/analyze"),
    "indexer/cli": ("include/gisa", "common/cli", "common/messages"),
    "indexer": ("include/gisa", "common", "indexer"),
    "searcher/parse": ("include/gisa", "common"),
    "searcher/plan": ("include/gisa", "common", "searcher/parse"),
    "searcher/match": ("include/gisa", "common", "searcher/plan"),
    "searcher/rank": ("include/gisa", "common", "searcher/plan", "searcher/match"),
    "searcher/present": ("include/gisa", "common", "searcher/plan", "searcher/match", "searcher/rank"),
    "searcher/explain": ("include/gisa", "common", "searcher/plan"),
    "searcher/suggest": ("include/gisa", "common"),
    "searcher/related": ("include/gisa", "common", "searcher/plan"),
    "searcher/cli": ("include/gisa", "common/cli", "common/messages"),
    "searcher": ("include/gisa", "common", "searcher"),
    "examples": ("include/gisa",),
    # Experiments look at what no embedder sees.
    "bench": ("include/gisa", "common", "searcher"),
    "tests/install": ("include/gisa",),
    "tests": ("include/gisa", "common", "indexer", "searcher"),
}
# Folders that must be named in full: "common" in the table above does not mean common/cli.
PROGRAMS_ONLY = ("common/cli", "indexer/cli", "searcher/cli")

# Which rooms may include a library's headers. ".cpp" behind a room keeps them out of its headers.
# Tests may include them all, save those that play a stranger (tests/install).
LIBRARIES = {
    "xapian.h": ("common/segment", "indexer/write", "searcher/match"),
    "unicode/": (
        "common/text .cpp", "common/schema/calendar.cpp", "indexer/read .cpp", "indexer/normalize .cpp",
        "searcher/plan .cpp",
    ),
    "sqlite3.h": ("common/catalog",),
    "mecab.h": ("common/text .cpp",),
    "libstemmer.h": ("common/text .cpp",),
    "xxhash.h": ("common .cpp", "indexer .cpp"),
    "zstd.h": ("common/catalog .cpp", "common/io .cpp"),
    "zdict.h": ("common/catalog .cpp",),
    "zlib.h": ("common/io .cpp",),
    "nlohmann/": (
        "common/cli .cpp", "indexer/read .cpp", "indexer/cli .cpp", "searcher/cli .cpp", "bench .cpp",
    ),
    "dtl/": ("indexer/cli .cpp",),
    "libintl.h": ("common/messages .cpp", "common/cli .cpp"),
    "pugixml.hpp": ("searcher/cli .cpp",),
    "boost/program_options": ("common/cli", "indexer/cli", "searcher/cli", "bench .cpp"),
    "gtest/": (),
    "gmock/": (),
}
# Libraries that one file of a room hides from the rest.
ONE_FILE_ONLY = ("mecab.h", "libstemmer.h")

# POSIX: whatever is neither the C++ standard's nor a library's.
POSIX = re.compile(r"^(dirent|dlfcn|errno|fcntl|fnmatch|glob|pwd|signal|spawn|sys/[a-z]+|termios|time|unistd)\.h$")
POSIX_ROOMS = (
    "common/io", "common/catalog", "common/segment", "common/cli", "indexer", "searcher/cli", "bench", "tests",
)

STANDARD = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes
    climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg
    cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem
    forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits
    list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex
    scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf
    string string_view syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set
    utility valarray variant vector version""".split()
)

# What no room of libgisa does: print, exit, read the environment.
LIBRARY_ROOMS = ("include", "common", "indexer", "searcher")
FORBIDDEN_CALLS = re.compile(
    r"\b(secure_getenv|getenv|setenv|putenv|_exit|_Exit|quick_exit|exit|v?f?printf|f?puts|f?putc|putchar|perror)\s*\("
    r"|\bstd::(?:cout|cerr|clog|wcout|wcerr)\b|\benviron\b"
)

SPDX = "SPDX-License-Identifier: GPL-2.0-or-later"
CODE = (".h", ".cpp", ".py", ".sh")
# Odd bytes are the point of these.
ODD_ON_PURPOSE = ("tests/data", "tests/fuzz/seeds", "tests/compat", "tests/golden", "corpus")
# Characters nobody sees, beside the categories looked up below: fillers and variation selectors.
INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
DECOMPOSED_HANGUL = re.compile("[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)"|(.+))')


def within(path, folder):
    return path == folder or path.startswith(folder + "/")


def allowed(path, rooms):
    """Whether `path` lies in one of `rooms`, each "folder", "folder .cpp" or a file."""
    for room in rooms:
        folder, _, ending = room.partition(" ")
        if within(path, folder) and path.endswith(ending):
            return True
    return False


def room_of(path):
    fitting = [room for room in ARROWS if within(path, room)]
    return max(fitting, key=len) if fitting else None


def sees(room, target):
    """Whether files of `room` may include the project's header `target`."""
    if room == "tests" or room_of(target) == room:
        return True
    rooms = ARROWS[room]
    if allowed(target, PROGRAMS_ONLY):
        rooms = [other for other in rooms if other in PROGRAMS_ONLY]
    return allowed(target, rooms)


def check_library(path, header):
    if header in STANDARD:
        return None
    if POSIX.match(header):
        return None if allowed(path, POSIX_ROOMS) else f"<{header}> has no place here"
    for library, rooms in LIBRARIES.items():
        if header.startswith(library):
            ours = room_of(path) == "tests"
            return None if ours or allowed(path, rooms) else f"<{header}> has no place here"
    return f"<{header}> is a library that tests/layers/layers.py does not know"


def check_include(root, path, angled, quoted, other):
    if other is not None:
        return "an include must name its file"
    if angled is not None and not angled.startswith("gisa/"):
        return check_library(path, angled)
    target = "include/" + angled if angled else quoted
    if not (root / target).is_file():
        return f'"{target}" is not a file of the project; name it from the project\'s root'
    if quoted and within(quoted, "include/gisa"):
        return f"write <{quoted[len('include/'):]}>"
    room = room_of(path)
    if room is None:
        return "this folder has no line in tests/layers/layers.py"
    return None if sees(room, target) else f"{room} must not see {target}"


def blank_out(match):
    return re.sub(r"[^\n]", " ", match.group())


def without_comments_and_literals(code):
    pattern = r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/'
    return re.sub(pattern, blank_out, code, flags=re.DOTALL)


def check_links(root, path, text):
    """Yields (line, message) for links of a Markdown page to files that are not there."""
    for found in re.finditer(r"\]\(([^)\s#]+)[^)]*\)", text):
        target = found.group(1)
        if not re.match(r"[a-z]+:", target) and not ((root / path).parent / target).exists():
            yield text.count("\n", 0, found.start()) + 1, f"there is no {target}"


def check_cpp(root, path, text):
    """Yields (line, message)."""
    for number, line in enumerate(text.split("\n"), 1):
        found = INCLUDE.match(line)
        problem = found and check_include(root, path, *found.groups())
        if problem:
            yield number, problem
    if path.endswith(".h") and "\n#pragma once\n" not in text:
        yield 1, "#pragma once is missing"
    if allowed(path, LIBRARY_ROOMS) and not allowed(path, PROGRAMS_ONLY):
        code = without_comments_and_literals(text)
        for found in FORBIDDEN_CALLS.finditer(code):
            what = found.group().rstrip("( \t\n")
            yield code.count("\n", 0, found.start()) + 1, f"libgisa does not call {what}"


def check_text(path, text):
    """Yields (line, message)."""
    is_code = path.endswith(CODE) or (text.startswith("#!") and not path.endswith(".md"))
    if is_code and SPDX not in "\n".join(text.split("\n")[:2]):
        yield 1, f"the first lines lack {SPDX}"
    for number, line in enumerate(text.split("\n"), 1):
        for character in line:
            if character != "\t" and is_invisible(character):
                yield number, f"invisible character U+{ord(character):04X}; write it as an escape"
        if DECOMPOSED_HANGUL.search(line):
            yield number, "decomposed Hangul; write it as an escape"


def is_invisible(character):
    if character == " " or character.isprintable():
        return bool(not character.isascii() and INVISIBLE.match(character))
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Zl", "Zp", "Zs")


def files(root):
    """The project's files, without what is built or hidden (.ci is ours)."""
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        top = name.split("/")[0]
        hidden = any(part.startswith(".") for part in name.split("/")[:-1]) and top != ".ci"
        if path.is_file() and not hidden and not top.startswith("build") and "__pycache__" not in name:
            yield name, path


def check_one_file_only(includers):
    for library in ONE_FILE_ONLY:
        for name in sorted(includers.get(library, []))[1:]:
            yield name, 1, f"<{library}> stands in another file of this room already"


def check(root):
    """Yields (file, line, message) for everything under `root`."""
    includers = {}
    for name, path in files(root):
        data = path.read_bytes()
        if allowed(name, ODD_ON_PURPOSE) or b"\0" in data:
            continue
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            yield name, data.count(b"\n", 0, error.start) + 1, "not UTF-8"
            continue
        for line, message in check_text(name, text):
            yield name, line, message
        if name.endswith(".md"):
            for line, message in check_links(root, name, text):
                yield name, line, message
        if name.endswith((".h", ".cpp")):
            for line, message in check_cpp(root, name, text):
                yield name, line, message
            for header in re.findall(r"^#include <([^>]+)>", text, re.MULTILINE):
                includers.setdefault(header, []).append(name)
    yield from check_one_file_only(includers)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    breaches = [f"{name}:{line}: {message}" for name, line, message in check(Path(sys.argv[1]).resolve())]
    print("\n".join(breaches) if breaches else "the layers hold")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
