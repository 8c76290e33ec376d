// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyze/term_numbers.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::indexer {
namespace {
TEST(TermNumbers, NumbersTermsByFirstAppearance) {
    TermNumbers numbers;

    EXPECT_EQ(numbers.number("서약"), 0U);
    EXPECT_EQ(numbers.number("워터마크"), 1U);
    EXPECT_EQ(numbers.number("서약"), 0U);
    EXPECT_EQ(numbers.number(""), 2U);

    EXPECT_EQ(numbers.size(), 3U);
    EXPECT_EQ(numbers.term(1), "워터마크");
    EXPECT_EQ(numbers.term(2), "");
}

TEST(TermNumbers, KeepsEachOfManyTermsApart) {
    constexpr TermNumber kMany = 100'000;
    TermNumbers numbers;
    for (TermNumber i = 0; i < kMany; ++i) {
        ASSERT_EQ(numbers.number("term" + std::to_string(i)), i);
    }
    for (TermNumber i = 0; i < kMany; ++i) {
        ASSERT_EQ(numbers.number("term" + std::to_string(i)), i);
        ASSERT_EQ(numbers.term(i), "term" + std::to_string(i));
    }
}

TEST(TermNumbers, OrdersByBytes) {
    TermNumbers numbers;
    for (const char* const term : {"나", "b", "가", "Z", "가나"}) {
        static_cast<void>(numbers.number(term));
    }

    std::vector<std::string> ordered;
    for (const TermNumber number : numbers.in_order()) {
        ordered.emplace_back(numbers.term(number));
    }

    EXPECT_EQ(ordered, (std::vector<std::string>{"Z", "b", "가", "가나", "나"}));
}
}  // namespace
}  // namespace gisa::indexer
