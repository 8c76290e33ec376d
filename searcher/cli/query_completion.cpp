// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_completion.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace gisa::cli {
namespace {
/// What stands behind a field.
enum class Values { Unknown, Facet, SavedQuery };

struct CompletedField {
    std::string_view english;
    std::string_view korean;
    Values values = Values::Unknown;
    FacetField facet = FacetField::Publisher;  ///< Facet only
};

constexpr auto kFields = std::to_array<CompletedField>({
    {"title", "제목"},
    {"body", "본문"},
    {"lead", "리드"},
    {"byline", "기자", Values::Facet, FacetField::Byline},
    {"publisher", "언론사", Values::Facet, FacetField::Publisher},
    {"section", "분야", Values::Facet, FacetField::Section},
    {"lang", "언어", Values::Facet, FacetField::Language},
    {"url", ""},
    {"id", ""},
    {"query", "질의", Values::SavedQuery},
    {"date", "날짜", Values::Facet, FacetField::Month},
    {"published", "발행", Values::Facet, FacetField::Month},
    {"collected", "수집"},
    {"fresh", "최신"},
});

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size()
           && std::equal(beginning.begin(), beginning.end(), text.begin(), [](char a, char b) {
                  return small(a) == small(b);
              });
}

/// Whether a word begins behind the sign there: -title:, (title:. Two dashes are part of a word.
bool is_sign_before_word(std::string_view query, std::size_t at) {
    const char sign = query[at];
    const bool doubled = sign != '(' && at > 0 && query[at - 1] == sign;
    return std::string_view("-!+(").find(sign) != std::string_view::npos && !doubled;
}

/// Where the last word begins, and where its value does: behind its last colon. Blanks and colons
/// in a phrase part nothing.
struct LastWord {
    std::size_t begin = 0;
    std::optional<std::size_t> value;
};

LastWord last_word(std::string_view query) {
    LastWord word;
    bool in_phrase = false;
    for (std::size_t at = 0; at < query.size(); ++at) {
        const char sign = query[at];
        in_phrase = in_phrase != (sign == '"');
        if (in_phrase) {
            continue;
        }
        if (sign == ' ' || sign == '\t') {
            word = {.begin = at + 1};
        } else if (sign == ':') {
            word.value = at + 1;
        } else if (at == word.begin && is_sign_before_word(query, at)) {
            ++word.begin;
        }
    }
    return word;
}

/// Not with a quote, which no phrase can hold, nor with control characters.
bool can_be_typed(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte == '"' || byte < ' ' || byte == 0x7F;
    });
}

/// Whether a value reads as one word of a query: Latin letters, digits, Hangul and Hanja.
bool is_plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool alphanumeric =
            (byte >= '0' && byte <= '9') || (small(letter) >= 'a' && small(letter) <= 'z');
        const bool east_asian = (byte >= 0x80 && byte < 0xC0) || (byte >= 0xE4 && byte <= 0xED);
        return alphanumeric || east_asian || letter == '-' || letter == '.' || letter == '_';
    });
}

std::vector<std::string> values_of(std::string_view name, const CompletionSources& sources) {
    for (const CompletedField& field : kFields) {
        const bool meant = name == field.english || (!name.empty() && name == field.korean);
        if (meant && field.values == Values::Facet) {
            return sources.values(field.facet);
        }
        if (meant && field.values == Values::SavedQuery) {
            return sources.saved_queries();
        }
    }
    return {};
}

/// All names of fields with their colons.
std::vector<std::string> field_names() {
    std::vector<std::string> names;
    for (const CompletedField& field : kFields) {
        for (const std::string_view name : {field.english, field.korean}) {
            if (!name.empty()) {
                names.push_back(std::string(name) + ":");
            }
        }
    }
    return names;
}

/// What may stand in place of `typed`: those that begin so, as a query has to write them.
std::vector<std::string> values_like(
    std::string_view typed, const std::vector<std::string>& values
) {
    const bool quoted = typed.starts_with('"');
    typed.remove_prefix(quoted ? 1 : 0);
    std::vector<std::string> written;
    for (const std::string& value : values) {
        if (begins_with(value, typed) && can_be_typed(value)) {
            written.push_back(quoted || !is_plain(value) ? '"' + value + '"' : value);
        }
    }
    return written;
}
}  // namespace

std::vector<std::string> query_completions(
    std::string_view query, const CompletionSources& sources
) {
    constexpr std::size_t kMost = 100;
    const LastWord word = last_word(query);
    const std::size_t kept = word.value.value_or(word.begin);
    const std::string_view typed = query.substr(kept);
    std::vector<std::string> completions;
    if (word.value) {
        std::string_view name = query.substr(word.begin, *word.value - 1 - word.begin);
        name.remove_prefix(name.rfind(':') + 1);
        completions = values_like(typed, values_of(name, sources));
    } else {
        for (const std::string& name : field_names()) {
            if (begins_with(name, typed)) {
                completions.push_back(name);
            }
        }
    }
    completions.resize(std::min(completions.size(), kMost));
    for (std::string& completion : completions) {
        completion.insert(0, query.substr(0, kept));
    }
    return completions;
}
}  // namespace gisa::cli
