// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/related/function_words.h"

#include <unordered_set>

#include "common/text/embedded_list.h"

namespace gisa::searcher {
extern const std::string_view kFunctionWordList;

bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string_view> words = [] {
        std::unordered_set<std::string_view> made;
        for (const std::string_view line : text::list_lines(kFunctionWordList)) {
            for (const std::string_view one : text::list_fields(line)) {
                made.insert(one);
            }
        }
        return made;
    }();
    return words.contains(word);
}
}  // namespace gisa::searcher
