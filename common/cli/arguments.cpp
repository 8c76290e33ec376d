// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/arguments.h"

#include <charconv>
#include <limits>
#include <utility>

#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

/// Whether Boost would read an argument as one-letter options and get nonsense: all of "-north" but
/// the n as the number of hits. "-n5" is fine.
bool is_letter_muddle(std::string_view argument) noexcept {
    return argument.size() > 2 && argument[0] == '-' && argument[1] != '-'
           && (argument[2] < '0' || argument[2] > '9') && argument[2] != '=';
}

/// Boost's style parser: takes a minus word off the arguments before Boost sees an option in it.
std::vector<po::option> take_minus_word(std::vector<std::string>& arguments) {
    std::vector<po::option> taken;
    if (arguments.empty()) {
        return taken;
    }
    const std::string& first = arguments.front();
    if (is_minus_word(first)) {
        po::option word;
        word.value = {first};
        word.original_tokens = {first};
        taken.push_back(std::move(word));
        arguments.erase(arguments.begin());
    } else if (is_letter_muddle(first)) {
        throw UsageError(
            tr("there is no option %1", {first}),
            tr("to leave out a word, put it behind two minuses: gisa-search korea -- -north")
        );
    }
    return taken;
}

/// What Boost says in English only.
std::string words_for(const po::invalid_command_line_syntax& error) {
    const std::string option = error.get_option_name();
    switch (error.kind()) {
        case po::invalid_syntax::missing_parameter:
            return tr("the required argument for option '%1' is missing", {option});
        case po::invalid_syntax::extra_parameter:
            return tr("option '%1' does not take any arguments", {option});
        case po::invalid_syntax::empty_adjacent_parameter:
            return tr(
                "the argument for option '%1' should follow immediately after the equal sign",
                {option}
            );
        default:
            return error.what();
    }
}
}  // namespace

UsageError::UsageError(const std::string& what, std::string hint)
    : std::runtime_error(what),
      hint_(std::move(hint)) {}

po::variables_map parse_arguments(
    const std::vector<std::string>& arguments, const Grammar& grammar
) {
    constexpr int kStyle =
        po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::variables_map values;
    try {
        po::command_line_parser parser(arguments);
        parser.options(grammar.options).positional(grammar.positions).style(kStyle);
        if (grammar.minus_words) {
            parser.extra_style_parser(take_minus_word);
        }
        po::store(parser.run(), values);
        po::notify(values);
    } catch (const po::unknown_option& error) {
        throw UsageError(tr("unrecognised option '%1'", {error.get_option_name()}));
    } catch (const po::multiple_occurrences& error) {
        throw UsageError(
            tr("option '%1' cannot be specified more than once", {error.get_option_name()})
        );
    } catch (const po::invalid_command_line_syntax& error) {
        throw UsageError(words_for(error));
    } catch (const po::error& error) {
        throw UsageError(error.what());
    }
    return values;
}

bool is_minus_word(std::string_view argument) noexcept {
    if (argument.size() < 2 || argument[0] != '-') {
        return false;
    }
    const auto second = static_cast<unsigned char>(argument[1]);
    return second >= 0x80 || second == '"' || second == '\'' || second == '(';
}

std::uint32_t parse_count(std::string_view option, std::string_view text) {
    std::uint32_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, count);
    if (problem != std::errc{} || stopped != end) {
        const std::string most = std::to_string(std::numeric_limits<std::uint32_t>::max());
        throw UsageError(
            tr("%1 takes a whole number from 0 to %2, not \"%3\"", {option, most, text})
        );
    }
    return count;
}

std::vector<std::string> program_arguments(int count, const char* const* values) {
    return {values + (count > 0 ? 1 : 0), values + count};
}
}  // namespace gisa::cli
