// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gisa/searcher.h>

namespace gisa::cli {
/// What a field says of a hit; the first alternative says that the article has no such thing.
using FieldValue = std::variant<
    std::monostate,
    std::string,
    std::uint64_t,
    double,
    std::vector<std::string>,
    std::vector<ByteRange>,
    std::vector<HitCopy>>;

/// One piece of a hit under the name that every format with names gives to it.
struct HitField {
    std::string_view name;
    FieldValue (*value)(const Hit& hit, std::uint64_t rank);  ///< rank: 1-based
    bool needs_snippet = false;  ///< without SearchRequest::snippet_cells it is empty
    bool needs_fold = false;     ///< likewise without SearchRequest::fold
};

/// Every field, in the order of a JSON object.
[[nodiscard]] std::span<const HitField> hit_fields() noexcept;

/// The field of that name; null when there is none.
[[nodiscard]] const HitField* hit_field(std::string_view name);

/// All names, parted by ", ".
[[nodiscard]] std::string hit_field_names();

/// A value as one text: names parted by "; ", marks as "begin-end"; empty when there is none.
[[nodiscard]] std::string as_text(const FieldValue& value);

/// The fields of a list like "id,title,url", in its order. Throws: UsageError naming --fields.
[[nodiscard]] std::vector<HitField> parse_fields(std::string_view list);
}  // namespace gisa::cli
