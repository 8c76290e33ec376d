// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>

namespace gisa::catalog {
using ContentHash = std::array<std::byte, 16>;

/// A hash over every field of an article. Two articles with the same hash are taken for the same;
/// among 10 million, chance makes two different ones alike with a probability of 1 : 10^24.
[[nodiscard]] ContentHash content_hash(const Article& article);

/// Short texts, as sections or warnings, as one text and back: each ended by LF; a backslash and an LF
/// inside one are written as \\ and \n.
[[nodiscard]] std::string join_lines(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> split_lines(std::string_view joined);
}  // namespace gisa::catalog
