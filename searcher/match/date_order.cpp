// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/date_order.h"

#include "common/schema/terms.h"

namespace gisa::searcher {
std::string DateOrder::operator()(const Xapian::Document& document) const {
    constexpr std::size_t kInstantBytes = 5;
    constexpr std::size_t kRowBytes = 8;
    std::string key = document.get_value(schema::kPublishedSlot);
    key.resize(kInstantBytes);
    const std::string row = document.get_value(schema::kRowSlot);
    return key.append(kRowBytes - row.size(), '\0').append(row);
}
}  // namespace gisa::searcher
