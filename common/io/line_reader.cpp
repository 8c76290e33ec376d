// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/line_reader.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace gisa::io {
namespace {
constexpr std::size_t kChunkBytes = 262'144;
constexpr std::size_t kShownBytes = 4096;  // of a line that is too long

std::string_view without_carriage_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}
}  // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::size_t max_line_bytes)
    : source_(std::move(source)),
      max_line_bytes_(max_line_bytes),
      buffer_(kChunkBytes) {}

std::optional<Line> LineReader::next() {
    std::size_t searched = 0;  // bytes after begin_ that hold no line's end
    for (;;) {
        const char* unsearched = buffer_.data() + begin_ + searched;
        const std::size_t left = end_ - begin_ - searched;
        if (const void* found = left == 0 ? nullptr : std::memchr(unsearched, '\n', left)) {
            const auto at =
                static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
            return at - begin_ > max_line_bytes_ ? skip_long_line()
                                                 : line_until(at, Line::Kind::Whole);
        }
        searched += left;
        if (searched > max_line_bytes_) {
            return skip_long_line();
        }
        if (!fill()) {
            return last_line();
        }
    }
}

/// Moves what is left of the buffer to its front and reads on; false at the source's end.
bool LineReader::fill() {
    if (ended_) {
        return false;
    }
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == buffer_.size()) {
        buffer_.resize(buffer_.size() * 2);
    }
    const std::size_t got = source_->read(std::span(buffer_).subspan(end_));
    end_ += got;
    ended_ = got == 0;
    return !ended_;
}

/// The line that begins at begin_ and whose LF stands at `end`.
Line LineReader::line_until(std::size_t end, Line::Kind kind) {
    const std::string_view text(buffer_.data() + begin_, end - begin_);
    begin_ = std::min(end + 1, end_);
    return {++number_, kind, without_carriage_return(text)};
}

Line LineReader::skip_long_line() {
    long_line_.clear();
    do {
        const std::string_view unread(buffer_.data() + begin_, end_ - begin_);
        const std::size_t bytes = std::min(unread.find('\n'), unread.size());
        long_line_.append(unread.substr(0, std::min(bytes, kShownBytes - long_line_.size())));
        begin_ += bytes;
        if (begin_ < end_) {
            ++begin_;  // the LF
            break;
        }
    } while (fill());
    return {++number_, Line::Kind::TooLong, long_line_};
}

std::optional<Line> LineReader::last_line() {
    if (!problem_told_ && !source_->problem().empty()) {
        problem_told_ = true;
        return line_until(end_, Line::Kind::Cut);
    }
    if (begin_ == end_) {
        return std::nullopt;
    }
    const std::size_t bytes = end_ - begin_;
    return bytes > max_line_bytes_ ? skip_long_line() : line_until(end_, Line::Kind::Whole);
}
}  // namespace gisa::io
