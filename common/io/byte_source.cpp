// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/byte_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/io/compressed_source.h"
#include "common/io/file_input.h"

namespace gisa::io {
namespace {
constexpr std::size_t kMagicBytes = 4;

class PlainSource : public ByteSource {
  public:
    explicit PlainSource(FileInput input) : input_(std::move(input)) {}

    std::size_t read(std::span<char> into) override {
        const std::string_view bytes = input_.peek(1).substr(0, into.size());
        std::memcpy(into.data(), bytes.data(), bytes.size());
        input_.consume(bytes.size());
        return bytes.size();
    }

    [[nodiscard]] std::uint64_t bytes_taken() const override { return input_.bytes_consumed(); }

    [[nodiscard]] std::string problem() const override { return {}; }

  private:
    FileInput input_;
};
}  // namespace

std::unique_ptr<ByteSource> open_byte_source(const std::filesystem::path& path) {
    FileInput input(path);
    const std::string_view first = input.peek(kMagicBytes);
    if (begins_gzip(first)) {
        return open_gzip(std::move(input));
    }
    if (begins_zstd(first)) {
        return open_zstd(std::move(input));
    }
    return std::make_unique<PlainSource>(std::move(input));
}
}  // namespace gisa::io
