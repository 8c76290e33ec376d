// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <memory>
#include <string_view>

#include "common/io/byte_source.h"
#include "common/io/file_input.h"

namespace gisa::io {
/// Whether a file's first bytes (four suffice) begin a gzip or zstd stream.
[[nodiscard]] bool begins_gzip(std::string_view first_bytes);
[[nodiscard]] bool begins_zstd(std::string_view first_bytes);

[[nodiscard]] std::unique_ptr<ByteSource> open_gzip(FileInput input);
[[nodiscard]] std::unique_ptr<ByteSource> open_zstd(FileInput input);
}  // namespace gisa::io
