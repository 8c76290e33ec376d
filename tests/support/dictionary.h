// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <memory>
#include <string>

#include "common/text/dictionary.h"

namespace gisa::test {
/// The dictionary the tests were configured with; the Korean tables need it.
inline std::shared_ptr<const text::Dictionary> dictionary() {
    static const std::shared_ptr<const text::Dictionary> opened =
        text::Dictionary::open(GISA_TEST_DICTIONARY);
    return opened;
}
}  // namespace gisa::test
