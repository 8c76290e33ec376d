// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "indexer/read/article_reader.h"

namespace gisa::indexer {
/// Lets a thread of its own read, some megabytes before the one that stores. For one caller.
class ReadAhead {
  public:
    /// From now on the reader, which must outlive this, belongs to the thread.
    explicit ReadAhead(ArticleReader& reader);
    /// Waits until the reader has given what it is about to read.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// As ArticleReader::next(), whose exceptions it throws; not to be called again after the end.
    [[nodiscard]] ReadOutcome next();

    /// As ArticleReader::bytes_read() when the last outcome was read.
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

    /// CPU time of the reading behind the last outcome.
    [[nodiscard]] double cpu_seconds() const { return cpu_seconds_; }

  private:
    struct Item {
        ReadOutcome outcome;
        std::exception_ptr failure;
        std::uint64_t bytes_read = 0;
        double cpu_seconds = 0;
    };

    void read();
    [[nodiscard]] Item read_one();
    [[nodiscard]] bool is_full() const;

    ArticleReader& reader_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> items_;  ///< under mutex_
    bool stopping_ = false;   ///< likewise
    std::uint64_t bytes_read_ = 0;
    double cpu_seconds_ = 0;
    std::thread thread_;
};
}  // namespace gisa::indexer
