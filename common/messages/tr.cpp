// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/messages/tr.h"

#include <libintl.h>

namespace gisa {
namespace {
std::string filled(std::string_view sentence, std::initializer_list<std::string_view> arguments) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const char next = at + 1 < sentence.size() ? sentence[at + 1] : '\0';
        const auto number = static_cast<std::size_t>(next - '0');
        if (sentence[at] == '%' && next >= '1' && next <= '9' && number <= arguments.size()) {
            text += arguments.begin()[number - 1];
            ++at;
        } else {
            text += sentence[at];
        }
    }
    return text;
}
}  // namespace

std::string tr(const char* sentence, std::initializer_list<std::string_view> arguments) {
    return filled(dgettext(kMessageDomain, sentence), arguments);
}

std::string tr_n(
    const char* one,
    const char* many,
    std::uint64_t number,
    std::initializer_list<std::string_view> arguments
) {
    return filled(dngettext(kMessageDomain, one, many, number), arguments);
}
}  // namespace gisa
