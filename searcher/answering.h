// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <gisa/searcher.h>

#include "searcher/first_step.h"
#include "searcher/open_archive.h"
#include "searcher/page.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/second_step.h"

namespace gisa::searcher {
struct Answer {
    SearchResponse response;
    bool finds = false;  ///< an article has all that was asked for
    bool lost = false;   ///< an article of the answer is not there any more
};

/// The request by date, where no word is there to rank by.
[[nodiscard]] SearchRequest in_order_of(const Plan& plan, SearchRequest request);

/// A query's way to its answer: first step, second step, stories, hits; suggestions aside. One
/// thread at a time.
class Answering {
  public:
    /// `archive` must outlive it.
    Answering(OpenArchive& archive, Deadline deadline) : archive_(archive), deadline_(deadline) {}

    /// As typed; where too few articles have a literal that stands beside words, by its words.
    /// Throws as Searcher::search() does.
    [[nodiscard]] Answer answer(const SearchRequest& request);

  private:
    [[nodiscard]] Answer behind_cursor(const SearchRequest& asked, ParseContext how);
    [[nodiscard]] Answer first(const SearchRequest& asked, const ParsedQuery& parsed);
    [[nodiscard]] Answer on_page(
        const SearchRequest& request, const ParsedQuery& parsed, const Plan& plan, Page page
    );

    OpenArchive& archive_;
    Deadline deadline_;
};
}  // namespace gisa::searcher
