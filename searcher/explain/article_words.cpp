// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explain/article_words.h"

#include <algorithm>

namespace gisa::searcher {
namespace {
void make_distinct(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}
}  // namespace

ArticleWords::ArticleWords(const Article& article, text::Analyzer& analyzer) {
    add(article.title, analyzer, true);
    add(article.body, analyzer, false);
    make_distinct(korean_);
    make_distinct(others_);
}

void ArticleWords::add(std::string_view text, text::Analyzer& analyzer, bool in_title) {
    const auto count = [this, in_title](std::string_view term) {
        Times& times = times_[std::string(term)];
        times.title += in_title ? 1 : 0;
        ++times.all;
    };
    analyzer.analyze(text, [&](const text::AnalyzedRun& run) {
        count(run.whole);
        for (const std::string_view part : run.parts) {
            if (part != run.whole) {
                count(part);
            }
        }
        (run.script == text::Script::Korean ? korean_ : others_).emplace_back(run.whole);
    });
}

std::uint32_t ArticleWords::times(const std::string& term, bool in_title) const {
    const auto found = times_.find(term);
    if (found == times_.end()) {
        return 0;
    }
    return in_title ? found->second.title : found->second.all;
}
}  // namespace gisa::searcher
