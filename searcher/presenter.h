// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <span>
#include <vector>

#include <gisa/searcher.h>

#include "common/catalog/catalog.h"
#include "searcher/open_archive.h"
#include "searcher/plan/plan.h"
#include "searcher/present/asked_places.h"
#include "searcher/present/shown_text.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/stories.h"

namespace gisa::searcher {
/// Shows articles with the words of a query marked. What it is given must outlive it. One thread at
/// a time.
class Presenter {
  public:
    Presenter(OpenArchive& archive, const Plan& plan, QueryUnits& units)
        : archive_(archive),
          plan_(plan),
          units_(units),
          asked_(plan, archive.analyzer()) {}

    /// Adds a hit for each story. False when an article is not there any more.
    bool add_hits(
        std::span<const Story> stories, const SearchRequest& request, SearchResponse& response
    );

    /// Marks the whole of an article whose text is stored in that row.
    void mark(catalog::Row row, MarkedArticle& marked);

  private:
    /// The text that was loaded last.
    [[nodiscard]] ShownText scan();
    [[nodiscard]] std::vector<HitCopy> copies(const std::vector<catalog::Row>& rows) const;

    OpenArchive& archive_;
    const Plan& plan_;
    QueryUnits& units_;
    ScannedText scanned_;
    AskedPlaces asked_;
};
}  // namespace gisa::searcher
