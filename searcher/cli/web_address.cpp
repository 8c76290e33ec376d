// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/web_address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "searcher/cli/command_line.h"

namespace gisa::cli {
namespace {
bool begins_like(std::string_view url, std::string_view scheme) {
    return url.size() > scheme.size()
           && std::equal(scheme.begin(), scheme.end(), url.begin(), [](char lower, char c) {
                  return lower == std::tolower(static_cast<unsigned char>(c));
              });
}

template <class Keeps>
std::string percent_encoded(std::string_view text, const Keeps& keeps) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (keeps(c)) {
            encoded += c;
        } else {
            encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        }
    }
    return encoded;
}

/// The command's words with the address where it belongs.
/// Source: the convention of $BROWSER, as Python's webbrowser and xdg-open follow it.
std::vector<std::string> browser_words(std::string_view command, const std::string& address) {
    constexpr std::string_view kPlace = "%s";
    std::vector<std::string> words = command_words("$BROWSER", command);
    bool placed = false;
    for (std::string& word : words) {
        const std::size_t at = word.find(kPlace);
        if (at != std::string::npos) {
            word.replace(at, kPlace.size(), address);
            placed = true;
        }
    }
    if (!placed) {
        words.push_back(address);
    }
    return words;
}
}  // namespace

bool is_web_address(std::string_view url) {
    return begins_like(url, "http://") || begins_like(url, "https://");
}

std::string as_ascii_address(std::string_view url) {
    return percent_encoded(url, [](char c) { return c > ' ' && c < '\x7F'; });
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kUnreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    return percent_encoded(text, [kUnreserved](char c) {
        return kUnreserved.find(c) != std::string_view::npos;
    });
}

void open_in_browser(std::string_view url, const Environment& environment) {
    const std::string address = as_ascii_address(url);
    const std::string browsers = environment("BROWSER").value_or("xdg-open");
    for (std::size_t begin = 0; begin <= browsers.size();) {
        const std::size_t end = std::min(browsers.find(':', begin), browsers.size());
        const std::string_view command = std::string_view(browsers).substr(begin, end - begin);
        if (run_command(browser_words(command, address)) == 0) {
            return;
        }
        begin = end + 1;
    }
    throw Error(
        ErrorCode::InvalidArgument,
        tr("no browser opens %1", {address}),
        tr("BROWSER names the program to use (now: %1)", {browsers})
    );
}
}  // namespace gisa::cli
