// SPDX-License-Identifier: GPL-2.0-or-later
// From a source to its reader: the format is the one asked for, else the one the name tells, else
// the one the first bytes look like.
#include "indexer/read/article_reader.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "indexer/read/format.h"
#include "indexer/read/plain_text.h"

namespace gisa::indexer {
namespace {
constexpr std::size_t kGuessBytes = 4096;

std::string format_names() {
    std::string names;
    for (const Format* format : formats()) {
        names += names.empty() ? "" : ", ";
        names += format->name;
    }
    return names;
}

const Format& required_format(const std::string& name) {
    const Format* format = format_named(name);
    if (format == nullptr) {
        throw Error(
            ErrorCode::InvalidArgument,
            tr("there is no input format \"%1\"", {name}),
            tr("the formats are %1", {format_names()})
        );
    }
    return *format;
}

/// Gives back first bytes that were read ahead, then the rest. Standard input cannot be rewound.
class ReplayedSource : public io::ByteSource {
  public:
    ReplayedSource(std::string first_bytes, std::unique_ptr<io::ByteSource> rest)
        : first_bytes_(std::move(first_bytes)),
          rest_(std::move(rest)) {}

    std::size_t read(std::span<char> into) override {
        if (given_ == first_bytes_.size()) {
            return rest_->read(into);
        }
        const std::size_t count = std::min(into.size(), first_bytes_.size() - given_);
        std::memcpy(into.data(), first_bytes_.data() + given_, count);
        given_ += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytes_taken() const override { return rest_->bytes_taken(); }

    [[nodiscard]] std::string problem() const override { return rest_->problem(); }

  private:
    std::string first_bytes_;
    std::size_t given_ = 0;
    std::unique_ptr<io::ByteSource> rest_;
};

/// A source as a whole that no format fits: one rejected record.
class UnknownFormatReader : public ArticleReader {
  public:
    UnknownFormatReader(const Source& source, std::string_view first_bytes)
        : record_{source.path, 0, tr("in no format that Gisa knows (%1)", {format_names()}), shown_beginning(first_bytes), {}},
          bytes_(first_bytes.size()) {}

    ReadOutcome next() override {
        if (std::exchange(told_, true)) {
            return EndOfInput{};
        }
        return record_;
    }

    void skip(std::uint64_t records) override { told_ = told_ || records > 0; }

    [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_; }

  private:
    RejectedRecord record_;
    std::uint64_t bytes_;
    bool told_ = false;
};

std::string read_beginning(io::ByteSource& source) {
    std::string first_bytes(kGuessBytes, '\0');
    std::size_t got = 0;
    while (got < first_bytes.size()) {
        const std::size_t more = source.read(std::span(first_bytes).subspan(got));
        if (more == 0) {
            break;
        }
        got += more;
    }
    first_bytes.resize(got);
    return first_bytes;
}

/// A text in memory as a source.
class TextSource : public io::ByteSource {
  public:
    explicit TextSource(std::string_view text) : left_(text) {}

    std::size_t read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), left_.size());
        std::memcpy(into.data(), left_.data(), count);
        left_.remove_prefix(count);
        taken_ += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

    [[nodiscard]] std::string problem() const override { return {}; }

  private:
    std::string_view left_;
    std::uint64_t taken_ = 0;
};
}  // namespace

void check_options(const AddOptions& options) {
    const FieldNames names(options.field_names);
    if (!options.format.empty()) {
        static_cast<void>(required_format(options.format));
    }
}

std::unique_ptr<ArticleReader> open_source(const Source& source, const AddOptions& options) {
    const FieldNames names(options.field_names);
    const Format* format =
        options.format.empty() ? format_of_file(source.path) : &required_format(options.format);
    std::unique_ptr<io::ByteSource> bytes = io::open_byte_source(source.path);
    if (format != nullptr) {
        return format->open(source.path, std::move(bytes), names);
    }
    std::string first_bytes = read_beginning(*bytes);
    for (const Format* guess : formats()) {
        if (guess->looks_like(first_bytes)) {
            auto replayed =
                std::make_unique<ReplayedSource>(std::move(first_bytes), std::move(bytes));
            return guess->open(source.path, std::move(replayed), names);
        }
    }
    return std::make_unique<UnknownFormatReader>(source, first_bytes);
}

ReadOutcome read_record(const RejectedRecord& record, const AddOptions& options) {
    const Format* format =
        options.format.empty() ? format_of_file(record.source) : &required_format(options.format);
    auto text = std::make_unique<TextSource>(record.record);
    // What has no telling name was rejected by the format that its beginning looked like.
    const Format& certain = format != nullptr ? *format : *formats().front();
    return certain.open(record.source, std::move(text), FieldNames(options.field_names))->next();
}
}  // namespace gisa::indexer
