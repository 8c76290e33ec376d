// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace gisa::searcher {
/// Where the units of a text begin, ascending; the first one at 0 when the text begins with it.
/// All bytes up to the next beginning belong to a unit.

/// What stands between white space.
[[nodiscard]] std::vector<std::size_t> word_begins(std::string_view text);

/// A sentence ends with . ! ? or 。, maybe a closing quote or parenthesis, and white space. No
/// sentence ends with a letter and a dot (U.S.) or a title (Mr.), nor goes on in the next paragraph.
[[nodiscard]] std::vector<std::size_t> sentence_begins(std::string_view text);

/// A blank line parts paragraphs.
[[nodiscard]] std::vector<std::size_t> paragraph_begins(std::string_view text);
}  // namespace gisa::searcher
