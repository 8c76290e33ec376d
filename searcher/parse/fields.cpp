// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/fields.h"

#include <array>
#include <cstddef>

#include "common/text/utf8.h"
#include "searcher/parse/characters.h"

namespace gisa::searcher {
namespace {
struct FieldNames {
    Field field;
    std::string_view english;
    std::string_view korean;
    std::string_view decomposed;  ///< the Korean name as macOS may hand it over
};

constexpr std::array kFields = {
    FieldNames{
        .field = Field::Title,
        .english = "title",
        .korean = "제목",
        .decomposed = "\u110C\u1166\u1106\u1169\u11A8",
    },
    FieldNames{
        .field = Field::Date,
        .english = "date",
        .korean = "날짜",
        .decomposed = "\u1102\u1161\u11AF\u110D\u1161",
    },
};

bool is_ascii_letter(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}

std::string lower(std::string text) {
    for (char& byte : text) {
        if (byte >= 'A' && byte <= 'Z') {
            byte = static_cast<char>(byte - 'A' + 'a');
        }
    }
    return text;
}
}  // namespace

std::optional<Field> find_field(std::string_view name) {
    const std::string wanted = lower(narrow(name));
    for (const FieldNames& names : kFields) {
        if (wanted == names.english || wanted == names.korean || wanted == names.decomposed) {
            return names.field;
        }
    }
    return std::nullopt;
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
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (i > 0) {
            list += i + 1 == kFields.size() ? " and " : ", ";
        }
        list.append(kFields[i].english).append(": (").append(kFields[i].korean).append(":)");
    }
    return list;
}
}  // namespace gisa::searcher
