// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/run_program.h"

#include <new>
#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include "common/cli/arguments.h"

namespace gisa::cli {
namespace {
struct Outcome {
    ExitStatus status;
    std::string errors;
};

Outcome run(const std::function<ExitStatus()>& body) {
    std::ostringstream output;
    std::ostringstream errors;
    const ExitStatus status = guarded("gisa-index", body, output, errors);
    return {status, errors.str()};
}

TEST(RunProgram, HandsOnTheBodysStatus) {
    const Outcome outcome = run([] { return ExitStatus::NothingFound; });

    EXPECT_EQ(outcome.status, ExitStatus::NothingFound);
    EXPECT_EQ(outcome.errors, "");
}

TEST(RunProgram, TellsAnErrorAndWhatToDo) {
    const Outcome outcome = run([]() -> ExitStatus {
        throw Error(ErrorCode::ArchiveLocked, "another run holds /srv/news", "try again later");
    });

    EXPECT_EQ(outcome.status, ExitStatus::ArchiveLocked);
    EXPECT_EQ(outcome.errors, "gisa-index: another run holds /srv/news\n  try again later\n");
}

TEST(RunProgram, PointsToTheHelpAfterWrongUsage) {
    const Outcome plain = run([]() -> ExitStatus { throw UsageError("no command is given"); });
    const Outcome hinted =
        run([]() -> ExitStatus { throw UsageError("no PATH", "try: gisa-index help add"); });

    EXPECT_EQ(plain.status, ExitStatus::Failed);
    EXPECT_EQ(plain.errors, "gisa-index: no command is given\n  try: gisa-index --help\n");
    EXPECT_EQ(hinted.errors, "gisa-index: no PATH\n  try: gisa-index help add\n");
}

TEST(RunProgram, EveryOtherExceptionIsAFailureToo) {
    const Outcome memory = run([]() -> ExitStatus { throw std::bad_alloc(); });
    const Outcome other = run([]() -> ExitStatus { throw std::runtime_error("odd"); });

    EXPECT_EQ(memory.status, ExitStatus::Failed);
    EXPECT_EQ(memory.errors, "gisa-index: out of memory\n");
    EXPECT_EQ(other.status, ExitStatus::Failed);
    EXPECT_EQ(other.errors, "gisa-index: odd\n");
}

TEST(RunProgram, MessagesCannotSendCommandsToATerminal) {
    const Outcome outcome = run([]() -> ExitStatus {
        throw Error(ErrorCode::InputNotFound, "there is no \x1b[2Jfile");
    });

    EXPECT_EQ(outcome.errors, "gisa-index: there is no [2Jfile\n");
}

TEST(RunProgram, DataThatCouldNotBeWrittenIsAnError) {
    std::ostringstream output;
    std::ostringstream errors;
    const auto body = [&output] {
        output.setstate(std::ios::badbit);
        return ExitStatus::Ok;
    };

    EXPECT_EQ(guarded("gisa-search", body, output, errors), ExitStatus::StorageFailed);
    EXPECT_EQ(errors.str(), "gisa-search: cannot write to standard output\n");
}
}  // namespace
}  // namespace gisa::cli
