// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/content.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <new>

#include <xxhash.h>
#include <zstd.h>

namespace gisa::catalog {
namespace {
// Level 3 packs Korean news to half its size at over 100 MB/s; higher levels gain little on texts
// of a few KB.
constexpr int kPackLevel = 3;

// Beyond any article; guards against a damaged length.
constexpr std::uint64_t kMaxTextBytes = 1ULL << 30U;

/// Appends a field with its length before it, so that no two lists of fields look alike.
void append_field(std::string& bytes, std::string_view field) {
    const std::uint64_t length = field.size();
    for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes += static_cast<char>((length >> shift) & 0xFFU);
    }
    bytes += field;
}
}  // namespace

ContentHash content_hash(const Article& article) {
    std::string bytes;
    bytes.reserve(article.title.size() + article.body.size() + article.other_fields.size() + 512);
    for (const std::string* field :
         {&article.id,
          &article.title,
          &article.body,
          &article.url,
          &article.publisher,
          &article.byline,
          &article.language,
          &article.other_fields}) {
        append_field(bytes, *field);
    }
    const bool dated = article.published.has_value();
    append_field(bytes, dated ? std::to_string(article.published->time_since_epoch().count()) : "");
    for (const std::string& section : article.sections) {
        append_field(bytes, section);
    }

    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    ContentHash hash{};
    static_assert(sizeof canonical.digest == sizeof hash);
    std::memcpy(hash.data(), canonical.digest, hash.size());
    return hash;
}

std::string join_sections(const std::vector<std::string>& sections) {
    std::string joined;
    for (const std::string& section : sections) {
        for (const char c : section) {
            if (c == '\\') {
                joined += "\\\\";
            } else if (c == '\n') {
                joined += "\\n";
            } else {
                joined += c;
            }
        }
        joined += '\n';
    }
    return joined;
}

std::vector<std::string> split_sections(std::string_view joined) {
    std::vector<std::string> sections;
    std::string section;
    for (std::size_t at = 0; at < joined.size(); ++at) {
        if (joined[at] == '\n') {
            sections.push_back(section);
            section.clear();
        } else if (joined[at] == '\\' && at + 1 < joined.size()) {
            section += joined[++at] == 'n' ? '\n' : joined[at];
        } else {
            section += joined[at];
        }
    }
    return sections;
}

void Packer::Free::operator()(ZSTD_CCtx_s* context) const {
    ZSTD_freeCCtx(context);
}

void Packer::Free::operator()(ZSTD_DCtx_s* context) const {
    ZSTD_freeDCtx(context);
}

Packer::Packer() : packing_(ZSTD_createCCtx()), unpacking_(ZSTD_createDCtx()) {
    if (!packing_ || !unpacking_) {
        throw std::bad_alloc();
    }
}

Blob Packer::pack(std::string_view text, std::vector<std::byte>& buffer) {
    if (text.empty()) {
        return {};
    }
    buffer.resize(ZSTD_compressBound(text.size()));
    const std::size_t packed = ZSTD_compressCCtx(
        packing_.get(), buffer.data(), buffer.size(), text.data(), text.size(), kPackLevel
    );
    // With enough room for the result, only memory can lack.
    if (ZSTD_isError(packed) != 0U) {
        throw std::bad_alloc();
    }
    return {buffer.data(), packed};
}

bool Packer::unpack(Blob packed, std::string& text) {
    if (packed.empty()) {
        text.clear();
        return true;
    }
    const unsigned long long bytes = ZSTD_getFrameContentSize(packed.data(), packed.size());
    // The two error values are the greatest numbers of all.
    if (bytes > kMaxTextBytes) {
        return false;
    }
    text.resize(bytes);
    const std::size_t unpacked = ZSTD_decompressDCtx(
        unpacking_.get(), text.data(), text.size(), packed.data(), packed.size()
    );
    return unpacked == bytes;
}
}  // namespace gisa::catalog
