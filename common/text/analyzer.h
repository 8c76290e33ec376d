// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/english_word.h"
#include "common/text/korean_word.h"
#include "common/text/normal_form.h"
#include "common/text/scan.h"

namespace gisa::text {
/// One run of a text with the forms it is searched by. Valid during the callback only.
struct AnalyzedRun {
    Script script = Script::Other;
    ByteRange where;                          ///< bytes of the normal text, particles included
    std::uint32_t word = 0;                   ///< runs of one word as typed share it
    std::string_view whole;                   ///< the word itself, particles gone; never empty
    std::span<const std::string_view> parts;  ///< morphemes or stems; may repeat `whole`
    bool inflected = false;  ///< a Korean verb's form, `whole` being its stem: 많은, 서약했다고
};

/// Text to runs, the same on both sides of the archive: normal form, script runs, Korean and
/// English words. A function of each word alone. One thread at a time.
class Analyzer {
  public:
    /// How many Korean forms an analyzer of its own remembers.
    static constexpr std::size_t kRememberedForms = 100'000;

    /// `dictionary` may be null. `user_words` are the archive's; null: it has none. `memo` may be
    /// shared by all analyzers with the same dictionary and words; null: this one has its own.
    explicit Analyzer(
        std::shared_ptr<const Dictionary> dictionary,
        std::shared_ptr<const UserWords> user_words = nullptr,
        std::shared_ptr<FormMemo> memo = nullptr
    );

    /// Calls `sink` for each run of `utf8`, in order.
    void analyze(std::string_view utf8, const std::function<void(const AnalyzedRun&)>& sink);

    /// The normal form of the last text, with the way back to its bytes.
    [[nodiscard]] const NormalForm& normal_form() const { return normal_; }

    /// All runs of the last text's normal form, those of particles that are no words included.
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

    /// The stem that a Latin word would be given; valid until the next call of anything here.
    [[nodiscard]] std::string_view english_stem(std::string_view word) {
        return english_.stem(word);
    }

    /// Names the whole chain: rules, lists, dictionary, the user's words and library versions. Two
    /// analyzers with the same fingerprint give the same runs for every text.
    [[nodiscard]] static std::string fingerprint(
        const Dictionary* dictionary, const UserWords* user_words = nullptr
    );

  private:
    NormalForm normal_;
    std::vector<Run> runs_;
    KoreanWords korean_;
    EnglishWords english_;
    std::vector<std::string_view> english_parts_;
};
}  // namespace gisa::text
