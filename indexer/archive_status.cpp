// SPDX-License-Identifier: GPL-2.0-or-later
#include <gisa/archive_status.h>
#include <gisa/article_versions.h>

#include "common/catalog/catalog.h"

namespace gisa {
ArchiveStatus read_status(const std::filesystem::path& archive) {
    return catalog::Catalog(archive, catalog::Access::ReadOnly).status();
}

ArticleHistory read_history(const std::filesystem::path& archive, std::string_view article_id) {
    const catalog::Catalog catalog(archive, catalog::Access::ReadOnly);
    return {catalog.versions(article_id), catalog.takedown(article_id)};
}
}  // namespace gisa
