// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

namespace gisa::text {
/// A text in the one form that both sides of the archive compare: composed (NFC), compatibility
/// forms replaced (full-width letters, half-width and circled forms, KS X 1001's duplicate Hanja),
/// case folded, invisible characters gone, every kind of space a space, of middle dot a U+00B7,
/// of apostrophe a ', of hyphen a -. Loose Hangul letters (ㅋㅋ, ㅅㅅㅈㅈ) stay as they are.
/// Ill-formed bytes become U+FFFD. Idempotent: the normal form of a normal form is itself.
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

    std::string text_;
    std::vector<Span> spans_;
    std::size_t original_size_ = 0;
};

/// The normal form alone.
[[nodiscard]] std::string normalized(std::string_view utf8);
}  // namespace gisa::text
