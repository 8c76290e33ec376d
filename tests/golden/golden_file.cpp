// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/golden_file.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>

#include "common/text/utf8.h"

namespace gisa::test {
namespace {
/// What follows `name: ` on a line that begins so; a bare `name:` is empty.
std::optional<std::string> value_of(const std::string& line, std::string_view name) {
    const std::string start = std::string(name) + ":";
    if (!line.starts_with(start)) {
        return std::nullopt;
    }
    return line.substr(std::min(line.size(), start.size() + 1));
}

class GoldenReader {
  public:
    void read(const std::string& line) {
        if (line.empty()) {
            finish();
        } else if (in_plan_ && line.starts_with("  ")) {
            case_.plan.push_back(line.substr(2));
        } else if (line.starts_with('#')) {
            case_.comments.push_back(line);
        } else if (const auto query = value_of(line, "query")) {
            case_.query = *query;
            case_.has_query = true;
        } else if (const auto syntax = value_of(line, "syntax")) {
            case_.syntax = *syntax;
        } else if (const auto notice = value_of(line, "notice")) {
            case_.notices.push_back(*notice);
        } else if (line == "plan:") {
            in_plan_ = true;
        } else {
            throw std::runtime_error("no line of a golden file");
        }
    }

    std::vector<GoldenCase> take() {
        finish();
        return std::move(cases_);
    }

  private:
    void finish() {
        if (case_.has_query || !case_.comments.empty()) {
            cases_.push_back(std::move(case_));
        }
        case_ = {};
        in_plan_ = false;
    }

    std::vector<GoldenCase> cases_;
    GoldenCase case_;
    bool in_plan_ = false;
};

std::uint32_t hex_number(std::string_view digits) {
    std::uint32_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, number, 16);
    if (digits.empty() || result.ec != std::errc{} || result.ptr != end) {
        throw std::runtime_error("no hexadecimal number: " + std::string(digits));
    }
    return number;
}

/// Reads the escape at the front, behind its backslash, and returns how many bytes it took.
std::size_t append_escape(std::string& out, std::string_view escape) {
    switch (escape.empty() ? '\0' : escape[0]) {
        case 'n':
            out += '\n';
            return 1;
        case 't':
            out += '\t';
            return 1;
        case '\\':
            out += '\\';
            return 1;
        case 'x':
            out += static_cast<char>(hex_number(escape.substr(1, 2)));
            return 3;
        case 'u': {
            const std::size_t close = escape.find('}');
            if (!escape.starts_with("u{") || close == std::string_view::npos) {
                throw std::runtime_error("an escape is written \\u{HHHH}");
            }
            text::append_utf8(out, hex_number(escape.substr(2, close - 2)));
            return close + 1;
        }
        default:
            throw std::runtime_error("unknown escape \\" + std::string(escape.substr(0, 1)));
    }
}
}  // namespace

std::vector<GoldenCase> read_golden_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    GoldenReader reader;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        try {
            reader.read(line);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(
                path.string() + ":" + std::to_string(number) + ": " + error.what()
            );
        }
    }
    return reader.take();
}

std::string golden_text(const std::vector<GoldenCase>& cases) {
    std::string text;
    const auto add = [&text](std::string_view name, const std::string& value) {
        text.append(name).append(value.empty() ? ":" : ": ").append(value).append("\n");
    };
    for (const GoldenCase& one : cases) {
        text += text.empty() ? "" : "\n";
        for (const std::string& comment : one.comments) {
            text.append(comment).append("\n");
        }
        if (!one.has_query) {
            continue;
        }
        add("query", one.query);
        add("syntax", one.syntax);
        for (const std::string& notice : one.notices) {
            add("notice", notice);
        }
        text += one.plan.empty() ? "" : "plan:\n";
        for (const std::string& line : one.plan) {
            text.append("  ").append(line).append("\n");
        }
    }
    return text;
}

std::string unescaped(std::string_view query) {
    std::string bytes;
    for (std::size_t at = 0; at < query.size();) {
        if (query[at] == '\\') {
            at += 1 + append_escape(bytes, query.substr(at + 1));
        } else {
            bytes += query[at];
            ++at;
        }
    }
    return bytes;
}

std::vector<std::filesystem::path> golden_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".query") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}
}  // namespace gisa::test
