// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/biword_lists.h"

#include <bit>
#include <cassert>
#include <cstring>
#include <utility>

#include "common/segment/leb128.h"
#include "common/segment/segment_files.h"

namespace gisa::segment {
namespace {
constexpr std::uint64_t kMagic = 0x3157494241534947U;  // "GISABIW1" read as a little-endian number
constexpr std::size_t kGroupLists = 16;
constexpr std::size_t kGroups = schema::kBiwords / kGroupLists;

struct Header {
    std::uint64_t magic = kMagic;
    std::uint64_t documents = 0;
};

constexpr std::size_t kFrontBytes = sizeof(Header) + (kGroups + 1) * sizeof(std::uint64_t);
constexpr unsigned kBits = 64;

/// Appends bits to bytes, the low ones first.
class BitWriter {
  public:
    explicit BitWriter(std::string& out) : out_(out) {}

    /// The `count` low bits of `bits`, which has no others; at most 32.
    void add(std::uint64_t bits, unsigned count) {
        pending_ |= bits << filled_;
        filled_ += count;
        for (; filled_ >= 8; filled_ -= 8, pending_ >>= 8U) {
            out_.push_back(static_cast<char>(pending_ & 0xFFU));
        }
    }

    void add_zeros(std::uint64_t count) {
        constexpr unsigned kAtOnce = 32;
        for (; count > kAtOnce; count -= kAtOnce) {
            add(0, kAtOnce);
        }
        add(0, static_cast<unsigned>(count));
    }

    void finish() {
        if (filled_ > 0) {
            out_.push_back(static_cast<char>(pending_ & 0xFFU));
        }
    }

  private:
    std::string& out_;
    std::uint64_t pending_ = 0;
    unsigned filled_ = 0;
};

/// Reads such bits; behind the last byte it reads ones, and tells.
class BitReader {
  public:
    explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

    /// At most 32.
    std::uint32_t take(unsigned count) {
        const std::uint64_t bits = window();
        at_ += count;
        return static_cast<std::uint32_t>(bits & ((std::uint64_t{1} << count) - 1));
    }

    /// How many zeros stand before the next one, which is taken too.
    std::uint64_t take_zeros() {
        std::uint64_t zeros = 0;
        for (;;) {
            constexpr unsigned kSure = kBits - 8;  // of a window that begins inside a byte
            const auto here = static_cast<unsigned>(std::countr_zero(window()));
            if (here < kSure) {
                at_ += here + 1;
                return zeros + here;
            }
            at_ += kSure;
            zeros += kSure;
        }
    }

    [[nodiscard]] bool is_beyond_end() const { return at_ > bytes_.size() * 8; }

  private:
    /// The bits from here on: 56 at least.
    [[nodiscard]] std::uint64_t window() const {
        const std::uint64_t byte = at_ / 8;
        std::uint64_t bits = ~std::uint64_t{0};
        if (byte < bytes_.size()) {
            std::memcpy(
                &bits,
                bytes_.data() + byte,
                std::min<std::size_t>(sizeof bits, bytes_.size() - byte)
            );
        }
        return bits >> (at_ % 8);
    }

    std::string_view bytes_;
    std::uint64_t at_ = 0;
};

/// Rice's parameter for gaps of that mean: the bits that are written as they are. Within a tenth of a
/// bit of the best where the gaps are by chance.
unsigned parameter_for(std::span<const std::uint32_t> documents) {
    const std::uint64_t mean_gap = (documents.back() - documents.size()) / documents.size();
    return mean_gap == 0 ? 0 : static_cast<unsigned>(std::bit_width(mean_gap)) - 1;
}

std::string coded(std::span<const std::uint32_t> documents) {
    std::string list;
    append_leb128(list, static_cast<std::uint32_t>(documents.size()));
    const unsigned parameter = parameter_for(documents);
    list.push_back(static_cast<char>(parameter));
    BitWriter bits(list);
    std::uint32_t before = 0;
    for (const std::uint32_t document : documents) {
        const std::uint32_t gap = document - before - 1;
        bits.add_zeros(gap >> parameter);
        bits.add(1, 1);
        bits.add(gap & ((std::uint32_t{1} << parameter) - 1), parameter);
        before = document;
    }
    bits.finish();
    return list;
}
}  // namespace

BiwordLists::BiwordLists(const std::filesystem::path& file) : path_(file), file_(map_file(file)) {
    const std::span<const std::byte> bytes = file_->bytes();
    Header header;
    if (bytes.size() < kFrontBytes) {
        throw damaged(path_);
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    documents_ = header.documents;
    const auto* const begins =
        reinterpret_cast<const std::uint64_t*>(bytes.subspan(sizeof header).data());
    begins_ = {begins, kGroups + 1};
    lists_ = {
        reinterpret_cast<const char*>(bytes.data()) + kFrontBytes, bytes.size() - kFrontBytes};
    if (header.magic != kMagic || begins_.back() != lists_.size()) {
        throw damaged(path_);
    }
}

std::string_view BiwordLists::list_of(schema::Biword biword) const {
    const std::size_t group = biword / kGroupLists;
    if (begins_[group] > begins_[group + 1] || begins_[group + 1] > lists_.size()) {
        throw damaged(path_);
    }
    const std::string_view lists =
        lists_.substr(begins_[group], begins_[group + 1] - begins_[group]);
    std::size_t at = 0;
    for (std::size_t left = biword % kGroupLists;; --left) {
        const std::size_t size = read_leb128(lists, at);
        if (size > lists.size() - at) {
            throw damaged(path_);
        }
        if (left == 0) {
            return lists.substr(at, size);
        }
        at += size;
    }
}

Documents BiwordLists::with(schema::Biword biword) const {
    const std::string_view list = list_of(biword);
    Documents documents;
    if (list.empty()) {
        return documents;
    }
    std::size_t at = 0;
    const std::uint32_t count = read_leb128(list, at);
    const unsigned parameter = at < list.size() ? static_cast<unsigned char>(list[at++]) : kBits;
    // Each takes a bit at least.
    if (parameter > 31 || count > (list.size() - at) * 8) {
        throw damaged(path_);
    }
    documents.reserve(count);
    BitReader bits(list.substr(at));
    std::uint64_t document = 0;
    for (std::uint32_t left = count; left > 0; --left) {
        const std::uint64_t quotient = bits.take_zeros();
        document += (quotient << parameter) + bits.take(parameter) + 1;
        if (document > documents_) {
            throw damaged(path_);
        }
        documents.push_back(static_cast<std::uint32_t>(document));
    }
    if (bits.is_beyond_end()) {
        throw damaged(path_);
    }
    return documents;
}

BiwordListsWriter::BiwordListsWriter(std::filesystem::path file)
    : path_(std::move(file)),
      out_(path_, std::ios::binary | std::ios::trunc) {
    const std::string front(kFrontBytes, '\0');
    out_.write(front.data(), static_cast<std::streamsize>(front.size()));
    check();
}

void BiwordListsWriter::add(std::span<const std::uint32_t> documents) {
    if (lists_++ % kGroupLists == 0) {
        begins_.push_back(bytes_);
    }
    const std::string list = documents.empty() ? std::string() : coded(documents);
    std::string size;
    append_leb128(size, static_cast<std::uint32_t>(list.size()));
    out_.write(size.data(), static_cast<std::streamsize>(size.size()));
    out_.write(list.data(), static_cast<std::streamsize>(list.size()));
    bytes_ += size.size() + list.size();
    check();
}

void BiwordListsWriter::finish(std::uint64_t documents) {
    assert(lists_ == schema::kBiwords);
    begins_.push_back(bytes_);
    const Header header{.documents = documents};
    out_.seekp(0);
    out_.write(reinterpret_cast<const char*>(&header), sizeof header);
    out_.write(
        reinterpret_cast<const char*>(begins_.data()),
        static_cast<std::streamsize>(begins_.size() * sizeof(std::uint64_t))
    );
    out_.close();
    check();
}

void BiwordListsWriter::check() const {
    if (!out_) {
        throw unwritten(path_);
    }
}
}  // namespace gisa::segment
