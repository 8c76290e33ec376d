// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/snippet.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/present/cells.h"
#include "searcher/present/fragments.h"

namespace gisa::searcher {
namespace {
/// Appends a piece of the original: runs of white space become one space; marks move along, cut at
/// its ends.
void append_copy(const ShownText& text, ByteRange piece, const Marks& marks, MarkedText& out) {
    auto mark = std::find_if(marks.begin(), marks.end(), [&piece](const ByteRange& range) {
        return range.end > piece.begin;
    });
    bool open = false;
    bool spaced = true;
    for (std::size_t at = piece.begin; at < piece.end;) {
        if (open && at >= mark->end) {
            out.marks.back().end = out.text.size();
            open = false;
            ++mark;
        }
        const text::Decoded here = text::decode(text.original, at);
        if (!open && mark != marks.end() && at >= mark->begin) {
            out.marks.push_back({out.text.size(), out.text.size()});
            open = true;
        }
        if (!is_space(here.character)) {
            text::append_utf8(out.text, here.character);
        } else if (!spaced) {
            out.text.push_back(' ');
        }
        spaced = is_space(here.character);
        at += here.bytes;
    }
    if (open) {
        out.marks.back().end = out.text.size();
    }
}

}  // namespace

Marks marks_in(const Plan& plan, const ShownText& text) {
    Marks marks = text.asked_places;
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
    Marks merged;
    for (const ByteRange& mark : marks) {
        if (!merged.empty() && mark.begin <= merged.back().end) {
            merged.back().end = std::max(merged.back().end, mark.end);
        } else {
            merged.push_back(mark);
        }
    }
    return merged;
}

MarkedText marked_title(const ShownText& text, const Marks& marks) {
    MarkedText title;
    append_copy(text, {0, text.title_bytes}, marks, title);
    return title;
}

MarkedText snippet(
    const QueryUnits& query, const ShownText& text, const Marks& marks, std::uint32_t cells
) {
    const std::size_t body = skip_spaces(text.original, text.title_bytes);
    MarkedText shown;
    if (cells == 0 || body >= text.original.size()) {
        return shown;
    }
    const std::vector<Fragment> pieces = fragments(query, text, body, cells);
    for (const Fragment& piece : pieces) {
        if (!shown.text.empty()) {
            shown.text.append(kOmission);
        } else if (!piece.begins_sentence) {
            shown.text.append(kEllipsis);
        }
        append_copy(text, piece.where, marks, shown);
        while (!shown.text.empty() && shown.text.back() == ' ') {
            shown.text.pop_back();
        }
    }
    if (pieces.back().where.end < text.original.size()) {
        shown.text.append(kEllipsis);
    }
    return shown;
}
}  // namespace gisa::searcher
