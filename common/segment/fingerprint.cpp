// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/fingerprint.h"

#include "common/schema/terms.h"
#include "common/text/analyzer.h"

namespace gisa::segment {
std::string fingerprint(const text::Dictionary* dictionary, const text::UserWords* user_words) {
    return "gisa-terms " + std::to_string(schema::kTermsVersion) + "; "
           + text::Analyzer::fingerprint(dictionary, user_words);
}
}  // namespace gisa::segment
