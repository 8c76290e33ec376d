// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>
#include <gisa/article_explanation.h>
#include <gisa/export.h>
#include <gisa/text_range.h>

namespace gisa {
/// By date, articles of the same second come as they were stored, the last one first among the
/// newest; those without a date come last. Relevance is Newest where no word is there to rank by.
enum class SortBy { Relevance, Newest, Oldest };

struct SearcherOptions {
    /// As in IndexerOptions. Another dictionary than the archive's is ArchiveIncompatible.
    std::filesystem::path dictionary;
};

/// How far an archive had come at an instant.
struct Watermark {
    /// When its first run began: an archive that was made anew is another one. 1970 before a run.
    std::chrono::sys_seconds begun{};
    std::int64_t row = 0;  ///< of what was published last; 0 before that
};

struct SearchRequest {
    std::string query;
    std::uint32_t first = 0;   ///< how many hits to leave out
    std::uint32_t limit = 10;  ///< how many hits at most; 0 only counts
    SortBy sort_by = SortBy::Relevance;
    /// SearchResponse::next_cursor of the page before, from the same query and order; `limit` may
    /// differ, `first` is 0. Empty: the first page.
    std::string cursor;
    bool exact_count = false;  ///< count every match instead of estimating
    /// Put articles that tell the story of a better hit, as papers print one wire report, behind it:
    /// they are its Hit::copies and no hits. `first`, `limit` and ranks then count stories,
    /// SearchResponse::total still articles.
    bool fold = false;
    /// How long stored texts may be read for phrases, proximity and literals, which is what can take
    /// long in a search; the answer is partial then and says so. Absent: until all is read that
    /// must be.
    std::optional<std::chrono::milliseconds> time_limit;
    /// Only articles that came into the archive after that, in time that grows with those. A new
    /// version of an older article is none, and neither merges nor rebuilds make any.
    std::optional<Watermark> after;
    /// Hit::story of earlier hits: with `fold`, stories that are left out.
    std::vector<std::string> told;
    /// Look for words that may have been meant, where one finds nothing; and when the whole query
    /// finds nothing, answer with them instead.
    bool suggest = true;
    /// How long a snippet may be, in terminal cells (a Hangul syllable takes two); 0 leaves
    /// Hit::snippet empty and saves the time.
    std::uint32_t snippet_cells = 160;
    /// The instant that `date:어제` and `date:1M..` are counted from; absent: the system's clock.
    std::optional<std::chrono::sys_seconds> now;
    /// The text of the saved query that `query:NAME` stands for; nothing for an unknown name. Asked
    /// while search() runs, from its thread.
    std::function<std::optional<std::string>(std::string_view name)> saved_query;
};

/// Something the person who typed the query should know; the query ran all the same.
struct QueryNotice {
    ByteRange where;      ///< in SearchRequest::query; empty when the whole query is meant
    std::string message;  ///< a sentence in the process's language
};

/// A word of the archive that the person who typed the query may have meant.
struct QuerySuggestion {
    enum class Reason : std::uint8_t {
        Spelling,  ///< 샴성전자 -> 삼성전자, goverment -> government
        Keyboard,  ///< typed with the other keyboard: tkatjdwjswk -> 삼성전자, ㅎㅐㅐ힏 -> google
        Initials,  ///< initial consonants (초성): ㅅㅅㅈㅈ -> 삼성전자
        Spacing,   ///< 기후협약회의록 -> 기후협약 회의록
    };
    ByteRange where;  ///< of the word in SearchRequest::query
    std::string text;
    std::uint64_t articles = 0;  ///< that hold it; for two words, the rarer one
    Reason reason = Reason::Spelling;
};

/// A piece of text with the matching words marked. Offsets are UTF-8 bytes into `text`, ascending
/// and never overlapping; the text holds no markup.
struct MarkedText {
    std::string text;
    std::vector<ByteRange> marks;
};

/// An article that tells the same story as a hit.
struct HitCopy {
    std::string id;
    std::string publisher;
};

struct Hit {
    std::string id;
    double score = 0;  ///< comparable within one answer only; 0 when sorted by date
    MarkedText title;
    MarkedText snippet;  ///< up to three fragments of the body, " … " between them
    std::string url;
    std::string publisher;
    std::string byline;
    std::vector<std::string> sections;
    std::string language;
    std::optional<std::chrono::sys_seconds> published;
    /// With SearchRequest::fold: more articles of this story among those that were looked at (the
    /// best three hundred, a hundred by date or where texts have to be read, or as many as the page
    /// needs), best first.
    std::vector<HitCopy> copies;
    /// Likewise: what SearchRequest::told knows this story by. Opaque bytes, none for an article
    /// without words; another analysis has others.
    std::string story;
};

/// How many articles match: between `at_least` and `at_most`; equal when counted exactly.
struct HitCount {
    std::uint64_t at_least = 0;
    std::uint64_t estimate = 0;
    std::uint64_t at_most = 0;
};

struct SearchResponse {
    std::vector<Hit> hits;
    std::uint64_t first = 0;  ///< how many hits come before these
    /// What SearchRequest::cursor takes for the page behind this one; empty when there is none. Of
    /// `corrected`, where that is not empty. ASCII letters, digits, - and _.
    std::string next_cursor;
    HitCount total;
    std::vector<QueryNotice> notices;
    std::string understood;  ///< the query as it was understood, as text
    /// True when articles with most of the words are among the hits: too few had all of them, or
    /// the query asks, or is a sentence of five words or more.
    bool relaxed = false;
    bool partial = false;  ///< SearchRequest::time_limit was reached: there may be more hits
    std::uint64_t archive_articles = 0;
    /// By their places, and for one place the likeliest first.
    std::vector<QuerySuggestion> suggestions;
    /// The query that was answered instead, as the typed one found nothing: each word for which there
    /// are suggestions exchanged for the first of them. Else empty. Places in `notices` and
    /// `suggestions` are still those of the typed query.
    std::string corrected;
};

/// What the articles that match may be counted by.
enum class FacetField : std::uint8_t { Publisher, Section, Byline, Language, Year, Month, Day };

struct FacetValue {
    std::string value;  ///< as an article has it; of dates 2024, 2024-05, 2024-05-21 (in Seoul)
    std::uint64_t articles = 0;
};

/// How the articles that match are spread over the values of a field. An article with several
/// sections or names counts for each.
struct FacetCounts {
    std::vector<FacetValue> values;  ///< dates ascending, all others by articles
    std::uint64_t articles = 0;      ///< that match, exactly
    std::uint64_t more_values = 0;   ///< that were left out
    bool partial = false;  ///< SearchRequest::time_limit was reached: all counts are at least so
    std::vector<QueryNotice> notices;
};

enum class TrendPeriod : std::uint8_t { Day, Week, Month, Year };

struct TrendPoint {
    std::chrono::year_month_day first{};  ///< of the period, in Seoul; a week begins on Monday
    std::uint64_t articles = 0;           ///< that match
    std::uint64_t held = 0;  ///< of the archive: 0 is a gap, where nothing could be found
};

/// How often something was written about, from the archive's first day to its last, or to the last
/// that the query demands. Articles without a date count nowhere.
struct Trend {
    std::vector<TrendPoint> points;  ///< every period, ascending
    std::uint64_t articles = 0;      ///< that match, exactly, undated ones too
    bool partial = false;            ///< as FacetCounts::partial
    std::vector<QueryNotice> notices;
};

/// A word that sets the articles found apart from the rest of the archive.
struct RelatedWord {
    std::string word;           ///< as these articles write it most often, without particles
    std::uint64_t stories = 0;  ///< of RelatedWords::stories that have it, as a part of a word, too
    std::uint64_t articles = 0;  ///< of the archive that have it; may count hidden ones, too
    /// How surprising that is: a log-likelihood ratio, above 10.83 once in a thousand words by
    /// chance.
    double score = 0;
};

struct RelatedWords {
    std::vector<RelatedWord> words;  ///< the most surprising ones first
    std::uint64_t stories = 0;       ///< that were looked at; each counts once
    std::uint64_t archive_articles = 0;
    bool partial = false;  ///< as FacetCounts::partial
    std::vector<QueryNotice> notices;
};

/// A stored article and where a query's words stand in its title and body: UTF-8 byte offsets,
/// ascending and never overlapping.
struct MarkedArticle {
    Article article;
    std::vector<ByteRange> title_marks;
    std::vector<ByteRange> body_marks;
};

/// A query at each stage of its way, as text for people and tests.
struct Explanation {
    std::string syntax;  ///< the parsed query
    std::string plan;    ///< words, their views and weights
    std::string engine;  ///< what Xapian is asked
    std::vector<QueryNotice> notices;
};

/// Answers queries from an archive; needs no write permission. Sees the state that was published
/// when it was opened or last refreshed. One thread at a time; open one for each thread.
class GISA_EXPORT Searcher {
  public:
    /// Throws: ArchiveNotFound, ArchiveIncompatible, ArchiveCorrupt, StorageFailed, Configuration.
    explicit Searcher(const std::filesystem::path& archive, const SearcherOptions& options = {});
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;

    /// Never fails on what the query says. Throws: ArchiveCorrupt, StorageFailed; InvalidArgument
    /// for a watermark of another archive, and for a cursor that is not one of this query and order,
    /// or, by relevance, not one of the state that is seen now.
    [[nodiscard]] SearchResponse search(const SearchRequest& request);
    /// The articles that match, counted by a field: the first `limit` values. Counting is exact, so
    /// it takes as long as an exact count. Of the request only what the query means matters: `query`,
    /// `now` and `saved_query`. Throws as search().
    [[nodiscard]] FacetCounts facet(
        const SearchRequest& request, FacetField field, std::size_t limit = 20
    );
    /// Likewise, over time.
    [[nodiscard]] Trend trend(const SearchRequest& request, TrendPeriod period);
    /// The words that set the hundred best stories apart from the rest of the archive, at most
    /// `limit`: more of them have these words than chance would have it, and at least three of them
    /// (of fewer than ten stories two). Nouns and names, each as a whole word, and none of the
    /// query's own. When fewer than five stories have all the words, those with most of them count,
    /// as in search(); when that is too few as well, there are no words but a notice. Reads the texts
    /// of these articles, in time that does not grow with the archive. Of the request, `sort_by` and
    /// `time_limit` matter beside the query: by date, the first hundred are looked at. Throws as
    /// search().
    /// Source: Dunning, Accurate Methods for the Statistics of Surprise and Coincidence,
    /// Computational Linguistics 19(1), 1993.
    [[nodiscard]] RelatedWords related_words(const SearchRequest& request, std::size_t limit = 20);
    /// How the query is understood. The same of the request matters. Throws likewise.
    [[nodiscard]] Explanation explain(const SearchRequest& request);
    /// Why the article of that id is where it is among the answers to that query, or why it is not
    /// there. Searches for it, so it takes as long as a long answer. Throws as search() does.
    [[nodiscard]] ArticleExplanation explain_article(
        const SearchRequest& request, std::string_view id
    );
    /// The stored article, or nothing when the archive has none of that id.
    [[nodiscard]] std::optional<Article> article(std::string_view id);
    /// The same with the words of that query marked, whether or not it finds the article. An empty
    /// query marks nothing. Throws as search() does.
    [[nodiscard]] std::optional<MarkedArticle> marked_article(
        const SearchRequest& request, std::string_view id
    );
    /// What the state holds that this searcher sees; whoever takes it before a search and asks for
    /// what is `after` it the next time misses nothing.
    [[nodiscard]] Watermark watermark() const;
    /// Moves on to the newest published state; true when there was a newer one.
    bool refresh();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa
