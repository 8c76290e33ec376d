// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "common/catalog/catalog.h"
#include "common/text/normal_form.h"

namespace gisa::searcher {
/// Brings stored texts of the archive, one at a time, in their normal form. Reuses its memory.
/// One thread at a time.
class StoredTexts {
  public:
    explicit StoredTexts(const catalog::Catalog& catalog) : catalog_(catalog) {}

    /// Loads title and body of a row; false when the row is gone.
    bool load(catalog::Row row) {
        if (!catalog_.text(row, title_, body_)) {
            return false;
        }
        original_.assign(title_).append("\n\n").append(body_);
        normal_.assign(original_);
        // The normal form keeps the line breaks between title and body.
        title_end_ = normal_.text().find("\n\n");
        return true;
    }

    [[nodiscard]] const std::string& original() const { return original_; }

    [[nodiscard]] const text::NormalForm& normal() const { return normal_; }

    [[nodiscard]] std::size_t title_bytes() const { return title_.size(); }

    /// Where the title ends in the normal form.
    [[nodiscard]] std::size_t title_end() const { return title_end_; }

  private:
    const catalog::Catalog& catalog_;
    std::string title_;
    std::string body_;
    std::string original_;
    text::NormalForm normal_;
    std::size_t title_end_ = 0;
};
}  // namespace gisa::searcher
