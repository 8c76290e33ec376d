// SPDX-License-Identifier: GPL-2.0-or-later
// What shells ask when somebody types a query.
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using test::ProgramResult;
using testing::HasSubstr;

class Completion : public test::CliFixture {
  protected:
    [[nodiscard]] ProgramResult complete(const std::string& query) const {
        return search({"--complete", "--", query});
    }
};

TEST_F(Completion, KnowsTheFieldsThatTheQueryLanguageKnows) {
    add("{\"id\":\"a\",\"title\":\"물때표\",\"body\":\"내일 물때.\"}\n");
    const std::string notice = search({"nonsense:물때"}).errors;
    std::set<std::string> understood;
    static const std::regex field("[^ (,]+:(?=[ ),.])");
    const std::size_t list = notice.find("the fields are");
    ASSERT_NE(list, notice.npos) << notice;
    for (std::sregex_iterator
             one(notice.begin() + static_cast<std::ptrdiff_t>(list), notice.end(), field),
         end;
         one != end;
         ++one) {
        understood.insert(one->str());
    }

    std::set<std::string> completed;
    std::istringstream lines(complete("").output);
    for (std::string line; std::getline(lines, line);) {
        completed.insert(line);
    }
    EXPECT_EQ(completed, understood);
}

TEST_F(Completion, NeedsNoArchiveForFields) {
    const ProgramResult fields = complete("물때 tit");

    EXPECT_EQ(fields.status, 0) << fields.errors;
    EXPECT_EQ(fields.output, "물때 title:\n");
}

TEST_F(Completion, TellsTheValuesOfTheArchiveTheMostFrequentFirst) {
    add("{\"id\":\"a\",\"title\":\"물때표\",\"body\":\"내일 물때.\",\"publisher\":\"East Lantern "
        "Review\"}\n"
        "{\"id\":\"b\",\"title\":\"물때표\",\"body\":\"모레 물때.\",\"publisher\":\"별여울일보\"}\n"
        "{\"id\":\"c\",\"title\":\"물때표\",\"body\":\"글피 물때.\",\"publisher\":\"별여울일보\"}\n"
    );

    EXPECT_EQ(
        complete("물때 publisher:").output,
        "물때 publisher:별여울일보\n물때 publisher:\"East Lantern Review\"\n"
    );
}

TEST_F(Completion, FindsNothingToGoOnWith) {
    const ProgramResult nothing = complete("물때");

    EXPECT_EQ(nothing.status, 1);
    EXPECT_EQ(nothing.output + nothing.errors, "");
}

TEST_F(Completion, SaysWhenTheArchiveIsNotThere) {
    const ProgramResult values = complete("publisher:");

    EXPECT_EQ(values.output, "");
    EXPECT_THAT(values.errors, HasSubstr("there is no archive"));
}
}  // namespace
}  // namespace gisa
