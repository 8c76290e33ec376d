// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/document_files.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/segment/document_table.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
/// A batch of articles of these rows, each with as many words.
InvertedBatch batch_of(const std::vector<catalog::Row>& rows) {
    TermNumbers numbers;
    Inverter inverter;
    for (const catalog::Row row : rows) {
        AnalyzedArticle article{.row = row};
        article.terms.push_back({numbers.number("서약"), static_cast<std::uint32_t>(row)});
        article.published = std::chrono::sys_seconds(std::chrono::seconds(1'000 * row));
        article.title_letters = 300;
        article.story = std::string(8, static_cast<char>(row));
        inverter.add(article);
    }
    return std::move(inverter).finish(numbers);
}

void expect_rows(const std::filesystem::path& file, const std::vector<catalog::Row>& rows) {
    const segment::DocumentTable table(file);
    ASSERT_EQ(table.documents(), rows.size());
    for (std::uint32_t document = 1; document <= rows.size(); ++document) {
        const catalog::Row row = rows[document - 1];
        EXPECT_EQ(table.row(document), row);
        EXPECT_EQ(table.length(document), row);
        EXPECT_EQ(table.published(document)->time_since_epoch().count(), 1'000 * row);
        EXPECT_EQ(table.title_letters(document), segment::kMostTitleLetters);
        EXPECT_EQ(table.story(document), std::string(8, static_cast<char>(row)));
    }
}

TEST(DocumentFiles, PutBatchesAndThenFilesOneBehindTheOther) {
    const test::TempDir dir;
    const std::vector<InvertedBatch> first = {batch_of({3, 4}), batch_of({}), batch_of({9})};
    const std::vector<InvertedBatch> second = {batch_of({20, 70})};
    write_documents(dir.path() / "first", first);
    write_documents(dir.path() / "second", second);
    merge_documents({dir.path() / "first", dir.path() / "second"}, dir.path() / "merged");

    expect_rows(dir.path() / "first", {3, 4, 9});
    expect_rows(dir.path() / "second", {20, 70});
    expect_rows(dir.path() / "merged", {3, 4, 9, 20, 70});
}
}  // namespace
}  // namespace gisa::indexer
