// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::text {
/// What kind of piece the dictionary took a part of a word for, as far as search cares.
enum class Tag : std::uint8_t {
    Content,   ///< nouns, verb and adjective stems, adverbs, determiners, roots, numerals
    Prefix,    ///< 비-, 신-
    Suffix,    ///< -측, -들
    Particle,  ///< 조사
    Ending,    ///< endings, the copula and auxiliary stems
    Other,     ///< symbols
};

/// A piece of a word. Compounds and contractions are already taken apart: the pieces of one
/// contraction share its range (했 -> 하 + 았).
struct Morpheme {
    std::string text;
    Tag tag = Tag::Other;
    std::size_t begin = 0;  ///< bytes of the word
    std::size_t end = 0;
};

/// A compiled mecab-ko-dic, memory-mapped. Immutable and safe to share between threads.
class Dictionary {
  public:
    /// Throws: Configuration when the folder holds no dictionary that MeCab can open.
    explicit Dictionary(const std::filesystem::path& folder);
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// What tells this dictionary from another: its size and a hash of samples of its files.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

    /// The dictionary at `folder`; with an empty path the one that was installed or built with
    /// Gisa, or null when there is none. Throws: Configuration when `folder` is given and wrong.
    [[nodiscard]] static std::shared_ptr<const Dictionary> open(const std::filesystem::path& folder
    );

  private:
    friend class MorphemeSplitter;
    class Impl;
    std::unique_ptr<Impl> impl_;
    std::string fingerprint_;
};

/// Cuts single words into morphemes. One thread at a time.
class MorphemeSplitter {
  public:
    explicit MorphemeSplitter(std::shared_ptr<const Dictionary> dictionary);
    ~MorphemeSplitter();
    MorphemeSplitter(MorphemeSplitter&&) noexcept;
    MorphemeSplitter& operator=(MorphemeSplitter&&) noexcept;
    MorphemeSplitter(const MorphemeSplitter&) = delete;
    MorphemeSplitter& operator=(const MorphemeSplitter&) = delete;

    /// The morphemes of `word` (a Hangul run in its normal form), in order, into `morphemes`.
    /// The word is analysed alone, with a neutral word behind it, so that it gets the same pieces
    /// wherever it stands.
    void split(std::string_view word, std::vector<Morpheme>& morphemes);

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa::text
