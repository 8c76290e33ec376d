// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

namespace gisa::cli {
/// The person asked for something that cannot be: an unknown option, a value out of range. `what()`
/// is one clause; `hint()` is empty or says more than "see the help".
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(const std::string& what, std::string hint = {});

    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

  private:
    std::string hint_;
};

/// What a program or one of its commands accepts.
struct Grammar {
    boost::program_options::options_description options;
    boost::program_options::positional_options_description positions;
    /// Arguments that look like options but are words of a query, for instance "-서약".
    bool minus_words = false;
};

/// Reads arguments by the grammar. Options and words may be mixed; "--" ends the options; options
/// cannot be abbreviated, so that scripts survive new ones. Throws: UsageError.
[[nodiscard]] boost::program_options::variables_map parse_arguments(
    const std::vector<std::string>& arguments, const Grammar& grammar
);

/// Whether an argument begins with a minus and then with what no option begins with: a byte outside
/// ASCII, a quote or a bracket. "-서약" and "-\"대통령 선거\"" are such words, "-pledge" is not.
[[nodiscard]] bool is_minus_word(std::string_view argument) noexcept;

/// A whole number in decimal digits from 0 to 4,294,967,295. Throws: UsageError naming the option.
[[nodiscard]] std::uint32_t parse_count(std::string_view option, std::string_view text);

/// The arguments of main() without the program's name.
[[nodiscard]] std::vector<std::string> program_arguments(int count, const char* const* values);
}  // namespace gisa::cli
