// SPDX-License-Identifier: GPL-2.0-or-later
// One JSON object -> one article, or the reason why not. Apart from the reading of lines, so that
// another format whose records are objects can use it.
#include "indexer/read/json_article.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/messages/tr.h"
#include "common/text/utf8.h"
#include "indexer/normalize/dates.h"
#include "indexer/read/plain_text.h"

namespace gisa::indexer {
namespace {
using nlohmann::json;

// Far above what an article needs; far below what the JSON library's recursion can bear.
constexpr int kMaxDepth = 100;

bool is_nested_too_deep(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            at += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxDepth) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

std::string column(std::string_view text, std::size_t byte) {
    return std::to_string(text::count_characters(text.substr(0, byte)) + 1);
}

/// What is wrong with a text that the parser refused.
std::string why_not_json(std::string_view text, const json::parse_error& error) {
    if (const std::optional<std::size_t> at = first_ill_formed(text)) {
        return tr("not UTF-8 at column %1", {column(text, *at)});
    }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
        return tr("a NUL byte at column %1", {column(text, at)});
    }
    // "... parse error at line 1, column 9: syntax error while parsing value - DETAIL; last read: ..."
    const std::string_view what = error.what();
    const std::size_t dash = what.find(" - ");
    const std::string_view detail = dash == std::string_view::npos ? "" : what.substr(dash + 3);
    const std::string place = column(text, error.byte > 0 ? error.byte - 1 : 0);
    return detail.empty()
               ? tr("not JSON at column %1", {place})
               : tr("not JSON at column %1: %2", {place, detail.substr(0, detail.find("; "))});
}

/// "a number", "a list" ...: the JSON type for people.
std::string kind_of(const json& value) {
    switch (value.type()) {
        case json::value_t::null:
            return tr("null");
        case json::value_t::object:
            return tr("an object");
        case json::value_t::array:
            return tr("a list");
        case json::value_t::string:
            return tr("a text");
        case json::value_t::boolean:
            return tr("true or false");
        default:
            return tr("a number");
    }
}

/// Takes the fields out of an object one by one; what is left are the other fields.
class FieldTaker {
  public:
    FieldTaker(json object, const FieldNames& names) : object_(std::move(object)), names_(names) {}

    /// The article, unless something is wrong: then there is a reason().
    std::optional<Article> article();

    [[nodiscard]] const std::string& reason() const { return reason_; }

  private:
    // The functions that return bool tell whether all went well; if not, they leave a reason.

    /// A field's value, now no longer in the object; null when it is not there.
    json take(Field field);
    bool refuse(std::string reason);
    bool refuse_type(const json& value, const std::string& wanted);
    bool refuse_nul();
    bool put_text(const json& value, std::string& to);
    bool take_id(std::string& id);
    bool take_text(Field field, std::string& to);
    bool take_sections(std::vector<std::string>& sections);
    bool add_section(const json& value, std::vector<std::string>& sections);
    bool take_date(std::optional<std::chrono::sys_seconds>& published);

    json object_;
    const FieldNames& names_;
    std::string reason_;
    std::string_view name_;  // under which the last field taken was found
};

json FieldTaker::take(Field field) {
    name_ = name_of(field);
    for (const std::string& name : names_.names(field)) {
        const auto found = object_.find(name);
        if (found == object_.end()) {
            continue;
        }
        json value = std::move(*found);
        object_.erase(found);
        if (!value.is_null()) {
            name_ = name;
            return value;
        }
    }
    return nullptr;
}

bool FieldTaker::refuse(std::string reason) {
    reason_ = std::move(reason);
    return false;
}

bool FieldTaker::refuse_type(const json& value, const std::string& wanted) {
    // TRANSLATORS: %1 is a field's name, %2 and %3 are kinds of values as "a text".
    return refuse(tr("%1 is %2, not %3", {name_, kind_of(value), wanted}));
}

bool FieldTaker::refuse_nul() {
    return refuse(tr("%1 holds a NUL character", {name_}));
}

bool FieldTaker::put_text(const json& value, std::string& to) {
    if (!value.is_string()) {
        return refuse_type(value, tr("a text"));
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos) {
        return refuse_nul();
    }
    to = clean_text(text);
    return true;
}

bool FieldTaker::take_text(Field field, std::string& to) {
    const json value = take(field);
    return value.is_null() || put_text(value, to);
}

bool FieldTaker::take_id(std::string& id) {
    const json value = take(Field::Id);
    if (value.is_null()) {
        return refuse(tr("no id"));
    }
    if (value.is_number_integer()) {
        id = value.dump();
        return true;
    }
    if (!value.is_string()) {
        return refuse_type(value, tr("a text or a whole number"));
    }
    id = value.get_ref<const std::string&>();
    if (id.find('\0') != std::string::npos) {
        return refuse_nul();
    }
    return !trimmed(id).empty() || refuse(tr("%1 is empty", {name_}));
}

bool FieldTaker::take_sections(std::vector<std::string>& sections) {
    const json value = take(Field::Sections);
    if (value.is_null()) {
        return true;
    }
    if (value.is_string()) {
        return add_section(value, sections);
    }
    if (!value.is_array()) {
        return refuse_type(value, tr("a text or a list of texts"));
    }
    return std::all_of(value.begin(), value.end(), [&](const json& element) {
        return add_section(element, sections);
    });
}

bool FieldTaker::add_section(const json& value, std::vector<std::string>& sections) {
    std::string section;
    if (!put_text(value, section)) {
        return false;
    }
    if (!section.empty()) {
        sections.push_back(std::move(section));
    }
    return true;
}

bool FieldTaker::take_date(std::optional<std::chrono::sys_seconds>& published) {
    std::string text;
    if (!take_text(Field::Date, text)) {
        return false;
    }
    if (text.empty()) {
        return true;
    }
    published = parse_date(text);
    return published
           || refuse(tr("%1 \"%2\" is no date in ISO 8601", {name_, shown_beginning(text, 100)}));
}

std::optional<Article> FieldTaker::article() {
    Article article;
    const bool good = take_id(article.id) && take_text(Field::Title, article.title)
                      && take_text(Field::Body, article.body) && take_date(article.published)
                      && take_text(Field::Url, article.url)
                      && take_text(Field::Publisher, article.publisher)
                      && take_text(Field::Byline, article.byline) && take_sections(article.sections)
                      && take_text(Field::Language, article.language);
    if (!good) {
        return std::nullopt;
    }
    if (article.title.empty() && article.body.empty()) {
        reason_ = tr("neither title nor body");
        return std::nullopt;
    }
    if (!object_.empty()) {
        article.other_fields = object_.dump();
    }
    return article;
}
}  // namespace

std::variant<Article, Refusal> article_from_json(std::string_view text, const FieldNames& names) {
    if (is_nested_too_deep(text)) {
        return Refusal{tr("nested more than %1 levels deep", {std::to_string(kMaxDepth)})};
    }
    json value;
    try {
        value = json::parse(text.begin(), text.end());
    } catch (const json::parse_error& error) {
        return Refusal{why_not_json(text, error)};
    } catch (const json::out_of_range&) {
        return Refusal{tr("a number too great for JSON")};
    }
    if (!value.is_object()) {
        return Refusal{tr("%1, not an object", {kind_of(value)})};
    }
    FieldTaker taker(std::move(value), names);
    if (std::optional<Article> article = taker.article()) {
        return *std::move(article);
    }
    return Refusal{taker.reason()};
}
}  // namespace gisa::indexer
