// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/whole_file.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;

[[noreturn]] void fail(const char* how, const fs::path& file, int number) {
    throw Error(
        ErrorCode::StorageFailed,
        tr(how, {file.string(), std::generic_category().message(number)}),
        tr("check free space and permissions, then run this again")
    );
}

[[noreturn]] void cannot_write(const fs::path& file, int number) {
    fail(tr_later("cannot write %1: %2"), file, number);
}

/// A file or folder that is closed in the end.
class Opened {
  public:
    Opened(const fs::path& path, int flags)
        : path_(path),
          number_(open(path.c_str(), flags, 0666)) {
        if (number_ < 0) {
            cannot_write(path_, errno);
        }
    }

    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    ~Opened() { close(number_); }

    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t bytes = ::write(number_, text.data(), text.size());
            if (bytes < 0 && errno != EINTR) {
                cannot_write(path_, errno);
            }
            text.remove_prefix(bytes < 0 ? 0 : static_cast<std::size_t>(bytes));
        }
    }

    void sync() const {
        if (fsync(number_) != 0) {
            cannot_write(path_, errno);
        }
    }

  private:
    fs::path path_;
    int number_;
};
}  // namespace

void replace_file(const fs::path& file, std::string_view text) {
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        fail(tr_later("cannot make %1: %2"), folder, failure.value());
    }
    // Always the same name, so that whoever tries again after a crash clears it away.
    const fs::path work = folder / ("." + file.filename().string() + ".new");
    {
        const Opened opened(work, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
        opened.write(text);
        opened.sync();
    }
    if (rename(work.c_str(), file.c_str()) != 0) {
        const int number = errno;
        fs::remove(work, failure);
        cannot_write(file, number);
    }
    Opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

std::optional<std::string> content_of(const fs::path& file) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in && errno == ENOENT) {
        return std::nullopt;
    }
    std::string content;
    std::array<char, 65'536> block{};
    while (in.read(block.data(), block.size()), in.gcount() > 0) {
        content.append(block.data(), static_cast<std::size_t>(in.gcount()));
    }
    // A folder can be opened, and then not be read.
    if (!in.eof()) {
        fail(tr_later("cannot read %1: %2"), file, errno);
    }
    return content;
}
}  // namespace gisa::cli
