// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "indexer/write/packing.h"

namespace gisa::indexer {
/// The documents of one term, or the lengths of all documents, as glass keeps them.
struct PostingList {
    std::string entries;  ///< the first one's count, then of each other the gap and the count
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t documents = 0;
    std::uint32_t occurrences = 0;

    /// `document` is greater than the ones before it.
    void append(std::uint32_t document, std::uint32_t count) {
        begin_with(document);
        last = document;
        ++documents;
        occurrences += count;
        pack_number(entries, count);
    }

    /// Appends a list whose documents are numbered from behind `offset`.
    void append(const PostingList& more, std::uint32_t offset) {
        begin_with(more.first + offset);
        last = more.last + offset;
        documents += more.documents;
        occurrences += more.occurrences;
        entries.append(more.entries);
    }

    void clear() {
        entries.clear();
        documents = 0;
        occurrences = 0;
    }

  private:
    void begin_with(std::uint32_t document) {
        if (documents == 0) {
            first = document;
        } else {
            pack_number(entries, document - last - 1);
        }
    }
};
}  // namespace gisa::indexer
