// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace gisa::cli {
/// Looks up an environment variable; a variable that is set but empty counts as absent, as the XDG
/// and NO_COLOR conventions ask.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// The process's own environment. Only choose_language() ever changes it.
[[nodiscard]] std::optional<std::string> process_environment(const char* name);

/// Where the archive is: the value of the option (or of the configuration), else $GISA_ARCHIVE, else $XDG_DATA_HOME/gisa/archive,
/// else $HOME/.local/share/gisa/archive. Throws: UsageError when none of them is there.
[[nodiscard]] std::filesystem::path archive_location(
    const std::string& option, const Environment& environment
);

/// Which dictionary to use: the value of the option (or of the configuration), else $GISA_DICTIONARY, else empty, which lets the
/// library take its own.
[[nodiscard]] std::filesystem::path dictionary_location(
    const std::string& option, const Environment& environment
);
}  // namespace gisa::cli
