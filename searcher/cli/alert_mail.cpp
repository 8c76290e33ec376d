// SPDX-License-Identifier: GPL-2.0-or-later
// Source: RFC 5322 (messages), 2047 (other than ASCII in headers), 2045 (base64), 3834
// (Auto-Submitted), and the maildir format of qmail and Dovecot.
#include "searcher/cli/alert_mail.h"

#include <algorithm>
#include <sstream>

#include "common/cli/characters.h"
#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/cli/whole_file.h"
#include "searcher/cli/web_address.h"

namespace gisa::cli {
namespace {
constexpr std::size_t kLineOfBase64 = 76;
/// Of an encoded word of at most 75 characters, in bytes before they are encoded.
constexpr std::size_t kEncodedWordBytes = 45;
constexpr std::size_t kMailWidth = 72;

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t j = 0; j < 3; ++j) {
            group = (group << 8U) | (j < here ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            text += j <= here ? kDigits[(group >> (18U - 6U * j)) & 0x3FU] : '=';
        }
    }
    return text;
}

std::string base64_lines(std::string_view bytes) {
    const std::string text = base64(bytes);
    std::string lines;
    for (std::size_t i = 0; i < text.size(); i += kLineOfBase64) {
        lines += text.substr(i, kLineOfBase64) + "\n";
    }
    return lines;
}

bool is_plain(std::string_view text) {
    return text.find("=?") == std::string_view::npos
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Text of a header: encoded words, cut between characters, when ASCII does not do.
std::string header_text(const std::string& text) {
    if (is_plain(text)) {
        return text;
    }
    std::string encoded;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin;
        for (;;) {
            const std::size_t bytes = character_at(text, end).bytes;
            if (bytes == 0 || end + bytes - begin > kEncodedWordBytes) {
                break;
            }
            end += bytes;
        }
        encoded += (encoded.empty() ? "" : "\n ")
                   + ("=?UTF-8?B?" + base64(text.substr(begin, end - begin)) + "?=");
        begin = end;
    }
    return encoded;
}

std::string first_of(const std::string& addresses) {
    return addresses.substr(0, addresses.find(','));
}

std::string host_of(const std::string& address) {
    const std::size_t at = address.rfind('@');
    const std::string host = at == std::string::npos ? "localhost" : address.substr(at + 1);
    return host.substr(0, host.find_first_of("> "));
}
}  // namespace

bool is_mail_address(std::string_view text) {
    return !text.empty() && text.front() != ','
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string mail_text(const MailHead& head, const Answer& answer, const std::string& remark) {
    std::ostringstream body;
    make_text_printer(body, {.width = kMailWidth})->print(answer);
    if (!remark.empty()) {
        body << '\n' << remark << '\n';
    }
    const std::string subject = "Gisa: " + printable(answer.query_id) + " ("
                                + std::to_string(answer.response.hits.size()) + ")";
    const std::string from = first_of(head.to);
    return "From: " + from + "\nTo: " + head.to + "\nSubject: " + header_text(subject)
           + "\nDate: " + mail_time(head.date) + "\nMessage-ID: <" + percent_encoded(head.name)
           + "@" + host_of(from) + ">\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
           + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n"
           + base64_lines(body.str());
}

void deliver(
    const std::filesystem::path& maildir, const std::string& name, const std::string& text
) {
    // Readers of a maildir expect all three.
    for (const char* folder : {"tmp", "cur"}) {
        std::filesystem::create_directories(maildir / folder);
    }
    replace_file(maildir / "new" / name, text);
}
}  // namespace gisa::cli
