// SPDX-License-Identifier: GPL-2.0-or-later
// The dictionaries that the catalog packs its texts with. The first is made when there are enough
// articles to learn from, and another one each time the archive has grown eightfold: what the news
// talk about changes in twenty years.
#include "common/catalog/catalog_impl.h"
#include "common/messages/tr.h"

namespace gisa::catalog {
namespace {
constexpr Row kFirstRows = 2'000;
constexpr Row kGrowth = 8;
constexpr Row kSamples = 4'000;
// More of a text teaches no more.
constexpr std::size_t kSampleBytes = 2'048;
}  // namespace

void Catalog::Impl::begin_packing() {
    Statement newest(
        database, "SELECT rows, content FROM packing_dictionaries ORDER BY number DESC LIMIT 1"
    );
    Use use(newest);
    renewal_row = kFirstRows;
    if (use.next()) {
        renewal_row = use.integer(0) * kGrowth;
        packer.pack_with(use.blob(1));
    }
}

void Catalog::Impl::renew_dictionary() {
    const Row rows = database.integer("SELECT max(row) FROM texts");
    if (rows < renewal_row) {
        return;
    }
    std::vector<std::string> samples;
    std::string body;
    const Row step = std::max<Row>(1, rows / kSamples);
    for (Row row = step; row <= rows; row += step) {
        Use use(statements.text, row);
        if (use.next()) {
            unpack(use.blob(1), row, body);
            samples.push_back(body.substr(0, kSampleBytes));
        }
    }
    const auto number = static_cast<Packer::DictionaryNumber>(
        database.integer("SELECT max(number) FROM packing_dictionaries") + 1
    );
    const std::vector<std::byte> dictionary = make_packing_dictionary(number, samples);
    renewal_row = rows * kGrowth;
    if (dictionary.empty()) {
        return;
    }
    Statement insert(
        database, "INSERT INTO packing_dictionaries (number, rows, content) VALUES (?1, ?2, ?3)"
    );
    Use(insert, std::int64_t{number}, rows, Blob(dictionary)).run();
    packer.pack_with(dictionary);
}

void Catalog::Impl::learn_dictionary(Packer::DictionaryNumber number) {
    Statement select(database, "SELECT content FROM packing_dictionaries WHERE number = ?1");
    Use use(select, std::int64_t{number});
    if (use.next()) {
        packer.learn(number, use.blob(0));
    }
}

void Catalog::Impl::unpack(Blob packed, Row row, std::string& text) {
    const Packer::DictionaryNumber needed = Packer::needed(packed);
    if (needed != 0 && !packer.knows(needed)) {
        learn_dictionary(needed);
    }
    if (!packer.unpack(packed, text)) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            tr("the text in row %1 of %2 is damaged",
               {std::to_string(row), database.file().string()}),
            tr("restore the catalog from a snapshot; `gisa-index verify` tells what else is "
               "damaged")
        );
    }
}
}  // namespace gisa::catalog
