// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_file.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include <gisa/error.h>

#include "common/cli/characters.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Text as it is, a whole number in digits, nothing for anything else.
std::optional<std::string> id_from(const nlohmann::json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number_integer()) {
        return value.dump();
    }
    return std::nullopt;
}

/// A line as people type it, named by its number.
BatchQuery plain_query(const std::string& text, std::uint64_t line) {
    const std::size_t end = text.find_last_not_of(" \t\r") + 1;
    return {.id = std::to_string(line), .text = as_utf8(std::string_view(text).substr(0, end))};
}

QueryOutcome read_query(const std::string& text, std::uint64_t line) {
    if (text[text.find_first_not_of(" \t\r")] != '{') {
        return plain_query(text, line);
    }
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (object.is_discarded()) {
        return BrokenLine{.line = line, .reason = tr("no valid JSON")};
    }
    const auto id_value = object.find("id");
    const auto id = id_value == object.end() ? std::nullopt : id_from(*id_value);
    if (!id || id->empty()) {
        return BrokenLine{.line = line, .reason = tr("\"id\" is no text and no whole number")};
    }
    const auto query = object.find("text");
    if (query == object.end() || !query->is_string()) {
        return BrokenLine{.line = line, .reason = tr("\"text\" is no text")};
    }
    return BatchQuery{.id = *id, .text = query->get<std::string>()};
}
}  // namespace

QueryFile::QueryFile(const std::string& path) : path_(path) {
    if (path_ == "-") {
        return;
    }
    std::error_code unknown;
    if (!std::filesystem::exists(path_, unknown)) {
        throw Error(ErrorCode::InputNotFound, tr("there is no file %1", {path_}));
    }
    if (std::filesystem::is_directory(path_, unknown)) {
        throw Error(ErrorCode::InputNotFound, tr("%1 is a folder, not a file of queries", {path_}));
    }
    file_.open(path_);
    if (!file_) {
        throw Error(ErrorCode::StorageFailed, tr("cannot open %1 for reading", {path_}));
    }
}

QueryOutcome QueryFile::next() {
    std::string text;
    while (std::getline(input(), text)) {
        ++line_;
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (line_ == 1 && text.starts_with(kByteOrderMark)) {
            text.erase(0, kByteOrderMark.size());
        }
        if (text.find_first_not_of(" \t\r") != std::string::npos) {
            return read_query(text, line_);
        }
    }
    if (input().bad()) {
        throw Error(ErrorCode::StorageFailed, tr("cannot read on in %1", {path_}));
    }
    return EndOfQueries{};
}

std::istream& QueryFile::input() {
    if (path_ == "-") {
        return std::cin;
    }
    return file_;
}
}  // namespace gisa::cli
