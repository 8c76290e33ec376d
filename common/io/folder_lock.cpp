// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/folder_lock.h"

#include <array>
#include <cerrno>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/messages/tr.h"

namespace gisa::io {
namespace {
/// The process that holds the lock; empty when nobody wrote it down.
std::string holder(int lock_file) {
    std::array<char, 32> written{};
    const ssize_t length = pread(lock_file, written.data(), written.size(), 0);
    if (length <= 0) {
        return {};
    }
    const std::string text(written.data(), static_cast<std::size_t>(length));
    return text.substr(0, text.find('\n'));
}

// For the message above alone; a lock without it holds just as well, so failure is of no account.
void write_holder(int lock_file) {
    const std::string text = std::to_string(getpid()) + "\n";
    if (ftruncate(lock_file, 0) == 0) {
        [[maybe_unused]] const ssize_t written = pwrite(lock_file, text.data(), text.size(), 0);
    }
}

// There is no flock() that waits for a time, and an alarm would be the program's, not ours.
constexpr std::chrono::milliseconds kBetweenTries{100};

/// Whether the lock was free.
bool try_lock(int lock_file, const std::filesystem::path& folder) {
    while (flock(lock_file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return false;
        }
        if (errno != EINTR) {
            throw storage_error(tr("cannot lock %1", {(folder / "lock").string()}), errno);
        }
    }
    return true;
}
}  // namespace

// flock() belongs to the opened file and not to the process: it also keeps out a second lock of
// this process, and closing another descriptor of the same file does not drop it.
FolderLock::FolderLock(const std::filesystem::path& folder, std::chrono::seconds patience)
    : file_(open_descriptor(folder / "lock", O_RDWR | O_CREAT)) {
    if (file_.number() < 0) {
        throw storage_error(tr("cannot open %1", {(folder / "lock").string()}), errno);
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!try_lock(file_.number(), folder)) {
        if (std::chrono::steady_clock::now() >= end) {
            const std::string process = holder(file_.number());
            throw Error(
                ErrorCode::ArchiveLocked,
                process.empty()
                    ? tr("another run is writing to %1", {folder.string()})
                    : tr("another run (process %1) is writing to %2", {process, folder.string()}),
                tr("wait for it (--wait SECONDS), or run this again later")
            );
        }
        std::this_thread::sleep_for(kBetweenTries);
    }
    write_holder(file_.number());
}
}  // namespace gisa::io
