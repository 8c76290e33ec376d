// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"

namespace gisa::schema {
namespace {
/// What stands in a byline and is nobody's name: behind it the next name may begin.
constexpr auto kTitles = std::to_array<std::string_view>({
    "객원기자", "논설위원", "선임기자",      "수습기자", "인턴기자", "전문기자",   "편집위원",
    "기자",     "특파원",   "앵커",          "리포터",   "통신원",   "칼럼니스트", "부장",
    "차장",     "국장",     "팀장",          "글",       "사진",     "and",        "및",
    "by",       "reporter", "correspondent", "staff",    "writer",   "editor",
});

bool is_title(std::string_view word) {
    return std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

constexpr std::size_t kSyllableBytes = 3;

bool is_hangul(std::string_view word) {
    return !word.empty() && text::is_hangul_syllable(text::decode(word, 0).character);
}

/// 홍길동기자 without its title. Nothing is left of a title with its office before it: 경제부장,
/// 산업부차장, 논설실장.
std::string_view without_title(std::string_view word) {
    constexpr std::size_t kShortestName = 2 * kSyllableBytes;
    for (const std::string_view title : kTitles) {
        if (!is_hangul(title) || !word.ends_with(title) || title.size() < kShortestName
            || word.size() < title.size() + kShortestName) {
            continue;
        }
        const std::string_view before = word.substr(0, word.size() - title.size());
        const bool leads_an_office = title.ends_with("장");
        const bool is_office = before.size() == kShortestName || before.ends_with("부")
                               || before.ends_with("국") || before.ends_with("실");
        return leads_an_office && is_office ? std::string_view() : before;
    }
    return word;
}

std::string with_single_spaces(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\n' || byte == '\t';
        if (!blank) {
            out += byte;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string folded(std::string_view value) {
    return with_single_spaces(text::normalized(value));
}

class BylineReader {
  public:
    std::vector<std::string> read(const std::string& byline) {
        std::size_t at = 0;
        while (at < byline.size()) {
            const text::Decoded next = text::decode(byline, at);
            const std::string_view bytes = std::string_view(byline).substr(at, next.bytes);
            at += next.bytes;
            if (next.character == U'=') {
                // A place: 서울=홍길동; in parentheses an agency follows: (서울=새별통신)
                word_.clear();
                name_.clear();
                agency_ = in_parentheses_;
            } else if (next.character == U'(' || next.character == U')') {
                parenthesis(next.character == U'(');
            } else if (next.character == U' ') {
                end_word();
            } else if (next.character == 0x00B7 || kSeparators.find(bytes) != std::string_view::npos) {
                end_word();
                end_name();
            } else {
                word_ += bytes;
            }
        }
        end_word();
        end_name();
        return std::move(names_);
    }

  private:
    static constexpr std::string_view kSeparators = ",;/|&[]<>\n\t";

    void parenthesis(bool opens) {
        if (agency_) {
            word_.clear();
            name_.clear();
        }
        end_word();
        end_name();
        in_parentheses_ = opens;
        agency_ = false;
    }

    void end_word() {
        const std::string_view plain = is_title(word_) ? std::string_view() : without_title(word_);
        if (word_.find('@') == std::string::npos && !plain.empty()) {
            name_.emplace_back(plain);
        }
        if (plain.size() != word_.size()) {
            if (is_hangul(word_)) {
                leave_the_name();
            }
            end_name();
        }
        word_.clear();
    }

    /// Before a Korean title stands the name, and before that a paper, an office or a place: 새별신문
    /// 홍길동 기자, 워싱턴 홍길동 특파원. A short name may be two words: 남궁 민수.
    void leave_the_name() {
        constexpr std::size_t kShort = 2 * kSyllableBytes;
        if (name_.size() < 2 || !is_hangul(name_.back())) {
            return;
        }
        const bool two_words = name_.back().size() <= kShort && (name_.end() - 2)->size() <= kShort;
        name_.erase(name_.begin(), name_.end() - (two_words ? 2 : 1));
    }

    void end_name() {
        std::string name;
        for (const std::string& word : name_) {
            name.append(name.empty() ? "" : " ").append(word);
        }
        if (!name.empty()) {
            names_.push_back(std::move(name));
        }
        name_.clear();
    }

    std::vector<std::string> names_;
    std::vector<std::string> name_;  ///< its words
    std::string word_;
    bool in_parentheses_ = false;
    bool agency_ = false;
};

std::vector<std::string> languages(const std::string& tag) {
    std::vector<std::string> values = {tag};
    const std::size_t end = tag.find_first_of("-_");
    if (end != std::string::npos) {
        values.push_back(tag.substr(0, end));
    }
    return values;
}

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 3);
    }
    url = url.substr(0, url.find_first_of("/?#"));
    url.remove_prefix(std::min(url.size(), url.find('@') + 1));
    url = url.substr(0, url.find(':'));
    if (url.starts_with("www.")) {
        url.remove_prefix(4);
    }
    return std::string(url);
}

std::vector<std::string> hosts(std::string host) {
    std::vector<std::string> values;
    while (true) {
        values.push_back(host);
        const std::size_t dot = host.find('.');
        if (dot == std::string::npos || host.find('.', dot + 1) == std::string::npos) {
            return values;
        }
        host.erase(0, dot + 1);
    }
}
}  // namespace

std::vector<std::string> metadata_values(Metadata kind, std::string_view stored) {
    std::string value = folded(stored);
    if (kind == Metadata::Byline) {
        return BylineReader().read(value);
    }
    if (kind == Metadata::Site) {
        value = host_of(value);
    }
    if (value.empty()) {
        return {};
    }
    switch (kind) {
        case Metadata::Language:
            return languages(value);
        case Metadata::Site:
            return hosts(std::move(value));
        default:
            return {std::move(value)};
    }
}

std::vector<std::string> asked_values(Metadata kind, std::string_view typed) {
    std::vector<std::string> values = metadata_values(kind, typed);
    const bool narrowest_first = kind == Metadata::Language || kind == Metadata::Site;
    if (narrowest_first && values.size() > 1) {
        values.resize(1);
    }
    if (kind == Metadata::Language && !values.empty()) {
        std::string& language = values.front();
        if (language == "한국어" || language == "korean") {
            language = "ko";
        } else if (language == "영어" || language == "english") {
            language = "en";
        }
    }
    return values;
}

std::vector<std::string> metadata_terms(const Article& article) {
    std::vector<std::string> terms;
    const auto add = [&terms](Metadata kind, std::string_view stored) {
        for (const std::string& value : metadata_values(kind, stored)) {
            terms.push_back(metadata_term(kind, value));
        }
    };
    add(Metadata::Publisher, article.publisher);
    for (const std::string& section : article.sections) {
        add(Metadata::Section, section);
    }
    add(Metadata::Byline, article.byline);
    add(Metadata::Language, article.language);
    add(Metadata::Site, article.url);
    return terms;
}
}  // namespace gisa::schema
