// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/hit_actions.h"

#include <iostream>
#include <optional>

#include <gisa/error.h>

#include "common/cli/layout.h"
#include "searcher/cli/command_line.h"
#include "searcher/cli/web_address.h"

namespace gisa::cli {
ExitStatus run_for_hits(const HitCommand& command, const Answer& answer) {
    ExitStatus result = ExitStatus::NothingFound;
    std::uint64_t rank = answer.response.first;
    for (const Hit& hit : answer.response.hits) {
        const std::vector<std::string> words = command.words_for(hit, ++rank);
        const std::optional<int> status = run_command(words);
        if (!status) {
            throw Error(
                ErrorCode::InvalidArgument,
                "cannot start " + printable(words.front()) + " for article " + printable(hit.id),
                "--exec takes a program and its arguments; no shell reads them"
            );
        }
        if (*status != 0) {
            std::cerr << "gisa-search: " << printable(words.front()) << " ended with status "
                      << *status << " for article " << printable(hit.id) << '\n';
            result = ExitStatus::Failed;
        } else if (result == ExitStatus::NothingFound) {
            result = ExitStatus::Ok;
        }
    }
    return result;
}

void open_article(const std::string& id, const std::string& url, const Environment& environment) {
    if (!is_web_address(url)) {
        const std::string problem =
            url.empty() ? " has no URL" : " has a URL that is neither http nor https: ";
        throw Error(
            ErrorCode::InvalidArgument,
            "article " + printable(id) + problem + printable(url),
            "gisa-search --show ID prints the article"
        );
    }
    std::cerr << "opening " << as_ascii_address(url) << '\n';
    open_in_browser(url, environment);
}
}  // namespace gisa::cli
