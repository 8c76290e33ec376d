// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/open_archive.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "common/schema/terms.h"
#include "common/segment/fingerprint.h"
#include "searcher/rank/text_check.h"

namespace gisa::searcher {
namespace {
/// Longer words of the archive that a typed piece may stand in.
constexpr std::size_t kContaining = 48;

/// Words of the archive that a typed prefix stands for.
constexpr std::size_t kBeginning = 256;

/// A word in more articles than this, and than one in five hundred, is no unknown name: its own
/// morphemes find the longer words it stands in.
constexpr std::uint64_t kCommonArticles = 50;
constexpr std::uint64_t kCommonShare = 500;

/// The three most frequent values of a field that hold a piece.
std::vector<std::string> values_containing(
    const segment::SegmentSet& segments, const std::string& prefix, std::string_view piece
) {
    constexpr std::size_t kMost = 3;
    std::vector<std::string> values =
        segments
            .frequent_terms(
                prefix,
                kMost,
                [&](std::string_view term) { return term.find(piece, prefix.size()) != term.npos; }
            )
            .terms;
    for (std::string& value : values) {
        value.erase(0, prefix.size());
    }
    return values;
}
}  // namespace

OpenArchive::OpenArchive(
    const std::filesystem::path& archive, const std::filesystem::path& dictionary
)
    : archive_(archive),
      catalog_(archive, catalog::Access::ReadOnly),
      dictionary_(text::Dictionary::open(dictionary)),
      analyzer_(dictionary_),
      texts_(catalog_) {
    open();
}

bool OpenArchive::refresh() {
    if (catalog_.state() == state_->published.state) {
        return false;
    }
    open();
    return true;
}

const catalog::DayCounts& OpenArchive::articles_by_day() {
    if (!state_->by_day) {
        state_->by_day = catalog_.articles_by_day();
    }
    return *state_->by_day;
}

void OpenArchive::open() {
    // A merge may take a segment away between reading the list and opening it: read it again.
    constexpr int kTries = 3;
    for (int left = kTries; left > 0; --left) {
        catalog::PublishedSet published = catalog_.published_set();
        const auto user_words = text::make_user_words(published.user_words);
        check_fingerprint(published, *user_words);
        const std::uint64_t number = published.state;
        try {
            auto opened = std::make_unique<State>(archive_, std::move(published));
            analyzer_ = text::Analyzer(dictionary_, user_words);
            state_ = std::move(opened);
            return;
        } catch (const Error&) {
            if (left == 1 || catalog_.state() == number) {
                throw;
            }
        }
    }
}

void OpenArchive::check_fingerprint(
    const catalog::PublishedSet& published, const text::UserWords& user_words
) const {
    const std::string ours = segment::fingerprint(dictionary_.get(), &user_words);
    for (const catalog::SegmentRecord& segment : published.segments) {
        if (segment.fingerprint != ours) {
            throw Error(
                ErrorCode::ArchiveIncompatible,
                tr("the archive was indexed in another way: it has \"%1\", this program has "
                   "\"%2\"",
                   {segment.fingerprint, ours}),
                tr("use the dictionary it was built with (--dictionary), or `gisa-index rebuild`")
            );
        }
    }
}

Plan OpenArchive::plan(const ParsedQuery& parsed) {
    ArchiveLookups lookups;
    lookups.words_containing = [this](std::string_view piece) {
        std::vector<std::string> words;
        const std::uint64_t common =
            std::max(kCommonArticles, state_->matcher.articles() / kCommonShare);
        if (state_->matcher.articles_with(schema::text_term(piece)) > common) {
            return words;
        }
        for (segment::SegmentSet::Word& word :
             state_->segments.words_containing(piece, kContaining)) {
            words.push_back(std::move(word.word));
        }
        return words;
    };
    lookups.words_beginning = [this](std::string_view prefix) {
        return state_->matcher.words_beginning(std::string(prefix), kBeginning);
    };
    lookups.articles_with = [this](schema::Metadata kind, std::string_view value) {
        return state_->matcher.articles_with(schema::metadata_term(kind, value));
    };
    lookups.values_containing = [this](schema::Metadata kind, std::string_view piece) {
        return values_containing(state_->segments, schema::metadata_term(kind, ""), piece);
    };
    lookups.row_of = [this](std::string_view id) { return catalog_.find(id); };
    return make_plan(parsed, analyzer_, lookups);
}

ArchiveCounts OpenArchive::counts() const {
    return {
        [this](const std::string& term) { return state_->matcher.articles_with(term); },
        [this](std::string_view bigram) { return state_->segments.bigram_articles(bigram); },
        state_->matcher.articles(),
    };
}

TextHolds OpenArchive::text_holds(const Plan& plan, Deadline deadline) {
    auto matchers = std::make_shared<std::vector<TextMatcher>>();
    for (const TextCheck& check : plan.checks) {
        matchers->emplace_back(plan, check, analyzer_);
    }
    const auto read = [this, matchers](std::size_t check, catalog::Row row) {
        if (!texts_.load(row)) {
            return false;
        }
        TextMatcher& matcher = (*matchers)[check];
        CheckedText text{.original = texts_.original(), .title_bytes = texts_.title_bytes()};
        if (!matcher.reads_original()) {
            text.normal = texts_.normal().text();
            text.title_end = texts_.title_end();
        }
        return matcher.holds(text);
    };
    return TextHolds(read, deadline);
}
}  // namespace gisa::searcher
