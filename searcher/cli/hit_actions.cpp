// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/hit_actions.h"

#include <iostream>
#include <optional>

#include <gisa/error.h>

#include "common/cli/layout.h"
#include "common/messages/tr.h"
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
                tr("cannot start %1 for article %2", {printable(words.front()), printable(hit.id)}),
                tr("--exec takes a program and its arguments; no shell reads them")
            );
        }
        if (*status != 0) {
            std::cerr << "gisa-search: "
                      << tr("%1 ended with status %2 for article %3",
                            {printable(words.front()), std::to_string(*status), printable(hit.id)})
                      << '\n';
            result = ExitStatus::Failed;
        } else if (result == ExitStatus::NothingFound) {
            result = ExitStatus::Ok;
        }
    }
    return result;
}

void open_article(const std::string& id, const std::string& url, const Environment& environment) {
    if (!is_web_address(url)) {
        throw Error(
            ErrorCode::InvalidArgument,
            url.empty() ? tr("article %1 has no URL", {printable(id)})
                        : tr(
                            "article %1 has a URL that is neither http nor https: %2",
                            {printable(id), printable(url)}
                        ),
            tr("gisa-search --show ID prints the article")
        );
    }
    std::cerr << tr("opening %1", {as_ascii_address(url)}) << '\n';
    open_in_browser(url, environment);
}
}  // namespace gisa::cli
