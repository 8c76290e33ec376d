// SPDX-License-Identifier: GPL-2.0-or-later
#include <gisa/archive_status.h>

#include "common/catalog/catalog.h"

namespace gisa {
ArchiveStatus read_status(const std::filesystem::path& archive) {
    return catalog::Catalog(archive, catalog::Access::ReadOnly).status();
}
}  // namespace gisa
