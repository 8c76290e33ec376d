// SPDX-License-Identifier: GPL-2.0-or-later
// JSON lines: one JSON object on each line, one article in each object. Source: https://jsonlines.org
#include <array>
#include <utility>

#include "common/io/line_reader.h"
#include "common/messages/tr.h"
#include "indexer/read/format.h"
#include "indexer/read/json_article.h"
#include "indexer/read/plain_text.h"
#include "indexer/read/seen_ids.h"

namespace gisa::indexer {
namespace {
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// A record that is longer is shown, but not kept to be tried again.
constexpr std::size_t kMostKeptBytes = 1U << 20U;

class JsonLinesReader : public ArticleReader {
  public:
    JsonLinesReader(std::string path, std::unique_ptr<io::ByteSource> source, FieldNames names)
        : path_(std::move(path)),
          lines_(std::move(source)),
          names_(std::move(names)) {}

    ReadOutcome next() override {
        const std::optional<io::Line> line = next_record();
        return line ? read(*line) : EndOfInput{};
    }

    void skip(std::uint64_t records) override {
        began_ = began_ || records > 0;
        while (records-- > 0 && next_record()) {
        }
    }

    [[nodiscard]] std::uint64_t bytes_read() const override { return lines_.bytes_taken(); }

  private:
    /// The next line that is not blank.
    std::optional<io::Line> next_record() {
        while (!ended_) {
            std::optional<io::Line> line = lines_.next();
            if (!line) {
                ended_ = true;
                break;
            }
            if (line->number == 1 && line->text.starts_with(kByteOrderMark)) {
                line->text.remove_prefix(kByteOrderMark.size());
            }
            if (line->kind != io::Line::Kind::Whole || !trimmed(line->text).empty()) {
                return line;
            }
        }
        return std::nullopt;
    }

    ReadOutcome read(const io::Line& line) {
        switch (line.kind) {
            case io::Line::Kind::TooLong:
                return rejected(line, tr("longer than 16 MiB"));
            case io::Line::Kind::Cut:
                return rejected(line, lines_.problem());
            case io::Line::Kind::Whole:
                break;
        }
        // One JSON value spread over lines would be as many rejected records as it has lines.
        const bool first = !std::exchange(began_, true);
        const std::string_view text = trimmed(line.text);
        if (first && (text == "[" || text == "{")) {
            ended_ = true;
            return rejected(
                line, tr("JSON over several lines; JSON lines has one object on each line")
            );
        }
        auto outcome = article_from_json(line.text, names_);
        if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
            return rejected(line, refusal->reason);
        }
        auto& article = std::get<Article>(outcome);
        if (const auto seen = seen_.add(article.id, line.text, line.number)) {
            const std::string earlier = std::to_string(seen->line);
            RejectedRecord record = rejected(
                line,
                seen->same_record ? tr("the same record as line %1", {earlier})
                                  : tr("the same id as line %1", {earlier})
            );
            record.record.clear();  // to try it again would put it in the first one's place
            return record;
        }
        return std::move(article);
    }

    [[nodiscard]] RejectedRecord rejected(const io::Line& line, std::string reason) const {
        const bool whole = line.kind == io::Line::Kind::Whole && line.text.size() <= kMostKeptBytes;
        return {
            path_,
            line.number,
            std::move(reason),
            shown_beginning(line.text),
            whole ? std::string(line.text) : std::string()};
    }

    std::string path_;
    io::LineReader lines_;
    FieldNames names_;
    SeenIds seen_;
    bool began_ = false;
    bool ended_ = false;
};

bool looks_like_json(std::string_view first_bytes) {
    if (first_bytes.starts_with(kByteOrderMark)) {
        first_bytes.remove_prefix(kByteOrderMark.size());
    }
    const std::string_view text = trimmed(first_bytes);
    return text.empty() || text.starts_with('{') || text.starts_with('[');
}

std::unique_ptr<ArticleReader> open_json_lines(
    std::string path, std::unique_ptr<io::ByteSource> source, const FieldNames& names
) {
    return std::make_unique<JsonLinesReader>(std::move(path), std::move(source), names);
}

constexpr std::array<std::string_view, 3> kEndings = {".jsonl", ".ndjson", ".json"};
}  // namespace

const Format kJsonLines = {"jsonl", kEndings, looks_like_json, open_json_lines};
}  // namespace gisa::indexer
