// SPDX-License-Identifier: GPL-2.0-or-later
// Tables for spreadsheets and line tools: a heading, then one row per hit. CSV is RFC 4180's, its
// line ends included; a cell of TSV cannot hold a tab or a line end, so that each becomes a space.
// Source: RFC 4180; IANA text/tab-separated-values.
#include <algorithm>
#include <utility>

#include "searcher/cli/line_field.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
constexpr std::string_view kUsualFields =
    "rank,id,published,publisher,byline,title,url,score,snippet";

struct Csv {
    static constexpr char kSeparator = ',';
    static constexpr std::string_view kLineEnd = "\r\n";

    static std::string cell(std::string_view text) { return as_csv_cell(text); }
};

struct Tsv {
    static constexpr char kSeparator = '\t';
    static constexpr std::string_view kLineEnd = "\n";

    static std::string cell(std::string text) {
        std::replace_if(
            text.begin(),
            text.end(),
            [](char c) { return c == '\t' || c == '\r' || c == '\n'; },
            ' '
        );
        return text;
    }
};

template <typename Style>
class TablePrinter : public Printer {
  public:
    TablePrinter(std::ostream& out, const Page& page)
        : out_(out),
          fields_(page.fields.empty() ? parse_fields(kUsualFields) : page.fields),
          byte_order_mark_(page.byte_order_mark) {}

    void print(const Answer& answer) override {
        const bool names_query = !answer.query_id.empty();
        if (!has_heading_) {
            print_heading(names_query);
        }
        std::uint64_t rank = answer.response.first;
        for (const Hit& hit : answer.response.hits) {
            ++rank;
            std::vector<std::string> row;
            if (names_query) {
                row.push_back(answer.query_id);
            }
            for (const HitField& field : fields_) {
                row.push_back(as_text(field.value(hit, rank)));
            }
            print_row(row);
        }
    }

  private:
    void print_heading(bool names_query) {
        out_ << (byte_order_mark_ ? "\xEF\xBB\xBF" : "");
        std::vector<std::string> names;
        if (names_query) {
            names.emplace_back("query_id");
        }
        for (const HitField& field : fields_) {
            names.emplace_back(field.name);
        }
        print_row(names);
        has_heading_ = true;
    }

    void print_row(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) {
                out_ << Style::kSeparator;
            }
            out_ << Style::cell(cells[i]);
        }
        out_ << Style::kLineEnd;
    }

    std::ostream& out_;
    std::vector<HitField> fields_;
    bool byte_order_mark_;
    bool has_heading_ = false;
};
}  // namespace

std::unique_ptr<Printer> make_csv_printer(std::ostream& out, const Page& page) {
    return std::make_unique<TablePrinter<Csv>>(out, page);
}

std::unique_ptr<Printer> make_tsv_printer(std::ostream& out, const Page& page) {
    return std::make_unique<TablePrinter<Tsv>>(out, page);
}
}  // namespace gisa::cli
