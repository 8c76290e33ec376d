// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/index_program.h"

#include <iostream>
#include <string_view>

#include "common/cli/configuration.h"
#include "common/cli/version.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kSharedOptions = tr_later(R"(
Options of every command:
  --archive DIR       the archive; else $GISA_ARCHIVE, else the configuration's,
                      else $XDG_DATA_HOME/gisa/archive, else
                      ~/.local/share/gisa/archive
  --dictionary DIR    a compiled mecab-ko-dic; else $GISA_DICTIONARY, else the
                      configuration's, else the one Gisa was installed with
  --config FILE       a configuration of lines "option = value"; else
                      $GISA_CONFIG, else both $XDG_CONFIG_HOME/gisa/config (or
                      ~/.config/gisa/config) and /etc/gisa/config
  -h, --help          print this help
)");

constexpr const char* kOverviewEnd = tr_later(R"(  -V, --version       print the version

Reports go to standard output, everything else to standard error; progress is
shown on terminals.
Exit status: 0 done; 2 wrong usage or another error; 65 done, but some input was
rejected; 66 no input; 74 input or output failed; 75 another run holds the
archive, try again later; 78 the configuration or the dictionary cannot be used,
or the archive was built with another one; 143 ended by SIGTERM or SIGINT, what
was stored is kept.

Examples:
  gisa-index add news/2024-05-01.jsonl
  gisa-index add --map headline=title --map 본문=body 기사
  gisa-search --format ids 오보 | gisa-index remove -
)");

const Command* command_named(std::string_view name) {
    for (const Command& command : commands()) {
        if (command.name == name) {
            return &command;
        }
    }
    return nullptr;
}

/// Of those with a value behind them, that may stand before the command.
bool is_shared_option(const std::string& argument) {
    return argument == "--archive" || argument == "--dictionary" || argument == "--config";
}

UsageError unknown_command(const std::string& name) {
    return UsageError(tr("there is no command \"%1\"", {name}), tr("try: %1", {"gisa-index help"}));
}

std::string command_help(const Command& command) {
    return tr(command.help) + (command.writes ? tr(kWritingOptions) : "") + tr(kSharedOptions);
}

ExitStatus print_help(const std::vector<std::string>& topics) {
    if (topics.empty() || topics.front() == "help") {
        std::cout << index_help();
        return ExitStatus::Ok;
    }
    const Command* command = command_named(topics.front());
    if (command == nullptr) {
        throw unknown_command(topics.front());
    }
    std::cout << command_help(*command);
    return ExitStatus::Ok;
}

ExitStatus run_command(const Command& command, const std::vector<std::string>& arguments) {
    try {
        Grammar grammar;
        describe_shared_options(grammar);
        command.describe(grammar);
        po::variables_map values = parse_arguments(arguments, grammar);
        if (values["help"].as<bool>()) {
            std::cout << command_help(command);
            return ExitStatus::Ok;
        }
        add_configuration(values, grammar, process_environment);
        return command.run(values);
    } catch (const UsageError& error) {
        throw UsageError(
            error.what(), tr("try: %1", {"gisa-index help " + std::string(command.name)})
        );
    }
}

/// No command: only the options that need none.
ExitStatus run_without_command(const std::vector<std::string>& arguments) {
    Grammar grammar;
    describe_shared_options(grammar);
    grammar.options.add_options()("version,V", po::bool_switch());
    const po::variables_map values = parse_arguments(arguments, grammar);
    if (values["version"].as<bool>()) {
        std::cout << version_line("gisa-index");
        return ExitStatus::Ok;
    }
    if (values["help"].as<bool>()) {
        return print_help({});
    }
    throw UsageError(tr("no command is given"));
}
}  // namespace

CommandLine find_command(const std::vector<std::string>& arguments) {
    CommandLine line;
    bool is_value = false;
    for (const std::string& argument : arguments) {
        const bool is_option = argument.starts_with('-');
        if (line.command.empty() && !is_option && !is_value) {
            line.command = argument;
            continue;
        }
        is_value = !is_value && is_shared_option(argument);
        line.others.push_back(argument);
    }
    return line;
}

std::string index_help() {
    std::string text = tr(R"(Usage: gisa-index [--archive DIR] COMMAND [OPTION]... [ARGUMENT]...
Fills an archive of news articles for gisa-search.

Commands (gisa-index help COMMAND tells more):
)");
    for (const Command& command : commands()) {
        std::string name(command.name);
        name.resize(20, ' ');
        text += "  " + name + tr(command.summary) + "\n";
    }
    return text + tr(kSharedOptions) + tr(kOverviewEnd);
}

ExitStatus index_program(const std::vector<std::string>& arguments) {
    const CommandLine line = find_command(arguments);
    if (line.command.empty()) {
        return run_without_command(line.others);
    }
    if (line.command == "help") {
        return print_help(line.others);
    }
    const Command* command = command_named(line.command);
    if (command == nullptr) {
        throw unknown_command(line.command);
    }
    return run_command(*command, line.others);
}
}  // namespace gisa::cli
