// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/fields.h"

#include <array>
#include <cstddef>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"
#include "searcher/parse/characters.h"

namespace gisa::searcher {
namespace {
struct FieldName {
    Field field;
    std::string_view english;
    std::string_view korean;
};

/// The first name of a field is the one that is shown.
constexpr auto kNames = std::to_array<FieldName>({
    {Field::Title, "title", "제목"},
    {Field::Body, "body", "본문"},
    {Field::Lead, "lead", "리드"},
    {Field::Byline, "byline", "기자"},
    {Field::Publisher, "publisher", "언론사"},
    {Field::Section, "section", "분야"},
    {Field::Language, "lang", "언어"},
    {Field::Url, "url", ""},
    {Field::Id, "id", ""},
    {Field::Query, "query", "질의"},
    {Field::Published, "date", "날짜"},
    {Field::Published, "published", "발행"},
    {Field::Collected, "collected", "수집"},
    {Field::Fresh, "fresh", "최신"},
});

bool is_ascii_letter(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}
}  // namespace

std::optional<Field> find_field(std::string_view name) {
    constexpr std::size_t kLongestName = 64;
    if (name.empty() || name.size() > kLongestName) {
        return std::nullopt;
    }
    // Small letters, and composed syllables where macOS hands over letters.
    const std::string wanted = text::normalized(name);
    for (const FieldName& one : kNames) {
        if (wanted == one.english || (!wanted.empty() && wanted == one.korean)) {
            return one.field;
        }
    }
    return std::nullopt;
}

std::string_view name_of(Field field) {
    for (const FieldName& one : kNames) {
        if (one.field == field) {
            return one.english;
        }
    }
    return {};
}

bool could_be_field(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const text::Decoded next = text::decode(name, at);
        const char32_t character = narrow(next.character);
        if (!is_ascii_letter(character) && !text::is_hangul_syllable(character)) {
            return false;
        }
        at += next.bytes;
    }
    return !name.empty();
}

std::string list_of_fields() {
    std::string list;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        list.append(i > 0 ? ", " : "").append(kNames[i].english).append(":");
        if (!kNames[i].korean.empty()) {
            list.append(" (").append(kNames[i].korean).append(":)");
        }
    }
    return list;
}
}  // namespace gisa::searcher
