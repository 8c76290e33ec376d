// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/literal.h"

#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
           || (byte >= '0' && byte <= '9');
}

bool is_space(char32_t character) {
    return character <= U' ' || character == 0x00A0 || character == 0x3000;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const text::Decoded next = text::decode(text, at);
        if (!is_space(next.character)) {
            break;
        }
        at += next.bytes;
    }
    return at;
}

/// The end of `wanted` at `at`, white space passed over here and there; npos when it is not there.
std::size_t end_of_unspaced(std::string_view stored, std::size_t at, std::string_view wanted) {
    std::size_t end = at;
    for (std::size_t i = skip_spaces(wanted, 0); i < wanted.size(); i = skip_spaces(wanted, i)) {
        at = skip_spaces(stored, at);
        const std::string_view one = wanted.substr(i, text::decode(wanted, i).bytes);
        if (stored.compare(at, one.size(), one) != 0) {
            return std::string_view::npos;
        }
        i += one.size();
        at += one.size();
        end = at;
    }
    return end;
}

std::optional<ByteRange> find_unspaced(
    std::string_view stored, std::string_view wanted, std::size_t from
) {
    const std::size_t begin = skip_spaces(wanted, 0);
    if (begin == wanted.size()) {
        return ByteRange{from, from};
    }
    const std::string_view first = wanted.substr(begin, text::decode(wanted, begin).bytes);
    for (std::size_t at = stored.find(first, from); at != std::string_view::npos;
         at = stored.find(first, at + 1)) {
        const std::size_t end = end_of_unspaced(stored, at, wanted);
        if (end != std::string_view::npos) {
            return ByteRange{at, end};
        }
    }
    return std::nullopt;
}
}  // namespace

std::optional<ByteRange> find_literal(
    std::string_view stored, const Literal& literal, std::size_t from
) {
    if (from > stored.size()) {
        return std::nullopt;
    }
    const std::string_view wanted = literal.text;
    if (literal.unspaced) {
        return find_unspaced(stored, wanted, from);
    }
    for (std::size_t at = stored.find(wanted, from); at != std::string_view::npos;
         at = stored.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool inside_word =
            at > 0 && is_word_byte(wanted.front()) && is_word_byte(stored[at - 1]);
        const bool goes_on =
            end < stored.size() && is_word_byte(wanted.back()) && is_word_byte(stored[end]);
        if (!inside_word && !goes_on) {
            return ByteRange{at, end};
        }
    }
    return std::nullopt;
}
}  // namespace gisa::searcher
