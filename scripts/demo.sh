#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Builds Gisa, indexes the articles of corpus/ and asks three questions. From nothing it takes a few
# minutes, the second time a few seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

say() {
    printf '\n== %s\n' "$*"
}

# Shows a command as one would type it, then runs it.
run() {
    printf '\n$'
    printf ' %s' "${@@Q}" | sed -E "s/'([A-Za-z0-9_.,:=\/-]+)'/\1/g"
    printf '\n'
    "$@"
}

say "Set-up: Debian packages and the Korean dictionary, where they are missing"
scripts/setup.sh demo

say "Build into build/release"
# Tests need packages that the demo can do without; a tree that has them already keeps them.
options=()
[ -f build/release/CMakeCache.txt ] || options=(-DGISA_TESTS=OFF -DGISA_BENCH=OFF)
scripts/build.sh release "${options[@]}" -- gisa-index gisa-search

say "Index the articles of corpus/ into a fresh archive"
export PATH="$PWD/build/release/bin:$PATH" GISA_ARCHIVE="$PWD/build/demo-archive"
rm -rf "$GISA_ARCHIVE"
articles=()
for file in corpus/*.jsonl; do
    [[ $file == corpus/queries.* ]] || articles+=("$file")
done
printf '\n$ export PATH="%s:$PATH" GISA_ARCHIVE="%s"\n' "$PWD/build/release/bin" "$GISA_ARCHIVE"
run gisa-index add "${articles[@]}"

say "Search it"
run gisa-search -n 3 '워터마크 서약'
run gisa-search -n 3 watermark pledge
run gisa-search -n 3 'KIST 정상회의'
