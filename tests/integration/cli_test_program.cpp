// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/cli_test_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/cli/exec_pointers.h"
#include "tests/support/temp_dir.h"

namespace gisa::test {
namespace {
void check(int problem, const char* what) {
    if (problem != 0) {
        throw std::system_error(problem, std::generic_category(), what);
    }
}

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

/// A program about to be started, its three streams redirected.
class Start {
  public:
    explicit Start(const ProgramCall& call) : call_(call) {
        check(posix_spawn_file_actions_init(&actions_), "posix_spawn_file_actions_init");
        std::ofstream(file("in")) << call.input;
        open(STDIN_FILENO, file("in"), O_RDONLY);
    }

    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    ~Start() { posix_spawn_file_actions_destroy(&actions_); }

    void open(int descriptor, const std::string& path, int flags) {
        check(
            posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600),
            "posix_spawn_file_actions_addopen"
        );
    }

    void duplicate(int from, int descriptor) {
        check(
            posix_spawn_file_actions_adddup2(&actions_, from, descriptor),
            "posix_spawn_file_actions_adddup2"
        );
    }

    [[nodiscard]] std::string file(const char* name) const { return folder_.path() / name; }

    [[nodiscard]] pid_t spawn(const std::string& program) {
        std::vector<std::string> arguments = {program};
        arguments.insert(arguments.end(), call_.arguments.begin(), call_.arguments.end());
        // Of two values of one name getenv() takes the first.
        std::vector<std::string> environment = call_.environment;
        environment.insert(environment.end(), {"PATH=/usr/bin:/bin", "HOME=/no/home", "LANG=C"});
        for (const char* name : {"ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
            const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
            if (value != nullptr) {
                environment.push_back(std::string(name) + "=" + value);
            }
        }
        pid_t process = 0;
        check(
            posix_spawn(
                &process,
                program.c_str(),
                &actions_,
                nullptr,
                cli::exec_pointers(arguments).data(),
                cli::exec_pointers(environment).data()
            ),
            program.c_str()
        );
        return process;
    }

  private:
    ProgramCall call_;
    TempDir folder_;
    posix_spawn_file_actions_t actions_{};
};

int wait_for(pid_t process) {
    int state = 0;
    while (waitpid(process, &state, 0) < 0) {
        check(errno == EINTR ? 0 : errno, "waitpid");
    }
    return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;

/// Reads a terminal until the program on it has ended.
std::string read_to_end(int terminal) {
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t bytes = read(terminal, piece.data(), piece.size());
        if (bytes > 0) {
            text.append(piece.data(), static_cast<std::size_t>(bytes));
        } else if (bytes == 0 || errno != EINTR) {
            return text;
        }
    }
}
}  // namespace

ProgramResult run_program(const std::string& program, const ProgramCall& call) {
    Start start(call);
    const std::string output = start.file("out");
    start.open(STDOUT_FILENO, output, kNewFile);
    start.open(STDERR_FILENO, start.file("err"), kNewFile);
    ProgramResult result;
    result.status = wait_for(start.spawn(program));
    result.output = content_of(output);
    result.errors = content_of(start.file("err"));
    return result;
}

ProgramResult run_program_killed_after(
    const std::string& program, const ProgramCall& call, std::chrono::microseconds patience
) {
    Start start(call);
    const std::string output = start.file("out");
    start.open(STDOUT_FILENO, output, kNewFile);
    start.open(STDERR_FILENO, start.file("err"), kNewFile);
    const pid_t process = start.spawn(program);
    // The header of glibc 2.36 forgets that its pidfd_open() is C.
    const auto watched = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
    check(watched < 0 ? errno : 0, "pidfd_open");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(patience);
    const timespec time{seconds.count(), std::chrono::nanoseconds(patience - seconds).count()};
    fd_set ended;
    FD_ZERO(&ended);
    FD_SET(watched, &ended);
    if (pselect(watched + 1, &ended, nullptr, nullptr, &time, nullptr) == 0) {
        kill(process, SIGKILL);
    }
    close(watched);
    ProgramResult result;
    result.status = wait_for(process);
    result.output = content_of(output);
    result.errors = content_of(start.file("err"));
    return result;
}

ProgramResult run_into(
    const std::string& program, const ProgramCall& call, const std::string& output_file
) {
    Start start(call);
    start.open(STDOUT_FILENO, output_file, O_WRONLY);
    start.open(STDERR_FILENO, start.file("err"), kNewFile);
    ProgramResult result;
    result.status = wait_for(start.spawn(program));
    result.errors = content_of(start.file("err"));
    return result;
}

ProgramResult run_into_closed_pipe(const std::string& program, const ProgramCall& call) {
    std::array<int, 2> ends{};
    check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    Start start(call);
    start.duplicate(ends[1], STDOUT_FILENO);
    start.open(STDERR_FILENO, start.file("err"), kNewFile);
    close(ends[0]);
    const pid_t process = start.spawn(program);
    close(ends[1]);
    ProgramResult result;
    result.status = wait_for(process);
    result.errors = content_of(start.file("err"));
    return result;
}

/// What must outlive the program.
class RunningProgram::Streams : public Start {
  public:
    using Start::Start;
};

RunningProgram::RunningProgram(const std::string& program, const ProgramCall& call)
    : streams_(std::make_unique<Streams>(call)) {
    // A test asks write() whether there is a reader.
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> ends{};
    check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    input_ = ends[1];
    streams_->duplicate(ends[0], STDIN_FILENO);
    streams_->open(STDOUT_FILENO, streams_->file("out"), kNewFile);
    streams_->open(STDERR_FILENO, streams_->file("err"), kNewFile);
    process_ = streams_->spawn(program);
    close(ends[0]);
}

RunningProgram::~RunningProgram() {
    if (process_ != 0) {
        kill(process_, SIGKILL);
        wait();
    }
    if (input_ >= 0) {
        close(input_);
    }
}

bool RunningProgram::write(std::string_view text) const {
    while (!text.empty()) {
        const ssize_t bytes = ::write(input_, text.data(), text.size());
        if (bytes < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(bytes < 0 ? 0 : static_cast<std::size_t>(bytes));
    }
    return true;
}

void RunningProgram::signal(int number) const {
    check(kill(process_, number) == 0 ? 0 : errno, "kill");
}

ProgramResult RunningProgram::end() {
    close(std::exchange(input_, -1));
    return wait();
}

ProgramResult RunningProgram::wait() {
    ProgramResult result;
    result.status = wait_for(std::exchange(process_, 0));
    result.output = content_of(streams_->file("out"));
    result.errors = content_of(streams_->file("err"));
    return result;
}

ProgramResult run_on_terminal(
    const std::string& program, const ProgramCall& call, unsigned short columns
) {
    const int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    check(master < 0 ? errno : 0, "posix_openpt");
    std::array<char, 128> name{};
    check(grantpt(master) == 0 && unlockpt(master) == 0 ? 0 : errno, "unlockpt");
    check(ptsname_r(master, name.data(), name.size()), "ptsname_r");
    const winsize size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    check(ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : errno, "TIOCSWINSZ");

    Start start(call);
    start.open(STDOUT_FILENO, name.data(), O_RDWR | O_NOCTTY);
    start.duplicate(STDOUT_FILENO, STDERR_FILENO);
    const pid_t process = start.spawn(program);
    ProgramResult result;
    result.output = read_to_end(master);
    result.status = wait_for(process);
    close(master);
    return result;
}
}  // namespace gisa::test
