// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>

#include "common/catalog/database.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace gisa::catalog {
using ContentHash = std::array<std::byte, 16>;

/// A hash over every field of an article. Two articles with the same hash are taken for the same;
/// among 10 million, chance makes two different ones alike with a probability of 1 : 10^24.
[[nodiscard]] ContentHash content_hash(const Article& article);

/// Sections as one text and back: each ended by LF; a backslash and an LF inside one are written as
/// \\ and \n.
[[nodiscard]] std::string join_sections(const std::vector<std::string>& sections);
[[nodiscard]] std::vector<std::string> split_sections(std::string_view joined);

/// Packs and unpacks texts with zstd, in working memory kept from call to call. An empty text is
/// an empty blob. One thread at a time.
class Packer {
  public:
    Packer();

    /// Into a buffer that keeps its memory; the result lies in it.
    [[nodiscard]] Blob pack(std::string_view text, std::vector<std::byte>& buffer);

    /// Into a string that keeps its memory. False when the blob is none of ours.
    [[nodiscard]] bool unpack(Blob packed, std::string& text);

  private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
        void operator()(ZSTD_DCtx_s* context) const;
    };

    std::unique_ptr<ZSTD_CCtx_s, Free> packing_;
    std::unique_ptr<ZSTD_DCtx_s, Free> unpacking_;
};
}  // namespace gisa::catalog
