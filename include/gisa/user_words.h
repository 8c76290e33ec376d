// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/export.h>

namespace gisa {
/// A Korean word that the owner of an archive has listed, because no dictionary knows it or takes
/// it apart as it should. It is one word to the index, with the parts that find it as well.
struct UserWord {
    std::string word;                ///< in its normal form: Hangul syllables, at least two
    std::vector<std::string> parts;  ///< join to `word`; {word} for a word without parts
    friend bool operator==(const UserWord&, const UserWord&) = default;
};

/// A line of a user's dictionary that is not in effect.
struct UserWordProblem {
    std::uint64_t line = 0;  ///< 1-based
    std::string text;        ///< the line's first bytes (at most 200), valid UTF-8
    std::string reason;      ///< one clause for people, in the process's language
};

/// A user's dictionary as it was understood.
struct UserWordsCheck {
    std::vector<UserWord> words;            ///< in effect, ascending by word
    std::vector<UserWordProblem> problems;  ///< in the order of their lines
};

/// Reads a user's dictionary: one word a line, behind it, between spaces, the parts it consists of
/// (`세종시 세종 시`); a word alone is its own part. `#` begins a comment. UTF-8, a byte order mark
/// and CRLF allowed. A bad line is a problem and the others stay in effect; an empty text is an
/// empty dictionary. Never throws but for want of memory. Safe to call from several threads.
[[nodiscard]] GISA_EXPORT UserWordsCheck check_user_words(std::string_view text);

/// The user's dictionary that an archive holds, with its comments; empty when it has none. Needs no
/// lock and no write permission. Indexer::set_user_words() replaces it.
/// Throws: ArchiveNotFound, ArchiveIncompatible, ArchiveCorrupt, StorageFailed.
[[nodiscard]] GISA_EXPORT std::string read_user_words(const std::filesystem::path& archive);
}  // namespace gisa
