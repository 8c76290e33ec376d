// SPDX-License-Identifier: GPL-2.0-or-later
//
// Gets UTF-8 as it comes, gives the normal form with the way back to the original bytes. First
// character by character: nearly all text is ASCII and Hangul syllables, copied at memory speed; a
// table of rules (fold.h) handles the typographer's characters; whatever is left goes through ICU's
// NFKC_Casefold, one cluster (a starter and what combines with it) at a time, so that offsets stay
// exact. Then word by word, for the few that hold Hanja or a grouped number (respell.h).
#include "common/text/normal_form.h"

#include <algorithm>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "common/text/fold.h"
#include "common/text/jamo.h"
#include "common/text/plain_stretch.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
const icu::Normalizer2& compatibility_fold() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const instance =
        icu::Normalizer2::getNFKCCasefoldInstance(status);
    return *instance;
}

const icu::Normalizer2& composition() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const instance = icu::Normalizer2::getNFCInstance(status);
    return *instance;
}

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const instance = icu::Normalizer2::getNFDInstance(status);
    return *instance;
}

/// What a letter that Unicode does not take apart is typed as on a keyboard without it; empty for
/// every other character. Small letters alone: case is folded by now.
std::u32string_view plain_spelling(char32_t letter) {
    switch (letter) {
        case U'æ':
            return U"ae";
        case U'ð':
        case U'đ':
            return U"d";
        case U'ø':
            return U"o";
        case U'þ':
            return U"th";
        case U'ħ':
            return U"h";
        case U'ı':
            return U"i";
        case U'ł':
            return U"l";
        case U'œ':
            return U"oe";
        default:
            return {};
    }
}

bool is_accent(char32_t character) {
    return character >= 0x0300 && character <= 0x036F;
}

/// Latin letters without their accents; everything else as it is.
std::u32string without_accents(const std::u32string& text) {
    std::u32string plain;
    bool behind_latin = false;  // whether the last character that is no mark is a Latin letter
    for (const char32_t letter : text) {
        const bool latin =
            (letter >= 0x00E0 && letter <= 0x024F) || (letter >= 0x1E00 && letter <= 0x1EFF);
        icu::UnicodeString parts;
        if (behind_latin && is_accent(letter)) {
            continue;  // one that composes with no letter: İ becomes i and a dot
        }
        if (const std::u32string_view spelling = plain_spelling(letter); !spelling.empty()) {
            plain += spelling;
        } else if (latin && decomposition().getDecomposition(static_cast<UChar32>(letter), parts) != 0) {
            plain += static_cast<char32_t>(parts.char32At(0));  // the base; marks follow it
        } else {
            plain += letter;
        }
        const bool jamo = letter >= 0x1160 && letter <= 0x11FF;
        const bool mark = may_combine(letter) && !jamo;
        if (!mark) {
            behind_latin = plain.back() >= U'a' && plain.back() <= U'z';
        }
    }
    return plain;
}

/// Written without branches, so that the compiler folds sixteen characters at a time.
constexpr char fold_ascii(char c) {
    const char lower = static_cast<char>(c + ('a' - 'A'));
    const char letter = c >= 'A' && c <= 'Z' ? lower : c;
    const char visible = letter == '\0' ? ' ' : letter;
    return visible == '`' ? '\'' : visible;
}
}  // namespace

/// Walks the original once and appends to a NormalForm.
class NormalForm::Builder {
  public:
    Builder(NormalForm& form, std::string_view utf8) : form_(form), utf8_(utf8) {}

    void run() {
        while (at_ < utf8_.size()) {
            plain();
            if (at_ < utf8_.size()) {
                other();
            }
        }
        // A last span of no length gives the end of the text its place.
        form_.spans_.push_back({form_.text_.size(), utf8_.size(), true});
    }

  private:
    /// A mark behind changes the character before it; what is invisible does not part them.
    [[nodiscard]] bool combines_behind(std::size_t next) const {
        while (next < utf8_.size() && static_cast<unsigned char>(utf8_[next]) >= 0xC2
               && !syllable_at(utf8_, next)) {
            const Decoded here = decode(utf8_, next);
            if (!here.valid || fold(here.character).rule != Rule::Drop) {
                return here.valid && may_combine(here.character);
            }
            next += here.bytes;
        }
        return false;
    }

    /// ASCII and Hangul syllables in one go. What stands behind them may combine with the last of
    /// them only.
    void plain() {
        std::size_t end = end_of_plain(utf8_, at_);
        if (end > at_ && combines_behind(end)) {
            end = previous_character(utf8_, end);
        }
        if (end == at_) {
            return;
        }
        linear();
        const auto out = static_cast<std::ptrdiff_t>(form_.text_.size());
        form_.text_.append(utf8_, at_, end - at_);
        const auto copied = form_.text_.begin() + out;
        std::transform(copied, form_.text_.end(), copied, fold_ascii);
        at_ = end;
    }

    void other() {
        const Decoded here = decode(utf8_, at_);
        if (!here.valid) {
            replace_by(kReplacement, 1);
            return;
        }
        Folded folded = fold(here.character);
        if (folded.rule != Rule::HalfWidth && folded.rule != Rule::Drop
            && combines_behind(at_ + here.bytes)) {
            folded.rule = Rule::Cluster;
        }
        switch (folded.rule) {
            case Rule::Copy:
                linear();
                append(here.character);
                at_ += here.bytes;
                break;
            case Rule::Replace:
                replace_by(folded.to, here.bytes);
                break;
            case Rule::Drop:
                at_ += here.bytes;
                linear_broken_ = true;
                break;
            case Rule::HalfWidth:
                half_width();
                break;
            case Rule::Cluster:
                cluster();
                break;
        }
    }

    /// A syllable of half-width letters.
    void half_width() {
        constexpr std::size_t kSeen = 4;
        std::u32string letters;
        std::size_t ends[kSeen] = {};
        for (std::size_t next = at_; next < utf8_.size() && letters.size() < kSeen;) {
            const Decoded here = decode(utf8_, next);
            next += here.bytes;
            if (here.valid && is_half_width_jamo(here.character)) {
                ends[letters.size()] = next;
                letters.push_back(letter_of_half_width(here.character));
            } else if (!here.valid || fold(here.character).rule != Rule::Drop) {
                break;
            }
        }
        const Composed composed = compose_letters(letters);
        span(at_);
        append(composed.character);
        at_ = ends[composed.letters - 1];
    }

    /// One starter and everything that composes with it, through ICU.
    void cluster() {
        const std::size_t begin = at_;
        icu::UnicodeString source;
        do {
            const Decoded here = decode(utf8_, at_);
            if (!here.valid) {
                break;
            }
            source.append(static_cast<UChar32>(here.character));
            at_ += here.bytes;
        } while (at_ < utf8_.size() && continues(at_));

        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString folded = compatibility_fold().normalize(source, status);
        // Circled and half-width letters fold to conjoining jamo, which only NFC joins again.
        const icu::UnicodeString composed = composition().normalize(folded, status);
        std::u32string out(static_cast<std::size_t>(composed.countChar32()), U'\0');
        composed.toUTF32(
            reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()), status
        );
        out = without_accents(out);
        span(begin);
        if (out.find(kFractionSlash) != std::u32string::npos && ends_in_digit()) {
            append(U' ');  // 2½ is 2 1/2, not 21/2
        }
        for (const char32_t letter : out) {
            const char32_t piece = loose_letter(letter);
            const Folded again = fold_sign(piece);
            if (again.rule != Rule::Drop) {
                append(again.rule == Rule::Replace ? again.to : piece);
            }
        }
    }

    [[nodiscard]] bool continues(std::size_t at) const {
        const Decoded next = decode(utf8_, at);
        if (!next.valid || next.character < 0x80 || is_half_width_jamo(next.character)) {
            return false;
        }
        return may_combine(next.character)
               || compatibility_fold().hasBoundaryBefore(static_cast<UChar32>(next.character)) == 0;
    }

    [[nodiscard]] bool ends_in_digit() const {
        return !form_.text_.empty() && form_.text_.back() >= '0' && form_.text_.back() <= '9';
    }

    void replace_by(char32_t to, std::uint32_t bytes) {
        span(at_);
        append(to);
        at_ += bytes;
    }

    void append(char32_t character) {
        const std::size_t begin = form_.text_.size();
        append_utf8(form_.text_, character);
        if (!is_han(character)) {
            return;
        }
        std::vector<ByteRange>& runs = form_.hanja_;
        if (runs.empty() || runs.back().end != begin) {
            runs.push_back({begin, begin});
        }
        runs.back().end = form_.text_.size();
    }

    /// Begins a span whose bytes all stand for original bytes from `begin` on.
    void span(std::size_t begin) {
        form_.spans_.push_back({form_.text_.size(), begin, false});
        linear_broken_ = true;
    }

    void linear() {
        if (linear_broken_) {
            form_.spans_.push_back({form_.text_.size(), at_, true});
            linear_broken_ = false;
        }
    }

    static constexpr char32_t kFractionSlash = 0x2044;

    NormalForm& form_;
    std::string_view utf8_;
    std::size_t at_ = 0;
    bool linear_broken_ = true;
};

void NormalForm::assign(std::string_view utf8) {
    text_.clear();
    text_.reserve(utf8.size());
    spans_.clear();
    hanja_.clear();
    original_size_ = utf8.size();
    Builder(*this, utf8).run();
    respell();
}

void NormalForm::respell() {
    edits_.clear();
    respell_hanja(text_, hanja_, edits_);
    respell_dotted_numbers(text_, edits_);
    respell_grouped_numbers(text_, edits_);
    std::sort(edits_.begin(), edits_.end(), [](const Edit& left, const Edit& right) {
        return left.where.begin < right.where.begin;
    });
    if (!edits_.empty()) {
        apply_edits();
    }
}

void NormalForm::apply_edits() {
    edited_text_.clear();
    edited_text_.reserve(text_.size() + edits_.size() * 8);
    edited_spans_.clear();
    std::size_t from = 0;
    for (const Edit& edit : edits_) {
        copy_stretch({from, edit.where.begin});
        if (!edit.to.empty()) {
            edited_spans_.push_back({edited_text_.size(), original_begin(edit.where.begin), false});
            edited_text_.append(edit.to);
        }
        from = edit.where.end;
    }
    copy_stretch({from, text_.size()});
    edited_spans_.push_back({edited_text_.size(), original_size_, true});
    text_.swap(edited_text_);
    spans_.swap(edited_spans_);
}

/// Copies a stretch that stays, with its spans.
void NormalForm::copy_stretch(ByteRange stretch) {
    if (stretch.begin == stretch.end) {
        return;
    }
    const std::size_t out = edited_text_.size();
    auto span = span_of(stretch.begin);
    edited_spans_.push_back({out, original_begin(stretch.begin), span->linear});
    for (++span; span != spans_.end() && span->normal < stretch.end; ++span) {
        edited_spans_.push_back({out + span->normal - stretch.begin, span->original, span->linear});
    }
    edited_text_.append(text_, stretch.begin, stretch.end - stretch.begin);
}

std::vector<NormalForm::Span>::const_iterator NormalForm::span_of(std::size_t normal) const {
    const auto after = std::upper_bound(
        spans_.begin(),
        spans_.end(),
        normal,
        [](std::size_t offset, const Span& span) { return offset < span.normal; }
    );
    return after - 1;
}

std::size_t NormalForm::original_begin(std::size_t normal) const {
    const auto span = span_of(normal);
    return span->linear ? span->original + (normal - span->normal) : span->original;
}

ByteRange NormalForm::original(ByteRange range) const {
    ByteRange original;
    original.begin = original_begin(range.begin);
    const auto last = span_of(range.end - 1);
    if (last->linear) {
        original.end = last->original + (range.end - last->normal);
    } else {
        const auto next = last + 1;
        original.end = next == spans_.end() ? original_size_ : next->original;
    }
    return original;
}

std::string normalized(std::string_view utf8) {
    NormalForm form;
    form.assign(utf8);
    return form.text();
}
}  // namespace gisa::text
