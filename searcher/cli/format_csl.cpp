// SPDX-License-Identifier: GPL-2.0-or-later
// Items for citation processors (citeproc, pandoc, Zotero): one JSON array.
// Source: the CSL-JSON schema, type article-newspaper.
#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

Json date_json(std::chrono::sys_seconds instant) {
    const std::chrono::year_month_day day = seoul_day(instant);
    Json date;
    date["date-parts"] = Json::array({Json::array(
        {static_cast<int>(day.year()),
         static_cast<unsigned>(day.month()),
         static_cast<unsigned>(day.day())}
    )});
    return date;
}

Json item_json(const Hit& hit, std::chrono::sys_seconds accessed) {
    Json item;
    item["id"] = hit.id;
    item["type"] = "article-newspaper";
    item["title"] = hit.title.text;
    if (!hit.byline.empty()) {
        item["author"] = Json::array({Json{{"literal", hit.byline}}});
    }
    if (!hit.publisher.empty()) {
        item["container-title"] = hit.publisher;
    }
    if (!hit.sections.empty()) {
        item["section"] = hit.sections.front();
    }
    if (hit.published) {
        item["issued"] = date_json(*hit.published);
    }
    if (!hit.url.empty()) {
        item["URL"] = hit.url;
        item["accessed"] = date_json(accessed);
    }
    if (!hit.language.empty()) {
        item["language"] = hit.language;
    }
    return item;
}

class CslPrinter : public Printer {
  public:
    CslPrinter(std::ostream& out, const Page& page) : out_(out), accessed_(page.accessed) {}

    void print(const Answer& answer) override {
        Json items = Json::array();
        for (const Hit& hit : answer.response.hits) {
            items.push_back(item_json(hit, accessed_));
        }
        out_ << items.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }

  private:
    std::ostream& out_;
    std::chrono::sys_seconds accessed_;
};
}  // namespace

std::unique_ptr<Printer> make_csl_printer(std::ostream& out, const Page& page) {
    return std::make_unique<CslPrinter>(out, page);
}
}  // namespace gisa::cli
