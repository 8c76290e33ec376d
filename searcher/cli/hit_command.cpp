// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/hit_command.h"

#include <algorithm>

#include "common/cli/arguments.h"
#include "common/messages/tr.h"
#include "searcher/cli/command_line.h"

namespace gisa::cli {
namespace {
/// Where the braces at `open` close when they hold a name or nothing; else npos.
std::size_t end_of_name(std::string_view word, std::size_t open) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_";
    const std::size_t end = word.find_first_not_of(kLetters, open + 1);
    return end != std::string_view::npos && word[end] == '}' ? end : std::string_view::npos;
}

const HitField& field_called(std::string_view name) {
    const HitField* const field = hit_field(name.empty() ? "id" : name);
    if (field == nullptr) {
        throw UsageError(
            tr("--exec knows no \"{%1}\"", {name}), tr("the fields: %1", {hit_field_names()})
        );
    }
    return *field;
}
}  // namespace

HitCommand::HitCommand(std::string_view command) {
    for (const std::string& word : command_words("--exec", command)) {
        words_.push_back(parse(word));
    }
    const bool names_field = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
        return word.front().field != nullptr;
    });
    if (!names_field) {
        words_.push_back(parse("{}"));
    }
}

HitCommand::Word HitCommand::parse(std::string_view word) {
    Word pieces;
    std::string text;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const std::size_t end = word[at] == '{' ? end_of_name(word, at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            text.push_back(word[at]);
        } else {
            pieces.push_back({text, &field_called(word.substr(at + 1, end - at - 1))});
            text.clear();
            at = end;
        }
    }
    if (pieces.empty() || !text.empty()) {
        pieces.push_back({text});
    }
    return pieces;
}

bool HitCommand::needs_snippet() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& word) {
        return std::any_of(word.begin(), word.end(), [](const Piece& piece) {
            return piece.field != nullptr && piece.field->needs_snippet;
        });
    });
}

std::vector<std::string> HitCommand::words_for(const Hit& hit, std::uint64_t rank) const {
    std::vector<std::string> words;
    for (const Word& word : words_) {
        std::string& filled = words.emplace_back();
        for (const Piece& piece : word) {
            filled += piece.text;
            filled += piece.field == nullptr ? "" : as_text(piece.field->value(hit, rank));
        }
    }
    return words;
}
}  // namespace gisa::cli
