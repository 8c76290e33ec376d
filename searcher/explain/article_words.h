// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gisa/article.h>

#include "common/text/analyzer.h"

namespace gisa::searcher {
/// The terms of one article and how often each stands in it, as the indexer counts them.
class ArticleWords {
  public:
    ArticleWords(const Article& article, text::Analyzer& analyzer);

    /// Times in the title, or in title and body.
    [[nodiscard]] std::uint32_t times(const std::string& term, bool in_title) const;

    /// The distinct words of a script without their particles, in no order.
    [[nodiscard]] const std::vector<std::string>& wholes(text::Script script) const {
        return script == text::Script::Korean ? korean_ : others_;
    }

  private:
    void add(std::string_view text, text::Analyzer& analyzer, bool in_title);

    struct Times {
        std::uint32_t title = 0;
        std::uint32_t all = 0;
    };

    std::unordered_map<std::string, Times> times_;
    std::vector<std::string> korean_;
    std::vector<std::string> others_;
};
}  // namespace gisa::searcher
