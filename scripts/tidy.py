#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs clang-tidy 14 over the sources of a build folder, and only over those that changed.

    tidy.py BUILD_FOLDER

A source that passed leaves a stamp in BUILD_FOLDER/tidy, named by the hash of everything that its
verdict hangs on: .clang-tidy, the compiler's command, the source and the project's headers that
ninja saw it include. The folder must have been built.

Most of clang-tidy's time goes into the standard library's headers, so the sources of a room are
judged together, as one long file. When that file does not compile, since two sources may use one
name for different things, its halves are judged, and so on down to single sources.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-14"
LARGEST_BATCH = 8


def included_files(build):
    """Object -> the files of the project it was made from, as ninja recorded them."""
    output = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True).stdout
    included, current = {}, None
    for line in output.splitlines():
        if line.startswith("    "):
            path = Path(os.path.normpath(build / line.strip()))
            if path.is_relative_to(ROOT) and not path.is_relative_to(build):
                current.append(path)
        elif ":" in line:
            current = included.setdefault(line.split(":")[0], [])
    return included


def compiled_sources(build):
    """Source -> (compiler options, object). A source compiled twice is judged once."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = Path(entry["directory"], entry["file"])
        if source.is_relative_to(build) or not source.is_relative_to(ROOT) or source in found:
            continue
        # GoogleTest's macros unfold to what no measure of complexity was made for.
        if source.is_relative_to(ROOT / "tests"):
            continue
        command = re.sub(r" -c \S+$", "", entry["command"])
        compiled_to = re.search(r" -o (\S+)", command).group(1)
        options = command.replace(f" -o {compiled_to}", "").split(" ", 1)[1]
        found[source] = (options, compiled_to)
    return found


def stamps_of(build, sources):
    """Source -> the file whose presence says that it passed."""
    included = included_files(build)
    contents = {}
    always = [
        subprocess.run([TIDY, "--version"], check=True, capture_output=True).stdout,
        (ROOT / ".clang-tidy").read_bytes(),
    ]
    stamps = {}
    for source, (options, compiled_to) in sources.items():
        files = sorted({source, *included.get(compiled_to, [])})
        for file in files:
            contents.setdefault(file, file.read_bytes())
        parts = [*always, options.encode(), *(contents[file] for file in files)]
        stamps[source] = build / "tidy" / hashlib.sha256(b"\0".join(parts)).hexdigest()
    return stamps


def batches(due, sources):
    """Lists of sources compiled with the same options, each at most LARGEST_BATCH long."""
    by_options = {}
    for source in due:
        by_options.setdefault(sources[source][0], []).append(source)
    for group in by_options.values():
        count = -(-len(group) // LARGEST_BATCH)
        for index in range(count):
            yield group[index::count]


def run_tidy(file, options):
    """What clang-tidy finds, or nothing."""
    command = [
        TIDY, "--quiet", f"--config-file={ROOT}/.clang-tidy", f"--header-filter=^{re.escape(str(ROOT))}/",
        # gcc's options that clang lacks are no fault of the source.
        "--extra-arg=-Wno-unknown-warning-option", file, "--", *shlex.split(options),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return ""
    return result.stdout or result.stderr or f"{TIDY} ended with status {result.returncode}"


def paste(batch, file):
    """Puts the sources one behind the other; returns where each line came from. They are not
    included, because the static analyzer leaves included functions alone."""
    origins = [""]
    with file.open("w", encoding="utf-8") as together:
        for source in batch:
            lines = source.read_text(encoding="utf-8").split("\n")
            together.write(f'#line 1 "{source}"\n' + "\n".join(lines) + "\n")
            origins += [f"{source}:{number}" for number in range(len(lines) + 1)]
    return origins


def judge(build, batch, options):
    """Lists of (sources, findings); sources without findings passed."""
    if len(batch) == 1:
        return [(batch, run_tidy(batch[0], options))]
    together = build / "tidy" / (hashlib.sha256("\n".join(map(str, batch)).encode()).hexdigest() + ".cpp")
    origins = paste(batch, together)
    findings = run_tidy(together, options)
    together.unlink()
    if "[clang-diagnostic-" in findings:
        middle = len(batch) // 2
        return judge(build, batch[:middle], options) + judge(build, batch[middle:], options)
    place = re.compile(f"^{re.escape(str(together))}:(\\d+)", re.MULTILINE)
    return [(batch, place.sub(lambda found: origins[int(found.group(1))], findings))]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    build = Path(sys.argv[1]).resolve()
    sources = compiled_sources(build)
    stamps = stamps_of(build, sources)
    (build / "tidy").mkdir(exist_ok=True)
    for stamp in set((build / "tidy").iterdir()) - set(stamps.values()):
        stamp.unlink()
    due = [source for source, stamp in stamps.items() if not stamp.exists()]
    print(f"{len(due)} of {len(stamps)} sources are due", flush=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        verdicts = [pool.submit(judge, build, batch, sources[batch[0]][0]) for batch in batches(due, sources)]
        for verdict in concurrent.futures.as_completed(verdicts):
            for batch, findings in verdict.result():
                if findings:
                    failed += 1
                    print(findings, flush=True)
                else:
                    for source in batch:
                        stamps[source].touch()
    print("there are findings" if failed else "no findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
