// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/plain_text.h"

#include <array>

#include "common/text/utf8.h"

namespace gisa::indexer {
namespace {
// The last two are U+00A0 and U+3000.
constexpr std::array<std::string_view, 8> kSpaces = {
    " ", "\n", "\r", "\t", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80"};

std::size_t space_at_front(std::string_view text) {
    for (const std::string_view space : kSpaces) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    return 0;
}

std::size_t space_at_back(std::string_view text) {
    for (const std::string_view space : kSpaces) {
        if (text.ends_with(space)) {
            return space.size();
        }
    }
    return 0;
}
}  // namespace

std::optional<std::size_t> first_ill_formed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        if (!decoded.valid) {
            return at;
        }
        at += decoded.bytes;
    }
    return std::nullopt;
}

std::string shown_beginning(std::string_view text, std::size_t max_bytes) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        const std::size_t before = shown.size();
        text::append_utf8(shown, decoded.character);
        if (shown.size() > max_bytes) {
            shown.resize(before);
            break;
        }
        at += decoded.bytes;
    }
    return shown;
}

std::string_view trimmed(std::string_view text) {
    while (const std::size_t bytes = space_at_front(text)) {
        text.remove_prefix(bytes);
    }
    while (const std::size_t bytes = space_at_back(text)) {
        text.remove_suffix(bytes);
    }
    return text;
}

std::string clean_text(std::string_view text) {
    text = trimmed(text);
    std::string clean;
    clean.reserve(text.size());
    for (;;) {
        const std::size_t at = text.find("\r\n");
        clean += text.substr(0, at);
        if (at == std::string_view::npos) {
            return clean;
        }
        text.remove_prefix(at + 1);
    }
}
}  // namespace gisa::indexer
