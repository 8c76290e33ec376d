// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/schema/terms.h"

namespace gisa::schema {
namespace {
std::string big_endian(std::uint64_t number, unsigned bytes) {
    std::string out;
    for (unsigned left = bytes; left > 0; --left) {
        out.push_back(static_cast<char>((number >> (8U * (left - 1))) & 0xFFU));
    }
    return out;
}

std::uint64_t number_of(std::string_view big_endian) {
    std::uint64_t number = 0;
    for (const char byte : big_endian) {
        number = (number << 8U) | static_cast<unsigned char>(byte);
    }
    return number;
}

/// Lifts an instant of five bytes above zero.
constexpr std::int64_t kHalf = std::int64_t{1} << 39U;
}  // namespace

std::string row_value(std::int64_t row) {
    const auto number = static_cast<std::uint64_t>(row);
    unsigned bytes = 1;
    while (bytes < 8 && (number >> (8U * bytes)) != 0) {
        ++bytes;
    }
    return big_endian(number, bytes);
}

std::int64_t row_of(std::string_view value) {
    return static_cast<std::int64_t>(number_of(value));
}

std::string published_value(std::chrono::sys_seconds instant) {
    const std::int64_t seconds =
        std::clamp<std::int64_t>(instant.time_since_epoch().count(), -kHalf, kHalf - 1);
    return big_endian(static_cast<std::uint64_t>(seconds + kHalf), 5);
}

std::chrono::sys_seconds published_of(std::string_view value) {
    const auto seconds = static_cast<std::int64_t>(number_of(value)) - kHalf;
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

std::string title_value(std::size_t letter_bytes) {
    constexpr std::size_t kMost = 0xFF;
    return letter_bytes == 0 ? "" : big_endian(std::min(letter_bytes, kMost), 1);
}

std::size_t title_letters_of(std::string_view value) {
    return number_of(value);
}
}  // namespace gisa::schema
