# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmarks share: the collections, the programs, archives, and measured commands."""
import argparse
import dataclasses
import hashlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@dataclasses.dataclass
class Collection:
    name: str
    documents: list  # JSON lines, plain or .zst
    judged: dict  # name of a set of queries -> (queries, qrels)

    def is_there(self):
        return all(path.is_file() for path in self.documents)

    def articles(self, limit=None):
        """The articles as lines of bytes: all, or those that a judgment names and `limit` more."""
        lines = itertools.chain.from_iterable(map(read_lines, self.documents))
        if limit is None:
            yield from lines
            return
        named = self.judged_ids()
        for line in lines:
            if json.loads(line)["id"] in named:
                yield line
            elif limit > 0:
                limit -= 1
                yield line

    def judged_ids(self):
        return {line.split()[2] for _, qrels in self.judged.values() for line in qrels.read_text().splitlines()}


def read_lines(path):
    if path.suffix != ".zst":
        with path.open("rb") as lines:
            yield from lines
        return
    with subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE) as process:
        yield from process.stdout
    if process.returncode != 0:
        sys.exit(f"zstd could not read {path}")


def collections():
    """Those that are there. corpus/ always is; the others lie beside the project or nowhere."""
    data, corpus = SHARED / "data", ROOT / "corpus"
    languages = ("korean", "english")
    table = [
        Collection(
            "corpus", [corpus / f"{language}.jsonl" for language in languages],
            {
                f"corpus-{language}": (corpus / f"queries.{language}.jsonl", corpus / f"qrels.{language}.tsv")
                for language in languages
            },
        )
    ]
    for name, file, sets in (
        ("time1963", "docs.jsonl", ("",)),
        ("belebele-ko", "docs.jsonl", ("",)),
        ("kowiki-ir", "docs.jsonl.zst", ("miracl-train", "mrtydi-dev", "mrtydi-train")),
    ):
        folder = data / name
        judged = {part or name: (folder / part / "queries.jsonl", folder / part / "qrels.tsv") for part in sets}
        table.append(Collection(name, [folder / file], judged))
    table += [headlines(language) for language in ("ko", "en")]
    there = [collection for collection in table if collection.is_there()]
    for collection in table:
        if collection not in there:
            print(f"skipped: {collection.name} (no {collection.documents[0]})", file=sys.stderr)
    return there


def headlines(language):
    """News by their headlines: the headline is the query, its article without it is to be found
    among others of the same language. Made from ntrex, and kept in the system's temporary folder."""
    data = SHARED / "data"
    others = [data / "belebele-ko" / "docs.jsonl"] if language == "ko" else [data / "time1963" / "docs.jsonl"]
    source = data / "ntrex" / "docs.jsonl"
    folder = Path(tempfile.gettempdir()) / f"gisa-headlines-{os.getuid()}-{language}"
    documents, queries, qrels = folder / "docs.jsonl", folder / "queries.jsonl", folder / "qrels.tsv"
    name = f"headlines-{language}"
    if source.is_file():
        folder.mkdir(exist_ok=True)
        articles = [json.loads(line) for line in read_lines(source)]
        articles = [article for article in articles if article["id"].endswith(f".{language}")]
        write_json_lines(queries, ({"id": article["id"], "text": article["title"]} for article in articles))
        qrels.write_text("".join(f"{article['id']} 0 {article['id']} 1\n" for article in articles), encoding="utf-8")
        write_json_lines(documents, ({**article, "title": ""} for article in articles))
    return Collection(name, [documents, *others], {name: (queries, qrels)})


def write_json_lines(path, objects):
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    # The time of an unchanged file is kept, so that an archive made from it is not made again.
    if not path.is_file() or path.read_text(encoding="utf-8") != lines:
        path.write_text(lines, encoding="utf-8")


def parser(description):
    """The options every benchmark has."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--collection", action="append", metavar="NAME", help="only this one; may be repeated")
    options.add_argument("--limit", type=int, metavar="N", help="the judged articles and N more of each collection")
    options.add_argument("--bin", type=Path, default=ROOT / "build/release/bin", help="where the programs are")
    options.add_argument("--work", type=Path, default=ROOT / "build/bench", help="where archives and runs are kept")
    return options


def chosen(options):
    there = collections()
    if not options.collection:
        return there
    names = {collection.name for collection in there}
    for name in options.collection:
        if name not in names:
            print(f"skipped: {name} is not there", file=sys.stderr)
    return [collection for collection in there if collection.name in options.collection]


@dataclasses.dataclass
class Measured:
    status: int
    output: str
    wall: float
    cpu: float  # user and system, the process and its threads
    peak_bytes: int
    written_bytes: int  # to files, as pages became dirty; those removed soon after count too


def measure(command, quiet=False):
    """Runs a command to its end and says what it took. Its standard error is ours unless `quiet`."""
    with tempfile.TemporaryFile() as output:
        begin = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.DEVNULL if quiet else None,
        )
        # Ended and not yet waited for, a process still has its counts.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.monotonic() - begin
        counts = Path(f"/proc/{process.pid}/io").read_text().split()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8")
    # Linux counts ru_maxrss in KiB.
    return Measured(
        process.returncode, text, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
        int(counts[counts.index("write_bytes:") + 1]),
    )


def must(measured, *statuses):
    if measured.status not in statuses:
        sys.exit(f"a program ended with status {measured.status}")
    return measured


def write_articles(collection, limit, path, skip_last=0):
    """Puts a collection's articles into one plain file; returns the ones left out at the end."""
    lines = list(collection.articles(limit))
    kept = len(lines) - skip_last
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(lines[:kept]))
    return lines[kept:]


def index(options, archive, command, *words):
    """A command of gisa-index that writes; returns what it took and its report."""
    command = [options.bin / "gisa-index", "--archive", archive, command, "--quiet", "--report", "json", *words]
    measured = must(measure(command), 0, 65)
    return measured, json.loads(measured.output)


def add(options, archive, path):
    return index(options, archive, "add", path)


def input_key(collection, limit):
    parts = [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in collection.documents]
    return hashlib.sha256(json.dumps([parts, limit]).encode()).hexdigest()


def is_current(options, archive, key):
    """Whether an archive was made from these inputs and can still be searched."""
    stamp = archive.with_suffix(".inputs")
    if not stamp.is_file() or stamp.read_text() != key:
        return False
    return measure([options.bin / "gisa-search", "--archive", archive, "--count", "x"], quiet=True).status in (0, 1)


def archive_of(options, collection, fresh=False):
    """The collection's archive in the work folder: the one that is there when inputs and analysis
    are still the same, else a new one."""
    archive = options.work / "archives" / f"{collection.name}{'' if options.limit is None else f'-{options.limit}'}"
    stamp = archive.with_suffix(".inputs")
    key = input_key(collection, options.limit)
    if not fresh and is_current(options, archive, key):
        return archive
    print(f"indexing {collection.name}", file=sys.stderr)
    shutil.rmtree(archive, ignore_errors=True)
    articles = options.work / "articles.jsonl"
    write_articles(collection, options.limit, articles)
    add(options, archive, articles)
    articles.unlink()
    stamp.write_text(key)
    return archive


def disk_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def print_table(head, rows):
    """Markdown."""
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join(["---"] + ["---:"] * (len(head) - 1)) + "|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


def warm(options, archive, how, queries):
    """(wall ms, CPU ms, articles found, suggested words) of each query, inside one process."""
    lines = "".join(f"{how}\t{' '.join(query.split())}\n" for query in queries)
    result = subprocess.run(
        [options.bin / "warm_queries", archive], input=lines, capture_output=True, text=True, check=True
    )
    return [
        (int(wall) / 1000, int(cpu) / 1000, int(found), suggested.split(",") if suggested else [])
        for wall, cpu, found, suggested in (line.split("\t") for line in result.stdout.splitlines())
    ]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
