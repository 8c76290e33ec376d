// SPDX-License-Identifier: GPL-2.0-or-later
// What mail programs make of the messages is another test's matter (tests/formats).
#include "searcher/cli/alert_mail.h"

#include <filesystem>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/whole_file.h"
#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
using testing::HasSubstr;

Answer answer_of(std::string name) {
    Answer answer{.query_id = std::move(name), .query = "예산안"};
    Hit hit;
    hit.id = "a";
    hit.title.text = "국회, 예산안 심의";
    answer.response.hits.push_back(std::move(hit));
    return answer;
}

MailHead head_to(std::string to) {
    return {
        .to = std::move(to),
        .name = "gisa.1714521600.7-9.예산",
        .date = std::chrono::sys_days{std::chrono::year{2024} / 5 / 1} + std::chrono::minutes(30),
    };
}

TEST(AlertMail, HasTheHeadersOfAMessage) {
    const std::string mail = mail_text(head_to("desk@example.org"), answer_of("budget"), "");

    EXPECT_EQ(
        mail.substr(0, mail.find("\n\n") + 2),
        "From: desk@example.org\n"
        "To: desk@example.org\n"
        "Subject: Gisa: budget (1)\n"
        "Date: Wed, 01 May 2024 09:30:00 +0900\n"
        "Message-ID: <gisa.1714521600.7-9.%EC%98%88%EC%82%B0@example.org>\n"
        "Auto-Submitted: auto-generated\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: base64\n"
        "\n"
    );
}

TEST(AlertMail, EncodesASubjectInKoreanBetweenCharacters) {
    std::string name;
    for (int i = 0; i < 26; ++i) {
        name += "예";
    }
    const std::string mail = mail_text(head_to("desk@example.org"), answer_of(name), "");

    std::istringstream lines(mail.substr(mail.find("Subject: ")));
    std::string first;
    std::string second;
    std::getline(lines, first);
    std::getline(lines, second);
    // "Gisa: " and 13 syllables are 45 bytes; one of 75 characters is the longest encoded word.
    EXPECT_EQ(
        first, "Subject: =?UTF-8?B?R2lzYTog7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI?="
    );
    EXPECT_EQ(second, " =?UTF-8?B?7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiI7JiIICgxKQ==?=");
}

TEST(AlertMail, EncodesWhatLooksEncoded) {
    EXPECT_THAT(
        mail_text(head_to("desk@example.org"), answer_of("=?UTF-8?B?QQ==?="), ""),
        HasSubstr("Subject: =?UTF-8?B?R2lzYTog")
    );
}

TEST(AlertMail, ComesFromItsFirstReader) {
    EXPECT_THAT(
        mail_text(head_to("Desk <desk@a.example>, b@b.example"), answer_of("x"), ""),
        HasSubstr("From: Desk <desk@a.example>\nTo: Desk <desk@a.example>, b@b.example\n")
    );
    EXPECT_THAT(mail_text(head_to("desk"), answer_of("x"), ""), HasSubstr("@localhost>\n"));
}

TEST(AlertMail, HasAddressesOfOneLineInAscii) {
    for (const char* good : {"desk", "desk@example.org", "Desk <desk@example.org>, b@b.example"}) {
        EXPECT_TRUE(is_mail_address(good)) << good;
    }
    for (const char* bad : {"", ",a@b", "a@b\nBcc: c@d", "a@b\r", "책상@example.org"}) {
        EXPECT_FALSE(is_mail_address(bad)) << bad;
    }
}

TEST(AlertMail, IsDeliveredIntoAMaildir) {
    const test::TempDir dir;
    const auto maildir = dir.path() / "alerts";

    deliver(maildir, "one", "first");
    deliver(maildir, "two", "second");
    deliver(maildir, "one", "again");

    EXPECT_EQ(content_of(maildir / "new" / "one"), "again");
    EXPECT_EQ(content_of(maildir / "new" / "two"), "second");
    EXPECT_TRUE(std::filesystem::is_directory(maildir / "cur"));
    EXPECT_TRUE(std::filesystem::is_directory(maildir / "tmp"));
}
}  // namespace
}  // namespace gisa::cli
