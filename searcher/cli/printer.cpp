// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/printer.h"

#include <algorithm>
#include <array>

namespace gisa::cli {
namespace {
std::uint32_t no_snippet(const Page& /*page*/) {
    return 0;
}

/// Programs have a page of their own.
std::uint32_t snippet_of_fields(const Page& page) {
    return needs_snippet(page) ? SearchRequest{}.snippet_cells : 0;
}

bool names_copies(const Page& page) {
    return std::any_of(page.fields.begin(), page.fields.end(), [](const HitField& field) {
        return field.needs_fold;
    });
}

/// Of formats that tell every field unless some are named.
bool names_copies_or_nothing(const Page& page) {
    return page.fields.empty() || names_copies(page);
}

/// A maker that has no use for the page.
template <std::unique_ptr<Printer> (*make)(std::ostream&)>
std::unique_ptr<Printer> without_page(std::ostream& out, const Page& /*page*/) {
    return make(out);
}
}  // namespace

bool needs_snippet(const Page& page) {
    return page.fields.empty()
           || std::any_of(page.fields.begin(), page.fields.end(), [](const HitField& field) {
                  return field.needs_snippet;
              });
}

std::span<const Format> formats() noexcept {
    static constexpr auto kFormats = std::to_array<Format>({
        {.name = "text",
         .snippet_cells = text_snippet_cells,
         .make_printer = make_text_printer,
         .tells_copies = names_copies_or_nothing,
         .has_fields = true},
        {.name = "json",
         .snippet_cells = snippet_of_fields,
         .make_printer = make_json_printer,
         .tells_copies = names_copies_or_nothing,
         .has_fields = true,
         .has_version = true},
        {.name = "ndjson",
         .snippet_cells = snippet_of_fields,
         .make_printer = make_ndjson_printer,
         .tells_copies = names_copies_or_nothing,
         .has_fields = true,
         .has_version = true},
        {.name = "csv",
         .snippet_cells = snippet_of_fields,
         .make_printer = make_csv_printer,
         .tells_copies = names_copies,
         .has_fields = true,
         .is_table = true},
        {.name = "tsv",
         .snippet_cells = snippet_of_fields,
         .make_printer = make_tsv_printer,
         .tells_copies = names_copies,
         .has_fields = true,
         .is_table = true},
        {.name = "trec",
         .snippet_cells = no_snippet,
         .make_printer = without_page<make_trec_printer>},
        {.name = "ids",
         .snippet_cells = no_snippet,
         .make_printer = without_page<make_ids_printer>},
        {.name = "text0",
         .snippet_cells = no_snippet,
         .make_printer = without_page<make_text0_printer>},
        {.name = "citation", .snippet_cells = no_snippet, .make_printer = make_citation_printer},
        {.name = "bibtex", .snippet_cells = no_snippet, .make_printer = make_bibtex_printer},
        {.name = "ris", .snippet_cells = no_snippet, .make_printer = make_ris_printer},
        {.name = "csl-json",
         .snippet_cells = no_snippet,
         .make_printer = make_csl_printer,
         .is_document = true},
        {.name = "rss",
         .snippet_cells = snippet_of_fields,
         .make_printer = without_page<make_rss_printer>,
         .is_document = true},
        {.name = "atom",
         .snippet_cells = snippet_of_fields,
         .make_printer = make_atom_printer,
         .is_document = true},
    });
    return kFormats;
}
}  // namespace gisa::cli
