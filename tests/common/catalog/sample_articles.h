// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <string>

#include <gisa/article.h>

#include "common/catalog/catalog.h"

namespace gisa::catalog::test {
/// An article with every field filled.
inline Article full_article() {
    using namespace std::chrono_literals;
    Article article;
    article.id = "ko-20240521-07";
    article.title = "AI 생성물에 워터마크 의무화";
    article.body =
        "정부가 21일 인공지능 생성물에 워터마크를 넣도록 했다.\n\n업계는 서약으로 답했다.";
    article.url = "https://news.example/ko/7";
    article.publisher = "하늘목일보";
    article.byline = "김하늘 기자";
    article.sections = {"사회", "IT\\과학\n기술", ""};
    article.language = "ko";
    article.published = std::chrono::sys_days(std::chrono::year(2024) / 5 / 20) + 16h;
    article.other_fields = R"({"edition":3})";
    return article;
}

inline Article short_article(std::string id, std::string body) {
    Article article;
    article.id = std::move(id);
    article.body = std::move(body);
    return article;
}

/// Publishes whatever is pending as the next segment.
inline void publish_pending(Catalog& catalog) {
    const std::vector<Row> rows = catalog.pending_rows();
    SegmentRecord segment;
    segment.number = catalog.next_segment_number();
    segment.articles = rows.size();
    segment.bytes = 100;
    segment.fingerprint = "chain 1";
    catalog.publish(segment, rows);
}
}  // namespace gisa::catalog::test
