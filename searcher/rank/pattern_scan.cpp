// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/pattern_scan.h"

#include <algorithm>
#include <bit>

namespace gisa::searcher {
namespace {
/// Bytes behind a place that are looked at with it.
constexpr std::size_t kBehind = 3;

/// Places that are looked up together: the bits of a number.
constexpr std::size_t kLookedUp = 64;

/// Places that are compared together.
constexpr std::size_t kCompared = 64;

/// As many beginnings as are compared in the time of looking places up (bench/second_step).
constexpr std::size_t kMostCompared = 12;

/// The bytes from `at` on as one number, the first lowest; zeros behind the end.
std::uint32_t bytes_at(std::string_view text, std::size_t at) {
    std::uint32_t bytes = 0;
    for (std::size_t i = std::min(kBehind, text.size() - at); i > 0; --i) {
        bytes = (bytes << 8U) | static_cast<unsigned char>(text[at + i - 1]);
    }
    return bytes;
}

/// The same for a place with kBehind bytes behind it, and a fourth byte that no mask lets through:
/// compilers make one load of it.
std::uint32_t bytes_inside(const char* at) {
    const auto byte = [at](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(at[i])};
    };
    return byte(0) | (byte(1) << 8U) | (byte(2) << 16U) | (byte(3) << 24U);
}

bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
}  // namespace

/// Of a syllable or a word of letters the second and third byte tell most.
PatternScan::Beginning PatternScan::beginning_of(std::string_view pattern) {
    const std::size_t second = std::min<std::size_t>(2, pattern.size() - 1);
    const std::size_t first = second == 0 ? 0 : second - 1;
    return {
        text::lane(static_cast<unsigned char>(pattern[first])),
        text::lane(static_cast<unsigned char>(pattern[second])),
        static_cast<std::uint8_t>(first),
        static_cast<std::uint8_t>(second)};
}

PatternScan::PatternScan(const std::vector<std::string>& patterns) : buckets_(1) {
    const auto first = [](const std::string& pattern) {
        return static_cast<unsigned char>(pattern.front());
    };
    for (const std::string& pattern : patterns) {
        if (!pattern.empty()) {
            const std::size_t seen = std::min(pattern.size(), kBehind);
            const std::uint32_t mask = (1U << (8 * seen)) - 1;
            std::uint32_t& shortest = masks_[first(pattern)];
            shortest = shortest == 0 ? mask : shortest & mask;
            const Beginning beginning = beginning_of(pattern);
            if (std::find(beginnings_.begin(), beginnings_.end(), beginning) == beginnings_.end()) {
                beginnings_.push_back(beginning);
            }
        }
    }
    for (std::uint32_t number = 0; number < patterns.size(); ++number) {
        const std::string& pattern = patterns[number];
        if (!pattern.empty()) {
            Bucket& bucket = bucket_of_slot_[slot_of(bytes_at(pattern, 0))];
            if (bucket == 0) {
                bucket = static_cast<Bucket>(buckets_.size());
                buckets_.emplace_back();
            }
            buckets_[bucket].push_back({pattern, number});
        }
    }
    for (std::vector<Pattern>& bucket : buckets_) {
        std::stable_sort(bucket.begin(), bucket.end(), [](const Pattern& a, const Pattern& b) {
            return a.bytes.size() < b.bytes.size();
        });
    }
}

std::size_t PatternScan::slot_of(std::uint32_t bytes) const {
    constexpr std::uint32_t kGolden = 0x9E3779B1U;  // 2^32 / golden ratio, the next prime
    return (bytes & masks_[bytes & 0xFFU]) * kGolden >> (32U - kSlotBits);
}

void PatternScan::find_at(std::string_view text, std::size_t at, std::vector<Found>& found) const {
    const Bucket bucket = bucket_of_slot_[slot_of(bytes_at(text, at))];
    if (at > 0 && is_word_byte(text[at]) && is_word_byte(text[at - 1])) {
        return;
    }
    for (const Pattern& pattern : buckets_[bucket]) {
        if (text.compare(at, pattern.bytes.size(), pattern.bytes) == 0) {
            found.push_back({pattern.number, static_cast<std::uint32_t>(at + pattern.bytes.size())}
            );
        }
    }
}

void PatternScan::find_in(
    std::string_view text, std::size_t at, text::ByteLanes begins, std::vector<Found>& found
) const {
    for (std::size_t i = 0; i < text::kLanes; ++i) {
        if (begins[i] != 0) {
            find_at(text, at + i, found);
        }
    }
}

void PatternScan::find_all(std::string_view text, std::vector<Found>& found) const {
    if (beginnings_.size() <= kMostCompared) {
        compare(text, found);
    } else {
        look_up(text, found);
    }
}

void PatternScan::compare(std::string_view text, std::vector<Found>& found) const {
    constexpr std::size_t kVectors = kCompared / text::kLanes;
    std::size_t at = 0;
    for (; at + kCompared + kBehind <= text.size(); at += kCompared) {
        std::array<text::ByteLanes, kVectors> begins{};
        for (const Beginning& one : beginnings_) {
            const char* first = text.data() + at + one.first_at;
            const char* second = text.data() + at + one.second_at;
            for (std::size_t i = 0; i < kVectors; ++i) {
                begins[i] |= (text::load_lanes(first + i * text::kLanes) == one.first)
                             & (text::load_lanes(second + i * text::kLanes) == one.second);
            }
        }
        for (std::size_t i = 0; i < kVectors; ++i) {
            if (text::any(begins[i])) {
                find_in(text, at + i * text::kLanes, begins[i], found);
            }
        }
    }
    for (; at < text.size(); ++at) {
        find_at(text, at, found);
    }
}

void PatternScan::look_up(std::string_view text, std::vector<Found>& found) const {
    std::size_t at = 0;
    for (; at + kLookedUp + kBehind <= text.size(); at += kLookedUp) {
        std::uint64_t places = 0;
        // Eight at a time, for compilers unroll that.
        for (std::size_t i = 0; i < kLookedUp; i += 8) {
            std::uint64_t eight = 0;
            for (std::size_t j = 0; j < 8; ++j) {
                const std::size_t slot = slot_of(bytes_inside(text.data() + at + i + j));
                const std::uint64_t begins = bucket_of_slot_[slot] != 0 ? 1 : 0;
                eight |= begins << j;
            }
            places |= eight << i;
        }
        for (; places != 0; places &= places - 1) {
            find_at(text, at + static_cast<std::size_t>(std::countr_zero(places)), found);
        }
    }
    for (; at < text.size(); ++at) {
        find_at(text, at, found);
    }
}
}  // namespace gisa::searcher
