# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of gisa-index for fish.
set -l reading add retry
set -l writing add retry remove takedown merge rebuild dictionary
set -l commands add retry remove takedown status log merge rebuild verify snapshot dictionary analyze
set -l none "not __fish_seen_subcommand_from $commands help"
set -l dictionary '__fish_seen_subcommand_from dictionary; and not __fish_seen_subcommand_from check set show clear'

complete -c gisa-index -f
complete -c gisa-index -n "$none" -a add -d 'Add new and changed articles from files and folders'
complete -c gisa-index -n "$none" -a retry -d 'Try rejected records again'
complete -c gisa-index -n "$none" -a remove -d 'Take articles out of every answer'
complete -c gisa-index -n "$none" -a takedown -d 'Take articles down for good, and say why'
complete -c gisa-index -n "$none" -a status -d 'Tell what the archive holds'
complete -c gisa-index -n "$none" -a log -d 'Show the versions of an article'
complete -c gisa-index -n "$none" -a merge -d 'Merge segments'
complete -c gisa-index -n "$none" -a rebuild -d 'Make all segments anew'
complete -c gisa-index -n "$none" -a verify -d 'Hold the archive against itself'
complete -c gisa-index -n "$none" -a snapshot -d 'Copy the archive while runs go on'
complete -c gisa-index -n "$none" -a dictionary -d "Check, set, show or clear the user's dictionary"
complete -c gisa-index -n "$none" -a analyze -d 'Show what words become'
complete -c gisa-index -n "$none" -a help -d 'Tell more of a command'
complete -c gisa-index -n '__fish_seen_subcommand_from help' -a "$commands"

complete -c gisa-index -l archive -r -a '(__fish_complete_directories)' -d 'The archive'
complete -c gisa-index -l config -r -F -d 'A configuration file'
complete -c gisa-index -l dictionary -r -a '(__fish_complete_directories)' -d 'The Korean dictionary'
complete -c gisa-index -s h -l help -d 'Print the help'
complete -c gisa-index -n "$none" -s V -l version -d 'Print the version'

set -l writes "__fish_seen_subcommand_from $writing"
complete -c gisa-index -n "$writes" -l metrics -r -F -d 'Tell Prometheus how the run ended'
complete -c gisa-index -n "$writes" -l no-merge -d 'Leave merging to a later run'
complete -c gisa-index -n "$writes" -l post-run -x -a '(__fish_complete_command)' -d 'Run a command afterwards'
complete -c gisa-index -n "$writes" -l pre-run -x -a '(__fish_complete_command)' -d 'Run a command first'
complete -c gisa-index -n "$writes" -s q -l quiet -d 'No progress and no report'
complete -c gisa-index -n "$writes" -l report -x -a 'text json none' -d 'How the run is told'
complete -c gisa-index -n "$writes" -l threads -x -d 'Worker threads'
complete -c gisa-index -n "$writes" -l wait -x -d 'Seconds to wait for another run'

set -l reads "__fish_seen_subcommand_from $reading"
complete -c gisa-index -n "$reads" -l format -x -a jsonl -d 'The format of the input'
complete -c gisa-index -n "$reads" -l map -x -d 'FROM=TO: what the input calls a field'

complete -c gisa-index -n '__fish_seen_subcommand_from add' -F
complete -c gisa-index -n '__fish_seen_subcommand_from add' -l max-rejected -x -d 'Fail when more are rejected'
complete -c gisa-index -n '__fish_seen_subcommand_from add' -l prune -d 'Remove the articles that are gone'
complete -c gisa-index -n '__fish_seen_subcommand_from add' -l reread -d 'Read also unchanged files'
complete -c gisa-index -n '__fish_seen_subcommand_from takedown' -l lift -d 'Let the ids come back'
complete -c gisa-index -n '__fish_seen_subcommand_from takedown' -l reason -x -d 'Why'
complete -c gisa-index -n '__fish_seen_subcommand_from status log verify' -l json -d 'One JSON object'
complete -c gisa-index -n '__fish_seen_subcommand_from log' -l text -d 'The text of each version'
complete -c gisa-index -n '__fish_seen_subcommand_from merge' -l full -d 'All segments into one'
complete -c gisa-index -n '__fish_seen_subcommand_from verify snapshot' -s q -l quiet -d 'No progress'
complete -c gisa-index -n '__fish_seen_subcommand_from verify' -l sample -x -d 'Articles looked at word by word'
complete -c gisa-index -n '__fish_seen_subcommand_from snapshot' -a '(__fish_complete_directories)'
complete -c gisa-index -n "$dictionary" -a 'check set show clear'
complete -c gisa-index -n '__fish_seen_subcommand_from check set' -F
complete -c gisa-index -n '__fish_seen_subcommand_from dictionary' -l verbose -d 'Print every word with its parts'
complete -c gisa-index -n '__fish_seen_subcommand_from analyze' -l articles -x -d 'Articles for each word'
complete -c gisa-index -n '__fish_seen_subcommand_from analyze' -l format -x -a 'text json tsv' -d 'How it is printed'
complete -c gisa-index -n '__fish_seen_subcommand_from analyze' -l verify -r -F -d 'Compare the forms of words'
