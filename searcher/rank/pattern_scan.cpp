// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/pattern_scan.h"

#include <algorithm>

namespace gisa::searcher {
namespace {
constexpr std::size_t kThreeByteCharacters = 0x10000;
constexpr std::size_t kAscii = 0x80;

/// Two bytes of ASCII as one number; 0, which no pattern begins with, when they are not.
std::size_t ascii_pair(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return first < kAscii && second < kAscii ? first * kAscii + second : 0;
}

constexpr bool begins_three_bytes(unsigned char byte) {
    return (byte & 0xF0U) == 0xE0U;
}

/// ASCII letters and digits.
constexpr std::array<bool, 256> kWordBytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 128; ++c) {
        table[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return table;
}();

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
      by_pair_(kAscii * kAscii, 0),
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
    const std::size_t pair = ascii_pair(pattern, 0);
    return pair != 0 ? by_pair_[pair] : by_byte_[first];
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
    const auto look = [&](std::size_t at, Bucket bucket) {
        if (bucket != 0) {
            find_at(text, at, bucket, found);
        }
    };
    bool inside_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        if (begins_three_bytes(first) && at + 3 <= text.size()) {
            look(at, by_character_[three_byte_character(text, at)]);
            inside_word = false;
            at += 3;
            continue;
        }
        const bool letter = kWordBytes[first];
        if (!(letter && inside_word)) {
            look(at, by_byte_[first]);
            look(at, by_pair_[ascii_pair(text, at)]);
        }
        inside_word = letter;
        ++at;
    }
}
}  // namespace gisa::searcher
