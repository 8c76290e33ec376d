// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/language.h"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include <libintl.h>

#include "common/cli/environment.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
std::string wanted_locale() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto locale = process_environment(name)) {
            return *locale;
        }
    }
    return "C";
}

/// Beside the program, so that an installed tree can be moved; a build folder is laid out like one.
std::string folder_of_catalogs() {
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return program.parent_path() / GISA_BINDIR_TO_LOCALEDIR;
}
}  // namespace

// NOLINTBEGIN(concurrency-mt-unsafe): there are no threads yet.
void choose_language() {
    // The system's own messages, strerror's, are converted to this one's characters.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    if (std::setlocale(LC_MESSAGES, "") == nullptr) {
        // Few containers have generated the locale they name. gettext can do without, as long as
        // the locale is not "C"; from glibc 2.39 on C.UTF-8 is that as well, and English remains.
        std::setlocale(LC_MESSAGES, "C.UTF-8");
        if (!process_environment("LANGUAGE")) {
            setenv("LANGUAGE", wanted_locale().c_str(), /*overwrite=*/1);
        }
    }
    bindtextdomain(kMessageDomain, folder_of_catalogs().c_str());
}

// NOLINTEND(concurrency-mt-unsafe)
}  // namespace gisa::cli
