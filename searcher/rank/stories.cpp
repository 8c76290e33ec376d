// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/stories.h"

#include <algorithm>

#include "common/schema/story.h"

namespace gisa::searcher {
std::vector<Story> fold_stories(const std::vector<Candidate>& candidates) {
    std::vector<Story> stories;
    for (const Candidate& candidate : candidates) {
        const auto told =
            candidate.sketch.empty()
                ? stories.end()
                : std::find_if(stories.begin(), stories.end(), [&candidate](const Story& story) {
                      return schema::same_story(story.best.sketch, candidate.sketch);
                  });
        if (told == stories.end()) {
            stories.push_back({candidate, {}});
        } else {
            told->copies.push_back(candidate.row);
        }
    }
    return stories;
}

std::vector<Story> apart(const std::vector<Candidate>& candidates) {
    std::vector<Story> stories;
    stories.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
        stories.push_back({candidate, {}});
    }
    return stories;
}

void leave_out_told(std::vector<Story>& stories, const std::vector<std::string>& told) {
    std::erase_if(stories, [&told](const Story& story) {
        return std::any_of(told.begin(), told.end(), [&story](const std::string& sketch) {
            return schema::same_story(story.best.sketch, sketch);
        });
    });
}
}  // namespace gisa::searcher
