// SPDX-License-Identifier: GPL-2.0-or-later
// Records that could not become articles, kept until they do.
#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
void Catalog::reject(const RejectedRecord& record, std::uint64_t run) {
    Statement insert(
        impl_->database,
        "INSERT INTO rejected (run, source, line, reason, text, record)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    );
    Transaction transaction(impl_->database);
    const Blob packed = impl_->packer.pack(record.record, impl_->packed_body);
    Use(insert, run, record.source, record.line, record.reason, record.text, packed).run();
    transaction.commit();
}

std::vector<NumberedRejection> Catalog::rejected_after(std::int64_t number, std::size_t limit)
    const {
    Statement select(
        impl_->database,
        "SELECT number, source, line, reason, text, record FROM rejected"
        " WHERE number > ?1 AND record <> x'' ORDER BY number LIMIT ?2"
    );
    std::vector<NumberedRejection> rejected;
    for (Use use(select, number, std::uint64_t{limit}); use.next();) {
        NumberedRejection& next = rejected.emplace_back();
        next.number = use.integer(0);
        next.record.source = use.text(1);
        next.record.line = use.count(2);
        next.record.reason = use.text(3);
        next.record.text = use.text(4);
        impl_->unpack(use.blob(5), next.number, next.record.record);
    }
    return rejected;
}

void Catalog::forget_rejected(std::int64_t number) {
    Statement forget(impl_->database, "DELETE FROM rejected WHERE number = ?1");
    Use(forget, number).run();
}
}  // namespace gisa::catalog
