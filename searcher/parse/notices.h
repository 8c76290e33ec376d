// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

namespace gisa::searcher {
/// What the reader of a query has to tell. Rubbish could earn a notice for each of its bytes, so
/// only the first ones are kept, and the last then says that there were more.
class Notices {
  public:
    static constexpr std::size_t kMost = 20;

    void add(ByteRange where, std::string_view message);

    /// Those that were kept, in the order of their places.
    [[nodiscard]] std::vector<QueryNotice> take() &&;

  private:
    std::vector<QueryNotice> kept_;
    bool more_ = false;
};
}  // namespace gisa::searcher
