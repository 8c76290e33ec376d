// SPDX-License-Identifier: GPL-2.0-or-later
//
// The same questions that the index answers for all articles at once, asked of one: so that each
// answer can be shown, and what is missing named.
#include "searcher/explain/explain_article.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "common/messages/tr.h"
#include "common/schema/calendar.h"
#include "common/schema/metadata.h"
#include "searcher/explain/article_words.h"
#include "searcher/explain/nearest_forms.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kNearest = 3;

using Reasons = std::vector<std::string>;

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out.append(out.empty() ? "" : ", ").append(word);
    }
    return out;
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string day_text(const std::optional<std::chrono::year_month_day>& day) {
    if (!day) {
        return "";
    }
    return std::to_string(static_cast<int>(day->year())) + "-"
           + two_digits(static_cast<unsigned>(day->month())) + "-"
           + two_digits(static_cast<unsigned>(day->day()));
}

class Explainer {
  public:
    Explainer(
        const Plan& plan,
        const Article& article,
        text::Analyzer& analyzer,
        const ArchiveQuestions& archive
    )
        : plan_(plan),
          article_(article),
          words_(article, analyzer),
          archive_(archive) {}

    ArticleExplanation run() {
        made_.in_archive = true;
        made_.id = article_.id;
        made_.title = article_.title;
        made_.published = article_.published;
        made_.matches = node(plan_.root, made_.reasons);
        if (made_.matches) {
            made_.reasons.clear();
        }
        return std::move(made_);
    }

  private:
    /// Whether the article has what a node asks for; what it lacks goes to `reasons`.
    bool node(const PlanNode& here, Reasons& reasons) {
        switch (here.kind) {
            case PlanNode::Kind::Nothing:
                reasons.push_back(tr("the query holds nothing to search for"));
                return false;
            case PlanNode::Kind::All:
                return true;
            case PlanNode::Kind::Word:
                return word(plan_.words[here.index], here.in_title, &reasons);
            case PlanNode::Kind::Check:
                return check(here, reasons);
            case PlanNode::Kind::Metadata:
                return metadata(here, reasons);
            case PlanNode::Kind::Article:
                return is_article(here, reasons);
            case PlanNode::Kind::Dates:
                return dates(here, reasons);
            case PlanNode::Kind::Not:
                return exclusion(here, reasons);
            case PlanNode::Kind::Or:
                return any(here, reasons);
            case PlanNode::Kind::And:
                break;
        }
        bool all = true;
        for (const PlanNode& child : here.children) {
            all = node(child, reasons) && all;
        }
        return all;
    }

    bool any(const PlanNode& here, Reasons& reasons) {
        bool found = false;
        Reasons lacking;
        for (const PlanNode& child : here.children) {
            found = node(child, lacking) || found;
        }
        if (!found) {
            reasons.push_back(tr("none of the alternatives is there"));
            reasons.insert(reasons.end(), lacking.begin(), lacking.end());
        }
        return found;
    }

    bool exclusion(const PlanNode& here, Reasons& reasons) {
        Reasons unasked;
        const std::size_t words_before = made_.words.size();
        if (!node(here.children.front(), unasked)) {
            return true;
        }
        Reasons there;
        for (std::size_t i = words_before; i < made_.words.size(); ++i) {
            if (made_.words[i].found) {
                there.push_back(in_quotes(made_.words[i].typed));
            }
        }
        reasons.push_back(
            there.empty() ? tr("the query excludes what this article is")
                          : tr("the query excludes %1, which the article has", {listed(there)})
        );
        return false;
    }

    bool metadata(const PlanNode& here, Reasons& reasons) const {
        const std::vector<std::string> terms = schema::metadata_terms(article_);
        const std::string wanted = schema::metadata_term(here.metadata, here.value);
        const bool has = std::find(terms.begin(), terms.end(), wanted) != terms.end();
        if (!has) {
            reasons.push_back(tr("the article does not name %1", {in_quotes(here.value)}));
        }
        return has;
    }

    bool is_article(const PlanNode& here, Reasons& reasons) const {
        const bool same = here.value == article_.id;
        if (!same) {
            reasons.push_back(tr("the query asks for the article %1", {in_quotes(here.value)}));
        }
        return same;
    }

    [[nodiscard]] std::optional<std::chrono::year_month_day> published_day() const {
        return article_.published ? std::optional(schema::seoul_day(*article_.published))
                                  : std::nullopt;
    }

    bool dates(const PlanNode& here, Reasons& reasons) const {
        const bool is_collected = here.date_kind == schema::DateKind::Collected;
        const auto day = is_collected ? archive_.collected : published_day();
        const schema::DayRange& range = here.days;
        const std::string wanted = day_text(range.first) + ".." + day_text(range.last);
        if (!day) {
            reasons.push_back(tr("the article has no date, and the query asks for %1", {wanted}));
            return false;
        }
        if ((!range.first || *range.first <= *day) && (!range.last || *day <= *range.last)) {
            return true;
        }
        const char* const reason =
            is_collected ? tr_later("the article was first stored on %1, and the query asks for %2")
                         : tr_later("the article is of %1, and the query asks for %2");
        reasons.push_back(tr(reason, {day_text(day), wanted}));
        return false;
    }

    bool check(const PlanNode& here, Reasons& reasons) {
        const TextCheck& asked = plan_.checks[here.index];
        const bool in_title = asked.place == Place::Title;
        PhraseExplanation told{.text = {}, .in_title = in_title};
        Reasons missing;
        bool all = true;
        for (const std::vector<std::size_t>& alternatives : asked.operands) {
            bool any = false;
            std::string text;
            for (const std::size_t one : alternatives) {
                text.append(text.empty() ? "" : " or ").append(typed(plan_.phrases[one]));
                any = phrase(plan_.phrases[one], in_title, told, missing) || any;
            }
            told.text.append(told.text.empty() ? "" : sign_of(asked)).append(text);
            all = any && all;
        }
        if (asked.literal) {
            told.text = asked.literal->text;
        }
        told.held = all && archive_.passes(here.index);
        const bool held = told.held;
        if (!held && all && asked.at_least > 1) {
            reasons.push_back(
                tr("%1 stands fewer than %2 times in the %3",
                   {in_quotes(told.text), std::to_string(asked.at_least), tr(name_of(asked.place))})
            );
        } else if (!held) {
            const std::string quoted = in_quotes(told.text);
            const std::string what =
                asked.operands.size() > 1 ? quoted : tr("the phrase %1", {quoted});
            const char* const reason =
                all ? tr_later("%1 does not stand in the %2, though all of its words do")
                    : tr_later("%1 does not stand in the %2");
            reasons.push_back(tr(reason, {what, tr(name_of(asked.place))}));
            reasons.insert(reasons.end(), missing.begin(), missing.end());
        }
        made_.phrases.push_back(std::move(told));
        return held;
    }

    static std::string typed(const SearchedPhrase& phrase) {
        std::string text;
        for (const SearchedWord& one : phrase.words) {
            text.append(text.empty() ? "" : " ").append(one.typed);
        }
        return text;
    }

    bool phrase(
        const SearchedPhrase& asked, bool in_title, PhraseExplanation& told, Reasons& missing
    ) {
        bool all = true;
        for (const SearchedWord& one : asked.words) {
            told.excluded = one.excluded;
            all = word(one, in_title, &missing) && all;
        }
        return all;
    }

    static std::string sign_of(const TextCheck& check) {
        switch (check.proximity) {
            case Proximity::Near:
                return " NEAR/" + std::to_string(check.distance) + " ";
            case Proximity::Ordered:
                return " ONEAR/" + std::to_string(check.distance) + " ";
            case Proximity::Sentence:
                return " /s ";
            case Proximity::Paragraph:
                return " /p ";
        }
        return " ";
    }

    bool word(const SearchedWord& asked, bool in_title, Reasons* reasons) {
        WordExplanation told{
            .typed = asked.typed,
            .where = asked.where,
            .excluded = asked.excluded,
            .in_title = in_title,
            .found = true,
            .runs = {},
        };
        for (const SearchedRun& run : asked.runs) {
            told.runs.push_back(explained(run, in_title));
            told.found = told.found && told.runs.back().found_by != FoundBy::Nothing;
        }
        if (!told.found) {
            reasons->push_back(reason(told));
        }
        made_.words.push_back(std::move(told));
        return made_.words.back().found;
    }

    static std::string reason(const WordExplanation& word) {
        const char* const place = name_of(word.in_title ? Place::Title : Place::Anywhere);
        const auto lost =
            std::find_if(word.runs.begin(), word.runs.end(), [](const RunExplanation& run) {
                return run.found_by == FoundBy::Nothing;
            });
        const std::string name =
            word.runs.size() > 1 ? tr("%1 of %2", {in_quotes(lost->whole), in_quotes(word.typed)})
                                 : in_quotes(word.typed);
        std::string text = tr("%1 is not in the %2", {name, tr(place)});
        if (!lost->missing_parts.empty()) {
            text += ": ";
            text +=
                tr("of its parts %1 it lacks %2",
                   {listed(lost->parts), listed(lost->missing_parts)});
        }
        if (!lost->forms.empty()) {
            text += "; ";
            text += tr("nearest there: %1", {listed(lost->forms)});
        }
        return text;
    }

    RunExplanation explained(const SearchedRun& run, bool in_title) {
        RunExplanation told;
        told.whole = run.whole;
        told.parts = run.parts;
        const auto times = [&](const std::string& term) { return words_.times(term, in_title); };
        std::vector<std::string> terms = {run.whole};
        if (times(run.whole) > 0) {
            told.found_by = FoundBy::Whole;
        } else if (!run.parts.empty() && std::all_of(run.parts.begin(), run.parts.end(), times)) {
            told.found_by = FoundBy::Parts;
            terms = {rarest(run.parts)};
        } else {
            std::copy_if(
                run.containing.begin(), run.containing.end(), std::back_inserter(told.forms), times
            );
            told.found_by = told.forms.empty() ? FoundBy::Nothing : FoundBy::LongerWord;
            terms = told.forms.empty() ? terms : told.forms;
        }
        for (const std::string& term : terms) {
            told.times += words_.times(term, false);
            told.times_in_title += words_.times(term, true);
            told.articles = std::max(told.articles, archive_.articles_with(term));
        }
        told.idf = idf(told.articles);
        if (told.found_by == FoundBy::Nothing) {
            told.forms = nearest_forms(run.whole, words_.wholes(run.script), kNearest);
            tell_missing_parts(run, in_title, told);
        }
        return told;
    }

    /// The part that stands least often in the article.
    [[nodiscard]] std::string rarest(const std::vector<std::string>& parts) const {
        return *std::min_element(
            parts.begin(),
            parts.end(),
            [this](const std::string& a, const std::string& b) {
                return words_.times(a, false) < words_.times(b, false);
            }
        );
    }

    void tell_missing_parts(const SearchedRun& run, bool in_title, RunExplanation& told) const {
        for (const std::string& part : run.parts) {
            if (words_.times(part, in_title) == 0) {
                told.missing_parts.push_back(part);
            }
        }
        if (told.missing_parts.size() == run.parts.size()) {
            told.missing_parts.clear();
        }
    }

    /// As ranking has it (searcher/rank).
    [[nodiscard]] double idf(std::uint64_t with) const {
        if (archive_.articles == 0) {
            return 0;
        }
        const auto all = static_cast<double>(archive_.articles);
        const auto some = static_cast<double>(std::min(with, archive_.articles));
        return std::log(1.0 + (all - some + 0.5) / (some + 0.5));
    }

    const Plan& plan_;
    const Article& article_;
    ArticleWords words_;
    const ArchiveQuestions& archive_;
    ArticleExplanation made_;
};
}  // namespace

ArticleExplanation explain_article(
    const Plan& plan,
    const Article& article,
    text::Analyzer& analyzer,
    const ArchiveQuestions& archive
) {
    return Explainer(plan, article, analyzer, archive).run();
}
}  // namespace gisa::searcher
