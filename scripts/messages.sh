#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# scripts/messages.sh          brings po/*.po up to date with the messages in the sources
# scripts/messages.sh --print  prints those messages as a template, and nothing else
#
# What is new or has changed is left empty in po/*.po; a test fails until it is translated.
set -euo pipefail
cd "$(dirname "$0")/.."

template() {
    find common indexer searcher -name '*.cpp' -o -name '*.h' | LC_ALL=C sort \
        | xgettext --files-from=- --language=C++ --from-code=UTF-8 --add-comments=TRANSLATORS: \
            --keyword --keyword=tr:1 --keyword=tr_n:1,2 --keyword=tr_later:1 \
            --qt --flag=tr:1:qt-format --flag=tr_n:1:qt-format --flag=tr_n:2:qt-format \
            --flag=tr_later:1:qt-format \
            --add-location=file --package-name=gisa --output=- \
        | sed '/^"POT-Creation-Date:/d; s/=CHARSET/=UTF-8/'
}

case "${1:-}" in
    --print) template ;;
    "")
        for catalog in po/*.po; do
            msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file \
                "$catalog" <(template)
            msgattrib --no-obsolete --output-file="$catalog" "$catalog"
        done
        ;;
    *)
        sed -n '4,7s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
