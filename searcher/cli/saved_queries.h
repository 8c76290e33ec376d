// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/environment.h"

namespace gisa::cli {
/// The queries that `query:NAME` stands for: a file each, named so, in
/// $XDG_CONFIG_HOME/gisa/queries (or ~/.config/gisa/queries), and the machine's in
/// /etc/gisa/queries; one's own comes first.
class SavedQueryFolders {
  public:
    explicit SavedQueryFolders(const Environment& environment);
    /// For tests: one's own, then others.
    explicit SavedQueryFolders(std::vector<std::filesystem::path> folders);

    /// Nothing when there is none of that name.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

    /// All of them, in the order of their bytes.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Replaces the one that was there, whole or not at all. Throws: UsageError for a name that is
    /// no name, or without a folder of one's own; Error (StorageFailed).
    void save(std::string_view name, std::string_view query) const;

  private:
    std::vector<std::filesystem::path> folders_;
};
}  // namespace gisa::cli
