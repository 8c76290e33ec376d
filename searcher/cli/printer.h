// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

#include "common/cli/terminal.h"
#include "searcher/cli/hit_field.h"

namespace gisa::cli {
/// One query and what came back.
struct Answer {
    std::string query_id;  ///< empty for a single query
    std::string query;
    SearchResponse response;
};

/// Writes answers as data. One file per format stands beside this header.
class Printer {
  public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    Printer(Printer&&) = delete;
    Printer& operator=(Printer&&) = delete;
    virtual ~Printer() = default;
    virtual void print(const Answer& answer) = 0;
};

/// How answers are laid out; a format looks at what it has a use for.
struct Page {
    std::size_t width = 80;
    Emphasis emphasis = Emphasis::None;
    bool hyperlinks = false;       ///< addresses can be clicked
    std::vector<HitField> fields;  ///< which ones; empty leaves it to the format
    bool byte_order_mark = false;  ///< in front of a table, for spreadsheets that guess charsets
    std::chrono::sys_seconds accessed;  ///< when the articles were looked up, for citations
};

/// Whether a field of the snippet or of marks is among those of the page, or nobody chose.
[[nodiscard]] bool needs_snippet(const Page& page);

/// An output format. The stream must outlive the printer made for it.
struct Format {
    std::string_view name;
    /// How long it wants SearchRequest::snippet_cells; 0 when it shows no snippet.
    std::uint32_t (*snippet_cells)(const Page& page);
    std::unique_ptr<Printer> (*make_printer)(std::ostream& out, const Page& page);
    /// Whether it tells of a hit's copies, and so wants SearchRequest::fold; null: never.
    bool (*tells_copies)(const Page& page) = nullptr;
    bool has_fields = false;   ///< Page::fields means something to it
    bool is_table = false;     ///< Page::byte_order_mark too
    bool has_version = false;  ///< its keys are a contract with a number
    bool is_document = false;  ///< each answer is a whole document, so that a batch cannot be one
};

/// Every format, in the order the help lists them; the first one is the default.
[[nodiscard]] std::span<const Format> formats() noexcept;

/// For people: title, date, publisher, and two lines of the text with the matches set off.
[[nodiscard]] std::unique_ptr<Printer> make_text_printer(std::ostream& out, const Page& page);
/// As much of an article as fills the lines that the text format gives to it.
[[nodiscard]] std::uint32_t text_snippet_cells(const Page& page);
/// The version of both JSON formats; docs/formats has a schema of that number for each.
inline constexpr std::uint32_t kJsonFormatVersion = 1;
/// One JSON object per answer, on one line.
[[nodiscard]] std::unique_ptr<Printer> make_json_printer(std::ostream& out, const Page& page);
/// One JSON object per hit, on one line.
[[nodiscard]] std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const Page& page);
/// A heading and a row per hit, as RFC 4180 has it.
[[nodiscard]] std::unique_ptr<Printer> make_csv_printer(std::ostream& out, const Page& page);
/// The same with tabs between the cells.
[[nodiscard]] std::unique_ptr<Printer> make_tsv_printer(std::ostream& out, const Page& page);
/// The run format of TREC's evaluation programs: "query Q0 article rank score gisa".
[[nodiscard]] std::unique_ptr<Printer> make_trec_printer(std::ostream& out);
/// One article id per line.
[[nodiscard]] std::unique_ptr<Printer> make_ids_printer(std::ostream& out);
/// One article id after the other, each ended by a NUL byte, for xargs -0.
[[nodiscard]] std::unique_ptr<Printer> make_text0_printer(std::ostream& out);
/// A line as a Korean footnote names an article.
[[nodiscard]] std::unique_ptr<Printer> make_citation_printer(std::ostream& out, const Page& page);
/// One @article per hit.
[[nodiscard]] std::unique_ptr<Printer> make_bibtex_printer(std::ostream& out, const Page& page);
/// One NEWS record per hit.
[[nodiscard]] std::unique_ptr<Printer> make_ris_printer(std::ostream& out, const Page& page);
/// One array of CSL-JSON items.
[[nodiscard]] std::unique_ptr<Printer> make_csl_printer(std::ostream& out, const Page& page);
/// A feed of RSS 2.0.
[[nodiscard]] std::unique_ptr<Printer> make_rss_printer(std::ostream& out);
/// A feed of RFC 4287.
[[nodiscard]] std::unique_ptr<Printer> make_atom_printer(std::ostream& out, const Page& page);
}  // namespace gisa::cli
