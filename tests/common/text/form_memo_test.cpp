// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/form_memo.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
KoreanForm form_of(int number) {
    const std::string name = std::to_string(number);
    return {
        "whole" + name,
        number % 3 == 0 ? std::vector<std::string>{} : std::vector<std::string>{name, "", "회의"},
        number % 2 == 0};
}

std::vector<std::string> parts_of(const FlatForm& form) {
    return {form.parts().begin(), form.parts().end()};
}

void expect_form(const FlatForm& form, const KoreanForm& expected) {
    EXPECT_EQ(form.whole(), expected.whole);
    EXPECT_EQ(parts_of(form), expected.parts);
    EXPECT_EQ(form.inflected(), expected.inflected);
}

TEST(FormMemo, GivesBackWhatItWasToldToRemember) {
    FormMemo memo(1'000'000);
    FlatForm form;
    EXPECT_FALSE(memo.find("말", form));
    for (int i = 0; i < 10'000; ++i) {
        memo.remember("word" + std::to_string(i), form_of(i));
    }
    for (int i = 0; i < 10'000; ++i) {
        ASSERT_TRUE(memo.find("word" + std::to_string(i), form));
        expect_form(form, form_of(i));
    }
}

TEST(FormMemo, ForgetsWhatWasNotAskedForLately) {
    constexpr int kMost = 6'400;
    FormMemo memo(kMost);
    FlatForm form;
    for (int i = 0; i < 10 * kMost; ++i) {
        memo.remember("word" + std::to_string(i), form_of(i));
        ASSERT_TRUE(memo.find("word0", form)) << "asked for all the time";
    }
    int remembered = 0;
    for (int i = 0; i < 10 * kMost; ++i) {
        remembered += memo.find("word" + std::to_string(i), form) ? 1 : 0;
    }
    EXPECT_LE(remembered, kMost + 128);
    EXPECT_GE(remembered, kMost / 4);
}

TEST(FormMemo, DoesNotRememberWhatIsTooLong) {
    FormMemo memo(1'000);
    FlatForm form;
    memo.remember("short", {std::string(300, 'x'), {}});
    memo.remember(std::string(300, 'x'), {"short", {}});
    EXPECT_FALSE(memo.find("short", form));
    EXPECT_FALSE(memo.find(std::string(300, 'x'), form));
}

TEST(FormMemo, ServesThreadsAtOnce) {
    FormMemo memo(2'000);
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&memo, &wrong, thread] {
            FlatForm form;
            for (int i = 0; i < 20'000; ++i) {
                const int number = (i * 7 + thread) % 3'000;
                const std::string word = "word" + std::to_string(number);
                if (!memo.find(word, form)) {
                    form.assign(form_of(number));
                    memo.remember(word, form_of(number));
                }
                wrong += form.whole() == form_of(number).whole ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, 0);
}
}  // namespace
}  // namespace gisa::text
