// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/run_program.h"

#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include "common/cli/arguments.h"
#include "common/cli/language.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Messages quote paths and input, so control characters are taken out of them.
void tell(
    std::ostream& errors, std::string_view program, std::string_view what, std::string_view hint
) {
    errors << program << ": " << printable(what) << '\n';
    if (!hint.empty()) {
        errors << "  " << printable(hint) << '\n';
    }
}

ExitStatus run_body(
    std::string_view program, const std::function<ExitStatus()>& body, std::ostream& errors
) {
    try {
        return body();
    } catch (const Error& error) {
        tell(errors, program, error.what(), error.hint());
        return exit_status(error.code());
    } catch (const UsageError& error) {
        const std::string help = tr("try: %1", {std::string(program) + " --help"});
        tell(errors, program, error.what(), error.hint().empty() ? help : error.hint());
        return ExitStatus::Failed;
    } catch (const std::bad_alloc&) {
        tell(errors, program, tr("out of memory"), "");
        return ExitStatus::Failed;
    } catch (const std::exception& error) {
        tell(errors, program, error.what(), "");
        return ExitStatus::Failed;
    }
}
}  // namespace

ExitStatus guarded(
    std::string_view program,
    const std::function<ExitStatus()>& body,
    std::ostream& output,
    std::ostream& errors
) {
    const ExitStatus status = run_body(program, body, errors);
    output.flush();
    if (!output) {
        tell(errors, program, tr("cannot write to standard output"), "");
        return ExitStatus::StorageFailed;
    }
    return status;
}

int run_program(std::string_view program, const std::function<ExitStatus()>& body) {
    std::signal(SIGPIPE, SIG_DFL);
    std::ios::sync_with_stdio(false);
    choose_language();
    return static_cast<int>(guarded(program, body, std::cout, std::cerr));
}
}  // namespace gisa::cli
