// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alert_state.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/cli/arguments.h"
#include "common/cli/json_line.h"
#include "common/cli/whole_file.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string hex(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += {kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
    return text;
}

std::string from_hex(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

fs::path state_folder(const Environment& environment) {
    // The XDG specification: a relative path in this variable is to be ignored.
    if (const auto state = environment("XDG_STATE_HOME"); state && state->starts_with('/')) {
        return fs::path(*state) / "gisa/alerts";
    }
    if (const auto home = environment("HOME")) {
        return fs::path(*home) / ".local/state/gisa/alerts";
    }
    throw UsageError(
        tr("there is no folder to remember alerts in"), tr("set XDG_STATE_HOME or HOME")
    );
}

fs::path state_file(const fs::path& archive, const Environment& environment) {
    std::string name = fs::weakly_canonical(archive).string();
    std::replace(name.begin(), name.end(), '/', '%');
    return state_folder(environment) / (name + ".json");
}

[[noreturn]] void cannot_hold(const fs::path& file, int number) {
    throw Error(
        ErrorCode::StorageFailed,
        tr("cannot lock %1: %2", {file.string(), std::generic_category().message(number)}),
        tr("check the folder's permissions")
    );
}
}  // namespace

std::string to_json(const AlertState& state) {
    Json queries = Json::object();
    for (const auto& [name, query] : state.queries) {
        Json stories = Json::array();
        for (const std::string& story : query.stories) {
            stories.push_back(hex(story));
        }
        queries[name] = {{"row", query.row}, {"stories", std::move(stories)}};
    }
    const Json all = {
        {"version", kVersion},
        {"begun", state.begun.time_since_epoch().count()},
        {"queries", std::move(queries)},
    };
    return json_line(all);
}

AlertState parse_alert_state(const std::string& text) {
    AlertState state;
    try {
        const Json all = Json::parse(text);
        if (all.at("version") != kVersion) {
            throw std::invalid_argument("another version");
        }
        state.begun =
            std::chrono::sys_seconds(std::chrono::seconds(all.at("begun").get<std::int64_t>()));
        for (const auto& [name, query] : all.at("queries").items()) {
            AlertState::Query& read = state.queries[name];
            read.row = query.at("row").get<std::int64_t>();
            for (const Json& story : query.at("stories")) {
                read.stories.push_back(from_hex(story.get<std::string>()));
            }
        }
    } catch (const std::exception& problem) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("what alerts have told cannot be read: %1", {problem.what()}),
            tr("remove its file below ~/.local/state/gisa/alerts; alerts then begin anew")
        );
    }
    return state;
}

AlertStateFile::AlertStateFile(const fs::path& archive, const Environment& environment)
    : file_(state_file(archive, environment)) {
    std::error_code failure;
    fs::create_directories(file_.parent_path(), failure);
    // The file itself is replaced, and a lock on it with it.
    const fs::path lock = file_.string() + ".lock";
    lock_ = open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock_ < 0) {
        cannot_hold(lock, errno);
    }
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        const int number = errno;
        close(lock_);
        if (number == EWOULDBLOCK) {
            throw Error(
                ErrorCode::ArchiveLocked,
                tr("another run tells alerts of this archive"),
                tr("run this again later")
            );
        }
        cannot_hold(lock, number);
    }
}

AlertStateFile::~AlertStateFile() {
    close(lock_);
}

AlertState AlertStateFile::read() const {
    const std::optional<std::string> text = content_of(file_);
    return text ? parse_alert_state(*text) : AlertState();
}

void AlertStateFile::write(const AlertState& state) const {
    replace_file(file_, to_json(state));
}
}  // namespace gisa::cli
