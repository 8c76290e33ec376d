// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/word_diff.h"

#include <vector>

#include <dtl/dtl.hpp>

#include "common/cli/layout.h"

namespace gisa::cli {
namespace {
using Words = std::vector<std::string>;

/// Words that are the same, shown on each side of a change.
constexpr std::size_t kContext = 4;

Words words_of(std::string_view text) {
    Words words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    for (const char c : text) {
        if (c == '\n') {
            end_word();
            words.emplace_back("¶");
        } else if (c == ' ' || c == '\t' || c == '\r') {
            end_word();
        } else {
            word += c;
        }
    }
    end_word();
    return words;
}

/// Puts stretches of the two texts together into a line.
class DiffLine {
  public:
    void add(const std::string& word, dtl::edit_t kind) {
        if (kind != kind_) {
            end_stretch();
            kind_ = kind;
        }
        stretch_.push_back(word);
    }

    std::string text() {
        is_last_ = true;
        end_stretch();
        return printable(line_);
    }

  private:
    void end_stretch() {
        if (stretch_.empty()) {
            return;
        }
        switch (kind_) {
            case dtl::SES_DELETE:
                append("[-" + joined(0, stretch_.size()) + "-]");
                break;
            case dtl::SES_ADD:
                append("{+" + joined(0, stretch_.size()) + "+}");
                break;
            default:
                append_same();
        }
        stretch_.clear();
    }

    void append_same() {
        const std::size_t before = line_.empty() ? 0 : kContext;
        const std::size_t after = is_last_ ? 0 : kContext;
        if (stretch_.size() <= before + after) {
            append(joined(0, stretch_.size()));
            return;
        }
        append(joined(0, before));
        append("…");
        append(joined(stretch_.size() - after, stretch_.size()));
    }

    void append(const std::string& piece) {
        if (!piece.empty()) {
            line_ += (line_.empty() ? "" : " ") + piece;
        }
    }

    [[nodiscard]] std::string joined(std::size_t begin, std::size_t end) const {
        std::string text;
        for (std::size_t i = begin; i < end; ++i) {
            text += (text.empty() ? "" : " ") + stretch_[i];
        }
        return text;
    }

    dtl::edit_t kind_ = dtl::SES_COMMON;
    Words stretch_;
    std::string line_;
    bool is_last_ = false;
};
}  // namespace

std::string word_diff(std::string_view before, std::string_view after) {
    const Words old_words = words_of(before);
    const Words new_words = words_of(after);
    if (old_words == new_words) {
        return {};
    }
    dtl::Diff<std::string, Words> diff(old_words, new_words);
    diff.compose();
    DiffLine line;
    for (const auto& [word, edit] : diff.getSes().getSequence()) {
        line.add(word, edit.type);
    }
    return line.text();
}
}  // namespace gisa::cli
