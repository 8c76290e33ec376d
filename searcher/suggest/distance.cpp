// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gisa::searcher {
std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
        return most + 1;
    }
    // Rows of the table: distances of a's beginnings to each beginning of b.
    std::vector<std::size_t> above_that(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> here(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        here[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t exchanged = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            here[j] = std::min({exchanged, above[j] + 1, here[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                here[j] = std::min(here[j], above_that[j - 2] + 1);
            }
        }
        if (*std::min_element(here.begin(), here.end()) > most
            && *std::min_element(above.begin(), above.end()) > most) {
            return most + 1;
        }
        std::swap(above_that, above);
        std::swap(above, here);
    }
    return above[b.size()];
}
}  // namespace gisa::searcher
