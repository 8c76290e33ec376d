// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/hit_field.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "common/cli/arguments.h"
#include "common/cli/figures.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Marks in Unicode code points, for languages whose strings know no bytes.
std::vector<ByteRange> in_codepoints(const MarkedText& text) {
    const auto codepoints_before = [&text](std::size_t offset) {
        const std::string_view before = std::string_view(text.text).substr(0, offset);
        return static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    };
    std::vector<ByteRange> marks;
    for (const ByteRange& mark : text.marks) {
        marks.push_back({.begin = codepoints_before(mark.begin), .end = codepoints_before(mark.end)}
        );
    }
    return marks;
}

FieldValue published(const Hit& hit) {
    return hit.published ? FieldValue(iso_time(*hit.published)) : FieldValue();
}

struct TextOf {
    std::string operator()(std::monostate) const { return ""; }

    std::string operator()(const std::string& text) const { return text; }

    std::string operator()(std::uint64_t number) const { return std::to_string(number); }

    std::string operator()(double number) const { return nlohmann::json(number).dump(); }

    std::string operator()(const std::vector<std::string>& names) const {
        std::string text;
        for (const std::string& name : names) {
            text += (text.empty() ? "" : "; ") + name;
        }
        return text;
    }

    std::string operator()(const std::vector<HitCopy>& copies) const {
        std::vector<std::string> ids;
        ids.reserve(copies.size());
        for (const HitCopy& copy : copies) {
            ids.push_back(copy.id);
        }
        return (*this)(ids);
    }

    std::string operator()(const std::vector<ByteRange>& marks) const {
        std::string text;
        for (const ByteRange& mark : marks) {
            text += (text.empty() ? "" : " ") + std::to_string(mark.begin) + "-"
                    + std::to_string(mark.end);
        }
        return text;
    }
};

}  // namespace

std::span<const HitField> hit_fields() noexcept {
    using Rank = std::uint64_t;
    static constexpr bool kNeedsSnippet = true;
    static constexpr auto kFields = std::to_array<HitField>({
        {"rank", [](const Hit&, Rank rank) { return FieldValue(rank); }},
        {"id", [](const Hit& hit, Rank) { return FieldValue(hit.id); }},
        {"title", [](const Hit& hit, Rank) { return FieldValue(hit.title.text); }},
        {"title_marks",
         [](const Hit& hit, Rank) { return FieldValue(hit.title.marks); },
         kNeedsSnippet},
        {"title_marks_codepoints",
         [](const Hit& hit, Rank) { return FieldValue(in_codepoints(hit.title)); },
         kNeedsSnippet},
        {"snippet",
         [](const Hit& hit, Rank) { return FieldValue(hit.snippet.text); },
         kNeedsSnippet},
        {"snippet_marks",
         [](const Hit& hit, Rank) { return FieldValue(hit.snippet.marks); },
         kNeedsSnippet},
        {"snippet_marks_codepoints",
         [](const Hit& hit, Rank) { return FieldValue(in_codepoints(hit.snippet)); },
         kNeedsSnippet},
        {"url", [](const Hit& hit, Rank) { return FieldValue(hit.url); }},
        {"publisher", [](const Hit& hit, Rank) { return FieldValue(hit.publisher); }},
        {"byline", [](const Hit& hit, Rank) { return FieldValue(hit.byline); }},
        {"sections", [](const Hit& hit, Rank) { return FieldValue(hit.sections); }},
        {"language", [](const Hit& hit, Rank) { return FieldValue(hit.language); }},
        {"published", [](const Hit& hit, Rank) { return published(hit); }},
        {"score", [](const Hit& hit, Rank) { return FieldValue(hit.score); }},
        {.name = "copies",
         .value = [](const Hit& hit, Rank) { return FieldValue(hit.copies); },
         .needs_fold = true},
    });
    return kFields;
}

const HitField* hit_field(std::string_view name) {
    const auto fields = hit_fields();
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const HitField& field) {
        return field.name == name;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::string hit_field_names() {
    std::string names;
    for (const HitField& field : hit_fields()) {
        names += (names.empty() ? "" : ", ") + std::string(field.name);
    }
    return names;
}

std::string as_text(const FieldValue& value) {
    return std::visit(TextOf{}, value);
}

std::vector<HitField> parse_fields(std::string_view list) {
    std::vector<HitField> fields;
    while (true) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view name = list.substr(0, comma);
        const HitField* const field = hit_field(name);
        if (field == nullptr) {
            throw UsageError(
                tr("--fields knows no \"%1\"", {name}), tr("the fields: %1", {hit_field_names()})
            );
        }
        fields.push_back(*field);
        if (comma == list.size()) {
            return fields;
        }
        list.remove_prefix(comma + 1);
    }
}
}  // namespace gisa::cli
