// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/lexicon.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <optional>
#include <span>

#include "common/io/mapped_file.h"
#include "common/segment/leb128.h"
#include "common/segment/segment_files.h"
#include "common/text/utf8.h"

namespace gisa::segment {
namespace {
constexpr std::uint64_t kMagic = 0x3258454C41534947U;  // "GISALEX2" read as a little-endian number
constexpr std::size_t kSyllableBytes = 3;

/// Words in a block: the first is whole, the others name what they share with the one before.
constexpr std::uint32_t kBlockWords = 8;

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

/// A word as its syllables, which lie below 2^16. Empty when it is not all Hangul syllables.
std::u16string syllables_of(std::string_view word) {
    std::u16string syllables;
    if (is_hangul(word)) {
        for (std::size_t at = 0; at < word.size(); at += kSyllableBytes) {
            syllables += static_cast<char16_t>(text::decode(word, at).character);
        }
    }
    return syllables;
}

/// The two syllables at `at` as one number.
std::uint32_t bigram_key(std::u16string_view word, std::size_t at) {
    return (std::uint32_t{word[at]} << 16U) | word[at + 1];
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

/// Reads the words of a block one after the other. Of a damaged one it reads nonsense, but nothing
/// beyond it.
class WordWalk {
  public:
    /// Whether begin() was never called.
    [[nodiscard]] bool is_fresh() const { return bytes_.data() == nullptr; }

    void begin(std::string_view bytes, std::uint32_t first_word) {
        bytes_ = bytes;
        at_ = 0;
        next_ = first_word;
        word_.clear();
    }

    /// To a word of the block that is not before the one it is at.
    void move_to(std::uint32_t number) {
        while (next_ <= number) {
            read_word();
            ++next_;
        }
    }

    [[nodiscard]] const std::u16string& word() const { return word_; }

    [[nodiscard]] std::uint32_t articles() const { return articles_; }

  private:
    void read_word() {
        const std::uint32_t shared = read_leb128(bytes_, at_);
        std::uint32_t own = read_leb128(bytes_, at_);
        word_.resize(std::min<std::size_t>(shared, word_.size()));
        for (; own > 0 && at_ + 2 <= bytes_.size(); --own, at_ += 2) {
            const auto low = static_cast<unsigned char>(bytes_[at_]);
            const auto high = static_cast<unsigned char>(bytes_[at_ + 1]);
            word_ += static_cast<char16_t>(low | (high << 8U));
        }
        articles_ = read_leb128(bytes_, at_);
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint32_t next_ = 0;
    std::u16string word_;
    std::uint32_t articles_ = 0;
};

template <typename Number>
void write_array(std::ofstream& out, const std::vector<Number>& numbers) {
    const auto bytes = std::as_bytes(std::span(numbers));
    out.write(
        reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())
    );
}
}  // namespace

void LexiconWriter::add(std::string_view word, std::uint32_t articles) {
    std::u16string syllables = syllables_of(word);
    if (syllables.size() < 2) {
        return;
    }
    const auto number = static_cast<std::uint32_t>(articles_.size());
    std::size_t shared = 0;
    if (number % kBlockWords == 0) {
        block_begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    } else {
        const auto differs =
            std::mismatch(syllables.begin(), syllables.end(), before_.begin(), before_.end());
        shared = static_cast<std::size_t>(differs.first - syllables.begin());
    }
    append_leb128(bytes_, static_cast<std::uint32_t>(shared));
    append_leb128(bytes_, static_cast<std::uint32_t>(syllables.size() - shared));
    for (std::size_t at = shared; at < syllables.size(); ++at) {
        bytes_.push_back(static_cast<char>(syllables[at] & 0xFFU));
        bytes_.push_back(static_cast<char>(syllables[at] >> 8U));
    }
    append_leb128(bytes_, articles);
    for (std::size_t at = 0; at + 1 < syllables.size(); ++at) {
        occurrences_.push_back((std::uint64_t{bigram_key(syllables, at)} << 32U) | number);
    }
    articles_.push_back(articles);
    before_ = std::move(syllables);
}

void LexiconWriter::write(const std::filesystem::path& file) {
    block_begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    const BigramTable table = list_bigrams(occurrences_, articles_);
    const Header header{
        .words = articles_.size(),
        .bigrams = table.keys.size(),
        .list_bytes = table.lists.size(),
        .word_bytes = bytes_.size(),
    };

    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    write_array(out, block_begins_);
    write_array(out, table.keys);
    write_array(out, table.begins);
    write_array(out, table.sums);
    out.write(table.lists.data(), static_cast<std::streamsize>(table.lists.size()));
    out.write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    out.close();
    if (!out) {
        throw unwritten(file);
    }
}

class Lexicon::Impl {
  public:
    explicit Impl(const std::filesystem::path& file) : file_(map_file(file)) {
        if (!lay_out()) {
            throw damaged(file);
        }
    }

    /// The bytes of a block of words; empty when there is none such.
    [[nodiscard]] std::string_view block(std::uint32_t number) const {
        if (std::size_t{number} + 1 >= block_begins_.size()
            || block_begins_[number] > block_begins_[number + 1]) {
            return {};
        }
        return bytes_.substr(
            std::min<std::size_t>(block_begins_[number], bytes_.size()),
            block_begins_[number + 1] - block_begins_[number]
        );
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
    [[nodiscard]] std::string_view shortest_list(std::u16string_view piece) const {
        std::string_view shortest;
        for (std::size_t at = 0; at + 1 < piece.size(); ++at) {
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

    [[nodiscard]] std::size_t words() const { return words_; }

  private:
    /// Finds the arrays; false when they do not fill the file exactly.
    bool lay_out() {
        const std::size_t size = file_->bytes().size();
        if (size < sizeof(Header)) {
            return false;
        }
        Header header;
        std::memcpy(&header, file_->bytes().data(), sizeof header);
        const std::uint64_t blocks = (header.words + kBlockWords - 1) / kBlockWords;
        const std::uint64_t numbers = blocks + 1 + header.bigrams * 3 + 1;
        const bool fits =
            header.magic == kMagic && header.words < size && header.bigrams < size
            && sizeof header + numbers * 4 + header.list_bytes + header.word_bytes == size;
        if (!fits) {
            return false;
        }
        const char* at = reinterpret_cast<const char*>(file_->bytes().data()) + sizeof header;
        const auto take = [&at](std::uint64_t count) {
            const std::span numbers_here(
                reinterpret_cast<const std::uint32_t*>(at), static_cast<std::size_t>(count)
            );
            at += count * 4;
            return numbers_here;
        };
        words_ = header.words;
        block_begins_ = take(blocks + 1);
        keys_ = take(header.bigrams);
        list_begins_ = take(header.bigrams + 1);
        sums_ = take(header.bigrams);
        lists_ = {at, static_cast<std::size_t>(header.list_bytes)};
        bytes_ = {at + header.list_bytes, static_cast<std::size_t>(header.word_bytes)};
        return true;
    }

    std::unique_ptr<const io::MappedFile> file_;
    std::size_t words_ = 0;
    std::span<const std::uint32_t> block_begins_;
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
    const std::u16string wanted = syllables_of(piece);
    const std::string_view list = impl_->shortest_list(wanted);
    WordWalk walk;
    std::uint32_t block = 0;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < list.size();) {
        number += read_leb128(list, at);
        if (number >= impl_->words()) {
            break;  // a damaged list; the words found so far are right
        }
        if (walk.is_fresh() || number / kBlockWords != block) {
            block = number / kBlockWords;
            walk.begin(impl_->block(block), block * kBlockWords);
        }
        walk.move_to(number);
        const std::u16string& word = walk.word();
        if (word.size() > wanted.size() && word.find(wanted) != std::u16string::npos) {
            found.push_back({text::utf8_of(word), walk.articles()});
        }
    }
    std::sort(found.begin(), found.end(), [](const LexiconWord& a, const LexiconWord& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
    });
    found.resize(std::min(found.size(), limit));
    return found;
}

void Lexicon::walk(std::u16string_view from, const Visit& visit) const {
    // The last block whose first word is not behind `from`.
    WordWalk at;
    std::uint32_t block = 0;
    auto end = static_cast<std::uint32_t>((impl_->words() + kBlockWords - 1) / kBlockWords);
    while (end - block > 1) {
        const std::uint32_t middle = block + (end - block) / 2;
        at.begin(impl_->block(middle), middle * kBlockWords);
        at.move_to(middle * kBlockWords);
        (at.word() <= from ? block : end) = middle;
    }
    for (std::uint32_t number = block * kBlockWords; number < impl_->words(); ++number) {
        if (number % kBlockWords == 0) {
            at.begin(impl_->block(number / kBlockWords), number);
        }
        at.move_to(number);
        if (at.word() >= from && !visit(at.word(), at.articles())) {
            return;
        }
    }
}

std::uint64_t Lexicon::bigram_articles(std::string_view bigram) const {
    if (bigram.size() != 2 * kSyllableBytes || !is_hangul(bigram)) {
        return 0;
    }
    const std::optional<std::size_t> place = impl_->find(bigram_key(syllables_of(bigram), 0));
    return place ? impl_->sum(*place) : 0;
}
}  // namespace gisa::segment
