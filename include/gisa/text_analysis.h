// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/export.h>
#include <gisa/text_range.h>

namespace gisa {
enum class WordScript { Korean, Latin, Other };

/// What a stretch of one script inside a word becomes. Particles that lean on Latin letters or
/// digits (AI가, G7에서) become nothing and are left out.
struct WordAnalysis {
    ByteRange where;         ///< in the text
    std::string typed;       ///< those bytes
    std::uint32_t word = 0;  ///< stretches of one word as typed share it: AI서울 is two
    WordScript script = WordScript::Other;
    std::string normal;              ///< composed, folded, half-width: what is compared
    std::string whole;               ///< the word itself, particles gone; a term of the index
    std::vector<std::string> parts;  ///< morphemes or stems, terms as well; may be {whole} or empty
};

struct TextAnalyzerOptions {
    /// As in IndexerOptions.
    std::filesystem::path dictionary;
    /// Whose user's dictionary is used, and whose articles verify() looks at; empty: none.
    std::filesystem::path archive;
};

struct WordCheckOptions {
    /// At most so many articles of the archive are looked at for each word; 0: none.
    std::uint32_t articles_per_word = 20;
    /// At most so many articles, the newest, are read in all: rare words would read the archive.
    std::uint32_t most_articles = 20'000;
};

/// A form of a word whose terms do not find the word, or are not found by the word's: a run is
/// found by its whole or by all of its parts.
struct WordDisagreement {
    enum class Kind {
        Particle,     ///< with a particle behind it
        Punctuation,  ///< before a punctuation mark
        Case,         ///< in upper, lower or title case
        Article       ///< as it stands in an article, which the word's terms do not find
    };
    Kind kind = Kind::Particle;
    std::string word;
    std::string form;
    std::string article;                ///< its id; empty for the other kinds
    std::vector<std::string> expected;  ///< the word's terms, ascending
    std::vector<std::string> got;       ///< the form's terms, ascending
};

/// Whether words and their forms find each other.
struct WordCheckReport {
    std::uint64_t words = 0;     ///< those with anything to search for
    std::uint64_t forms = 0;     ///< that were compared, those in articles included
    std::uint64_t articles = 0;  ///< that were read
    std::uint64_t disagreements = 0;
    std::vector<WordDisagreement> first;  ///< the first of them, at most 10,000
};

/// The analysis that both sides of an archive use, to look at. One thread at a time.
class GISA_EXPORT TextAnalyzer {
  public:
    /// Throws: Configuration; with an archive also ArchiveNotFound, ArchiveIncompatible,
    /// ArchiveCorrupt, StorageFailed.
    explicit TextAnalyzer(const TextAnalyzerOptions& options = {});
    ~TextAnalyzer();
    TextAnalyzer(TextAnalyzer&&) noexcept;
    TextAnalyzer& operator=(TextAnalyzer&&) noexcept;
    TextAnalyzer(const TextAnalyzer&) = delete;
    TextAnalyzer& operator=(const TextAnalyzer&) = delete;

    /// The words of a UTF-8 text, in order; ill-formed bytes become U+FFFD.
    [[nodiscard]] std::vector<WordAnalysis> analyze(std::string_view utf8);

    /// Compares each word with its forms: with every particle that fits, before punctuation marks,
    /// in other case, and in the archive's articles, the newest first. Words without letter or
    /// digit are passed over.
    /// Throws: ArchiveCorrupt, StorageFailed.
    [[nodiscard]] WordCheckReport verify(
        const std::vector<std::string>& words, const WordCheckOptions& options = {}
    );

    /// Names the analysis with everything it depends on.
    [[nodiscard]] std::string fingerprint() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa
