// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/exit_status.h"

#include <array>

namespace gisa::cli {
namespace {
struct Mapping {
    ErrorCode code;
    ExitStatus status;
};

constexpr auto kMappings = std::to_array<Mapping>({
    {ErrorCode::ArchiveNotFound, ExitStatus::Failed},
    {ErrorCode::ArchiveLocked, ExitStatus::ArchiveLocked},
    {ErrorCode::ArchiveIncompatible, ExitStatus::Configuration},
    {ErrorCode::ArchiveCorrupt, ExitStatus::Failed},
    {ErrorCode::InputRejected, ExitStatus::InputRejected},
    {ErrorCode::InputNotFound, ExitStatus::NoInput},
    {ErrorCode::StorageFailed, ExitStatus::StorageFailed},
    {ErrorCode::Configuration, ExitStatus::Configuration},
    {ErrorCode::Interrupted, ExitStatus::Interrupted},
    {ErrorCode::InvalidArgument, ExitStatus::Failed},
});
}  // namespace

ExitStatus exit_status(ErrorCode code) noexcept {
    for (const Mapping& mapping : kMappings) {
        if (mapping.code == code) {
            return mapping.status;
        }
    }
    return ExitStatus::Failed;
}
}  // namespace gisa::cli
