// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gisa::indexer {
/// The fields of an article that an input can name.
enum class Field : std::uint8_t {
    Id,
    Title,
    Body,
    Date,
    Url,
    Publisher,
    Byline,
    Sections,
    Language,
};
inline constexpr std::size_t kFieldCount = 9;

/// What a field is called in messages, and first of all in an input: "id", "title", "section" ...
[[nodiscard]] std::string_view name_of(Field field);

/// Which names in an input mean which field. A field that is renamed is looked for under its new
/// names only; the old one is then a key like any other. Safe to read from several threads.
class FieldNames {
  public:
    /// `renamed`: pairs of (name in the input, Gisa's name), as in AddOptions.
    /// Throws: InvalidArgument when Gisa has no such field, or for a name given twice.
    explicit FieldNames(const std::vector<std::pair<std::string, std::string>>& renamed = {});

    /// The names of a field in the input; the first that is there counts.
    [[nodiscard]] const std::vector<std::string>& names(Field field) const {
        return names_[static_cast<std::size_t>(field)];
    }

  private:
    std::array<std::vector<std::string>, kFieldCount> names_;
};
}  // namespace gisa::indexer
