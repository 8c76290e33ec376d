// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "common/catalog/catalog.h"
#include "common/text/normal_form.h"

namespace gisa::searcher {
/// Brings stored texts of the archive, one at a time; in their normal form, too, when that is asked
/// for, which takes as long again. Reuses its memory. One thread at a time.
class StoredTexts {
  public:
    explicit StoredTexts(const catalog::Catalog& catalog) : catalog_(catalog) {}

    /// Loads title and body of a row; false when the row is gone.
    bool load(catalog::Row row) {
        if (!catalog_.text(row, title_, body_)) {
            return false;
        }
        original_.assign(title_).append("\n\n").append(body_);
        is_normalized_ = false;
        return true;
    }

    [[nodiscard]] const std::string& original() const { return original_; }

    [[nodiscard]] const text::NormalForm& normal() {
        if (!is_normalized_) {
            normal_.assign(original_);
            is_normalized_ = true;
        }
        return normal_;
    }

    [[nodiscard]] std::size_t title_bytes() const { return title_.size(); }

    /// Where the title ends in the normal form, which keeps the line breaks behind it.
    [[nodiscard]] std::size_t title_end() { return normal().text().find("\n\n"); }

  private:
    const catalog::Catalog& catalog_;
    std::string title_;
    std::string body_;
    std::string original_;
    text::NormalForm normal_;
    bool is_normalized_ = false;
};
}  // namespace gisa::searcher
