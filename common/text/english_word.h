// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace gisa::text {
/// What a Latin run is searched by.
struct EnglishForm {
    /// The run itself without what varies in writing: pledges, covid19 (COVID-19), obrien
    /// (O'Brien), gidle ((G)I-DLE), u.s, 3.25, r&d, c++, korea (Korea's).
    std::string whole;
    /// The stem of a word (pledg), or the pieces of a run with signs inside (covid, 19; us).
    /// Empty when that would only repeat `whole`.
    std::vector<std::string> parts;
};

/// What all words with a stem begin with: mak for make and making, happ for happi and happy.
[[nodiscard]] std::string_view common_beginning(std::string_view stem);

/// Analyses Latin runs. One thread at a time.
/// Source of the stems: Snowball's English stemmer (Porter 2), libstemmer; what it keeps apart
/// although it is one word (organise, organize; children, child) is in data/english_stems.txt.
class EnglishWords {
  public:
    EnglishWords();

    /// The form of `run`, in its normal form. The reference holds until the next call.
    const EnglishForm& analyze(std::string_view run);

    /// The stem of one word of letters.
    [[nodiscard]] std::string_view stem(std::string_view word);

  private:
    void analyze_joined(std::string_view run);

    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };

    std::unique_ptr<sb_stemmer, Delete> stemmer_;
    EnglishForm form_;
};
}  // namespace gisa::text
