// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/layout.h"

#include <algorithm>

#include "common/cli/characters.h"

namespace gisa::cli {
namespace {
constexpr std::string_view kEllipsis = "…";

bool is_white_space(char32_t code) noexcept {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028
           || code == 0x2029;
}

/// Control characters (C0, DEL, C1), format characters that show nothing or turn text round, and
/// Unicode's noncharacters, two of which no XML file may hold.
bool is_unprintable(char32_t code) noexcept {
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool direction = code == 0x061C || code == 0x200E || code == 0x200F
                           || (code >= 0x202A && code <= 0x202E)
                           || (code >= 0x2066 && code <= 0x2069);
    const bool invisible = code == 0xAD || code == 0x200B || (code >= 0x2060 && code <= 0x2065)
                           || (code >= 0x206A && code <= 0x206F) || code == 0xFEFF
                           || (code >= 0xFFF9 && code <= 0xFFFB);
    const bool no_character = (code & 0xFFFEU) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
    return control || direction || invisible || no_character;
}

void append_printable(std::string& text, const Character& character, std::string_view bytes) {
    if (!character.valid) {
        text += "\uFFFD";
    } else if (!is_unprintable(character.code)) {
        text += bytes;
    }
}

/// Makes text printable and remembers where each old byte went.
class Cleaner {
  public:
    explicit Cleaner(std::string_view text) : moved_(text.size() + 1) {
        std::size_t offset = 0;
        while (offset < text.size()) {
            const Character character = character_at(text, offset);
            const std::size_t new_offset = clean_.size();
            take(character, text.substr(offset, character.bytes));
            std::fill_n(
                moved_.begin() + static_cast<std::ptrdiff_t>(offset), character.bytes, new_offset
            );
            offset += character.bytes;
        }
        if (clean_.ends_with(' ')) {
            clean_.pop_back();
        }
        moved_.back() = clean_.size();
    }

    [[nodiscard]] const std::string& clean() const { return clean_; }

    [[nodiscard]] ByteRange moved(ByteRange range) const {
        return {.begin = moved(range.begin), .end = moved(range.end)};
    }

  private:
    void take(const Character& character, std::string_view bytes) {
        if (is_white_space(character.code)) {
            if (!clean_.empty() && clean_.back() != ' ') {
                clean_ += ' ';
            }
        } else {
            append_printable(clean_, character, bytes);
        }
    }

    [[nodiscard]] std::size_t moved(std::size_t offset) const {
        return std::min(moved_[std::min(offset, moved_.size() - 1)], clean_.size());
    }

    std::string clean_;
    std::vector<std::size_t> moved_;
};

/// A line and where the next one begins.
struct Line {
    std::size_t end = 0;
    std::size_t next = 0;
};

Line take_line(std::string_view text, std::size_t begin, std::size_t cells) {
    std::size_t used = 0;
    std::size_t last_space = begin;
    std::size_t offset = begin;
    while (offset < text.size()) {
        const Character character = character_at(text, offset);
        const std::size_t width = cell_width(character.code);
        if (character.code == ' ') {
            last_space = offset;
        }
        if (used + width > cells && offset > begin) {
            if (last_space > begin) {
                return {.end = last_space, .next = last_space + 1};
            }
            return {.end = offset, .next = offset};
        }
        used += width;
        offset += character.bytes;
    }
    return {.end = text.size(), .next = text.size()};
}

std::string_view codes(Tone tone, Emphasis emphasis) {
    const bool colour = emphasis == Emphasis::Colour;
    switch (tone) {
        case Tone::Plain:
            return "";
        case Tone::Heading:
            return "1";
        case Tone::Faint:
            return colour ? "2" : "";
        case Tone::Mark:
            return colour ? "1;31" : "4";
        case Tone::HeadingMark:
            return colour ? "1;31" : "1;4";
    }
    return "";
}
}  // namespace

std::string printable(std::string_view text) {
    return Cleaner(text).clean();
}

MarkedText printable(const MarkedText& text) {
    const Cleaner cleaner(text.text);
    MarkedText clean{.text = cleaner.clean(), .marks = {}};
    for (const ByteRange& mark : text.marks) {
        const ByteRange moved = cleaner.moved(mark);
        if (moved.begin < moved.end) {
            clean.marks.push_back(moved);
        }
    }
    return clean;
}

std::string printable_lines(std::string_view text) {
    std::string clean;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const Character character = character_at(text, offset);
        if (character.code == '\n') {
            clean += '\n';
        } else {
            append_printable(clean, character, text.substr(offset, character.bytes));
        }
        offset += character.bytes;
    }
    return clean;
}

Lines break_lines(std::string_view text, std::size_t cells, std::size_t most_lines) {
    cells = std::max<std::size_t>(cells, 2);
    Lines result;
    std::size_t begin = 0;
    while (begin < text.size() && result.lines.size() < most_lines) {
        Line line = take_line(text, begin, cells);
        if (line.next < text.size() && result.lines.size() + 1 == most_lines) {
            line = take_line(text, begin, cells - cell_width(kEllipsis));
            result.cut = true;
        }
        result.lines.push_back({.begin = begin, .end = line.end});
        begin = line.next;
    }
    return result;
}

std::string padded(std::string text, std::size_t cells) {
    text.append(cells - std::min(cells, cell_width(text)), ' ');
    return text;
}

std::string cut_to(std::string_view text, std::size_t cells) {
    const Lines one = break_lines(text, cells, 1);
    if (one.lines.empty()) {
        return {};
    }
    const std::string_view kept = text.substr(0, one.lines[0].end);
    return std::string(kept) + std::string(one.cut ? kEllipsis : "");
}

std::string painted(std::string_view text, Tone tone, Emphasis emphasis) {
    const std::string_view code = emphasis == Emphasis::None ? "" : codes(tone, emphasis);
    if (code.empty() || text.empty()) {
        return std::string(text);
    }
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string painted_line(
    const MarkedText& text, ByteRange line, MarkedTones tones, Emphasis emphasis
) {
    const std::string_view whole = text.text;
    std::string result;
    std::size_t done = line.begin;
    for (const ByteRange& mark : text.marks) {
        const std::size_t begin = std::max(mark.begin, done);
        const std::size_t end = std::min(mark.end, line.end);
        if (begin < end) {
            result += painted(whole.substr(done, begin - done), tones.rest, emphasis);
            result += painted(whole.substr(begin, end - begin), tones.marks, emphasis);
            done = end;
        }
    }
    return result + painted(whole.substr(done, line.end - done), tones.rest, emphasis);
}
}  // namespace gisa::cli
