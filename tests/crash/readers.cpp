// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/crash/readers.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <iostream>
#include <mutex>
#include <optional>
#include <sstream>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/searcher.h>

namespace gisa::crash {
namespace {
constexpr int kReaders = 2;
constexpr std::chrono::milliseconds kBetweenSearches{2};

void check(int problem, const char* what) {
    if (problem != 0) {
        throw std::system_error(problem, std::generic_category(), what);
    }
}

/// What the readers of a process share.
class Reading {
  public:
    explicit Reading(const std::string& archive) : archive_(archive) {}

    void read(int reader) {
        std::optional<Searcher> searcher;
        std::optional<State> before;
        while (!ended_) {
            // What is published when an order comes is seen by the search that begins after it.
            const std::uint64_t order = ordered_;
            try {
                if (!searcher || reader != 0) {
                    searcher.emplace(archive_);
                }
                searcher->refresh();
                State state = state_seen(*searcher);
                ++searches_;
                if (before != state) {
                    tell(reader, state);
                    before = std::move(state);
                }
            } catch (const std::exception& error) {
                const std::scoped_lock lock(mutex_);
                std::cout << "failed reader " << reader << ": " << error.what() << '\n';
            }
            done_.at(static_cast<std::size_t>(reader)) = order;
            std::this_thread::sleep_for(kBetweenSearches);
        }
    }

    void obey() {
        std::string line;
        while (std::getline(std::cin, line)) {
            const std::uint64_t order = ++ordered_;
            for (const std::atomic<std::uint64_t>& done : done_) {
                while (done < order) {
                    std::this_thread::sleep_for(std::chrono::microseconds(200));
                }
            }
            const std::scoped_lock lock(mutex_);
            std::cout << "settled " << searches_.exchange(0) << std::endl;
        }
        ended_ = true;
    }

  private:
    void tell(int reader, const State& state) {
        std::ostringstream line;
        line << "saw " << reader;
        for (const auto& [id, version] : state) {
            line << ' ' << id << ' ' << version;
        }
        const std::scoped_lock lock(mutex_);
        std::cout << line.str() << '\n';
    }

    const std::string& archive_;
    std::atomic<bool> ended_ = false;
    std::atomic<std::uint64_t> ordered_ = 0;
    std::array<std::atomic<std::uint64_t>, kReaders> done_{};
    std::atomic<std::size_t> searches_ = 0;
    std::mutex mutex_;
};

Observation observation(std::istringstream& words) {
    Observation seen;
    words >> seen.reader;
    std::string id;
    for (int version = 0; words >> id >> version;) {
        seen.state.emplace(id, version);
    }
    return seen;
}
}  // namespace

int read_until_told(const std::string& archive) {
    Reading reading(archive);
    std::vector<std::thread> readers;
    for (int reader = 0; reader < kReaders; ++reader) {
        readers.emplace_back([&reading, reader] { reading.read(reader); });
    }
    reading.obey();
    for (std::thread& reader : readers) {
        reader.join();
    }
    return 0;
}

Readers::Readers(const std::string& program, const std::string& archive) {
    std::array<int, 2> orders{};
    std::array<int, 2> reports{};
    check(pipe2(orders.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    check(pipe2(reports.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, orders[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, reports[1], STDOUT_FILENO);
    std::string name = program;
    std::string option = "--read";
    std::string folder = archive;
    std::array<char*, 4> arguments{name.data(), option.data(), folder.data(), nullptr};
    const int problem =
        posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(orders[0]);
    close(reports[1]);
    check(problem, program.c_str());
    orders_ = orders[1];
    reports_ = fdopen(reports[0], "r");
}

Readers::~Readers() {
    close(orders_);
    std::fclose(reports_);
    int status = 0;
    waitpid(process_, &status, 0);
}

Observed Readers::settle() {
    check(write(orders_, "\n", 1) == 1 ? 0 : errno, "the readers ended");
    Observed observed;
    char* line = nullptr;
    std::size_t room = 0;
    for (;;) {
        const ssize_t length = getline(&line, &room, reports_);
        if (length <= 0) {
            observed.failures.emplace_back("the readers ended");
            break;
        }
        std::istringstream words(std::string(line, static_cast<std::size_t>(length)));
        std::string kind;
        words >> kind;
        if (kind == "settled") {
            words >> observed.searches;
            break;
        }
        if (kind == "saw") {
            observed.states.push_back(observation(words));
        } else {
            observed.failures.emplace_back(line);
        }
    }
    std::free(line);
    return observed;
}
}  // namespace gisa::crash
