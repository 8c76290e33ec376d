// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "common/io/mapped_file.h"

namespace gisa::text {
/// What it costs that one piece of a word follows another, by their context numbers: MeCab's
/// matrix.bin. Read here and not through MeCab, for a word asks some four hundred times.
/// Immutable and safe to share between threads.
class Transitions {
  public:
    /// Throws: StorageFailed when the file cannot be read, Configuration when it is not such a matrix.
    explicit Transitions(const std::filesystem::path& file);

    /// The costs of coming to a piece of this left number, by the right number of the piece before it.
    [[nodiscard]] std::span<const std::int16_t> to(std::uint16_t left) const {
        return costs_.subspan(rights_ * left, rights_);
    }

  private:
    io::MappedFile file_;
    std::size_t rights_ = 0;
    std::span<const std::int16_t> costs_;
};
}  // namespace gisa::text
