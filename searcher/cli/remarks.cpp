// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/remarks.h"

#include <algorithm>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Of a query that is told of; somebody may have pasted an article.
constexpr std::size_t kQueryCells = 200;

std::string how_many(const HitCount& total) {
    const bool is_exact = total.at_least == total.at_most;
    if (is_exact) {
        return article_count(total.estimate);
    }
    return tr_n("about %1 article", "about %1 articles", total.estimate, {grouped(total.estimate)});
}
}  // namespace

std::string laid_out(std::string_view remarks, std::size_t cells) {
    constexpr std::string_view kIndent = "  ";
    std::string lines;
    while (!remarks.empty()) {
        const std::size_t end = std::min(remarks.find('\n'), remarks.size());
        const std::string_view remark = remarks.substr(0, end);
        // All lines are as long as those that are set in.
        const Lines broken = break_lines(remark, cells - kIndent.size(), remark.size());
        for (const ByteRange& line : broken.lines) {
            lines += line.begin == 0 ? "" : kIndent;
            lines += remark.substr(line.begin, line.end - line.begin);
            lines += '\n';
        }
        remarks.remove_prefix(std::min(end + 1, remarks.size()));
    }
    return lines;
}

std::string count_remark(const Answer& answer, std::chrono::duration<double> search_time) {
    const std::size_t shown = answer.response.hits.size();
    const std::string total = how_many(answer.response.total);
    const std::string seconds = decimal(search_time.count(), 3);
    if (answer.response.first == 0 || shown == 0) {
        return tr("%1 (%2 s)", {total, seconds}) + "\n";
    }
    const std::string first = grouped(answer.response.first + 1);
    const std::string last = grouped(answer.response.first + shown);
    // A hit may stand for several of the articles: these are no ranks of them.
    return tr("hits %1 to %2; %3 (%4 s)", {first, last, total, seconds}) + "\n";
}

std::string counted_remark(std::uint64_t articles, bool partial) {
    const std::string count = article_count(articles);
    return (partial ? tr("at least %1", {count}) : count) + "\n";
}

std::string notice_remarks(const Answer& answer) {
    constexpr std::size_t kPieceCells = 40;
    std::string lines;
    for (const QueryNotice& notice : answer.response.notices) {
        const std::string message = printable(notice.message);
        const std::size_t begin = std::min(notice.where.begin, answer.query.size());
        const std::size_t end = std::clamp(notice.where.end, begin, answer.query.size());
        const std::string piece = printable(answer.query.substr(begin, end - begin));
        lines += message.find(piece) == std::string::npos
                     ? tr("note: “%1” %2", {cut_to(piece, kPieceCells), message})
                     : tr("note: %1", {message});
        lines += "\n";
    }
    return lines;
}

std::string files_remark() {
    return tr("note: each word is the name of a file, as a shell writes them for *; '*' in quotes "
              "finds "
              "every article")
           + "\n";
}

std::string suggestion_remarks(const Answer& answer) {
    const SearchResponse& response = answer.response;
    std::string lines;
    if (!response.corrected.empty()) {
        lines += tr("nothing found for %1; this is the answer to %2",
                    {cut_to(printable(answer.query), kQueryCells),
                     cut_to(printable(response.corrected), kQueryCells)})
                 + "\n";
    }
    const auto& all = response.suggestions;
    for (auto one = all.begin(); one != all.end();) {
        const ByteRange where = one->where;
        std::string words;
        for (; one != all.end() && one->where.begin == where.begin; ++one) {
            words += (words.empty() ? "" : ", ") + printable(one->text) + " ("
                     + article_count(one->articles) + ")";
        }
        const std::size_t begin = std::min(where.begin, answer.query.size());
        const std::string typed = printable(answer.query.substr(begin, where.end - where.begin));
        lines += tr("%1: did you mean %2?", {typed, words}) + "\n";
    }
    return lines;
}

std::string nothing_remark(const Answer& answer) {
    const SearchResponse& response = answer.response;
    if (response.archive_articles == 0) {
        return tr("nothing found: the archive holds no article") + "\n";
    }
    if (response.total.estimate > 0) {
        return tr("nothing on this page: %1 found, %2 left out",
                  {how_many(response.total),
                   tr_n(
                       "%1 hit", "%1 hits", answer.response.first, {grouped(answer.response.first)}
                   )})
               + "\n";
    }
    const std::string query = printable(answer.query);
    std::string understood = printable(response.understood);
    if (query.empty()) {
        return tr("nothing found") + "\n";
    }
    if (understood == query) {
        return tr("nothing found for %1", {cut_to(query, kQueryCells)}) + "\n";
    }
    understood = cut_to(understood, kQueryCells);
    return tr("nothing found for %1, understood as %2", {cut_to(query, kQueryCells), understood})
           + "\n";
}

std::string newest_only_remark(const Answer& answer) {
    const std::string told = grouped(answer.response.hits.size());
    return tr("only the newest %1 are told of, out of %2 (--limit)",
              {told, how_many(answer.response.total)})
           + "\n";
}

std::string broken_line_remark(const std::string& path, const BrokenLine& broken) {
    return printable(path) + ":" + std::to_string(broken.line) + ": " + broken.reason + "\n";
}

std::string batch_remark(const BatchTally& tally, std::chrono::duration<double> time) {
    std::string line =
        "gisa-search: " + tr_n("%1 query", "%1 queries", tally.answered, {grouped(tally.answered)});
    if (tally.without_hits > 0) {
        line += ", " + tr("%1 without a hit", {grouped(tally.without_hits)});
    }
    if (tally.with_notices > 0) {
        line +=
            ", " + tr("%1 with notices (--format json has them)", {grouped(tally.with_notices)});
    }
    if (tally.broken_lines > 0) {
        const std::uint64_t broken = tally.broken_lines;
        line += ", " + tr_n("%1 broken line", "%1 broken lines", broken, {grouped(broken)});
    }
    return line + ", " + tr("%1 s", {decimal(time.count(), 1)}) + "\n";
}
}  // namespace gisa::cli
