// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace gisa::searcher {
/// How many keys must be put in, left out, exchanged or swapped with their neighbour to type `b`
/// instead of `a`; more than `most` may be told as any number above it. No key is moved twice
/// (optimal string alignment: Boytsov, Indexing methods for approximate dictionary searching,
/// 2011, section 2.2). Bytes are keys.
[[nodiscard]] std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most);
}  // namespace gisa::searcher
