// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/catalog/catalog.h"
#include "common/text/normal_form.h"

namespace gisa::searcher {
/// Brings stored texts of the archive; in their normal form, too, when that is asked for, which
/// takes as long again. One of them is at hand, the one that was loaded last; the others of a search
/// are kept as far as its answer may show them, so that ranking and showing a text reads it once.
/// Reuses its memory. One thread at a time.
class StoredTexts {
  public:
    explicit StoredTexts(const catalog::Catalog& catalog) : catalog_(catalog) {}

    /// Another search begins: what was read may have changed since.
    void forget() {
        kept_ = 0;
        kept_bytes_ = 0;
    }

    /// Brings title and body of a row to hand; false when the row is gone.
    bool load(catalog::Row row) {
        for (std::size_t i = 0; i < kept_; ++i) {
            if (texts_[i].row == row) {
                at_ = i;
                return true;
            }
        }
        if (kept_ == kMost || kept_bytes_ > kMostBytes) {
            forget();
        }
        if (kept_ == texts_.size()) {
            texts_.emplace_back();
        }
        Text& next = texts_[kept_];
        if (!catalog_.text(row, title_, body_)) {
            return false;
        }
        next.row = row;
        next.original.assign(title_).append("\n\n").append(body_);
        next.title_bytes = title_.size();
        next.is_normalized = false;
        at_ = kept_++;
        kept_bytes_ += next.original.size();
        return true;
    }

    [[nodiscard]] const std::string& original() const { return texts_[at_].original; }

    [[nodiscard]] const text::NormalForm& normal() {
        Text& text = texts_[at_];
        if (!text.is_normalized) {
            text.normal.assign(text.original);
            text.is_normalized = true;
        }
        return text.normal;
    }

    [[nodiscard]] std::size_t title_bytes() const { return texts_[at_].title_bytes; }

    /// Where the title ends in the normal form, which keeps the line breaks behind it.
    [[nodiscard]] std::size_t title_end() { return normal().text().find("\n\n"); }

  private:
    /// As many as the second step reads, and the memory of that many articles of a newspaper.
    static constexpr std::size_t kMost = 48;
    static constexpr std::size_t kMostBytes = 1U << 20U;

    struct Text {
        catalog::Row row = 0;
        std::string original;
        std::size_t title_bytes = 0;
        text::NormalForm normal;
        bool is_normalized = false;
    };

    const catalog::Catalog& catalog_;
    std::vector<Text> texts_;  ///< the first kept_ of them are good
    std::size_t kept_ = 0;
    std::size_t kept_bytes_ = 0;
    std::size_t at_ = 0;  ///< the one at hand
    std::string title_;
    std::string body_;
};
}  // namespace gisa::searcher
