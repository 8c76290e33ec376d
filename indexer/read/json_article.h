// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include <gisa/article.h>

#include "indexer/read/field_names.h"

namespace gisa::indexer {
/// Why a record is no article: one clause, for people.
struct Refusal {
    std::string reason;
};

/// Reads one JSON object as an article. An id is a text or a whole number; section is a text or a
/// list of texts; all else is text; null is as good as absent. Keys that mean no field, and second
/// names of a field whose first is there, become other_fields. Safe to call from several threads.
[[nodiscard]] std::variant<Article, Refusal> article_from_json(
    std::string_view json, const FieldNames& names
);
}  // namespace gisa::indexer
