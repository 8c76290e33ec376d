// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of a cursor:
//   kind    1   a Kind
//   hits    v   seven bits a byte, the lowest first, the eighth bit where others follow
//   by relevance:  passed v, state v, score 8 (IEEE 754, the highest byte first)
//   by date:       date_key, to the end
//   check   4   FNV-1a of what stands before it and of the query
#include "searcher/cursor.h"

#include <array>
#include <bit>
#include <cstddef>

#include "common/text/fnv.h"

namespace gisa::searcher {
namespace {
enum class Kind : std::uint8_t { AllWords, MostWords, Newest, Oldest };

constexpr std::size_t kScoreBytes = 8;
constexpr std::size_t kCheckBytes = 4;
constexpr unsigned kByteBits = 8;
constexpr unsigned kLetterBits = 6;
constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string letters_of(std::string_view bytes) {
    std::string letters;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        waiting = waiting << kByteBits | static_cast<unsigned char>(byte);
        for (bits += kByteBits; bits >= kLetterBits; bits -= kLetterBits) {
            letters.push_back(kLetters[waiting >> (bits - kLetterBits) & 0x3FU]);
        }
    }
    if (bits > 0) {
        letters.push_back(kLetters[waiting << (kLetterBits - bits) & 0x3FU]);
    }
    return letters;
}

/// Bytes that no letters stand for come out wrong, which the check tells.
std::string bytes_of(std::string_view letters) {
    std::string bytes;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char letter : letters) {
        waiting =
            waiting << kLetterBits | static_cast<std::uint32_t>(kLetters.find(letter) & 0x3FU);
        bits += kLetterBits;
        if (bits >= kByteBits) {
            bits -= kByteBits;
            bytes.push_back(static_cast<char>(waiting >> bits & 0xFFU));
        }
    }
    return bytes;
}

/// The lowest bytes of a number, the highest of them first.
std::string bytes_of(std::uint64_t number, std::size_t count) {
    std::string bytes(count, '\0');
    for (std::size_t i = count; i > 0; --i, number >>= kByteBits) {
        bytes[i - 1] = static_cast<char>(number & 0xFFU);
    }
    return bytes;
}

std::string check_of(std::string_view bytes, std::string_view understood) {
    text::Fnv64 hash;
    hash.add(bytes);
    hash.add(understood);
    return bytes_of(hash.value(), kCheckBytes);
}

void add_number(std::string& bytes, std::uint64_t number) {
    for (; number > 0x7FU; number >>= 7U) {
        bytes.push_back(static_cast<char>(0x80U | (number & 0x7FU)));
    }
    bytes.push_back(static_cast<char>(number));
}

/// Takes numbers from the front of bytes that passed the check, so that they are all there.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t byte() {
        const auto first = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return first;
    }

    std::uint64_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0;; shift += 7) {
            const std::uint64_t next = byte();
            number |= (next & 0x7FU) << shift;
            if (next <= 0x7FU) {
                return number;
            }
        }
    }

    double score() {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < kScoreBytes; ++i) {
            number = number << kByteBits | byte();
        }
        return std::bit_cast<double>(number);
    }

    [[nodiscard]] std::string_view rest() const { return bytes_; }

  private:
    std::string_view bytes_;
};

Kind kind_of(SortBy sort_by, Strictness strictness) {
    if (sort_by != SortBy::Relevance) {
        return sort_by == SortBy::Newest ? Kind::Newest : Kind::Oldest;
    }
    return strictness == Strictness::AllWords ? Kind::AllWords : Kind::MostWords;
}
}  // namespace

std::string write_cursor(const Cursor& cursor, SortBy sort_by, std::string_view understood) {
    std::string bytes(1, static_cast<char>(kind_of(sort_by, cursor.strictness)));
    add_number(bytes, cursor.place.hits);
    if (sort_by == SortBy::Relevance) {
        add_number(bytes, cursor.place.passed);
        add_number(bytes, cursor.state);
        bytes += bytes_of(std::bit_cast<std::uint64_t>(cursor.score), kScoreBytes);
    } else {
        bytes += cursor.place.date_key;
    }
    bytes += check_of(bytes, understood);
    return letters_of(bytes);
}

std::optional<Cursor> read_cursor(
    std::string_view token, SortBy sort_by, std::string_view understood
) {
    const std::string bytes = bytes_of(token);
    if (bytes.size() <= kCheckBytes || letters_of(bytes) != token) {
        return std::nullopt;
    }
    const std::string_view said = std::string_view(bytes).substr(0, bytes.size() - kCheckBytes);
    if (std::string_view(bytes).substr(said.size()) != check_of(said, understood)) {
        return std::nullopt;
    }
    Cursor cursor;
    Reader reader(said);
    const auto kind = static_cast<Kind>(reader.byte());
    cursor.strictness = kind == Kind::MostWords ? Strictness::MostWords : Strictness::AllWords;
    if (kind != kind_of(sort_by, cursor.strictness)) {
        return std::nullopt;
    }
    cursor.place.hits = reader.number();
    if (sort_by == SortBy::Relevance) {
        cursor.place.passed = reader.number();
        cursor.state = reader.number();
        cursor.score = reader.score();
    } else {
        cursor.place.date_key = reader.rest();
    }
    return cursor;
}
}  // namespace gisa::searcher
