// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <string>

#include "common/catalog/catalog.h"
#include "common/text/normal_form.h"

namespace gisa::searcher {
/// Brings stored texts of the archive; in their normal form, too, when that is asked for, which
/// takes as long again. One of them is at hand, the one that was loaded last; others of a search
/// are kept, since its answer may show them, so that ranking and showing a text reads it once.
/// Reuses its memory, which is bounded but for one text. One thread at a time.
class StoredTexts {
  public:
    explicit StoredTexts(const catalog::Catalog& catalog) : catalog_(catalog) {}

    /// Lets go of what was kept: rows may be gone since. What is at hand stays.
    void forget() { kept_ = 0; }

    /// Brings title and body of a row to hand; false when the row is gone.
    bool load(catalog::Row row) {
        for (std::size_t i = 0; i < kept_; ++i) {
            if (texts_[i].row == row) {
                at_ = i;
                return true;
            }
        }
        if (!catalog_.text(row, title_, body_)) {
            return false;
        }
        at_ = kMost;
        if (title_.size() + body_.size() <= kLongest) {
            if (kept_ == kMost) {
                forget();
            }
            at_ = kept_++;
        }
        Text& text = texts_[at_];
        text.row = row;
        text.original.assign(title_).append("\n\n").append(body_);
        text.title_bytes = title_.size();
        text.is_normalized = false;
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
    /// More than the second step reads.
    static constexpr std::size_t kMost = 48;

    /// Bytes of a text that is kept: all of a newspaper's but some. They and their normal forms take
    /// 15 MB at most.
    static constexpr std::size_t kLongest = 1U << 15U;

    struct Text {
        catalog::Row row = 0;
        std::string original;
        std::size_t title_bytes = 0;
        text::NormalForm normal;
        bool is_normalized = false;
    };

    const catalog::Catalog& catalog_;
    /// The first kept_ are good; the last one is for a text too long to be kept.
    std::array<Text, kMost + 1> texts_;
    std::size_t kept_ = 0;
    std::size_t at_ = kMost;  ///< the one at hand
    std::string title_;
    std::string body_;
};
}  // namespace gisa::searcher
