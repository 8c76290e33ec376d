// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/plan/asking_words.h"

#include <unordered_set>

#include "common/text/embedded_list.h"

namespace gisa::searcher {
extern const std::string_view kAskingWordList;

bool is_asking_word(std::string_view form) {
    static const std::unordered_set<std::string_view> words = text::list_words(kAskingWordList);
    return words.contains(form);
}
}  // namespace gisa::searcher
