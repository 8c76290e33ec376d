// SPDX-License-Identifier: GPL-2.0-or-later
//
// Boost reads the files line by line, since only then does a message know the line.
#include "common/cli/configuration.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr const char* kSystemFile = "/etc/gisa/config";

enum class Kind { Path, Count, YesNo, Text, Report, Colour };

struct Key {
    std::string_view name;  ///< as the option
    Kind kind;
    const char* variable = nullptr;  ///< of the environment, that beats the file
};

constexpr auto kKeys = std::to_array<Key>({
    {"archive", Kind::Path, "GISA_ARCHIVE"},
    {"dictionary", Kind::Path, "GISA_DICTIONARY"},
    {"threads", Kind::Count},
    {"wait", Kind::Count},
    {"no-merge", Kind::YesNo},
    {"max-rejected", Kind::Count},
    {"report", Kind::Report},
    {"metrics", Kind::Path},
    {"pre-run", Kind::Text},
    {"post-run", Kind::Text},
    {"limit", Kind::Count},
    {"color", Kind::Colour},
});

const Key* key_named(std::string_view name) {
    const auto* const found = std::find_if(kKeys.begin(), kKeys.end(), [name](const Key& key) {
        return key.name == name;
    });
    return found == kKeys.end() ? nullptr : found;
}

/// Why the value does not suit its key; empty where it does.
std::string objection(const Setting& setting, Kind kind) {
    const auto& [key, value] = setting;
    const auto is_one_of = [&value = value](std::initializer_list<std::string_view> allowed) {
        return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
    };
    switch (kind) {
        case Kind::Path:
            return value.starts_with('/')
                       ? ""
                       : tr("%1 takes an absolute path, not \"%2\"", {key, value});
        case Kind::Count:
            try {
                static_cast<void>(parse_count(key, value));
                return "";
            } catch (const UsageError& error) {
                return error.what();
            }
        case Kind::YesNo:
            return is_one_of({"yes", "no"}) ? ""
                                            : tr("%1 takes yes or no, not \"%2\"", {key, value});
        case Kind::Report:
            return is_one_of({"text", "json", "none"})
                       ? ""
                       : tr("%1 takes text, json or none, not \"%2\"", {key, value});
        case Kind::Colour:
            return is_one_of({"auto", "always", "never"})
                       ? ""
                       : tr("%1 takes auto, always or never, not \"%2\"", {key, value});
        case Kind::Text:
            break;
    }
    return "";
}

[[noreturn]] void refuse(
    std::string_view file, std::size_t line, const std::string& what, std::string hint
) {
    throw Error(
        ErrorCode::Configuration,
        std::string(file) + ":" + std::to_string(line) + ": " + what,
        std::move(hint)
    );
}

std::string all_keys() {
    std::string names;
    for (const Key& key : kKeys) {
        names.append(names.empty() ? "" : ", ").append(key.name);
    }
    return tr("keys are %1", {names});
}

/// The setting of a line; nothing in an empty one.
std::vector<Setting> parse_line(const std::string& text) {
    std::istringstream line(text);
    const po::parsed_options parsed =
        po::parse_config_file(line, po::options_description(), /*allow_unregistered=*/true);
    std::vector<Setting> settings;
    for (const po::option& option : parsed.options) {
        settings.push_back({option.string_key, option.value.empty() ? "" : option.value.front()});
    }
    return settings;
}

std::vector<Setting> settings_of_line(
    const std::string& text, std::string_view file, std::size_t number
) {
    try {
        std::vector<Setting> settings = parse_line(text);
        const std::size_t first = text.find_first_not_of(" \t");
        if (first == std::string::npos || text[first] != '[') {
            return settings;
        }
    } catch (const po::error&) {
        // Told below.
    }
    refuse(file, number, tr("this is no line \"key = value\": %1", {text}), all_keys());
}

void check(const Setting& setting, std::string_view file, std::size_t number) {
    const Key* const key = key_named(setting.key);
    if (key == nullptr) {
        refuse(file, number, tr("there is no key \"%1\"", {setting.key}), all_keys());
    }
    const std::string problem = setting.value.empty() ? "" : objection(setting, key->kind);
    if (!problem.empty()) {
        refuse(file, number, problem, "");
    }
}

[[noreturn]] void throw_unreadable(const fs::path& file, int problem) {
    throw Error(
        ErrorCode::Configuration,
        tr("cannot read the configuration %1: %2",
           {file.string(), std::generic_category().message(problem)}),
        ""
    );
}

/// Nothing of a file that is not there, unless it must be.
std::string content_of(const fs::path& path, bool must_exist) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        throw_unreadable(path, EISDIR);
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    const int problem = errno;
    if (!file) {
        if (!must_exist && (problem == ENOENT || problem == ENOTDIR)) {
            return {};
        }
        throw_unreadable(path, problem);
    }
    std::ostringstream content;
    // Of an empty file << would take nothing for a failure.
    if (file.peek() != std::ifstream::traits_type::eof()) {
        content << file.rdbuf();
    }
    if (file.bad()) {
        throw_unreadable(path, EIO);
    }
    return content.str();
}

bool is_known(const Grammar& grammar, const std::string& option) {
    return grammar.options.find_nothrow(option, false) != nullptr;
}

bool is_in_environment(const Key& key, const Environment& environment) {
    return key.variable != nullptr && environment(key.variable).has_value();
}
}  // namespace

ConfigurationFiles configuration_files(const std::string& option, const Environment& environment) {
    if (!option.empty()) {
        return {{option}, true};
    }
    if (const auto named = environment("GISA_CONFIG")) {
        return {{*named}, true};
    }
    ConfigurationFiles found;
    // The XDG specification: a relative path in this variable is to be ignored.
    if (const auto config = environment("XDG_CONFIG_HOME"); config && config->starts_with('/')) {
        found.files.push_back(fs::path(*config) / "gisa" / "config");
    } else if (const auto home = environment("HOME")) {
        found.files.push_back(fs::path(*home) / ".config" / "gisa" / "config");
    }
    found.files.emplace_back(kSystemFile);
    return found;
}

std::vector<Setting> read_settings(const std::string& text, std::string_view file) {
    std::vector<Setting> settings;
    std::set<std::string> seen;
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        for (Setting& setting : settings_of_line(line, file, number)) {
            check(setting, file, number);
            if (!seen.insert(setting.key).second) {
                refuse(file, number, tr("%1 is there a second time", {setting.key}), "");
            }
            settings.push_back(std::move(setting));
        }
    }
    return settings;
}

void add_configuration(
    po::variables_map& values, const Grammar& grammar, const Environment& environment
) {
    const std::string option =
        values.count("config") != 0 ? values["config"].as<std::string>() : "";
    const ConfigurationFiles from = configuration_files(option, environment);
    std::map<std::string, std::string> nearest;
    for (const fs::path& file : from.files) {
        const std::string text = content_of(file, from.must_exist);
        for (Setting& setting : read_settings(text, file.string())) {
            nearest.insert({std::move(setting.key), std::move(setting.value)});
        }
    }
    po::parsed_options wanted(&grammar.options);
    for (const auto& [key, value] : nearest) {
        if (!value.empty() && is_known(grammar, key)
            && !is_in_environment(*key_named(key), environment)) {
            wanted.options.emplace_back(key, std::vector<std::string>{value});
        }
    }
    // What is there already stays.
    po::store(wanted, values);
}

std::vector<std::string_view> configuration_keys() {
    std::vector<std::string_view> names;
    names.reserve(kKeys.size());
    for (const Key& key : kKeys) {
        names.push_back(key.name);
    }
    return names;
}
}  // namespace gisa::cli
