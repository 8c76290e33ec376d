// SPDX-License-Identifier: GPL-2.0-or-later
//
// matrix.bin, all of it 16-bit numbers of the machine's own order:
//   rights  lefts  then a row of `rights` costs for each left number
#include "common/text/transitions.h"

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::text {
Transitions::Transitions(const std::filesystem::path& file) : file_(file) {
    constexpr std::size_t kSizes = 2;
    const std::span<const std::byte> bytes = file_.bytes();
    const std::span numbers(
        reinterpret_cast<const std::int16_t*>(bytes.data()), bytes.size() / sizeof(std::int16_t)
    );
    if (numbers.size() >= kSizes) {
        rights_ = static_cast<std::uint16_t>(numbers[0]);
        costs_ = numbers.subspan(kSizes);
    }
    const std::size_t lefts = numbers.size() < kSizes ? 0 : static_cast<std::uint16_t>(numbers[1]);
    if (lefts == 0 || costs_.size() != rights_ * lefts) {
        throw Error(
            ErrorCode::Configuration,
            tr("%1 is not a matrix of MeCab's", {file.string()}),
            tr("run scripts/setup.sh again to fetch the dictionary anew")
        );
    }
}
}  // namespace gisa::text
