// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/user_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/messages/tr.h"
#include "common/text/fnv.h"
#include "common/text/normal_form.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr std::size_t kSyllableBytes = 3;
constexpr std::size_t kBeginningBytes = 2 * kSyllableBytes;

/// Longer runs of Hangul are not analysed as words.
constexpr std::size_t kLongestSyllables = 40;
constexpr std::size_t kShownBytes = 200;

bool is_hangul(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const Decoded here = decode(word, at);
        if (!is_hangul_syllable(here.character)) {
            return false;
        }
        at += here.bytes;
    }
    return true;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded here = decode(text, at);
        if (!here.valid) {
            return false;
        }
        at += here.bytes;
    }
    return true;
}

/// The first bytes of a line, whole characters only, ill-formed ones replaced.
std::string shown(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size() && out.size() < kShownBytes;) {
        const Decoded here = decode(line, at);
        append_utf8(out, here.character);
        at += here.bytes;
    }
    return out;
}

std::vector<std::string> fields_of(std::string_view normal_line) {
    constexpr std::string_view kBlanks = " \t";
    std::vector<std::string> fields;
    while (true) {
        const std::size_t begin = normal_line.find_first_not_of(kBlanks);
        if (begin == std::string_view::npos) {
            return fields;
        }
        normal_line.remove_prefix(begin);
        const std::size_t end = std::min(normal_line.find_first_of(kBlanks), normal_line.size());
        fields.emplace_back(normal_line.substr(0, end));
        normal_line.remove_prefix(end);
    }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out += part;
    }
    return out;
}

std::string listed(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out.append(out.empty() ? "" : " ").append(part);
    }
    return out;
}

/// Reads line by line; the first line that lists a word wins.
class Reader {
  public:
    UserWordsText read(std::string_view text) {
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
            text.remove_prefix(kByteOrderMark.size());
        }
        while (!text.empty()) {
            std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(line.size() + 1, text.size()));
            if (!line.empty() && line.back() == '\r') {
                line.remove_suffix(1);
            }
            ++number_;
            take(line);
        }
        for (auto& [word, entry] : words_) {
            result_.check.words.push_back(std::move(entry.word));
        }
        return std::move(result_);
    }

  private:
    struct Entry {
        UserWord word;
        std::uint64_t line = 0;
    };

    void take(std::string_view line) {
        const std::string reason = is_utf8(line) ? list(line) : tr("the line is not UTF-8");
        if (reason.empty()) {
            result_.good_lines.append(line).append("\n");
        } else {
            result_.check.problems.push_back({number_, shown(line), reason});
        }
    }

    /// Lists the word of a line; what is wrong with it, or nothing.
    std::string list(std::string_view line) {
        std::vector<std::string> fields = fields_of(normalized(line.substr(0, line.find('#'))));
        if (fields.empty()) {
            return {};
        }
        UserWord word{.word = std::move(fields.front()), .parts = {}};
        word.parts.assign(
            std::make_move_iterator(fields.begin() + 1), std::make_move_iterator(fields.end())
        );
        if (word.parts.empty()) {
            word.parts = {word.word};
        }
        std::string reason = problem_of(word);
        if (!reason.empty()) {
            return reason;
        }
        const auto known = words_.find(word.word);
        if (known != words_.end()) {
            const std::string there = std::to_string(known->second.line);
            return known->second.word.parts == word.parts
                       ? tr("%1 is listed in line %2 already", {word.word, there})
                       : tr(
                           "%1 is listed in line %2 already, with other parts", {word.word, there}
                       );
        }
        std::string key = word.word;
        words_.emplace(std::move(key), Entry{std::move(word), number_});
        return {};
    }

    static std::string problem_of(const UserWord& word) {
        if (!is_hangul(word.word)) {
            return tr("only Korean words, written in Hangul, can be listed");
        }
        if (word.word.size() < 2 * kSyllableBytes) {
            return tr("a word of one syllable would be cut out of every word that begins with it");
        }
        if (word.word.size() > kLongestSyllables * kSyllableBytes) {
            return tr("the word is longer than %1 syllables", {std::to_string(kLongestSyllables)});
        }
        if (joined(word.parts) != word.word) {
            return tr("the parts %1 do not join to %2", {listed(word.parts), word.word});
        }
        return {};
    }

    std::uint64_t number_ = 0;
    std::map<std::string, Entry> words_;
    UserWordsText result_;
};
}  // namespace

UserWords::UserWords(std::vector<UserWord> words) : words_(std::move(words)) {
    std::sort(words_.begin(), words_.end(), [](const UserWord& a, const UserWord& b) {
        return a.word < b.word;
    });
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const auto beginning = std::string_view(words_[i].word).substr(0, kBeginningBytes);
        beginnings_.try_emplace(beginning, i, i).first->second.second = i + 1;
    }
}

const UserWord* UserWords::find(std::string_view word) const {
    const UserWord* const longest = longest_beginning(word);
    return longest != nullptr && longest->word.size() == word.size() ? longest : nullptr;
}

const UserWord* UserWords::longest_beginning(std::string_view text) const {
    const auto found = beginnings_.find(text.substr(0, kBeginningBytes));
    if (found == beginnings_.end()) {
        return nullptr;
    }
    // A word sorts behind its own beginnings: the last one that fits is the longest.
    for (std::size_t i = found->second.second; i > found->second.first; --i) {
        const UserWord& word = words_[i - 1];
        if (text.substr(0, word.word.size()) == word.word) {
            return &word;
        }
    }
    return nullptr;
}

bool UserWords::any_stands_in(std::string_view normal_text) const {
    if (words_.empty()) {
        return false;
    }
    for (std::size_t at = 0; at < normal_text.size();) {
        const Decoded here = decode(normal_text, at);
        if (is_hangul_syllable(here.character)
            && longest_beginning(normal_text.substr(at)) != nullptr) {
            return true;
        }
        at += here.bytes;
    }
    return false;
}

std::string UserWords::fingerprint() const {
    if (words_.empty()) {
        return {};
    }
    Fnv64 hash;
    for (const UserWord& word : words_) {
        hash.add(word.word);
        for (const std::string& part : word.parts) {
            hash.add(" ");
            hash.add(part);
        }
        hash.add("\n");
    }
    return hash.hex();
}

UserWordsText read_user_words_text(std::string_view text) {
    return Reader().read(text);
}

std::shared_ptr<const UserWords> make_user_words(std::string_view text) {
    return std::make_shared<const UserWords>(check_user_words(text).words);
}

UserWordsDifference difference(const UserWords& before, const UserWords& after) {
    UserWordsDifference found;
    for (const UserWord& word : after.words()) {
        const UserWord* const old = before.find(word.word);
        if (old == nullptr || *old != word) {
            ++(old == nullptr ? found.added : found.changed);
            found.words.push_back(word);
        }
    }
    for (const UserWord& word : before.words()) {
        if (after.find(word.word) == nullptr) {
            ++found.removed;
            found.words.push_back(word);
        }
    }
    return found;
}
}  // namespace gisa::text

namespace gisa {
UserWordsCheck check_user_words(std::string_view text) {
    return text::read_user_words_text(text).check;
}
}  // namespace gisa
