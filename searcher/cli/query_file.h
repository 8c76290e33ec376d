// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <fstream>
#include <istream>
#include <string>
#include <variant>

namespace gisa::cli {
/// A query with the name its answer is given under.
struct BatchQuery {
    std::string id;
    std::string text;
};

/// A line that holds no query.
struct BrokenLine {
    std::uint64_t line = 0;  ///< 1-based
    std::string reason;
};

struct EndOfQueries {};

using QueryOutcome = std::variant<BatchQuery, BrokenLine, EndOfQueries>;

/// Reads one query a line: a JSON object with "id" (text or a whole number) and "text", other keys
/// passed over; or, when the line begins with no brace, the query itself, whose id is the number of
/// the line. Empty lines are passed over. Reads no further than asked, so that a program at the other end of a pipe gets its
/// answer before it sends the next query.
class QueryFile {
  public:
    /// "-" is standard input. Throws: Error InputNotFound, StorageFailed.
    explicit QueryFile(const std::string& path);

    /// The next query or broken line. Throws: Error StorageFailed when the file cannot be read on.
    [[nodiscard]] QueryOutcome next();

    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    [[nodiscard]] std::istream& input();

    std::string path_;
    std::ifstream file_;
    std::uint64_t line_ = 0;
};
}  // namespace gisa::cli
