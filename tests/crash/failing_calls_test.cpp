// SPDX-License-Identifier: GPL-2.0-or-later
//
// One call after the other fails, until a run needs no more of them.
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "tests/crash/small_archive.h"

namespace gisa::crash {
namespace {
namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kStorageFailed = 74;
constexpr int kMostCalls = 20'000;

struct Fault {
    const char* call;
    int number;
    bool forever;
};

using Case = std::tuple<const char*, Fault>;

class FailingCalls : public SmallArchive, public testing::WithParamInterface<Case> {
  protected:
    /// Whether a call was made to fail.
    bool fail_at(int at, const Run& run) {
        const Fault& fault = std::get<Fault>(GetParam());
        copy_to(archive());
        const fs::path told = archive().string() + ".told";
        fs::remove(told);
        std::vector<std::string> environment = {
            std::string("LD_PRELOAD=") + GISA_FAILING_CALLS,
            std::string("GISA_FAIL_CALL=") + fault.call,
            "GISA_FAIL_AT=" + std::to_string(at),
            "GISA_FAIL_ERRNO=" + std::to_string(fault.number),
            "GISA_FAIL_TOLD=" + told.string(),
        };
        if (fault.forever) {
            environment.emplace_back("GISA_FAIL_FOREVER=1");
        }
        SCOPED_TRACE("call " + std::to_string(at));
        const test::ProgramResult result = index(archive(), run.arguments, environment);
        EXPECT_TRUE(result.status == kDone || result.status == kStorageFailed)
            << "status " << result.status << ": " << result.errors;
        EXPECT_EQ(result.status == kDone, result.errors.find("gisa-index: ") != 0) << result.errors;
        expect_whole(archive(), run.after, result.status == kDone);
        expect_next_run_finishes(archive(), run);
        failures_ += result.status == kStorageFailed ? 1 : 0;
        return fs::exists(told);
    }

    int failures_ = 0;
};

TEST_P(FailingCalls, LoseNothingAndAreTold) {
    if (std::string(GISA_SANITIZERS) != "") {
        GTEST_SKIP() << "a sanitizer must be the first library of a process";
    }
    const std::string name = std::get<0>(GetParam());
    const bool all = std::getenv("GISA_FAIL_EVERY") != nullptr;  // NOLINT(concurrency-mt-unsafe)
    if (name != "add" && std::get<Fault>(GetParam()).forever && !all) {
        GTEST_SKIP() << "takes its time; GISA_FAIL_EVERY=1 runs it too";
    }
    const Run run = prepare(name);
    int calls = 0;
    // The first ones one by one, then in growing steps, unless all are wished for.
    for (int at = 1; at < kMostCalls && fail_at(at, run); at += all ? 1 : 1 + at / 2) {
        calls = at;
        ASSERT_FALSE(testing::Test::HasFatalFailure());
    }
    RecordProperty("calls", calls);
    RecordProperty("failures", failures_);
    EXPECT_GT(failures_, 0) << "some of these calls must matter";
}

INSTANTIATE_TEST_SUITE_P(
    EveryKind,
    FailingCalls,
    testing::Combine(
        testing::Values("add", "takedown", "dictionary", "merge", "rebuild"),
        testing::Values(
            Fault{"fsync", EIO, false},
            Fault{"rename", EIO, false},
            Fault{"write", EIO, false},
            Fault{"write", ENOSPC, true},
            Fault{"ftruncate", EIO, false},
            Fault{"open", EIO, false},
            Fault{"open", ENOSPC, true}
        )
    ),
    [](const testing::TestParamInfo<Case>& one) {
        const Fault& fault = std::get<Fault>(one.param);
        return std::string(std::get<0>(one.param)) + "_" + fault.call + (fault.forever ? "s" : "");
    }
);
}  // namespace
}  // namespace gisa::crash
