// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/biword_source.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace gisa::searcher {
namespace {
segment::Documents with_all(
    const segment::BiwordLists& lists, const std::vector<schema::Biword>& biwords
) {
    segment::Documents documents = lists.with(biwords.front());
    for (auto biword = biwords.begin() + 1; biword != biwords.end(); ++biword) {
        const segment::Documents more = lists.with(*biword);
        segment::Documents both;
        std::set_intersection(
            documents.begin(), documents.end(), more.begin(), more.end(), std::back_inserter(both)
        );
        documents = std::move(both);
    }
    return documents;
}
}  // namespace

void BiwordSource::init(const Xapian::Database& database) {
    segment::Documents documents;
    const segment::BiwordLists& lists = segments_.biwords(segments_.place_of(database));
    for (const std::vector<schema::Biword>& way : ways_) {
        const segment::Documents more = with_all(lists, way);
        segment::Documents either;
        std::set_union(
            documents.begin(), documents.end(), more.begin(), more.end(), std::back_inserter(either)
        );
        documents = std::move(either);
    }
    begin(std::move(documents));
}

std::string BiwordSource::get_description() const {
    return "Biwords";
}
}  // namespace gisa::searcher
