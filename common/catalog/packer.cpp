// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/packer.h"

#include <algorithm>
#include <limits>
#include <new>
#include <random>

#include <zdict.h>
#include <zstd.h>

namespace gisa::catalog {
namespace {
// Of short articles, level 3 leaves .57 of the bytes, level 6 with a dictionary .41; both cost less
// than a twentieth of their analysis. docs/decisions/0008-segment-format.md has the table.
constexpr int kPackLevel = 6;

// Beyond any article; guards against a damaged length.
constexpr std::uint64_t kMaxTextBytes = 1ULL << 30U;

// zstd's own suggestion (the tool's default). Source: zdict.h.
constexpr std::size_t kDictionaryBytes = 112'640;
constexpr std::size_t kPieceBytes = 96;
// A sample of a kilobyte, about what a short article has.
constexpr std::size_t kPiecesInSample = 11;

// Numbers below are reserved for registered dictionaries. Source: zstd_compression_format.md.
constexpr std::uint32_t kFirstPrivateId = 32'768;

/// Whether a byte of UTF-8 begins no character.
bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

void cut(std::string_view text, std::vector<std::string_view>& pieces) {
    while (!text.empty()) {
        std::size_t end = std::min(kPieceBytes, text.size());
        while (end < text.size() && end > 1 && continues(text[end])) {
            --end;
        }
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// The standard's own shuffle may differ from library to library.
void shuffle(std::vector<std::string_view>& pieces) {
    std::mt19937_64 random(1);  // NOLINT(cert-msc51-cpp): the same samples, the same dictionary
    for (std::size_t left = pieces.size(); left > 1; --left) {
        std::swap(pieces[left - 1], pieces[random() % left]);
    }
}
}  // namespace

void Packer::Free::operator()(ZSTD_CCtx_s* context) const {
    ZSTD_freeCCtx(context);
}

void Packer::Free::operator()(ZSTD_DCtx_s* context) const {
    ZSTD_freeDCtx(context);
}

void Packer::Free::operator()(ZSTD_CDict_s* dictionary) const {
    ZSTD_freeCDict(dictionary);
}

void Packer::Free::operator()(ZSTD_DDict_s* dictionary) const {
    ZSTD_freeDDict(dictionary);
}

Packer::Packer() : packing_(ZSTD_createCCtx()), unpacking_(ZSTD_createDCtx()) {
    if (!packing_ || !unpacking_) {
        throw std::bad_alloc();
    }
}

Packer::~Packer() = default;
Packer::Packer(Packer&&) noexcept = default;
Packer& Packer::operator=(Packer&&) noexcept = default;

Blob Packer::pack(std::string_view text, std::vector<std::byte>& buffer) {
    if (text.empty()) {
        return {};
    }
    buffer.resize(ZSTD_compressBound(text.size()));
    const std::size_t packed =
        packing_dictionary_
            ? ZSTD_compress_usingCDict(
                packing_.get(),
                buffer.data(),
                buffer.size(),
                text.data(),
                text.size(),
                packing_dictionary_.get()
            )
            : ZSTD_compressCCtx(
                packing_.get(), buffer.data(), buffer.size(), text.data(), text.size(), kPackLevel
            );
    // With enough room for the result, only memory can lack.
    if (ZSTD_isError(packed) != 0U) {
        throw std::bad_alloc();
    }
    return {buffer.data(), packed};
}

Packer::DictionaryNumber Packer::needed(Blob packed) {
    const unsigned id = ZSTD_getDictID_fromFrame(packed.data(), packed.size());
    return id < kFirstPrivateId ? 0 : id - kFirstPrivateId + 1;
}

bool Packer::unpack(Blob packed, std::string& text) {
    if (packed.empty()) {
        text.clear();
        return true;
    }
    const unsigned long long bytes = ZSTD_getFrameContentSize(packed.data(), packed.size());
    // The two error values are the greatest numbers of all.
    if (bytes > kMaxTextBytes) {
        return false;
    }
    const ZSTD_DDict_s* dictionary = nullptr;
    if (const DictionaryNumber number = needed(packed); number != 0) {
        const auto known = known_.find(number);
        if (known == known_.end()) {
            return false;
        }
        dictionary = known->second.get();
    }
    text.resize(bytes);
    const std::size_t unpacked = ZSTD_decompress_usingDDict(
        unpacking_.get(), text.data(), text.size(), packed.data(), packed.size(), dictionary
    );
    return unpacked == bytes;
}

bool Packer::knows(DictionaryNumber number) const {
    return known_.contains(number);
}

void Packer::learn(DictionaryNumber number, Blob dictionary) {
    std::unique_ptr<ZSTD_DDict_s, Free> made(ZSTD_createDDict(dictionary.data(), dictionary.size())
    );
    if (!made) {
        throw std::bad_alloc();
    }
    known_[number] = std::move(made);
}

void Packer::pack_with(Blob dictionary) {
    packing_dictionary_.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), kPackLevel));
    if (!packing_dictionary_) {
        throw std::bad_alloc();
    }
}

std::vector<std::byte> make_packing_dictionary(
    Packer::DictionaryNumber number, const std::vector<std::string>& samples
) {
    std::vector<std::string_view> pieces;
    for (const std::string& sample : samples) {
        cut(sample, pieces);
    }
    shuffle(pieces);

    std::string joined;
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i % kPiecesInSample == 0) {
            sizes.push_back(0);
        }
        joined.append(pieces[i]);
        sizes.back() += pieces[i].size();
    }
    std::vector<std::byte> content(kDictionaryBytes);
    const std::size_t bytes = ZDICT_trainFromBuffer(
        content.data(),
        content.size(),
        joined.data(),
        sizes.data(),
        static_cast<unsigned>(sizes.size())
    );
    if (ZDICT_isError(bytes) != 0U) {
        return {};
    }
    content.resize(bytes);
    // Bytes 4 to 7, little-endian. Source: zstd_compression_format.md, "Dictionary_ID".
    const std::uint32_t id = kFirstPrivateId + number - 1;
    for (std::size_t i = 0; i < 4; ++i) {
        content[4 + i] = static_cast<std::byte>((id >> (8 * i)) & 0xFFU);
    }
    return content;
}
}  // namespace gisa::catalog
