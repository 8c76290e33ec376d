// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/biword_files.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "common/segment/biword_lists.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
using schema::Biword;
using segment::BiwordLists;
using segment::Documents;

/// Which biwords each document of a batch has.
using Batch = std::vector<std::vector<Biword>>;

InvertedBatch inverted(const Batch& batch) {
    TermNumbers numbers;
    Inverter inverter;
    for (const std::vector<Biword>& biwords : batch) {
        AnalyzedArticle article{.row = 1};
        article.biwords = biwords;
        inverter.add(article);
    }
    return std::move(inverter).finish(numbers);
}

std::filesystem::path written(
    const test::TempDir& dir, const std::string& name, const std::vector<Batch>& batches
) {
    std::vector<InvertedBatch> all;
    for (const Batch& batch : batches) {
        all.push_back(inverted(batch));
    }
    std::filesystem::path file = dir.path() / name;
    write_biwords(file, all);
    return file;
}

/// Documents with biwords by chance: one is everywhere, some are frequent, most are rare.
Batch by_chance(std::uint32_t seed, std::size_t documents) {
    std::mt19937 random(seed);
    Batch batch(documents);
    for (std::vector<Biword>& biwords : batch) {
        biwords.push_back(0);
        for (const Biword biword : {Biword{1}, Biword{2}, Biword{16}}) {
            if (random() % (biword * 3) == 0) {
                biwords.push_back(biword);
            }
        }
        biwords.push_back(static_cast<Biword>(17 + random() % (schema::kBiwords - 17)));
    }
    return batch;
}

void expect_documents(const BiwordLists& lists, const Batch& expected) {
    ASSERT_EQ(lists.documents(), expected.size());
    std::vector<Documents> with(schema::kBiwords);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        for (const Biword biword : expected[i]) {
            with[biword].push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    for (std::size_t biword = 0; biword < schema::kBiwords; ++biword) {
        ASSERT_EQ(lists.with(static_cast<Biword>(biword)), with[biword]) << biword;
    }
}

TEST(BiwordFiles, GiveTheDocumentsOfEachBiword) {
    const test::TempDir dir;
    const Batch batch = by_chance(1, 3'000);
    expect_documents(BiwordLists(written(dir, "lists", {batch})), batch);
}

TEST(BiwordFiles, NumberTheDocumentsOfBatchesOneBehindTheOther) {
    const test::TempDir dir;
    Batch all;
    const std::vector<Batch> batches = {by_chance(1, 7), {}, {{}, {5}}, by_chance(2, 400)};
    for (const Batch& batch : batches) {
        all.insert(all.end(), batch.begin(), batch.end());
    }
    expect_documents(BiwordLists(written(dir, "lists", batches)), all);
}

TEST(BiwordFiles, AreTheSameMergedAndWrittenAtOnce) {
    const test::TempDir dir;
    const Batch first = by_chance(1, 90);
    const Batch second = by_chance(2, 1);
    const Batch third = by_chance(3, 5'000);
    const std::filesystem::path merged = dir.path() / "merged";
    merge_biwords({written(dir, "1", {first}), written(dir, "2", {second, third})}, merged);

    const std::filesystem::path at_once = written(dir, "at once", {first, second, third});
    const auto bytes = [](const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    EXPECT_EQ(bytes(merged), bytes(at_once));
}

TEST(BiwordFiles, TakeLittleMoreThanSevenBitsForADocument) {
    const test::TempDir dir;
    constexpr std::size_t kDocuments = 2'000;
    constexpr std::size_t kEach = 370;
    std::mt19937 random(1);
    Batch batch(kDocuments);
    for (std::vector<Biword>& biwords : batch) {
        for (std::size_t i = 0; i < kEach; ++i) {
            biwords.push_back(static_cast<Biword>(i * 44 + random() % 44));
        }
    }
    const auto bytes = std::filesystem::file_size(written(dir, "lists", {batch}));
    constexpr std::size_t kFront = 8'300 + schema::kBiwords * 4;
    EXPECT_LT((bytes - kFront) * 8, kDocuments * kEach * 7);
}

TEST(BiwordFiles, CutShortAreRefused) {
    const test::TempDir dir;
    const std::filesystem::path file = written(dir, "lists", {by_chance(1, 500)});
    const auto size = std::filesystem::file_size(file);
    for (const std::uintmax_t left : {std::uintmax_t{0}, std::uintmax_t{100}, size - 1}) {
        std::filesystem::resize_file(file, left);
        EXPECT_THROW(BiwordLists{file}, Error) << left;
    }
}

TEST(BiwordFiles, DamagedInsideAreReadWithinTheirBounds) {
    const test::TempDir dir;
    const std::filesystem::path file = written(dir, "lists", {by_chance(1, 500)});
    const auto size = static_cast<std::uint32_t>(std::filesystem::file_size(file));
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        {
            std::fstream damaged(file, std::ios::binary | std::ios::in | std::ios::out);
            damaged.seekp(16 + random() % (size - 16));
            damaged.put(static_cast<char>(random()));
        }
        try {
            const BiwordLists lists(file);
            for (std::size_t biword = 0; biword < schema::kBiwords; biword += 7) {
                for (const std::uint32_t document : lists.with(static_cast<Biword>(biword))) {
                    ASSERT_LE(document, lists.documents());
                }
            }
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::ArchiveCorrupt);
        }
    }
}
}  // namespace
}  // namespace gisa::indexer
