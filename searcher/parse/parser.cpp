// SPDX-License-Identifier: GPL-2.0-or-later
//
// The second step: tokens to a tree, by recursive descent.
//   query   = run { OR run }
//   run     = operand { [AND] operand }
//   operand = { NOT | - | ! | + | field: | atleast3 } nearby
//   nearby  = primary { NEAR/5 primary }
//   primary = word | word* | word· | "phrase" | "phrase"~5 (or p5, o5) | 'literal' | ~'literal' | * | ( query ) | date: days | collected: days | query: name | fresh: half-life
// A sign without its operand is left out with a notice; nothing else can go wrong here, because
// balance() has mended the parentheses.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/messages/tr.h"
#include "common/text/utf8.h"
#include "searcher/parse/characters.h"
#include "searcher/parse/dates.h"
#include "searcher/parse/half_life.h"
#include "searcher/parse/lexer.h"
#include "searcher/parse/notices.h"
#include "searcher/parse/parentheses.h"
#include "searcher/parse/proximity.h"
#include "searcher/parse/query.h"
#include "searcher/parse/tree.h"

namespace gisa::searcher {
namespace {
using Kind = Token::Kind;

QueryNode leaf(QueryNode::Kind kind, ByteRange where, std::string_view text = {}) {
    QueryNode node;
    node.kind = kind;
    node.where = where;
    node.text = std::string(text);
    return node;
}

/// 서울* is a prefix and 서울· a noun; a sign needs a letter before it.
QueryNode::Kind kind_of_word(std::string_view word) {
    const std::size_t sign = text::previous_character(word, word.size());
    const char32_t last = narrow(text::decode(word, sign).character);
    if (sign == 0 || (last != U'*' && !is_middle_dot(last))) {
        return QueryNode::Kind::Word;
    }
    const char32_t before =
        narrow(text::decode(word, text::previous_character(word, sign)).character);
    if (before == U'*' || is_middle_dot(before)) {
        return QueryNode::Kind::Word;
    }
    return last == U'*' ? QueryNode::Kind::Prefix : QueryNode::Kind::Noun;
}

/// The pieces between white space that can be seen.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const bool end = at == text.size();
        const text::Decoded next = end ? text::Decoded{} : text::decode(text, at);
        if (end || is_blank(next.character)) {
            if (const auto word = text.substr(begin, at - begin); !is_blank(word)) {
                words.push_back(word);
            }
            begin = at + next.bytes;
        }
        at += end ? 1 : next.bytes;
    }
    return words;
}

/// Recursion is bounded by the depth of parentheses.
bool holds_number(const QueryNode& node) {
    return node.kind == QueryNode::Kind::Near || node.kind == QueryNode::Kind::AtLeast
           || std::any_of(node.children.begin(), node.children.end(), holds_number);
}

/// What concerns a query together with the saved queries in it.
struct WholeQuery {
    std::vector<std::string> open;  ///< saved queries that are being read, the outermost first
    std::size_t saved = 0;          ///< how many were read in all
    std::optional<std::chrono::days> half_life;
};

std::optional<QueryNode> read_tree(
    std::string_view query, const ParseContext& context, WholeQuery& whole, Notices& notices
);

/// Puts a tree of another text where its name stands.
void move_to(ByteRange where, QueryNode& node) {
    node.where = where;
    for (QueryNode& child : node.children) {
        move_to(where, child);
    }
}

class Parser {
  public:
    Parser(
        std::string_view query,
        const std::vector<Token>& tokens,
        const ParseContext& context,
        WholeQuery& whole,
        Notices& notices
    )
        : query_(query),
          tokens_(tokens),
          context_(context),
          whole_(whole),
          notices_(notices) {}

    /// Nothing when the tokens hold nothing to search for.
    // Recursion is bounded by kDeepestParenthesis.
    std::optional<QueryNode> read_query() {
        std::vector<QueryNode> alternatives;
        const Token* waiting = nullptr;
        while (true) {
            if (auto run = read_run()) {
                alternatives.push_back(std::move(*run));
                waiting = nullptr;
            }
            if (waiting != nullptr) {
                tell_no_operand(*waiting);
                waiting = nullptr;
            }
            const Token* sign = take_if(Kind::Or);
            if (sign == nullptr) {
                break;
            }
            if (alternatives.empty()) {
                tell_no_operand(*sign);
            } else {
                waiting = sign;
            }
        }
        return alternatives.empty() ? std::nullopt
                                    : std::optional(make_or(std::move(alternatives)));
    }

  private:
    [[nodiscard]] const Token* peek() const {
        return next_ < tokens_.size() ? &tokens_[next_] : nullptr;
    }

    const Token* take_if(Kind kind) {
        const Token* token = peek();
        if (token == nullptr || token->kind != kind) {
            return nullptr;
        }
        ++next_;
        return token;
    }

    void tell_no_operand(const Token& sign) {
        notices_.add(
            sign.where, tr("%1 needs something on both sides, so it was left out.", {sign.text})
        );
    }

    std::optional<QueryNode> read_run() {
        std::vector<QueryNode> operands;
        const Token* waiting = nullptr;
        bool bare = true;
        for (const Token* token = peek();
             token != nullptr && token->kind != Kind::Or && token->kind != Kind::Close;
             token = peek()) {
            if (const Token* sign = take_if(Kind::And)) {
                if (operands.empty() || waiting != nullptr) {
                    tell_no_operand(*sign);
                } else {
                    waiting = sign;
                }
                continue;
            }
            if (const Token* sign = take_if(Kind::Near)) {
                tell_no_operand(*sign);
                continue;
            }
            if (auto operand = read_operand(bare)) {
                operands.push_back(std::move(*operand));
                bare = bare && waiting == nullptr;
                waiting = nullptr;
            }
        }
        if (waiting != nullptr) {
            tell_no_operand(*waiting);
        }
        return operands.empty() ? std::nullopt : std::optional(make_and(std::move(operands), bare));
    }

    /// A plus makes every word of its run count, so `bare` becomes false.
    std::optional<QueryNode> read_operand(bool& bare) {
        const std::size_t first = next_;
        bool negated = false;
        std::vector<const Token*> fields;
        const Token* counted = nullptr;
        for (const Token* sign = peek(); sign != nullptr && is_prefix(*sign); sign = peek()) {
            negated = negated != (sign->kind == Kind::Not);
            if (sign->kind == Kind::Field) {
                fields.push_back(sign);
            }
            if (sign->kind == Kind::AtLeast) {
                tell_unused_number(counted);
                counted = sign;
            }
            bare = bare && sign->kind != Kind::Plus;
            ++next_;
        }
        if (next_ > first && !begins_primary()) {
            const ByteRange signs{tokens_[first].where.begin, tokens_[next_ - 1].where.end};
            notices_.add(signs, tr("Nothing to search for follows here, so this was left out."));
            return std::nullopt;
        }
        if (next_ > first && peek()->kind == Kind::Field && peek()->field == Field::Fresh) {
            const ByteRange signs{tokens_[first].where.begin, tokens_[next_ - 1].where.end};
            notices_.add(
                signs,
                tr("How fresh articles are counts for the whole query, so this was left out.")
            );
        }
        const bool valued = std::any_of(fields.begin(), fields.end(), takes_value);
        auto node = valued ? read_primary() : read_nearby();
        if (!node) {
            return std::nullopt;
        }
        const ByteRange where{tokens_[first].where.begin, tokens_[next_ - 1].where.end};
        if (counted != nullptr) {
            node = read_times(*counted, std::move(*node), where);
        }
        if (valued && holds_number(*node)) {
            notices_.add(
                where,
                tr("A value is near to nothing and is not counted, so the number was left out.")
            );
        }
        for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
            node = in_field(**field, valued, std::move(*node), where);
        }
        if (negated) {
            node = make_not(std::move(*node), where);
        }
        return node;
    }

    static bool takes_value(const Token* field) { return !is_place(field->field); }

    /// A value stands in no place, and one field is enough for it; dates and everything have none.
    QueryNode in_field(const Token& field, bool valued, QueryNode inside, ByteRange where) {
        if ((valued && is_place(field.field)) || has_other_field(inside, field.field)) {
            notices_.add(
                field.where, tr("%1: means nothing before this, so it was left out.", {field.text})
            );
            return inside;
        }
        return make_field(field.field, std::move(inside), where);
    }

    // No Not stands right inside another.
    static bool has_other_field(const QueryNode& node, Field field) {
        switch (node.kind) {
            case QueryNode::Kind::Not:
                return has_other_field(node.children.front(), field);
            case QueryNode::Kind::Dates:
            case QueryNode::Kind::All:
                return true;
            case QueryNode::Kind::In:
            case QueryNode::Kind::Value:
                return node.field != field;
            default:
                return false;
        }
    }

    /// `former` may be null.
    void tell_unused_number(const Token* former) {
        if (former != nullptr) {
            notices_.add(
                former->where,
                tr("Another number follows and counts, so %1 was left out.", {former->text})
            );
        }
    }

    /// What a sign asks for, but never more than anybody can mean.
    std::uint32_t bounded(std::uint32_t number, ByteRange where) {
        constexpr std::uint32_t kGreatest = 1'000;
        if (number > kGreatest) {
            notices_.add(where, tr("1,000 is the greatest number, so it was taken."));
        }
        return std::min(number, kGreatest);
    }

    ProximitySign bounded_sign(const Token& token) {
        ProximitySign sign = token.sign;
        sign.distance = bounded(sign.distance, token.where);
        return sign;
    }

    QueryNode read_times(const Token& sign, QueryNode counted, ByteRange where) {
        if (sign.times < 2) {
            notices_.add(sign.where, tr("%1 is no condition, so it was left out.", {sign.text}));
            return counted;
        }
        if (can_be_near(counted)) {
            const std::uint32_t times = bounded(sign.times, sign.where);
            return make_at_least(times, std::move(counted), where);
        }
        notices_.add(
            sign.where,
            tr("%1 needs a word, a phrase or alternatives of these, so it was left out.",
               {sign.text})
        );
        return counted;
    }

    static bool is_prefix(const Token& token) {
        return token.kind == Kind::Not || token.kind == Kind::Plus || token.kind == Kind::AtLeast
               || (token.kind == Kind::Field && !takes_days(token.field)
                   && token.field != Field::Query && token.field != Field::Fresh);
    }

    [[nodiscard]] bool begins_primary() const {
        const Token* token = peek();
        return token != nullptr && token->kind != Kind::And && token->kind != Kind::Or
               && token->kind != Kind::Near && token->kind != Kind::Close;
    }

    /// Each sign joins the two beside it: a NEAR b /s c is (a NEAR b) AND (b /s c).
    std::optional<QueryNode> read_nearby() {
        auto last = read_primary();
        if (!last) {
            return std::nullopt;
        }
        std::vector<QueryNode> parts;
        bool joined = false;
        while (const Token* sign = take_if(Kind::Near)) {
            const Token* next = peek();
            const bool follows = next != nullptr
                                 && (next->kind == Kind::Word || next->kind == Kind::Phrase
                                     || next->kind == Kind::Open);
            auto right = follows ? read_primary() : std::nullopt;
            if (!right) {
                tell_no_operand(*sign);
                break;
            }
            if (can_be_near(*last) && can_be_near(*right)) {
                std::vector<QueryNode> pair;
                pair.push_back(std::move(*last));
                pair.push_back(*right);
                parts.push_back(make_near(bounded_sign(*sign), std::move(pair)));
                joined = true;
            } else {
                notices_.add(
                    sign->where,
                    tr("%1 needs a word, a phrase or alternatives of these on both sides, so it "
                       "was left out.",
                       {sign->text})
                );
                if (!joined) {
                    parts.push_back(std::move(*last));
                }
                joined = false;
            }
            last = std::move(right);
        }
        if (!joined) {
            parts.push_back(std::move(*last));
        }
        return make_and(std::move(parts), false);
    }

    /// "a b"~5 as its words near each other.
    std::optional<QueryNode> read_loose_phrase(const Token& token) {
        std::vector<QueryNode> words;
        for (const std::string_view word : words_of(token.text)) {
            const auto begin = static_cast<std::size_t>(word.data() - query_.data());
            words.push_back(leaf(kind_of_word(word), {begin, begin + word.size()}, word));
        }
        if (words.empty()) {
            return std::nullopt;
        }
        if (words.size() == 1) {
            notices_.add(
                token.where, tr("One word is near to nothing, so the number was left out.")
            );
            return leaf(QueryNode::Kind::Phrase, token.where, token.text);
        }
        QueryNode node = make_near(bounded_sign(token), std::move(words));
        node.where = token.where;
        return node;
    }

    [[nodiscard]] QueryNode words_in(const Token& token) const {
        std::vector<QueryNode> words;
        for (const std::string_view word : words_of(token.text)) {
            const auto begin = static_cast<std::size_t>(word.data() - query_.data());
            words.push_back(leaf(QueryNode::Kind::Word, {begin, begin + word.size()}, word));
        }
        return make_and(std::move(words), true);
    }

    std::optional<QueryNode> read_primary() {
        const Token& token = tokens_[next_++];
        switch (token.kind) {
            case Kind::Open:
                return read_group(token);
            case Kind::Field:
                return read_value(token);
            case Kind::Star:
                return leaf(QueryNode::Kind::All, token.where);
            case Kind::Literal: {
                if (context_.literals_as_words) {
                    return words_in(token);
                }
                QueryNode literal = leaf(QueryNode::Kind::Literal, token.where, token.text);
                literal.unspaced = token.loose;
                return literal;
            }
            case Kind::Phrase:
                // The lexer has told about empty quotes.
                if (token.loose) {
                    return read_loose_phrase(token);
                }
                return is_blank(token.text)
                           ? std::nullopt
                           : std::optional(leaf(QueryNode::Kind::Phrase, token.where, token.text));
            default:
                return leaf(kind_of_word(token.text), token.where, token.text);
        }
    }

    /// What follows a field that is neither a place nor said by the article itself.
    std::optional<QueryNode> read_value(const Token& field) {
        switch (field.field) {
            case Field::Query:
                return read_saved(field);
            case Field::Fresh:
                return read_fresh(field);
            default:
                return read_dates(field);
        }
    }

    /// Sets the half-life of the whole query; never a node, unless it is no half-life.
    std::optional<QueryNode> read_fresh(const Token& field) {
        const Token* value = peek();
        const bool has_value = value != nullptr && is_value(*value);
        const ByteRange where{field.where.begin, has_value ? value->where.end : field.where.end};
        const auto half_life = has_value ? read_half_life(value->text) : std::nullopt;
        if (!half_life) {
            notices_.add(
                where,
                tr("A half-life belongs here, such as 7d, 2w, 6M or 1y (7일, 2주, 6개월, 1년), so "
                   "%1: was left out.",
                   {field.text})
            );
            return has_value ? read_primary() : std::nullopt;
        }
        ++next_;
        if (whole_.half_life && *whole_.half_life != *half_life) {
            notices_.add(where, tr("A query has one half-life; this one counts."));
        }
        whole_.half_life = half_life;
        return std::nullopt;
    }

    std::optional<QueryNode> read_group(const Token& open) {
        const std::size_t first = next_;
        auto inside = read_query();
        const bool empty = next_ == first;
        const Token* close = take_if(Kind::Close);
        const bool typed = close != nullptr && close->where.begin < close->where.end;
        if (empty && typed) {
            notices_.add(
                {open.where.begin, close->where.end},
                tr("The parentheses hold nothing, so they were left out.")
            );
        }
        return inside;
    }

    std::optional<QueryNode> read_saved(const Token& field) {
        const Token* value = peek();
        if (value == nullptr || !is_value(*value)) {
            notices_.add(
                field.where, tr("No name of a saved query follows here, so this was left out.")
            );
            return std::nullopt;
        }
        ++next_;
        const ByteRange where{field.where.begin, value->where.end};
        const std::string name(value->text);
        const auto text =
            context_.saved_query ? context_.saved_query(name) : std::optional<std::string>();
        if (!text) {
            notices_.add(where, tr("There is no saved query of this name, so it was left out."));
            return std::nullopt;
        }
        if (std::find(whole_.open.begin(), whole_.open.end(), name) != whole_.open.end()) {
            notices_.add(where, tr("This saved query would hold itself, so it was left out."));
            return std::nullopt;
        }
        if (whole_.open.size() == kDeepestSavedQuery || whole_.saved == kMostSavedQueries) {
            notices_.add(where, tr("There are too many saved queries, so this one was left out."));
            return std::nullopt;
        }
        return expanded(name, *text, where);
    }

    std::optional<QueryNode> expanded(
        const std::string& name, const std::string& text, ByteRange where
    ) {
        Notices inside;
        whole_.open.push_back(name);
        ++whole_.saved;
        auto tree = read_tree(text, context_, whole_, inside);
        whole_.open.pop_back();
        const std::vector<QueryNotice> told = std::move(inside).take();
        if (!tree && told.empty()) {
            notices_.add(where, tr("This saved query holds nothing to search for."));
        }
        for (const QueryNotice& notice : told) {
            notices_.add(
                where,
                tr("In this saved query, bytes %1 to %2: %3",
                   {std::to_string(notice.where.begin),
                    std::to_string(notice.where.end),
                    notice.message})
            );
        }
        if (tree) {
            move_to(where, *tree);
        }
        return tree;
    }

    static bool is_value(const Token& token) {
        return token.kind == Kind::Word || token.kind == Kind::Phrase
               || token.kind == Kind::Literal;
    }

    std::optional<QueryNode> read_dates(const Token& field) {
        const Token* value = peek();
        if (value == nullptr || !is_value(*value)) {
            notices_.add(
                field.where,
                tr("No date follows here, so this was left out; a date is written 2024, 2024-05, "
                   "2024-05-21, yesterday or 2w, a range 2024-05..2024-07.")
            );
            return std::nullopt;
        }
        const std::size_t last = last_of_date();
        const ByteRange where{value->where.begin, tokens_[last].where.end};
        const std::string_view text = value->kind == Kind::Word ? piece(where) : value->text;
        const auto reading = read_date(text, context_.today);
        if (!reading) {
            notices_.add(
                where,
                tr("This is not a date, so it is searched for as words; a date is written 2024, "
                   "2024-05, 2024-05-21, yesterday or 2w, a range 2024-05..2024-07.")
            );
            return read_primary();
        }
        next_ = last + 1;
        if (reading->reversed) {
            notices_.add(where, tr("The dates run backwards, so they were swapped."));
        }
        QueryNode node = leaf(QueryNode::Kind::Dates, {field.where.begin, where.end});
        node.field = field.field;
        node.days = reading->days;
        return node;
    }

    /// The last token of the longest date that begins at the next one: 2024년 5월 21일 are three
    /// words. The next token itself when they are no date.
    [[nodiscard]] std::size_t last_of_date() const {
        constexpr std::size_t kMostWordsOfADate = 7;  // 2024년 5월 21일 .. 2024년 6월 1일
        std::size_t last = next_;
        for (std::size_t i = next_ + 1; i < tokens_.size() && i < next_ + kMostWordsOfADate; ++i) {
            const bool words = tokens_[i].kind == Kind::Word && tokens_[i - 1].kind == Kind::Word;
            if (!words || !date_goes_on(tokens_[i - 1].text, tokens_[i].text)) {
                break;
            }
            if (read_date(
                    piece({tokens_[next_].where.begin, tokens_[i].where.end}), context_.today
                )) {
                last = i;
            }
        }
        return last;
    }

    [[nodiscard]] std::string_view piece(ByteRange where) const {
        return query_.substr(where.begin, where.end - where.begin);
    }

    std::string_view query_;
    const std::vector<Token>& tokens_;
    const ParseContext& context_;
    WholeQuery& whole_;
    Notices& notices_;
    std::size_t next_ = 0;
};

std::optional<QueryNode> read_tree(
    std::string_view query, const ParseContext& context, WholeQuery& whole, Notices& notices
) {
    const std::vector<Token> tokens = balance(lex(query, notices), query.size(), notices);
    return Parser(query, tokens, context, whole, notices).read_query();
}
}  // namespace

ParsedQuery parse(std::string_view query, const ParseContext& context) {
    Notices notices;
    WholeQuery whole;
    auto tree = read_tree(query, context, whole, notices);
    ParsedQuery parsed;
    parsed.half_life = whole.half_life;
    if (tree) {
        parsed.root = finish(std::move(*tree));
    } else if (whole.half_life) {
        parsed.root.kind = QueryNode::Kind::All;
    }
    parsed.notices = std::move(notices).take();
    return parsed;
}
}  // namespace gisa::searcher
