// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/byte_source.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/compressed_file.h"
#include "tests/support/temp_dir.h"

namespace gisa::io {
namespace {
using gisa::test::gzip;
using gisa::test::zstd;

struct Packing {
    std::string (*pack)(std::string_view);
    std::string name;
};

struct Content {
    std::string bytes;
    std::string problem;
};

class ByteSourceTest : public testing::Test {
  protected:
    std::filesystem::path write(std::string_view bytes) {
        const std::filesystem::path path = folder_.path() / "source";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    static Content read_all(const std::filesystem::path& path, std::size_t step = 1000) {
        const std::unique_ptr<ByteSource> source = open_byte_source(path);
        Content content;
        std::vector<char> buffer(step);
        while (const std::size_t got = source->read(buffer)) {
            content.bytes.append(buffer.data(), got);
        }
        content.problem = source->problem();
        return content;
    }

    /// Text of many lines that compresses, but not to nothing.
    static std::string long_text() {
        std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same text each time
        std::string text;
        while (text.size() < 1'000'000) {
            text += "기사 " + std::to_string(random()) + '\n';
        }
        return text;
    }

    gisa::test::TempDir folder_;
};

TEST_F(ByteSourceTest, GivesAPlainFileAsItIs) {
    const std::string text = long_text();

    const Content content = read_all(write(text));

    EXPECT_TRUE(content.bytes == text);
    EXPECT_EQ(content.problem, "");
}

TEST_F(ByteSourceTest, AnEmptyFileHasNothingAndNoProblem) {
    const Content content = read_all(write(""));

    EXPECT_EQ(content.bytes, "");
    EXPECT_EQ(content.problem, "");
}

TEST_F(ByteSourceTest, KnowsCompressionByTheFirstBytes) {
    const std::string text = long_text();

    for (const std::size_t step : {1UL, 777UL, 1UL << 20U}) {
        const std::string_view some =
            std::string_view(text).substr(0, step == 1 ? 5'000 : text.size());
        EXPECT_TRUE(read_all(write(gzip(some)), step).bytes == some);
        EXPECT_TRUE(read_all(write(zstd(some)), step).bytes == some);
    }
}

TEST_F(ByteSourceTest, ReadsMembersAndFramesOneAfterAnother) {
    for (const auto& pack : {gzip, zstd}) {
        const Content content = read_all(write(pack("첫째\n") + pack("") + pack("둘째\n")));

        EXPECT_EQ(content.bytes, "첫째\n둘째\n");
        EXPECT_EQ(content.problem, "");
    }
}

TEST_F(ByteSourceTest, SkipsASkippableFrameInFront) {
    using namespace std::string_literals;
    const std::string frame = "\x5A\x2A\x4D\x18\x03\0\0\0abc"s;

    EXPECT_EQ(read_all(write(frame + zstd("기사"))).bytes, "기사");
}

TEST_F(ByteSourceTest, ATruncatedStreamGivesWhatItHasAndThenSaysSo) {
    const std::string text = long_text();
    for (const auto& [pack, name] : {Packing{gzip, "gzip"}, Packing{zstd, "zstd"}}) {
        const std::string packed = pack(text);

        const Content content = read_all(write(packed.substr(0, packed.size() / 2)));

        EXPECT_GT(content.bytes.size(), text.size() / 4) << name;
        EXPECT_TRUE(text.starts_with(content.bytes)) << name;
        EXPECT_EQ(content.problem, "the source ends in the middle of a " + name + " stream");
    }
}

TEST_F(ByteSourceTest, EveryTruncationIsNoticed) {
    for (const auto& pack : {gzip, zstd}) {
        const std::string packed = pack("워터마크 서약");
        // Four bytes are what it takes to know a zstd stream.
        for (std::size_t length = 4; length < packed.size(); ++length) {
            EXPECT_NE(read_all(write(packed.substr(0, length))).problem, "") << length;
        }
    }
}

TEST_F(ByteSourceTest, ATruncatedSecondMemberIsNoticed) {
    for (const auto& pack : {gzip, zstd}) {
        const std::string first = pack("첫째\n");

        const Content content = read_all(write(first + first.substr(0, first.size() - 3)));

        EXPECT_TRUE(content.bytes.starts_with("첫째\n"));
        EXPECT_NE(content.problem, "");
    }
}

TEST_F(ByteSourceTest, DamageIsToldAfterWhatWasReadable) {
    const std::string text = long_text();
    for (const auto& pack : {gzip, zstd}) {
        std::string packed = pack(text);
        std::fill_n(packed.begin() + static_cast<std::ptrdiff_t>(packed.size() / 2), 64, '\x55');

        const Content content = read_all(write(packed));

        EXPECT_FALSE(content.bytes.empty());
        EXPECT_EQ(content.problem.substr(0, 22), "the source is damaged:");
    }
}

TEST_F(ByteSourceTest, OtherBytesAfterTheStreamAreAProblemButPaddingIsNot) {
    EXPECT_NE(read_all(write(gzip("기사") + "garbage")).problem, "");
    EXPECT_NE(read_all(write(zstd("기사") + "garbage")).problem, "");
    EXPECT_EQ(read_all(write(gzip("기사") + std::string(100, '\0'))).problem, "");
}

TEST_F(ByteSourceTest, CountsTheBytesTakenFromTheFile) {
    const std::string packed = gzip(long_text());
    const std::unique_ptr<ByteSource> source = open_byte_source(write(packed));
    std::vector<char> buffer(1 << 20U);

    EXPECT_EQ(source->bytes_taken(), 0U);
    while (source->read(buffer) > 0) {
        EXPECT_LE(source->bytes_taken(), packed.size());
    }
    EXPECT_EQ(source->bytes_taken(), packed.size());
}

TEST_F(ByteSourceTest, AMissingFileIsInputNotFoundAndAFolderCannotBeRead) {
    try {
        (void)open_byte_source(folder_.path() / "no.jsonl");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InputNotFound);
    }
    try {
        (void)open_byte_source(folder_.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
    }
}
}  // namespace
}  // namespace gisa::io
