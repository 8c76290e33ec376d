// SPDX-License-Identifier: GPL-2.0-or-later
// Hits as a Korean footnote names a newspaper article, one per line; what is unknown is left out:
//
//   홍길동 기자, 「삼성전자, 반도체 공장에 30조 투자」, 『도깨비일보』, 2024. 5. 1.,
//   https://example.org/1 (검색일: 2026. 11. 26.)
#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
/// "2024. 5. 1."
std::string korean_day(std::chrono::sys_seconds instant) {
    const std::chrono::year_month_day day = seoul_day(instant);
    return std::to_string(static_cast<int>(day.year())) + ". "
           + std::to_string(static_cast<unsigned>(day.month())) + ". "
           + std::to_string(static_cast<unsigned>(day.day())) + ".";
}

std::string between(const char* open, const std::string& text, const char* close) {
    return text.empty() ? "" : open + text + close;
}

class CitationPrinter : public Printer {
  public:
    CitationPrinter(std::ostream& out, const Page& page) : out_(out), accessed_(page.accessed) {}

    void print(const Answer& answer) override {
        for (const Hit& hit : answer.response.hits) {
            out_ << citation(hit) << '\n';
        }
    }

  private:
    [[nodiscard]] std::string citation(const Hit& hit) const {
        std::string line;
        for (const std::string& part :
             {printable(hit.byline),
              between("「", printable(hit.title.text), "」"),
              between("『", printable(hit.publisher), "』"),
              hit.published ? korean_day(*hit.published) : "",
              printable(hit.url)}) {
            if (!part.empty()) {
                line += (line.empty() ? "" : ", ") + part;
            }
        }
        return line + " (검색일: " + korean_day(accessed_) + ")";
    }

    std::ostream& out_;
    std::chrono::sys_seconds accessed_;
};
}  // namespace

std::unique_ptr<Printer> make_citation_printer(std::ostream& out, const Page& page) {
    return std::make_unique<CitationPrinter>(out, page);
}
}  // namespace gisa::cli
