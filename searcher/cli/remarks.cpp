// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/remarks.h"

#include <algorithm>

#include "common/cli/figures.h"
#include "common/cli/layout.h"

namespace gisa::cli {
namespace {
std::string how_many(const HitCount& total) {
    const bool is_exact = total.at_least == total.at_most;
    return (is_exact ? "" : "about ") + counted(total.estimate, "article");
}
}  // namespace

std::string count_remark(const Answer& answer, std::chrono::duration<double> search_time) {
    const std::size_t shown = answer.response.hits.size();
    std::string ranks;
    if (answer.response.first > 0 && shown > 0) {
        ranks = grouped(answer.response.first + 1) + " to " + grouped(answer.response.first + shown)
                + " of ";
    }
    return ranks + how_many(answer.response.total) + " (" + decimal(search_time.count(), 3)
           + " s)\n";
}

std::string notice_remarks(const Answer& answer) {
    constexpr std::size_t kPieceCells = 40;
    std::string lines;
    for (const QueryNotice& notice : answer.response.notices) {
        const std::string message = printable(notice.message);
        const std::size_t begin = std::min(notice.where.begin, answer.query.size());
        const std::size_t end = std::clamp(notice.where.end, begin, answer.query.size());
        const std::string piece = printable(answer.query.substr(begin, end - begin));
        lines += "note: ";
        if (message.find(piece) == std::string::npos) {
            lines += "“" + cut_to(piece, kPieceCells) + "” ";
        }
        lines += message + "\n";
    }
    return lines;
}

std::string suggestion_remarks(const Answer& answer) {
    const SearchResponse& response = answer.response;
    std::string lines;
    if (!response.corrected.empty()) {
        lines += "nothing found for " + printable(answer.query) + "; this is the answer to "
                 + printable(response.corrected) + "\n";
    }
    std::size_t before = answer.query.size() + 1;
    for (const QuerySuggestion& one : response.suggestions) {
        if (one.where.begin != before) {
            const std::size_t begin = std::min(one.where.begin, answer.query.size());
            const std::size_t bytes = one.where.end - one.where.begin;
            lines += lines.empty() || lines.back() == '\n' ? "" : "?\n";
            lines += printable(answer.query.substr(begin, bytes)) + ": did you mean ";
        } else {
            lines += ", ";
        }
        before = one.where.begin;
        lines += printable(one.text) + " (" + counted(one.articles, "article") + ")";
    }
    return lines.empty() || lines.back() == '\n' ? lines : lines + "?\n";
}

std::string nothing_remark(const Answer& answer) {
    const SearchResponse& response = answer.response;
    if (response.archive_articles == 0) {
        return "nothing found: the archive holds no article\n";
    }
    if (response.total.estimate > 0) {
        return "nothing on this page: " + how_many(response.total) + " found, "
               + grouped(answer.response.first) + " left out\n";
    }
    const std::string query = printable(answer.query);
    const std::string understood = printable(response.understood);
    if (query.empty()) {
        return "nothing found\n";
    }
    return "nothing found for " + query
           + (understood == query ? "" : ", understood as " + understood) + "\n";
}

std::string broken_line_remark(const std::string& path, const BrokenLine& broken) {
    return printable(path) + ":" + std::to_string(broken.line) + ": " + broken.reason + "\n";
}

std::string batch_remark(const BatchTally& tally, std::chrono::duration<double> time) {
    std::string line =
        "gisa-search: " + (tally.answered == 1 ? "1 query" : grouped(tally.answered) + " queries");
    if (tally.without_hits > 0) {
        line += ", " + grouped(tally.without_hits) + " without a hit";
    }
    if (tally.with_notices > 0) {
        line += ", " + grouped(tally.with_notices) + " with notices (--format json has them)";
    }
    if (tally.broken_lines > 0) {
        line += ", " + counted(tally.broken_lines, "broken line");
    }
    return line + ", " + decimal(time.count(), 1) + " s\n";
}
}  // namespace gisa::cli
