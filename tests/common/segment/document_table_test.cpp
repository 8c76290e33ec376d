// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/document_table.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::segment {
namespace {
using std::chrono::seconds;
using std::chrono::sys_seconds;

class DocumentTableTest : public ::testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path file() const { return dir_.path() / "documents.table"; }

    [[nodiscard]] DocumentTable written(const std::vector<DocumentRecord>& records) const {
        const auto record = [&records](std::uint32_t document) { return records[document - 1]; };
        write_document_table(file(), {{static_cast<std::uint32_t>(records.size()), record}});
        return DocumentTable(file());
    }

    void overwrite(std::streamoff at, const std::string& bytes) const {
        std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(at);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    test::TempDir dir_;
};

void expect_equal(const DocumentRecord& read, const DocumentRecord& written) {
    EXPECT_EQ(read.row, written.row);
    EXPECT_EQ(read.published, written.published) << written.row;
    EXPECT_EQ(read.length, written.length) << written.row;
    EXPECT_EQ(read.title_letters, written.title_letters) << written.row;
    EXPECT_EQ(read.story, written.story) << written.row;
}

TEST_F(DocumentTableTest, GivesBackWhatWasWritten) {
    const std::vector<DocumentRecord> records = {
        {3, sys_seconds(seconds(0)), 1, 1, std::string(16, 'a')},
        {4, sys_seconds(seconds(-62'135'596'800)), 70'000, 255, std::string(8, 'b')},
        {900, std::nullopt, 0, 0, ""},
        {1'000'000'000'000, sys_seconds(seconds(253'402'300'799)), 12, 30, std::string(16, '\xFF')},
    };
    const DocumentTable table = written(records);

    ASSERT_EQ(table.documents(), records.size());
    for (std::uint32_t document = 1; document <= records.size(); ++document) {
        expect_equal(table.record(document), records[document - 1]);
    }
}

TEST_F(DocumentTableTest, TakesNoMoreBytesThanTheNumbersNeed) {
    std::vector<DocumentRecord> records;
    for (int i = 0; i < 250; ++i) {
        records.push_back({5'000'000 + i, sys_seconds(seconds(1'700'000'000 + i)), 300, 40, ""});
    }
    static_cast<void>(written(records));

    constexpr std::uint64_t kHeader = 80;
    constexpr std::uint64_t kOfADocument = 4 + 16;
    EXPECT_EQ(std::filesystem::file_size(file()), kHeader + 250 * kOfADocument);
}

TEST_F(DocumentTableTest, HoldsLongTitlesToTheirBound) {
    EXPECT_EQ(written({{1, {}, 1, 256, ""}}).title_letters(1), kMostTitleLetters);
}

TEST_F(DocumentTableTest, FindsRowsWhereverTheyAreMissing) {
    std::vector<DocumentRecord> records;
    for (const catalog::Row row : {7, 8, 9, 12, 500, 501, 502, 503, 9'000}) {
        records.push_back({row, {}, 1, 1, ""});
    }
    const DocumentTable table = written(records);

    std::uint32_t found = 0;
    for (catalog::Row row = 0; row < 9'010; ++row) {
        const std::uint32_t document = table.find(row);
        if (document != 0) {
            EXPECT_EQ(document, ++found);
            EXPECT_EQ(table.row(document), row);
        }
    }
    EXPECT_EQ(found, records.size());
    EXPECT_EQ(table.find(std::numeric_limits<catalog::Row>::max()), 0U);
}

TEST_F(DocumentTableTest, HasNoDocumentsOfNoParts) {
    write_document_table(file(), {});

    const DocumentTable table(file());
    EXPECT_EQ(table.documents(), 0U);
    EXPECT_EQ(table.find(1), 0U);
}

TEST_F(DocumentTableTest, RefusesAFileThatIsNotWhole) {
    const auto expect_refused = [this] {
        try {
            static_cast<void>(DocumentTable(file()));
            FAIL() << "it was read";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::ArchiveCorrupt);
            EXPECT_NE(std::string(error.hint()).find("rebuild"), std::string::npos);
        }
    };
    expect_refused();
    for (const std::uintmax_t kept : {std::uintmax_t{0}, std::uintmax_t{79}, std::uintmax_t{99}}) {
        static_cast<void>(written({{1, {}, 1, 1, "12345678"}}));
        std::filesystem::resize_file(file(), kept);
        expect_refused();
    }
    constexpr std::streamoff kDocuments = 8;
    constexpr std::streamoff kWidthOfRows = 24;
    for (const auto& [at, bytes] :
         {std::pair<std::streamoff, std::string>(0, "GISADOC2"),
          {kDocuments, std::string(8, '\xFF')},
          {kDocuments, std::string(1, '\2')},
          {kWidthOfRows, std::string(1, '\0')},
          {kWidthOfRows, std::string(1, '\x09')}}) {
        static_cast<void>(written({{1, {}, 1, 1, "12345678"}}));
        overwrite(at, bytes);
        expect_refused();
    }
}
}  // namespace
}  // namespace gisa::segment
