// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/indexer.h>
#include <gisa/searcher.h>

namespace gisa::test {
/// An article about something, published on 21 May 2024 in Seoul.
inline Article article(std::string id, std::string title, std::string body) {
    Article made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.body = std::move(body);
    made.publisher = "새별신문";
    made.language = "ko";
    made.published = std::chrono::sys_days{std::chrono::year{2024} / 5 / 21};
    return made;
}

/// Puts the articles and publishes them in one run.
inline RunReport index(
    const std::filesystem::path& archive,
    const std::vector<Article>& articles,
    const IndexerOptions& options = {}
) {
    Indexer indexer(archive, options);
    for (const Article& one : articles) {
        indexer.put(one);
    }
    return indexer.commit();
}

/// The ids of the best hits, best first.
inline std::vector<std::string> found(
    Searcher& searcher, std::string_view query, std::uint32_t limit = 10
) {
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search({.query = std::string(query), .limit = limit}).hits) {
        ids.push_back(hit.id);
    }
    return ids;
}

inline std::vector<std::string> found(
    const std::filesystem::path& archive, std::string_view query, std::uint32_t limit = 10
) {
    Searcher searcher(archive);
    return found(searcher, query, limit);
}
}  // namespace gisa::test
