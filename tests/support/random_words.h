// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace gisa::test {
/// Nouns of which random_body() uses each half as often as the one before it.
inline constexpr std::string_view kWords[] = {
    "경제", "정부", "국회", "날씨", "축구", "영화", "바다", "병원", "도서관", "워터마크"};

/// Five words and up to `more - 1` others, a space behind each.
inline std::string random_body(std::mt19937& random, std::size_t more) {
    std::string text;
    const std::size_t words = 5 + random() % more;
    for (std::size_t i = 0; i < words; ++i) {
        std::size_t word = 0;
        while (word + 1 < std::size(kWords) && random() % 2 == 0) {
            ++word;
        }
        text.append(kWords[word]).append(" ");
    }
    return text;
}
}  // namespace gisa::test
