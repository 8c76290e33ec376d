// SPDX-License-Identifier: GPL-2.0-or-later
// Answers for programs: one object per answer (json) or one per hit (ndjson), each on one line. The
// keys are a contract: others may join them, none goes or changes its meaning without a new
// format version. What an article does not have is null or empty, so that every hit has the same
// keys. Marks are pairs of UTF-8 byte offsets into their text.
#include <utility>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

constexpr int kFormatVersion = 1;

Json marks_json(const MarkedText& text) {
    Json marks = Json::array();
    for (const ByteRange& mark : text.marks) {
        marks.push_back({mark.begin, mark.end});
    }
    return marks;
}

Json hit_json(const Hit& hit, std::size_t rank) {
    Json object;
    object["rank"] = rank;
    object["id"] = hit.id;
    object["title"] = hit.title.text;
    object["title_marks"] = marks_json(hit.title);
    object["snippet"] = hit.snippet.text;
    object["snippet_marks"] = marks_json(hit.snippet);
    object["url"] = hit.url;
    object["publisher"] = hit.publisher;
    object["byline"] = hit.byline;
    object["sections"] = hit.sections;
    object["language"] = hit.language;
    object["published"] = hit.published ? Json(iso_time(*hit.published)) : Json(nullptr);
    object["score"] = hit.score;
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

/// Broken UTF-8 cannot stand in JSON; it becomes U+FFFD instead of an exception.
std::string on_one_line(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

class JsonPrinter : public Printer {
  public:
    explicit JsonPrinter(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        const SearchResponse& response = answer.response;
        Json object;
        object["format_version"] = kFormatVersion;
        object["offsets_unit"] = "utf8-bytes";
        if (!answer.query_id.empty()) {
            object["query_id"] = answer.query_id;
        }
        object["query"] = answer.query;
        object["understood"] = response.understood;
        object["total"]["at_least"] = response.total.at_least;
        object["total"]["estimate"] = response.total.estimate;
        object["total"]["at_most"] = response.total.at_most;
        object["relaxed"] = response.relaxed;
        object["notices"] = notices_json(response.notices);
        object["hits"] = Json::array();
        std::size_t rank = answer.first;
        for (const Hit& hit : response.hits) {
            ++rank;
            object["hits"].push_back(hit_json(hit, rank));
        }
        out_ << on_one_line(object);
    }

  private:
    std::ostream& out_;
};

class NdjsonPrinter : public Printer {
  public:
    explicit NdjsonPrinter(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        std::size_t rank = answer.first;
        for (const Hit& hit : answer.response.hits) {
            ++rank;
            Json object;
            if (!answer.query_id.empty()) {
                object["query_id"] = answer.query_id;
            }
            object.update(hit_json(hit, rank));
            out_ << on_one_line(object);
        }
    }

  private:
    std::ostream& out_;
};
}  // namespace

std::unique_ptr<Printer> make_json_printer(std::ostream& out) {
    return std::make_unique<JsonPrinter>(out);
}

std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out) {
    return std::make_unique<NdjsonPrinter>(out);
}
}  // namespace gisa::cli
