// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include <gisa/text_range.h>

namespace gisa::text {
/// How a run of Hanja is written in Hangul.
struct HanjaReading {
    std::string text;
    /// What the syllable behind the run becomes, the same particle in its other shape (美는 ->
    /// 미국은); empty when it stays. As long as what it replaces.
    std::string_view next;
};

/// Reads the Hanja at `run` of `text` (see is_han), which must hold the whole of it: 大統領 ->
/// 대통령, with the initial law (두음법칙) where the run begins a word: 女性 -> 여성, 李 -> 이.
/// A character that news headlines write alone for a name becomes that name, and a space where a
/// noun follows: 美대통령 -> 미국 대통령, 美서 -> 미국서. Characters without a reading stay.
/// Looks no further than the word that the run stands in. Safe to call from several threads.
[[nodiscard]] HanjaReading read_hanja(std::string_view text, ByteRange run);

/// The same, but never for a name: 美·中 is read 미·중.
[[nodiscard]] std::string read_hanja_plainly(std::string_view text, ByteRange run);
}  // namespace gisa::text
