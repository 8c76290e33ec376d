// SPDX-License-Identifier: GPL-2.0-or-later
//
// The first step: bytes to tokens. It knows how signs look (full-width forms, kinds of quotes, what
// a hyphen means where), and nothing of how tokens combine.
#include "searcher/parse/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/messages/tr.h"
#include "common/text/utf8.h"
#include "searcher/parse/at_least.h"
#include "searcher/parse/characters.h"

namespace gisa::searcher {
namespace {
using Kind = Token::Kind;

constexpr std::size_t kQuoteKinds = 4;
/// Bytes of atleast with nine digits, full-width.
constexpr std::size_t kLongestSign = 48;

constexpr std::string_view kWideColon = "：";
constexpr std::string_view kWideStar = "＊";

/// As text::decode, quicker for ASCII: rubbish may be long.
text::Decoded decoded(std::string_view utf8, std::size_t at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    return byte < 0x80 ? text::Decoded{.character = byte} : text::decode(utf8, at);
}

std::size_t index_of(Quote quote) {
    return static_cast<std::size_t>(quote);
}

/// Which kinds may close a phrase, best first: its own, then what people mix it with.
std::array<Quote, 3> closers_of(Quote opener) {
    switch (opener) {
        case Quote::Corner:
            return {Quote::Corner, Quote::DoubleCorner, Quote::Straight};
        case Quote::DoubleCorner:
            return {Quote::DoubleCorner, Quote::Corner, Quote::Straight};
        default:
            return {Quote::Straight, Quote::Corner, Quote::DoubleCorner};
    }
}

std::optional<Kind> prefix_of(char32_t character) {
    switch (character) {
        case U'-':
        case U'!':
            return Kind::Not;
        case U'+':
            return Kind::Plus;
        default:
            return std::nullopt;
    }
}

std::optional<Kind> operator_of(std::string_view word) {
    // The longest operator is three full-width letters.
    if (word.size() > 9) {
        return std::nullopt;
    }
    const std::string typed = narrow(word);
    if (typed == "AND" || typed == "&" || typed == "&&") {
        return Kind::And;
    }
    if (typed == "OR" || typed == "|" || typed == "||") {
        return Kind::Or;
    }
    if (typed == "NOT") {
        return Kind::Not;
    }
    return std::nullopt;
}

/// A sentence in capitals (a headline, an old telegram) writes its ANDs and NOTs as words: no small
/// letter anywhere, and too many words in capitals for a list of acronyms.
bool is_all_capitals(std::string_view query) {
    constexpr std::size_t kFewest = 5;
    const bool small =
        std::any_of(query.begin(), query.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    std::size_t words = 0;
    for (std::size_t at = 0; at < query.size() && !small && words < kFewest;) {
        const std::size_t begin = query.find_first_not_of(" \t\n", at);
        at = begin == std::string_view::npos ? query.size() : query.find_first_of(" \t\n", begin);
        at = std::min(at, query.size());
        const std::string_view word =
            begin < at ? query.substr(begin, at - begin) : std::string_view();
        const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
        words += capital && !operator_of(word) ? std::size_t{1} : std::size_t{0};
    }
    return !small && words == kFewest;
}

bool only_prefixes(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const text::Decoded next = decoded(word, at);
        if (!prefix_of(narrow(next.character))) {
            return false;
        }
        at += next.bytes;
    }
    return true;
}

bool takes_operand(Kind kind) {
    return kind == Kind::Not || kind == Kind::Plus || kind == Kind::Field || kind == Kind::AtLeast;
}

class Lexer {
  public:
    Lexer(std::string_view query, Notices& notices)
        : query_(query),
          notices_(notices),
          all_capitals_(is_all_capitals(query)) {
        for (std::size_t at = 0; at < query.size();) {
            const text::Decoded next = decoded(query, at);
            last_closer_[index_of(closing_quote(next.character))] = at;
            at += next.bytes;
        }
    }

    LexedQuery run() {
        for (skip_blanks(); at_ < query_.size(); skip_blanks()) {
            if (lexed_.tokens.size() == kMostTokens) {
                cut_at(at_);
            } else {
                read_token();
            }
        }
        return std::move(lexed_);
    }

  private:
    [[nodiscard]] text::Decoded character_at(std::size_t at) const { return decoded(query_, at); }

    [[nodiscard]] std::string_view piece(ByteRange where) const {
        return query_.substr(where.begin, where.end - where.begin);
    }

    void skip_blanks() {
        while (at_ < query_.size()) {
            const text::Decoded next = character_at(at_);
            if (!is_blank(next.character) && !is_invisible(next.character)) {
                return;
            }
            at_ += next.bytes;
        }
    }

    void push(Kind kind, std::size_t end, std::string_view text = {}, Field field = Field::Title) {
        lexed_.tokens.push_back({.kind = kind, .where = {at_, end}, .text = text, .field = field});
        at_ = end;
    }

    /// Whether the character at hand touches a sign that wants an operand: -AND means the word AND.
    [[nodiscard]] bool attached() const {
        return !lexed_.tokens.empty() && lexed_.tokens.back().where.end == at_
               && takes_operand(lexed_.tokens.back().kind);
    }

    [[nodiscard]] bool attached_to_value() const {
        return attached() && lexed_.tokens.back().kind == Kind::Field
               && takes_anything(lexed_.tokens.back().field);
    }

    void read_token() {
        const text::Decoded first = character_at(at_);
        const char32_t sign = narrow(first.character);
        if (sign == U'(' || sign == U')') {
            push(sign == U'(' ? Kind::Open : Kind::Close, at_ + first.bytes);
        } else if (opening_quote(first.character) != Quote::None) {
            read_phrase(first);
        } else if (const ByteRange inside = literal(); inside.begin < inside.end) {
            read_literal(inside);
        } else if (is_prefix(first)) {
            push(*prefix_of(sign), at_ + first.bytes);
        } else {
            read_word();
        }
    }

    /// A sign that stands right before something; two of them in a row are no operator but dashes.
    [[nodiscard]] bool is_prefix(const text::Decoded& first) const {
        const std::size_t after = at_ + first.bytes;
        if (!prefix_of(narrow(first.character)) || after == query_.size() || attached_to_value()) {
            return false;
        }
        const char32_t next = character_at(after).character;
        return !is_blank(next) && narrow(next) != U')' && !prefix_of(narrow(next));
    }

    /// What stands between the single quotes that open here; empty when none do. A quote inside a
    /// word (don't, O'Brien) or without its twin ('90s) is part of the word: the closing one stands
    /// before white space, a closing sign or the end.
    [[nodiscard]] ByteRange literal() {
        const std::size_t quote = at_ + (query_[at_] == '~' ? 1 : 0);
        if (quote >= query_.size() || query_[quote] != '\'' || quote >= no_closer_from_) {
            return {};
        }
        for (std::size_t end = query_.find('\'', quote + 1); end != std::string_view::npos;
             end = query_.find('\'', end + 1)) {
            if (end + 1 == query_.size() || closes_before(end + 1)) {
                const ByteRange inside{quote + 1, end};
                return is_blank(piece(inside)) ? ByteRange{} : inside;
            }
        }
        no_closer_from_ = quote;
        return {};
    }

    [[nodiscard]] bool closes_before(std::size_t at) const {
        const char32_t next = character_at(at).character;
        return is_blank(next) || narrow(next) == U')' || closing_quote(next) != Quote::None;
    }

    void read_literal(ByteRange inside) {
        const bool loose = query_[at_] == '~';
        push_text(Kind::Literal, piece(inside), inside.end + 1);
        if (!lexed_.cut) {
            lexed_.tokens.back().loose = loose;
        }
    }

    void read_phrase(const text::Decoded& opener) {
        const std::size_t begin = at_ + opener.bytes;
        const ByteRange closer = find_closer(opening_quote(opener.character), begin);
        const std::string_view inside = piece({begin, closer.begin});
        const ByteRange where{at_, closer.end};
        const bool closed = closer.begin < closer.end;
        if (is_blank(inside)) {
            notices_.add(
                where,
                closed ? tr("The quotes hold nothing, so they were left out.")
                       : tr("This quote opens nothing, so it was left out.")
            );
        } else if (!closed) {
            notices_.add(where, tr("The quote is never closed, so the phrase goes on to the end."));
        }
        push_text(Kind::Phrase, inside, where.end);
        if (closed && !lexed_.cut) {
            read_distance();
        }
    }

    /// The ~5 or p5 right behind a phrase.
    void read_distance() {
        const std::size_t end = end_of_word();
        const std::string_view behind = piece({at_, end});
        const auto sign = behind.size() > kLongestSign ? std::nullopt : phrase_sign(narrow(behind));
        if (sign) {
            Token& phrase = lexed_.tokens.back();
            phrase.loose = true;
            phrase.sign = *sign;
            phrase.where.end = end;
            at_ = end;
        }
    }

    /// Where the closing quote stands; empty, at the end of the query, when there is none.
    [[nodiscard]] ByteRange find_closer(Quote opener, std::size_t begin) const {
        for (const Quote closer : closers_of(opener)) {
            if (!last_closer_[index_of(closer)] || *last_closer_[index_of(closer)] < begin) {
                continue;
            }
            std::size_t at = begin;
            while (closing_quote(character_at(at).character) != closer) {
                at += character_at(at).bytes;
            }
            return {at, at + character_at(at).bytes};
        }
        return {query_.size(), query_.size()};
    }

    /// Remembered, because a word of a thousand field names is asked for its end a thousand times.
    std::size_t end_of_word() {
        if (at_ < word_end_) {
            return word_end_;
        }
        std::size_t end = at_;
        while (end < query_.size()) {
            const text::Decoded next = character_at(end);
            const char32_t sign = narrow(next.character);
            if (is_blank(next.character) || sign == U'(' || sign == U')'
                || opening_quote(next.character) != Quote::None) {
                break;
            }
            end += next.bytes;
        }
        word_end_ = end;
        return end;
    }

    void read_word() {
        const std::size_t end = end_of_word();
        const std::string_view word = piece({at_, end});
        if (attached_to_value()) {
            push_text(Kind::Word, word, end);
            return;
        }
        if (read_field(word) || read_at_least(word)) {
            return;
        }
        if (const auto sign = nearness(word)) {
            push(Kind::Near, end, word);
            lexed_.tokens.back().sign = *sign;
            return;
        }
        const auto operation = attached() ? std::nullopt : operator_of(word);
        const bool spelled = word.front() >= 'A' && word.front() <= 'Z';
        if (operation && spelled && all_capitals_) {
            notices_.add({at_, end}, tr("In a query all in capitals, AND, OR and NOT are words."));
            push_text(Kind::Word, word, end);
        } else if (operation) {
            push(*operation, end, word);
        } else if (only_prefixes(word)) {
            notices_.add({at_, end}, tr("A sign on its own means nothing, so it was left out."));
            at_ = end;
        } else if (word == "*" || word == kWideStar) {
            push_text(Kind::Star, word, end);
        } else {
            push_text(Kind::Word, word, end);
        }
    }

    /// NEAR and the like are words where nothing stands before them, and in a sentence in capitals.
    [[nodiscard]] std::optional<ProximitySign> nearness(std::string_view word) const {
        const bool behind_operand =
            !lexed_.tokens.empty() && !is_waiting(lexed_.tokens.back().kind);
        if (!behind_operand || all_capitals_ || word.size() > kLongestSign) {
            return std::nullopt;
        }
        return proximity_sign(narrow(word));
    }

    /// Where the first colon of a word stands; at its end when it has none.
    struct Colon {
        std::size_t begin;
        std::size_t end;
    };

    static Colon colon_of(std::string_view word) {
        const std::size_t narrow_one = std::min(word.find(':'), word.size());
        const std::size_t wide_one = word.substr(0, narrow_one).find(kWideColon);
        if (wide_one != std::string_view::npos) {
            return {wide_one, wide_one + kWideColon.size()};
        }
        return {narrow_one, std::min(narrow_one + 1, word.size())};
    }

    /// Takes a field's name and colon when `word` begins with them.
    bool read_field(std::string_view word) {
        const Colon colon = colon_of(word);
        return colon.begin < word.size()
               && take_field(word.substr(0, colon.begin), at_ + colon.end);
    }

    /// Takes atleast3 or atleast3: when `word` is or begins with it.
    bool read_at_least(std::string_view word) {
        const Colon colon = colon_of(word);
        const std::string_view name = word.substr(0, colon.begin);
        const auto times = name.size() > kLongestSign ? std::nullopt : at_least(narrow(name));
        if (times) {
            push(Kind::AtLeast, at_ + colon.end, name);
            lexed_.tokens.back().times = *times;
        }
        return times.has_value();
    }

    bool take_field(std::string_view name, std::size_t after) {
        if (const auto field = find_field(name)) {
            push(Kind::Field, after, name, *field);
            return true;
        }
        if (could_be_field(name) && value_follows(after)) {
            constexpr std::size_t kLongestName = 60;
            const std::string fields = list_of_fields();
            notices_.add(
                {at_, after},
                name.size() > kLongestName
                    ? tr(
                        "There is no field of this name, so this is searched for as it stands; "
                        "the fields are %1.",
                        {fields}
                    )
                    : tr(
                        "There is no field %1, so this is searched for as it stands; the fields "
                        "are %2.",
                        {name, fields}
                    )
            );
        }
        return false;
    }

    /// Whether what follows a colon reads as a field's value, not as a URL, a C++ name or a clause.
    [[nodiscard]] bool value_follows(std::size_t after) const {
        if (after == query_.size()) {
            return false;
        }
        const char32_t next = character_at(after).character;
        const char32_t sign = narrow(next);
        return !is_blank(next) && sign != U'/' && sign != U'\\' && sign != U':' && sign != U')';
    }

    /// Adds words as far as the query's measure allows.
    void push_text(Kind kind, std::string_view text, std::size_t end) {
        const std::size_t fits = fitting_bytes(text);
        if (fits == text.size()) {
            push(kind, end, text);
            return;
        }
        const auto begin = static_cast<std::size_t>(text.data() - query_.data());
        if (is_blank(text.substr(0, fits))) {
            cut_at(at_);
        } else {
            push(kind, begin + fits, text.substr(0, fits));
            cut_at(begin + fits);
        }
    }

    /// Bytes of `text` that still may be taken, up to the end of a character, and takes them.
    std::size_t fitting_bytes(std::string_view text) {
        bool inside_word = false;
        std::size_t at = 0;
        while (at < text.size()) {
            const text::Decoded next = decoded(text, at);
            const bool blank = is_blank(next.character);
            const bool begins_word = !blank && !inside_word;
            if (next.bytes > bytes_left_ || (begins_word && words_left_ == 0)) {
                break;
            }
            inside_word = !blank;
            bytes_left_ -= next.bytes;
            words_left_ -= begins_word ? 1 : 0;
            at += next.bytes;
        }
        return at;
    }

    void cut_at(std::size_t begin) {
        // Signs that wait for what is cut go with it.
        while (!lexed_.tokens.empty() && lexed_.tokens.back().where.end <= begin
               && is_waiting(lexed_.tokens.back().kind)) {
            begin = lexed_.tokens.back().where.begin;
            lexed_.tokens.pop_back();
        }
        notices_.add(
            {begin, query_.size()},
            tr("The query is too long, so everything from here on was left out; at most %1 words "
               "and %2 bytes are read.",
               {std::to_string(kMostWords), std::to_string(kMostTextBytes)})
        );
        lexed_.cut = true;
        at_ = query_.size();
    }

    static bool is_waiting(Kind kind) {
        return takes_operand(kind) || kind == Kind::And || kind == Kind::Or || kind == Kind::Near
               || kind == Kind::Open;
    }

    std::string_view query_;
    Notices& notices_;
    bool all_capitals_;
    std::size_t at_ = 0;
    std::size_t word_end_ = 0;
    /// From here on no single quote closes: asked once, not for each quote of a heap.
    std::size_t no_closer_from_ = std::string_view::npos;
    LexedQuery lexed_;
    std::array<std::optional<std::size_t>, kQuoteKinds> last_closer_;
    std::size_t words_left_ = kMostWords;
    std::size_t bytes_left_ = kMostTextBytes;
};
}  // namespace

LexedQuery lex(std::string_view query, Notices& notices) {
    return Lexer(query, notices).run();
}
}  // namespace gisa::searcher
