// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/file_hash.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include "common/io/file_descriptor.h"
#include "common/messages/tr.h"

namespace gisa::io {
namespace {
constexpr std::size_t kPieceBytes = 1U << 18U;

struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};
}  // namespace

FileHash hash_file(const std::filesystem::path& file) {
    const FileDescriptor opened = open_descriptor(file, O_RDONLY);
    if (opened.number() < 0) {
        throw storage_error(tr("cannot open %1", {file.string()}), errno);
    }
    const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
    if (!state) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(state.get());
    std::vector<char> piece(kPieceBytes);
    for (;;) {
        const ssize_t got = read(opened.number(), piece.data(), piece.size());
        if (got == 0) {
            break;
        }
        if (got > 0) {
            XXH3_128bits_update(state.get(), piece.data(), static_cast<std::size_t>(got));
        } else if (errno != EINTR) {
            throw storage_error(tr("cannot read %1", {file.string()}), errno);
        }
    }
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
    FileHash hash{};
    static_assert(sizeof canonical.digest == sizeof hash);
    std::memcpy(hash.data(), canonical.digest, hash.size());
    return hash;
}
}  // namespace gisa::io
