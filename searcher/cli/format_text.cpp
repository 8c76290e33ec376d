// SPDX-License-Identifier: GPL-2.0-or-later
// Hits for people. Each one is a few lines, its matches set off, and an empty line between two:
//
//    1  삼성전자, 반도체 공장에 30조 투자
//       2024-05-01 09:30 · 도깨비일보 · 홍길동 기자 · 경제
//       … 삼성전자가 평택에 새 반도체 공장을 짓는다. 회사는 30조 원을 투자해 2027년까지
//       세 개의 생산 라인을 …
//       https://example.org/2024/05/01/samsung
//       +2 of the same story: 새별신문, 한들일보
#include <algorithm>
#include <utility>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "searcher/cli/origin.h"
#include "searcher/cli/printer.h"
#include "searcher/cli/web_address.h"

namespace gisa::cli {
namespace {
constexpr std::size_t kTitleLines = 2;
constexpr std::size_t kSnippetLines = 2;
/// Longer lines tire the eye; a wide terminal keeps its margin.
constexpr std::size_t kWidestText = 120;
/// What the ragged end of a line takes, most of the time.
constexpr std::size_t kRaggedCells = 6;

std::size_t column_cells(const Page& page, std::size_t margin) {
    return std::min(page.width, kWidestText) - std::min(margin, page.width);
}

/// An address that a terminal opens when it is clicked.
/// Source: the convention of GNOME Terminal and iTerm2 for OSC 8, which asks for ASCII addresses.
std::string clickable(const std::string& line, std::string_view url) {
    return "\x1b]8;;" + as_ascii_address(url) + "\x1b\\" + line + "\x1b]8;;\x1b\\";
}

/// "+4 of the same story: 새별신문, 한들일보", each publisher once; empty without copies.
std::string copies_line(const std::vector<HitCopy>& copies) {
    std::vector<std::string> publishers;
    for (const HitCopy& copy : copies) {
        const std::string publisher = printable(copy.publisher);
        if (!publisher.empty()
            && std::find(publishers.begin(), publishers.end(), publisher) == publishers.end()) {
            publishers.push_back(publisher);
        }
    }
    if (copies.empty()) {
        return "";
    }
    const std::string number = std::to_string(copies.size());
    if (publishers.empty()) {
        return tr("+%1 of the same story", {number});
    }
    std::string names = publishers.front();
    for (std::size_t i = 1; i < publishers.size(); ++i) {
        names += ", " + publishers[i];
    }
    return tr("+%1 of the same story: %2", {number, names});
}

class TextPrinter : public Printer {
  public:
    TextPrinter(std::ostream& out, const Page& page) : out_(out), page_(page) {}

    void print(const Answer& answer) override {
        if (!answer.query_id.empty()) {
            begin_block();
            const std::string heading = printable(answer.query_id) + ": " + printable(answer.query);
            out_ << painted(cut_to(heading, page_.width), Tone::Heading, page_.emphasis) << '\n';
        }
        const std::size_t last = answer.response.first + answer.response.hits.size();
        const std::size_t rank_width = std::max<std::size_t>(std::to_string(last).size(), 2);
        std::size_t rank = answer.response.first;
        for (const Hit& hit : answer.response.hits) {
            ++rank;
            print_hit(hit, std::to_string(rank), rank_width);
        }
        if (!answer.response.next_cursor.empty() && answer.query_id.empty()) {
            print_next(answer.response);
        }
    }

  private:
    /// Never cut: it is there to be copied.
    void print_next(const SearchResponse& response) {
        begin_block();
        const std::string corrected = printable(response.corrected);
        const std::string line =
            corrected.empty()
                ? tr("next page: --cursor %1", {response.next_cursor})
                : tr("next page of %1: --cursor %2", {corrected, response.next_cursor});
        out_ << painted(line, Tone::Faint, page_.emphasis) << '\n';
    }

    void print_hit(const Hit& hit, const std::string& rank, std::size_t rank_width) {
        begin_block();
        const std::string margin(shows("rank") ? rank_width + 2 : 0, ' ');
        const std::size_t room = column_cells(page_, margin.size());
        first_margin_ = margin;
        if (shows("rank")) {
            first_margin_ = std::string(rank_width - rank.size(), ' ')
                            + painted(rank, Tone::Faint, page_.emphasis) + "  ";
        }
        if (shows("title")) {
            MarkedText title = printable(hit.title);
            if (title.text.empty()) {
                title.text = tr("(no title)");
            }
            print_marked(
                title,
                {.cells = room, .most_lines = kTitleLines, .margin = margin},
                {.rest = Tone::Heading, .marks = Tone::HeadingMark}
            );
        }
        print_faint(cut_to(origin(hit), room), margin);
        const MarkedText snippet = printable(hit.snippet);
        if (shows("snippet") && !snippet.text.empty()) {
            print_marked(
                snippet,
                {.cells = room, .most_lines = kSnippetLines, .margin = margin},
                {.rest = Tone::Plain, .marks = Tone::Mark}
            );
        }
        print_address(hit, margin);
        print_faint(cut_to(shows("copies") ? copies_line(hit.copies) : "", room), margin);
        if (first_margin_ != margin) {
            print_line("", margin);
        }
    }

    /// Whether a field is among those that were chosen; without a choice, among those for people.
    [[nodiscard]] bool shows(std::string_view name) const {
        if (page_.fields.empty()) {
            return name != "id" && name != "language" && name != "score";
        }
        return std::any_of(page_.fields.begin(), page_.fields.end(), [name](const HitField& field) {
            return field.name == name;
        });
    }

    /// Where the article is from, and what else is short.
    [[nodiscard]] std::string origin(const Hit& hit) const {
        std::string line = origin_line(
            shows("published") ? hit.published : std::nullopt,
            shows("publisher") ? hit.publisher : "",
            shows("byline") ? hit.byline : "",
            shows("sections") ? hit.sections : std::vector<std::string>{}
        );
        const auto add = [&line](const std::string& part) {
            line += (line.empty() || part.empty() ? "" : " · ") + part;
        };
        add(shows("language") ? printable(hit.language) : "");
        add(shows("score") ? tr("score %1", {decimal(hit.score, 2)}) : "");
        return line;
    }

    /// Never cut: it is there to be clicked or copied. An id, when nobody chose, is better than none.
    void print_address(const Hit& hit, const std::string& margin) {
        if (shows("url") && !hit.url.empty()) {
            const std::string address = printable(hit.url);
            const std::string line = painted(address, Tone::Faint, page_.emphasis);
            print_line(page_.hyperlinks ? clickable(line, address) : line, margin);
        }
        if (shows("id") || (page_.fields.empty() && hit.url.empty())) {
            print_faint(printable(hit.id), margin);
        }
    }

    /// The first line of a hit has the rank in its margin.
    void print_line(const std::string& line, const std::string& margin) {
        out_ << std::exchange(first_margin_, margin) << line << '\n';
    }

    /// Where lines go and how many there may be.
    struct Column {
        std::size_t cells;
        std::size_t most_lines;
        const std::string& margin;
    };

    void print_marked(const MarkedText& text, const Column& column, MarkedTones tones) {
        const Lines laid_out = break_lines(text.text, column.cells, column.most_lines);
        for (std::size_t i = 0; i < laid_out.lines.size(); ++i) {
            const bool is_last = i + 1 == laid_out.lines.size();
            print_line(
                painted_line(text, laid_out.lines[i], tones, page_.emphasis)
                    + (is_last && laid_out.cut ? "…" : ""),
                column.margin
            );
        }
    }

    void print_faint(const std::string& line, const std::string& margin) {
        if (!line.empty()) {
            print_line(painted(line, Tone::Faint, page_.emphasis), margin);
        }
    }

    /// An empty line between two hits, none at the beginning or the end.
    void begin_block() {
        if (has_printed_) {
            out_ << '\n';
        }
        has_printed_ = true;
    }

    std::ostream& out_;
    Page page_;
    std::string first_margin_;  ///< what stands before the next line of the hit
    bool has_printed_ = false;
};
}  // namespace

std::uint32_t text_snippet_cells(const Page& page) {
    if (!needs_snippet(page)) {
        return 0;
    }
    const std::size_t usual_margin = 4;
    const std::size_t cells = kSnippetLines * column_cells(page, usual_margin);
    return static_cast<std::uint32_t>(cells - std::min(kRaggedCells, cells / 2));
}

std::unique_ptr<Printer> make_text_printer(std::ostream& out, const Page& page) {
    return std::make_unique<TextPrinter>(out, page);
}
}  // namespace gisa::cli
