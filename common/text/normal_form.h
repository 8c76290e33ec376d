// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/respell.h"

namespace gisa::text {
/// A text in the one form that both sides of the archive compare: composed (NFC), compatibility
/// forms replaced (full-width letters, half-width and circled forms), case folded, invisible
/// characters gone, every kind of space a space, of middle dot a U+00B7, of apostrophe a ', of
/// hyphen a -, of quotation mark a "; Hanja read as Hangul (大統領 -> 대통령, 美대통령 -> 미국 대통령)
/// and numbers without the commas that group them. Loose Hangul letters (ㅋㅋ, ㅅㅅㅈㅈ) stay as they
/// are. Ill-formed bytes become U+FFFD. Idempotent: the normal form of a normal form is itself.
/// docs/text_analysis.md has every rule and its reason.
///
/// Keeps the way back: any range of the normal text knows the bytes of the original it came from.
/// Not thread-safe; an object reuses its memory from text to text.
class NormalForm {
  public:
    /// Normalises `utf8`; the former content is forgotten.
    void assign(std::string_view utf8);

    [[nodiscard]] const std::string& text() const { return text_; }

    /// The bytes of the original that the non-empty `range` of text() came from.
    [[nodiscard]] ByteRange original(ByteRange range) const;

  private:
    class Builder;

    /// From `normal` on, bytes map one to one (linear), or all to the whole of the span.
    struct Span {
        std::size_t normal = 0;
        std::size_t original = 0;
        bool linear = true;
    };

    void respell();
    void apply_edits();
    void copy_stretch(ByteRange stretch);
    [[nodiscard]] std::vector<Span>::const_iterator span_of(std::size_t normal) const;
    [[nodiscard]] std::size_t original_begin(std::size_t normal) const;

    std::string text_;
    std::vector<Span> spans_;
    std::size_t original_size_ = 0;
    std::vector<ByteRange> hanja_;  ///< runs of Hanja in text_
    std::vector<Edit> edits_;
    // Where apply_edits() writes; kept for their memory.
    std::string edited_text_;
    std::vector<Span> edited_spans_;
};

/// The normal form alone.
[[nodiscard]] std::string normalized(std::string_view utf8);
}  // namespace gisa::text
