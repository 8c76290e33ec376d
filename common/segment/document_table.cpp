// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/document_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <string_view>

#include "common/segment/segment_files.h"

namespace gisa::segment {
namespace {
constexpr std::uint64_t kMagic = 0x31434F4441534947U;  // "GISADOC1" read as a little-endian number
constexpr std::size_t kStoryBytes = schema::kSketchBits / 8;
constexpr std::size_t kColumns = 4;
constexpr std::size_t kWidest = 8;

struct Header {
    struct Column {
        std::int64_t least = 0;
        std::uint64_t width = 1;
    };

    std::uint64_t magic = kMagic;
    std::uint64_t documents = 0;
    std::array<Column, kColumns> columns{};
};

/// Instants are held to some 17,000 years around 1970: no article is older, and the difference of two
/// fits into eight bytes.
constexpr std::int64_t kFarthest = std::int64_t{1} << 39U;

constexpr std::uint64_t mask_of(std::uint64_t width) {
    return width == kWidest ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * width)) - 1;
}

/// The numbers of a record, as they stand in the columns.
using Numbers = std::array<std::optional<std::int64_t>, kColumns>;

Numbers numbers_of(const DocumentRecord& record) {
    const auto unless_zero = [](std::uint32_t number) {
        return number == 0 ? std::nullopt : std::optional<std::int64_t>(number);
    };
    Numbers numbers;
    numbers[0] = record.row;
    if (record.published) {
        numbers[1] =
            std::clamp(record.published->time_since_epoch().count(), -kFarthest, kFarthest);
    }
    numbers[2] = unless_zero(record.length);
    numbers[3] = unless_zero(std::min(record.title_letters, kMostTitleLetters));
    return numbers;
}

template <class Visit>
void each_record(const std::vector<DocumentRecords>& parts, Visit visit) {
    for (const DocumentRecords& part : parts) {
        for (std::uint32_t document = 1; document <= part.documents; ++document) {
            visit(part.record(document));
        }
    }
}

Header header_of(const std::vector<DocumentRecords>& parts) {
    using Limits = std::numeric_limits<std::int64_t>;
    std::array<std::int64_t, kColumns> least{};
    std::array<std::int64_t, kColumns> greatest{};
    least.fill(Limits::max());
    greatest.fill(Limits::min());
    Header header;
    each_record(parts, [&](const DocumentRecord& record) {
        ++header.documents;
        const Numbers numbers = numbers_of(record);
        for (std::size_t i = 0; i < kColumns; ++i) {
            if (numbers[i]) {
                least[i] = std::min(least[i], *numbers[i]);
                greatest[i] = std::max(greatest[i], *numbers[i]);
            }
        }
    });
    for (std::size_t i = 0; i < kColumns; ++i) {
        if (least[i] <= greatest[i]) {
            const std::uint64_t most =
                static_cast<std::uint64_t>(greatest[i]) - static_cast<std::uint64_t>(least[i]) + 1;
            header.columns[i] = {least[i], (std::bit_width(most) + 7U) / 8};
        }
    }
    return header;
}

void write_numbers(
    std::ofstream& out,
    const std::vector<DocumentRecords>& parts,
    std::size_t column,
    const Header::Column& how
) {
    each_record(parts, [&](const DocumentRecord& record) {
        const std::optional<std::int64_t> number = numbers_of(record)[column];
        const std::uint64_t stored =
            number ? static_cast<std::uint64_t>(*number) - static_cast<std::uint64_t>(how.least) + 1
                   : 0;
        char bytes[kWidest];
        std::memcpy(bytes, &stored, sizeof bytes);
        out.write(bytes, static_cast<std::streamsize>(how.width));
    });
}
}  // namespace

DocumentTable::DocumentTable(const std::filesystem::path& file) : file_(map_file(file)) {
    const std::span<const std::byte> bytes = file_->bytes();
    Header header;
    if (bytes.size() < sizeof header) {
        throw damaged(file);
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != kMagic || header.documents > std::numeric_limits<std::uint32_t>::max()) {
        throw damaged(file);
    }
    documents_ = static_cast<std::uint32_t>(header.documents);
    const char* begin = reinterpret_cast<const char*>(bytes.data()) + sizeof header;
    std::uint64_t size = sizeof header + header.documents * kStoryBytes;
    for (std::size_t i = 0; i < kColumns; ++i) {
        const auto& [least, width] = header.columns[i];
        if (width < 1 || width > kWidest) {
            throw damaged(file);
        }
        columns_[i] = {begin, least, width, mask_of(width)};
        size += header.documents * width;
        begin += header.documents * width;
    }
    stories_ = begin;
    if (size != bytes.size()) {
        throw damaged(file);
    }
}

std::string_view DocumentTable::story(std::uint32_t document) const {
    constexpr std::string_view kNone("\0\0\0\0\0\0\0\0", kStoryBytes / 2);
    const std::string_view whole(stories_ + std::size_t{document - 1} * kStoryBytes, kStoryBytes);
    if (whole.substr(kNone.size()) != kNone) {
        return whole;
    }
    return whole.substr(0, whole.starts_with(kNone) ? 0 : kNone.size());
}

std::uint32_t DocumentTable::find(catalog::Row wanted) const {
    if (documents_ == 0 || wanted < row(1) || wanted > row(documents_)) {
        return 0;
    }
    // Every document has another row, so it can stand no further from the first and the last than
    // its row does: hardly a look is left where no row is missing.
    const catalog::Row behind_first = wanted - row(1);
    const catalog::Row before_last = row(documents_) - wanted;
    std::uint32_t begin =
        before_last < documents_ ? documents_ - static_cast<std::uint32_t>(before_last) : 1;
    std::uint32_t end =
        behind_first < documents_ ? static_cast<std::uint32_t>(behind_first) + 1 : documents_;
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (row(middle) < wanted) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return row(begin) == wanted ? begin : 0;
}

DocumentRecord DocumentTable::record(std::uint32_t document) const {
    return {
        row(document),
        published(document),
        length(document),
        title_letters(document),
        std::string(story(document))};
}

void write_document_table(
    const std::filesystem::path& file, const std::vector<DocumentRecords>& parts
) {
    const Header header = header_of(parts);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    for (std::size_t i = 0; i < kColumns; ++i) {
        write_numbers(out, parts, i, header.columns[i]);
    }
    each_record(parts, [&out](DocumentRecord record) {
        record.story.resize(kStoryBytes, '\0');
        out.write(record.story.data(), kStoryBytes);
    });
    out.close();
    if (!out) {
        throw unwritten(file);
    }
}
}  // namespace gisa::segment
