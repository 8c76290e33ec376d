#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs each fuzz target for some seconds, with the address and undefined behaviour sanitizers:
#   scripts/fuzz.sh [SECONDS]       60 when it is left out; needs clang 14 and libclang-rt-14-dev
# What a target finds lies in build/fuzz as crash-*, and becomes a golden case or a unit test.
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/.." && pwd)
build="$root/build/fuzz"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=clang++-14 \
    -DCMAKE_CXX_FLAGS=-w -DGISA_WARNINGS_AS_ERRORS=OFF -DGISA_TESTS=ON -DGISA_FUZZ=ON -DGISA_BENCH=OFF >/dev/null
cd "$build"
for target in lexer query dates literal; do
    ninja --quiet "${target}_fuzz"
    mkdir -p "corpus/$target"
    seeds=$target
    longest=2000
    # The lexer reads what the parser reads, and more than it takes of it.
    if [ "$target" = lexer ]; then
        seeds=query
        longest=40000
    fi
    tests/fuzz/"${target}_fuzz" -max_total_time="$seconds" -max_len="$longest" -verbosity=0 -print_final_stats=1 \
        "corpus/$target" "$root/tests/fuzz/seeds/$seeds"
done
