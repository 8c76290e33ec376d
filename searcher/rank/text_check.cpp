// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/text_check.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "searcher/rank/literal.h"
#include "searcher/rank/text_units.h"

namespace gisa::searcher {
namespace {
/// Which units of the text something covers, both ends included.
struct Units {
    std::int64_t first = 0;
    std::int64_t last = 0;

    [[nodiscard]] std::int64_t count() const { return last - first + 1; }
};

std::vector<std::size_t> unit_begins(Proximity proximity, std::string_view text) {
    switch (proximity) {
        case Proximity::Sentence:
            return sentence_begins(text);
        case Proximity::Paragraph:
            return paragraph_begins(text);
        default:
            return word_begins(text);
    }
}

std::vector<Units> units_of(
    const std::vector<ByteRange>& places, const std::vector<std::size_t>& begins
) {
    const auto unit_at = [&begins](std::size_t at) {
        return std::upper_bound(begins.begin(), begins.end(), at) - begins.begin();
    };
    std::vector<Units> units;
    units.reserve(places.size());
    for (const ByteRange& place : places) {
        units.push_back({unit_at(place.begin), unit_at(place.end - 1)});
    }
    return units;
}

/// The places of each operand, ascending; none is empty.
using Places = std::vector<std::vector<Units>>;

/// Whether one place of each operand can be chosen so that `near_enough` says yes. From the first
/// places on, the earliest one gives way to its successor: no narrower window is passed over.
template <typename Predicate>
bool any_window(const Places& places, Predicate near_enough) {
    std::vector<std::size_t> chosen(places.size(), 0);
    while (true) {
        Units window = places[0][chosen[0]];
        std::int64_t covered = 0;
        std::size_t earliest = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Units& here = places[i][chosen[i]];
            covered += here.count();
            if (here.first < places[earliest][chosen[earliest]].first) {
                earliest = i;
            }
            window = {std::min(window.first, here.first), std::max(window.last, here.last)};
        }
        if (near_enough(window, covered)) {
            return true;
        }
        if (++chosen[earliest] == places[earliest].size()) {
            return false;
        }
    }
}

/// Whether the operands can follow one another, each with at most `distance` units before the next.
bool in_order(const Places& places, std::int64_t distance) {
    std::vector<Units> reached = places.front();
    for (std::size_t operand = 1; operand < places.size(); ++operand) {
        std::vector<Units> next;
        for (const Units& here : places[operand]) {
            const bool follows =
                std::any_of(reached.begin(), reached.end(), [&](const Units& before) {
                    const std::int64_t between = here.first - before.last - 1;
                    return before.last <= here.first && between <= distance;
                });
            if (follows) {
                next.push_back(here);
            }
        }
        reached = std::move(next);
    }
    return !reached.empty();
}

bool near_each_other(const Places& places, Proximity proximity, std::int64_t distance) {
    switch (proximity) {
        case Proximity::Ordered:
            return in_order(places, distance);
        case Proximity::Near:
            return any_window(places, [distance](const Units& window, std::int64_t covered) {
                return window.count() - covered <= distance;
            });
        case Proximity::Sentence:
        case Proximity::Paragraph:
            return any_window(places, [](const Units& window, std::int64_t /*covered*/) {
                return window.count() == 1;
            });
    }
    return false;
}

/// The first two paragraphs.
std::string_view lead_of(std::string_view body) {
    const std::vector<std::size_t> paragraphs = paragraph_begins(body);
    return paragraphs.size() > 2 ? body.substr(0, paragraphs[2]) : body;
}
}  // namespace

TextMatcher::TextMatcher(const Plan& plan, const TextCheck& check, text::Analyzer& analyzer)
    : check_(check) {
    for (const std::vector<std::size_t>& alternatives : check.operands) {
        Alternatives& operand = operands_.emplace_back();
        for (const std::size_t one : alternatives) {
            const SearchedPhrase& phrase = plan.phrases[one];
            for (const Endings endings : endings_of(phrase)) {
                operand.emplace_back(phrase, analyzer, endings);
            }
        }
    }
}

template <typename Predicate>
bool TextMatcher::holds_where_asked(std::string_view title, std::string_view body, Predicate holds)
    const {
    switch (check_.place) {
        case Place::Title:
            return holds(title);
        case Place::Body:
            return holds(body);
        case Place::Lead:
            return holds(lead_of(body));
        case Place::Anywhere:
            break;
    }
    return holds(title) || holds(body);
}

bool TextMatcher::holds(const CheckedText& text) {
    if (reads_original()) {
        return holds_where_asked(
            text.original.substr(0, text.title_bytes),
            text.original.substr(text.title_bytes),
            [this](std::string_view part) {
                return find_literal(part, *check_.literal).has_value();
            }
        );
    }
    const std::string_view title = text.normal.substr(0, text.title_end);
    const std::string_view body = text.normal.substr(title.size());
    if (check_.at_least > 1) {
        // What the title has counts for the body.
        std::size_t counted = 0;
        return holds_where_asked(title, body, [this, &counted](std::string_view part) {
            counted += count(part);
            return counted >= check_.at_least;
        });
    }
    return holds_where_asked(title, body, [this](std::string_view part) {
        return holds_phrases(part);
    });
}

std::vector<ByteRange> TextMatcher::places(const CheckedText& text) {
    const std::string_view whole = reads_original() ? text.original : text.normal;
    const std::size_t title_end = reads_original() ? text.title_bytes : text.title_end;
    std::vector<ByteRange> all;
    const auto collect = [&](std::string_view part) {
        const auto begin = static_cast<std::size_t>(part.data() - whole.data());
        for (const ByteRange& place : places_in(part)) {
            all.push_back({begin + place.begin, begin + place.end});
        }
        return false;  // the other part has some, too
    };
    static_cast<void>(
        holds_where_asked(whole.substr(0, title_end), whole.substr(title_end), collect)
    );
    return all;
}

std::vector<ByteRange> TextMatcher::places_in(std::string_view part) {
    std::vector<ByteRange> all;
    if (reads_original()) {
        for (auto place = find_literal(part, *check_.literal); place;
             place = find_literal(part, *check_.literal, place->begin + 1)) {
            all.push_back(*place);
        }
        return all;
    }
    for (Alternatives& operand : operands_) {
        const std::vector<ByteRange> more = places(operand, part);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

/// The places of the one operand; of those that overlap, the first.
std::size_t TextMatcher::count(std::string_view text) {
    std::size_t count = 0;
    std::size_t end = 0;
    for (const ByteRange& place : places(operands_.front(), text)) {
        if (place.begin >= end) {
            ++count;
            end = place.end;
        }
    }
    return count;
}

bool TextMatcher::holds_phrases(std::string_view text) {
    const bool there = std::all_of(operands_.begin(), operands_.end(), [text](Alternatives& one) {
        return stands(one, text);
    });
    if (!there || operands_.size() == 1) {
        return there;
    }
    const std::vector<std::size_t> begins = unit_begins(check_.proximity, text);
    Places found;
    for (Alternatives& operand : operands_) {
        found.push_back(units_of(places(operand, text), begins));
    }
    return near_each_other(found, check_.proximity, check_.distance);
}

bool TextMatcher::stands(Alternatives& operand, std::string_view text) {
    return std::any_of(operand.begin(), operand.end(), [text](PhraseMatcher& phrase) {
        return phrase.find(text).has_value();
    });
}

std::vector<ByteRange> TextMatcher::places(Alternatives& operand, std::string_view text) {
    std::vector<ByteRange> all;
    for (PhraseMatcher& phrase : operand) {
        for (auto place = phrase.find(text); place; place = phrase.find(text, place->begin + 1)) {
            all.push_back(*place);
        }
    }
    std::sort(all.begin(), all.end(), [](const ByteRange& a, const ByteRange& b) {
        return a.begin < b.begin;
    });
    return all;
}
}  // namespace gisa::searcher
