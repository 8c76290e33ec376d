// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/inverted_batch.h"

#include <algorithm>
#include <utility>

namespace gisa::indexer {
void DocumentSummary::add(const DocumentSummary& more) {
    documents += more.documents;
    length += more.length;
    if (more.shortest > 0) {
        shortest = shortest == 0 ? more.shortest : std::min(shortest, more.shortest);
    }
    longest = std::max(longest, more.longest);
    most_occurrences = std::max(most_occurrences, more.most_occurrences);
}

void Inverter::append(TermNumber term, std::uint32_t count) {
    if (term >= lists_.size()) {
        lists_.resize(std::max<std::size_t>(term + 1, 2 * lists_.size()));
    }
    lists_[term].append(batch_.summary.documents, count);
}

void Inverter::add(const AnalyzedArticle& article) {
    const std::uint32_t document = ++batch_.summary.documents;
    DocumentSummary one;
    for (const AnalyzedArticle::Term& term : article.terms) {
        append(term.number, term.count);
        one.length += term.count;
        one.most_occurrences = std::max(one.most_occurrences, term.count);
    }
    for (const TermNumber filter : article.filters) {
        append(filter, 0);
    }
    for (const schema::Biword biword : article.biwords) {
        biwords_.push_back(std::uint64_t{biword} << 32U | document);
    }
    one.longest = one.shortest = static_cast<std::uint32_t>(one.length);
    batch_.summary.add(one);
    batch_.lengths.append(document, one.longest);
    batch_.records.push_back(
        {article.row,
         article.published,
         one.longest,
         static_cast<std::uint32_t>(
             std::min<std::size_t>(article.title_letters, segment::kMostTitleLetters)
         ),
         article.story}
    );
}

InvertedBatch Inverter::finish(const TermNumbers& numbers) && {
    for (const TermNumber number : numbers.in_order()) {
        if (number >= lists_.size() || lists_[number].documents == 0) {
            continue;
        }
        const PostingList& list = lists_[number];
        pack_bytes(batch_.terms, numbers.term(number));
        for (const std::uint32_t figure :
             {list.first, list.last, list.documents, list.occurrences}) {
            pack_number(batch_.terms, figure);
        }
        pack_bytes(batch_.terms, list.entries);
    }
    pack_biwords();
    return std::move(batch_);
}

void Inverter::pack_biwords() {
    std::sort(biwords_.begin(), biwords_.end());
    auto at = biwords_.begin();
    for (std::uint64_t biword = 0; biword < schema::kBiwords; ++biword) {
        const auto end = std::find_if(at, biwords_.end(), [biword](std::uint64_t one) {
            return one >> 32U != biword;
        });
        pack_number(batch_.biwords, static_cast<std::uint64_t>(end - at));
        for (std::uint32_t before = 0; at != end; ++at) {
            const auto document = static_cast<std::uint32_t>(*at);
            pack_number(batch_.biwords, document - before);
            before = document;
        }
    }
}

void BiwordReader::next(std::uint32_t offset, std::vector<std::uint32_t>& documents) {
    std::uint32_t document = offset;
    for (std::uint64_t left = unpack_number(bytes_, at_); left > 0; --left) {
        document += static_cast<std::uint32_t>(unpack_number(bytes_, at_));
        documents.push_back(document);
    }
}

bool TermReader::next() {
    if (at_ == bytes_.size()) {
        return false;
    }
    const auto figure = [this] { return static_cast<std::uint32_t>(unpack_number(bytes_, at_)); };
    const auto bytes = [this] {
        const std::size_t size = unpack_number(bytes_, at_);
        at_ += size;
        return bytes_.substr(at_ - size, size);
    };
    term_ = bytes();
    list_.first = figure();
    list_.last = figure();
    list_.documents = figure();
    list_.occurrences = figure();
    list_.entries = bytes();
    return true;
}
}  // namespace gisa::indexer
