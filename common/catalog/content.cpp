// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/content.h"

#include <cstdint>
#include <cstring>

#include <xxhash.h>

namespace gisa::catalog {
namespace {
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

std::string join_lines(const std::vector<std::string>& sections) {
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

std::vector<std::string> split_lines(std::string_view joined) {
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
}  // namespace gisa::catalog
