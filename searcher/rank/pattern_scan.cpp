// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/pattern_scan.h"

#include <algorithm>

namespace gisa::searcher {
namespace {
constexpr std::size_t kThreeByteCharacters = 0x10000;

constexpr bool begins_three_bytes(unsigned char byte) {
    return (byte & 0xF0U) == 0xE0U;
}

/// The character of three bytes at `at`.
std::size_t three_byte_character(std::string_view text, std::size_t at) {
    const auto bits = [text](std::size_t place, unsigned mask) {
        return static_cast<std::size_t>(static_cast<unsigned char>(text[place]) & mask);
    };
    return (bits(at, 0x0FU) << 12U) | (bits(at + 1, 0x3FU) << 6U) | bits(at + 2, 0x3FU);
}
}  // namespace

PatternScan::PatternScan(const std::vector<std::string>& patterns)
    : buckets_(1),
      by_character_(kThreeByteCharacters, 0) {
    for (std::uint32_t number = 0; number < patterns.size(); ++number) {
        const std::string& pattern = patterns[number];
        if (pattern.empty()) {
            continue;
        }
        Bucket& bucket = bucket_of(pattern);
        if (bucket == 0) {
            bucket = static_cast<Bucket>(buckets_.size());
            buckets_.emplace_back();
        }
        buckets_[bucket].push_back({pattern, number});
    }
    for (std::vector<Pattern>& bucket : buckets_) {
        std::stable_sort(bucket.begin(), bucket.end(), [](const Pattern& a, const Pattern& b) {
            return a.bytes.size() < b.bytes.size();
        });
    }
}

PatternScan::Bucket& PatternScan::bucket_of(std::string_view pattern) {
    const auto first = static_cast<unsigned char>(pattern.front());
    if (begins_three_bytes(first) && pattern.size() >= 3) {
        return by_character_[three_byte_character(pattern, 0)];
    }
    return by_byte_[first];
}

void PatternScan::find_at(
    std::string_view text, std::size_t at, Bucket bucket, std::vector<Found>& found
) const {
    for (const Pattern& pattern : buckets_[bucket]) {
        if (text.compare(at, pattern.bytes.size(), pattern.bytes) == 0) {
            found.push_back({pattern.number, static_cast<std::uint32_t>(at + pattern.bytes.size())}
            );
        }
    }
}

void PatternScan::find_all(std::string_view text, std::vector<Found>& found) const {
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const bool three = begins_three_bytes(first) && at + 3 <= text.size();
        const Bucket bucket =
            three ? by_character_[three_byte_character(text, at)] : by_byte_[first];
        if (bucket != 0) {
            find_at(text, at, bucket, found);
        }
        at += three ? 3 : 1;
    }
}
}  // namespace gisa::searcher
