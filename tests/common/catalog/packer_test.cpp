// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/packer.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "common/catalog/catalog.h"
#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
/// News that share their phrases, each with something of its own.
std::string news(int number) {
    const std::string own = std::to_string(number * 7919 % 100'003);
    return "서울시는 " + own
           + "일 오전 시청에서 기자회견을 열고 시민 안전 대책을 발표했다. 담당자는 예산 " + own
           + "억 원을 들여 내년 상반기까지 사업을 마무리하겠다고 밝혔다.";
}

std::vector<std::string> many_news() {
    std::vector<std::string> texts;
    for (int i = 0; i < 3'000; ++i) {
        texts.push_back(news(i));
    }
    return texts;
}

TEST(Packer, GivesBackWhatItPackedAndRefusesTheRest) {
    Packer packer;
    std::vector<std::byte> buffer;
    const std::string text =
        "같은 말을 같은 말을 같은 말을 같은 말을 같은 말을 같은 말을 되풀이한다";
    std::string got = "옛것";

    const Blob packed = packer.pack(text, buffer);

    EXPECT_LT(packed.size(), text.size());
    EXPECT_TRUE(packer.unpack(packed, got));
    EXPECT_EQ(got, text);
    EXPECT_FALSE(packer.unpack(packed.first(packed.size() - 1), got));
    EXPECT_FALSE(packer.unpack(packed.subspan(1), got));
    EXPECT_TRUE(packer.unpack(packer.pack("", buffer), got));
    EXPECT_EQ(got, "");
}

TEST(Packer, PacksShortTextsSmallerWithADictionaryOfTheirKind) {
    const std::vector<std::byte> dictionary = make_packing_dictionary(1, many_news());
    ASSERT_FALSE(dictionary.empty());
    std::vector<std::byte> buffer;
    Packer packer;
    const std::size_t without = packer.pack(news(5'000), buffer).size();
    packer.pack_with(dictionary);

    const Blob packed = packer.pack(news(5'000), buffer);

    EXPECT_LT(packed.size(), without / 2);
    EXPECT_EQ(Packer::needed(packed), 1U);
    std::string text;
    EXPECT_FALSE(packer.unpack(packed, text)) << "the dictionary is not known for unpacking yet";
    packer.learn(1, dictionary);
    EXPECT_TRUE(packer.unpack(packed, text));
    EXPECT_EQ(text, news(5'000));
}

TEST(PackingDictionary, IsTheSameForTheSameSamples) {
    EXPECT_EQ(make_packing_dictionary(1, many_news()), make_packing_dictionary(1, many_news()));
}

TEST(PackingDictionary, HoldsNoLongPieceOfASample) {
    std::vector<std::string> samples = many_news();
    std::string secret;
    for (int i = 0; i < 60; ++i) {
        secret += "비밀" + std::to_string(i * 7919) + "문장";
    }
    for (int i = 0; i < 50; ++i) {
        samples.push_back(secret);  // often enough to be learned
    }
    const std::vector<std::byte> dictionary = make_packing_dictionary(1, samples);
    std::string held(dictionary.size(), ' ');
    std::transform(dictionary.begin(), dictionary.end(), held.begin(), [](std::byte byte) {
        return static_cast<char>(byte);
    });

    constexpr std::size_t kTwoPieces = 192;
    for (std::size_t at = 0; at + kTwoPieces <= secret.size(); ++at) {
        ASSERT_EQ(held.find(secret.substr(at, kTwoPieces)), std::string::npos) << at;
    }
}

TEST(PackingDictionary, OfTooFewSamplesIsNone) {
    EXPECT_TRUE(make_packing_dictionary(1, {"짧은 글"}).empty());
    EXPECT_TRUE(make_packing_dictionary(1, {}).empty());
}

TEST(CatalogPacking, LearnsFromTheArchiveAndReadsWhatItPackedBefore) {
    gisa::test::TempDir folder;
    {
        Catalog catalog(folder.path() / "archive", Access::ReadWrite);
        const std::uint64_t run = catalog.begin_run("add", "");
        for (int group = 0; group < 3; ++group) {
            catalog.begin();
            for (int i = 0; i < 1'000; ++i) {
                const int number = group * 1'000 + i;
                catalog.put(test::short_article(std::to_string(number), news(number)), run);
            }
            catalog.commit();
        }
        test::publish_pending(catalog);
        EXPECT_EQ(catalog.article(1)->body, news(0)) << "packed before the dictionary";
        EXPECT_EQ(catalog.article(2'999)->body, news(2'998)) << "packed with it";
    }
    const Catalog reader(folder.path() / "archive", Access::ReadOnly);
    EXPECT_EQ(reader.article(2'999)->body, news(2'998));
    EXPECT_EQ(reader.article(1)->body, news(0));
}
}  // namespace
}  // namespace gisa::catalog
