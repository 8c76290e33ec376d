// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gisa/searcher.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"
#include "searcher/match/best_of_any.h"
#include "searcher/match/by_date.h"
#include "searcher/match/candidates.h"
#include "searcher/match/document_set.h"
#include "searcher/match/every_match.h"
#include "searcher/match/row_source.h"
#include "searcher/match/text_holds.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// How far earlier pages have come.
struct MatchPlace {
    std::uint64_t hits = 0;    ///< before it
    std::uint64_t passed = 0;  ///< by relevance: articles of the first step's order, hits or not
    std::optional<ByDate::Place> article;  ///< by date: the last one that was looked at
};

struct Matches {
    std::vector<Candidate> candidates;  ///< best first
    HitCount total;
    /// The texts of so many articles that may match were read, best first, and no more, because that
    /// is enough or the time was up; else 0.
    std::uint64_t read_only = 0;
    MatchPlace end;     ///< behind the candidates
    bool more = false;  ///< there may be others behind
};

/// How strictly a plan is matched.
enum class Strictness { AllWords, MostWords };

struct MatchRequest {
    Strictness strictness = Strictness::AllWords;
    std::uint32_t most = 0;  ///< candidates wanted
    SortBy sort_by = SortBy::Relevance;
    bool exact_count = false;
    Rows among;       ///< null: all rows
    MatchPlace from;  ///< candidates stand behind it
};

/// Asks Xapian. Of the whole searcher only this folder knows it. One thread at a time.
class Matcher {
  public:
    Matcher(const segment::SegmentSet& segments, const catalog::PublishedSet& published);
    ~Matcher();
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;

    /// The best candidates of a plan. Throws: ArchiveCorrupt, StorageFailed.
    [[nodiscard]] Matches match(
        const Plan& plan, const MatchRequest& request, const TextHolds& holds
    ) const;

    /// As that of candidates.h. Throws: ArchiveCorrupt, StorageFailed.
    void look_at_titles(
        const std::vector<std::string>& words, std::vector<Candidate>& candidates, std::size_t count
    ) const;

    /// What Xapian is asked, as it describes it.
    [[nodiscard]] std::string describe(const Plan& plan, const TextHolds& holds) const;

    /// All articles that match a plan strictly, of each segment; none is left out, however long it
    /// takes.
    [[nodiscard]] std::vector<DocumentSet> every_match(const Plan& plan, const TextHolds& holds)
        const;

    /// A value of a kind that some of the documents have.
    struct ValueCount {
        std::string value;  ///< the term without the letter that marks its kind
        std::uint64_t articles = 0;
        catalog::Row example = 0;  ///< one of them
    };

    /// How many of the documents have each term that begins with `prefix`; those that none has are
    /// left out. Ascending by term.
    [[nodiscard]] std::vector<ValueCount> count_values(
        const std::string& prefix, const std::vector<DocumentSet>& documents
    ) const;

    /// How many of the documents were published on each day in Asia/Seoul.
    [[nodiscard]] std::map<std::chrono::sys_days, std::uint64_t> count_days(
        const std::vector<DocumentSet>& documents
    ) const;

    /// The words that begin in some way, at most `limit`. Of a beginning that very many share, those
    /// are the most frequent ones of the first in the order of their bytes.
    [[nodiscard]] WordsBeginning words_beginning(const std::string& prefix, std::size_t limit)
        const;
    /// In how many articles a text term stands, hidden ones included.
    [[nodiscard]] std::uint64_t articles_with(const std::string& term) const;
    [[nodiscard]] std::uint64_t articles() const;

  private:
    /// Most of the words of a plan that demands nothing else.
    [[nodiscard]] Matches best_of_any(
        const std::vector<LooseTerm>& terms, const MatchRequest& request
    ) const;
    [[nodiscard]] Matches by_date(
        const Plan& plan, const MatchRequest& request, const TextHolds& holds
    ) const;
    [[nodiscard]] Matches by_relevance(
        const Plan& plan, const MatchRequest& request, const TextHolds& holds
    ) const;
    [[nodiscard]] std::uint64_t exact_count(
        const Plan& plan, const MatchRequest& request, const TextHolds& holds
    ) const;
    /// A query without the articles that were replaced or removed since their segment was built.
    [[nodiscard]] Xapian::Query visible(const Xapian::Query& query) const;

    const segment::SegmentSet& segments_;
    const catalog::PublishedSet& published_;
    std::unique_ptr<BestOfAny> best_of_any_;
    std::unique_ptr<EveryMatch> every_match_;
};
}  // namespace gisa::searcher
