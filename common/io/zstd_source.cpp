// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include <zstd.h>

#include <gisa/error.h>

#include "common/io/compressed_source.h"
#include "common/messages/tr.h"

namespace gisa::io {
namespace {
struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdSource : public ByteSource {
  public:
    explicit ZstdSource(FileInput input) : input_(std::move(input)), stream_(ZSTD_createDStream()) {
        if (!stream_) {
            throw Error(ErrorCode::StorageFailed, tr("%1 cannot start: out of memory", {"zstd"}));
        }
    }

    std::size_t read(std::span<char> into) override {
        while (!ended_) {
            const std::string_view packed = input_.peek(1);
            // At the file's end the stream may still hold unpacked bytes to hand out.
            const std::size_t unpacked = decompress_some(packed, into);
            if (unpacked > 0) {
                return unpacked;
            }
            if (packed.empty() && !ended_) {
                end_with(
                    inside_frame_ ? tr("the source ends in the middle of a %1 stream", {"zstd"})
                                  : ""
                );
            }
        }
        return 0;
    }

    [[nodiscard]] std::uint64_t bytes_taken() const override { return input_.bytes_consumed(); }

    [[nodiscard]] std::string problem() const override { return problem_; }

  private:
    void end_with(std::string problem) {
        ended_ = true;
        problem_ = std::move(problem);
    }

    std::size_t decompress_some(std::string_view packed, std::span<char> into) {
        ZSTD_inBuffer in{packed.data(), packed.size(), 0};
        ZSTD_outBuffer out{into.data(), into.size(), 0};
        const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
        input_.consume(in.pos);
        if (ZSTD_isError(result) != 0U) {
            end_with(tr(
                "the source is damaged: %1 in its %2 stream", {ZSTD_getErrorName(result), "zstd"}
            ));
        } else if (in.pos > 0 || out.pos > 0) {
            inside_frame_ = result != 0;
        }
        return out.pos;
    }

    FileInput input_;
    std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
    bool inside_frame_ = false;
    bool ended_ = false;
    std::string problem_;
};
}  // namespace

// Source: RFC 8878, sections 3.1.1 (frames) and 3.1.2 (skippable frames, which may come first).
bool begins_zstd(std::string_view first_bytes) {
    using namespace std::string_view_literals;
    const bool skippable = first_bytes.size() >= 4 && (first_bytes[0] & '\xF0') == '\x50'
                           && first_bytes.substr(1).starts_with("\x2A\x4D\x18"sv);
    return skippable || first_bytes.starts_with("\x28\xB5\x2F\xFD"sv);
}

std::unique_ptr<ByteSource> open_zstd(FileInput input) {
    return std::make_unique<ZstdSource>(std::move(input));
}
}  // namespace gisa::io
