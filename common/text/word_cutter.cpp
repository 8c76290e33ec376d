// SPDX-License-Identifier: GPL-2.0-or-later
//
// Three readings of a word are weighed by their costs: content alone (온라인), content with
// particles behind it (서울 + 에서는), and whatever the dictionary makes of it, verbs above all
// (밝혔다고). Where particles or endings are found, what stands before them is decided in the same
// lattice as if it stood alone. So the parts never depend on particles, and the forms of a word agree
// as soon as each is cut at the right place.
//
// The dictionary's costs were trained on running text, where the bare noun is as common as any form.
// The help and margins below shift them to what is asked here; they were chosen on 2,300 news words
// and 4,000 titles with 42 particles each (docs/decisions/0006-forms-agree.md).
#include "common/text/word_cutter.h"

#include <algorithm>
#include <utility>

#include "common/text/korean_lists.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr std::size_t kSyllableBytes = 3;
constexpr long kImpossible = WordReadings::kImpossible;

/// A noun of this cost and more has the cost of its class, not of its own use: names of small places
/// and persons, which look like others' forms (조선만, 강남이).
constexpr long kRareNoun = 1600;

// What a word gains by standing in the dictionary as it is, against being cut into
constexpr long kKeptNoun = 3000;          // ... something unknown (우크라 + 이나)
constexpr long kKeptBeforeWeak = 3000;    // ... a noun and something short (민간 + 인)
constexpr long kKeptTwoSyllables = 2000;  // ... one syllable and a particle (국 + 가)
// What a reading as content alone loses
constexpr long kRareLoses = 1300;         // when rare, to a noun and a particle (조선만)
constexpr long kPiecesLose = 700;         // when of several pieces, to any (예수 + 회의)
constexpr long kPiecesLoseToSafe = 2500;  // to a noun and a safe particle (불가리 + 아들이)
constexpr long kPiecesLoseToWeak = 1500;
constexpr long kPiecesLoseToSuffix =
    2500;  // to a compound's usual end and a particle (도쿄 + 부도)

// What a split gains by
constexpr long kSafeParticle = 500;
constexpr long kLongParticle = 1500;  // two syllables and more
constexpr long kNounBefore = 2500;
constexpr long kSuffixBefore = 800;
// and what it loses by cutting through a noun
constexpr long kCutsAfterSyllable = 1800;  // 안 + 보다 against 안보 + 다
constexpr long kCutsByRival = 700;         // 드라 + 마다 against 드라마 + 다
constexpr long kQuotedNoun = 1000;         // 만두 + 라는 against 만두라 + 는
/// For a noun and a particle that the dictionary never joins (vowel + 이지만).
constexpr long kUnseenParticle = 2500;

// By how much an inflected reading has to be cheaper than a noun
constexpr long kInflected = 500;              // 밝혔다고
constexpr long kInflectedLate = 3000;         // with content before the stem
constexpr long kInflectedThenContent = 4000;  // with content behind it (더불어민주당)
constexpr long kInflectedAgainstNoun = 2000;  // more, where the dictionary has the noun

/// -라고, -이라는, -이지만: behind a noun, not behind one that ends in 라 or 이.
bool begins_like_noun_end(std::string_view particle) {
    for (const std::string_view begin : {"라", "이라", "이지"}) {
        if (particle.size() > kSyllableBytes && particle.substr(0, begin.size()) == begin) {
            return true;
        }
    }
    return false;
}
}  // namespace

WordCutter::WordCutter(std::shared_ptr<const Dictionary> dictionary)
    : readings_(std::move(dictionary)) {}

KoreanForm WordCutter::cut(std::string_view word) {
    const std::string southern = south_spelling(word);
    if (!southern.empty()) {
        word = southern;
    }
    word_ = word;
    if (word.size() > kSyllableBytes && is_particle(word, false)) {
        return {std::string(word), {}};  // behind a quotation mark: "서울"이라는
    }
    readings_.read(word);
    return form_at(word.size());
}

bool WordCutter::is_listed_noun(std::size_t end) const {
    return listed_noun(word_.substr(0, end)) != nullptr;
}

/// Whether `holds` says yes to any entry of the dictionary that is the word's first `end` bytes.
template <typename Predicate>
bool WordCutter::any_entry(std::size_t end, Predicate holds) const {
    const std::vector<LatticeNode>& nodes = readings_.lattice().nodes();
    for (std::int32_t i = readings_.lattice().ending_at(end); i >= 0;
         i = nodes[i].next_ending_here) {
        if (nodes[i].begin == 0 && holds(nodes[i])) {
            return true;
        }
    }
    return false;
}

bool WordCutter::is_one_noun(std::size_t end) const {
    return any_entry(end, [](const LatticeNode& node) { return node.is_noun; })
           || is_listed_noun(end);
}

bool WordCutter::is_stem(std::size_t end) const {
    return any_entry(end, [](const LatticeNode& node) { return node.kind == Kind::Stem; });
}

/// Whether something that can be a noun ends in what compounds of the news end in: 도쿄부.
bool WordCutter::is_compound(std::size_t end) const {
    constexpr std::size_t kNounBytes = 2 * kSyllableBytes;
    if (end < kNounBytes + kSyllableBytes) {
        return false;
    }
    const std::size_t noun = end - kSyllableBytes;
    return is_compound_end(word_.substr(noun, kSyllableBytes))
           && (noun > kNounBytes + kSyllableBytes || is_one_noun(noun));
}

/// The likeliest noun of the dictionary with listed particles behind it, whatever the lattice says
/// of their joint.
WordCutter::Split WordCutter::noun_and_particles(
    std::size_t end, const std::vector<ParticleMatch>& listed
) const {
    Split best;
    long best_cost = kImpossible;
    for (const ParticleMatch& match : listed) {
        if (match.begin <= kSyllableBytes || !is_one_noun(match.begin)) {
            continue;
        }
        const bool ours = is_listed_noun(match.begin);
        const std::string_view particle = word_.substr(match.begin, end - match.begin);
        const long noun = ours ? 0 : readings_.nominal(match.begin).cost;
        const long cost = noun + (match.rival ? kCutsByRival : 0)
                          - (begins_like_noun_end(particle) ? kQuotedNoun : 0);
        if (ours || cost < best_cost) {
            const long help = kNounBefore + (particle.size() > kSyllableBytes ? kLongParticle : 0);
            const long plain = noun + kUnseenParticle;
            best = {match.begin, plain - help, plain, ours || !match.weak, false, true};
            best_cost = cost;
        }
        if (ours) {
            break;
        }
    }
    return best;
}

/// A way that ends in particles, with the help it deserves; not there when neither the list nor the
/// copula knows them. `noun` is where the likeliest noun of the dictionary ends, 0 without one.
WordCutter::Split WordCutter::weighed(
    const WordReadings::Tail& tail,
    const LatticeNode& last,
    std::size_t end,
    const std::vector<ParticleMatch>& listed,
    std::size_t noun
) const {
    const auto match = std::find_if(listed.begin(), listed.end(), [&tail](const auto& one) {
        return one.begin == tail.begin;
    });
    const bool is_listed = match != listed.end();
    const bool safe = is_listed && !match->weak;
    const bool rival = is_listed && match->rival;
    const long plain = tail.cost + readings_.lattice().end_cost(last) - (safe ? kSafeParticle : 0);
    long cost = plain;
    if (tail.begin < noun) {
        cost += tail.begin == kSyllableBytes ? kCutsAfterSyllable : 0;
        cost += rival ? kCutsByRival : 0;
    } else if (tail.begin > kSyllableBytes) {
        const bool is_long = end - tail.begin > kSyllableBytes;
        cost -= tail.begin == noun ? kNounBefore : 0;
        cost -= is_listed && !rival && is_long ? kLongParticle : 0;
        cost -= is_compound(tail.begin) ? kSuffixBefore : 0;
    }
    return {tail.begin, cost, plain, safe, tail.copula, is_listed || tail.copula};
}

/// The particles of a split are known by the list, or are the copula with any ending.
WordCutter::Split WordCutter::split(std::size_t end, const std::vector<ParticleMatch>& listed)
    const {
    const std::vector<LatticeNode>& nodes = readings_.lattice().nodes();
    Split best = noun_and_particles(end, listed);
    const std::size_t noun = best.begin;
    if (best.there && is_listed_noun(noun)) {
        return best;
    }
    for (std::int32_t i = readings_.lattice().ending_at(end); i >= 0;
         i = nodes[i].next_ending_here) {
        if (nodes[i].is_open) {
            continue;
        }
        for (const WordReadings::Tail& tail : readings_.tails(i)) {
            const Split one = weighed(tail, nodes[i], end, listed, noun);
            if (one.there && (!best.there || one.cost < best.cost)) {
                best = one;
            }
        }
    }
    return best;
}

/// What it costs to take the word for content alone, against `split`.
long WordCutter::kept_cost(const WordReadings::Path& kept, const Split& split, std::size_t end)
    const {
    const bool noun_before =
        split.there && split.begin > kSyllableBytes && is_one_noun(split.begin);
    if (!is_one_noun(end)) {
        if (noun_before) {
            return kept.cost + (split.safe ? kPiecesLoseToSafe : kPiecesLoseToWeak);
        }
        return kept.cost + (is_compound(split.begin) ? kPiecesLoseToSuffix : kPiecesLose);
    }
    if (!noun_before) {
        const bool two_syllables = split.there && split.safe && split.begin == kSyllableBytes;
        return kept.cost - (two_syllables ? kKeptTwoSyllables : kKeptNoun);
    }
    const bool rare = kept.cost >= kRareNoun;
    // -인, -일, -임 of the copula end nouns as well; its -다 does not.
    const bool ends_nouns = split.copula && end - split.begin == kSyllableBytes
                            && word_.substr(split.begin, kSyllableBytes) != "다";
    if (!split.safe && (ends_nouns || !rare)) {
        return kept.cost - kKeptBeforeWeak;
    }
    return kept.cost + (rare ? kRareLoses : 0);
}

long WordCutter::inflected_margin(
    const WordReadings::Path& path, std::int32_t content, const Split& split
) const {
    const LatticeNode* const node = content < 0 ? nullptr : &readings_.lattice().nodes()[content];
    const bool noun_before =
        split.there && split.begin > kSyllableBytes && is_one_noun(split.begin);
    const bool compound = split.there && is_compound(split.begin);
    if (node == nullptr) {
        return 0;
    }
    long margin =
        (noun_before ? kInflectedAgainstNoun : 0) + (compound ? kInflectedAgainstNoun : 0);
    if (node->kind == Kind::Content) {
        margin += content == path.last ? kInflectedThenContent : kInflected;
    } else {
        margin += node->begin == 0 ? kInflected : kInflectedLate;
    }
    return margin;
}

/// Where the particles begin inside what the dictionary knows nothing of: only the list can tell.
std::size_t WordCutter::end_of_unknown(
    const WordReadings::Path& kept, const std::vector<ParticleMatch>& listed, std::size_t end
) const {
    if (kept.last >= 0 && readings_.lattice().nodes()[kept.last].known) {
        return end;
    }
    for (const ParticleMatch& match : listed) {
        if (!match.weak
            && (kept.last < 0 || match.begin > readings_.lattice().nodes()[kept.last].begin)) {
            return match.begin;
        }
    }
    return end;
}

/// The form of the word's first `end` bytes, as if they stood alone.
KoreanForm WordCutter::form_at(std::size_t end) const {
    if (const std::vector<std::string>* parts = listed_noun(word_.substr(0, end))) {
        return {std::string(word_.substr(0, end)), *parts};
    }
    const std::vector<ParticleMatch> listed = particles_at_end(word_.substr(0, end));
    const WordReadings::Path kept = readings_.nominal(end);
    const Split cut = split(end, listed);
    const bool one_noun = is_one_noun(end);
    if (cut.there && is_listed_noun(cut.begin) && (!one_noun || kept.cost >= kRareNoun)) {
        return form_at(cut.begin);
    }
    const std::size_t unknown = cut.there ? end : end_of_unknown(kept, listed, end);
    if (unknown != end) {
        return form_before(unknown);
    }
    const WordReadings::Path path = readings_.any(end);
    const std::int32_t content = readings_.last_content(path);
    if (path.last >= 0 && !readings_.is_content_and_particles(path, content)) {
        const long help = content < 0 ? cut.plain_cost : cut.cost;
        const long noun = std::min(kept.cost, cut.there ? help : kImpossible);
        if (noun > path.cost + inflected_margin(path, content, cut)) {
            return inflected_form(content, end);
        }
    }
    const long cut_cost = one_noun ? cut.plain_cost : cut.cost;
    if (!cut.there || kept_cost(kept, cut, end) <= cut_cost) {
        return nominal_form(kept, end);
    }
    return form_before(cut.begin);
}

/// The form of what stands before a particle; before 은 of 많은, which is an ending, that of a stem.
KoreanForm WordCutter::form_before(std::size_t end) const {
    KoreanForm form = form_at(end);
    form.inflected = form.inflected || (!is_one_noun(end) && is_stem(end));
    return form;
}

KoreanForm WordCutter::nominal_form(const WordReadings::Path& path, std::size_t end) const {
    const std::vector<LatticeNode>& nodes = readings_.lattice().nodes();
    std::vector<std::int32_t> order;
    for (std::int32_t i = path.last; i >= 0; i = readings_.nominal_previous(i)) {
        order.push_back(i);
    }
    KoreanForm form{std::string(word_.substr(0, end)), {}};
    if (order.empty()) {
        form.parts.push_back(form.whole);
    }
    bool joins_next = false;
    bool unknown_before = false;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        const LatticeNode& node = nodes[*i];
        const std::size_t before = form.parts.size();
        if (!node.known && unknown_before) {
            form.parts.back().append(word_.substr(node.begin, node.end - node.begin));
        } else {
            readings_.lattice().append_content(node, form.parts);
        }
        // 비정상 is one part: what is 정상 must not be found by it.
        if (joins_next && before > 0 && form.parts.size() > before) {
            form.parts[before - 1].append(form.parts[before]);
            form.parts.erase(form.parts.begin() + static_cast<std::ptrdiff_t>(before));
        }
        joins_next = node.negates;
        unknown_before = !node.known;
    }
    return form;
}

/// The form of a word with a verb in it, or with a contraction. `content` is the last node that says
/// something.
KoreanForm WordCutter::inflected_form(std::int32_t content, std::size_t end) const {
    const std::vector<LatticeNode>& nodes = readings_.lattice().nodes();
    if (content < 0) {
        return {std::string(word_.substr(0, end)), {}};
    }
    const LatticeNode& last = nodes[content];
    if (last.kind == Kind::Content && last.end < end) {
        KoreanForm noun = form_at(last.end);  // 서약했다: the noun that -하다 makes a verb of
        noun.inflected = true;
        return noun;
    }
    std::vector<std::int32_t> path;
    for (std::int32_t i = content; i >= 0; i = readings_.previous(i)) {
        path.push_back(i);
    }
    KoreanForm form{std::string(word_.substr(0, last.begin)), {}};
    std::size_t before = 0;
    for (auto i = path.rbegin(); i != path.rend(); ++i) {
        before = form.parts.size();
        readings_.lattice().append_content(nodes[*i], form.parts);
    }
    if (last.kind == Kind::Content) {
        form.whole.append(word_.substr(last.begin, end - last.begin));
        return form;
    }
    if (before == form.parts.size()) {
        form.whole.append(word_.substr(last.begin, last.end - last.begin));
    }
    for (; before < form.parts.size(); ++before) {
        form.whole.append(form.parts[before]);
    }
    form.inflected = last.kind != Kind::Contraction;
    return form;
}
}  // namespace gisa::text
