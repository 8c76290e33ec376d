// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace gisa::searcher {
/// A Xapian posting source of documents that init() finds for each database. It knows how many they
/// are, so that Xapian asks it first when they are few.
class DocumentSource : public Xapian::PostingSource {
  public:
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return held(); }

    void next(double min_weight) override;
    void skip_to(Xapian::docid document, double min_weight) override;

    [[nodiscard]] bool at_end() const override { return next_ > documents_.size(); }

    [[nodiscard]] Xapian::docid get_docid() const override { return documents_[next_ - 1]; }

  protected:
    /// For init(): begins with these documents, ascending.
    void begin(std::vector<std::uint32_t> documents);

  private:
    [[nodiscard]] Xapian::doccount held() const {
        return static_cast<Xapian::doccount>(documents_.size());
    }

    std::vector<std::uint32_t> documents_;  ///< of this database
    std::size_t next_ = 0;                  ///< the one behind the current; 0: not begun
};
}  // namespace gisa::searcher
