// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/crash/feed.h"
#include "tests/crash/readers.h"
#include "tests/integration/cli_test_program.h"

namespace gisa::crash {
/// What happened so far, over all archives.
struct Tally {
    std::size_t kills = 0;
    std::size_t runs = 0;      ///< that were let live, those on copies not counted
    std::size_t searches = 0;  ///< of the readers
    std::size_t states = 0;    ///< that readers saw
    std::map<std::string, std::map<std::string, std::size_t>> stages_by_command;
    std::vector<std::string> failures;
};

/// One archive from its birth through runs that are killed and run again.
class Life {
  public:
    /// `self` is this program, to be started as a reader.
    Life(std::filesystem::path folder, std::string self, Feed::Random& random, Tally& tally);

    /// The next run, killed some times on its way (at most `kills`), and then let live.
    void next(std::size_t kills);
    /// When nobody reads any more, nothing but what is published may lie in the archive.
    void end();

  private:
    using Duration = std::chrono::microseconds;

    struct Step {
        std::string name;
        std::vector<std::string> arguments;
        /// What may be seen, in this order and never back; the run ends with the last.
        std::vector<State> states;
        std::size_t reached = 0;
    };

    /// What lies in the archive.
    struct Disk {
        std::uint64_t last_run = 0;
        std::set<std::string> published;
        /// With their times: the number of a segment that was never published is given again.
        std::map<std::string, std::filesystem::file_time_type> segments;
    };

    [[nodiscard]] Step any_step();
    [[nodiscard]] Step add(const std::string& kind);
    [[nodiscard]] Step take_away(const std::string& kind);
    [[nodiscard]] Step set_dictionary();
    [[nodiscard]] State fed() const;

    /// How long the step takes on a copy of the archive.
    [[nodiscard]] Duration measure(const Step& step);
    /// Whether it could be killed before its end.
    [[nodiscard]] bool run_and_kill(Step& step, Duration patience);
    void finish(Step& step);

    void check_end(Step& step, const Disk& before, const test::ProgramResult& result);
    void check_state(Step& step, bool at_end);
    void check_readers(const Step& step);
    void check_sound();

    [[nodiscard]] State seen();
    [[nodiscard]] Disk look() const;
    [[nodiscard]] std::string stage(const Disk& before) const;
    [[nodiscard]] test::ProgramResult index(
        const std::filesystem::path& archive, const std::vector<std::string>& arguments
    ) const;
    void fail(const std::string& what);

    std::filesystem::path folder_;
    std::filesystem::path archive_ = folder_ / "archive";
    std::string self_;
    Feed::Random& random_;
    Tally& tally_;
    Feed feed_;
    /// What is seen once the runs so far have ended.
    State now_;
    std::set<std::string> taken_down_;
    std::string dictionary_;
    std::string next_dictionary_;
    std::string doing_;
    std::unique_ptr<Readers> readers_;
};
}  // namespace gisa::crash
