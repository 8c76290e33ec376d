// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/catalog/database.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace gisa::catalog {
/// Packs and unpacks texts with zstd, in working memory kept from call to call. An empty text is
/// an empty blob. A news article is too short to learn from itself what Korean or English news look
/// like, so texts are packed with a dictionary made from the archive's own, once there is one; each
/// packed text names the dictionary it needs. One thread at a time.
class Packer {
  public:
    /// Numbers of dictionaries begin at 1; 0 is none.
    using DictionaryNumber = std::uint32_t;

    Packer();
    ~Packer();
    Packer(Packer&&) noexcept;
    Packer& operator=(Packer&&) noexcept;
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    /// Into a buffer that keeps its memory; the result lies in it.
    [[nodiscard]] Blob pack(std::string_view text, std::vector<std::byte>& buffer);

    /// Into a string that keeps its memory. False when the blob is none of ours, or its dictionary
    /// is not known.
    [[nodiscard]] bool unpack(Blob packed, std::string& text);

    /// The dictionary that a packed text needs; 0 for none.
    [[nodiscard]] static DictionaryNumber needed(Blob packed);

    [[nodiscard]] bool knows(DictionaryNumber number) const;
    /// Makes a dictionary known for unpacking.
    void learn(DictionaryNumber number, Blob dictionary);
    /// Packs with a dictionary from now on.
    void pack_with(Blob dictionary);

  private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
        void operator()(ZSTD_DCtx_s* context) const;
        void operator()(ZSTD_CDict_s* dictionary) const;
        void operator()(ZSTD_DDict_s* dictionary) const;
    };

    std::unique_ptr<ZSTD_CCtx_s, Free> packing_;
    std::unique_ptr<ZSTD_DCtx_s, Free> unpacking_;
    std::unique_ptr<ZSTD_CDict_s, Free> packing_dictionary_;
    std::map<DictionaryNumber, std::unique_ptr<ZSTD_DDict_s, Free>> known_;
};

/// Makes a dictionary of at most 110 KB from sample texts; empty when they are too few or too much
/// alike. No piece of a sample of more than 96 bytes stands in it: what a dictionary holds outlives
/// the articles it was made from, so the samples are cut small and shuffled first.
/// The same samples give the same dictionary.
[[nodiscard]] std::vector<std::byte> make_packing_dictionary(
    Packer::DictionaryNumber number, const std::vector<std::string>& samples
);
}  // namespace gisa::catalog
