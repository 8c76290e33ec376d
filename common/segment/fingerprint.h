// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include "common/text/dictionary.h"
#include "common/text/user_words.h"

namespace gisa::segment {
/// Names what the terms of a segment are: their version and the analysis that made them. A segment
/// of another fingerprint cannot be searched together with ours. Either pointer may be null.
[[nodiscard]] std::string fingerprint(
    const text::Dictionary* dictionary, const text::UserWords* user_words
);
}  // namespace gisa::segment
