// SPDX-License-Identifier: GPL-2.0-or-later
//
// gisa_crash [--seed N] [--kills N]
// Kills gisa-index at random instants and looks at what is left; README.md tells how.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>

#include <unistd.h>

#include "tests/crash/life.h"
#include "tests/crash/readers.h"
#include "tests/support/temp_dir.h"

namespace gisa::crash {
namespace {
/// A new archive is begun after so many kills, so that the beginning is killed now and then too.
constexpr std::size_t kKillsInALife = 60;
constexpr std::size_t kToldFailures = 20;
/// A line of progress where no terminal is.
constexpr std::size_t kKillsInALine = 50;

struct Wishes {
    std::uint64_t seed = 1;
    std::uint64_t kills = 300;
};

constexpr std::array<const char*, 7> kStages = {
    "starting", "storing", "building", "placed", "published", "building more", "ended"};

void print(const Tally& tally) {
    std::cout << std::left << std::setw(20) << "killed";
    for (const char* stage : kStages) {
        std::cout << std::right << std::setw(15) << stage;
    }
    std::cout << '\n';
    for (const auto& [command, stages] : tally.stages_by_command) {
        std::cout << std::left << std::setw(20) << command;
        for (const char* stage : kStages) {
            const auto found = stages.find(stage);
            std::cout << std::right << std::setw(15) << (found == stages.end() ? 0 : found->second);
        }
        std::cout << '\n';
    }
    std::cout << tally.kills << " kills, " << tally.runs << " runs let live, " << tally.searches
              << " searches beside them that saw " << tally.states << " states, "
              << tally.failures.size() << " failures\n";
}

int run(const Wishes& wishes, const std::string& self) {
    Feed::Random random(wishes.seed);
    Tally tally;
    const test::TempDir folder;
    const bool is_terminal = isatty(STDERR_FILENO) == 1;
    std::size_t told = 0;
    for (std::size_t life_number = 1; tally.kills < wishes.kills; ++life_number) {
        Life life(folder.path() / std::to_string(life_number), self, random, tally);
        const std::size_t end = std::min<std::size_t>(wishes.kills, tally.kills + kKillsInALife);
        while (tally.kills < end && tally.failures.size() < kToldFailures) {
            life.next(end - tally.kills);
            if (is_terminal || tally.kills >= told + kKillsInALine) {
                told = tally.kills;
                std::cerr << (is_terminal ? "\r" : "") << tally.kills << " of " << wishes.kills
                          << " kills, " << tally.failures.size() << " failures"
                          << (is_terminal ? "" : "\n") << std::flush;
            }
        }
        life.end();
        if (tally.failures.size() >= kToldFailures) {
            break;
        }
    }
    std::cerr << (is_terminal ? "\n" : "");
    for (const std::string& failure : tally.failures) {
        std::cout << "FAILED " << failure << '\n';
    }
    print(tally);
    return tally.failures.empty() ? 0 : 1;
}
}  // namespace
}  // namespace gisa::crash

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 2 && words[0] == "--read") {
        return gisa::crash::read_until_told(words[1]);
    }
    gisa::crash::Wishes wishes;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const bool is_seed = words[i] == "--seed";
        if (i + 1 == words.size() || !(is_seed || words[i] == "--kills")) {
            std::cerr << "usage: gisa_crash [--seed N] [--kills N]\n";
            return 2;
        }
        (is_seed ? wishes.seed : wishes.kills) = std::strtoull(words[i + 1].c_str(), nullptr, 10);
    }
    try {
        return gisa::crash::run(wishes, std::filesystem::canonical("/proc/self/exe").string());
    } catch (const std::exception& error) {
        std::cerr << "gisa_crash: " << error.what() << '\n';
        return 2;
    }
}
