// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/format.h"

#include <algorithm>
#include <array>

#include "common/text/small_letters.h"

namespace gisa::indexer {
namespace {
constexpr std::array<const Format*, 1> kFormats = {&kJsonLines};
constexpr std::array<std::string_view, 2> kCompressions = {".gz", ".zst"};
}  // namespace

std::span<const Format* const> formats() {
    return kFormats;
}

const Format* format_named(std::string_view name) {
    for (const Format* format : kFormats) {
        if (format->name == name) {
            return format;
        }
    }
    return nullptr;
}

const Format* format_of_file(std::string_view path) {
    std::string name = text::small_letters(path.substr(path.find_last_of('/') + 1));
    for (const std::string_view compression : kCompressions) {
        if (name.ends_with(compression)) {
            name.resize(name.size() - compression.size());
            break;
        }
    }
    for (const Format* format : kFormats) {
        for (const std::string_view ending : format->endings) {
            if (name.ends_with(ending)) {
                return format;
            }
        }
    }
    return nullptr;
}
}  // namespace gisa::indexer
