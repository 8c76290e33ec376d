// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/particles.h"

namespace gisa::text {
/// What the dictionary takes a piece of a word for, as far as search cares.
enum class Kind : std::uint8_t {
    Content,    ///< nouns, adverbs, determiners, roots, numerals, prefixes, suffixes
    Stem,       ///< verbs, adjectives and 아니-, with any endings
    Auxiliary,  ///< auxiliary verbs (보조 용언), with any endings
    Derivation,  ///< what makes a verb or an adjective of a noun: -하다, -되다, -시키다, -스럽다
    Function,     ///< particles, endings, the copula, the plural -들
    Contraction,  ///< a word and its particle in one: 게 = 것 + 이
};

/// What an entry of the dictionary is, as far as search cares.
struct EntryKind {
    Kind kind = Kind::Content;
    bool known = false;        ///< the dictionary has it
    bool is_noun = false;      ///< a common or proper noun
    bool negates = false;      ///< a prefix that makes the noun its opposite: 비-, 무-, 불-
    bool is_copula = false;    ///< 이다 with any endings
    bool is_open = false;      ///< a stem that wants an ending behind it
    bool ends_closed = false;  ///< ends in an ending that takes no case particle
    bool is_case = false;      ///< a subject, object or genitive particle
    Sounds after = kAnySound;  ///< of Kind::Function: what a noun before it must end in
};

/// A piece that a word may hold at some place, with what it costs there.
struct LatticeNode : EntryKind {
    /// The first part of what the dictionary knows nothing of. No entry follows it: the dictionary's
    /// own piece goes on.
    bool is_cut = false;
    std::uint16_t left = 0;  ///< its context numbers, for WordLattice::transitions_to
    std::uint16_t right = 0;
    int cost = 0;             ///< of the piece itself
    std::uint32_t begin = 0;  ///< bytes of the word
    std::uint32_t end = 0;
    std::int32_t next_ending_here = -1;  ///< another node with the same end; -1 for none
    const char* feature = nullptr;       ///< the dictionary's columns
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
    friend class WordLattice;
    class Impl;
    std::unique_ptr<Impl> impl_;
    std::string fingerprint_;
};

/// All pieces that a word may be made of. The pieces of a longer word's beginning are those of that
/// beginning alone, so that one lattice answers for a word and for all its forms. One thread at a time.
class WordLattice {
  public:
    explicit WordLattice(std::shared_ptr<const Dictionary> dictionary);
    ~WordLattice();
    WordLattice(WordLattice&&) noexcept;
    WordLattice& operator=(WordLattice&&) noexcept;
    WordLattice(const WordLattice&) = delete;
    WordLattice& operator=(const WordLattice&) = delete;

    /// Looks up `word` (a Hangul run in its normal form).
    void build(std::string_view word);

    /// Ascending by begin.
    [[nodiscard]] const std::vector<LatticeNode>& nodes() const { return nodes_; }

    /// The first node that ends at this byte; -1 for none.
    [[nodiscard]] std::int32_t ending_at(std::size_t byte) const { return ending_at_[byte]; }

    /// What it costs that pieces of this left number follow another, by the other's right number.
    [[nodiscard]] std::span<const std::int16_t> transitions_to(std::uint16_t left) const;

    /// What it costs to begin a word with a piece of this left number.
    [[nodiscard]] int begin_cost(std::uint16_t left) const;

    /// What it costs to end a word with this piece.
    [[nodiscard]] int end_cost(const LatticeNode& node) const;

    /// Appends what a node says: its parts when it is a compound (삼성전자: 삼성, 전자), the stem
    /// of an inflected verb, the word in a contraction; nothing for what has only grammar.
    void append_content(const LatticeNode& node, std::vector<std::string>& parts) const;

  private:
    class Impl;

    void add_pieces(std::uint32_t begin);
    void add(const LatticeNode& piece, std::uint32_t begin);

    std::unique_ptr<Impl> impl_;
    std::vector<LatticeNode> nodes_;
    std::vector<std::int32_t> ending_at_;
};
}  // namespace gisa::text
