// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/article_reader.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "tests/support/compressed_file.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kTwoArticles =
    "{\"id\":\"a\",\"body\":\"하나\"}\n{\"id\":\"b\",\"body\":\"둘\"}\n";

struct Content {
    std::vector<std::string> ids;
    std::vector<RejectedRecord> rejected;
};

Content read_all(const Source& source, const AddOptions& options = {}) {
    const std::unique_ptr<ArticleReader> reader = open_source(source, options);
    Content content;
    for (;;) {
        ReadOutcome outcome = reader->next();
        if (const auto* article = std::get_if<Article>(&outcome)) {
            content.ids.push_back(article->id);
        } else if (const auto* record = std::get_if<RejectedRecord>(&outcome)) {
            content.rejected.push_back(*record);
        } else {
            break;
        }
    }
    EXPECT_TRUE(std::holds_alternative<EndOfInput>(reader->next())) << "the end stays the end";
    return content;
}

class ReadTest : public testing::Test {
  protected:
    std::string write(const std::string& name, std::string_view bytes) {
        const std::filesystem::path path = folder_.path() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    [[nodiscard]] std::vector<std::string> names_of(const std::vector<Source>& sources) const {
        std::vector<std::string> names;
        for (const Source& source : sources) {
            names.push_back(std::filesystem::relative(source.path, folder_.path()).string());
        }
        return names;
    }

    template <typename Act>
    static ErrorCode failure(Act act) {
        try {
            act();
        } catch (const Error& error) {
            EXPECT_FALSE(error.hint().empty()) << error.what();
            return error.code();
        }
        ADD_FAILURE() << "nothing was thrown";
        return ErrorCode::Configuration;
    }

    gisa::test::TempDir folder_;
};

// --- sources ---

using ListSources = ReadTest;

TEST_F(ListSources, WalksFoldersInByteOrderAndSkipsHiddenAndOtherFiles) {
    for (const char* name :
         {"in/b.jsonl",
          "in/A.NDJSON.gz",
          "in/10/x.json.zst",
          "in/9.json",
          "in/notes.txt",
          "in/.hidden.jsonl",
          "in/.git/x.jsonl",
          "in/jsonl"}) {
        write(name, "12345");
    }

    const std::vector<Source> sources = list_sources({(folder_.path() / "in").string()});

    EXPECT_THAT(
        names_of(sources),
        ElementsAre("in/10/x.json.zst", "in/9.json", "in/A.NDJSON.gz", "in/b.jsonl")
    );
    EXPECT_EQ(sources[0].bytes, 5U);
}

TEST_F(ListSources, KeepsTheOrderOfInputsAndTakesAnyFileNamed) {
    const std::string odd = write("odd.dat", "1");
    const std::string hidden = write(".hidden", "22");

    const std::vector<Source> sources = list_sources({odd, "-", hidden});

    ASSERT_EQ(sources.size(), 3U);
    EXPECT_EQ(sources[0].path, odd);
    EXPECT_EQ(sources[1].path, "-");
    EXPECT_EQ(sources[1].bytes, 0U);
    EXPECT_EQ(sources[2].bytes, 2U);
}

TEST_F(ListSources, AFolderMayBeNamedWithADotInFront) {
    write(".archive/a.jsonl", "1");

    EXPECT_EQ(list_sources({(folder_.path() / ".archive").string()}).size(), 1U);
}

TEST_F(ListSources, AMissingPathOrAFolderWithoutArticlesIsInputNotFound) {
    write("in/notes.txt", "1");

    EXPECT_EQ(failure([] { (void)list_sources({"/nonexistent"}); }), ErrorCode::InputNotFound);
    EXPECT_EQ(
        failure([this] { (void)list_sources({folder_.path().string()}); }), ErrorCode::InputNotFound
    );
}

// --- formats ---

using OpenSource = ReadTest;

TEST_F(OpenSource, ReadsPlainAndCompressedFilesWhateverTheirNames) {
    for (const std::string& bytes :
         {std::string(kTwoArticles),
          gisa::test::gzip(kTwoArticles),
          gisa::test::zstd(kTwoArticles)}) {
        for (const char* name : {"a.jsonl", "a.json.gz", "a.ndjson.zst", "a.dat"}) {
            const Content content = read_all({write(name, bytes)});
            EXPECT_THAT(content.ids, ElementsAre("a", "b")) << name;
            EXPECT_THAT(content.rejected, IsEmpty()) << name;
        }
    }
}

TEST_F(OpenSource, AnEmptyFileIsNoProblem) {
    const Content content = read_all({write("a.jsonl", "")});

    EXPECT_THAT(content.ids, IsEmpty());
    EXPECT_THAT(content.rejected, IsEmpty());
}

TEST_F(OpenSource, ASourceInNoKnownFormatIsOneRejectedRecord) {
    const std::string path = write("thesis.pdf", "%PDF-1.7\n%\xE2\xE3\n1 0 obj\n");

    const Content content = read_all({path});

    ASSERT_EQ(content.rejected.size(), 1U);
    EXPECT_EQ(content.rejected[0].source, path);
    EXPECT_EQ(content.rejected[0].line, 0U);
    EXPECT_THAT(content.rejected[0].text, HasSubstr("PDF"));
}

TEST_F(OpenSource, AFormatAskedForOverrulesTheGuess) {
    const Content content =
        read_all({write("x.pdf", "%PDF\n{\"id\":1,\"body\":\"x\"}")}, {.format = "jsonl"});

    EXPECT_THAT(content.ids, ElementsAre("1"));
    EXPECT_EQ(content.rejected.size(), 1U);
}

TEST_F(OpenSource, UnknownFormatsAndFieldsAreInvalidAndMissingFilesNotFound) {
    const Source good{write("a.jsonl", kTwoArticles)};

    EXPECT_EQ(
        failure([&] { (void)open_source(good, {.format = "xml"}); }), ErrorCode::InvalidArgument
    );
    EXPECT_EQ(
        failure([&] {
            (void)open_source(good, {.field_names = {{"headline", "titel"}}});
        }),
        ErrorCode::InvalidArgument
    );
    EXPECT_EQ(failure([&] { (void)open_source({"/nonexistent"}, {}); }), ErrorCode::InputNotFound);
}

TEST_F(OpenSource, ReadsStandardInputCompressedOrNot) {
    for (const std::string& bytes : {std::string(kTwoArticles), gisa::test::gzip(kTwoArticles)}) {
        const std::string path = write("stdin", bytes);
        const pid_t child = fork();
        if (child == 0) {
            if (std::freopen(path.c_str(), "rb", stdin) == nullptr) {
                _exit(2);
            }
            _exit(read_all({"-"}).ids.size() == 2 ? 0 : 1);
        }
        int status = -1;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
}

TEST_F(OpenSource, CountsTheBytesOfTheFileItself) {
    const std::string packed =
        gisa::test::zstd(std::string(kTwoArticles) + std::string(100'000, ' '));
    const std::unique_ptr<ArticleReader> reader = open_source({write("a.zst", packed)}, {});

    EXPECT_LE(reader->bytes_read(), packed.size());
    while (!std::holds_alternative<EndOfInput>(reader->next())) {
    }
    EXPECT_EQ(reader->bytes_read(), packed.size());
}

// --- broken sources ---

using BrokenSource = ReadTest;

TEST_F(BrokenSource, EveryBadRecordIsToldWithItsLineAndTheRestIsRead) {
    const std::string path = GISA_SOURCE_DIR "/tests/data/broken.jsonl";
    const std::vector<std::pair<std::uint64_t, std::string>> expected = {
        {2, "not UTF-8 at column 27"},
        {3, "a NUL byte at column 27"},
        {4, "body holds a NUL character"},
        {5,
         "not JSON at column 38: invalid string: surrogate U+D800..U+DBFF must be followed"
         " by U+DC00..U+DFFF"},
        {7, "not JSON at column 28: invalid string: missing closing quote"},
        {8, "a list, not an object"},
        {9, "no id"},
        {10, "neither title nor body"},
        {11, "title is a number, not a text"},
        {12, "date \"2024-02-30\" is no date in ISO 8601"},
        {14, "the same id as line 1"},
    };

    const Content content = read_all({path});

    EXPECT_THAT(content.ids, ElementsAre("good-1", "good-2", "good-3"));
    ASSERT_EQ(content.rejected.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(content.rejected[i].source, path);
        EXPECT_EQ(content.rejected[i].line, expected[i].first);
        EXPECT_EQ(content.rejected[i].reason, expected[i].second);
        EXPECT_FALSE(content.rejected[i].text.empty());
    }
}

TEST_F(BrokenSource, ALineOfTwentyMegabytesIsRejectedAndTheRestIsRead) {
    const std::string body(20'000'000, 'x');
    const std::string path = write(
        "a.jsonl",
        "{\"id\":1,\"body\":\"x\"}\n{\"id\":2,\"body\":\"" + body
            + "\"}\n{\"id\":3,\"body\":\"x\"}\n"
    );

    const Content content = read_all({path});

    EXPECT_THAT(content.ids, ElementsAre("1", "3"));
    ASSERT_EQ(content.rejected.size(), 1U);
    EXPECT_EQ(content.rejected[0].line, 2U);
    EXPECT_EQ(content.rejected[0].reason, "longer than 16 MiB");
    EXPECT_LE(content.rejected[0].text.size(), 4096U);
}

TEST_F(BrokenSource, ATruncatedCompressedFileGivesWhatItHasAndSaysSo) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = std::to_string(i);
        text += R"({"id":)" + number + R"(,"body":"기사 )" + std::to_string(i * 7919L % 10'007)
                + "\"}\n";
    }
    for (const auto& pack : {gisa::test::gzip, gisa::test::zstd}) {
        const std::string packed = pack(text);

        const Content content =
            read_all({write("a.jsonl.gz", packed.substr(0, packed.size() * 2 / 3))});

        EXPECT_GT(content.ids.size(), 5'000U);
        EXPECT_LT(content.ids.size(), 20'000U);
        ASSERT_EQ(content.rejected.size(), 1U);
        EXPECT_EQ(content.rejected[0].line, content.ids.size() + 1);
        EXPECT_THAT(content.rejected[0].reason, HasSubstr("the source ends in the middle of a"));
    }
}

TEST_F(BrokenSource, JsonOverSeveralLinesIsOneRejectedRecord) {
    for (const char* text : {"[\n {\"id\":1,\n \"body\":\"x\"}\n]\n", "\n{\n \"id\":1\n}\n"}) {
        const Content content = read_all({write("a.json", text)});

        EXPECT_THAT(content.ids, IsEmpty());
        ASSERT_EQ(content.rejected.size(), 1U) << text;
        EXPECT_THAT(content.rejected[0].reason, HasSubstr("one object on each line"));
    }
}

TEST_F(BrokenSource, ARepeatedRecordIsToldApartFromARepeatedId) {
    const std::string path = write(
        "a.jsonl",
        "{\"id\":\"a\",\"body\":\"x\"}\n{\"id\":\"a\"}\n{\"id\":\"a\",\"body\":\"x\"}\n"
        "{\"id\":\"a\",\"body\":\"y\"}\n"
    );

    const Content content = read_all({path});

    EXPECT_THAT(content.ids, ElementsAre("a"));
    ASSERT_EQ(content.rejected.size(), 3U);
    EXPECT_EQ(content.rejected[0].reason, "neither title nor body");
    EXPECT_EQ(content.rejected[1].reason, "the same record as line 1");
    EXPECT_EQ(content.rejected[2].reason, "the same id as line 1");
}
}  // namespace
}  // namespace gisa::indexer
