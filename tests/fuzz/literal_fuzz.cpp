// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/rank/literal.h"
#include "searcher/rank/text_units.h"

namespace {
void check_units(std::string_view text, const std::vector<std::size_t>& begins) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
        if (begins[i] >= text.size() || (i > 0 && begins[i] <= begins[i - 1])) {
            std::abort();
        }
    }
}

bool is_well_formed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const gisa::text::Decoded next = gisa::text::decode(text, at);
        if (!next.valid) {
            return false;
        }
        at += next.bytes;
    }
    return true;
}
}  // namespace

// The first byte is how long the literal is, the text follows.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::string_view all(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t length = 1 + data[0] % all.size();
    const std::string literal(all.substr(0, length));
    const std::string_view stored = all.substr(length);
    const bool held = gisa::searcher::find_literal(stored, {literal}).has_value();
    if (held != (stored.find(literal) != std::string_view::npos) && held) {
        std::abort();
    }
    // What stands there with its spaces stands there without them; the middle of a character may
    // be a space's.
    if (held && is_well_formed(literal) && !gisa::searcher::find_literal(stored, {literal, true})) {
        std::abort();
    }
    check_units(stored, gisa::searcher::word_begins(stored));
    check_units(stored, gisa::searcher::sentence_begins(stored));
    check_units(stored, gisa::searcher::paragraph_begins(stored));
    return 0;
}
