// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "searcher/cli/printer.h"
#include "searcher/cli/query_file.h"

namespace gisa::cli {
/// What people are told about an answer beside its hits; goes to standard error. Lines end with a
/// line end and are safe for a terminal.

/// Remarks for a terminal of so many cells a line: broken at spaces, with all lines of a remark but
/// its first set in. Others, as programs read them, keep a line each.
[[nodiscard]] std::string laid_out(std::string_view remarks, std::size_t cells);

/// "about 1,234 articles (0.012 s)", with the ranks in front when it is not the first page.
[[nodiscard]] std::string count_remark(
    const Answer& answer, std::chrono::duration<double> search_time
);

/// "12 articles", of a partial count "at least 12 articles"; a line.
[[nodiscard]] std::string counted_remark(std::uint64_t articles, bool partial);

/// A line for each notice, with the piece of the query it is about unless it says that itself.
[[nodiscard]] std::string notice_remarks(const Answer& answer);

/// That the words may be the shell's instead of a *.
[[nodiscard]] std::string files_remark();

/// What may have been meant, a line for each word; first of all, whether that was answered.
[[nodiscard]] std::string suggestion_remarks(const Answer& answer);

/// Why there is no hit: nothing matches, the page lies behind the last hit, or the archive is empty.
[[nodiscard]] std::string nothing_remark(const Answer& answer);

/// "only the newest 50 are told of, out of about 1,234 articles (--limit)".
[[nodiscard]] std::string newest_only_remark(const Answer& answer);

/// "queries.jsonl:3: no valid JSON".
[[nodiscard]] std::string broken_line_remark(const std::string& path, const BrokenLine& broken);

/// What became of a batch.
struct BatchTally {
    std::uint64_t answered = 0;
    std::uint64_t without_hits = 0;
    std::uint64_t with_notices = 0;
    std::uint64_t broken_lines = 0;
};

/// "gisa-search: 83 queries, 2 without a hit, 1 with notices (--format json has them), 0.8 s".
[[nodiscard]] std::string batch_remark(const BatchTally& tally, std::chrono::duration<double> time);
}  // namespace gisa::cli
