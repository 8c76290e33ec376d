// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <functional>
#include <string_view>

#include <boost/program_options.hpp>

#include <gisa/indexer.h>

#include "common/cli/arguments.h"
#include "common/messages/tr.h"

namespace gisa::cli {
/// What every command that writes to an archive takes, beside --report and --quiet.
void describe_writing_options(Grammar& grammar);

/// Its part of the help, behind a heading of its own.
inline constexpr const char* kWritingOptions = tr_later(R"(
Options of every command that writes:
  --threads N         worker threads (0: one for each core)
  --wait SECONDS      wait so long for another run to end (0); then status 75
  --no-merge          leave merging to a later run
  --report FORMAT     text: one line (default); json: one object; none
  -q, --quiet         no progress, and no report unless --report asks for it;
                      warnings and errors are printed all the same
  --metrics FILE      tell Prometheus (node_exporter's textfile collector, so
                      FILE ends in .prom) how the run ended, well or not
  --pre-run COMMAND   run this in a shell first; if it fails, the run does not
                      begin. It has $GISA_ARCHIVE and $GISA_COMMAND
  --post-run COMMAND  run this in a shell afterwards, also when the run failed.
                      It has $GISA_RUN, $GISA_STATUS (ok, failed, interrupted)
                      and $GISA_REPORT (JSON) as well
)");

/// Whether the archive must be there already; adding makes one.
enum class Archive { MayBeNew, MustBeThere };

/// What a writing command says of itself.
struct Writing {
    std::string_view command;
    Archive archive = Archive::MustBeThere;
    IndexerOptions how = {};
    /// Throws when the work could not begin: before the archive is opened or made, behind --pre-run.
    std::function<void()> check = [] {};
};

/// Opens the archive as the options say and does the work, with progress where standard error is a
/// terminal. SIGTERM and SIGINT end the work with Interrupted. Warnings of the report are printed;
/// hooks and metrics are told how it ended.
RunReport run_writing(
    const boost::program_options::variables_map& values,
    const Writing& writing,
    const std::function<RunReport(Indexer&)>& work
);
}  // namespace gisa::cli
