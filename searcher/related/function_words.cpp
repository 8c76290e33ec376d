// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/related/function_words.h"

#include <unordered_set>

#include "common/text/embedded_list.h"

namespace gisa::searcher {
extern const std::string_view kFunctionWordList;

bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string_view> words = text::list_words(kFunctionWordList);
    return words.contains(word);
}
}  // namespace gisa::searcher
