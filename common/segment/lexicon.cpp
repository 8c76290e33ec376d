// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/lexicon.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <span>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/text/utf8.h"

namespace gisa::segment {
namespace {
constexpr std::uint64_t kMagic = 0x3158454C41534947U;  // "GISALEX1" read as a little-endian number
constexpr std::size_t kSyllableBytes = 3;

struct Header {
    std::uint64_t magic = kMagic;
    std::uint64_t words = 0;
    std::uint64_t bigrams = 0;
    std::uint64_t list_bytes = 0;
    std::uint64_t word_bytes = 0;
};

bool is_hangul(std::string_view word) {
    if (word.size() % kSyllableBytes != 0) {
        return false;
    }
    for (std::size_t at = 0; at < word.size(); at += kSyllableBytes) {
        const text::Decoded here = text::decode(word, at);
        if (here.bytes != kSyllableBytes || !text::is_hangul_syllable(here.character)) {
            return false;
        }
    }
    return true;
}

/// Two syllables as one number; syllables lie below 2^16.
std::uint32_t bigram_key(std::string_view word, std::size_t at) {
    const char32_t first = text::decode(word, at).character;
    const char32_t second = text::decode(word, at + kSyllableBytes).character;
    return (static_cast<std::uint32_t>(first) << 16U) | static_cast<std::uint32_t>(second);
}

void append_leb128(std::string& out, std::uint32_t number) {
    while (number >= 0x80) {
        out.push_back(static_cast<char>(number | 0x80U));
        number >>= 7U;
    }
    out.push_back(static_cast<char>(number));
}

/// The number at `at`, which moves behind it. A number cut short ends with the list.
std::uint32_t read_leb128(std::string_view list, std::size_t& at) {
    std::uint32_t number = 0;
    for (std::uint32_t shift = 0; at < list.size() && shift < 32; shift += 7) {
        const auto byte = static_cast<unsigned char>(list[at++]);
        number |= (byte & 0x7FU) << shift;
        if (byte < 0x80) {
            break;
        }
    }
    return number;
}

struct BigramTable {
    std::vector<std::uint32_t> keys;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> sums;
    std::string lists;
};

/// `occurrences` holds a bigram in the upper half and the word that has it in the lower half.
BigramTable list_bigrams(
    std::vector<std::uint64_t>& occurrences, std::span<const std::uint32_t> articles
) {
    std::sort(occurrences.begin(), occurrences.end());
    occurrences.erase(std::unique(occurrences.begin(), occurrences.end()), occurrences.end());
    BigramTable table;
    std::uint32_t before = 0;
    for (const std::uint64_t occurrence : occurrences) {
        const auto bigram = static_cast<std::uint32_t>(occurrence >> 32U);
        const auto word = static_cast<std::uint32_t>(occurrence);
        if (table.keys.empty() || table.keys.back() != bigram) {
            table.keys.push_back(bigram);
            table.begins.push_back(static_cast<std::uint32_t>(table.lists.size()));
            table.sums.push_back(0);
            before = 0;
        }
        append_leb128(table.lists, word - before);
        before = word;
        table.sums.back() += articles[word];
    }
    table.begins.push_back(static_cast<std::uint32_t>(table.lists.size()));
    return table;
}

template <typename Number>
void write_array(std::ofstream& out, const std::vector<Number>& numbers) {
    const auto bytes = std::as_bytes(std::span(numbers));
    out.write(
        reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())
    );
}
}  // namespace

void LexiconWriter::add(std::string_view word, std::uint32_t articles) {
    if (word.size() < 2 * kSyllableBytes || !is_hangul(word)) {
        return;
    }
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    articles_.push_back(articles);
    bytes_.append(word);
}

void LexiconWriter::write(const std::filesystem::path& file) const {
    std::vector<std::uint32_t> begins = begins_;
    begins.push_back(static_cast<std::uint32_t>(bytes_.size()));
    std::vector<std::uint64_t> occurrences;
    for (std::uint32_t word = 0; word < articles_.size(); ++word) {
        for (std::size_t at = begins[word]; at + kSyllableBytes < begins[word + 1];
             at += kSyllableBytes) {
            occurrences.push_back((std::uint64_t{bigram_key(bytes_, at)} << 32U) | word);
        }
    }
    const BigramTable table = list_bigrams(occurrences, articles_);
    const Header header{
        .words = articles_.size(),
        .bigrams = table.keys.size(),
        .list_bytes = table.lists.size(),
        .word_bytes = bytes_.size(),
    };

    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    write_array(out, begins);
    write_array(out, articles_);
    write_array(out, table.keys);
    write_array(out, table.begins);
    write_array(out, table.sums);
    out.write(table.lists.data(), static_cast<std::streamsize>(table.lists.size()));
    out.write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    out.close();
    if (!out) {
        throw Error(
            ErrorCode::StorageFailed,
            "cannot write " + file.string() + ": " + std::generic_category().message(errno),
            "free some space and run this again"
        );
    }
}

class Lexicon::Impl {
  public:
    explicit Impl(const std::filesystem::path& file) {
        map(file);
        if (!lay_out()) {
            ::munmap(memory_, size_);
            throw Error(
                ErrorCode::ArchiveCorrupt,
                file.string() + " is damaged",
                "index the articles into a fresh archive"
            );
        }
    }

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    ~Impl() { ::munmap(memory_, size_); }

    [[nodiscard]] std::string_view word(std::uint32_t number) const {
        return bytes_.substr(begins_[number], begins_[number + 1] - begins_[number]);
    }

    /// The place of a bigram in the table.
    [[nodiscard]] std::optional<std::size_t> find(std::uint32_t key) const {
        const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
        if (found == keys_.end() || *found != key) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - keys_.begin());
    }

    [[nodiscard]] std::string_view list(std::size_t place) const {
        return lists_.substr(list_begins_[place], list_begins_[place + 1] - list_begins_[place]);
    }

    /// The list of the piece's rarest bigram; empty when one is nowhere, or the piece has none.
    [[nodiscard]] std::string_view shortest_list(std::string_view piece) const {
        std::string_view shortest;
        if (!is_hangul(piece)) {
            return shortest;
        }
        for (std::size_t at = 0; at + kSyllableBytes < piece.size(); at += kSyllableBytes) {
            const std::optional<std::size_t> place = find(bigram_key(piece, at));
            if (!place) {
                return {};
            }
            const std::string_view here = list(*place);
            if (shortest.empty() || here.size() < shortest.size()) {
                shortest = here;
            }
        }
        return shortest;
    }

    [[nodiscard]] std::uint32_t sum(std::size_t place) const { return sums_[place]; }

    [[nodiscard]] std::uint32_t articles(std::uint32_t number) const { return articles_[number]; }

    [[nodiscard]] std::size_t words() const { return articles_.size(); }

  private:
    void map(const std::filesystem::path& file) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);

        struct stat about {};

        const bool opened = descriptor >= 0 && ::fstat(descriptor, &about) == 0;
        size_ = opened ? static_cast<std::size_t>(about.st_size) : 0;
        memory_ =
            size_ > 0 ? ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
        const int reason = size_ > 0 || !opened ? errno : ENODATA;
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        if (memory_ == MAP_FAILED) {
            throw Error(
                ErrorCode::ArchiveCorrupt,
                "cannot read " + file.string() + ": " + std::generic_category().message(reason),
                "index the articles into a fresh archive"
            );
        }
    }

    /// Finds the arrays; false when they do not fill the file exactly.
    bool lay_out() {
        if (size_ < sizeof(Header)) {
            return false;
        }
        Header header;
        std::memcpy(&header, memory_, sizeof header);
        const std::uint64_t numbers = header.words * 2 + 1 + header.bigrams * 3 + 1;
        const bool fits =
            header.magic == kMagic && header.words < size_ && header.bigrams < size_
            && sizeof header + numbers * 4 + header.list_bytes + header.word_bytes == size_;
        if (!fits) {
            return false;
        }
        const char* at = static_cast<const char*>(memory_) + sizeof header;
        const auto take = [&at](std::uint64_t count) {
            const std::span numbers_here(
                reinterpret_cast<const std::uint32_t*>(at), static_cast<std::size_t>(count)
            );
            at += count * 4;
            return numbers_here;
        };
        begins_ = take(header.words + 1);
        articles_ = take(header.words);
        keys_ = take(header.bigrams);
        list_begins_ = take(header.bigrams + 1);
        sums_ = take(header.bigrams);
        lists_ = {at, static_cast<std::size_t>(header.list_bytes)};
        bytes_ = {at + header.list_bytes, static_cast<std::size_t>(header.word_bytes)};
        return true;
    }

    void* memory_ = nullptr;
    std::size_t size_ = 0;
    std::span<const std::uint32_t> begins_;
    std::span<const std::uint32_t> articles_;
    std::span<const std::uint32_t> keys_;
    std::span<const std::uint32_t> list_begins_;
    std::span<const std::uint32_t> sums_;
    std::string_view lists_;
    std::string_view bytes_;
};

Lexicon::Lexicon(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::size_t Lexicon::size() const {
    return impl_->words();
}

std::vector<LexiconWord> Lexicon::containing(std::string_view piece, std::size_t limit) const {
    std::vector<LexiconWord> found;
    const std::string_view list = impl_->shortest_list(piece);
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < list.size();) {
        number += read_leb128(list, at);
        if (number >= impl_->words()) {
            break;  // a damaged list; the words found so far are right
        }
        const std::string_view word = impl_->word(number);
        if (word.size() > piece.size() && word.find(piece) != std::string_view::npos) {
            found.push_back({word, impl_->articles(number)});
        }
    }
    std::sort(found.begin(), found.end(), [](const LexiconWord& a, const LexiconWord& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
    });
    found.resize(std::min(found.size(), limit));
    return found;
}

std::uint64_t Lexicon::bigram_articles(std::string_view bigram) const {
    if (bigram.size() != 2 * kSyllableBytes || !is_hangul(bigram)) {
        return 0;
    }
    const std::optional<std::size_t> place = impl_->find(bigram_key(bigram, 0));
    return place ? impl_->sum(*place) : 0;
}
}  // namespace gisa::segment
