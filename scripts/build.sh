#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# scripts/build.sh PRESET [CMAKE-OPTION...] [-- TARGET...]   configures and builds into build/PRESET
set -euo pipefail
cd "$(dirname "$0")/.."

preset=${1:?a preset of CMakePresets.json, for instance release}
shift
options=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    options+=("$1")
    shift
done
targets=()
[ $# -le 1 ] || targets=(--target "${@:2}")

mkdir -p "build/$preset"
log="build/$preset/configure.log"
cmake --preset "$preset" -DGISA_DICTIONARY="$(scripts/setup.sh --print-dictionary)" \
    -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" "${options[@]}" >"$log" 2>&1 \
    || { cat "$log" >&2; exit 1; }
cmake --build "build/$preset" --parallel "$(nproc)" "${targets[@]}"
