// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gisa::text {
/// Reads the Hanja of a Korean run as Hangul: 大統領이 -> 대통령이, with the initial law (두음법칙)
/// at the beginning: 女性 -> 여성, 李 -> 이. Characters without a reading stay. Hangul stays.
/// Safe to call from several threads.
[[nodiscard]] std::string read_hanja(std::string_view korean);

/// Whether the run holds any Hanja, and so would change.
[[nodiscard]] bool has_hanja(std::string_view korean);
}  // namespace gisa::text
