// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gisa::searcher {
/// What may stand before a colon.
enum class Field : std::uint8_t {
    Title,  ///< a word, a phrase or a parenthesis to be found in the title
    Body,   ///< likewise behind the title
    Lead,   ///< likewise in the first two paragraphs behind the title
    Publisher,
    Section,
    Byline,
    Language,
    Url,  ///< its host
    Id,
    Published,  ///< days
    Query,      ///< the name of a saved query
    Collected,  ///< days on which the archive first stored the article
    Fresh,      ///< a half-life: no condition, but how the answer is ranked
};

/// The field of that name, in English (any case) or Korean; nothing when there is none.
[[nodiscard]] std::optional<Field> find_field(std::string_view name);

/// The English name, as in (publisher "새별신문").
[[nodiscard]] std::string_view name_of(Field field);

/// Whether words and phrases are to be found there, rather than to be its value.
[[nodiscard]] constexpr bool is_place(Field field) {
    return field == Field::Title || field == Field::Body || field == Field::Lead;
}

[[nodiscard]] constexpr bool takes_days(Field field) {
    return field == Field::Published || field == Field::Collected;
}

/// Whether what follows is a value that may hold any sign: id:a:b, url:https://example.com.
[[nodiscard]] constexpr bool takes_anything(Field field) {
    return takes_days(field) || field == Field::Id || field == Field::Url || field == Field::Query;
}

/// Whether somebody who wrote this before a colon may have meant a field: letters only, so that
/// 10:30 is no field.
[[nodiscard]] bool could_be_field(std::string_view name);

/// "title: (제목:), date: (날짜:)", for notices.
[[nodiscard]] std::string list_of_fields();
}  // namespace gisa::searcher
