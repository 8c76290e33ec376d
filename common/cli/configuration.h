// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/arguments.h"
#include "common/cli/environment.h"

namespace gisa::cli {
/// The configuration files that apply, the nearest first: the one that was named, else
/// $GISA_CONFIG; else $XDG_CONFIG_HOME/gisa/config (or ~/.config/gisa/config) and /etc/gisa/config.
/// Only a named one must be there.
struct ConfigurationFiles {
    std::vector<std::filesystem::path> files;
    bool must_exist = false;
};

[[nodiscard]] ConfigurationFiles configuration_files(
    const std::string& option, const Environment& environment
);

/// One line of a configuration file.
struct Setting {
    std::string key;
    std::string value;  ///< empty: what farther files say does not hold
};

/// Reads lines "key = value"; "#" begins a comment, also behind a value. Keys are the names of
/// options. `file` is for messages.
/// Throws: Error (Configuration) naming the file and the line: no such line, an unknown key, a key
/// that is there twice, a value that is none for it.
[[nodiscard]] std::vector<Setting> read_settings(const std::string& text, std::string_view file);

/// Adds what configuration files say of the grammar's options to the arguments, where neither these
/// nor an environment variable say it. Throws: Error (Configuration).
void add_configuration(
    boost::program_options::variables_map& values,
    const Grammar& grammar,
    const Environment& environment
);

/// The keys, in the order of the manual.
[[nodiscard]] std::vector<std::string_view> configuration_keys();
}  // namespace gisa::cli
