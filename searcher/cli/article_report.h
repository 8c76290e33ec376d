// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <gisa/searcher.h>

#include "searcher/cli/printer.h"

namespace gisa::cli {
/// A whole article for people: title, origin, the body's paragraphs in lines of the page, address;
/// what is marked is set off. Safe for a terminal.
[[nodiscard]] std::string article_text(const MarkedArticle& marked, const Page& page);

/// The same for programs: one JSON object with a line end, named as the fields of a hit.
[[nodiscard]] std::string article_json(const MarkedArticle& marked);
}  // namespace gisa::cli
