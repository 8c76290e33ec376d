// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_ahead.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

#include <gisa/error.h>

namespace gisa::indexer {
namespace {
/// Gives articles 1, 2, 3, … and then ends, or fails.
class CountingReader : public ArticleReader {
  public:
    CountingReader(int articles, bool fails) : articles_(articles), fails_(fails) {}

    ReadOutcome next() override {
        if (read_ == articles_) {
            if (fails_) {
                throw Error(ErrorCode::StorageFailed, "the disk is gone");
            }
            return EndOfInput{};
        }
        Article article;
        article.id = std::to_string(++read_);
        return article;
    }

    void skip(std::uint64_t records) override { read_ += static_cast<int>(records); }

    [[nodiscard]] std::uint64_t bytes_read() const override {
        return static_cast<std::uint64_t>(read_) * 100'000;
    }

  private:
    int articles_;
    bool fails_;
    int read_ = 0;
};

TEST(ReadAhead, GivesAllInOrderAndTheirBytes) {
    constexpr int kArticles = 5'000;
    CountingReader reader(kArticles, false);
    ReadAhead ahead(reader);

    for (int i = 1; i <= kArticles; ++i) {
        ReadOutcome outcome = ahead.next();
        ASSERT_TRUE(std::holds_alternative<Article>(outcome));
        EXPECT_EQ(std::get<Article>(outcome).id, std::to_string(i));
        EXPECT_EQ(ahead.bytes_read(), static_cast<std::uint64_t>(i) * 100'000);
    }
    EXPECT_TRUE(std::holds_alternative<EndOfInput>(ahead.next()));
    EXPECT_GT(ahead.cpu_seconds(), 0);
}

TEST(ReadAhead, TellsAFailureBehindWhatWasReadBefore) {
    CountingReader reader(2, true);
    ReadAhead ahead(reader);

    static_cast<void>(ahead.next());
    static_cast<void>(ahead.next());
    EXPECT_THROW(static_cast<void>(ahead.next()), Error);
}

TEST(ReadAhead, CanBeLeftWhileThereIsMore) {
    CountingReader reader(100'000, false);
    {
        ReadAhead ahead(reader);
        static_cast<void>(ahead.next());
    }
    EXPECT_LT(reader.bytes_read(), 100'000U * 1'000) << "it reads a little ahead, not all";
}
}  // namespace
}  // namespace gisa::indexer
