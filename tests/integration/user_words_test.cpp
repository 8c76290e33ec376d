// SPDX-License-Identifier: GPL-2.0-or-later
//
// A user's dictionary on its whole way: set, used by both sides, changed, taken away, interrupted.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/archive_status.h>
#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>
#include <gisa/user_words.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using test::article;
using test::found;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr std::string_view kWords = "윤슬빛나래\n세종시 세종 시\n";

std::vector<Article> articles() {
    std::vector<Article> made = {
        article("name", "윤슬빛나래가 왔다", "새 이름이다."),
        article("parts", "윤슬 축제", "밤에 빛나는 강을 보았다."),
        article("city", "세종시청에서 열린 회의", "시장이 말했다."),
        article("hanja", "世宗市 소식", "옛 신문"),
    };
    for (int i = 0; i < 20; ++i) {
        made.push_back(article("other-" + std::to_string(i), "다른 기사", "예산 이야기"));
    }
    return made;
}

UserWordsReport set_words(
    const std::filesystem::path& archive, std::string_view words, const IndexerOptions& how = {}
) {
    return Indexer(archive, how).set_user_words(words);
}

/// What a reader sees of the dictionary's effect: terms of a plan and the hits.
std::string seen(const std::filesystem::path& archive) {
    Searcher searcher(archive);
    std::string out = searcher.explain({.query = "윤슬빛나래가"}).plan;
    // Until its segment is built anew, a word of articles that are hidden there can still be named.
    if (const std::size_t inside = out.find(" | inside "); inside != std::string::npos) {
        out.erase(inside, out.find('\n', inside) - inside);
    }
    for (const std::string_view query : {"윤슬빛나래", "세종", "예산", "윤슬"}) {
        out.append(query).append(":");
        std::vector<std::string> ids = found(searcher, query, 100);
        std::sort(ids.begin(), ids.end());
        for (const std::string& id : ids) {
            out.append(" ").append(id);
        }
        out.append("\n");
    }
    return out;
}

TEST(UserWordsOfAnArchive, KeepANameWholeOnBothSides) {
    const test::TempDir folder;
    test::index(folder.path(), articles());

    const UserWordsReport report = set_words(folder.path(), kWords);

    EXPECT_EQ(report.words, 2U);
    EXPECT_EQ(report.added, 2U);
    EXPECT_EQ(report.reanalyzed, 3U) << "윤슬빛나래, 세종시청 and 世宗市, and nothing else";
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_THAT(found(folder.path(), "윤슬빛나래"), ElementsAre("name"));
    EXPECT_THAT(found(folder.path(), "세종"), UnorderedElementsAre("city", "hanja"));
    EXPECT_EQ(read_user_words(folder.path()), kWords);
    const ArchiveStatus status = read_status(folder.path());
    EXPECT_EQ(status.articles, articles().size());
    EXPECT_EQ(status.pending, 0U);
    EXPECT_EQ(status.runs.front().command, "dictionary");
    EXPECT_EQ(status.runs.front().replaced, 3U);
    EXPECT_NE(status.fingerprint.find("user words"), std::string::npos);
}

TEST(UserWordsOfAnArchive, GiveTheSameArchiveWhetherSetBeforeOrAfterTheArticles) {
    const test::TempDir before;
    const test::TempDir after;
    set_words(before.path(), kWords);
    test::index(before.path(), articles());
    test::index(after.path(), articles());
    set_words(after.path(), kWords);

    EXPECT_EQ(seen(before.path()), seen(after.path()));
    EXPECT_EQ(read_status(before.path()).fingerprint, read_status(after.path()).fingerprint);
}

TEST(UserWordsOfAnArchive, AreUsedForArticlesThatComeLater) {
    const test::TempDir folder;
    set_words(folder.path(), kWords);

    test::index(folder.path(), {article("late", "윤슬빛나래의 밤", "본문")});

    EXPECT_THAT(found(folder.path(), "윤슬빛나래"), ElementsAre("late"));
    EXPECT_THAT(found(folder.path(), "윤슬"), ElementsAre("late")) << "inside a longer word";
}

TEST(UserWordsOfAnArchive, LeaveNoTraceWhenTheyAreTakenAway) {
    const test::TempDir folder;
    test::index(folder.path(), articles());
    const std::string before = seen(folder.path());
    set_words(folder.path(), kWords);
    ASSERT_NE(seen(folder.path()), before);

    const UserWordsReport report = set_words(folder.path(), "");

    EXPECT_EQ(report.removed, 2U);
    EXPECT_EQ(report.reanalyzed, 3U);
    EXPECT_EQ(seen(folder.path()), before);
}

TEST(UserWordsOfAnArchive, CostNothingWhenOnlyCommentsChange) {
    const test::TempDir folder;
    test::index(folder.path(), articles());
    set_words(folder.path(), kWords);

    const UserWordsReport report = set_words(folder.path(), "# 이름\n" + std::string(kWords));

    EXPECT_EQ(report.reanalyzed, 0U);
    EXPECT_EQ(read_user_words(folder.path()), "# 이름\n" + std::string(kWords));
}

TEST(UserWordsOfAnArchive, AreSeenByAnOpenSearcherWhenItMovesOn) {
    const test::TempDir folder;
    test::index(folder.path(), articles());
    Searcher searcher(folder.path());
    const std::string before = searcher.explain({.query = "윤슬빛나래"}).plan;
    const std::vector<std::string> hits = found(searcher, "윤슬빛나래");
    set_words(folder.path(), kWords);

    EXPECT_EQ(searcher.explain({.query = "윤슬빛나래"}).plan, before);
    EXPECT_EQ(found(searcher, "윤슬빛나래"), hits);
    EXPECT_TRUE(searcher.refresh());
    EXPECT_NE(searcher.explain({.query = "윤슬빛나래"}).plan, before);
    EXPECT_THAT(found(searcher, "윤슬빛나래"), ElementsAre("name"));
}

TEST(UserWordsOfAnArchive, LeaveOutBadLinesAndRefuseATextOfNothingElse) {
    const test::TempDir folder;
    test::index(folder.path(), articles());

    const UserWordsReport report = set_words(folder.path(), "윤슬빛나래\nKF-21\n");
    EXPECT_THROW(set_words(folder.path(), "{\"id\": 1}\n"), Error);

    EXPECT_THAT(report.problems, SizeIs(1));
    EXPECT_EQ(read_user_words(folder.path()), "윤슬빛나래\n");
}

TEST(UserWordsOfAnArchive, PublishWhatWasPutBefore) {
    const test::TempDir folder;
    Indexer indexer(folder.path());
    indexer.put(article("put", "윤슬빛나래", "본문"));

    const UserWordsReport report = indexer.set_user_words(kWords);

    EXPECT_EQ(report.reanalyzed, 1U);
    EXPECT_THAT(found(folder.path(), "윤슬빛나래"), ElementsAre("put"));
    indexer.put(article("more", "윤슬빛나래", "본문"));
    indexer.commit();
    EXPECT_THAT(found(folder.path(), "윤슬빛나래"), UnorderedElementsAre("put", "more"));
}

/// Sets a dictionary in a child that kills itself at its `step`-th progress report. Whether it was
/// killed.
bool set_killed_at(const std::filesystem::path& archive, int step) {
    const pid_t child = ::fork();
    if (child == 0) {
        int reports = 0;
        IndexerOptions options;
        options.threads = 2;
        options.batch_bytes = 60;
        options.on_progress = [&reports, step](const Progress&) {
            if (++reports == step) {
                ::kill(::getpid(), SIGKILL);
            }
        };
        set_words(archive, kWords, options);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

TEST(UserWordsOfAnArchive, AreTheOldOnesOrTheNewOnesAfterAKill) {
    const test::TempDir undisturbed;
    test::index(undisturbed.path(), articles());
    const std::string before = seen(undisturbed.path());
    set_words(undisturbed.path(), kWords);
    const std::string after = seen(undisturbed.path());
    ASSERT_NE(before, after);

    int kills = 0;
    int old_left = 0;
    for (int step = 1;; ++step) {
        const test::TempDir folder;
        test::index(folder.path(), articles());
        if (!set_killed_at(folder.path(), step)) {
            break;
        }
        ++kills;
        const std::string left = seen(folder.path());
        EXPECT_TRUE(left == before || left == after) << "half a dictionary at step " << step;
        EXPECT_EQ(read_status(folder.path()).pending, 0U) << step;

        // The next night comes before anybody repeats the command.
        EXPECT_EQ(test::index(folder.path(), {}).resumed, 0U) << step;
        EXPECT_EQ(seen(folder.path()), left) << step;
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "building")) << step;
        old_left += left == before ? 1 : 0;

        set_words(folder.path(), kWords);
        EXPECT_EQ(seen(folder.path()), after) << step;
    }
    EXPECT_GE(kills, 4) << "comparing, indexing, compacting and finishing report";
    EXPECT_EQ(old_left, kills - 1) << "only the last report comes after the change";
}

TEST(OpenReaders, LoseNoArticleWhenADictionaryMovedItAndAMergeDroppedItsOldRow) {
    const test::TempDir dir;
    test::index(
        dir.path(),
        {test::article("a", "윤슬빛나래호 출항", "본문"), test::article("b", "날씨", "본문")}
    );
    Searcher opened_before(dir.path());
    {
        Indexer indexer(dir.path());
        indexer.set_user_words("윤슬빛나래\n");
        indexer.merge_all();
    }
    EXPECT_EQ(test::found(opened_before, "출항"), (std::vector<std::string>{"a"}));
}
}  // namespace
}  // namespace gisa
