// SPDX-License-Identifier: GPL-2.0-or-later
// Answers for programs: one object per answer (json) or one per hit (ndjson), each on one line. The
// keys are a contract: others may join them, none goes or changes its meaning without a new
// format version. What an article does not have is null or empty, so that every hit has the same
// keys. Marks are pairs of offsets into their text: UTF-8 bytes, and once more in code points.
#include <utility>

#include <nlohmann/json.hpp>

#include "common/cli/json_line.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

struct JsonOf {
    Json operator()(std::monostate) const { return nullptr; }

    Json operator()(const std::vector<ByteRange>& marks) const {
        Json list = Json::array();
        for (const ByteRange& mark : marks) {
            list.push_back({mark.begin, mark.end});
        }
        return list;
    }

    Json operator()(const std::vector<HitCopy>& copies) const {
        Json list = Json::array();
        for (const HitCopy& copy : copies) {
            Json object;
            object["id"] = copy.id;
            object["publisher"] = copy.publisher;
            list.push_back(std::move(object));
        }
        return list;
    }

    template <typename Value>
    Json operator()(const Value& value) const {
        return value;
    }
};

/// The chosen fields of a hit, all of them when none is chosen.
Json hit_json(const std::vector<HitField>& chosen, const Hit& hit, std::uint64_t rank) {
    const std::span<const HitField> fields =
        chosen.empty() ? hit_fields() : std::span<const HitField>(chosen);
    Json object = Json::object();
    for (const HitField& field : fields) {
        object[std::string(field.name)] = std::visit(JsonOf{}, field.value(hit, rank));
    }
    return object;
}

Json notices_json(const std::vector<QueryNotice>& notices) {
    Json list = Json::array();
    for (const QueryNotice& notice : notices) {
        Json object;
        object["begin"] = notice.where.begin;
        object["end"] = notice.where.end;
        object["message"] = notice.message;
        list.push_back(std::move(object));
    }
    return list;
}

Json suggestions_json(const std::vector<QuerySuggestion>& suggestions) {
    using Reason = QuerySuggestion::Reason;
    const auto name = [](Reason reason) {
        return reason == Reason::Spelling   ? "spelling"
               : reason == Reason::Keyboard ? "keyboard"
               : reason == Reason::Initials ? "initials"
                                            : "spacing";
    };
    Json list = Json::array();
    for (const QuerySuggestion& one : suggestions) {
        Json object;
        object["begin"] = one.where.begin;
        object["end"] = one.where.end;
        object["text"] = one.text;
        object["articles"] = one.articles;
        object["reason"] = name(one.reason);
        list.push_back(std::move(object));
    }
    return list;
}

class JsonPrinter : public Printer {
  public:
    JsonPrinter(std::ostream& out, const Page& page) : out_(out), fields_(page.fields) {}

    void print(const Answer& answer) override {
        const SearchResponse& response = answer.response;
        Json object;
        object["format_version"] = kJsonFormatVersion;
        object["offsets_unit"] = "utf8-bytes";
        if (!answer.query_id.empty()) {
            object["query_id"] = answer.query_id;
        }
        object["query"] = answer.query;
        object["understood"] = response.understood;
        object["total"]["at_least"] = response.total.at_least;
        object["total"]["estimate"] = response.total.estimate;
        object["total"]["at_most"] = response.total.at_most;
        object["total"]["exact"] = response.total.at_least == response.total.at_most;
        object["relaxed"] = response.relaxed;
        object["partial"] = response.partial;
        object["notices"] = notices_json(response.notices);
        object["archive_articles"] = response.archive_articles;
        object["suggestions"] = suggestions_json(response.suggestions);
        object["corrected"] = response.corrected.empty() ? Json(nullptr) : Json(response.corrected);
        object["next_cursor"] =
            response.next_cursor.empty() ? Json(nullptr) : Json(response.next_cursor);
        object["hits"] = Json::array();
        std::uint64_t rank = answer.response.first;
        for (const Hit& hit : response.hits) {
            ++rank;
            object["hits"].push_back(hit_json(fields_, hit, rank));
        }
        out_ << json_line(object);
    }

  private:
    std::ostream& out_;
    std::vector<HitField> fields_;
};

class NdjsonPrinter : public Printer {
  public:
    NdjsonPrinter(std::ostream& out, const Page& page) : out_(out), fields_(page.fields) {}

    void print(const Answer& answer) override {
        std::uint64_t rank = answer.response.first;
        for (const Hit& hit : answer.response.hits) {
            ++rank;
            Json object;
            object["format_version"] = kJsonFormatVersion;
            if (!answer.query_id.empty()) {
                object["query_id"] = answer.query_id;
            }
            object.update(hit_json(fields_, hit, rank));
            const std::string& next = answer.response.next_cursor;
            if (!next.empty() && &hit == &answer.response.hits.back()) {
                object["next_cursor"] = next;
            }
            out_ << json_line(object);
        }
    }

  private:
    std::ostream& out_;
    std::vector<HitField> fields_;
};
}  // namespace

std::unique_ptr<Printer> make_json_printer(std::ostream& out, const Page& page) {
    return std::make_unique<JsonPrinter>(out, page);
}

std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const Page& page) {
    return std::make_unique<NdjsonPrinter>(out, page);
}
}  // namespace gisa::cli
