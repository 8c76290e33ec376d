// SPDX-License-Identifier: GPL-2.0-or-later
// One, two and three places are tried. The first is the window with most of the query, each next one
// that with most of the words which the others lack; what is seen of the query once they are laid
// out decides.
#include "searcher/present/fragments.h"

#include <algorithm>

#include "searcher/rank/features.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kMostFragments = 3;
/// A word with less of the query's weight, one that only asks or stands everywhere, is worth none.
constexpr double kWorthAFragment = 0.1;

/// Words of the query, by QueryUnit::run.
using Words = std::vector<bool>;

/// The hits of a body, and how much of the query some of them are.
class BodyHits {
  public:
    BodyHits(const QueryUnits& query, const ShownText& text, std::size_t body_begin)
        : query_(query),
          normal_(text.normal) {
        for (const UnitHit& hit : text.scanned.hits) {
            const ByteRange place = normal_.original({hit.begin, hit.end});
            if (place.begin >= body_begin) {
                hits_.hits.push_back(hit);
                places_.push_back(place);
            }
        }
        for (const ByteRange& place : text.asked_places) {
            if (place.begin >= body_begin) {
                asked_.push_back(place);
            }
        }
    }

    [[nodiscard]] bool empty() const { return places_.empty() && asked_.empty(); }

    /// Up to `count` places of the original, ascending, from windows of so many bytes. What was
    /// asked for as a phrase or to the letter comes first.
    [[nodiscard]] std::vector<ByteRange> best_places(std::size_t count, std::size_t bytes) const {
        std::vector<ByteRange> places;
        ScannedText lacking = hits_;
        if (!asked_.empty()) {
            places.push_back(best_asked_place(bytes));
            leave_out_words_in(places.back(), lacking);
        }
        while (places.size() < count) {
            const BestWindow best = best_window(query_, lacking, bytes);
            if (best.where.end == 0 || (!places.empty() && best.share < kWorthAFragment)) {
                break;
            }
            places.push_back(normal_.original(best.where));
            leave_out_words_in(places.back(), lacking);
        }
        std::sort(places.begin(), places.end(), [](const ByteRange& a, const ByteRange& b) {
            return a.begin < b.begin;
        });
        return places;
    }

    /// The share of the query's weight whose words stand in the body, or in some fragments of it.
    [[nodiscard]] double share() const {
        return share_if([](const ByteRange&) { return true; });
    }

    [[nodiscard]] double share_in(const std::vector<Fragment>& fragments) const {
        return share_if([&fragments](const ByteRange& place) {
            return std::any_of(fragments.begin(), fragments.end(), [&place](const Fragment& one) {
                return one.where.begin <= place.begin && place.end <= one.where.end;
            });
        });
    }

  private:
    /// The window with most of the query among those that were asked for, whole.
    [[nodiscard]] ByteRange best_asked_place(std::size_t bytes) const {
        ScannedText inside;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (is_asked(places_[i])) {
                inside.hits.push_back(hits_.hits[i]);
            }
        }
        const BestWindow best = best_window(query_, inside, bytes);
        if (best.where.end == 0) {
            return asked_.front();
        }
        ByteRange place = normal_.original(best.where);
        for (const ByteRange& asked : asked_) {
            if (asked.begin < place.end && place.begin < asked.end) {
                place = {std::min(place.begin, asked.begin), std::max(place.end, asked.end)};
            }
        }
        return place;
    }

    [[nodiscard]] bool is_asked(ByteRange hit) const {
        const auto behind = std::upper_bound(
            asked_.begin(),
            asked_.end(),
            hit.begin,
            [](std::size_t begin, const ByteRange& asked) { return begin < asked.begin; }
        );
        return behind != asked_.begin() && hit.end <= (behind - 1)->end;
    }

    /// Takes the hits of all words out that stand in a place of the original.
    void leave_out_words_in(ByteRange place, ScannedText& scanned) const {
        Words seen = no_words();
        for (const UnitHit& hit : scanned.hits) {
            const ByteRange here = normal_.original({hit.begin, hit.end});
            if (here.begin >= place.begin && here.end <= place.end) {
                seen[word_of(hit)] = true;
            }
        }
        std::erase_if(scanned.hits, [&](const UnitHit& hit) { return seen[word_of(hit)]; });
    }

    [[nodiscard]] Words no_words() const {
        return Words(query_.units().empty() ? 0 : query_.units().back().run + 1, false);
    }

    [[nodiscard]] std::size_t word_of(const UnitHit& hit) const {
        return query_.units()[hit.unit].run;
    }

    template <typename Predicate>
    [[nodiscard]] double share_if(Predicate counts) const {
        Words seen = no_words();
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::size_t word = word_of(hits_.hits[i]);
            seen[word] = seen[word] || counts(places_[i]);
        }
        double weight = 0;
        for (const QueryUnit& unit : query_.units()) {
            weight += seen[unit.run] ? unit.weight : 0;
        }
        return weight == 0 ? 0 : weight / query_.total_weight();
    }

    const QueryUnits& query_;
    const text::NormalForm& normal_;
    ScannedText hits_;               ///< in the normal form
    std::vector<ByteRange> places_;  ///< the same in the original
    std::vector<ByteRange> asked_;   ///< ShownText::asked_places of the body
};
}  // namespace

std::vector<Fragment> fragments(
    const QueryUnits& query, const ShownText& text, std::size_t body_begin, std::size_t cells
) {
    const FragmentLayout layout(text.original, body_begin, cells);
    const BodyHits hits(query, text, body_begin);
    std::vector<Fragment> best;
    double most = 0;
    for (std::size_t count = 1; count <= kMostFragments && !hits.empty(); ++count) {
        // A quarter is for what stands before a place in its sentence.
        const std::size_t bytes = layout.share(count) * 3 / 4;
        const std::vector<ByteRange> places = hits.best_places(count, bytes);
        if (bytes == 0 || places.size() < count) {
            break;
        }
        std::vector<Fragment> fragments = layout.around(places);
        const double seen = hits.share_in(fragments);
        if (best.empty() || seen > most + kWorthAFragment) {
            best = std::move(fragments);
            most = seen;
        }
        if (most + kWorthAFragment > hits.share()) {
            break;
        }
    }
    return best.empty() ? layout.around({{body_begin, body_begin}}) : best;
}
}  // namespace gisa::searcher
