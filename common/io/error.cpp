// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include <gisa/error.h>

namespace gisa {
Error::Error(ErrorCode code, const std::string& what, std::string hint)
    : std::runtime_error(what),
      code_(code),
      hint_(std::move(hint)) {}
}  // namespace gisa
