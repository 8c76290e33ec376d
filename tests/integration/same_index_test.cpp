// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"

namespace gisa {
namespace {
const std::filesystem::path kCorpus = std::filesystem::path(GISA_SOURCE_DIR) / "corpus";

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

RunReport index_corpus(
    const std::filesystem::path& archive, unsigned threads, std::uint64_t batch_bytes
) {
    Indexer indexer(
        archive,
        {.dictionary = {}, .threads = threads, .batch_bytes = batch_bytes, .on_progress = {}}
    );
    return indexer.add({(kCorpus / "korean.jsonl").string(), (kCorpus / "english.jsonl").string()});
}

TEST(SameIndex, WhateverTheNumberOfThreads) {
    const test::TempDir one;
    const test::TempDir many;

    index_corpus(one.path(), 1, 2'000);
    index_corpus(many.path(), 4, 2'000);

    for (const char* file :
         {"segments/000001/words.lexicon",
          "segments/000001/biwords.lists",
          "segments/000001/documents.table"}) {
        EXPECT_EQ(content(one.path() / file), content(many.path() / file)) << file;
    }
    Searcher first(one.path());
    Searcher second(many.path());
    for (const char* query : {"서약", "정상회의", "watermark", "누리호 발사", "date:2024-05"}) {
        const SearchResponse a = first.search({.query = query, .limit = 50});
        const SearchResponse b = second.search({.query = query, .limit = 50});
        ASSERT_EQ(a.hits.size(), b.hits.size()) << query;
        for (std::size_t i = 0; i < a.hits.size(); ++i) {
            EXPECT_EQ(a.hits[i].id, b.hits[i].id) << query;
            EXPECT_DOUBLE_EQ(a.hits[i].score, b.hits[i].score) << query;
        }
    }
}

TEST(SameIndex, MergesManyBatchesIntoOneSegment) {
    const test::TempDir folder;

    const RunReport report = index_corpus(folder.path(), 2, 1);

    EXPECT_EQ(report.rejected, 0U);
    EXPECT_GE(report.added, 60U) << "more batches than are merged at once";
    Searcher searcher(folder.path());
    EXPECT_EQ(
        searcher.search({.query = "*", .limit = 0, .exact_count = true}).total.estimate,
        report.added
    );
}
}  // namespace
}  // namespace gisa
