#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# scripts/test.sh           everything a change must pass: format, build, tests, clang-tidy, sanitizers
# scripts/test.sh --quick   format, build and tests only
#
# A stage that fails does not keep the others from running; the last lines name each stage, its
# outcome and its time. Status 0 when all of them passed.
set -uo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

quick=no
case "${1:-}" in
    "") ;;
    --quick) quick=yes ;;
    *)
        sed -n '4,8s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac

rm -f build/*/ctest.log
declare -a lines=()
failures=0

# stage NAME COMMAND...
stage() {
    local name=$1 begin=$SECONDS outcome=ok
    shift
    printf '\n== %s\n' "$name"
    "$@" || outcome=FAILED
    [ "$outcome" = ok ] || failures=$((failures + 1))
    lines+=("$(printf '%-34s %-6s %4d s' "$name" "$outcome" $((SECONDS - begin)))")
    [ "$outcome" = ok ]
}

check_format() {
    git ls-files -z --cached --others --exclude-standard '*.h' '*.cpp' \
        | xargs -0 clang-format-14 --dry-run -Werror
}

# A thread sanitizer of gcc 12 does not start under the address randomisation of newer kernels.
launcher=()
without_randomisation() {
    if setarch --addr-no-randomize true 2>/dev/null; then
        launcher=(setarch --addr-no-randomize)
    fi
    "$@"
}

build() {
    local preset=$1
    shift
    "${launcher[@]}" scripts/build.sh "$preset" -DGISA_TESTS=ON "$@"
}

# run_tests PRESET TZ: the time zones are written out so that they need no tzdata.
# Xapian 1.4.22's Database::check() deletes a table through its base class; that is all that the
# address sanitizer would find, and not ours to mend.
run_tests() {
    TZ=$2 UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=new_delete_type_mismatch=0 \
        "${launcher[@]}" ctest --test-dir "build/$1" --output-on-failure --no-tests=error \
        --parallel "$(nproc)" "${@:3}" | tee "build/$1/ctest.log"
}

# Kills and failing disks are the release build's: they end processes, where sanitizers see nothing.
build_and_test_memory() {
    build asan && run_tests asan "$1" --label-exclude crash
}

# Threads meet only behind the library's interface, so its tests are those that the thread sanitizer
# is for; the rest would take it as long again.
build_and_test_threads() {
    build tsan -- library_integration_test && run_tests tsan "$1" --label-regex integration
}

stage "set-up" scripts/setup.sh test || exit 1
stage "format (clang-format 14)" check_format
if stage "build (gcc, release)" build release -DGISA_BENCH=ON -- all all_verify_interface_header_sets; then
    stage "tests (release, TZ=KST-9)" run_tests release KST-9
    [ $quick = yes ] || stage "lint (clang-tidy 14)" scripts/tidy.py build/release
fi
if [ $quick = no ]; then
    stage "tests (asan, ubsan, TZ=UTC)" build_and_test_memory UTC0
    stage "tests (tsan, TZ=UTC)" without_randomisation build_and_test_threads UTC0
fi

printf '\n'
[ ! -f build/release/ctest.log ] || sed -n '/tests passed/,$p' build/release/ctest.log
printf '\n'
printf '%s\n' "${lines[@]}"
[ $failures -eq 0 ]
