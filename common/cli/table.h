// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace gisa::cli {
enum class Align { Left, Right };

/// Lays printable text out in columns of equal width, in terminal cells (a Hangul syllable takes
/// two); the first row is the heading.
class Table {
  public:
    using Row = std::vector<std::string>;

    Table(std::vector<Align> aligns, Row heading);

    /// One cell for each column.
    void add(Row row);

    /// Rows below the heading.
    [[nodiscard]] std::size_t rows() const { return rows_.size() - 1; }

    /// Heading and rows, each line indented by two cells and ended by a line feed.
    [[nodiscard]] std::string text() const;

  private:
    std::vector<Align> aligns_;
    std::vector<Row> rows_;
    std::vector<std::size_t> widths_;
};
}  // namespace gisa::cli
