// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "common/catalog/catalog.h"

namespace gisa::searcher {
/// Until when stored texts may be read; absent: as long as it takes.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// Whether the stored text of a row holds what a check of a plan asks for, while there is time to
/// read it: of all that a search does, only this can take long. Copies are one: when one gives up,
/// all have. One thread at a time.
class TextHolds {
  public:
    using Read = std::function<bool(std::size_t check, catalog::Row row)>;

    explicit TextHolds(Read read, Deadline deadline = std::nullopt)
        : read_(std::move(read)),
          deadline_(deadline) {}

    /// False, too, for a text that is not read any more.
    bool operator()(std::size_t check, catalog::Row row) const {
        if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) {
            *gave_up_ = true;
            return false;
        }
        return read_(check, row);
    }

    /// Whether a text was left unread for want of time.
    [[nodiscard]] bool gave_up() const { return *gave_up_; }

  private:
    Read read_;
    Deadline deadline_;
    std::shared_ptr<bool> gave_up_ = std::make_shared<bool>(false);
};
}  // namespace gisa::searcher
