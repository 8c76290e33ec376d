// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace gisa {
/// The name of our catalogs: LOCALE/LC_MESSAGES/gisa.mo.
inline constexpr const char* kMessageDomain = "gisa";

/// A sentence for people in the language of the process (see setlocale(3) and gettext(3)), in English
/// where no catalog has it. "%1" to "%9" stand for the arguments, so that a language may turn them
/// round; every other "%" is itself. `sentence` is a literal of one or more words: xgettext reads
/// it from the source, po/ holds it in other languages, and no two of them are joined to one.
/// Safe from several threads, as long as none calls setlocale().
[[nodiscard]] std::string tr(
    const char* sentence, std::initializer_list<std::string_view> arguments = {}
);

/// The same of a sentence that depends on a number; English says `one` for 1 and `many` for the rest.
/// The number itself is an argument as well where it is to be read.
[[nodiscard]] std::string tr_n(
    const char* one,
    const char* many,
    std::uint64_t number,
    std::initializer_list<std::string_view> arguments
);

/// Marks a sentence of a constant for xgettext; tr() gets it where it is used.
constexpr const char* tr_later(const char* sentence) noexcept {
    return sentence;
}
}  // namespace gisa
