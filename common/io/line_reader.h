// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/byte_source.h"

namespace gisa::io {
inline constexpr std::size_t kMaxLineBytes = 16'777'216;

/// One line of a source, without its end (LF or CR LF).
struct Line {
    enum class Kind : std::uint8_t {
        Whole,
        TooLong,  ///< over the bound: `text` holds its beginning, the rest was skipped
        Cut,      ///< the source broke off here (see LineReader::problem); `text` may be empty
    };
    std::uint64_t number = 0;  ///< 1-based
    Kind kind = Kind::Whole;
    std::string_view text;  ///< valid until the next call of LineReader::next
};

/// Cuts a source into lines, in memory bounded by the longest line allowed. The last line needs no
/// end; a source that is empty or ends with a line's end has no empty line after it.
/// One thread at a time.
class LineReader {
  public:
    explicit LineReader(
        std::unique_ptr<ByteSource> source, std::size_t max_line_bytes = kMaxLineBytes
    );

    /// The next line, or nothing at the end. A source with a problem() ends with a Cut line.
    /// Throws: StorageFailed.
    [[nodiscard]] std::optional<Line> next();

    [[nodiscard]] std::uint64_t bytes_taken() const { return source_->bytes_taken(); }

    /// As ByteSource::problem: why the source is not the whole, after its end.
    [[nodiscard]] std::string problem() const { return source_->problem(); }

  private:
    bool fill();
    Line line_until(std::size_t end, Line::Kind kind);
    Line skip_long_line();
    std::optional<Line> last_line();

    std::unique_ptr<ByteSource> source_;
    std::size_t max_line_bytes_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::string long_line_;  // the beginning of a line that was too long
    std::uint64_t number_ = 0;
    bool ended_ = false;
    bool problem_told_ = false;
};
}  // namespace gisa::io
