// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::cli {
/// The words of a command that somebody typed as one text: parted by white space, together between
/// single or double quotes. Nothing else means anything, for no shell reads it.
/// Throws: UsageError naming the text's origin ("--exec") when it holds no word, or a quote without
/// its end.
[[nodiscard]] std::vector<std::string> command_words(
    std::string_view origin, std::string_view command
);

/// Runs a program, found along PATH, to its end; it has our streams. Returns its exit status, or 128
/// and the number of the signal that ended it; nothing when it cannot be started or a word holds a
/// NUL byte. Meanwhile Ctrl-C is the program's; one that is ended by it ends us, too.
[[nodiscard]] std::optional<int> run_command(const std::vector<std::string>& words);
}  // namespace gisa::cli
