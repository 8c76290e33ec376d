# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of gisa-index for bash.

# The command before the cursor (command), and how many words stand behind it (behind).
_gisa_index_command() {
    local at
    command="" behind=0
    for ((at = 1; at < COMP_CWORD; ++at)); do
        if [[ -n $command ]]; then
            ((++behind))
        elif [[ ${COMP_WORDS[at]} == --@(archive|config|dictionary) ]]; then
            [[ ${COMP_WORDS[at + 1]} != "=" ]] || ((++at))
            ((++at))
        elif [[ ${COMP_WORDS[at]} != -* ]]; then
            command=${COMP_WORDS[at]}
        fi
    done
}

_gisa_index() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command behind
    local commands="add retry remove takedown status log merge rebuild verify snapshot dictionary analyze help"
    local shared="--archive --config --dictionary --help"
    local writing="--metrics --no-merge --post-run --pre-run --quiet --report --threads --wait"
    COMPREPLY=()
    # Bash takes --report=json for three words.
    if [[ $current == "=" && $previous == --* ]]; then
        current=""
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    _gisa_index_command
    local formats="jsonl" options="" words="" files=""
    case $command in
        "") words=$commands options="$shared --version" ;;
        add) options="--format --map --max-rejected --prune --reread $writing" files=-f ;;
        retry) options="--format --map $writing" ;;
        remove | rebuild) options=$writing ;;
        takedown) options="--lift --reason $writing" ;;
        status) options=--json ;;
        log) options="--json --text" ;;
        merge) options="--full $writing" ;;
        verify) options="--json --quiet --sample" ;;
        snapshot) options=--quiet files=-d ;;
        dictionary)
            options="--verbose $writing" files=-f
            ((behind > 0)) || words="check set show clear"
            ;;
        analyze) options="--articles --format --verify" formats="text json tsv" ;;
        help) words=$commands ;;
    esac
    case $previous in
        --archive | --dictionary)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            ;;
        --config | --metrics | --verify)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
        --post-run | --pre-run) mapfile -t COMPREPLY < <(compgen -c -- "$current") ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$current") ;;
        --report) mapfile -t COMPREPLY < <(compgen -W "text json none" -- "$current") ;;
        --articles | --map | --max-rejected | --reason | --sample | --threads | --wait) ;;
        *)
            if [[ $current == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W "$options${command:+ $shared}" -- "$current")
            elif [[ -n $words ]]; then
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
            elif [[ -n $files ]]; then
                compopt -o filenames
                mapfile -t COMPREPLY < <(compgen "$files" -- "$current")
            fi
            ;;
    esac
}

complete -F _gisa_index gisa-index
