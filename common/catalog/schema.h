// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>

#include "common/catalog/catalog.h"
#include "common/catalog/database.h"

namespace gisa::catalog {
/// The format that this Gisa writes and reads; a file of another one is ArchiveIncompatible.
/// The day of an article whose day is not known.
inline constexpr std::int64_t kNoDay = -1'000'000;

inline constexpr std::int64_t kFormatVersion = 7;

/// Says whose file it is: "Gisa" in ASCII. Source: https://www.sqlite.org/pragma.html, application_id
inline constexpr std::int64_t kApplicationId = 0x47697361;

/// `archive`/catalog.sqlite, opened and checked; see Catalog's constructor.
[[nodiscard]] Database open_catalog(const std::filesystem::path& archive, Access access);
}  // namespace gisa::catalog
