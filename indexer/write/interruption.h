// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <stop_token>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::indexer {
/// Throws Interrupted when somebody asked for a stop. Called where nothing is half done.
inline void throw_if_stopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Error(
            ErrorCode::Interrupted,
            tr("stopped before the run was through"),
            tr("what it had stored is kept; the next run publishes it")
        );
    }
}
}  // namespace gisa::indexer
