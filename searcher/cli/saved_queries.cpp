// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/saved_queries.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include <gisa/error.h>

#include "common/cli/arguments.h"
#include "common/cli/whole_file.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 80;

/// What can be a file's name and a word behind `query:`.
bool is_name(std::string_view name) {
    constexpr std::string_view kNever = "/\\\"'()*~:|&";
    return !name.empty() && name.size() <= kLongestName && name.front() != '.'
           && name.front() != '-' && std::none_of(name.begin(), name.end(), [kNever](char c) {
                  return static_cast<unsigned char>(c) <= ' '
                         || kNever.find(c) != std::string_view::npos;
              });
}
}  // namespace

SavedQueryFolders::SavedQueryFolders(const Environment& environment) {
    // The XDG specification: a relative path in this variable is to be ignored.
    if (const auto config = environment("XDG_CONFIG_HOME"); config && config->starts_with('/')) {
        folders_.push_back(fs::path(*config) / "gisa/queries");
    } else if (const auto home = environment("HOME")) {
        folders_.push_back(fs::path(*home) / ".config/gisa/queries");
    } else {
        folders_.emplace_back();
    }
    folders_.emplace_back("/etc/gisa/queries");
}

SavedQueryFolders::SavedQueryFolders(std::vector<fs::path> folders)
    : folders_(std::move(folders)) {}

std::optional<std::string> SavedQueryFolders::find(std::string_view name) const {
    if (!is_name(name)) {
        return std::nullopt;
    }
    for (const fs::path& folder : folders_) {
        std::ifstream in(folder / name, std::ios::binary);
        if (folder.empty() || !in) {
            continue;
        }
        std::string query{std::istreambuf_iterator<char>(in), {}};
        query.erase(query.find_last_not_of("\r\n") + 1);
        return query;
    }
    return std::nullopt;
}

std::vector<std::string> SavedQueryFolders::names() const {
    std::set<std::string> names;
    for (const fs::path& folder : folders_) {
        // A folder that is not there or not for us holds no queries, as for find().
        std::error_code failure;
        for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
             at.increment(failure)) {
            const std::string name = at->path().filename().string();
            if (is_name(name)) {
                names.insert(name);
            }
        }
    }
    return {names.begin(), names.end()};
}

void SavedQueryFolders::save(std::string_view name, std::string_view query) const {
    if (!is_name(name)) {
        throw UsageError(
            tr("a query cannot be saved as \"%1\"", {name}),
            tr("a name has no spaces, quotes or signs of the query language and does not begin "
               "with - or .")
        );
    }
    const fs::path& folder = folders_.front();
    if (folder.empty()) {
        throw UsageError(
            tr("there is no folder for saved queries"), tr("set XDG_CONFIG_HOME or HOME")
        );
    }
    replace_file(folder / name, std::string(query) + "\n");
}
}  // namespace gisa::cli
