// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/biwords.h"

#include <algorithm>
#include <string>

#include "common/text/fnv.h"
#include "common/text/normal_form.h"
#include "common/text/particles.h"
#include "common/text/utf8.h"

namespace gisa::schema {
namespace {
using text::Run;
using text::Script;

constexpr std::size_t kMostDigits = 4;

/// What a word shows to its neighbour: a few bytes.
using Side = std::string;

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// A letter or digit of a Latin run, which else has ASCII signs inside.
bool is_latin(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z')
           || static_cast<unsigned char>(byte) >= 0x80;
}

/// Text in normal form is well-formed, so its first byte tells how long a character is.
std::size_t bytes_of_character(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x80) {
        return 1;
    }
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether the sign at `at` may stand between words.
bool may_part(std::string_view text, std::size_t at, Between between) {
    if (between == Between::Spaces) {
        return false;
    }
    const char32_t character = text::decode(text, at).character;
    return text::parts_words(character)
           && (between == Between::All || !text::ends_sentence(character));
}

/// Where the character before `at` begins.
std::size_t before(std::string_view word, std::size_t at) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

/// Where the last two characters of `word` begin; nothing when it has but one.
std::optional<std::size_t> last_two(std::string_view word) {
    if (word.empty()) {
        return std::nullopt;
    }
    const std::size_t last = before(word, word.size());
    if (last == 0) {
        return std::nullopt;
    }
    return before(word, last);
}

/// Where the first two characters of `word` end; nothing when it has but one.
std::optional<std::size_t> first_two(std::string_view word) {
    if (word.empty()) {
        return std::nullopt;
    }
    const std::size_t first = bytes_of_character(word.front());
    if (first >= word.size()) {
        return std::nullopt;
    }
    return first + bytes_of_character(word[first]);
}

/// The first letters or digits of a Latin word, its signs passed over. A stem begins as its word
/// does, but for die and dying.
Side latin_side(std::string_view word) {
    Side side;
    const auto first = std::find_if(word.begin(), word.end(), is_latin);
    const bool number = first != word.end() && is_digit(*first);
    for (std::size_t at = 0, characters = 0; at < word.size();) {
        const std::size_t bytes = bytes_of_character(word[at]);
        if (is_latin(word[at])) {
            if (characters == (number ? kMostDigits : 2) || (number && !is_digit(word[at]))) {
                break;
            }
            side.append(characters == 1 && word[at] == 'y' ? "i" : word.substr(at, bytes));
            ++characters;
        }
        at += bytes;
    }
    return side;
}

Biword number_of(std::string_view before, std::string_view behind) {
    text::Fnv64 hash;
    hash.add(before);
    hash.add(std::string_view("\0", 1));
    hash.add(behind);
    // FNV's upper bits know little of the last bytes. Source of the multiplier: Knuth, TAOCP 3, 6.4.
    constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15U;
    const std::uint64_t mixed = (hash.value() ^ (hash.value() >> 32U)) * kGoldenRatio;
    return static_cast<Biword>((mixed >> 32U) % kBiwords);
}

/// Whether the whole of a word is Latin, by its first character: pieces are of one script.
bool is_latin_word(std::string_view word) {
    constexpr char32_t kBehindLatin = 0x0250;
    return text::decode(word, 0).character < kBehindLatin;
}

/// What a piece shows to the one before it; empty when it is too short to tell.
Side begin_of(std::string_view piece) {
    if (is_latin_word(piece)) {
        return latin_side(piece);
    }
    const auto two = first_two(piece);
    return two ? Side(piece.substr(0, *two)) : Side();
}

/// Collects the biwords of one text.
class Collector {
  public:
    Collector(std::string_view text, std::span<const Run> runs, std::vector<Biword>& biwords)
        : text_(text),
          runs_(runs),
          biwords_(biwords) {}

    void collect() {
        for (std::size_t run = 0; run < runs_.size(); ++run) {
            if (runs_[run].script == Script::Latin) {
                add_inside_latin(text_of(run));
            } else {
                add_inside(text_of(run));
                add_behind_counter(run);
            }
            if (run + 1 < runs_.size()) {
                add_between(run);
            }
        }
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t run) const {
        const ByteRange where = runs_[run].where;
        return text_.substr(where.begin, where.end - where.begin);
    }

    /// Two characters on each side of every seam inside a word.
    void add_inside(std::string_view word) {
        std::size_t begin = 0;
        std::optional<std::size_t> seam = first_two(word);
        while (seam && *seam < word.size()) {
            const std::string_view rest = word.substr(*seam);
            const std::optional<std::size_t> two = first_two(rest);
            if (!two) {
                return;
            }
            biwords_.push_back(number_of(word.substr(begin, *seam - begin), rest.substr(0, *two)));
            begin += bytes_of_character(word[begin]);
            seam = *seam + bytes_of_character(word[*seam]);
        }
    }

    /// What follows the counter of a number in one word: 1986년미국.
    void add_behind_counter(std::size_t run) {
        const std::string_view word = text_of(run);
        const std::size_t counter = bytes_of_character(word.front());
        const std::string_view rest = word.substr(counter);
        const auto two = first_two(rest);
        if (!two || !counts(run)) {
            return;
        }
        ends_.clear();
        add_counted(run, word.substr(0, counter));
        for (const Side& end : ends_) {
            biwords_.push_back(number_of(end, rest.substr(0, *two)));
        }
    }

    /// The words of o'neil, covid-19 and dying-3.5.
    void add_inside_latin(std::string_view word) {
        for (std::size_t at = 0; at < word.size();) {
            const auto sign = std::find_if_not(
                word.begin() + static_cast<std::ptrdiff_t>(at), word.end(), is_latin
            );
            const auto end = static_cast<std::size_t>(sign - word.begin());
            const std::size_t next = skip_between(word, end, Between::Signs);
            if (next > end && next < word.size() && is_latin(word[next]) && end > at) {
                begins_.clear();
                add_latin(word.substr(next), stretch(word, next), begins_);
                for (const Side& begin : begins_) {
                    biwords_.push_back(number_of(latin_side(word.substr(at, end - at)), begin));
                }
            }
            at = std::max(next, end + 1);
        }
    }

    /// The letters and digits from `at` on.
    static std::string_view stretch(std::string_view word, std::size_t at) {
        std::size_t end = at;
        while (end < word.size() && is_latin(word[end])) {
            ++end;
        }
        return word.substr(at, end - at);
    }

    void add_between(std::size_t run) {
        if (!near_next(run)) {
            return;
        }
        begins_.clear();
        ends_.clear();
        add_begins(run + 1);
        if (begins_.empty()) {
            return;
        }
        add_ends(run);
        for (const Side& end : ends_) {
            for (const Side& begin : begins_) {
                biwords_.push_back(number_of(end, begin));
            }
        }
    }

    /// Where a run ends as far as what follows it cares: the last dot of U.S. is part of it.
    [[nodiscard]] std::size_t end_of(std::size_t run) const {
        const std::size_t end = runs_[run].where.end;
        const bool dotted = runs_[run].script == Script::Latin
                            && text_of(run).find('.') != std::string_view::npos
                            && text_.compare(end, 1, ".") == 0;
        return end + (dotted ? 1 : 0);
    }

    [[nodiscard]] bool near_next(std::size_t run, Between between = Between::Signs) const {
        const std::size_t next = runs_[run + 1].where.begin;
        return skip_between(text_, end_of(run), between) == next
               || skip_between(text_, runs_[run].where.end, between) == next;
    }

    void add_begins(std::size_t run) {
        const std::string_view word = text_of(run);
        if (runs_[run].script == Script::Latin) {
            add_latin(word, stretch(word, 0), begins_);
        } else if (const auto two = first_two(word)) {
            begins_.emplace_back(word.substr(0, *two));
        }
    }

    /// A run with signs is found as a whole and by the part that stands at the seam.
    static void add_latin(std::string_view word, std::string_view part, std::vector<Side>& sides) {
        sides.push_back(latin_side(word));
        if (part.size() == word.size() || part.empty()) {
            return;
        }
        Side one = latin_side(part);
        if (one != sides.back()) {
            sides.push_back(std::move(one));
        }
    }

    void add_ends(std::size_t run) {
        add_end_of_run(run);
        if (runs_[run].script != Script::Korean) {
            return;
        }
        // With a particle behind it, the word before the particle stands there, too.
        const std::string_view word = text_of(run);
        text::particle_begins(word, particles_);
        for (const std::size_t particle : particles_) {
            if (particle > 0) {
                add_end(run, word.substr(0, particle));
            } else if (run > 0 && text::skip_closers(text_, end_of(run - 1)) == runs_[run].where.begin) {
                add_end_of_run(run - 1);
            }
        }
    }

    void add_end_of_run(std::size_t run) {
        const std::string_view word = text_of(run);
        if (runs_[run].script == Script::Latin) {
            add_latin_ends(word);
        } else {
            add_end(run, word);
        }
    }

    /// A run with signs is found from each letter or number behind one on: covid-19, o'neil-r&d.
    void add_latin_ends(std::string_view word) {
        for (std::size_t at = 0; at < word.size(); ++at) {
            if (is_latin(word[at]) && (at == 0 || !is_latin(word[at - 1]))) {
                ends_.push_back(latin_side(word.substr(at)));
            }
        }
    }

    /// `word` is what `run` begins with.
    void add_end(std::size_t run, std::string_view word) {
        if (const auto two = last_two(word)) {
            ends_.emplace_back(word.substr(*two));
        } else if (counts(run)) {
            add_counted(run, word);
        }
    }

    void add_counted(std::size_t run, std::string_view counter) {
        const std::size_t first = ends_.size();
        add_latin_ends(text_of(run - 1));
        for (std::size_t i = first; i < ends_.size(); ++i) {
            ends_[i].append(counter);
        }
    }

    /// Whether the first syllable of a run may count the number, or Latin word, before it: 월 of
    /// 9월 10일.
    [[nodiscard]] bool counts(std::size_t run) const {
        return runs_[run].script == Script::Korean && run > 0
               && runs_[run - 1].script == Script::Latin && near_next(run - 1, Between::Spaces);
    }

    std::string_view text_;
    std::span<const Run> runs_;
    std::vector<Biword>& biwords_;
    std::vector<Side> begins_;
    std::vector<Side> ends_;
    std::vector<std::size_t> particles_;
};

/// Whether normalising reads a character by what stands around it, or may join it to that.
bool is_read_in_context(char32_t character) {
    const bool conjoining = (character >= 0x1100 && character <= 0x11FF)
                            || (character >= 0xA960 && character <= 0xA97F)
                            || (character >= 0xD7B0 && character <= 0xD7FF);
    return conjoining || text::is_han(character);
}

bool has_sign_or_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char byte) {
        return is_digit(byte) || !is_latin(byte);
    });
}

/// The seams of a literal that every text with it has.
class LiteralSeams {
  public:
    explicit LiteralSeams(std::string_view normal) : normal_(normal) { text::scan(normal, runs_); }

    [[nodiscard]] std::vector<Biword> biwords() const {
        std::vector<Biword> biwords;
        for (std::size_t run = 0; run < runs_.size(); ++run) {
            const std::string_view here = text_of(run);
            if (runs_[run].script != Script::Latin) {
                const Run alone{runs_[run].script, {0, here.size()}, 0};
                add_biwords(here, {&alone, 1}, biwords);
            }
            if (!joins_next(run, Between::Signs) || is_cut_off(run) || is_cut_off(run + 1)) {
                continue;
            }
            const std::string_view next = text_of(run + 1);
            const auto one =
                counts(run) ? counted_biword(text_of(run - 1), here, next) : biword(here, next);
            if (one) {
                biwords.push_back(*one);
            }
        }
        return biwords;
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t run) const {
        const ByteRange where = runs_[run].where;
        return normal_.substr(where.begin, where.end - where.begin);
    }

    [[nodiscard]] bool joins_next(std::size_t run, Between between) const {
        return run + 1 < runs_.size()
               && skip_between(normal_, runs_[run].where.end, between)
                      == runs_[run + 1].where.begin;
    }

    /// 10 may go on as 10,000 behind the literal, and 19 have begun as covid-19 before it.
    [[nodiscard]] bool is_cut_off(std::size_t run) const {
        return (run == 0 || run + 1 == runs_.size()) && runs_[run].script == Script::Latin
               && has_sign_or_digit(text_of(run));
    }

    /// Whether a run is a syllable that counts the number before it.
    [[nodiscard]] bool counts(std::size_t run) const {
        return runs_[run].script == Script::Korean && !first_two(text_of(run)) && run > 0
               && runs_[run - 1].script == Script::Latin && joins_next(run - 1, Between::Spaces)
               && !is_cut_off(run - 1);
    }

    std::string_view normal_;
    std::vector<Run> runs_;
};
}  // namespace

std::size_t skip_between(std::string_view normal_text, std::size_t at, Between between) {
    for (std::size_t skipped = 0; at < normal_text.size() && skipped < kMostBetween; ++skipped) {
        const char here = normal_text[at];
        const bool space = here == ' ' || here == '\n';
        if (!space && !may_part(normal_text, at, between)) {
            break;
        }
        at += bytes_of_character(here);
    }
    return at;
}

std::optional<Biword> biword(std::string_view before, std::string_view behind) {
    Side end;
    if (is_latin_word(before)) {
        end = latin_side(before);
    } else if (const auto two = last_two(before)) {
        end = before.substr(*two);
    }
    const Side begin = begin_of(behind);
    return end.empty() || begin.empty() ? std::nullopt : std::optional(number_of(end, begin));
}

std::optional<Biword> counted_biword(
    std::string_view number, std::string_view counter, std::string_view behind
) {
    const Side begin = begin_of(behind);
    return begin.empty() ? std::nullopt
                         : std::optional(number_of(latin_side(number).append(counter), begin));
}

void add_biwords(
    std::string_view normal_text, std::span<const Run> runs, std::vector<Biword>& biwords
) {
    Collector(normal_text, runs, biwords).collect();
}

std::vector<Biword> biwords_of_literal(std::string_view literal) {
    for (std::size_t at = 0; at < literal.size(); at += text::decode(literal, at).bytes) {
        if (is_read_in_context(text::decode(literal, at).character)) {
            return {};
        }
    }
    const std::string normal = text::normalized(literal);
    return LiteralSeams(normal).biwords();
}
}  // namespace gisa::schema
