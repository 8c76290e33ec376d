// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/web_address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

namespace gisa::cli {
namespace {
Environment with_browser(std::string browser) {
    return [browser](const char* name) {
        return std::string_view(name) == "BROWSER" ? std::optional(browser) : std::nullopt;
    };
}

std::string opened_with(const std::string& browser) {
    testing::internal::CaptureStdout();
    open_in_browser("https://example.org/a b", with_browser(browser));
    return testing::internal::GetCapturedStdout();
}

TEST(WebAddress, IsOneOfHttpOrHttps) {
    for (const char* url : {"http://a", "https://example.org/1", "HTTPS://EXAMPLE.ORG"}) {
        EXPECT_TRUE(is_web_address(url)) << url;
    }
    for (const char* url :
         {"",
          "https://",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "ftp://example.org",
          " https://example.org",
          "--help",
          "example.org"}) {
        EXPECT_FALSE(is_web_address(url)) << url;
    }
}

TEST(WebAddress, IsAsciiForOtherPrograms) {
    EXPECT_EQ(as_ascii_address("https://예.kr/a b\n"), "https://%EC%98%88.kr/a%20b%0A");
}

TEST(WebAddress, GoesBehindTheBrowserOrToItsPlace) {
    EXPECT_EQ(opened_with("echo -n"), "https://example.org/a%20b");
    EXPECT_EQ(opened_with("echo '<%s>' new"), "<https://example.org/a%20b> new\n");
}

TEST(WebAddress, TheNextBrowserGetsWhatOneDoesNotTake) {
    EXPECT_EQ(
        opened_with("/no/such/browser:false:echo:echo second"), "https://example.org/a%20b\n"
    );
}

TEST(WebAddress, ThatNobodyTakesIsAnError) {
    try {
        open_in_browser("https://example.org", with_browser("false"));
        FAIL() << "was opened";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "no browser opens https://example.org");
        EXPECT_THAT(std::string(error.hint()), testing::HasSubstr("BROWSER"));
    }
}
}  // namespace
}  // namespace gisa::cli
