// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/printer.h"

#include <array>

namespace gisa::cli {
namespace {
std::uint32_t no_snippet(const Page& /*page*/) {
    return 0;
}

/// Whoever reads JSON has a page of its own.
std::uint32_t usual_snippet(const Page& /*page*/) {
    return SearchRequest{}.snippet_cells;
}

/// A maker that has no use for the page.
template <std::unique_ptr<Printer> (*make)(std::ostream&)>
std::unique_ptr<Printer> without_page(std::ostream& out, const Page& /*page*/) {
    return make(out);
}
}  // namespace

std::span<const Format> formats() noexcept {
    static constexpr auto kFormats = std::to_array<Format>({
        {"text", text_snippet_cells, make_text_printer},
        {"json", usual_snippet, without_page<make_json_printer>},
        {"ndjson", usual_snippet, without_page<make_ndjson_printer>},
        {"trec", no_snippet, without_page<make_trec_printer>},
        {"ids", no_snippet, without_page<make_ids_printer>},
    });
    return kFormats;
}
}  // namespace gisa::cli
