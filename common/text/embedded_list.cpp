// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/embedded_list.h"

namespace gisa::text {
std::vector<std::string_view> list_lines(std::string_view list) {
    std::vector<std::string_view> lines;
    while (!list.empty()) {
        const std::string_view line = list.substr(0, list.find('\n'));
        list.remove_prefix(line.size() < list.size() ? line.size() + 1 : line.size());
        if (line.find_first_not_of(' ') != std::string_view::npos && line.front() != '#') {
            lines.push_back(line);
        }
    }
    return lines;
}

std::vector<std::string_view> list_fields(std::string_view line) {
    std::vector<std::string_view> fields;
    std::size_t at = line.find_first_not_of(' ');
    while (at != std::string_view::npos) {
        const std::size_t end = line.find(' ', at);
        fields.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(' ', end);
    }
    return fields;
}

std::unordered_set<std::string_view> list_words(std::string_view list) {
    std::unordered_set<std::string_view> words;
    for (const std::string_view line : list_lines(list)) {
        for (const std::string_view word : list_fields(line)) {
            words.insert(word);
        }
    }
    return words;
}
}  // namespace gisa::text
