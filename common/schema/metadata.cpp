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

/// 홍길동기자 without its title; a name is left.
std::string_view without_title(std::string_view word) {
    constexpr std::size_t kShortestNameBytes = 6;
    for (const std::string_view title : kTitles) {
        const bool korean = text::is_hangul_syllable(text::decode(title, 0).character);
        if (korean && word.ends_with(title) && title.size() >= kShortestNameBytes
            && word.size() >= title.size() + kShortestNameBytes) {
            return word.substr(0, word.size() - title.size());
        }
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
                // A place: 서울=홍길동
                word_.clear();
                name_.clear();
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
    static constexpr std::string_view kSeparators = ",;/|&()[]<>\n\t";

    void end_word() {
        const std::string_view plain = without_title(word_);
        const bool title = is_title(word_);
        if (!title && word_.find('@') == std::string::npos && !word_.empty()) {
            name_.append(name_.empty() ? "" : " ").append(plain);
        }
        if (title || plain.size() != word_.size()) {
            end_name();
        }
        word_.clear();
    }

    void end_name() {
        if (!name_.empty()) {
            names_.push_back(std::move(name_));
        }
        name_.clear();
    }

    std::vector<std::string> names_;
    std::string name_;
    std::string word_;
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
