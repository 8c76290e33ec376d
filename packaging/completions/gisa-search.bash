# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of gisa-search for bash.

# The word before the cursor as the program would get it (typed), the quote that is open in it, and how
# much of it bash leaves alone (kept): what stands before that quote, or up to the last colon.
_gisa_search_typed() {
    local line=${COMP_LINE:0:COMP_POINT} at sign
    typed="" quote="" kept=0
    for ((at = 0; at < ${#line}; ++at)); do
        sign=${line:at:1}
        if [[ -n $quote && $sign == "$quote" ]]; then
            quote=""
        elif [[ -z $quote && $sign == [\'\"] ]]; then
            quote=$sign kept=${#typed}
        elif [[ -z $quote && $sign == [[:space:]] ]]; then
            typed="" kept=0
        else
            if [[ $quote != \' && $sign == \\ ]]; then
                ((++at))
                sign=${line:at:1}
            fi
            typed+=$sign
            [[ -n $quote || $sign != : || $COMP_WORDBREAKS != *:* ]] || kept=${#typed}
        fi
    done
}

# The options before the cursor that say which archive is meant.
_gisa_search_place() {
    local at value
    place=()
    for ((at = 1; at + 1 < COMP_CWORD; ++at)); do
        [[ ${COMP_WORDS[at]} == --@(archive|config|dictionary) ]] || continue
        value=${COMP_WORDS[at + 1]}
        [[ $value != "=" ]] || value=${COMP_WORDS[at + 2]}
        place+=("${COMP_WORDS[at]}" "${value/#\~/$HOME}")
    done
}

# Fields, and the archive's values of one. The program knows them.
_gisa_search_query() {
    local typed quote kept place reply sign
    _gisa_search_typed
    _gisa_search_place
    while IFS= read -r reply; do
        [[ $reply != *: ]] || compopt -o nospace
        reply=${reply:kept}
        case $quote in
            \') ;;
            \")
                for sign in \\ \" \$ \`; do reply=${reply//"$sign"/"\\$sign"}; done
                # Bash closes the quote, but not behind a quote of ours.
                [[ $reply != *\" ]] || reply+=\"
                ;;
            *) printf -v reply %q "$reply" ;;
        esac
        COMPREPLY+=("$reply")
    done < <(timeout 1 "$1" "${place[@]}" --complete -- "$typed" 2>/dev/null)
}

_gisa_search() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local formats="text json ndjson csv tsv trec ids text0 citation bibtex ris csl-json rss atom"
    local fields="rank id title title_marks title_marks_codepoints snippet snippet_marks
        snippet_marks_codepoints url publisher byline sections language published score copies"
    COMPREPLY=()
    # Bash takes --format=csv for three words.
    if [[ $current == "=" && $previous == --* ]]; then
        current=""
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
        --format) mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$current") ;;
        --sort) mapfile -t COMPREPLY < <(compgen -W "relevance newest oldest" -- "$current") ;;
        --color | --hyperlink) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$current") ;;
        --facet)
            mapfile -t COMPREPLY < <(compgen -W "publisher section byline lang year month day" -- "$current")
            ;;
        --trend) mapfile -t COMPREPLY < <(compgen -W "day week month year" -- "$current") ;;
        --format-version) COMPREPLY=(1) ;;
        --fields)
            # The last name of the list, behind the ones that are there.
            local done=""
            [[ $current != *,* ]] || done=${current%,*},
            mapfile -t COMPREPLY < <(compgen -P "$done" -W "$fields" -- "${current##*,}")
            ;;
        --archive | --dictionary | --feeds | --mails)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            ;;
        --config | --plot | --queries)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
        --exec) mapfile -t COMPREPLY < <(compgen -c -- "$current") ;;
        --article | --mail-to | --save | --show | --cursor | --limit | -n | --offset | --time-limit) ;;
        *)
            if [[ $current == -* && " ${COMP_WORDS[*]:0:COMP_CWORD} " != *" -- "* ]]; then
                mapfile -t COMPREPLY < <(compgen -W "--alerts --all --archive --article --bom --color
                    --complete --config --count --cursor --dictionary --exact --exec --explain --facet
                    --feeds --fields --format --format-version --help --hyperlink --limit --mail-to --mails
                    --no-color --no-pager --offset --open --plot --queries --related --save --show --sort
                    --time-limit --trend --version" -- "$current")
            else
                _gisa_search_query "$1"
            fi
            ;;
    esac
}

complete -F _gisa_search gisa-search
