// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <xapian.h>

namespace gisa::searcher {
/// The order of articles by their instants of publication, those without one first; of one instant,
/// by their rows. No two articles are equal in it, and no later state moves one.
class DateOrder : public Xapian::KeyMaker {
  public:
    /// Thirteen bytes that compare as the articles do.
    std::string operator()(const Xapian::Document& document) const override;
};
}  // namespace gisa::searcher
