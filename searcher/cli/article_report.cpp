// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/article_report.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "searcher/cli/origin.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

/// Longer lines tire the eye.
constexpr std::size_t kWidestText = 100;

std::string laid_out(const MarkedText& text, MarkedTones tones, const Page& page) {
    const MarkedText clean = printable(text);
    const std::size_t all = std::numeric_limits<std::size_t>::max();
    std::string out;
    for (const ByteRange& line :
         break_lines(clean.text, std::min(page.width, kWidestText), all).lines) {
        out += painted_line(clean, line, tones, page.emphasis) + "\n";
    }
    return out;
}

/// One line of the body with the marks that stand in it.
MarkedText piece(const MarkedArticle& marked, std::size_t begin, std::size_t end) {
    MarkedText text{.text = marked.article.body.substr(begin, end - begin), .marks = {}};
    for (const ByteRange& mark : marked.body_marks) {
        if (mark.begin >= begin && mark.end <= end) {
            text.marks.push_back({.begin = mark.begin - begin, .end = mark.end - begin});
        }
    }
    return text;
}

/// Lines of the body are paragraphs; an empty one stays empty.
std::string body_text(const MarkedArticle& marked, const Page& page) {
    const std::string& body = marked.article.body;
    std::string out;
    for (std::size_t begin = 0; begin < body.size();) {
        const std::size_t end = std::min(body.find('\n', begin), body.size());
        const std::string paragraph = laid_out(piece(marked, begin, end), {}, page);
        out += paragraph.empty() ? "\n" : paragraph;
        begin = end + 1;
    }
    return out;
}

Json marks_json(const std::vector<ByteRange>& marks) {
    Json list = Json::array();
    for (const ByteRange& mark : marks) {
        list.push_back({mark.begin, mark.end});
    }
    return list;
}
}  // namespace

std::string article_text(const MarkedArticle& marked, const Page& page) {
    const Article& article = marked.article;
    const std::string origin =
        origin_line(article.published, article.publisher, article.byline, article.sections);
    const std::string address = printable(article.url.empty() ? article.id : article.url);
    std::string out = laid_out(
        {.text = article.title, .marks = marked.title_marks},
        {.rest = Tone::Heading, .marks = Tone::HeadingMark},
        page
    );
    if (!origin.empty()) {
        out += painted(cut_to(origin, page.width), Tone::Faint, page.emphasis) + "\n";
    }
    if (!article.body.empty()) {
        out += "\n" + body_text(marked, page);
    }
    return out + "\n" + painted(address, Tone::Faint, page.emphasis) + "\n";
}

std::string article_json(const MarkedArticle& marked) {
    const Article& article = marked.article;
    Json object;
    object["format_version"] = kJsonFormatVersion;
    object["offsets_unit"] = "utf8-bytes";
    object["id"] = article.id;
    object["title"] = article.title;
    object["title_marks"] = marks_json(marked.title_marks);
    object["body"] = article.body;
    object["body_marks"] = marks_json(marked.body_marks);
    object["url"] = article.url;
    object["publisher"] = article.publisher;
    object["byline"] = article.byline;
    object["sections"] = article.sections;
    object["language"] = article.language;
    object["published"] = article.published ? Json(iso_time(*article.published)) : Json(nullptr);
    return json_line(object);
}
}  // namespace gisa::cli
