// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/table.h"

#include <algorithm>
#include <utility>

#include "common/cli/characters.h"

namespace gisa::cli {
Table::Table(std::vector<Align> aligns, Row heading)
    : aligns_(std::move(aligns)),
      widths_(heading.size()) {
    add(std::move(heading));
}

void Table::add(Row row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
        widths_[column] = std::max(widths_[column], cell_width(row[column]));
    }
    rows_.push_back(std::move(row));
}

std::string Table::text() const {
    std::string text;
    for (const Row& row : rows_) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string padding(widths_[column] - cell_width(row[column]), ' ');
            line += "  ";
            line += aligns_[column] == Align::Left ? row[column] + padding : padding + row[column];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}
}  // namespace gisa::cli
