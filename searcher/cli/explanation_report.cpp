// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/explanation_report.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

constexpr std::size_t kMargin = 10;

/// Printable text broken into lines behind the margin that names it.
std::string paragraph(const std::string& name, const std::string& text, std::size_t width) {
    constexpr std::size_t kNarrowest = 20;
    constexpr std::size_t kMostLines = 100;
    const Lines laid_out =
        break_lines(text, std::max(width, kMargin + kNarrowest) - kMargin, kMostLines);
    std::string out;
    for (const ByteRange& line : laid_out.lines) {
        out += padded(out.empty() ? name : "", kMargin)
               + text.substr(line.begin, line.end - line.begin) + "\n";
    }
    return out;
}

/// "rank 3, score 12.345".
std::string answer(const ArticleExplanation& told) {
    if (told.rank == 0) {
        return told.matches ? tr("it matches, but is not among the first 1,000") : tr("not found");
    }
    const char* const place = told.relaxed
                                  ? tr_later("rank %1, score %2, with most of the words only")
                                  : tr_later("rank %1, score %2");
    return tr(place, {grouped(told.rank), decimal(told.score, 3)});
}

std::string sum(const std::vector<ScorePiece>& pieces) {
    std::string text;
    for (const ScorePiece& piece : pieces) {
        text +=
            (text.empty() ? "" : " + ") + tr(piece.name.c_str()) + " " + decimal(piece.value, 2);
    }
    return text;
}

/// "(first step 8.21 + bigrams 1.20) × (1 + lead 0.35)"; empty without a rank.
std::string score(const ArticleExplanation& told) {
    if (told.evidence.empty()) {
        return "";
    }
    const bool read = told.evidence.size() > 1 || told.score == 0;
    std::string pieces = "(" + sum(told.evidence)
                         + (read ? "" : "; " + tr("its text was not read to rank it")) + ")";
    if (!told.factors.empty()) {
        pieces += " × (1 + " + sum(told.factors) + ")";
    }
    if (told.freshness < 1) {
        pieces += " × freshness " + decimal(told.freshness, 2);
    }
    return pieces;
}

std::string found_by(const RunExplanation& run) {
    switch (run.found_by) {
        case FoundBy::Whole:
            return tr("the word");
        case FoundBy::Parts:
            return tr("its parts %1", {joined(run.parts)});
        case FoundBy::LongerWord:
            return tr("longer: %1", {joined(run.forms)});
        case FoundBy::Nothing:
            break;
    }
    return tr("not there");
}

std::string words(const ArticleExplanation& told) {
    Table table(
        {Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right},
        {tr("word"), tr("found by"), tr("times"), tr("in title"), tr("articles"), "idf"}
    );
    for (const WordExplanation& word : told.words) {
        for (const RunExplanation& run : word.runs) {
            const std::string name = word.runs.size() > 1 ? run.whole : word.typed;
            const std::string scope = word.in_title ? "title:" : "";
            table.add(
                {(word.excluded ? "-" : "") + scope + printable(name),
                 printable(found_by(run)),
                 grouped(run.times),
                 grouped(run.times_in_title),
                 grouped(run.articles),
                 decimal(run.idf, 2)}
            );
        }
    }
    return table.rows() > 0 ? "\n" + table.text() : "";
}

std::string phrases(const ArticleExplanation& told) {
    std::string text;
    for (const PhraseExplanation& phrase : told.phrases) {
        const std::string asked = std::string(phrase.excluded ? "-" : "")
                                  + (phrase.in_title ? "title:" : "") + "\""
                                  + printable(phrase.text) + "\"";
        text += "  "
                + (phrase.held ? tr("%1 stands there", {asked})
                               : tr("%1 does not stand there", {asked}))
                + "\n";
    }
    return text.empty() ? "" : "\n" + text;
}

std::string_view name_of(FoundBy view) {
    switch (view) {
        case FoundBy::Whole:
            return "whole";
        case FoundBy::Parts:
            return "parts";
        case FoundBy::LongerWord:
            return "longer_word";
        case FoundBy::Nothing:
            break;
    }
    return "nothing";
}

Json run_json(const RunExplanation& run) {
    Json object;
    object["whole"] = run.whole;
    object["parts"] = run.parts;
    object["found_by"] = name_of(run.found_by);
    object["times"] = run.times;
    object["times_in_title"] = run.times_in_title;
    object["articles"] = run.articles;
    object["idf"] = run.idf;
    object["forms"] = run.forms;
    object["missing_parts"] = run.missing_parts;
    return object;
}

Json word_json(const WordExplanation& word) {
    Json object;
    object["typed"] = word.typed;
    object["begin"] = word.where.begin;
    object["end"] = word.where.end;
    object["excluded"] = word.excluded;
    object["in_title"] = word.in_title;
    object["found"] = word.found;
    object["runs"] = Json::array();
    for (const RunExplanation& run : word.runs) {
        object["runs"].push_back(run_json(run));
    }
    return object;
}

Json phrase_json(const PhraseExplanation& phrase) {
    Json object;
    object["text"] = phrase.text;
    object["excluded"] = phrase.excluded;
    object["in_title"] = phrase.in_title;
    object["held"] = phrase.held;
    return object;
}

Json pieces_json(const std::vector<ScorePiece>& pieces) {
    Json object = Json::object();
    for (const ScorePiece& piece : pieces) {
        object[piece.name] = piece.value;
    }
    return object;
}

template <typename Items, typename ToJson>
Json list_json(const Items& items, ToJson to_json) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back(to_json(item));
    }
    return list;
}
}  // namespace

std::string explanation_text(const ArticleExplanation& explanation, std::size_t width) {
    const ArticleExplanation& told = explanation;
    std::string text = paragraph(tr("article"), printable(told.id), width);
    if (!told.in_archive) {
        return text + paragraph(tr("answer"), tr("there is no such article in the archive"), width);
    }
    text += paragraph("", printable(told.title), width);
    text += paragraph("", told.published ? seoul_time(*told.published) : tr("no date"), width);
    text += paragraph(tr("query"), printable(told.understood), width);
    text += paragraph(tr("answer"), answer(told), width);
    if (const std::string made = score(told); !made.empty()) {
        text += paragraph("", made, width);
    }
    for (const std::string& reason : told.reasons) {
        text += paragraph("", printable(reason), width);
    }
    return text + words(told) + phrases(told);
}

std::string explanation_json(const ArticleExplanation& explanation) {
    const ArticleExplanation& told = explanation;
    Json object;
    object["in_archive"] = told.in_archive;
    object["id"] = told.id;
    object["title"] = told.title;
    object["date"] = told.published ? Json(iso_time(*told.published)) : Json(nullptr);
    object["understood"] = told.understood;
    object["matches"] = told.matches;
    object["relaxed"] = told.relaxed;
    object["rank"] = told.rank == 0 ? Json(nullptr) : Json(told.rank);
    object["score"] = told.score;
    object["evidence"] = pieces_json(told.evidence);
    object["factors"] = pieces_json(told.factors);
    object["freshness"] = told.freshness;
    object["words"] = list_json(told.words, word_json);
    object["phrases"] = list_json(told.phrases, phrase_json);
    object["reasons"] = told.reasons;
    return json_line(object);
}
}  // namespace gisa::cli
