// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/command.h"

#include <array>

#include "common/cli/environment.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace po = boost::program_options;

std::span<const Command> commands() noexcept {
    static const std::array<Command, 12> all = {
        add_command(),
        retry_command(),
        remove_command(),
        takedown_command(),
        status_command(),
        log_command(),
        merge_command(),
        rebuild_command(),
        verify_command(),
        snapshot_command(),
        dictionary_command(),
        analyze_command(),
    };
    return all;
}

void describe_shared_options(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("config", po::value<std::string>());
    add("archive", po::value<std::string>());
    add("dictionary", po::value<std::string>());
    add("help,h", po::bool_switch());
    add("WORD", po::value<std::vector<std::string>>());
    grammar.positions.add("WORD", -1);
}

std::string text_or(
    const po::variables_map& values, const char* option, const std::string& otherwise
) {
    return values.count(option) != 0 ? values[option].as<std::string>() : otherwise;
}

std::vector<std::string> words_or_usage_error(
    const po::variables_map& values, const std::string& what
) {
    if (values.count("WORD") == 0) {
        throw UsageError(tr("no %1 is given", {what}));
    }
    return values["WORD"].as<std::vector<std::string>>();
}

Places places(const po::variables_map& values) {
    return {
        .archive = archive_location(text_or(values, "archive", ""), process_environment),
        .dictionary = dictionary_location(text_or(values, "dictionary", ""), process_environment),
    };
}
}  // namespace gisa::cli
