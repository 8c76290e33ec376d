// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include <zlib.h>

#include <gisa/error.h>

#include "common/io/compressed_source.h"
#include "common/messages/tr.h"

namespace gisa::io {
namespace {
constexpr int kGzipOnly = 16;  // zlib's flag beside the window size: a gzip header, not zlib's own

class GzipSource : public ByteSource {
  public:
    explicit GzipSource(FileInput input) : input_(std::move(input)) {
        if (inflateInit2(&stream_, kGzipOnly + MAX_WBITS) != Z_OK) {
            throw Error(ErrorCode::StorageFailed, tr("%1 cannot start: out of memory", {"zlib"}));
        }
    }

    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    ~GzipSource() override { inflateEnd(&stream_); }

    std::size_t read(std::span<char> into) override {
        while (!ended_) {
            const std::string_view packed = input_.peek(1);
            if (packed.empty()) {
                end_at_end_of_file();
            } else if (inside_member_) {
                if (const std::size_t unpacked = inflate_some(packed, into); unpacked > 0) {
                    return unpacked;
                }
            } else {
                begin_next_member();
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

    void end_at_end_of_file() {
        end_with(
            inside_member_ ? tr("the source ends in the middle of a %1 stream", {"gzip"}) : ""
        );
    }

    std::size_t inflate_some(std::string_view packed, std::span<char> into) {
        // zlib's pointers are not const, but it only reads through next_in.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
        stream_.next_out = reinterpret_cast<Bytef*>(into.data());
        stream_.avail_out = static_cast<uInt>(into.size());
        const int result = inflate(&stream_, Z_NO_FLUSH);
        input_.consume(packed.size() - stream_.avail_in);
        if (result == Z_STREAM_END) {
            inside_member_ = false;
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            const char* message = stream_.msg == nullptr ? "not readable" : stream_.msg;
            end_with(tr("the source is damaged: %1 in its %2 stream", {message, "gzip"}));
        }
        return into.size() - stream_.avail_out;
    }

    // Between members stands nothing, or zeros that a tape or a block device padded with.
    void begin_next_member() {
        const std::string_view packed = input_.peek(2);
        if (begins_gzip(packed)) {
            inflateReset(&stream_);
            inside_member_ = true;
        } else if (packed.front() == '\0') {
            input_.consume(1);
        } else {
            end_with(tr("the source has other bytes after its gzip stream"));
        }
    }

    FileInput input_;
    z_stream stream_{};
    bool inside_member_ = true;
    bool ended_ = false;
    std::string problem_;
};
}  // namespace

bool begins_gzip(std::string_view first_bytes) {
    return first_bytes.starts_with("\x1F\x8B");
}

std::unique_ptr<ByteSource> open_gzip(FileInput input) {
    return std::make_unique<GzipSource>(std::move(input));
}
}  // namespace gisa::io
