// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::text {
/// What a Korean word (a Hangul run, particles included) is searched by.
struct KoreanForm {
    /// The word without its particles and endings: 정상회의에서는 -> 정상회의, 서약했다고 -> 서약,
    /// 밝혔다 -> 밝히. Never empty.
    std::string whole;
    /// Its morphemes that carry meaning, in order: 정상, 회의. Empty when it has none (a word all of
    /// particles and endings). Equal to {whole} for a simple word.
    std::vector<std::string> parts;
    /// A verb or an adjective in one of its forms, or a noun made into one: 많은, 했다, 서약했다고.
    /// Then `whole` is a stem. Particles alone make none: 것을.
    bool inflected = false;
};

/// A form in one piece of memory, so that a look-up waits for one place and not for six.
class FlatForm {
  public:
    void assign(const KoreanForm& form);

    // Valid until the next assignment.
    [[nodiscard]] std::string_view whole() const { return whole_; }

    [[nodiscard]] std::span<const std::string_view> parts() const { return parts_; }

    [[nodiscard]] bool inflected() const { return inflected_; }

  private:
    friend class FormMemo;
    void unpack(std::string_view packed);

    std::string bytes_;
    std::string_view whole_;
    std::vector<std::string_view> parts_;
    bool inflected_ = false;
};

/// Remembers the forms of words: news repeats itself, 18 million words are 1 million distinct ones.
/// For analyzers of one dictionary and one list of user words. Safe to call from several threads.
class FormMemo {
  public:
    /// Keeps between half of `most_forms` and all of them, about 45 bytes each: those asked for
    /// lately.
    explicit FormMemo(std::size_t most_forms);

    /// False when the word's form is not remembered.
    [[nodiscard]] bool find(std::string_view word, FlatForm& form);

    void remember(std::string_view word, const KoreanForm& form);

  private:
    /// Words and their packed forms, one behind the other, found by hash.
    class Table {
      public:
        /// Empty when the word is not there; valid until the next call of add().
        [[nodiscard]] std::string_view find(std::string_view word, std::uint32_t hash) const;
        /// The word is not there.
        void add(std::string_view word, std::uint32_t hash, std::string_view form);

        [[nodiscard]] std::size_t size() const { return size_; }

      private:
        struct Slot {
            std::uint32_t hash = 0;
            std::uint32_t place = 0;  ///< in bytes_, and 1 more; 0 for a free slot
        };

        void put(Slot slot);

        std::vector<Slot> slots_;  ///< as many as a power of two, or none
        std::string bytes_;
        std::size_t size_ = 0;
    };

    /// A part of the words, so that threads seldom wait for each other. Two generations: what was
    /// asked for since the last change, and what came before.
    struct Shard {
        std::mutex mutex;
        Table young;
        Table old;
    };

    static constexpr std::size_t kShards = 64;

    [[nodiscard]] Shard& shard_of(std::uint64_t hash);
    void add(Shard& shard, std::string_view word, std::uint32_t hash, std::string_view form);

    std::size_t most_in_generation_;
    std::unique_ptr<std::array<Shard, kShards>> shards_;
};
}  // namespace gisa::text
