// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/parse/characters.h"
#include "searcher/parse/query.h"

namespace gisa::searcher {
namespace {
using Kind = QueryNode::Kind;

void append_hex(std::string& out, std::uint32_t byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\x";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

/// Escapes what would end or blur the text; `special` are further characters of that kind.
template <typename Predicate>
void append_escaped(std::string& out, std::string_view text, Predicate special) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode(text, at);
        const std::string_view bytes = text.substr(at, next.bytes);
        const char32_t character = next.character;
        if (!next.valid || is_control(character) || is_invisible(character) || special(character)) {
            for (const char byte : bytes) {
                append_hex(out, static_cast<unsigned char>(byte));
            }
        } else if (character == U'\\' || character == U'"') {
            out.append("\\").append(bytes);
        } else {
            out += bytes;
        }
        at += next.bytes;
    }
}

void append_word(std::string& out, std::string_view word) {
    append_escaped(out, word, [](char32_t character) {
        return is_blank(character) || character == U'(' || character == U')';
    });
}

void append_phrase(std::string& out, std::string_view phrase) {
    out += '"';
    append_escaped(out, phrase, [](char32_t character) {
        return is_blank(character) && character != U' ';
    });
    out += '"';
}

void append_number(std::string& out, unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0').append(digits);
}

void append_day(std::string& out, const std::optional<std::chrono::year_month_day>& day) {
    if (!day) {
        return;
    }
    append_number(out, static_cast<unsigned>(static_cast<int>(day->year())), 4);
    out += '-';
    append_number(out, static_cast<unsigned>(day->month()), 2);
    out += '-';
    append_number(out, static_cast<unsigned>(day->day()), 2);
}

std::string_view name_of_proximity(Proximity proximity) {
    switch (proximity) {
        case Proximity::Near:
            return "near";
        case Proximity::Ordered:
            return "onear";
        case Proximity::Sentence:
            return "sentence";
        case Proximity::Paragraph:
            return "paragraph";
    }
    return {};
}

std::string_view name_of_node(const QueryNode& node) {
    switch (node.kind) {
        case Kind::Nothing:
            return "nothing";
        case Kind::All:
            return "all";
        case Kind::Near:
            return name_of_proximity(node.proximity);
        case Kind::AtLeast:
            return "atleast";
        case Kind::In:
        case Kind::Value:
            return name_of(node.field);
        case Kind::Dates:
            return node.field == Field::Collected ? "collected" : "dates";
        case Kind::And:
            return node.bare ? "words" : "and";
        case Kind::Or:
            return "or";
        case Kind::Not:
            return "not";
        case Kind::Literal:
            return node.unspaced ? "unspaced" : "literal";
        case Kind::Prefix:
            return "prefix";
        case Kind::Noun:
            return "noun";
        case Kind::Word:
        case Kind::Phrase:
            break;
    }
    return {};
}

// Recursion is bounded by the depth of the tree.
void append_node(std::string& out, const QueryNode& node) {
    if (node.kind == Kind::Word) {
        append_word(out, node.text);
        return;
    }
    if (node.kind == Kind::Phrase) {
        append_phrase(out, node.text);
        return;
    }
    out += '(';
    out += name_of_node(node);
    if (node.kind == Kind::Prefix || node.kind == Kind::Noun) {
        out += ' ';
        append_word(out, without_sign(node));
    }
    if (node.kind == Kind::Near
        && (node.proximity == Proximity::Near || node.proximity == Proximity::Ordered)) {
        out.append(" ").append(std::to_string(node.distance));
    }
    if (node.kind == Kind::AtLeast) {
        out.append(" ").append(std::to_string(node.times));
    }
    if (node.kind == Kind::Value || node.kind == Kind::Literal) {
        out += ' ';
        append_phrase(out, node.text);
    }
    if (node.kind == Kind::Dates) {
        out += ' ';
        append_day(out, node.days.first);
        out += "..";
        append_day(out, node.days.last);
    }
    for (const QueryNode& child : node.children) {
        out += ' ';
        append_node(out, child);
    }
    out += ')';
}
}  // namespace

std::string_view without_sign(const QueryNode& node) {
    const std::string_view text = node.text;
    return text.substr(0, text::previous_character(text, text.size()));
}

std::string to_text(const QueryNode& node) {
    std::string out;
    append_node(out, node);
    return out;
}

std::string to_text(const ParsedQuery& query) {
    const std::string tree = to_text(query.root);
    return query.half_life
               ? "(fresh " + std::to_string(query.half_life->count()) + "d " + tree + ")"
               : tree;
}
}  // namespace gisa::searcher
