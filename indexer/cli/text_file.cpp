// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/text_file.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

#include <gisa/error.h>

#include "common/cli/layout.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

[[noreturn]] void throw_unreadable(const std::string& path, const std::string& why) {
    throw Error(
        ErrorCode::InputNotFound,
        tr("cannot read %1: %2", {name_of_file(path), why}),
        tr("name a text file, or - for standard input")
    );
}
}  // namespace

std::string name_of_file(const std::string& path) {
    return path == "-" ? tr("standard input") : printable(path);
}

std::string read_text_file(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        errno = 0;
        file.open(path, std::ios::binary);
        if (!file) {
            throw_unreadable(path, std::generic_category().message(errno));
        }
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string text;
    std::array<char, 65'536> block{};
    errno = 0;
    while (in.read(block.data(), block.size()), in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > kMostBytes) {
            throw_unreadable(path, tr("it is larger than 64 MiB"));
        }
    }
    if (in.bad() || errno == EISDIR) {
        throw_unreadable(path, std::generic_category().message(errno));
    }
    return text;
}
}  // namespace gisa::cli
