// SPDX-License-Identifier: GPL-2.0-or-later
// Records for EndNote, Zotero and their kin: lines "TAG  - value", CR LF at their ends.
#include <algorithm>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
/// "2024/05/01"
std::string ris_day(std::chrono::sys_seconds instant) {
    std::string day = iso_day(instant);
    std::replace(day.begin(), day.end(), '-', '/');
    return day;
}

class RisPrinter : public Printer {
  public:
    RisPrinter(std::ostream& out, const Page& page)
        : out_(out),
          accessed_(ris_day(page.accessed)) {}

    void print(const Answer& answer) override {
        for (const Hit& hit : answer.response.hits) {
            print_record(hit);
        }
    }

  private:
    void print_record(const Hit& hit) {
        print_line("TY", "NEWS");
        print_line("ID", hit.id);
        print_line("AU", hit.byline);
        print_line("TI", hit.title.text);
        print_line("T2", hit.publisher);
        if (hit.published) {
            const std::string day = ris_day(*hit.published);
            print_line("PY", day.substr(0, day.find('/')));
            print_line("DA", day);
        }
        for (const std::string& section : hit.sections) {
            print_line("KW", section);
        }
        print_line("LA", hit.language);
        print_line("UR", hit.url);
        print_line("Y2", hit.url.empty() ? "" : accessed_);
        out_ << "ER  - \r\n";
    }

    void print_line(std::string_view tag, const std::string& value) {
        const std::string line = printable(value);
        if (!line.empty()) {
            out_ << tag << "  - " << line << "\r\n";
        }
    }

    std::ostream& out_;
    std::string accessed_;
};
}  // namespace

std::unique_ptr<Printer> make_ris_printer(std::ostream& out, const Page& page) {
    return std::make_unique<RisPrinter>(out, page);
}
}  // namespace gisa::cli
