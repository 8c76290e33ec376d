// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which articles does another dictionary concern? Only those whose analysis differs. To analyse all
// of them twice would cost as much as indexing, so a look at the text goes first: it must hold a
// word that was added, removed or changed; the normal form has its Hanja read already.
#include "indexer/user_words.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "common/segment/fingerprint.h"
#include "common/text/analyzer.h"
#include "common/text/normal_form.h"
#include "common/text/user_words.h"
#include "indexer/publisher.h"

namespace gisa::indexer {
namespace {
class Comparison {
  public:
    Comparison(
        const std::shared_ptr<const text::Dictionary>& dictionary,
        std::shared_ptr<const text::UserWords> before,
        std::shared_ptr<const text::UserWords> after,
        std::vector<UserWord> differing
    )
        : differing_(std::move(differing)),
          before_(dictionary, std::move(before)),
          after_(dictionary, std::move(after)) {}

    /// Whether the two dictionaries give a text other terms.
    bool concerns(std::string_view text) {
        normal_.assign(text);
        return differing_.any_stands_in(normal_.text())
               && terms(before_, text) != terms(after_, text);
    }

  private:
    static std::vector<std::string> terms(text::Analyzer& analyzer, std::string_view text) {
        std::vector<std::string> all;
        analyzer.analyze(text, [&all](const text::AnalyzedRun& run) {
            all.emplace_back(run.whole);
            all.insert(all.end(), run.parts.begin(), run.parts.end());
            all.emplace_back();  // so that whole and parts cannot change places
        });
        return all;
    }

    text::UserWords differing_;
    text::NormalForm normal_;
    text::Analyzer before_;
    text::Analyzer after_;
};

/// The visible rows that a comparison concerns, ascending.
std::vector<catalog::Row> concerned_rows(
    const catalog::Catalog& catalog, Comparison& comparison, const ProgressCallback& on_progress
) {
    using Clock = std::chrono::steady_clock;
    const std::vector<catalog::Row> rows = catalog.visible_rows();
    std::vector<catalog::Row> concerned;
    std::string title;
    std::string body;
    std::uint64_t done = 0;
    Clock::time_point shown;
    const catalog::Reading reading(catalog);
    for (const catalog::Row row : rows) {
        if (on_progress && Clock::now() - shown > std::chrono::milliseconds(200)) {
            shown = Clock::now();
            on_progress(
                {.stage = Progress::Stage::Comparing,
                 .done = done,
                 .total = rows.size(),
                 .articles = done}
            );
        }
        if (catalog.text(row, title, body)
            && (comparison.concerns(title) || comparison.concerns(body))) {
            concerned.push_back(row);
        }
        ++done;
    }
    return concerned;
}
}  // namespace

UserWordsReport replace_user_words(
    catalog::Catalog& catalog,
    const std::string& text,
    std::uint64_t run,
    const SegmentBuilderOptions& options
) {
    const std::shared_ptr<const text::UserWords> words = text::make_user_words(text);
    text::UserWordsDifference differing = text::difference(*options.user_words, *words);
    UserWordsReport report;
    report.run = run;
    report.words = words->words().size();
    report.added = differing.added;
    report.removed = differing.removed;
    report.changed = differing.changed;
    report.fingerprint = segment::fingerprint(options.dictionary.get(), words.get());
    if (text == catalog.user_words()) {
        return report;
    }

    catalog::UserWordsChange change{
        .user_words = text,
        .fingerprint = report.fingerprint,
        .rows = {},
        .segment = {},
        .run = run,
    };
    if (!differing.words.empty()) {
        Comparison comparison(
            options.dictionary, options.user_words, words, std::move(differing.words)
        );
        change.rows = concerned_rows(catalog, comparison, options.on_progress);
    }
    if (!change.rows.empty()) {
        SegmentBuilderOptions how = options;
        how.user_words = words;
        how.first_row = catalog.next_row();
        change.segment =
            place_segment(how, {{change.rows, {}, 0}}, catalog.next_segment_number()).record;
    }
    catalog.change_user_words(change);
    report.reanalyzed = change.rows.size();
    return report;
}
}  // namespace gisa::indexer

namespace gisa {
std::string read_user_words(const std::filesystem::path& archive) {
    return catalog::Catalog(archive, catalog::Access::ReadOnly).user_words();
}
}  // namespace gisa
