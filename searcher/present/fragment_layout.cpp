// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/fragment_layout.h"

#include <algorithm>
#include <numeric>

#include "common/text/utf8.h"
#include "searcher/present/cells.h"
#include "searcher/rank/text_units.h"

namespace gisa::searcher {
namespace {
/// A fragment of fewer cells says too little.
constexpr std::size_t kNarrowest = 60;
/// What should be seen behind a place.
constexpr std::size_t kRoomBehind = 8;

/// Of so many cells, those that each one gets who needs so many: who needs little leaves more to the
/// others.
std::vector<std::size_t> shared(const std::vector<std::size_t>& needs, std::size_t cells) {
    std::vector<std::size_t> modest_first(needs.size());
    std::iota(modest_first.begin(), modest_first.end(), 0);
    std::stable_sort(
        modest_first.begin(),
        modest_first.end(),
        [&needs](std::size_t a, std::size_t b) { return needs[a] < needs[b]; }
    );
    std::vector<std::size_t> shares(needs.size());
    std::size_t waiting = needs.size();
    for (const std::size_t one : modest_first) {
        shares[one] = std::min(needs[one], cells / waiting);
        cells -= shares[one];
        --waiting;
    }
    return shares;
}
}  // namespace

FragmentLayout::FragmentLayout(std::string_view text, std::size_t body_begin, std::size_t cells)
    : text_(text),
      body_begin_(body_begin),
      cells_(cells) {}

std::size_t FragmentLayout::room(std::size_t count) const {
    const std::size_t signs = cells_of(kEllipsis) + (count - 1) * cells_of(kOmission);
    return cells_ - std::min(cells_, signs);
}

std::size_t FragmentLayout::share(std::size_t count) const {
    const std::size_t alike = room(count) / count;
    return count == 1 || alike >= kNarrowest ? alike : 0;
}

std::vector<Fragment> FragmentLayout::around(const std::vector<ByteRange>& places) const {
    std::vector<ByteRange> sentences;
    std::vector<std::size_t> needs;
    for (const ByteRange& place : places) {
        const ByteRange& all = sentences.emplace_back(sentences_around(place));
        needs.push_back(cells_of(text_.substr(all.begin, all.end - all.begin)));
    }
    std::size_t left = room(places.size());
    const std::vector<std::size_t> shares = shared(needs, left);
    std::vector<Fragment> fragments;
    std::size_t shown_to = body_begin_;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool last = i + 1 == places.size();
        const Cut cut{
            .cells = last ? left : shares[i],
            // One alone may begin before its sentence, where there is room at the end of a text.
            .from = places.size() == 1 ? body_begin_ : std::max(sentences[i].begin, shown_to),
            .to = last ? text_.size() : sentences[i].end,
        };
        const ByteRange next = cut_around(places[i], sentences[i], cut);
        left -= std::min(left, cells_of(text_.substr(next.begin, next.end - next.begin)));
        shown_to = next.end;
        if (!fragments.empty() && skip_spaces(text_, fragments.back().where.end) >= next.begin) {
            fragments.back().where.end = next.end;
        } else {
            const bool whole = next.begin == sentences[i].begin || next.begin == body_begin_;
            fragments.push_back({next, whole});
        }
    }
    return fragments;
}

/// Inside the place's lines, and no further than a fragment can reach: no character is longer than
/// two bytes a cell.
ByteRange FragmentLayout::sentences_around(ByteRange place) const {
    const std::size_t reach = 2 * cells_;
    const std::string_view before = text_.substr(0, place.begin);
    std::size_t begin = body_begin_;
    if (place.begin - body_begin_ > reach) {
        begin = std::min(before.find(' ', place.begin - reach), place.begin);
    }
    const std::size_t line_end = before.rfind('\n');
    if (line_end != std::string_view::npos) {
        begin = std::max(begin, line_end + 1);
    }
    const std::size_t end =
        std::min({text_.find('\n', place.end), text_.size(), place.end + reach});
    const std::vector<std::size_t> begins = sentence_begins(text_.substr(begin, end - begin));
    const auto behind = std::upper_bound(begins.begin(), begins.end(), place.begin - begin);
    const auto next = std::lower_bound(behind, begins.end(), place.end - begin);
    return {
        behind == begins.begin() ? place.begin : begin + *(behind - 1),
        next == begins.end() ? end : begin + *next};
}

ByteRange FragmentLayout::cut_around(ByteRange place, ByteRange sentence, const Cut& cut) const {
    const auto cells_to = [this](std::size_t begin, std::size_t end) {
        return cells_of(text_.substr(begin, end - std::min(begin, end)));
    };
    std::size_t begin = std::max(sentence.begin, cut.from);
    if (cells_to(begin, place.end) + kRoomBehind > cut.cells
        && cells_to(begin, sentence.end) > cut.cells) {
        begin = word_begin(place.begin, cut.cells / 4, cut.from);
    }
    const std::size_t end = word_end(begin, cut);
    if (end == cut.to) {
        begin = std::min(begin, word_begin(end, cut.cells, cut.from));
    }
    return {begin, std::max(begin, end)};
}

/// A word's beginning at most `cells` before `at`.
std::size_t FragmentLayout::word_begin(std::size_t at, std::size_t cells, std::size_t from) const {
    std::size_t best = std::max(at, from);
    std::size_t used = 0;
    for (std::size_t here = at; here > from;) {
        const std::size_t before = text::previous_character(text_, here);
        used += cells_of(text::decode(text_, before).character);
        if (used > cells) {
            return best;
        }
        if (before == from) {
            return from;
        }
        if (is_space_at(text_, before)) {
            best = here;
        }
        here = before;
    }
    return best;
}

/// The furthest word's end that still fits.
std::size_t FragmentLayout::word_end(std::size_t begin, const Cut& cut) const {
    std::size_t used = 0;
    std::size_t best = begin;
    for (std::size_t at = begin; at < cut.to;) {
        const text::Decoded here = text::decode(text_, at);
        if (is_space(here.character)) {
            best = at;
        }
        used += cells_of(here.character);
        if (used > cut.cells) {
            return best > begin ? best : at;
        }
        at += here.bytes;
    }
    return cut.to;
}
}  // namespace gisa::searcher
