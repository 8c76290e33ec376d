// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "common/messages/tr.h"
#include "searcher/cli/search_options.h"

namespace gisa::cli {
namespace {
/// In pieces, so that a new option has one of them translated anew.
constexpr auto kHelp = std::to_array<const char*>({
    tr_later(R"(Usage: gisa-search [OPTION]... QUERY...
       gisa-search [OPTION]... --queries FILE, or - alone
       gisa-search [OPTION]... --show ID [QUERY...]
       gisa-search [OPTION]... --alerts [NAME...]
Finds articles in an archive that gisa-index has built.

)"),
    tr_later(R"(The words of QUERY are joined by spaces. An article should hold all of them, in
any form and spacing; when too few do, and for questions and queries of five
words or more, articles with most of them follow.
  "대통령 선거"       these words side by side (in a shell: '"대통령 선거"')
  -서약               not this word; -pledge, which looks like options, stands
                      behind --, as in the second example
  예산 OR 재정        one or the other; parentheses group
  title:예산          in the title
  date:2024-05        published that month; also a year, a day, or a span as in
                      2024-05-01..2024-05-07

)"),
    tr_later(R"(Options:
  --archive DIR       the archive; else $GISA_ARCHIVE, else the configuration's,
                      else $XDG_DATA_HOME/gisa/archive, else
                      ~/.local/share/gisa/archive
  --dictionary DIR    the Korean dictionary the archive was built with; else
                      $GISA_DICTIONARY, else the configuration's, else the one
                      Gisa was installed with
  --config FILE       a configuration of lines "option = value"; else
                      $GISA_CONFIG, else both $XDG_CONFIG_HOME/gisa/config (or
                      ~/.config/gisa/config) and /etc/gisa/config
)"),
    tr_later(R"(  -n, --limit N       print at most N hits (10); 0 only tells how many there are
  --offset N          leave out the first N hits
  --cursor TOKEN      print the page behind one that ended with this token,
                      of the same query and order; --limit may differ
  --sort ORDER        relevance (default), newest or oldest
  --all               let each print of a story be a hit; else text, json and
                      ndjson show the best one and tell of the others, as csv
                      and tsv do with --fields copies,...
)"),
    tr_later(R"(  --format FORMAT     text    for people (default)
                      json    one object per query; offsets are UTF-8 bytes
                      ndjson  one object per hit and line
                      csv     a table; tsv with tabs
                      trec    "query Q0 id rank score gisa"; white space in ids
                              becomes %20
                      ids     one article id per line, as gisa-index remove -
                              reads them
                      text0   ids, each ended by a NUL byte, for xargs -0
                      citation, bibtex, ris, csl-json  for footnotes and
                              reference managers
                      rss, atom  a feed
)"),
    tr_later(R"(  --fields A,B,...    what text, json, ndjson, csv and tsv tell of a hit: rank,
                      id, title, snippet, url, publisher, byline, sections,
                      language, published, score, copies, and title_marks,
                      snippet_marks, both also with _codepoints
  --bom               begin csv and tsv with a byte order mark, for Excel
  --format-version N  fail unless json and ndjson are of version N (now 1)
)"),
    tr_later(R"(  --exact             count every article instead of estimating
  --count             print only the exact number of articles
  --time-limit S      read texts for phrases and the like for at most S seconds;
                      what was found by then is the answer, and that is said;
                      with --count it is an error
  --facet FIELD       print how many of the articles that match have each value
                      of publisher, section, byline, lang, year, month or day,
                      the first 20 or --limit; --format text, json or csv
  --trend PERIOD      print how many there are of each day, week, month or year,
                      and their share of what the archive holds of it
)"),
    tr_later(R"(  --plot FILE         with --trend: draw it, too, as a picture in SVG
)"),
    tr_later(R"(  --related           print which words set the best hundred stories apart from
                      the rest of the archive, the first 20 or --limit;
                      --format text, json or csv
)"),
    tr_later(R"(  --explain           print how the query is understood instead of searching
  --article ID        with --explain: tell why that article is found or not:
                      which words it has and lacks, its nearest words, its rank;
                      --format text or json
)"),
    tr_later(R"(  --save NAME         save QUERY, which query:NAME stands for from then on, in
                      $XDG_CONFIG_HOME/gisa/queries (or ~/.config/gisa/queries);
                      those of /etc/gisa/queries are found, too
  --show ID           print the whole article instead of searching, the words of
                      QUERY marked; --format text or json
)"),
    tr_later(R"(  --open              open the first hit's address, or with --show that
                      article's, in $BROWSER, else by xdg-open; http and https
  --exec COMMAND      run COMMAND for each hit instead of printing it: {} in it
                      is the id, {url}, {title} and the other fields' names
                      stand for those; without any, the id comes behind. Quotes
                      keep words together; no shell reads it
)"),
    tr_later(R"(  --queries FILE      answer a file of queries, one a line: the query itself, or
                      JSON with "id" and "text"; - is standard input, as for a
                      QUERY of - alone, each line answered as it comes
  --complete          print what the last word of QUERY may go on to: fields,
                      and behind one the archive's values or the saved queries;
                      the completion of shells asks this
)"),
    tr_later(R"(  --alerts            tell what came into the archive since the last time for
                      each saved query, or for those named, newest first, each
                      story once, at most 50 or --limit; 0 passes over it
  --feeds DIR         with --alerts: keep it in RSS feeds, DIR/NAME.rss, instead
                      of printing it (unless there is a --format)
  --mails DIR         with --alerts: likewise as mails, in the maildir DIR
  --mail-to ADDRESS   whom those are for
)"),
    tr_later(R"(  --color WHEN        auto (default), always or never; --no-color is never
  --hyperlink WHEN    make addresses clickable: auto (default), always or never
  --no-pager          a long answer on a terminal goes through $GISA_PAGER, else
                      $PAGER, else less; not so with this
  -h, --help          print this help
  -V, --version       print the version

)"),
    tr_later(R"(Data goes to standard output; counts and notices go to standard error. Times
are those of Seoul.
)"),
    tr_later(R"(Exit status: 0 found; 1 nothing found; 2 wrong usage or another error, a COMMAND
that failed among them; 65 some lines of FILE were broken, the others are
answered; 66 no FILE; 74 input or output failed; 75 alerts are being told by
another run; 78 the configuration cannot be used, or the archive and this Gisa
or its dictionary do not fit together. Alerts without news are 0.

)"),
    tr_later(R"(Examples:
  gisa-search 워터마크 서약
  gisa-search --sort newest -n 3 title:'"prime minister"' -- -election
  gisa-search --format ndjson 'date:2024-05 예산 OR 재정' | jq -r .url
  gisa-search --exec 'wget -qO {id}.html {url}' 워터마크
)"),
});
}  // namespace

std::string search_help() {
    std::string help;
    for (const char* const piece : kHelp) {
        help += tr(piece);
    }
    return help;
}
}  // namespace gisa::cli
