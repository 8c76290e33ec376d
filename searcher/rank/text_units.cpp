// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/text_units.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
bool is_blank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

bool is_latin_letter(char byte) {
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

bool closes(char32_t character) {
    constexpr std::u32string_view kClosers = U"\"')]}’”」』〉》>";
    return kClosers.find(character) != std::u32string_view::npos;
}

/// Whether the dot at `at` shortens what stands before it: U.S. or Mr.
bool shortens(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 10> kTitles = {
        "mr", "mrs", "ms", "dr", "st", "no", "gov", "sen", "rep", "gen"};
    std::size_t begin = at;
    while (begin > 0 && is_latin_letter(text[begin - 1])) {
        --begin;
    }
    std::string word(text.substr(begin, at - begin));
    std::transform(word.begin(), word.end(), word.begin(), lower);
    return word.size() == 1 || std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

/// How long the sign at `at` is when it ends a sentence; else 0.
std::size_t bytes_of_end(std::string_view text, std::size_t at) {
    constexpr std::string_view kIdeographic = "。";
    switch (text[at]) {
        case '!':
        case '?':
            return 1;
        case '.':
            return shortens(text, at) ? 0 : 1;
        case kIdeographic.front():
            return text.substr(at, kIdeographic.size()) == kIdeographic ? kIdeographic.size() : 0;
        default:
            return 0;
    }
}

/// Where the next sentence begins when one ends with the sign before `at`; else 0.
std::size_t next_sentence(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const text::Decoded next = text::decode(text, at);
        if (!closes(next.character)) {
            break;
        }
        at += next.bytes;
    }
    const bool ends = at < text.size() && is_blank(text[at]);
    return ends ? skip_blanks(text, at) : 0;
}
}  // namespace

std::vector<std::size_t> word_begins(std::string_view text) {
    std::vector<std::size_t> begins;
    for (std::size_t at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, at)) {
        begins.push_back(at);
        while (at < text.size() && !is_blank(text[at])) {
            ++at;
        }
    }
    return begins;
}

std::vector<std::size_t> sentence_begins(std::string_view text) {
    std::vector<std::size_t> begins = paragraph_begins(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t sign = bytes_of_end(text, at);
        const std::size_t begin = sign > 0 ? next_sentence(text, at + sign) : 0;
        if (begin > 0 && begin < text.size()) {
            begins.push_back(begin);
        }
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
}

std::vector<std::size_t> paragraph_begins(std::string_view text) {
    std::vector<std::size_t> begins;
    for (std::size_t at = skip_blanks(text, 0); at < text.size();) {
        begins.push_back(at);
        // A blank line: white space with two line breaks.
        std::size_t next = text.find('\n', at);
        while (next != std::string_view::npos) {
            const std::size_t end = skip_blanks(text, next);
            if (std::count(
                    text.begin() + static_cast<std::ptrdiff_t>(next),
                    text.begin() + static_cast<std::ptrdiff_t>(end),
                    '\n'
                )
                > 1) {
                next = end;
                break;
            }
            next = text.find('\n', end);
        }
        at = std::min(next, text.size());
    }
    return begins;
}
}  // namespace gisa::searcher
