// SPDX-License-Identifier: GPL-2.0-or-later
//
// Gets UTF-8 as it comes, gives the normal form with the way back to the original bytes. Nearly all
// text is ASCII, Hangul syllables and plain Hanja, copied at memory speed; a small switch handles
// the typographer's characters; whatever is left goes through ICU's NFKC_Casefold, one cluster
// (a starter and what combines with it) at a time, so that offsets stay exact.
#include "common/text/normal_form.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "common/text/utf8.h"

namespace gisa::text {
namespace {
/// What the switch says of a character.
enum class Rule { Copy, Replace, Drop, Cluster };

struct Folded {
    Rule rule = Rule::Copy;
    char32_t to = 0;
};

constexpr bool is_conjoining_jamo(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F)
           || (c >= 0xD7B0 && c <= 0xD7FF);
}

/// Marks that join the character before them: their presence sends it to ICU.
constexpr bool may_combine(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || is_conjoining_jamo(c) || (c >= 0x1AB0 && c <= 0x1AFF)
           || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x3099 && c <= 0x309A)
           || (c >= 0xFE20 && c <= 0xFE2F) || (c >= 0xFF9E && c <= 0xFF9F)
           || (c >= 0xFFA0 && c <= 0xFFDC);
}

constexpr Folded replace(char32_t to) {
    return {.rule = Rule::Replace, .to = to};
}

constexpr Folded fold_punctuation(char32_t c) {
    switch (c) {
        case 0x00AD:  // soft hyphen
        case 0x200B:  // zero-width space, non-joiner, joiner, direction marks
        case 0x200C:
        case 0x200D:
        case 0x200E:
        case 0x200F:
        case 0x2060:
        case 0xFEFF:
            return {.rule = Rule::Drop};
        case 0x00A0:
        case 0x202F:
        case 0x205F:
        case 0x3000:
        case 0x2028:
        case 0x2029:
            return replace(U' ');
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x02BC:
            return replace(U'\'');
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
            return replace(U'"');
        case 0x2010:
        case 0x2011:
        case 0x2212:
            return replace(U'-');
        case 0x318D:  // ㆍ, the vowel letter that Korean keyboards give as a middle dot
        case 0x119E:
        case 0x2027:
        case 0x2022:
        case 0x30FB:
        case 0xFF65:
            return replace(0x00B7);
        default:
            return {};
    }
}

Folded fold(char32_t c) {
    if (is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x00B7) {
        return {};
    }
    if (c >= 0x2000 && c <= 0x200A) {
        return replace(U' ');
    }
    const Folded punctuation = fold_punctuation(c);
    if (punctuation.rule != Rule::Copy) {
        return punctuation;
    }
    if (c >= 0x3131 && c <= 0x318E) {
        return {};
    }
    if (c == kReplacement || (c >= 0x2013 && c <= 0x2026) || (c >= 0x3001 && c <= 0x3011)) {
        return {};
    }
    return {.rule = Rule::Cluster};
}

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

constexpr char fold_ascii(char c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c + ('a' - 'A'));
    }
    return c == '\0' ? ' ' : c;
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
    /// A mark right behind changes the character before it.
    [[nodiscard]] bool combines_behind(std::size_t next) const {
        if (next >= utf8_.size() || static_cast<unsigned char>(utf8_[next]) < 0xCC) {
            return false;
        }
        return may_combine(decode(utf8_, next).character);
    }

    /// Whether a well-formed Hangul syllable stands at `at`: U+AC00 to U+D7A3 in UTF-8.
    [[nodiscard]] bool syllable_at(std::size_t at) const {
        if (at + 3 > utf8_.size()) {
            return false;
        }
        const auto first = static_cast<unsigned char>(utf8_[at]);
        const auto second = static_cast<unsigned char>(utf8_[at + 1]);
        const auto third = static_cast<unsigned char>(utf8_[at + 2]);
        if ((second & 0xC0U) != 0x80U || (third & 0xC0U) != 0x80U) {
            return false;
        }
        const bool above = first > 0xEA || (first == 0xEA && second >= 0xB0);
        const bool below =
            first < 0xED || (first == 0xED && (second < 0x9E || (second == 0x9E && third <= 0xA3)));
        return above && below;
    }

    /// The longest stretch of ASCII and Hangul syllables, nearly all of any text, in one go. What
    /// stands behind it may combine with its last character only.
    void plain() {
        const std::size_t begin = at_;
        std::size_t last = at_;
        std::size_t end = at_;
        while (end < utf8_.size()) {
            if (static_cast<unsigned char>(utf8_[end]) < 0x80) {
                last = end++;
            } else if (syllable_at(end)) {
                last = end;
                end += 3;
            } else {
                break;
            }
        }
        if (end > begin && combines_behind(end)) {
            end = last;
        }
        if (end > begin) {
            linear();
            const std::size_t out = form_.text_.size();
            form_.text_.append(utf8_, begin, end - begin);
            std::transform(
                form_.text_.begin() + static_cast<std::ptrdiff_t>(out),
                form_.text_.end(),
                form_.text_.begin() + static_cast<std::ptrdiff_t>(out),
                fold_ascii
            );
            at_ = end;
        }
    }

    void other() {
        const Decoded here = decode(utf8_, at_);
        if (!here.valid) {
            replace_by(kReplacement, 1);
            return;
        }
        const bool combined = combines_behind(at_ + here.bytes);
        const Folded folded = combined ? Folded{.rule = Rule::Cluster} : fold(here.character);
        switch (folded.rule) {
            case Rule::Copy:
                linear();
                form_.text_.append(utf8_, at_, here.bytes);
                at_ += here.bytes;
                break;
            case Rule::Replace:
                replace_by(folded.to, here.bytes);
                break;
            case Rule::Drop:
                at_ += here.bytes;
                linear_broken_ = true;
                break;
            case Rule::Cluster:
                cluster();
                break;
        }
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
        std::string out;
        // Circled and half-width letters fold to conjoining jamo, which only NFC joins again.
        composition().normalize(folded, status).toUTF8String(out);
        span(begin);
        for (std::size_t i = 0; i < out.size();) {
            const Decoded piece = decode(out, i);
            const Folded again = fold_punctuation(piece.character);
            if (again.rule == Rule::Replace) {
                append_utf8(form_.text_, again.to);
            } else if (again.rule == Rule::Copy) {
                form_.text_.append(out, i, piece.bytes);
            }
            i += piece.bytes;
        }
    }

    [[nodiscard]] bool continues(std::size_t at) const {
        const Decoded next = decode(utf8_, at);
        return next.valid && next.character >= 0x80
               && compatibility_fold().hasBoundaryBefore(static_cast<UChar32>(next.character)) == 0;
    }

    void replace_by(char32_t to, std::uint32_t bytes) {
        span(at_);
        append_utf8(form_.text_, to);
        at_ += bytes;
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

    NormalForm& form_;
    std::string_view utf8_;
    std::size_t at_ = 0;
    bool linear_broken_ = true;
};

void NormalForm::assign(std::string_view utf8) {
    text_.clear();
    spans_.clear();
    original_size_ = utf8.size();
    Builder(*this, utf8).run();
}

ByteRange NormalForm::original(ByteRange range) const {
    const auto span_of = [this](std::size_t normal) {
        const auto after = std::upper_bound(
            spans_.begin(),
            spans_.end(),
            normal,
            [](std::size_t offset, const Span& span) { return offset < span.normal; }
        );
        return after - 1;
    };
    const auto first = span_of(range.begin);
    const auto last = span_of(range.end - 1);
    ByteRange original;
    original.begin =
        first->linear ? first->original + (range.begin - first->normal) : first->original;
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
