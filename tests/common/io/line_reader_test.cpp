// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/line_reader.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::io {
namespace {
/// Hands out a text a few bytes at a time.
class TextSource : public ByteSource {
  public:
    TextSource(std::string text, std::size_t step, std::string problem = {})
        : text_(std::move(text)),
          step_(step),
          problem_(std::move(problem)) {}

    std::size_t read(std::span<char> into) override {
        const std::size_t count = std::min({step_, into.size(), text_.size() - taken_});
        std::memcpy(into.data(), text_.data() + taken_, count);
        taken_ += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

    [[nodiscard]] std::string problem() const override {
        return taken_ == text_.size() ? problem_ : "";
    }

  private:
    std::string text_;
    std::size_t step_;
    std::string problem_;
    std::size_t taken_ = 0;
};

/// Each line as "number:kind:text".
std::vector<std::string> lines(
    const std::string& text, std::size_t max = 10, const std::string& problem = {}
) {
    std::vector<std::string> all;
    for (const std::size_t step : {1UL, 3UL, 1'000'000UL}) {
        LineReader reader(std::make_unique<TextSource>(text, step, problem), max);
        std::vector<std::string> found;
        while (const std::optional<Line> line = reader.next()) {
            const char kind = "wtc"[static_cast<int>(line->kind)];
            found.push_back(std::to_string(line->number) + kind + std::string(line->text));
        }
        EXPECT_FALSE(reader.next()) << "the end stays the end";
        EXPECT_EQ(reader.bytes_taken(), text.size());
        EXPECT_TRUE(all.empty() || all == found) << "step " << step;
        all = found;
    }
    return all;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LineReader, NumbersLinesAndNeedsNoEndAtTheLast) {
    EXPECT_THAT(lines("가\n나\n"), ElementsAre("1w가", "2w나"));
    EXPECT_THAT(lines("가\n나"), ElementsAre("1w가", "2w나"));
}

TEST(LineReader, AnEmptySourceHasNoLineAndEmptyLinesCount) {
    EXPECT_THAT(lines(""), IsEmpty());
    EXPECT_THAT(lines("\n\n가"), ElementsAre("1w", "2w", "3w가"));
}

TEST(LineReader, TakesOneCarriageReturnBeforeTheEndAway) {
    EXPECT_THAT(lines("a\r\nb\r\r\nc\rd\r"), ElementsAre("1wa", "2wb\r", "3wc\rd"));
}

TEST(LineReader, ALineOverTheBoundIsSkippedAndTheRestGoesOn) {
    EXPECT_THAT(
        lines("0123456789\n0123456789x\nab\n"), ElementsAre("1w0123456789", "2t0123456789x", "3wab")
    );
    EXPECT_THAT(lines("ab\n0123456789xyz"), ElementsAre("1wab", "2t0123456789xyz"));
}

TEST(LineReader, KeepsOnlyTheBeginningOfALineThatIsTooLong) {
    LineReader reader(
        std::make_unique<TextSource>(std::string(1'000'000, 'x') + "\nrest\n", 65'536), 10'000
    );

    const std::optional<Line> line = reader.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->kind, Line::Kind::TooLong);
    EXPECT_LE(line->text.size(), 4096U);
    EXPECT_EQ(reader.next()->text, "rest");
}

TEST(LineReader, ABrokenSourceEndsWithACutLine) {
    EXPECT_THAT(lines("가\n나", 10, "broken"), ElementsAre("1w가", "2c나"));
    EXPECT_THAT(lines("가\n", 10, "broken"), ElementsAre("1w가", "2c"));
    EXPECT_THAT(lines("", 10, "broken"), ElementsAre("1c"));
}

TEST(LineReader, LinesLongerThanTheFirstBufferAreWhole) {
    const std::string line(3'000'000, 'x');
    LineReader reader(std::make_unique<TextSource>(line + "\nb\n" + line, 100'000));

    EXPECT_EQ(reader.next()->text.size(), line.size());
    EXPECT_EQ(reader.next()->text, "b");
    EXPECT_EQ(reader.next()->text.size(), line.size());
}
}  // namespace
}  // namespace gisa::io
