# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of gisa-search for bash.

_gisa_search() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local formats="text json ndjson csv tsv trec ids text0 citation bibtex ris csl-json rss atom"
    local fields="rank id title title_marks title_marks_codepoints snippet snippet_marks
        snippet_marks_codepoints url publisher byline sections language published score copies"
    COMPREPLY=()
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
        --archive | --dictionary) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
        --config | --queries) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
        --exec) mapfile -t COMPREPLY < <(compgen -c -- "$current") ;;
        --article | --save | --show | --cursor | --limit | -n | --offset) ;;
        *)
            [[ $current != -* ]] || mapfile -t COMPREPLY < <(compgen -W "--archive --all --article --bom
                --color --config --count --cursor --dictionary --exact --exec --explain --facet --fields --format
                --format-version --help --hyperlink --limit --no-color --no-pager --offset --open
                --queries --save --show --sort --trend --version" -- "$current")
            ;;
    esac
}

complete -F _gisa_search gisa-search
