// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <filesystem>
#include <string>

#include "searcher/cli/printer.h"

namespace gisa::cli {
/// What a mail says beside an answer.
struct MailHead {
    std::string to;  ///< addresses as in a header, checked by is_mail_address()
    /// Tells this mail from all others and is the same when it has to be made again: characters of
    /// a file's name.
    std::string name;
    std::chrono::sys_seconds date;
};

/// Whether a text can stand behind "To:": printable ASCII with an @ or a local name in it.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// A message as RFC 5322 has it, but with the line ends of a file: the answer as the text format
/// prints it, then `remark`. It comes from its first reader, so that any server takes it.
[[nodiscard]] std::string mail_text(
    const MailHead& head, const Answer& answer, const std::string& remark
);

/// Delivers a message into a maildir, which is made when it is not there; one of that name that was
/// not taken yet is replaced. Throws: Error (StorageFailed).
void deliver(
    const std::filesystem::path& maildir, const std::string& name, const std::string& text
);
}  // namespace gisa::cli
