// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <gisa/searcher.h>

#include "common/cli/environment.h"
#include "common/cli/exit_status.h"
#include "searcher/cli/saved_queries.h"
#include "searcher/cli/search_options.h"

namespace gisa::cli {
/// Tells of each saved query, or of those that are named, what came into the archive since it last
/// did: as hits on standard output, in feeds, in mails. A story is told once. A query that is seen
/// for the first time, and an archive that was made anew, are told of from then on. What was told is
/// remembered when all of it is written, so that after a failure it is told again rather than lost.
/// Throws: UsageError for a name that nobody saved; Error (ArchiveLocked, StorageFailed, and what a
/// search throws).
ExitStatus tell_alerts(
    Searcher& searcher,
    const SearchOptions& options,
    const Page& page,
    const SavedQueryFolders& saved,
    const Environment& environment
);
}  // namespace gisa::cli
