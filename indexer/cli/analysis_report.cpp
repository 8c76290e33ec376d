// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/analysis_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

std::string_view name_of(WordScript script) {
    switch (script) {
        case WordScript::Korean:
            return "korean";
        case WordScript::Latin:
            return "latin";
        case WordScript::Other:
            break;
    }
    return "other";
}

std::string_view name_of(WordDisagreement::Kind kind) {
    switch (kind) {
        case WordDisagreement::Kind::Particle:
            return "particle";
        case WordDisagreement::Kind::Punctuation:
            return "punctuation";
        case WordDisagreement::Kind::Case:
            return "case";
        case WordDisagreement::Kind::Article:
            break;
    }
    return "article";
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

/// Without what would part columns or lines, or command a terminal.
std::string cell(std::string_view text) {
    return printable(text);
}

std::string line_of(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& one : cells) {
        line += (&one == &cells.front() ? "" : "\t") + cell(one);
    }
    return line + "\n";
}
}  // namespace

std::string analysis_text(const std::vector<WordAnalysis>& words) {
    Table table(
        {Align::Left, Align::Left, Align::Left, Align::Left, Align::Left},
        {tr("typed"), tr("script"), tr("normal"), tr("whole"), tr("parts")}
    );
    for (const WordAnalysis& word : words) {
        table.add(
            {cell(word.typed),
             std::string(name_of(word.script)),
             cell(word.normal),
             cell(word.whole),
             cell(listed(word.parts))}
        );
    }
    return table.rows() > 0 ? table.text() : "";
}

std::string analysis_json(std::string_view text, const std::vector<WordAnalysis>& words) {
    Json object;
    object["text"] = text;
    object["words"] = Json::array();
    for (const WordAnalysis& word : words) {
        Json entry;
        entry["begin"] = word.where.begin;
        entry["end"] = word.where.end;
        entry["word"] = word.word;
        entry["typed"] = word.typed;
        entry["script"] = name_of(word.script);
        entry["normal"] = word.normal;
        entry["whole"] = word.whole;
        entry["parts"] = word.parts;
        object["words"].push_back(entry);
    }
    return json_line(object);
}

std::string analysis_tsv(const std::vector<WordAnalysis>& words) {
    std::string lines;
    for (const WordAnalysis& word : words) {
        lines += line_of(
            {word.typed,
             std::string(name_of(word.script)),
             word.normal,
             word.whole,
             listed(word.parts)}
        );
    }
    return lines;
}

std::string check_text(const WordCheckReport& report) {
    Table table(
        {Align::Left, Align::Left, Align::Left, Align::Left},
        {tr("word"), tr("form"), tr("expected"), tr("got")}
    );
    for (const WordDisagreement& one : report.first) {
        table.add(
            {cell(one.word),
             cell(one.article.empty() ? one.form : tr("%1 in %2", {one.form, one.article})),
             cell(listed(one.expected)),
             cell(listed(one.got))}
        );
    }
    std::string text = table.rows() > 0 ? table.text() : "";
    if (report.disagreements > report.first.size()) {
        text +=
            "  " + tr("and %1 more", {grouped(report.disagreements - report.first.size())}) + "\n";
    }
    text += word_count(report.words) + ", "
            + tr_n("%1 form", "%1 forms", report.forms, {grouped(report.forms)}) + ", "
            + tr_n(
                "%1 disagreement",
                "%1 disagreements",
                report.disagreements,
                {grouped(report.disagreements)}
            );
    if (report.articles > 0) {
        text += "; " + tr("%1 read", {article_count(report.articles)});
    }
    return text + "\n";
}

std::string check_json(const WordCheckReport& report) {
    Json object;
    object["words"] = report.words;
    object["forms"] = report.forms;
    object["articles"] = report.articles;
    object["disagreements"] = report.disagreements;
    object["first"] = Json::array();
    for (const WordDisagreement& one : report.first) {
        Json entry;
        entry["kind"] = name_of(one.kind);
        entry["word"] = one.word;
        entry["form"] = one.form;
        entry["article"] = one.article.empty() ? Json(nullptr) : Json(one.article);
        entry["expected"] = one.expected;
        entry["got"] = one.got;
        object["first"].push_back(entry);
    }
    return json_line(object);
}

std::string check_tsv(const WordCheckReport& report) {
    std::string lines;
    for (const WordDisagreement& one : report.first) {
        lines += line_of(
            {std::string(name_of(one.kind)),
             one.word,
             one.form,
             one.article,
             listed(one.expected),
             listed(one.got)}
        );
    }
    return lines;
}
}  // namespace gisa::cli
