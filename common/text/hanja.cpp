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

class Readings {
  public:
    Readings() : near_(kLast - kFirst + 1) {
        for (const std::string_view line : list_lines(kHanjaReadingList)) {
            const std::vector<std::string_view> fields = list_fields(line);
            const char32_t character = character_of(fields.at(0));
            const char32_t reading = decode(fields.at(1), 0).character;
            if (is_near(character)) {
                near_[character - kFirst].reading = static_cast<char16_t>(reading);
            } else {
                far_.emplace(character, reading);
            }
        }
        for (const std::string_view line : list_lines(kHanjaPairList)) {
            const std::vector<std::string_view> fields = list_fields(line);
            const bool first = fields.at(0).front() == '^';
            const std::string_view pair = fields.at(0).substr(first ? 1 : 0);
            pairs_.emplace(pair, Pair{fields.at(1), first});
            near_.at(decode(pair, 0).character - kFirst).begins_pair = true;
        }
    }

    [[nodiscard]] std::optional<char32_t> of(char32_t character) const {
        if (is_near(character)) {
            const char32_t reading = near_[character - kFirst].reading;
            return reading == 0 ? std::nullopt : std::optional(reading);
        }
        const auto found = far_.find(character);
        return found == far_.end() ? std::nullopt : std::optional(found->second);
    }

    /// Of the two characters that `text` begins with; null when they are read one by one.
    [[nodiscard]] const Pair* pair(std::string_view text) const {
        const char32_t first = decode(text, 0).character;
        if (!is_near(first) || !near_[first - kFirst].begins_pair) {
            return nullptr;
        }
        const auto found = pairs_.find(text.substr(0, kPairBytes));
        return found == pairs_.end() ? nullptr : &found->second;
    }

    static constexpr std::size_t kPairBytes = 6;

  private:
    struct Near {
        char16_t reading = 0;  ///< a syllable; 0: none is known
        bool begins_pair = false;
    };

    // Where nearly all Hanja are, compatibility characters included: found without a search.
    static constexpr char32_t kFirst = 0x2E80;
    static constexpr char32_t kLast = 0xFAFF;

    static bool is_near(char32_t character) { return character >= kFirst && character <= kLast; }

    /// The character of a field as it stands, or written as U+F914.
    static char32_t character_of(std::string_view field) {
        std::uint32_t number = 0;
        if (field.substr(0, 2) == "U+"
            && std::from_chars(field.data() + 2, field.data() + field.size(), number, 16).ec
                   == std::errc()) {
            return number;
        }
        return decode(field, 0).character;
    }

    std::vector<Near> near_;
    std::unordered_map<char32_t, char32_t> far_;
    std::unordered_map<std::string_view, Pair, StringHash, std::equal_to<>> pairs_;
};

const Readings& readings() {
    static const Readings made;
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
        const Pair* const found = readings().pair(run_.substr(at_));
        if (found == nullptr || (found->only_first && at_ != 0)) {
            return false;
        }
        const std::string_view reading = found->reading;
        const Decoded first = decode(reading, 0);
        append_utf8(out_, at_initial() ? with_initial_law(first.character) : first.character);
        out_.append(reading.substr(first.bytes));
        at_ += Readings::kPairBytes;
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

    /// 不 is 부 before ㄷ and ㅈ: 不正 부정, 不動産 부동산.
    [[nodiscard]] std::optional<char32_t> reading_of(const Decoded& here) const {
        const std::size_t next = at_ + here.bytes;
        if (here.character == U'不' && next < run_.size()) {
            const std::optional<char32_t> behind = readings().of(decode(run_, next).character);
            if (behind
                && (lead_consonant(*behind) == kLeadDigeut || lead_consonant(*behind) == kLeadJieut
                )) {
                return U'부';
            }
        }
        return readings().of(here.character);
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
