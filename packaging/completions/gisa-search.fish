# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of gisa-search for fish.

# Fields, and the archive's values of one. The program knows them.
function __gisa_search_query
    set -l words (commandline -opc)
    set -l place
    for at in (seq 2 (count $words))
        switch $words[$at]
            case --archive --config --dictionary
                set -l value (math $at + 1)
                set -a place $words[$at] (string replace -r '^~' ~ -- $words[$value])
            case '--archive=*' '--config=*' '--dictionary=*'
                set -a place $words[$at]
        end
    end
    # A word whose quote is still open cannot be unescaped; its quote is all there is to take away.
    set -l typed (commandline -ct)
    set -l plain (string unescape -- $typed; or string replace -r '^[\'"]' '' -- $typed)
    timeout 1 $words[1] $place --complete -- $plain 2>/dev/null
end

set -l formats text json ndjson csv tsv trec ids text0 citation bibtex ris csl-json rss atom
set -l fields rank id title title_marks title_marks_codepoints snippet snippet_marks \
    snippet_marks_codepoints url publisher byline sections language published score copies

complete -c gisa-search -f -k -a '(__gisa_search_query)'
complete -c gisa-search -l alerts -d 'Tell what is new for saved queries'
complete -c gisa-search -l all -d 'Each print of a story is a hit'
complete -c gisa-search -l archive -r -a '(__fish_complete_directories)' -d 'The archive'
complete -c gisa-search -l article -x -d 'With --explain: why it is found or not'
complete -c gisa-search -l bom -d 'Begin tables with a byte order mark'
complete -c gisa-search -l color -x -a 'auto always never' -d 'When to use colours'
complete -c gisa-search -l complete -d 'Print what the query may go on to'
complete -c gisa-search -l config -r -F -d 'A configuration file'
complete -c gisa-search -l count -d 'Print only the exact number of articles'
complete -c gisa-search -l cursor -x -d 'Print the page behind the one that ended with this'
complete -c gisa-search -l dictionary -r -a '(__fish_complete_directories)' -d 'The Korean dictionary'
complete -c gisa-search -l exact -d 'Count every article'
complete -c gisa-search -l exec -x -a '(__fish_complete_command)' -d 'Run a command for each hit'
complete -c gisa-search -l explain -d 'Print how the query is understood'
complete -c gisa-search -l facet -x -a 'publisher section byline lang year month day' -d 'Count by a field'
complete -c gisa-search -l feeds -r -a '(__fish_complete_directories)' -d 'With --alerts: keep RSS feeds'
complete -c gisa-search -l fields -x -a "(__fish_append , $fields)" -d 'What tables and JSON tell'
complete -c gisa-search -l format -x -a "$formats" -d 'How hits are printed'
complete -c gisa-search -l format-version -x -a 1 -d 'The version a program relies on'
complete -c gisa-search -s h -l help -d 'Print the help'
complete -c gisa-search -l hyperlink -x -a 'auto always never' -d 'When addresses are clickable'
complete -c gisa-search -s n -l limit -x -d 'Print at most so many hits'
complete -c gisa-search -l mail-to -x -d 'With --mails: who reads them'
complete -c gisa-search -l mails -r -a '(__fish_complete_directories)' -d 'With --alerts: put mails there'
complete -c gisa-search -l no-color -d 'No colours'
complete -c gisa-search -l no-pager -d 'No pager'
complete -c gisa-search -l offset -x -d 'Leave out the first hits'
complete -c gisa-search -l open -d 'Open the first hit in a browser'
complete -c gisa-search -l plot -r -F -d 'With --trend: draw it'
complete -c gisa-search -l queries -r -F -d 'Answer a file of queries'
complete -c gisa-search -l related -d 'Tell which words set the articles apart'
complete -c gisa-search -l save -x -d 'Save the query under a name'
complete -c gisa-search -l show -x -d 'Print a whole article'
complete -c gisa-search -l sort -x -a 'relevance newest oldest' -d 'Order of the hits'
complete -c gisa-search -l time-limit -x -d 'Seconds that texts are read at most'
complete -c gisa-search -l trend -x -a 'day week month year' -d 'Count over time'
complete -c gisa-search -s V -l version -d 'Print the version'
