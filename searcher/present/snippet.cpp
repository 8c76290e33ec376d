// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/snippet.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/rank/features.h"

namespace gisa::searcher {
namespace {
constexpr std::string_view kEllipsis = "…";

bool is_space(char32_t c) {
    return c <= U' ' || c == 0x7F || c == 0x00A0 || c == 0x3000 || (c >= 0x0080 && c <= 0x009F);
}

std::size_t cells_of(char32_t c) {
    if (c < 0x1100) {
        return c >= 0x0300 && c <= 0x036F ? 0 : 1;
    }
    return 2;
}

std::size_t cells_of(std::string_view text) {
    std::size_t cells = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded here = text::decode(text, at);
        cells += cells_of(here.character);
        at += here.bytes;
    }
    return cells;
}

/// Copies a piece of the original: runs of white space become one space, marks move along.
MarkedText copied(const ShownText& text, ByteRange piece, const std::vector<ByteRange>& marks) {
    MarkedText out;
    auto mark = std::find_if(marks.begin(), marks.end(), [&piece](const ByteRange& range) {
        return range.begin >= piece.begin;
    });
    bool open = false;
    for (std::size_t at = piece.begin; at < piece.end;) {
        if (open && at >= mark->end) {
            out.marks.back().end = out.text.size();
            open = false;
            ++mark;
        }
        const text::Decoded here = text::decode(text.original, at);
        if (!open && mark != marks.end() && at >= mark->begin && mark->end <= piece.end) {
            out.marks.push_back({out.text.size(), out.text.size()});
            open = true;
        }
        if (is_space(here.character)) {
            if (!out.text.empty() && out.text.back() != ' ') {
                out.text.push_back(' ');
            }
        } else {
            text::append_utf8(out.text, here.character);
        }
        at += here.bytes;
    }
    if (open) {
        out.marks.back().end = out.text.size();
    }
    return out;
}

/// Chooses the piece of the body to show.
class Window {
  public:
    Window(std::string_view text, std::size_t body_begin, std::uint32_t cells)
        : text_(text),
          body_begin_(body_begin),
          cells_(cells) {}

    /// `core` must be shown; empty when there is none.
    [[nodiscard]] ByteRange around(ByteRange core) const {
        if (core.begin == core.end) {
            return {body_begin_, end_from(body_begin_)};
        }
        const std::size_t sentence = sentence_begin(core.begin);
        std::size_t begin = sentence;
        if (cells_of(text_.substr(sentence, core.end - sentence)) + kRoomBehind > cells_) {
            begin = word_begin(core.begin, cells_ / 4);
        }
        const std::size_t end = end_from(begin);
        if (end == text_.size() && begin > body_begin_) {
            // Near the end of the text there is room before the sentence.
            begin = std::min(begin, word_begin(end, cells_ - kRoomBehind));
        }
        return {begin, end};
    }

    [[nodiscard]] bool begins_sentence(std::size_t at) const { return sentence_begin(at) == at; }

  private:
    static constexpr std::size_t kRoomBehind = 8;

    [[nodiscard]] std::size_t sentence_begin(std::size_t at) const {
        std::size_t begin = at;
        while (begin > body_begin_) {
            const std::size_t before = text::previous_character(text_, begin);
            const char c = text_[before];
            const bool space_behind =
                begin < text_.size() && is_space(static_cast<unsigned char>(text_[begin]));
            if (c == '\n' || ((c == '.' || c == '!' || c == '?') && space_behind)) {
                break;
            }
            begin = before;
        }
        while (begin < at && is_space(static_cast<unsigned char>(text_[begin]))) {
            ++begin;
        }
        return begin;
    }

    /// A word's beginning at most `cells` before `at`.
    [[nodiscard]] std::size_t word_begin(std::size_t at, std::size_t cells) const {
        std::size_t best = at;
        std::size_t used = 0;
        for (std::size_t here = at; here > body_begin_;) {
            const std::size_t before = text::previous_character(text_, here);
            used += cells_of(text::decode(text_, before).character);
            if (used > cells) {
                return best;
            }
            if (is_space(static_cast<unsigned char>(text_[before]))) {
                best = here;
            }
            here = before;
            if (here == body_begin_) {
                best = here;
            }
        }
        return best;
    }

    /// The furthest word's end that still fits, the ellipsis included.
    [[nodiscard]] std::size_t end_from(std::size_t begin) const {
        std::size_t used = 2;
        std::size_t best = begin;
        for (std::size_t at = begin; at < text_.size();) {
            const text::Decoded here = text::decode(text_, at);
            if (is_space(here.character)) {
                best = at;
            }
            used += cells_of(here.character);
            if (used > cells_) {
                return best > begin ? best : at;
            }
            at += here.bytes;
        }
        return text_.size();
    }

    std::string_view text_;
    std::size_t body_begin_;
    std::uint32_t cells_;
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) {
        ++at;
    }
    return at;
}
}  // namespace

std::vector<ByteRange> marks_in(const Plan& plan, const ShownText& text) {
    std::vector<ByteRange> marks;
    for (const UnitHit& hit : text.scanned.hits) {
        marks.push_back(text.normal.original({hit.begin, hit.end}));
    }
    // A compound whose one-syllable parts are no units is marked as a whole.
    const std::string_view normal = text.normal.text();
    for (const SearchedWord* word : plan.ranking_words()) {
        for (const SearchedRun& run : word->runs) {
            if (run.script != text::Script::Korean || run.parts.size() < 2) {
                continue;
            }
            for (std::size_t at = normal.find(run.whole); at != std::string_view::npos;
                 at = normal.find(run.whole, at + 1)) {
                marks.push_back(text.normal.original({at, at + run.whole.size()}));
            }
        }
    }
    std::sort(marks.begin(), marks.end(), [](const ByteRange& a, const ByteRange& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<ByteRange> merged;
    for (const ByteRange& mark : marks) {
        if (!merged.empty() && mark.begin <= merged.back().end) {
            merged.back().end = std::max(merged.back().end, mark.end);
        } else {
            merged.push_back(mark);
        }
    }
    return merged;
}

MarkedText marked_title(const Plan& plan, const ShownText& text) {
    return copied(text, {0, text.title_bytes}, marks_in(plan, text));
}

MarkedText snippet(
    const Plan& plan, const QueryUnits& query, const ShownText& text, std::uint32_t cells
) {
    const std::size_t body = skip_spaces(text.original, text.title_bytes);
    if (cells == 0 || body >= text.original.size()) {
        return {};
    }
    // The first hit of the body, in the normal form.
    const auto in_body = [&](const UnitHit& hit) {
        return text.normal.original({hit.begin, hit.end}).begin >= body;
    };
    const auto first = std::find_if(text.scanned.hits.begin(), text.scanned.hits.end(), in_body);
    ByteRange core{body, body};
    if (first != text.scanned.hits.end()) {
        const BestWindow best = best_window(query, text.scanned, cells, first->begin);
        if (best.where.end > best.where.begin) {
            core = text.normal.original(best.where);
        }
    }
    const Window window(text.original, body, cells);
    const ByteRange piece = window.around(core);
    MarkedText shown = copied(text, piece, marks_in(plan, text));
    while (!shown.text.empty() && shown.text.back() == ' ') {
        shown.text.pop_back();
    }
    if (piece.end < text.original.size()) {
        shown.text.append(kEllipsis);
    }
    if (piece.begin > body && !window.begins_sentence(piece.begin)) {
        shown.text.insert(0, kEllipsis);
        for (ByteRange& mark : shown.marks) {
            mark.begin += kEllipsis.size();
            mark.end += kEllipsis.size();
        }
    }
    return shown;
}
}  // namespace gisa::searcher
