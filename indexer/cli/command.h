// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/arguments.h"
#include "common/cli/exit_status.h"

namespace gisa::cli {
/// One of the things gisa-index does. Its texts are translated where they are printed.
struct Command {
    std::string_view name;
    const char* summary;  ///< one line of the overview
    const char* help;     ///< all of `gisa-index help NAME`, without the shared options
    /// Adds the command's own options and positions to the shared ones.
    void (*describe)(Grammar& grammar);
    /// Throws: UsageError; Error as the library does.
    ExitStatus (*run)(const boost::program_options::variables_map& values);
    bool writes = false;  ///< takes the options of writing.h
};

/// Every command, in the order the overview lists them.
[[nodiscard]] std::span<const Command> commands() noexcept;

[[nodiscard]] const Command& add_command() noexcept;
[[nodiscard]] const Command& remove_command() noexcept;
[[nodiscard]] const Command& retry_command() noexcept;
[[nodiscard]] const Command& takedown_command() noexcept;
[[nodiscard]] const Command& status_command() noexcept;
[[nodiscard]] const Command& log_command() noexcept;
[[nodiscard]] const Command& merge_command() noexcept;
[[nodiscard]] const Command& rebuild_command() noexcept;
[[nodiscard]] const Command& verify_command() noexcept;
[[nodiscard]] const Command& snapshot_command() noexcept;
[[nodiscard]] const Command& dictionary_command() noexcept;
[[nodiscard]] const Command& analyze_command() noexcept;

/// The options every command takes: --config, --archive, --dictionary, --help.
void describe_shared_options(Grammar& grammar);

/// An option's text, or another one when it was not given.
[[nodiscard]] std::string text_or(
    const boost::program_options::variables_map& values,
    const char* option,
    const std::string& otherwise
);

/// The arguments that are no options; `what` names them in the message when there is none.
/// Throws: UsageError.
[[nodiscard]] std::vector<std::string> words_or_usage_error(
    const boost::program_options::variables_map& values, const std::string& what
);

/// The archive and the dictionary of a command's options, the process's environment and the
/// configuration.
struct Places {
    std::filesystem::path archive;
    std::filesystem::path dictionary;
};

[[nodiscard]] Places places(const boost::program_options::variables_map& values);
}  // namespace gisa::cli
