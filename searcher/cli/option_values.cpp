// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/option_values.h"

#include <charconv>
#include <system_error>

#include "common/cli/arguments.h"
#include "common/messages/tr.h"

namespace gisa::cli {
std::optional<std::chrono::milliseconds> parse_time_limit(const std::string& text) {
    constexpr double kMostSeconds = 86'400;
    double seconds = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, seconds);
    // In this order, so that no number is none.
    if (problem != std::errc{} || stopped != end || !(seconds >= 0 && seconds <= kMostSeconds)) {
        throw UsageError(tr("--time-limit takes seconds from 0 to 86400, not \"%1\"", {text}));
    }
    const std::chrono::duration<double> limit(seconds);
    return seconds == 0 ? std::nullopt
                        : std::optional(std::chrono::ceil<std::chrono::milliseconds>(limit));
}

SortBy parse_sort(const std::string& name) {
    if (name == "relevance") {
        return SortBy::Relevance;
    }
    if (name == "newest") {
        return SortBy::Newest;
    }
    if (name == "oldest") {
        return SortBy::Oldest;
    }
    throw UsageError(tr("--sort takes relevance, newest or oldest, not \"%1\"", {name}));
}

std::string parse_plot(const std::string& name) {
    if (name.empty() || name == "-" || name.ends_with('/')) {
        throw UsageError(tr("--plot takes the name of a file, not \"%1\"", {name}));
    }
    return name;
}
}  // namespace gisa::cli
