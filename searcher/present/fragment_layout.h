// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

namespace gisa::searcher {
/// What stands between two fragments.
inline constexpr std::string_view kOmission = " … ";
/// What stands where a fragment begins or ends inside a sentence.
inline constexpr std::string_view kEllipsis = "…";

/// A piece of a text that is shown.
struct Fragment {
    ByteRange where;
    bool begins_sentence = false;
};

/// Shares a line of so many cells among places of a body, each to be shown within its sentence.
/// Cheap to make; `text` must outlive it.
class FragmentLayout {
  public:
    FragmentLayout(std::string_view text, std::size_t body_begin, std::size_t cells);

    /// What each of `count` fragments gets when they share alike; 0 when they would be too narrow to
    /// say anything. One fragment is never too narrow.
    [[nodiscard]] std::size_t share(std::size_t count) const;

    /// Fragments that hold the places: ascending, each from its sentence's beginning where that fits
    /// and cut at a word, with something left out between them; the last one runs on. With
    /// kOmission between them and kEllipsis at the end they fill the line at most. A place that is
    /// too long for its share is cut.
    /// `places` are ascending, at least one, and no more than share() allows.
    [[nodiscard]] std::vector<Fragment> around(const std::vector<ByteRange>& places) const;

  private:
    /// How a fragment may be cut: to so many cells, between two places of the text.
    struct Cut {
        std::size_t cells;
        std::size_t from;
        std::size_t to;
    };

    [[nodiscard]] std::size_t room(std::size_t count) const;
    [[nodiscard]] ByteRange sentences_around(ByteRange place) const;
    [[nodiscard]] ByteRange cut_around(ByteRange place, ByteRange sentence, const Cut& cut) const;
    [[nodiscard]] std::size_t word_begin(std::size_t at, std::size_t cells, std::size_t from) const;
    [[nodiscard]] std::size_t word_end(std::size_t begin, const Cut& cut) const;

    std::string_view text_;
    std::size_t body_begin_;
    std::size_t cells_;
};
}  // namespace gisa::searcher
