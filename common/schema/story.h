// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::schema {
/// Bits of a sketch.
inline constexpr std::size_t kSketchBits = 128;

/// Makes an article's sketch: sixteen bytes by which same_story() knows another print of the same
/// report, with another headline, a paragraph cut or a tenth of the words changed. A body of few
/// words gets eight bytes, a hash of all of them, and one of very few is hashed with its title; an
/// article without words gets none. Words are given in their order, in normal form. One thread at a
/// time.
/// Source: Li and König, b-Bit Minwise Hashing, 2010, with b = 1; Dahlgaard, Knudsen and Thorup, Fast
/// Similarity Sketching, 2017, for the hashes.
class StorySketcher {
  public:
    void add_title_word(std::string_view word);
    void add_body_word(std::string_view word);

    /// The sketch of the words since the last one.
    [[nodiscard]] std::string finish();

  private:
    void append_bits(std::string& sketch) const;

    std::vector<std::uint64_t> features_;  ///< of the body
    std::uint64_t title_ = 0;              ///< a hash of its words
    std::uint64_t body_ = 0;               ///< likewise
    std::size_t title_words_ = 0;
    std::size_t body_words_ = 0;
    std::uint64_t previous_ = 0;  ///< the hash of the body's last word
    bool previous_is_number_ = false;
};

/// Whether two articles tell the same story, by their sketches; an empty sketch tells none.
[[nodiscard]] bool same_story(std::string_view a, std::string_view b);
}  // namespace gisa::schema
