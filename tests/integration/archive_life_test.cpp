// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an archive goes through in the years: merges, rebuilds, takedowns, damage, copies, and the
// files it is fed from.
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <gisa/archive_care.h>
#include <gisa/archive_status.h>
#include <gisa/article_versions.h>
#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
namespace fs = std::filesystem;
using test::article;
using test::found;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

IndexerOptions without_merging() {
    IndexerOptions options;
    options.merge = false;
    return options;
}

std::string night_id(int night, int number) {
    return "night-" + std::to_string(night) + "-" + std::to_string(number);
}

class ArchiveLife : public testing::Test {
  protected:
    /// A night of ten articles about the pledge, each with a word of its own.
    void night(int night, const IndexerOptions& options = {}) {
        std::vector<Article> articles;
        for (int i = 0; i < 10; ++i) {
            const std::string own = "사건" + std::to_string(night * 10 + i);
            articles.push_back(article(
                night_id(night, i), "서약 " + own, "워터마크 서약을 두고 " + own + " 소식을 전한다."
            ));
        }
        test::index(archive_, articles, options);
    }

    void nights(int count, const IndexerOptions& options = {}) {
        for (int i = 0; i < count; ++i) {
            night(i, options);
        }
    }

    [[nodiscard]] std::size_t segments() const { return read_status(archive_).segments.size(); }

    /// What searchers find for some queries. Articles that are equally good may change places.
    [[nodiscard]] std::set<std::string> seen() const {
        Searcher searcher(archive_);
        std::set<std::string> out;
        for (const char* query : {"서약", "워터마크 서약", "사건", "사건17", "소식을 전한다"}) {
            const auto result = searcher.search({.query = query, .limit = 500});
            for (const Hit& hit : result.hits) {
                out.insert(std::string(query) + "|" + hit.id + "|" + hit.snippet.text);
            }
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> damage() const {
        std::vector<std::string> found;
        for (const ArchiveProblem& problem : verify_archive(archive_).problems) {
            if (problem.is_damage) {
                found.push_back(problem.what + " -> " + problem.remedy);
            }
        }
        return found;
    }

    /// Whether the bytes stand in any file of a folder.
    [[nodiscard]] static bool holds_bytes(const fs::path& folder, const std::string& bytes) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) {
                continue;
            }
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            if (content.find(bytes) != std::string::npos) {
                return true;
            }
        }
        return false;
    }

    test::TempDir folder_;
    fs::path archive_ = folder_.path() / "archive";
};

// --- merging --------------------------------------------------------------------------------

TEST_F(ArchiveLife, NightsAreMergedAndNothingOfTheAnswersChanges) {
    nights(12, without_merging());
    ASSERT_EQ(segments(), 12U);
    const std::set<std::string> before = seen();

    const RunReport report = Indexer(archive_).merge_due();

    EXPECT_GT(report.merge.merged, 1U);
    EXPECT_LE(segments(), 4U);
    EXPECT_EQ(report.merge.segments, segments());
    EXPECT_TRUE(seen() == before);
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(ArchiveLife, EveryRunMergesWhatIsDue) {
    nights(20);

    EXPECT_LE(segments(), 5U);
    EXPECT_EQ(read_status(archive_).articles, 200U);
    EXPECT_EQ(read_status(archive_).runs.at(0).command, "add");
}

TEST_F(ArchiveLife, AFullMergeLeavesOneSegmentWithoutHiddenArticles) {
    nights(3, without_merging());
    {
        Indexer indexer(archive_, without_merging());
        indexer.remove(night_id(0, 3));
        indexer.put(article(night_id(1, 4), "새 제목", "고친 서약 기사"));
        indexer.commit();
    }
    const std::set<std::string> before = seen();

    const RunReport report = Indexer(archive_).merge_all();

    EXPECT_EQ(report.merge.purged, 2U);
    const ArchiveStatus status = read_status(archive_);
    ASSERT_EQ(status.segments.size(), 1U);
    EXPECT_EQ(status.segments[0].hidden, 0U);
    EXPECT_EQ(status.articles, 29U);
    EXPECT_TRUE(seen() == before);
    EXPECT_EQ(read_history(archive_, night_id(1, 4)).versions.size(), 2U) << "the catalog keeps it";
    EXPECT_EQ(Indexer(archive_).merge_all().merge.merged, 0U) << "nothing is left to do";
}

TEST_F(ArchiveLife, AMergeMakesADamagedSegmentAgainAndSaysSo) {
    nights(3, without_merging());
    const std::set<std::string> before = seen();
    const fs::path documents = archive_ / "segments" / "000002" / "documents.table";
    {
        std::fstream file(documents, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(fs::file_size(documents) - 1));
        file.put('\x5A');
    }
    fs::remove(archive_ / "segments" / "000003" / "words.lexicon");

    const RunReport report = Indexer(archive_).merge_all();

    EXPECT_THAT(
        report.warnings,
        ElementsAre(HasSubstr("000002/documents.table"), HasSubstr("000003/words.lexicon"))
    );
    EXPECT_EQ(segments(), 1U);
    EXPECT_TRUE(seen() == before);
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(ArchiveLife, AnArchiveWhoseArticlesAreAllRemovedCanBeMerged) {
    nights(1);
    {
        Indexer indexer(archive_);
        for (int i = 0; i < 10; ++i) {
            indexer.remove(night_id(0, i));
        }
        indexer.commit();
    }

    Indexer(archive_).merge_all();

    EXPECT_EQ(segments(), 0U);
    EXPECT_THAT(found(archive_, "서약"), IsEmpty());
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(ArchiveLife, AReaderKeepsItsSegmentsThroughMergesAndMovesOnWhenItRefreshes) {
    nights(3, without_merging());
    Searcher reader(archive_);
    const std::vector<std::string> before = found(reader, "서약", 100);

    Indexer(archive_).merge_all();

    EXPECT_EQ(found(reader, "서약", 100), before) << "it still reads the old ones";
    const auto folders = [this] {
        return std::distance(
            fs::directory_iterator(archive_ / "segments"), fs::directory_iterator()
        );
    };
    EXPECT_EQ(folders(), 4) << "the old ones stay while they are read";
    EXPECT_TRUE(reader.refresh());
    EXPECT_THAT(found(reader, "서약", 100), testing::UnorderedElementsAreArray(before));
    night(9);
    EXPECT_EQ(folders(), static_cast<long>(segments())) << "and go with the next run";
}

// --- rebuilding, verifying ------------------------------------------------------------------

TEST_F(ArchiveLife, ARebuildMakesTheSameAnswersFromTheCatalogAlone) {
    nights(4, without_merging());
    const std::set<std::string> before = seen();
    fs::remove_all(archive_ / "segments");
    EXPECT_THROW(Searcher{archive_}, Error);

    IndexerOptions options;
    options.to_rebuild = true;
    const RunReport report = Indexer(archive_, options).rebuild();

    EXPECT_EQ(report.merge.articles, 40U);
    EXPECT_EQ(segments(), 1U);
    EXPECT_TRUE(seen() == before);
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(ArchiveLife, VerifyLooksAtEverySampledWordAndIsContentWithASoundArchive) {
    nights(2, without_merging());

    const ArchiveCheck check = verify_archive(archive_);

    EXPECT_THAT(check.problems, IsEmpty());
    EXPECT_EQ(check.segments, 2U);
    EXPECT_EQ(check.articles, 20U);
    EXPECT_EQ(check.sampled, 20U);
}

TEST_F(ArchiveLife, VerifyFindsAFlippedByteAndAMissingFileAndRebuildMendsThem) {
    nights(2, without_merging());
    const std::set<std::string> before = seen();
    const fs::path postings = archive_ / "segments" / "000001" / "postings.glass";
    {
        std::fstream file(postings, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(fs::file_size(postings) / 2));
        file.put('\x5A');
    }
    fs::remove(archive_ / "segments" / "000002" / "words.lexicon");

    const std::vector<std::string> found = damage();
    EXPECT_THAT(found, testing::Contains(HasSubstr("000001")));
    EXPECT_THAT(found, testing::Contains(HasSubstr("000002")));
    EXPECT_THAT(found, testing::Each(HasSubstr("gisa-index rebuild")));

    IndexerOptions options;
    options.to_rebuild = true;
    Indexer(archive_, options).rebuild();
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_TRUE(seen() == before);
}

// --- taking down ----------------------------------------------------------------------------

TEST_F(ArchiveLife, WhatIsTakenDownIsGoneFromAnswersAtOnceAndFromTheDiskAfterTheMerge) {
    nights(2, without_merging());
    // Too short to be packed, so that its bytes can be looked for.
    test::index(
        archive_,
        {article("secret", "은비까비솔빛 판결", "은비까비솔빛"),
         article("other", "이웃", "이웃 기사")},
        without_merging()
    );
    ASSERT_TRUE(holds_bytes(archive_, "은비까비솔빛"));
    Searcher reader(archive_);
    ASSERT_THAT(found(reader, "은비까비솔빛"), ElementsAre("secret"));
    {
        Indexer indexer(archive_, without_merging());
        EXPECT_TRUE(indexer.take_down("secret", "법원 결정 2026-1"));
        EXPECT_THAT(found(reader, "은비까비솔빛"), IsEmpty()) << "also before the reader moves on";
        indexer.commit();
    }
    EXPECT_THAT(found(archive_, "은비까비솔빛"), IsEmpty());
    const ArchiveCheck before = verify_archive(archive_);
    ASSERT_EQ(before.problems.size(), 1U);
    EXPECT_FALSE(before.problems[0].is_damage);
    EXPECT_THAT(before.problems[0].what, HasSubstr("taken down"));

    reader = Searcher(archive_);
    Indexer(archive_).merge_due();
    reader.refresh();
    Indexer(archive_).commit();  // sweeps what the reader used

    EXPECT_FALSE(holds_bytes(archive_, "은비까비솔빛"));
    EXPECT_THAT(verify_archive(archive_).problems, IsEmpty());
    EXPECT_THAT(found(archive_, "이웃"), ElementsAre("other"));
    const ArticleHistory history = read_history(archive_, "secret");
    EXPECT_THAT(history.versions, IsEmpty());
    ASSERT_TRUE(history.takedown);
    EXPECT_EQ(history.takedown->reason, "법원 결정 2026-1");
}

TEST_F(ArchiveLife, WhatIsTakenDownDoesNotComeBackWithItsFile) {
    Indexer indexer(archive_);
    indexer.take_down("secret", "당사자 요청");
    indexer.commit();

    EXPECT_EQ(indexer.put(article("secret", "제목", "서약")), PutOutcome::TakenDown);
    EXPECT_EQ(indexer.commit().taken_down, 1U);
    EXPECT_THAT(found(archive_, "서약"), IsEmpty());
    EXPECT_TRUE(indexer.lift_takedown("secret"));
    EXPECT_EQ(indexer.put(article("secret", "제목", "서약")), PutOutcome::Added);
    indexer.commit();
    EXPECT_THAT(found(archive_, "서약"), ElementsAre("secret"));
}

// --- copies ---------------------------------------------------------------------------------

TEST_F(ArchiveLife, ASnapshotIsAnArchiveOfItsOwn) {
    nights(3, without_merging());
    const std::set<std::string> before = seen();
    const fs::path copy = folder_.path() / "copy";
    Indexer busy(archive_);
    busy.put(article("pending", "제목", "아직 보이지 않는 서약"));

    const std::uint64_t bytes = snapshot_archive(archive_, copy);
    busy.commit();
    fs::remove_all(archive_);
    archive_ = copy;

    EXPECT_GT(bytes, 10'000U);
    EXPECT_TRUE(seen() == before);
    EXPECT_THAT(damage(), IsEmpty());
    night(7);
    EXPECT_EQ(read_status(archive_).articles, 40U) << "the copy can be written to";
}

TEST_F(ArchiveLife, ASnapshotCanBeReadWhereNobodyMayWrite) {
    nights(1);
    const fs::path copy = folder_.path() / "copy";
    snapshot_archive(archive_, copy);
    for (const auto& entry : fs::recursive_directory_iterator(copy)) {
        fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::remove);
    }
    fs::permissions(copy, fs::perms::owner_write, fs::perm_options::remove);

    EXPECT_EQ(found(copy, "사건3").size(), 1U);
    EXPECT_EQ(std::distance(fs::directory_iterator(copy), fs::directory_iterator()), 2)
        << "and nothing is written beside it";

    fs::permissions(copy, fs::perms::owner_write, fs::perm_options::add);
}

TEST_F(ArchiveLife, ASnapshotIsNotPutWhereSomethingIs) {
    nights(1);
    const fs::path copy = folder_.path() / "copy";
    fs::create_directory(copy);
    std::ofstream(copy / "note.txt") << "mine";

    EXPECT_THROW(snapshot_archive(archive_, copy), Error);

    EXPECT_TRUE(fs::exists(copy / "note.txt"));
    fs::remove(copy / "note.txt");
    EXPECT_GT(snapshot_archive(archive_, copy), 0U) << "an empty folder is a place";
}

// --- files ----------------------------------------------------------------------------------

class ArchiveFiles : public ArchiveLife {
  protected:
    std::string file(const std::string& name, const std::vector<std::string>& lines) {
        const fs::path path = feed_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream out(path);
        for (const std::string& line : lines) {
            out << line << '\n';
        }
        return path.string();
    }

    static std::string line(const std::string& id, const std::string& body) {
        return R"({"id":")" + id + R"(","title":"제목","body":")" + body + R"("})";
    }

    RunReport add(const AddOptions& options = {}) {
        return Indexer(archive_).add({feed_.string()}, options);
    }

    fs::path feed_ = folder_.path() / "feed";
};

TEST_F(ArchiveFiles, UnchangedFilesAreNotReadAgain) {
    file("1.jsonl", {line("a", "서약"), line("b", "서약")});
    file("2.jsonl", {line("c", "서약")});
    EXPECT_EQ(add().added, 3U);

    file("2.jsonl", {line("c", "고친 서약"), line("d", "서약")});
    const RunReport second = add();

    EXPECT_EQ(second.unchanged_files, 1U);
    EXPECT_EQ(second.unchanged, 2U) << "the articles of that file";
    EXPECT_EQ(second.replaced, 1U);
    EXPECT_EQ(second.added, 1U);
}

TEST_F(ArchiveFiles, AFileThatWasOnlyTouchedIsKnownByItsContent) {
    const std::string path = file("1.jsonl", {line("a", "서약")});
    add();
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(1));

    EXPECT_EQ(add().unchanged_files, 1U);
    EXPECT_EQ(add().unchanged_files, 1U);
}

TEST_F(ArchiveFiles, OtherFieldNamesOrAWishReadAnUnchangedFileAgain) {
    file("1.jsonl", {R"({"id":"a","headline":"서약 제목","body":"본문"})"});
    add();

    AddOptions renamed;
    renamed.field_names = {{"headline", "title"}};
    EXPECT_EQ(add(renamed).replaced, 1U);
    EXPECT_EQ(add(renamed).unchanged_files, 1U);
    renamed.reread = true;
    const RunReport again = add(renamed);
    EXPECT_EQ(again.unchanged_files, 0U);
    EXPECT_EQ(again.unchanged, 1U);
}

TEST_F(ArchiveFiles, PruningRemovesWhatIsGoneFromTheFeed) {
    const std::string gone = file("1.jsonl", {line("a", "서약"), line("b", "서약")});
    file("2.jsonl", {line("c", "서약"), line("d", "서약")});
    file("3.jsonl", {line("e", "서약")});
    add();
    fs::remove(gone);
    file("2.jsonl", {line("c", "서약")});

    EXPECT_EQ(add().removed, 0U) << "without the wish nothing is removed";
    file("2.jsonl", {line("c", "서약"), line("f", "서약")});
    AddOptions prune;
    prune.prune = true;
    const RunReport report = add(prune);

    EXPECT_EQ(report.removed, 3U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("c", "e", "f"));
    EXPECT_EQ(add(prune).removed, 0U);
}

TEST_F(ArchiveFiles, AnArticleThatMovedToAnotherFileIsNotPruned) {
    const std::string old_place = file("1.jsonl", {line("a", "서약")});
    file("2.jsonl", {line("b", "서약")});
    add();
    fs::remove(old_place);
    file("3.jsonl", {line("a", "서약")});

    AddOptions prune;
    prune.prune = true;
    EXPECT_EQ(add(prune).removed, 0U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("a", "b"));
}

TEST_F(ArchiveFiles, AChangedArticleThatMovedToAnotherFileIsNotPruned) {
    const std::string vanishing = file("3.jsonl", {line("c", "서약"), line("d", "서약")});
    file("2.jsonl", {line("a", "서약"), line("b", "서약")});
    add();
    fs::remove(vanishing);
    file("1.jsonl", {line("a", "고친 서약"), line("c", "고친 서약")});
    file("2.jsonl", {line("b", "서약")});
    file("4.jsonl", {line("d", "고친 서약")});

    AddOptions prune;
    prune.prune = true;
    EXPECT_EQ(add(prune).removed, 0U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(found(archive_, "고친"), UnorderedElementsAre("a", "c", "d"));
}

class PruningFiles : public ArchiveFiles {
  protected:
    void SetUp() override {
        const std::string vanishing = file("1.jsonl", {line("a", "서약"), line("b", "서약")});
        file("2.jsonl", {line("c", "서약"), line("d", "서약")});
        add();
        fs::remove(vanishing);
        file("2.jsonl", {line("c", "고친 서약")});
        file("3.jsonl", {line("b", "고친 서약"), line("e", "서약")});
    }

    /// Adds with pruning; `at_stage` is called when the segment is being built and published.
    RunReport prune(const std::function<void(Progress::Stage)>& at_stage = {}) {
        IndexerOptions options;
        options.stop = stop_.get_token();
        if (at_stage) {
            options.on_progress = [&](const Progress& progress) { at_stage(progress.stage); };
        }
        return Indexer(archive_, options).add({feed_.string()}, {.prune = true});
    }

    std::stop_source stop_;
};

TEST_F(PruningFiles, TakeEffectTogetherWithWhatTheirRunBrings) {
    int looks = 0;
    const RunReport report = prune([&](Progress::Stage stage) {
        if (stage == Progress::Stage::Indexing || stage == Progress::Stage::Publishing) {
            ++looks;
            EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("a", "b", "c", "d"));
            EXPECT_THAT(found(archive_, "고친"), IsEmpty());
        }
    });

    EXPECT_GE(looks, 2);
    EXPECT_EQ(report.removed, 2U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("b", "c", "e"));
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(PruningFiles, ArePrunedByTheNextRunWhenOneIsInterrupted) {
    EXPECT_THROW(
        prune([this](Progress::Stage stage) {
            if (stage == Progress::Stage::Indexing) {
                stop_.request_stop();
            }
        }),
        Error
    );
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("a", "b", "c", "d"));

    stop_ = std::stop_source();
    const RunReport report = prune();

    EXPECT_EQ(report.removed, 2U);
    EXPECT_EQ(report.resumed, 3U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("b", "c", "e"));
    EXPECT_EQ(prune().unchanged_files, 2U);
}

TEST_F(ArchiveFiles, RejectedRecordsAreTriedAgainAndThenRejectedNoMore) {
    file("1.jsonl", {R"({"nr":"a","title":"서약","body":"본문"})", "{ broken", line("b", "서약")});
    EXPECT_EQ(add().rejected, 2U);

    AddOptions renamed;
    renamed.field_names = {{"nr", "id"}};
    const RunReport report = Indexer(archive_).retry(renamed);

    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.rejected, 1U);
    EXPECT_THAT(found(archive_, "서약"), UnorderedElementsAre("a", "b"));
    EXPECT_EQ(read_status(archive_).rejected, 1U);
}

TEST_F(ArchiveFiles, TooManyRejectedRecordsFailTheRunAndKeepNothingOfIt) {
    file("1.jsonl", {line("a", "서약"), "{ broken", "{ too", line("b", "서약")});
    AddOptions strict;
    strict.max_rejected = 1;

    EXPECT_THROW(add(strict), Error);

    EXPECT_EQ(read_status(archive_).pending, 0U);
    EXPECT_THAT(read_status(archive_).runs.at(0).problem, HasSubstr("rejected"));
    strict.max_rejected = 2;
    EXPECT_EQ(add(strict).added, 2U) << "the file counts as unread";
}

TEST_F(ArchiveFiles, AStoppedRunKeepsWhatItStoredAndTheNextOneGoesOnThere) {
    std::vector<std::string> lines;
    for (int i = 0; i < 50; ++i) {
        lines.push_back(line("id-" + std::to_string(i), "서약"));
    }
    file("1.jsonl", lines);
    file("2.jsonl", {line("last", "서약")});
    std::stop_source stop;
    IndexerOptions options;
    options.stop = stop.get_token();
    options.on_progress = [&stop](const Progress& progress) {
        if (progress.stage == Progress::Stage::Indexing) {
            stop.request_stop();
        }
    };
    try {
        Indexer(archive_, options).add({feed_.string()});
        FAIL() << "it was not stopped";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Interrupted);
    }
    EXPECT_EQ(read_status(archive_).pending, 51U);

    const RunReport report = add();

    EXPECT_EQ(report.unchanged_files, 2U) << "what is stored is not read again";
    EXPECT_EQ(report.resumed, 51U);
    EXPECT_EQ(read_status(archive_).articles, 51U);
}

TEST_F(ArchiveLife, ADryStatusTellsOfVersionsGapsAndTakedowns) {
    using namespace std::chrono_literals;
    std::vector<Article> articles;
    for (const int day : {1, 2, 5, 9}) {
        articles.push_back(article("d" + std::to_string(day), "제목", "서약"));
        articles.back().published = std::chrono::sys_days(std::chrono::year(2024) / 5 / day) + 1h;
    }
    test::index(archive_, articles);
    articles[0].body = "고친 서약";
    test::index(archive_, {articles[0]});

    const ArchiveStatus status = read_status(archive_);

    EXPECT_EQ(status.versions, 1U);
    ASSERT_EQ(status.publishers.size(), 1U);
    EXPECT_EQ(status.publishers[0].empty_days, 5U);
    ASSERT_EQ(status.publishers[0].gaps.size(), 2U);
    EXPECT_EQ(status.publishers[0].gaps[0].first, std::chrono::year(2024) / 5 / 6);
    EXPECT_EQ(status.publishers[0].gaps[0].last, std::chrono::year(2024) / 5 / 8);
    EXPECT_GT(status.free_bytes, 0U);
}

TEST(ManyIds, AreFoundAndReplacedAfterTheyMovedFromTheRecentOnes) {
    constexpr int kArticles = 20'100;  // from 20,000 on they move
    const test::TempDir dir;
    std::vector<Article> articles;
    for (int i = 0; i < kArticles; ++i) {
        articles.push_back(test::article("id" + std::to_string(i), "서약", ""));
    }
    {
        Indexer indexer(dir.path());
        for (const Article& one : articles) {
            indexer.put(one);
        }
        indexer.commit();
        EXPECT_EQ(indexer.put(articles.front()), PutOutcome::Unchanged);
        EXPECT_EQ(indexer.put(test::article("id7", "다른 제목", "")), PutOutcome::Replaced);
        indexer.commit();
        EXPECT_TRUE(indexer.remove("id8"));
        indexer.commit();
    }
    Searcher searcher(dir.path());
    EXPECT_EQ(searcher.article("id7")->title, "다른 제목");
    EXPECT_FALSE(searcher.article("id8").has_value());
    EXPECT_EQ(searcher.article("id20099")->title, "서약");
    EXPECT_TRUE(verify_archive(dir.path()).problems.empty());
}
}  // namespace
}  // namespace gisa
