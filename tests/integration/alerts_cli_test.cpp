// SPDX-License-Identifier: GPL-2.0-or-later
//
// Nights of an archive, and what people with saved queries hear of them.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/cli/whole_file.h"
#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using test::ProgramCall;
using test::ProgramResult;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kWire =
    "하늬목시를 지나는 윤슬강의 물이 사흘째 내린 비로 3.5m까지 불었다. 시는 다리 일곱 곳을 막고 "
    "강가에 "
    "사는 주민 1,200명을 가까운 학교로 옮겼다. 다친 사람은 아직 없다. 기상청은 주말까지 비가 200mm "
    "더 "
    "온다고 내다봤다. 시장은 정부에 도움을 청했으며 군인 300명이 둑을 쌓고 있다.";

std::string line(const std::string& id, const std::string& title, const std::string& body) {
    return json{{"id", id}, {"title", title}, {"body", body}}.dump() + "\n";
}

std::string about_budget(const std::string& id) {
    return line(id, "예산안 심의 " + id, "국회가 예산안을 심의했다: " + id);
}

class Alerts : public test::CliFixture {
  protected:
    [[nodiscard]] ProgramCall at_home(Words arguments) const {
        ProgramCall one = call(std::move(arguments));
        one.environment.push_back("XDG_CONFIG_HOME=" + path("config"));
        one.environment.push_back("XDG_STATE_HOME=" + path("state"));
        return one;
    }

    [[nodiscard]] ProgramResult run(Words arguments) const {
        return run_program(GISA_SEARCH_PROGRAM, at_home(std::move(arguments)));
    }

    void save(const std::string& name, const std::string& query) const {
        const ProgramResult saved = run({"--save", name, query});
        ASSERT_EQ(saved.status, 0) << saved.errors;
    }

    /// "query id" of each hit that is told, in their order.
    [[nodiscard]] std::vector<std::string> told(Words more = {}) const {
        Words arguments = {"--alerts", "--format", "ndjson"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const ProgramResult result = run(arguments);
        EXPECT_EQ(result.status, 0) << result.errors;
        std::vector<std::string> hits;
        std::istringstream lines(result.output);
        for (std::string one; std::getline(lines, one);) {
            const json hit = json::parse(one);
            hits.push_back(
                hit.at("query_id").get<std::string>() + " " + hit.at("id").get<std::string>()
            );
        }
        return hits;
    }

    /// What there is so far is no news.
    void catch_up() const { EXPECT_EQ(run({"--alerts"}).status, 0); }

    [[nodiscard]] fs::path state_file() const {
        std::string name = fs::weakly_canonical(archive()).string();
        std::replace(name.begin(), name.end(), '/', '%');
        return fs::path(path("state")) / "gisa/alerts" / (name + ".json");
    }

    [[nodiscard]] std::vector<std::string> files_in(const std::string& folder) const {
        std::vector<std::string> names;
        for (const fs::directory_entry& file : fs::directory_iterator(path(folder))) {
            names.push_back(file.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(Alerts, TellOfTheNightAlone) {
    save("예산", "예산안");
    add(about_budget("old"));
    EXPECT_THAT(told(), IsEmpty()) << "the first load";

    add(about_budget("new") + line("other", "날씨", "비가 온다."));
    EXPECT_THAT(told(), ElementsAre("예산 new"));
    EXPECT_THAT(told(), IsEmpty()) << "told";

    add(line("quiet", "축구", "경기가 열렸다."));
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(Alerts, AreSilentOnAFirstLoadAfterTheyWereSetUp) {
    save("예산", "예산안");
    ASSERT_EQ(index({"add", "--quiet", "-"}).status, 0);
    EXPECT_THAT(told(), IsEmpty()) << "nothing there";
    add(about_budget("first") + about_budget("load"));
    EXPECT_THAT(told(), IsEmpty());

    add(about_budget("news"));
    EXPECT_THAT(told(), ElementsAre("예산 news"));
}

TEST_F(Alerts, BeginWhenAQueryIsFirstSeen) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    save("심의", "심의");
    add(about_budget("b"));
    EXPECT_THAT(told(), ElementsAre("예산 b"));

    add(about_budget("c"));
    EXPECT_THAT(told(), ElementsAre("심의 c", "예산 c"));

    fs::remove(path("config") + "/gisa/queries/심의");
    catch_up();
    save("심의", "심의");
    add(about_budget("d"));
    EXPECT_THAT(told(), ElementsAre("예산 d")) << "the same name again is another query";
}

TEST_F(Alerts, CanBeOfNamedQueriesAlone) {
    save("예산", "예산안");
    save("심의", "심의");
    add(about_budget("a"));
    catch_up();
    add(about_budget("b"));

    EXPECT_THAT(told({"예산"}), ElementsAre("예산 b"));
    EXPECT_THAT(told(), ElementsAre("심의 b")) << "the others wait";
    const ProgramResult unknown = run({"--alerts", "없는이름"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("없는이름"));
}

TEST_F(Alerts, AreNotToldAgainForAChangedArticle) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    add(about_budget("b"));
    EXPECT_THAT(told(), ElementsAre("예산 b"));

    add(line("b", "예산안 심의, 고침", "국회가 예산안 심의를 미뤘다고 알려 왔다."));
    add(line("a", "예산안 심의, 고침", "국회가 예산안 심의를 마쳤다고 알려 왔다."));
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(Alerts, AreNotToldAgainAfterARebuildOrAMerge) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    add(about_budget("b"));
    ASSERT_EQ(index({"rebuild", "--report", "none"}).status, 0);
    EXPECT_THAT(told(), ElementsAre("예산 b")) << "the night before the rebuild";

    ASSERT_EQ(index({"rebuild", "--report", "none"}).status, 0);
    EXPECT_THAT(told(), IsEmpty());
    ASSERT_EQ(index({"merge", "--full", "--report", "none"}).status, 0);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(Alerts, TellAStoryOnceInHoweverManyPapers) {
    save("강", "윤슬강");
    add(about_budget("a"));
    catch_up();
    add(line("새별-1", "윤슬강 넘쳐", kWire)
        + line("한들-1", "물에 잠긴 하늬목시", "(하늬목=가온통신) " + kWire));
    EXPECT_EQ(told().size(), 1U);

    add(line("누리-1", "윤슬강 범람", kWire)
        + line("누리-2", "윤슬강 낚시 대회", "윤슬강에서 대회가 열렸다."));
    EXPECT_THAT(told(), ElementsAre("강 누리-2")) << "the wire's copy of the next night is no news";
    add(line("누리-3", "윤슬강 또", kWire));
    EXPECT_THAT(told({"--all"}), ElementsAre("강 누리-3")) << "unless each print is asked for";
}

TEST_F(Alerts, AreCutWithANotice) {
    save("예산", "예산안");
    add(about_budget("old"));
    catch_up();
    std::string night;
    for (int i = 0; i < 7; ++i) {
        night += about_budget(std::to_string(i));
    }
    add(night);

    const ProgramResult result = run({"--alerts", "--limit", "3", "--format", "ids"});

    EXPECT_EQ(std::count(result.output.begin(), result.output.end(), '\n'), 3);
    EXPECT_EQ(result.errors, "예산:\nonly the newest 3 are told of, out of 7 articles (--limit)\n");
    EXPECT_THAT(told(), IsEmpty()) << "what was left out is no news tomorrow";
}

TEST_F(Alerts, PassOverALoadThatNobodyWantsToHearOf) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    add(about_budget("b"));

    EXPECT_THAT(told({"--limit", "0"}), IsEmpty());
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(Alerts, SayNothingWhenThereIsNoNews) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();

    const ProgramResult result = run({"--alerts"});

    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors, "");
}

TEST_F(Alerts, SaySoAndForgetNothingWhenNoQueryIsSeen) {
    save("예산", "예산");
    add(about_budget("a1"));
    catch_up();
    add(about_budget("a2"));
    ProgramCall elsewhere = call({"--alerts"});
    elsewhere.environment.push_back("XDG_CONFIG_HOME=" + path("another"));
    elsewhere.environment.push_back("XDG_STATE_HOME=" + path("state"));

    const ProgramResult nothing = run_program(GISA_SEARCH_PROGRAM, elsewhere);

    EXPECT_EQ(nothing.status, 0);
    EXPECT_THAT(nothing.errors, HasSubstr("no query is saved"));
    EXPECT_THAT(told(), ElementsAre("예산 a2"));
}

TEST_F(Alerts, TellWhichQueryANewOneReplaces) {
    save("예산", "예산 OR 재정");

    const ProgramResult again = run({"--save", "예산", "예산"});

    EXPECT_EQ(again.status, 0);
    EXPECT_EQ(again.errors, "it takes the place of: 예산 OR 재정\n");
    EXPECT_EQ(run({"--save", "예산", "예산"}).errors, "");
}

TEST_F(Alerts, KeepAFeedOfEachQuery) {
    save("예산", "예산안");
    add(about_budget("a"));
    const Words feeds = {"--alerts", "--feeds", path("feeds")};
    EXPECT_EQ(run(feeds).output, "") << "what is written is not printed, too";
    EXPECT_THAT(files_in("feeds"), ElementsAre("예산.rss")) << "to be subscribed to";
    add(about_budget("b"));
    EXPECT_EQ(run(feeds).status, 0);
    add(about_budget("c"));
    EXPECT_EQ(run(feeds).status, 0);

    const std::string feed = cli::content_of(path("feeds") + "/예산.rss").value();
    const std::size_t newer = feed.find("예산안 심의 c");
    const std::size_t older = feed.find("예산안 심의 b");
    EXPECT_LT(newer, older);
    EXPECT_NE(older, std::string::npos);
    EXPECT_THAT(feed, Not(HasSubstr("예산안 심의 a")));
}

TEST_F(Alerts, PutAMailForEachQueryWithNews) {
    save("예산", "예산안");
    save("날씨", "날씨");
    add(about_budget("a"));
    const Words mails = {"--alerts", "--mails", path("mails"), "--mail-to", "desk@example.org"};
    EXPECT_EQ(run(mails).status, 0);
    add(about_budget("b"));
    EXPECT_EQ(run(mails).status, 0);
    EXPECT_EQ(run(mails).status, 0);

    const std::vector<std::string> names = files_in("mails/new");
    ASSERT_EQ(names.size(), 1U);
    EXPECT_TRUE(names[0].ends_with(".1-2.예산")) << names[0];
    EXPECT_THAT(
        cli::content_of(path("mails/new/" + names[0])).value(), HasSubstr("To: desk@example.org\n")
    );
}

/// The state is written last: the old one is what a machine has that stopped right before.
TEST_F(Alerts, AreToldAgainIntoTheSameFilesWhenNobodyRemembersThem) {
    save("예산", "예산안");
    add(about_budget("a"));
    const Words all = {
        "--alerts",
        "--format",
        "ids",
        "--feeds",
        path("feeds"),
        "--mails",
        path("mails"),
        "--mail-to",
        "desk@example.org"};
    EXPECT_EQ(run(all).status, 0);
    add(about_budget("b"));
    fs::copy_file(state_file(), path("state before"));
    EXPECT_EQ(run(all).output, "b\n");
    fs::rename(path("state before"), state_file());

    EXPECT_EQ(run(all).output, "b\n");

    EXPECT_EQ(files_in("mails/new").size(), 1U);
    const std::string feed = cli::content_of(path("feeds") + "/예산.rss").value();
    EXPECT_EQ(feed.find("<item>"), feed.rfind("<item>"));
}

TEST_F(Alerts, AreToldAgainWhenTheyCouldNotBeWritten) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    add(about_budget("b"));
    std::ofstream(path("file")) << "x";

    EXPECT_EQ(run_into(GISA_SEARCH_PROGRAM, at_home({"--alerts"}), "/dev/full").status, 74);
    EXPECT_EQ(run({"--alerts", "--feeds", path("file")}).status, 74);

    EXPECT_THAT(told(), ElementsAre("예산 b"));
}

TEST_F(Alerts, SurviveBeingKilledAtAnyInstant) {
    save("예산", "예산안");
    add(about_budget("first"));
    const Words mails = {"--alerts", "--mails", path("mails"), "--mail-to", "desk@example.org"};
    EXPECT_EQ(run(mails).status, 0);
    constexpr int kNights = 20;
    int failures = 0;
    for (int night = 0; night < kNights; ++night) {
        add(about_budget(std::to_string(night)));
        const ProgramResult killed = run_program_killed_after(
            GISA_SEARCH_PROGRAM, at_home(mails), std::chrono::milliseconds(2 * night)
        );
        failures += killed.status == 0 || killed.status == 128 + SIGKILL ? 0 : 1;
        failures += run(mails).status == 0 ? 0 : 1;
    }

    EXPECT_EQ(failures, 0);
    EXPECT_EQ(files_in("mails/new").size(), kNights) << "a mail for each night, and none twice";
}

TEST_F(Alerts, OfAnArchiveMadeAnewBeginAgain) {
    save("예산", "예산안");
    add(about_budget("a"));
    catch_up();
    // Another archive began at another time; this one is too quick for that.
    json state = json::parse(cli::content_of(state_file()).value());
    state["begun"] = state["begun"].get<long>() - 3'600;
    std::ofstream(state_file()) << state.dump();
    add(about_budget("b"));

    EXPECT_THAT(told(), IsEmpty());
    add(about_budget("c"));
    EXPECT_THAT(told(), ElementsAre("예산 c"));
}

TEST_F(Alerts, RunFromTheHookOfTheNight) {
    save("예산", "예산안");
    const std::string hook = "XDG_CONFIG_HOME=" + path("config")
                             + " XDG_STATE_HOME=" + path("state") + " " + GISA_SEARCH_PROGRAM
                             + " --alerts --format ids >>" + path("told");
    for (const char* id : {"a", "b", "c"}) {
        const ProgramResult night =
            index({"add", "--quiet", "--post-run", hook, "-"}, about_budget(id));
        EXPECT_EQ(night.status, 0);
        EXPECT_EQ(night.errors, "");
    }

    EXPECT_EQ(cli::content_of(path("told")), "b\nc\n");
}

TEST_F(Alerts, AskForWhatTheyNeed) {
    const std::vector<std::pair<Words, std::string>> complaints = {
        {{"--alerts", "--mails", "m"}, "--mails and --mail-to go together"},
        {{"--alerts", "--mails", "m", "--mail-to", "책상@example.org"}, "ASCII"},
        {{"--alerts", "--sort", "oldest"}, "--sort and --alerts do not go together"},
        {{"--alerts", "--format", "rss"}, "does not go with --alerts"},
        {{"--feeds", "f", "예산"}, "--feeds goes with --alerts"},
    };
    for (const auto& [arguments, complaint] : complaints) {
        const ProgramResult result = run(arguments);
        EXPECT_EQ(result.status, 2) << arguments[1];
        EXPECT_THAT(result.errors, HasSubstr(complaint));
    }
}
}  // namespace
}  // namespace gisa
