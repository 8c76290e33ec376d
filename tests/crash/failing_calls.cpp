// SPDX-License-Identifier: GPL-2.0-or-later
//
// For LD_PRELOAD: makes one call of the process fail, so that those of SQLite and Xapian are hit too.
//   GISA_FAIL_CALL    fsync, rename, write, ftruncate or open (for writing)
//   GISA_FAIL_AT      which of those calls, from 1 on; none without it
//   GISA_FAIL_ERRNO   with what: a number
//   GISA_FAIL_FOREVER 1: the calls after it fail too, as on a disk that stays full
//   GISA_FAIL_TOLD    a file that is made when a call was made to fail
// Only calls in the archive (GISA_ARCHIVE) count; the terminal's are left alone.
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {
template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool is_in_archive(const char* path) {
    const char* const archive = std::getenv("GISA_ARCHIVE");
    return archive != nullptr && path != nullptr
           && std::strncmp(path, archive, std::strlen(archive)) == 0;
}

bool is_in_archive(int descriptor) {
    std::array<char, 64> link{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    std::array<char, PATH_MAX> path{};
    const ssize_t length = readlink(link.data(), path.data(), path.size() - 1);
    return length > 0 && is_in_archive(path.data());
}

/// Whether this call is to fail; errno is set then.
bool fails(const char* call) {
    static const char* const wanted = std::getenv("GISA_FAIL_CALL");
    static const char* const at = std::getenv("GISA_FAIL_AT");
    static const char* const number = std::getenv("GISA_FAIL_ERRNO");
    static const bool forever = std::getenv("GISA_FAIL_FOREVER") != nullptr;
    static std::atomic<long> calls = 0;
    if (wanted == nullptr || at == nullptr || std::strcmp(call, wanted) != 0) {
        return false;
    }
    const long first = std::atol(at);
    const long current = ++calls;
    if (current != first && !(forever && current > first)) {
        return false;
    }
    if (const char* const told = std::getenv("GISA_FAIL_TOLD")) {
        const auto file = static_cast<int>(
            syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_CLOEXEC, 0600)
        );
        close(file);
    }
    errno = number == nullptr ? EIO : std::atoi(number);
    return true;
}

bool fails(const char* call, int descriptor) {
    return is_in_archive(descriptor) && fails(call);
}

bool fails_to_open(const char* path, int flags) {
    return (flags & (O_WRONLY | O_RDWR)) != 0 && is_in_archive(path) && fails("open");
}

using Open = int(const char*, int, ...);
}  // namespace

extern "C" {
#define GISA_EXPORTED __attribute__((visibility("default")))

GISA_EXPORTED int fsync(int descriptor) {
    static auto* const real = next<int(int)>("fsync");
    return fails("fsync", descriptor) ? -1 : real(descriptor);
}

GISA_EXPORTED int fdatasync(int descriptor) {
    static auto* const real = next<int(int)>("fdatasync");
    return fails("fsync", descriptor) ? -1 : real(descriptor);
}

GISA_EXPORTED int rename(const char* from, const char* to) noexcept {
    static auto* const real = next<int(const char*, const char*)>("rename");
    return is_in_archive(to) && fails("rename") ? -1 : real(from, to);
}

GISA_EXPORTED int ftruncate(int descriptor, off_t size) noexcept {
    static auto* const real = next<int(int, off_t)>("ftruncate");
    return fails("ftruncate", descriptor) ? -1 : real(descriptor, size);
}

GISA_EXPORTED int ftruncate64(int descriptor, off64_t size) noexcept {
    static auto* const real = next<int(int, off64_t)>("ftruncate64");
    return fails("ftruncate", descriptor) ? -1 : real(descriptor, size);
}

GISA_EXPORTED ssize_t write(int descriptor, const void* bytes, size_t count) {
    static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
    return fails("write", descriptor) ? -1 : real(descriptor, bytes, count);
}

GISA_EXPORTED ssize_t writev(int descriptor, const iovec* pieces, int count) {
    static auto* const real = next<ssize_t(int, const iovec*, int)>("writev");
    return fails("write", descriptor) ? -1 : real(descriptor, pieces, count);
}

GISA_EXPORTED ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return fails("write", descriptor) ? -1 : real(descriptor, bytes, count, at);
}

GISA_EXPORTED ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return fails("write", descriptor) ? -1 : real(descriptor, bytes, count, at);
}

GISA_EXPORTED int open(const char* path, int flags, ...) {
    static auto* const real = next<Open>("open");
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails_to_open(path, flags) ? -1 : real(path, flags, mode);
}

GISA_EXPORTED int open64(const char* path, int flags, ...) {
    static auto* const real = next<Open>("open64");
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails_to_open(path, flags) ? -1 : real(path, flags, mode);
}

// What std::ofstream opens with.
GISA_EXPORTED FILE* fopen(const char* path, const char* mode) {
    static auto* const real = next<FILE*(const char*, const char*)>("fopen");
    const int flags = std::strpbrk(mode, "wa+") != nullptr ? O_WRONLY : O_RDONLY;
    return fails_to_open(path, flags) ? nullptr : real(path, mode);
}

GISA_EXPORTED FILE* fopen64(const char* path, const char* mode) {
    static auto* const real = next<FILE*(const char*, const char*)>("fopen64");
    const int flags = std::strpbrk(mode, "wa+") != nullptr ? O_WRONLY : O_RDONLY;
    return fails_to_open(path, flags) ? nullptr : real(path, mode);
}
}
