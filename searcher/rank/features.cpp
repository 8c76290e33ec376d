// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/features.h"

#include <algorithm>
#include <vector>

#include "common/text/scan.h"

namespace gisa::searcher {
namespace {
// As in the first step (matcher.cpp).
constexpr double kK1 = 0.9;
constexpr double kB = 0.5;

/// A lead: about two sentences of Korean, three lines of a newspaper column. What begins so far from
/// the body's beginning counts half.
constexpr double kLeadBytes = 300;

/// A line of the body, as passages are counted, and so many whole ones are half of what can be.
constexpr std::size_t kLineBytes = 120;
constexpr double kHalfPassages = 4;

/// Neighbours may have a particle and a space between them, or a short word.
constexpr std::size_t kPairGapBytes = 15;

double saturated(double weight, double count, double relative_length) {
    return weight * count * (kK1 + 1) / (count + kK1 * (1 - kB + kB * relative_length));
}

double bigram_score(const QueryUnits& query, const ScannedText& scanned, double relative_length) {
    double sum = 0;
    for (std::size_t i = 0; i < scanned.bigram_counts.size(); ++i) {
        sum += saturated(query.bigrams()[i].idf, scanned.bigram_counts[i], relative_length);
    }
    return sum;
}

/// The weight of the units that stand before `end`, each counted once.
double weight_before(const QueryUnits& query, const ScannedText& scanned, std::size_t end) {
    std::vector<bool> seen(query.units().size(), false);
    double sum = 0;
    for (const UnitHit& hit : scanned.hits) {
        if (hit.begin >= end) {
            break;
        }
        if (hit.end <= end && !seen[hit.unit]) {
            seen[hit.unit] = true;
            sum += query.units()[hit.unit].weight;
        }
    }
    return sum;
}

double title_coverage(const ScannedText& scanned, std::string_view title) {
    const std::size_t letters = text::letter_bytes(title);
    std::size_t covered = 0;
    std::size_t end = 0;
    for (const UnitHit& hit : scanned.hits) {
        if (hit.end > title.size()) {
            break;
        }
        const std::size_t begin = std::max<std::size_t>(hit.begin, end);
        covered += hit.end > begin ? hit.end - begin : 0;
        end = std::max<std::size_t>(end, hit.end);
    }
    return letters == 0
               ? 0
               : std::min(1.0, static_cast<double>(covered) / static_cast<double>(letters));
}

using Hits = std::vector<UnitHit>::const_iterator;

Hits first_of_body(const ScannedText& scanned, std::size_t body) {
    return std::find_if(scanned.hits.begin(), scanned.hits.end(), [body](const UnitHit& one) {
        return one.begin >= body;
    });
}

/// 1 at the body's beginning, a half after a lead's length.
double nearness(const UnitHit& hit, std::size_t body) {
    return kLeadBytes / (kLeadBytes + static_cast<double>(hit.begin - body));
}

double early(const ScannedText& scanned, std::size_t body) {
    const auto hit = first_of_body(scanned, body);
    return hit == scanned.hits.end() ? 0 : nearness(*hit, body);
}

/// Each unit weighs as much as it is near where it stands first.
double lead_weight(const QueryUnits& query, const ScannedText& scanned, std::size_t body) {
    std::vector<bool> seen(query.units().size(), false);
    double sum = 0;
    for (auto hit = first_of_body(scanned, body); hit != scanned.hits.end(); ++hit) {
        if (!seen[hit->unit]) {
            seen[hit->unit] = true;
            sum += query.units()[hit->unit].weight * nearness(*hit, body);
        }
    }
    return sum;
}

/// The squares of the lines' shares, so that one line with all of the query counts for more than
/// many with one word each; saturated, so that length alone does not win.
double passages(const QueryUnits& query, const ScannedText& scanned, std::size_t body) {
    std::vector<std::size_t> line_of(query.units().size(), 0);  // lines count from 1
    std::size_t line = 0;
    double share = 0;
    double sum = 0;
    for (auto hit = first_of_body(scanned, body); hit != scanned.hits.end(); ++hit) {
        const std::size_t here = (hit->begin - body) / kLineBytes + 1;
        if (here != line) {
            sum += share * share;
            share = 0;
            line = here;
        }
        if (line_of[hit->unit] != here) {
            line_of[hit->unit] = here;
            share += query.units()[hit->unit].weight / query.total_weight();
        }
    }
    sum += share * share;
    return sum / (sum + kHalfPassages);
}

/// A pair counts as much as its lighter half.
double pair_share(const QueryUnits& query, const ScannedText& scanned) {
    const std::vector<QueryUnit>& units = query.units();
    double all = 0;
    for (std::size_t unit = 0; unit + 1 < units.size(); ++unit) {
        all += std::min(units[unit].weight, units[unit + 1].weight);
    }
    if (all <= 0) {
        return 0;
    }
    std::vector<bool> seen(units.size(), false);
    double sum = 0;
    for (std::size_t i = 0; i < scanned.hits.size(); ++i) {
        const UnitHit& hit = scanned.hits[i];
        for (std::size_t next = i + 1; next < scanned.hits.size() && !seen[hit.unit]; ++next) {
            if (scanned.hits[next].begin > hit.end + kPairGapBytes) {
                break;
            }
            if (scanned.hits[next].unit == hit.unit + 1) {
                seen[hit.unit] = true;
                sum += std::min(units[hit.unit].weight, units[hit.unit + 1].weight);
            }
        }
    }
    return sum / all;
}
}  // namespace

BestWindow best_window(
    const QueryUnits& query, const ScannedText& scanned, std::size_t bytes, std::size_t from
) {
    BestWindow best;
    if (query.total_weight() <= 0) {
        return best;
    }
    std::vector<std::uint32_t> inside(query.units().size(), 0);
    double sum = 0;
    double most = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < scanned.hits.size(); ++last) {
        const UnitHit& hit = scanned.hits[last];
        if (hit.begin < from) {
            first = last + 1;
            continue;
        }
        if (inside[hit.unit]++ == 0) {
            sum += query.units()[hit.unit].weight;
        }
        while (scanned.hits[first].begin + bytes < hit.end && first < last) {
            const UnitHit& gone = scanned.hits[first++];
            if (--inside[gone.unit] == 0) {
                sum -= query.units()[gone.unit].weight;
            }
        }
        if (sum > most + 1e-9) {
            most = sum;
            best.where = {scanned.hits[first].begin, hit.end};
        }
    }
    best.share = most / query.total_weight();
    return best;
}

Features features_of(const QueryUnits& query, const ScannedText& scanned, const RankedText& text) {
    Features features;
    features.first = text.first_score;
    const double all = query.total_weight();
    if (all <= 0) {
        return features;
    }
    constexpr std::size_t kLineFeeds = 2;
    const std::size_t body = std::min(text.title_end + kLineFeeds, text.normal.size());
    features.bigrams = bigram_score(query, scanned, text.relative_length);
    features.title_coverage = title_coverage(scanned, text.normal.substr(0, text.title_end));
    features.title_match =
        features.title_coverage * weight_before(query, scanned, text.title_end) / all;
    features.lead = lead_weight(query, scanned, body) / all;
    features.early = early(scanned, body);
    features.pairs = pair_share(query, scanned);
    for (std::size_t i = 0; i < kWindowBytes.size(); ++i) {
        features.windows[i] = best_window(query, scanned, kWindowBytes[i]).share;
    }
    if (query.question()) {
        features.passages = passages(query, scanned, body);
    } else {
        features.brevity = 1 / (1 + text.relative_length);
    }
    return features;
}
}  // namespace gisa::searcher
