// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/segment/segment_set.h"
#include "searcher/match/document_set.h"
#include "searcher/match/document_source.h"

namespace gisa::searcher {
/// A Xapian posting source of the articles that were replaced or removed since their segment was
/// built, to be left out.
class HiddenSource : public DocumentSource {
  public:
    /// `hidden` has a set for each segment. Both must outlive it.
    HiddenSource(const segment::SegmentSet& segments, const std::vector<DocumentSet>& hidden)
        : segments_(segments),
          hidden_(hidden) {}

    void init(const Xapian::Database& database) override {
        std::vector<std::uint32_t> documents;
        documents.reserve(hidden_[segments_.place_of(database)].size());
        hidden_[segments_.place_of(database)].each([&documents](std::uint32_t document) {
            documents.push_back(document);
        });
        begin(std::move(documents));
    }

    [[nodiscard]] HiddenSource* clone() const override {
        return new HiddenSource(segments_, hidden_);
    }

    [[nodiscard]] std::string get_description() const override { return "Hidden"; }

  private:
    const segment::SegmentSet& segments_;
    const std::vector<DocumentSet>& hidden_;
};
}  // namespace gisa::searcher
