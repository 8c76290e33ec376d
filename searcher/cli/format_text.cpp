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
        const std::string margin(rank_width + 2, ' ');
        const std::size_t room =
            std::min(page_.width, kWidestText) - std::min(margin.size(), page_.width);

        out_ << std::string(rank_width - rank.size(), ' ')
             << painted(rank, Tone::Faint, page_.emphasis) << "  ";
        MarkedText title = printable(hit.title);
        if (title.text.empty()) {
            title.text = tr("(no title)");
        }
        print_marked(
            title,
            {.cells = room, .most_lines = kTitleLines, .margin = margin},
            {.rest = Tone::Heading, .marks = Tone::HeadingMark}
        );
        print_faint(
            cut_to(origin_line(hit.published, hit.publisher, hit.byline, hit.sections), room),
            margin
        );
        const MarkedText snippet = printable(hit.snippet);
        if (!snippet.text.empty()) {
            out_ << margin;
            print_marked(
                snippet,
                {.cells = room, .most_lines = kSnippetLines, .margin = margin},
                {.rest = Tone::Plain, .marks = Tone::Mark}
            );
        }
        print_address(hit, margin);
        print_faint(cut_to(copies_line(hit.copies), room), margin);
    }

    /// Never cut: it is there to be clicked or copied.
    void print_address(const Hit& hit, const std::string& margin) {
        const std::string address = printable(hit.url.empty() ? hit.id : hit.url);
        if (address.empty()) {
            return;
        }
        const std::string line = painted(address, Tone::Faint, page_.emphasis);
        const bool is_link = page_.hyperlinks && !hit.url.empty();
        out_ << margin << (is_link ? clickable(line, address) : line) << '\n';
    }

    /// Where lines go and how many there may be.
    struct Column {
        std::size_t cells;
        std::size_t most_lines;
        const std::string& margin;
    };

    /// Prints without a margin before the first line.
    void print_marked(const MarkedText& text, const Column& column, MarkedTones tones) {
        const Lines laid_out = break_lines(text.text, column.cells, column.most_lines);
        for (std::size_t i = 0; i < laid_out.lines.size(); ++i) {
            const bool is_last = i + 1 == laid_out.lines.size();
            out_ << (i == 0 ? "" : column.margin)
                 << painted_line(text, laid_out.lines[i], tones, page_.emphasis)
                 << (is_last && laid_out.cut ? "…" : "") << '\n';
        }
    }

    void print_faint(const std::string& line, const std::string& margin) {
        if (!line.empty()) {
            out_ << margin << painted(line, Tone::Faint, page_.emphasis) << '\n';
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
    bool has_printed_ = false;
};
}  // namespace

std::uint32_t text_snippet_cells(const Page& page) {
    const std::size_t usual_margin = 4;
    const std::size_t cells = kSnippetLines * column_cells(page, usual_margin);
    return static_cast<std::uint32_t>(cells - std::min(kRaggedCells, cells / 2));
}

std::unique_ptr<Printer> make_text_printer(std::ostream& out, const Page& page) {
    return std::make_unique<TextPrinter>(out, page);
}
}  // namespace gisa::cli
