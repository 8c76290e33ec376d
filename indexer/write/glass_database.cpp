// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Xapian's own writer would have made of these documents, for a fifth of its time: it keeps a
// tree of strings for the terms and one of documents for each, which we do not need, since our
// documents come in order and never change (docs/decisions/0008-segment-format.md).
//
// Format: xapian-core 1.4, backends/glass/glass_postlist.cc and glass_version.cc.
// Keys of the table, ascending:
//   NUL 0xe0 [, document]       lengths of documents, as a posting list
//   term [NUL, document]        a posting list; the first chunk has no document in its key
#include "indexer/write/glass_database.h"

#include <cerrno>
#include <fstream>
#include <queue>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/io/file_descriptor.h"
#include "common/messages/tr.h"
#include "indexer/write/glass_table.h"
#include "indexer/write/packing.h"

namespace gisa::indexer {
namespace {
using namespace std::string_view_literals;

constexpr std::string_view kLengthsKey = "\0\xe0"sv;

/// The most that stands before a chunk's entries: five numbers of 32 bits and a flag.
constexpr std::size_t kLongestHead = 26;
/// What a document makes a key longer by.
constexpr std::size_t kLongestDocument = 6;

/// The entries of a posting list from one document to another.
struct Chunk {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string_view entries;
};

/// Cuts off the entries that fit into `limit` bytes; `rest` becomes what remains.
Chunk cut_chunk(Chunk& rest, std::size_t limit) {
    if (rest.entries.size() <= limit) {
        const Chunk all = rest;
        rest.entries = {};
        return all;
    }
    Chunk cut{rest.first, rest.first, {}};
    std::size_t end = 0;
    static_cast<void>(unpack_number(rest.entries, end));
    for (std::size_t at = end;;) {
        const auto document =
            cut.last + 1 + static_cast<std::uint32_t>(unpack_number(rest.entries, at));
        const std::size_t count_begin = at;
        static_cast<void>(unpack_number(rest.entries, at));
        if (at > limit) {
            cut.entries = rest.entries.substr(0, end);
            rest.first = document;
            rest.entries.remove_prefix(count_begin);
            return cut;
        }
        cut.last = document;
        end = at;
    }
}

/// `key`: that of the first chunk; `later_key`: that of the others, up to the document.
void write_list(
    GlassTable& table, std::string_view key, std::string later_key, const PostingList& list
) {
    const std::size_t limit =
        GlassTable::room_behind(later_key.size() + kLongestDocument) - kLongestHead;
    const std::size_t later_key_bytes = later_key.size();
    Chunk rest{list.first, list.last, list.entries};
    std::string tag;
    for (bool is_first = true; !rest.entries.empty(); is_first = false) {
        const Chunk chunk = cut_chunk(rest, limit);
        tag.clear();
        if (is_first) {
            pack_number(tag, list.documents);
            pack_number(tag, list.occurrences);
            pack_number(tag, chunk.first - 1);
        } else {
            later_key.resize(later_key_bytes);
            pack_in_order(later_key, chunk.first);
        }
        tag.push_back(rest.entries.empty() ? '1' : '0');
        pack_number(tag, chunk.last - chunk.first);
        tag.append(chunk.entries);
        table.add(is_first ? key : std::string_view(later_key), tag);
    }
}

void write_lengths(GlassTable& table, PostingList lengths) {
    lengths.documents = 0;  // the first chunk of lengths counts neither
    lengths.occurrences = 0;
    write_list(table, kLengthsKey, std::string(kLengthsKey), lengths);
}

/// A batch whose terms are being walked through, and how many documents lie before it.
struct BatchTerms {
    TermReader reader;
    std::uint32_t offset = 0;
    std::size_t place = 0;  ///< among the batches
};

/// For a heap with the least term, and of equal ones the first batch, on top.
bool comes_later(const BatchTerms* a, const BatchTerms* b) {
    const int order = a->reader.term().compare(b->reader.term());
    return order > 0 || (order == 0 && a->place > b->place);
}

void write_terms(GlassTable& table, std::span<const InvertedBatch> batches) {
    std::vector<BatchTerms> all;
    std::uint32_t offset = 0;
    for (const InvertedBatch& batch : batches) {
        all.push_back({TermReader(batch), offset, all.size()});
        offset += batch.summary.documents;
    }
    std::priority_queue<BatchTerms*, std::vector<BatchTerms*>, decltype(&comes_later)> heap(
        comes_later
    );
    for (BatchTerms& terms : all) {
        if (terms.reader.next()) {
            heap.push(&terms);
        }
    }
    std::string term;
    std::string key;
    PostingList list;
    while (!heap.empty()) {
        term = heap.top()->reader.term();
        list.clear();
        while (!heap.empty() && heap.top()->reader.term() == term) {
            BatchTerms* const terms = heap.top();
            heap.pop();
            list.append(terms->reader.list(), terms->offset);
            if (terms->reader.next()) {
                heap.push(terms);
            }
        }
        key.clear();
        pack_in_order(key, term);
        write_list(table, key, key + '\0', list);
    }
}

void pack_root(std::string& out, const GlassTable::Root& root) {
    constexpr std::uint32_t kSequential = 2;
    std::string free_list;
    pack_number(free_list, GlassTable::kRevision);
    pack_number(free_list, root.blocks);
    free_list.append(4, '\0');  // no free block: begin and end, a block and a place each
    pack_number(out, root.block);
    pack_number(out, root.level << 2U | kSequential);
    pack_number(out, root.entries);
    pack_number(out, kGlassBlockBytes >> 11U);
    pack_number(out, 0);  // tags are not compressed
    pack_bytes(out, free_list);
}

/// A table of which there is no file.
void pack_absent_root(std::string& out) {
    constexpr std::uint32_t kSequentialWithoutRoot = 3;
    constexpr std::uint32_t kShortestCompressed = 18;
    for (const std::uint64_t number :
         {std::uint64_t{0},
          std::uint64_t{kSequentialWithoutRoot},
          std::uint64_t{0},
          std::uint64_t{kGlassBlockBytes >> 11U},
          std::uint64_t{kShortestCompressed}}) {
        pack_number(out, number);
    }
    pack_bytes(out, {});
}

/// The file that makes a database of the table.
void write_version(
    const std::filesystem::path& file, const GlassTable::Root& root, const DocumentSummary& summary
) {
    constexpr std::uint32_t kFormat = (2016 - 2014) << 9U | 3U << 5U | 14U;  // of 14 March 2016
    constexpr std::size_t kUuidBytes = 16;  // that of the compacted database is what matters
    constexpr std::size_t kTablesBehind = 5;
    std::string out("\x0f\x0dXapian Glass");
    out.push_back(static_cast<char>(kFormat >> 8U));
    out.push_back(static_cast<char>(kFormat & 0xffU));
    out.append(kUuidBytes, '\0');
    pack_number(out, GlassTable::kRevision);
    pack_root(out, root);
    for (std::size_t table = 0; table < kTablesBehind; ++table) {
        pack_absent_root(out);
    }
    pack_number(out, summary.documents);
    pack_number(out, 0);  // the last document's number is their count
    pack_number(out, summary.shortest);
    pack_number(out, summary.most_occurrences);
    pack_number(out, summary.longest - summary.most_occurrences);
    pack_number(out, 0);  // no changesets
    pack_number(out, summary.length);
    pack_number(out, 0);  // no spellings
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(out.data(), static_cast<std::streamsize>(out.size()));
    stream.close();
    if (!stream) {
        throw io::storage_error(tr("cannot write %1", {file.string()}), errno);
    }
}
}  // namespace

void write_glass_database(
    const std::filesystem::path& folder, std::span<const InvertedBatch> batches
) {
    std::filesystem::create_directories(folder);
    DocumentSummary summary;
    PostingList lengths;
    for (const InvertedBatch& batch : batches) {
        if (batch.summary.documents > 0) {
            lengths.append(batch.lengths, summary.documents);
        }
        summary.add(batch.summary);
    }
    GlassTable table(folder / "postlist.glass");
    write_lengths(table, std::move(lengths));
    write_terms(table, batches);
    write_version(folder / "iamglass", table.finish(), summary);
}
}  // namespace gisa::indexer
