// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "indexer/read/article_reader.h"
#include "indexer/read/format.h"

namespace gisa::indexer {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

/// 0 for a pipe, and for a file that just went away (opening it will tell).
std::uint64_t size_of(const fs::path& file) {
    std::error_code failure;
    const std::uintmax_t bytes = fs::file_size(file, failure);
    return failure ? 0 : bytes;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

std::vector<Source> article_files(const fs::path& folder) {
    std::vector<Source> sources;
    for (auto entry = fs::recursive_directory_iterator(folder);
         entry != fs::recursive_directory_iterator();
         ++entry) {
        if (is_hidden(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && format_of_file(entry->path().string()) != nullptr) {
            sources.push_back({entry->path().string(), size_of(entry->path())});
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& left, const Source& right) {
        return left.path < right.path;
    });
    return sources;
}

void require_there(const std::string& input) {
    if (!fs::exists(input)) {
        throw Error(
            ErrorCode::InputNotFound,
            tr("there is no file or folder %1", {input}),
            tr("check the path")
        );
    }
}

void add_sources(const std::string& input, std::vector<Source>& sources) {
    if (input == kStandardInput) {
        sources.push_back({input, 0});
        return;
    }
    require_there(input);
    if (!fs::is_directory(input)) {
        sources.push_back({input, size_of(input)});
        return;
    }
    std::vector<Source> found = article_files(input);
    if (found.empty()) {
        throw Error(
            ErrorCode::InputNotFound,
            tr("the folder %1 holds no article file", {input}),
            tr("article files are named .jsonl, .ndjson or .json, each also with .gz or .zst")
        );
    }
    sources.insert(
        sources.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end())
    );
}

/// Calls `look` with each input; what the disk refuses is said of the input.
template <typename Look>
void each_input(const std::vector<std::string>& inputs, Look look) {
    for (const std::string& input : inputs) {
        try {
            look(input);
        } catch (const fs::filesystem_error& failure) {
            throw Error(
                ErrorCode::StorageFailed,
                tr("cannot look into %1: %2", {input, failure.code().message()}),
                tr("check the permissions of the folder and of those in it")
            );
        }
    }
}
}  // namespace

std::vector<Source> list_sources(const std::vector<std::string>& inputs) {
    std::vector<Source> sources;
    each_input(inputs, [&sources](const std::string& input) { add_sources(input, sources); });
    return sources;
}

void check_inputs(const std::vector<std::string>& inputs) {
    each_input(inputs, [](const std::string& input) {
        if (input != kStandardInput) {
            require_there(input);
        }
    });
}
}  // namespace gisa::indexer
