// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace gisa::cli {
/// Lets the process speak the language that its environment asks for by LC_ALL, LC_MESSAGES or LANG,
/// and LANGUAGE beside them; English where there is no catalog for it. What is printed is UTF-8 in
/// every language. To be called once, before there are threads.
void choose_language();
}  // namespace gisa::cli
