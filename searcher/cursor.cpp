// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of a cursor:
//   kind    1   a Kind, and kFolded
//   hits    v   seven bits a byte, the lowest first, the eighth bit where others follow
//   state, now  v   unless by date and not folded
//   by relevance:  passed v, score 8 (IEEE 754, the highest byte first)
//   by date:       instant 8 (two's complement), row v
//   check   4   FNV-1a of what stands before it and of the query
#include "searcher/cursor.h"

#include <array>
#include <bit>
#include <cstddef>

#include "common/text/fnv.h"

namespace gisa::searcher {
namespace {
enum Kind : std::uint8_t { AllWords, MostWords, Newest, Oldest };

constexpr std::uint64_t kFolded = 8;

constexpr std::size_t kWordBytes = 8;
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

void add_number(std::string& bytes, std::uint64_t number) {
    for (; number > 0x7FU; number >>= 7U) {
        bytes.push_back(static_cast<char>(0x80U | (number & 0x7FU)));
    }
    bytes.push_back(static_cast<char>(number));
}

std::string check_of(
    std::string_view bytes, const SearchRequest& request, std::string_view understood
) {
    text::Fnv64 hash;
    hash.add(bytes);
    hash.add(understood);
    if (request.after) {
        std::string row;
        add_number(row, static_cast<std::uint64_t>(request.after->row));
        hash.add(row);
    }
    return bytes_of(hash.value(), kCheckBytes);
}

/// Takes numbers from the front of bytes that passed the check, so that they are all there.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

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

    std::uint64_t word() {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < kWordBytes; ++i) {
            number = number << kByteBits | byte();
        }
        return number;
    }

  private:
    std::string_view bytes_;
};

std::uint64_t kind_of(const SearchRequest& request, Strictness strictness) {
    const Kind by_relevance = strictness == Strictness::AllWords ? AllWords : MostWords;
    const Kind kind = request.sort_by == SortBy::Relevance ? by_relevance
                      : request.sort_by == SortBy::Newest  ? Newest
                                                           : Oldest;
    return kind | (request.fold ? kFolded : 0);
}
}  // namespace

bool is_of_one_state(const SearchRequest& request) {
    return request.sort_by == SortBy::Relevance || request.fold;
}

std::string write_cursor(
    const Cursor& cursor, const SearchRequest& request, std::string_view understood
) {
    std::string bytes(1, static_cast<char>(kind_of(request, cursor.strictness)));
    add_number(bytes, cursor.place.hits);
    if (is_of_one_state(request)) {
        add_number(bytes, cursor.state);
        add_number(bytes, static_cast<std::uint64_t>(cursor.now.time_since_epoch().count()));
    }
    if (request.sort_by == SortBy::Relevance) {
        add_number(bytes, cursor.place.passed);
        bytes += bytes_of(std::bit_cast<std::uint64_t>(cursor.score), kWordBytes);
    } else if (cursor.place.article) {
        bytes += bytes_of(static_cast<std::uint64_t>(cursor.place.article->instant), kWordBytes);
        add_number(bytes, static_cast<std::uint64_t>(cursor.place.article->row));
    }
    bytes += check_of(bytes, request, understood);
    return letters_of(bytes);
}

std::optional<Cursor> read_cursor(const SearchRequest& request, std::string_view understood) {
    const std::string bytes = bytes_of(request.cursor);
    if (bytes.size() <= kCheckBytes || letters_of(bytes) != request.cursor) {
        return std::nullopt;
    }
    const std::string_view said = std::string_view(bytes).substr(0, bytes.size() - kCheckBytes);
    if (std::string_view(bytes).substr(said.size()) != check_of(said, request, understood)) {
        return std::nullopt;
    }
    Cursor cursor;
    Reader reader(said);
    const std::uint64_t kind = reader.byte();
    cursor.strictness =
        (kind & ~kFolded) == MostWords ? Strictness::MostWords : Strictness::AllWords;
    if (kind != kind_of(request, cursor.strictness)) {
        return std::nullopt;
    }
    cursor.place.hits = reader.number();
    if (is_of_one_state(request)) {
        cursor.state = reader.number();
        cursor.now =
            std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(reader.number())
            ));
    }
    if (request.sort_by == SortBy::Relevance) {
        cursor.place.passed = reader.number();
        cursor.score = std::bit_cast<double>(reader.word());
    } else if (!reader.at_end()) {
        const auto instant = static_cast<std::int64_t>(reader.word());
        cursor.place.article = {instant, static_cast<catalog::Row>(reader.number())};
    }
    return cursor;
}
}  // namespace gisa::searcher
