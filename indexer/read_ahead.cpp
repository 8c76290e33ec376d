// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_ahead.h"

#include <utility>
#include <variant>

#include "indexer/write/cpu_clock.h"

namespace gisa::indexer {
namespace {
constexpr std::size_t kMostItems = 1'000;
constexpr std::uint64_t kMostBytes = 4U << 20U;
}  // namespace

ReadAhead::ReadAhead(ArticleReader& reader)
    : reader_(reader),
      bytes_read_(reader.bytes_read()),
      thread_([this] { read(); }) {}

ReadAhead::~ReadAhead() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

ReadOutcome ReadAhead::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !items_.empty(); });
    Item item = std::move(items_.front());
    items_.pop_front();
    lock.unlock();
    changed_.notify_all();
    bytes_read_ = item.bytes_read;
    cpu_seconds_ = item.cpu_seconds;
    if (item.failure) {
        std::rethrow_exception(item.failure);
    }
    return std::move(item.outcome);
}

void ReadAhead::read() {
    for (bool more = true; more;) {
        Item item = read_one();
        more = !item.failure && !std::holds_alternative<EndOfInput>(item.outcome);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return stopping_ || !is_full(); });
        if (stopping_) {
            return;
        }
        items_.push_back(std::move(item));
        lock.unlock();
        changed_.notify_all();
    }
}

ReadAhead::Item ReadAhead::read_one() {
    Item item{EndOfInput{}, nullptr, 0, 0};
    try {
        item.outcome = reader_.next();
    } catch (...) {
        item.failure = std::current_exception();
    }
    item.bytes_read = reader_.bytes_read();
    item.cpu_seconds = thread_cpu_seconds();
    return item;
}

bool ReadAhead::is_full() const {
    return items_.size() >= kMostItems
           || (!items_.empty() && items_.back().bytes_read - items_.front().bytes_read >= kMostBytes
           );
}
}  // namespace gisa::indexer
