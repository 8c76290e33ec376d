// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::test {
/// One query and what it is expected to become. In its file:
///   # Why this case is here; any number of such lines.
///   query: 워터마크 "서약
///   syntax: (words 워터마크 "서약")
///   notice: 13-20 The quote is never closed, so the phrase goes on to the end.
///   plan:
///     any lines, indented by two
/// A blank line parts the cases. `query` may hold \xHH (a byte), \u{HHHH} (a character), \n, \t and
/// \\. Notices and plan may lack.
struct GoldenCase {
    std::vector<std::string> comments;  ///< with their #
    bool has_query = false;             ///< false: a block of comments alone
    std::string query;                  ///< with its escapes
    std::string syntax;
    std::vector<std::string> notices;  ///< "begin-end message", in bytes of the query
    std::vector<std::string> plan;     ///< without the indentation

    friend bool operator==(const GoldenCase&, const GoldenCase&) = default;
};

/// Throws std::runtime_error, naming the line, for a line that is none of the above.
[[nodiscard]] std::vector<GoldenCase> read_golden_file(const std::filesystem::path& path);

[[nodiscard]] std::string golden_text(const std::vector<GoldenCase>& cases);

/// The bytes that a query stands for. Throws std::runtime_error for an escape that is none.
[[nodiscard]] std::string unescaped(std::string_view query);

/// The .query files of a folder, by name.
[[nodiscard]] std::vector<std::filesystem::path> golden_files(const std::filesystem::path& folder);
}  // namespace gisa::test
