// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"
#include "common/text/analyzer.h"
#include "common/text/user_words.h"
#include "searcher/match/matcher.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/query_units.h"
#include "searcher/stored_texts.h"

namespace gisa::searcher {
/// An archive opened for reading: its catalog, its analysis and one published state. Gives the
/// story in searcher.cpp what each stage needs of them. One thread at a time.
class OpenArchive {
  public:
    /// `dictionary` as in SearcherOptions.
    /// Throws: ArchiveNotFound, ArchiveIncompatible, ArchiveCorrupt, StorageFailed, Configuration.
    OpenArchive(const std::filesystem::path& archive, const std::filesystem::path& dictionary);

    /// Moves on to the newest published state; true when there was a newer one.
    bool refresh();

    /// For the reads of one query. Nothing read before is kept.
    [[nodiscard]] catalog::Reading read() {
        texts_.forget();
        return catalog::Reading(catalog_);
    }

    [[nodiscard]] const catalog::Catalog& catalog() const { return catalog_; }

    [[nodiscard]] const catalog::PublishedSet& published() const { return state_->published; }

    [[nodiscard]] const segment::SegmentSet& segments() const { return state_->segments; }

    [[nodiscard]] const Matcher& matcher() const { return state_->matcher; }

    [[nodiscard]] text::Analyzer& analyzer() { return analyzer_; }

    [[nodiscard]] StoredTexts& texts() { return texts_; }

    [[nodiscard]] Plan plan(const ParsedQuery& parsed);

    /// Both are good until the next refresh(), the second as long as `plan` too.
    [[nodiscard]] ArchiveCounts counts() const;
    [[nodiscard]] TextHolds text_holds(const Plan& plan, Deadline deadline = std::nullopt);

    /// How many articles there are of each day that has any; read once. Good until refresh().
    [[nodiscard]] const catalog::DayCounts& articles_by_day();

  private:
    /// One published state, opened.
    struct State {
        State(const std::filesystem::path& archive, catalog::PublishedSet set)
            : published(std::move(set)),
              segments(archive, published),
              matcher(segments, published) {}

        catalog::PublishedSet published;
        segment::SegmentSet segments;
        Matcher matcher;
        std::optional<catalog::DayCounts> by_day;
    };

    void open();
    void check_fingerprint(
        const catalog::PublishedSet& published, const text::UserWords& user_words
    ) const;

    std::filesystem::path archive_;
    catalog::Catalog catalog_;
    std::shared_ptr<const text::Dictionary> dictionary_;
    text::Analyzer analyzer_;
    StoredTexts texts_;
    std::unique_ptr<State> state_;
};
}  // namespace gisa::searcher
