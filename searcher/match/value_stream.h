// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <optional>
#include <string>

#include <xapian.h>

namespace gisa::searcher {
/// The values that a segment keeps beside its documents in one slot, asked for in ascending order of
/// the documents: neighbours lie in one piece, which is found and unpacked once. Throws
/// Xapian::Error. One thread at a time.
class ValueStream {
  public:
    ValueStream(const Xapian::Database& segment, Xapian::valueno slot)
        : at_(segment.valuestream_begin(slot)),
          end_(segment.valuestream_end(slot)) {}

    /// The document's value; nothing when it has none. No earlier document may be asked for then.
    [[nodiscard]] std::optional<std::string> at(Xapian::docid document) {
        if (at_ != end_ && at_.get_docid() < document) {
            at_.skip_to(document);
        }
        if (at_ == end_ || at_.get_docid() != document) {
            return std::nullopt;
        }
        return *at_;
    }

  private:
    Xapian::ValueIterator at_;
    Xapian::ValueIterator end_;
};
}  // namespace gisa::searcher
