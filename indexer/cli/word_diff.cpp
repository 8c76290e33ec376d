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

/// Fewer words than that are shown rather than "…".
constexpr std::size_t kWorthLeavingOut = 3;

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

/// Puts stretches of the two texts together into a line: of each change first what went.
class DiffLine {
  public:
    void add(const std::string& word, dtl::edit_t kind) {
        switch (kind) {
            case dtl::SES_DELETE:
                end_same();
                gone_.push_back(word);
                break;
            case dtl::SES_ADD:
                end_same();
                come_.push_back(word);
                break;
            default:
                end_change();
                same_.push_back(word);
        }
    }

    std::string text() {
        is_last_ = true;
        end_same();
        end_change();
        return printable(line_);
    }

  private:
    void end_change() {
        if (!gone_.empty()) {
            append("[-" + joined(gone_, 0, gone_.size()) + "-]");
        }
        if (!come_.empty()) {
            append("{+" + joined(come_, 0, come_.size()) + "+}");
        }
        gone_.clear();
        come_.clear();
    }

    void end_same() {
        if (!same_.empty()) {
            append_same();
            same_.clear();
        }
    }

    void append_same() {
        const std::size_t before = line_.empty() ? 0 : kContext;
        const std::size_t after = is_last_ ? 0 : kContext;
        if (same_.size() < before + after + kWorthLeavingOut) {
            append(joined(same_, 0, same_.size()));
            return;
        }
        append(joined(same_, 0, before));
        append("…");
        append(joined(same_, same_.size() - after, same_.size()));
    }

    void append(const std::string& piece) {
        if (!piece.empty()) {
            line_ += (line_.empty() ? "" : " ") + piece;
        }
    }

    static std::string joined(const Words& words, std::size_t begin, std::size_t end) {
        std::string text;
        for (std::size_t i = begin; i < end; ++i) {
            text += (text.empty() ? "" : " ") + words[i];
        }
        return text;
    }

    Words same_;
    Words gone_;
    Words come_;
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
