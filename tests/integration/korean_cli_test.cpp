// SPDX-License-Identifier: GPL-2.0-or-later
//
// The programs under a Korean locale, with the catalog as it was built. Most machines that run this
// have not generated ko_KR.UTF-8, which is a case of its own: see choose_language().
#include <clocale>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/characters.h"
#include "common/cli/whole_file.h"
#include "tests/integration/cli_fixture.h"

namespace gisa::test {
namespace {
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

/// Runs the programs with variables of the test's choice.
class KoreanCli : public CliFixture {
  protected:
    void SetUp() override {
        const bool generated = std::setlocale(LC_MESSAGES, "ko_KR.UTF-8") != nullptr;
        std::setlocale(LC_MESSAGES, "C");
        if (!generated && __GLIBC_MINOR__ >= 39) {
            GTEST_SKIP() << "this glibc translates under generated locales only";
        }
    }

    ProgramResult search_under(const Words& variables, Words arguments) const {
        ProgramCall call = this->call(std::move(arguments));
        call.environment.insert(call.environment.end(), variables.begin(), variables.end());
        return run_program(GISA_SEARCH_PROGRAM, call);
    }

    ProgramResult index_in_korean(Words arguments, std::string input = {}) const {
        ProgramCall call = this->call(std::move(arguments), std::move(input));
        call.environment.emplace_back("LANG=ko_KR.UTF-8");
        return run_program(GISA_INDEX_PROGRAM, call);
    }

    /// The names behind "--" at the beginnings of a help's lines.
    static std::vector<std::string> options_in(const std::string& help) {
        static const std::regex kOption("\n  (?:-\\w, )?--([a-z-]+)");
        return {std::sregex_token_iterator(help.begin(), help.end(), kOption, 1), {}};
    }

    /// Expects a help in Korean with the options of the English one, for terminals of 80 columns.
    static void expect_same_help(const std::string& english, const std::string& korean) {
        EXPECT_NE(korean, english);
        EXPECT_EQ(options_in(korean), options_in(english));
        std::istringstream lines(korean);
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(cli::cell_width(line), 80U) << line;
        }
    }

    ProgramResult search_in_korean(Words arguments) const {
        return search_under({"LANG=ko_KR.UTF-8"}, std::move(arguments));
    }
};

TEST_F(KoreanCli, SaysWhatIsWrongInKorean) {
    const ProgramResult result = search_in_korean({"--colour", "x"});

    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(
        result.errors, "gisa-search: '--colour' 옵션이 없습니다\n  도움말: gisa-search --help\n"
    );
}

TEST_F(KoreanCli, TellsTheLibrarysErrorsInKorean) {
    const ProgramResult result = search_in_korean({"대통령"});

    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(
        result.errors,
        "gisa-search: " + archive() + " 폴더에 보관소가 없습니다\n"
        "  경로를 확인하세요. 보관소는 `gisa-index add`로 만듭니다\n"
    );
}

TEST_F(KoreanCli, EachVariableOfTheLocaleCounts) {
    struct Case {
        Words variables;
        bool korean;
    };

    const Case cases[] = {
        {{}, false},
        {{"LANG=C.UTF-8"}, false},
        {{"LANG=en_US.UTF-8"}, false},
        {{"LANG=ko_KR.UTF-8"}, true},
        {{"LANG=ko_KR"}, true},
        {{"LANG=ko"}, true},
        {{"LC_MESSAGES=ko_KR.UTF-8"}, true},
        {{"LC_ALL=ko_KR.UTF-8"}, true},
        {{"LANG=ko_KR.UTF-8", "LC_ALL=C"}, false},
        {{"LANG=ko_KR.UTF-8", "LC_MESSAGES=en_US.UTF-8"}, false},
        {{"LANG=ko_KR.UTF-8", "LANGUAGE=en"}, false},
        {{"LANG=en_US.UTF-8", "LANGUAGE=ko:en"}, true},
        {{"LANG=ko_KR.UTF-8", "LANGUAGE="}, true},
        {{"LANG=C", "LANGUAGE=ko"}, false},
    };
    for (const Case& one : cases) {
        const ProgramResult result = search_under(one.variables, {"--colour", "x"});

        EXPECT_EQ(result.errors.find("옵션이 없습니다") != std::string::npos, one.korean)
            << testing::PrintToString(one.variables) << result.errors;
    }
}

TEST_F(KoreanCli, TellsOfTheQueryInKorean) {
    add(R"({"id": "a", "title": "대통령 선거", "body": "투표가 시작됐다."})"
        "\n");
    const char* const cases[][2] = {
        {"(대통령", "괄호가 닫히지 않아 끝에서 닫은 것으로 보았습니다."},
        {"대통령 OR", "OR 앞뒤에 찾을 말이 있어야 하므로 뺐습니다."},
        {"date:곧", "날짜가 아니어서 단어로 찾습니다. 날짜는 2024,"},
        {"부제:대통령", "부제 필드가 없어 적힌 그대로 찾습니다. 쓸 수 있는 필드: title: (제목:),"},
        {"기자:홍길동", "보관소에 byline 필드가 이 값인 기사가 없습니다"},
        {"대통령 투표 개막 연설 내용 요지", "모든 단어가 있는 기사가 없어"},
    };
    for (const auto& [query, notice] : cases) {
        EXPECT_THAT(search_in_korean({query}).errors, HasSubstr(notice)) << query;
    }
}

TEST_F(KoreanCli, HelpsToSearchInKorean) {
    const ProgramResult korean = search_in_korean({"--help"});

    EXPECT_THAT(korean.output, StartsWith("사용법: gisa-search [옵션]... 검색식...\n"));
    expect_same_help(search({"--help"}).output, korean.output);
}

TEST_F(KoreanCli, HelpsToIndexInKorean) {
    const ProgramResult korean = index_in_korean({"help"});

    EXPECT_THAT(korean.output, StartsWith("사용법: gisa-index [--archive DIR] 명령 [옵션]"));
    expect_same_help(index({"help"}).output, korean.output);
    for (const std::string command :
         {"add",
          "retry",
          "remove",
          "takedown",
          "status",
          "log",
          "merge",
          "rebuild",
          "verify",
          "snapshot",
          "dictionary",
          "analyze"}) {
        const ProgramResult help = index_in_korean({"help", command});

        EXPECT_THAT(help.output, StartsWith("사용법: gisa-index [--archive DIR] " + command));
        expect_same_help(index({"help", command}).output, help.output);
    }
}

TEST_F(KoreanCli, ReportsOfIndexingInKorean) {
    const ProgramResult added = index_in_korean(
        {"add", "-"},
        R"({"id": "a", "title": "대통령 선거", "body": "투표가 시작됐다.", "date": "2024-05-21"})"
        "\n"
        R"({"title": "id가 없다"})"
        "\n"
    );

    EXPECT_EQ(added.status, 65);
    EXPECT_THAT(
        added.output,
        ContainsRegex(
            "^추가 1건, 교체 0건, 변경 없음 0건, 거부 1건, .*초 걸림\\(초당 기사 .*건\\)\n$"
        )
    );
    EXPECT_EQ(added.errors, "-:2: id가 없습니다\n");
    EXPECT_THAT(index_in_korean({"remove", "b"}).errors, HasSubstr("보관소에 없습니다: b\n"));
    EXPECT_THAT(index_in_korean({"remove", "a"}).output, StartsWith("삭제 1건, "));
    EXPECT_THAT(
        index_in_korean({"log", "a"}).output,
        ContainsRegex("^버전 1   저장: 작업 1, .*   삭제됨: 작업 .*\n  제목       대통령 선거\n$")
    );
    EXPECT_THAT(index_in_korean({"merge", "--full"}).output, HasSubstr("세그먼트"));
    EXPECT_THAT(index_in_korean({"verify"}).output, StartsWith("정상: 세그먼트 "));
}

TEST_F(KoreanCli, TellsOfTheArchiveInKorean) {
    add(R"({"id": "a", "title": "대통령 선거", "publisher": "가나일보", "date": "2024-05-21"})"
        "\n");

    const std::string status = index_in_korean({"status"}).output;

    EXPECT_THAT(status, HasSubstr("\n기사        1\n"));
    EXPECT_THAT(status, HasSubstr("\n발행일      2024-05-21 ~ 2024-05-21\n"));
    EXPECT_THAT(
        status, HasSubstr("  언론사    기사  첫 날       마지막 날   빈 날  가장 긴 공백\n")
    );
    EXPECT_THAT(status, HasSubstr("추가 1건"));
}

TEST_F(KoreanCli, SaysWhyARecordIsRejectedInKorean) {
    const char* const cases[][2] = {
        {R"({"id": 1.5, "title": "가"})", "id 값이 숫자입니다(있어야 할 것: 문자열이나 정수)"},
        {R"({"id": "a", "title": ["가"]})", "title 값이 목록입니다(있어야 할 것: 문자열)"},
        {R"({"id": "a", "body": "가", "date": "어제"})",
         "date 값이 ISO 8601 날짜가 아닙니다: \"어제\""},
        {R"({"id": "a"})", "제목도 본문도 없습니다"},
        {R"("가")", "객체가 아니라 문자열입니다"},
        {R"({"id": "a",})", "12번째 글자에서 JSON이 아닙니다: "},
    };
    for (const auto& [record, reason] : cases) {
        EXPECT_THAT(
            index_in_korean({"add", "--format", "jsonl", "-"}, record).errors,
            StartsWith(std::string("-:1: ") + reason)
        );
    }
}

TEST_F(KoreanCli, TellsOfDamageInKorean) {
    add(R"({"id": "a", "title": "대통령 선거"})"
        "\n");
    std::ofstream(archive() + "/segments/000001/postings.glass", std::ios::app) << "x";

    const ProgramResult verified = index_in_korean({"verify"});

    EXPECT_EQ(verified.status, 2);
    EXPECT_THAT(verified.output, ContainsRegex("^손상: .* 파일의 바이트가 썼던 것과 다릅니다\n"));
    EXPECT_THAT(
        verified.output, HasSubstr("  카탈로그에서 세그먼트를 다시 만드세요: gisa-index rebuild\n")
    );
}

TEST_F(KoreanCli, SaysWhatIsWrongWithACommandInKorean) {
    struct Case {
        Words arguments;
        std::string errors;
    };

    const Case cases[] = {
        {{"ad"}, "gisa-index: \"ad\" 명령이 없습니다\n  도움말: gisa-index help\n"},
        {{"add"}, "gisa-index: 빠진 인수: PATH\n  도움말: gisa-index help add\n"},
        {{"log", "a", "b"},
         "gisa-index: log 명령에는 ID 값을 하나만 쓰세요\n  도움말: gisa-index help log\n"},
        {{"add", "--pre-run", "exit 3", "-"},
         "gisa-index: --pre-run 명령이 실패해(종료 상태 3) 작업을 시작하지 않았습니다: exit 3\n"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(index_in_korean(one.arguments).errors, one.errors);
    }
}

TEST_F(KoreanCli, CountsInKorean) {
    add(R"({"id": "a", "title": "삼성전자, 새 공장", "date": "2024-05-21"})"
        "\n"
        R"({"id": "b", "title": "삼성전자, 새 전화기"})"
        "\n");

    EXPECT_THAT(
        search_in_korean({"삼성전자"}).errors, ContainsRegex("^기사 2건 \\(0\\.0..초\\)\n$")
    );
    EXPECT_THAT(
        search_in_korean({"--offset", "1", "삼성전자"}).errors,
        StartsWith("2–2번째 결과. 모두 기사 2건 (0.0")
    );
    EXPECT_EQ(search_in_korean({"백두산"}).errors, "“백두산”에 맞는 기사가 없습니다\n");
    EXPECT_THAT(
        search_in_korean({"샴성전자"}).errors,
        HasSubstr("샴성전자: 이것을 찾으셨나요? 삼성전자 (기사 2건)\n")
    );
    EXPECT_THAT(search_in_korean({"--trend", "day", "공장"}).output, HasSubstr("시작일"));
}

TEST_F(KoreanCli, ExplainsWhyAnArticleIsFoundOrNot) {
    add(R"({"id": "a", "title": "삼성전자의 서약", "body": "대통령 선거", "date": "2024-05-21"})"
        "\n");
    const char* const cases[][2] = {
        {"삼성전자", "\n답        1번째, 점수 "},
        {"샴성전자",
         "\n          \"샴성전자\": 기사에 없음: 부분 샴, 성, 전자 가운데 없는 것은 샴, 성;"},
        {"title:선거", "\n          \"선거\": 제목에 없음; 가장 가까운 단어는 선거\n"},
        {"\"선거 대통령\"", "구 \"선거 대통령\": 단어는 모두 있지만 기사에 이대로는 없음\n"},
        {"date:2023", "기사의 날짜는 2024-05-21인데 검색식은 2023-01-01..2023-12-31 기간을\n"},
        {"삼성전자 -서약", "검색식에서 뺀 단어가 기사에 있습니다: \"서약\"\n"},
    };
    for (const auto& [query, reason] : cases) {
        EXPECT_THAT(
            search_in_korean({"--explain", "--article", "a", query}).output, HasSubstr(reason)
        );
    }
}

TEST_F(KoreanCli, LabelsAPictureOfATrend) {
    add(R"({"id": "a", "body": "대통령 선거", "date": "2024-05-21"})"
        "\n");

    ASSERT_EQ(search_in_korean({"--trend", "month", "--plot", path("a.svg"), "선거"}).status, 0);

    const std::string picture = cli::content_of(path("a.svg")).value();
    EXPECT_THAT(picture, HasSubstr("추이: 선거"));
    EXPECT_THAT(picture, HasSubstr("월별 기사 수"));
    EXPECT_THAT(picture, HasSubstr(">5월<"));
}

TEST_F(KoreanCli, GivesProgramsWhatItGivesThemInEnglish) {
    add(R"({"id": "a", "body": "대통령 선거", "date": "2024-05-21T09:30:00+09:00"})"
        "\n");
    const std::vector<Words> calls = {
        {"--format", "json", "대통령"},
        {"--format", "ndjson", "대통령"},
        {"--format", "csv", "대통령"},
        {"--format", "trec", "대통령"},
        {"--format", "rss", "대통령"},
        {"--facet", "month", "--format", "csv", "대통령"},
        {"--trend", "month", "--format", "json", "대통령"},
        {"--count", "대통령"},
        {"--version"},
    };
    for (const Words& arguments : calls) {
        const ProgramResult korean = search_in_korean(arguments);

        EXPECT_EQ(korean.output, search(arguments).output) << testing::PrintToString(arguments);
        EXPECT_EQ(korean.status, 0) << korean.errors;
    }
    for (const Words& arguments :
         {Words{"log", "--json", "a"}, Words{"analyze", "--format", "json", "선거는"}}) {
        EXPECT_EQ(index_in_korean(arguments).output, index(arguments).output);
    }
}
}  // namespace
}  // namespace gisa::test
