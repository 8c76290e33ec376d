// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/environment.h"

#include <cstdlib>

#include "common/cli/arguments.h"
#include "common/messages/tr.h"

namespace gisa::cli {
std::optional<std::string> process_environment(const char* name) {
    // Reading is safe beside other readers, and our threads do not write the environment.
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
    if (value == nullptr || *value == '\0') {
        return std::nullopt;
    }
    return value;
}

std::filesystem::path archive_location(const std::string& option, const Environment& environment) {
    if (!option.empty()) {
        return option;
    }
    if (const auto archive = environment("GISA_ARCHIVE")) {
        return *archive;
    }
    // The XDG specification: a relative path in this variable is to be ignored.
    if (const auto data = environment("XDG_DATA_HOME"); data && data->starts_with('/')) {
        return std::filesystem::path(*data) / "gisa" / "archive";
    }
    if (const auto home = environment("HOME")) {
        return std::filesystem::path(*home) / ".local" / "share" / "gisa" / "archive";
    }
    throw UsageError(tr("no archive is named: give --archive DIR or set GISA_ARCHIVE"));
}

std::filesystem::path dictionary_location(
    const std::string& option, const Environment& environment
) {
    if (!option.empty()) {
        return option;
    }
    return environment("GISA_DICTIONARY").value_or("");
}
}  // namespace gisa::cli
