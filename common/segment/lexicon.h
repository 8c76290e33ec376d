// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::segment {
/// A segment's distinct Korean words with the number of articles that hold each. It answers which
/// words contain a typed piece, exactly, so that a name no dictionary knows is found inside longer
/// words without any bigram posting.
///
/// The file, little-endian, in this order (offsets count from its beginning):
///   header   magic "GISALEX2", word count, bigram count, list bytes, word bytes   5 × 8 bytes
///   blocks   begin of each block of 8 words in the word bytes, and the end   (words / 8 + 1) × 4
///   bigrams  the two syllables, 16 bits each, ascending                              bigrams × 4
///   begins   of each bigram's list in the list bytes, and the end              (bigrams + 1) × 4
///   sums     articles of all words that hold the bigram                              bigrams × 4
///   lists    word numbers as differences in LEB128
///   words    ascending; each how many syllables it shares with the one before in its block, how
///            many are its own, these with 16 bits each, and its articles; numbers in LEB128
/// Half the size of plain words with fixed numbers, 12 bytes a word in Korean news.
struct LexiconWord {
    std::string word;
    std::uint32_t articles = 0;
};

/// Collects words in ascending byte order and writes the file.
class LexiconWriter {
  public:
    /// Words that are not all Hangul syllables, or of one syllable, are left out.
    void add(std::string_view word, std::uint32_t articles);

    /// Once, after the last word. Throws: StorageFailed. The file is not fsynced.
    void write(const std::filesystem::path& file);

  private:
    std::string bytes_;
    std::vector<std::uint32_t> block_begins_;
    std::vector<std::uint32_t> articles_;
    std::vector<std::uint64_t> occurrences_;  // a bigram in the upper half, a word in the lower
    std::u16string before_;
};

/// Read-only and memory-mapped; safe to share between threads.
class Lexicon {
  public:
    /// Throws: ArchiveCorrupt, StorageFailed.
    explicit Lexicon(const std::filesystem::path& file);
    ~Lexicon();
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    [[nodiscard]] std::size_t size() const;

    /// The words that contain `piece` and are longer than it, most articles first, at most `limit`.
    /// `piece` is Hangul of two syllables or more; anything else is contained in nothing.
    [[nodiscard]] std::vector<LexiconWord> containing(std::string_view piece, std::size_t limit)
        const;

    /// Calls `visit` with the syllables and the articles of each word from `from` on, which need
    /// not be there, ascending, until it returns false.
    using Visit = std::function<bool(std::u16string_view word, std::uint32_t articles)>;
    void walk(std::u16string_view from, const Visit& visit) const;

    /// At most in so many articles stands a word with this bigram: a sum over words, for weights.
    [[nodiscard]] std::uint64_t bigram_articles(std::string_view bigram) const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa::segment
