// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run of Hanja as it would be written in Hangul. Characters have one reading each here; pairs that
// are read otherwise stand in a list, and three laws of spelling do the rest. Of the 234,319 Hanja
// words of libhangul's word list 98.1 % are read as that list has them.
#include "common/text/hanja.h"

#include <charconv>
#include <optional>
#include <unordered_map>
#include <vector>

#include "common/text/embedded_list.h"
#include "common/text/hanja_shorthand.h"
#include "common/text/string_hash.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
struct Pair {
    std::string_view reading;
    bool only_first = false;
};

struct Readings {
    std::unordered_map<char32_t, char32_t> characters;
    std::unordered_map<std::string_view, Pair, StringHash, std::equal_to<>> pairs;
};

/// The character of a field as it stands, or written as U+F914.
char32_t character_of(std::string_view field) {
    std::uint32_t number = 0;
    if (field.substr(0, 2) == "U+"
        && std::from_chars(field.data() + 2, field.data() + field.size(), number, 16).ec
               == std::errc()) {
        return number;
    }
    return decode(field, 0).character;
}

Readings read_lists() {
    Readings made;
    for (const std::string_view line : list_lines(kHanjaReadingList)) {
        const std::vector<std::string_view> fields = list_fields(line);
        made.characters.emplace(character_of(fields.at(0)), decode(fields.at(1), 0).character);
    }
    for (const std::string_view line : list_lines(kHanjaPairList)) {
        const std::vector<std::string_view> fields = list_fields(line);
        const bool first = fields.at(0).front() == '^';
        made.pairs.emplace(fields.at(0).substr(first ? 1 : 0), Pair{fields.at(1), first});
    }
    return made;
}

const Readings& readings() {
    static const Readings made = read_lists();
    return made;
}

bool is_compatibility(char32_t c) {
    return c >= 0xF900 && c <= 0xFAFF;
}

/// Reads one run from its beginning to its end.
class Reader {
  public:
    /// `initial`: the run begins a word.
    Reader(std::string_view run, bool initial) : run_(run), initial_(initial) {}

    std::string read() {
        while (at_ < run_.size()) {
            if (!pair()) {
                character();
            }
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool at_initial() const { return initial_ && at_ == 0; }

    bool pair() {
        constexpr std::size_t kPairBytes = 6;
        const auto found = readings().pairs.find(run_.substr(at_, kPairBytes));
        if (found == readings().pairs.end() || (found->second.only_first && at_ != 0)) {
            return false;
        }
        const std::string_view reading = found->second.reading;
        const Decoded first = decode(reading, 0);
        append_utf8(out_, at_initial() ? with_initial_law(first.character) : first.character);
        out_.append(reading.substr(first.bytes));
        at_ += kPairBytes;
        return true;
    }

    void character() {
        const Decoded here = decode(run_, at_);
        const std::optional<char32_t> reading =
            here.character == U'々' ? before_ : reading_of(here);
        before_ = reading;
        if (!reading) {
            append_utf8(out_, here.character);
        } else if (is_compatibility(here.character)) {
            append_utf8(out_, *reading);
        } else if (at_initial()) {
            append_utf8(out_, with_initial_law(*reading));
        } else {
            append_utf8(out_, inside(*reading));
        }
        at_ += here.bytes;
    }

    static std::optional<char32_t> listed(char32_t character) {
        const auto found = readings().characters.find(character);
        return found == readings().characters.end() ? std::nullopt : std::optional(found->second);
    }

    /// 不 is 부 before ㄷ and ㅈ: 不正 부정, 不動産 부동산.
    [[nodiscard]] std::optional<char32_t> reading_of(const Decoded& here) const {
        const std::size_t next = at_ + here.bytes;
        if (here.character == U'不' && next < run_.size()) {
            const std::optional<char32_t> behind = listed(decode(run_, next).character);
            if (behind
                && (lead_consonant(*behind) == kLeadDigeut || lead_consonant(*behind) == kLeadJieut
                )) {
                return U'부';
            }
        }
        return listed(here.character);
    }

    [[nodiscard]] char32_t last() const {
        return out_.empty() ? 0 : decode(out_, previous_character(out_, out_.size())).character;
    }

    /// Inside a word 렬 and 률 lose their ㄹ behind a vowel or ㄴ (article 11: 比率 비율, 系列 계열).
    [[nodiscard]] char32_t inside(char32_t reading) const {
        if ((reading == U'렬' || reading == U'률') && is_hangul_syllable(last())
            && (final_consonant(last()) == kNoFinal || final_consonant(last()) == kFinalNieun)) {
            return reading == U'렬' ? U'열' : U'율';
        }
        return reading;
    }

    std::string_view run_;
    bool initial_;
    std::size_t at_ = 0;
    std::optional<char32_t> before_;  ///< the last reading, for the repetition mark 々
    std::string out_;
};
}  // namespace

HanjaReading read_hanja(std::string_view text, ByteRange run) {
    if (std::optional<HanjaReading> name = read_shorthand(text, run, place_of(text, run))) {
        return *std::move(name);
    }
    return {read_hanja_plainly(text, run), {}};
}

std::string read_hanja_plainly(std::string_view text, ByteRange run) {
    const Neighbour left = place_of(text, run).left;
    const bool initial = left != Neighbour::Hangul && left != Neighbour::Digit;
    return Reader(text.substr(run.begin, run.end - run.begin), initial).read();
}
}  // namespace gisa::text
