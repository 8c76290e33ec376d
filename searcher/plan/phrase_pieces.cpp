// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/plan/phrase_pieces.h"

namespace gisa::searcher {
namespace {
/// A noun of one syllable with a particle: 것을, 수는, 물이.
bool is_syllable_with_particle(const SearchedRun& run) {
    constexpr std::size_t kSyllableBytes = 3;
    return run.script == text::Script::Korean && run.whole.size() == kSyllableBytes
           && run.typed.size() > kSyllableBytes;
}

/// Whether it stands for itself alone: what is left of a verb, or of a syllable, without its ending
/// is in too many other words.
bool stands_as_typed(const SearchedRun& run) {
    return run.inflected || is_syllable_with_particle(run);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out.append(part);
    }
    return out;
}
}  // namespace

std::vector<PhrasePiece> pieces_of(const SearchedPhrase& phrase, Endings endings) {
    std::vector<PhrasePiece> pieces;
    for (const SearchedWord& word : phrase.words) {
        for (const SearchedRun& run : word.runs) {
            const bool latin = run.script == text::Script::Latin;
            if (run.prefix) {
                pieces.push_back({run.whole});
            } else if (endings == Endings::AsTyped && stands_as_typed(run)) {
                pieces.push_back({run.typed});
            } else if (latin && phrase.form == Form::Any && run.parts.size() == 1) {
                pieces.push_back({run.parts[0], true, true});
            } else if (!latin && joined(run.parts) == run.whole) {
                for (const std::string& part : run.parts) {
                    pieces.push_back({part});
                }
            } else {
                pieces.push_back({run.whole, latin});
            }
        }
        if (!pieces.empty()) {
            pieces.back().ends_word = true;
            pieces.back().ends_sentence = word.ends_sentence;
        }
    }
    return pieces;
}

std::vector<Endings> endings_of(const SearchedPhrase& phrase) {
    return phrase.form == Form::Any ? std::vector{Endings::AsTyped, Endings::Any}
                                    : std::vector{Endings::AsTyped};
}
}  // namespace gisa::searcher
