// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gisa {
/// One article as it is given to the archive and as it comes back. All text is UTF-8.
/// Only `id` and one of `title` and `body` must be there; every other field may be empty.
struct Article {
    /// Chosen by whoever feeds the archive; the same id again replaces the older article.
    std::string id;
    std::string title;
    /// Plain text; a blank line parts paragraphs.
    std::string body;
    std::string url;
    std::string publisher;
    std::string byline;
    std::vector<std::string> sections;
    /// "ko", "en" or another BCP 47 tag; empty when nobody said.
    std::string language;
    /// The instant of publication; absent when the source gave no date.
    std::optional<std::chrono::sys_seconds> published;
    /// Keys of the source that Gisa has no field for: one JSON object as text, or empty.
    std::string other_fields;
};
}  // namespace gisa
