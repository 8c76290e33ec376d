// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/origin.h"

#include "common/cli/figures.h"
#include "common/cli/layout.h"

namespace gisa::cli {
std::string origin_line(
    std::optional<std::chrono::sys_seconds> published,
    const std::string& publisher,
    const std::string& byline,
    const std::vector<std::string>& sections
) {
    std::vector<std::string> parts;
    if (published) {
        parts.push_back(seoul_time(*published));
    }
    // Many a byline names its paper: "도깨비일보 홍길동 기자".
    if (byline.find(publisher) == std::string::npos) {
        parts.push_back(printable(publisher));
    }
    parts.push_back(printable(byline));
    for (const std::string& section : sections) {
        parts.push_back(printable(section));
    }
    std::string line;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            line += (line.empty() ? "" : " · ") + part;
        }
    }
    return line;
}
}  // namespace gisa::cli
