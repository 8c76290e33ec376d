// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/plan/asking_words.h"

#include <unordered_set>

#include "common/text/embedded_list.h"

namespace gisa::searcher {
extern const std::string_view kAskingWordList;

bool is_asking_word(std::string_view form) {
    static const std::unordered_set<std::string_view> words = [] {
        std::unordered_set<std::string_view> made;
        for (const std::string_view line : text::list_lines(kAskingWordList)) {
            for (const std::string_view word : text::list_fields(line)) {
                made.insert(word);
            }
        }
        return made;
    }();
    return words.contains(form);
}
}  // namespace gisa::searcher
