// SPDX-License-Identifier: GPL-2.0-or-later
//
// A body's features are its pairs of neighbouring words. Numbers are what the articles of one
// template (weather, prices, results) differ in, so pairs with a number count several times. Where
// two bodies have the part J of all their features in common, a bit of their sketches is the same
// with a chance of (1 + J) / 2. docs/decisions/0010-stories.md has the figures.
#include "common/schema/story.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <xxhash.h>

namespace gisa::schema {
namespace {
/// Shorter bodies are alike too easily: they must be the same.
constexpr std::size_t kFewestWords = 32;
/// Still shorter ones say little (a byline, "details follow"): their titles must be the same, too.
constexpr std::size_t kFewestWordsWithoutTitle = 12;
/// Of kSketchBits; so many where half of the features are shared.
constexpr int kMostDifferentBits = 32;
constexpr std::uint64_t kNumberWeight = 3;

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;  // odd, and no round's is another's
constexpr unsigned kBinBits = 7;
static_assert(kSketchBits == 1U << kBinBits);

/// Source: the finalizer of MurmurHash3.
std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDU;
    hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 33U);
}

std::uint64_t hash_of(std::string_view word) {
    return XXH3_64bits(word.data(), word.size());
}

bool is_number(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

void append(std::string& bytes, std::uint64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes.push_back(static_cast<char>((number >> shift) & 0xFFU));
    }
}

std::uint64_t eight_bytes(const char* bytes) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
}
}  // namespace

void StorySketcher::add_title_word(std::string_view word) {
    title_ = mixed(title_ + hash_of(word));
    ++title_words_;
}

void StorySketcher::add_body_word(std::string_view word) {
    const std::uint64_t hash = hash_of(word);
    const bool numeral = is_number(word);
    if (body_words_ > 0) {
        const std::uint64_t pair = mixed(std::rotl(previous_, 1) + hash);
        const std::uint64_t times = numeral || previous_is_number_ ? kNumberWeight : 1;
        features_.push_back(pair);
        for (std::uint64_t i = 1; i < times; ++i) {
            features_.push_back(mixed(pair + i));
        }
    }
    body_ = mixed(body_ + hash);
    previous_ = hash;
    previous_is_number_ = numeral;
    ++body_words_;
}

std::string StorySketcher::finish() {
    std::string sketch;
    if (body_words_ >= kFewestWords) {
        append_bits(sketch);
    } else if (body_words_ >= kFewestWordsWithoutTitle) {
        append(sketch, body_);
    } else if (title_words_ + body_words_ > 0) {
        append(sketch, mixed(std::rotl(title_, 1) + body_));
    }
    features_.clear();
    title_ = 0;
    body_ = 0;
    title_words_ = 0;
    body_words_ = 0;
    return sketch;
}

/// Each round throws all features into the bins; one that is still empty takes the least of those
/// that fall into it. So a text of few words has as many independent bits as a long one.
void StorySketcher::append_bits(std::string& sketch) const {
    std::array<std::uint64_t, kSketchBits> least{};
    std::array<std::uint64_t, kSketchBits> round_of{};
    std::size_t filled = 0;
    for (std::uint64_t round = 1; filled < kSketchBits; ++round) {
        for (const std::uint64_t feature : features_) {
            const std::uint64_t hash = feature * (kMultiplier + 2 * round);
            const std::size_t bin = hash >> (64U - kBinBits);
            if (round_of[bin] == 0) {
                round_of[bin] = round;
                least[bin] = hash;
                ++filled;
            } else if (round_of[bin] == round) {
                least[bin] = std::min(least[bin], hash);
            }
        }
    }
    std::array<std::uint64_t, kSketchBits / 64> words{};
    for (std::size_t bin = 0; bin < kSketchBits; ++bin) {
        words[bin / 64] |= ((least[bin] >> 32U) & 1U) << (bin % 64);
    }
    for (const std::uint64_t word : words) {
        append(sketch, word);
    }
}

bool same_story(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a.empty()) {
        return false;
    }
    if (a.size() != kSketchBits / 8) {
        return a == b;
    }
    const int different = std::popcount(eight_bytes(a.data()) ^ eight_bytes(b.data()))
                          + std::popcount(eight_bytes(a.data() + 8) ^ eight_bytes(b.data() + 8));
    return different <= kMostDifferentBits;
}
}  // namespace gisa::schema
