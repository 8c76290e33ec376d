// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one file that knows MeCab and the columns of mecab-ko-dic:
//   tag, semantic class, final consonant, reading, type, first tag, last tag, expression
// e.g. 했  XSV+EP,*,T,했,Inflect,XSV,EP,하/XSV/*+았/EP/*
#include "common/text/dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include <mecab.h>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "common/text/fnv.h"
#include "common/text/transitions.h"

#ifndef GISA_DEFAULT_DICTIONARIES
#define GISA_DEFAULT_DICTIONARIES ""
#endif

namespace gisa::text {
namespace {
/// 및 ("and") can stand behind any noun and leans on nothing: what it costs before this word is
/// the end cost of every piece, since the end of a sentence draws nouns into endings.
constexpr std::string_view kNeutralWord = "및";

constexpr std::uint32_t kSyllableBytes = 3;

constexpr std::size_t kTypeColumn = 4;
constexpr std::size_t kExpressionColumn = 7;

std::string_view column(std::string_view feature, std::size_t number) {
    for (; number > 0; --number) {
        const std::size_t comma = feature.find(',');
        if (comma == std::string_view::npos) {
            return {};
        }
        feature.remove_prefix(comma + 1);
    }
    return feature.substr(0, feature.find(','));
}

bool is_content(std::string_view tag) {
    constexpr std::string_view kFirstLetters = "NMIXS";
    return !tag.empty() && kFirstLetters.find(tag.front()) != std::string_view::npos && tag != "XSV"
           && tag != "XSA";
}

bool is_stem(std::string_view tag) {
    return tag == "VV" || tag == "VA" || tag == "VCN";
}

/// The first column, without measuring all of them.
std::string_view tags_of(const char* feature) {
    std::size_t length = 0;
    while (feature[length] != '\0' && feature[length] != ',') {
        ++length;
    }
    return {feature, length};
}

/// Tags: https://github.com/lovit/mecab-ko-dic lists them; the letters group as in the Sejong set.
/// An inflected piece has several, as VV+EP.
Kind kind_of(std::string_view tags) {
    const std::size_t plus = tags.find('+');
    const std::string_view first = tags.substr(0, plus);
    if (is_stem(first)) {
        return Kind::Stem;
    }
    if (first == "VX") {
        return Kind::Auxiliary;
    }
    if (first == "XSV" || first == "XSA") {
        return Kind::Derivation;
    }
    if (is_content(first)) {
        return plus == std::string_view::npos ? Kind::Content : Kind::Contraction;
    }
    return Kind::Function;
}

/// Whether a word cannot end here.
/// Prefixes (접두사) behind which a noun is no longer itself. 반- and 탈- speak of the noun all the same:
/// who asks for 정부 wants 반정부 시위.
bool is_negating(std::string_view prefix) {
    constexpr std::array<std::string_view, 6> kNegating = {"비", "무", "불", "부", "미", "몰"};
    return std::find(kNegating.begin(), kNegating.end(), prefix) != kNegating.end();
}

bool is_open(std::string_view tags) {
    const std::size_t plus = tags.rfind('+');
    const std::string_view last = plus == std::string_view::npos ? tags : tags.substr(plus + 1);
    return is_stem(last) || last == "VX" || last == "XSV" || last == "XSA" || last == "VCP"
           || last == "EP";
}

/// Whether it ends in an ending that takes no case particle behind it.
bool is_closed(std::string_view tags) {
    const std::string_view last = tags.substr(tags.size() < 2 ? 0 : tags.size() - 2);
    return last == "EC" || last == "EF";
}

/// Calls `piece` with text and tag for each of "하/XSV/*+았/EP/*".
template <class Piece>
void for_each_piece(std::string_view expression, Piece piece) {
    while (!expression.empty()) {
        const std::string_view one = expression.substr(0, expression.find('+'));
        expression.remove_prefix(std::min(one.size() + 1, expression.size()));
        const std::size_t slash = one.find('/');
        if (slash != std::string_view::npos) {
            const std::string_view tag = one.substr(slash + 1);
            piece(one.substr(0, slash), tag.substr(0, tag.find('/')));
        }
    }
}

std::string sample_hash(const std::filesystem::path& folder) {
    constexpr std::array<const char*, 4> kFiles = {"sys.dic", "matrix.bin", "unk.dic", "char.bin"};
    constexpr std::uintmax_t kSamples = 16;
    Fnv64 hash;
    std::array<char, 4096> block{};
    for (const char* name : kFiles) {
        const std::filesystem::path file = folder / name;
        const std::uintmax_t size = std::filesystem::file_size(file);
        hash.add(std::to_string(size));
        std::ifstream in(file, std::ios::binary);
        for (std::uintmax_t i = 0; i < kSamples; ++i) {
            in.clear();
            in.seekg(static_cast<std::streamoff>(size / kSamples * i));
            in.read(block.data(), block.size());
            hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
        }
    }
    return hash.hex();
}

EntryKind read_entry(const MeCab::Node& node) {
    const std::string_view tags = tags_of(node.feature);
    const std::string_view surface(node.surface, node.length);
    EntryKind made;
    made.known = node.stat != MECAB_UNK_NODE;
    if (!made.known) {
        return made;
    }
    made.kind = kind_of(tags);
    if (tags == "XSN" && surface == "들") {
        made.kind = Kind::Function;  // the plural (복수 접미사) means no more than a particle
    }
    made.is_noun = tags == "NNG" || tags == "NNP";
    made.negates = tags == "XPN" && is_negating(surface);
    made.is_open = is_open(tags);
    made.is_case = tags == "JKS" || tags == "JKO" || tags == "JKG";
    made.ends_closed = is_closed(tags) && surface != "지";
    made.is_copula = tags.substr(0, 3) == "VCP";
    if (made.kind == Kind::Function && !made.is_copula) {
        made.after = sounds_before(surface);
    }
    return made;
}

/// Remembers what was looked up lately, for words are made of the same few thousand pieces again and
/// again while the dictionary's tables are too large for any cache of a processor. A place is
/// shared by many keys, and belongs to the last of them. No key may be 0.
template <class Value, unsigned PlaceBits>
class Lately {
  public:
    template <class LookUp>
    const Value& get(std::uint64_t key, LookUp look_up) {
        constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
        Place& place = places_[key * kGolden >> (64U - PlaceBits)];
        if (place.key != key) {
            place = {key, look_up()};
        }
        return place.value;
    }

  private:
    struct Place {
        std::uint64_t key = 0;
        Value value{};
    };

    std::vector<Place> places_ = std::vector<Place>(std::size_t{1} << PlaceBits);
};

constexpr std::size_t kShortBytes = std::size_t{3} * kSyllableBytes;

/// A string of at most kShortBytes, Hangul in UTF-8, as a number: 20 bits of each syllable, for the
/// first four of its 24 are always the same.
std::uint64_t short_key(std::string_view text) {
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        key = at % kSyllableBytes == 0 ? key << 4U | (byte & 0xfU) : key << 8U | byte;
    }
    return key;
}

bool holds_dictionary(const std::filesystem::path& folder) {
    std::error_code unseen;
    const bool is_there = std::filesystem::exists(folder / "sys.dic", unseen);
    if (unseen) {
        throw Error(
            ErrorCode::Configuration,
            tr("cannot look for a dictionary in %1: %2", {folder.string(), unseen.message()}),
            tr("let this user read the folder, or name another dictionary")
        );
    }
    return is_there;
}

std::unique_ptr<MeCab::Model> open_model(const std::filesystem::path& folder) {
    if (!holds_dictionary(folder)) {
        throw Error(
            ErrorCode::Configuration,
            tr("there is no compiled mecab-ko-dic in %1", {folder.string()}),
            tr("scripts/setup.sh fetches the dictionary and prints its folder")
        );
    }
    std::string program = "gisa";
    std::string rc_flag = "--rcfile=/dev/null";
    std::string folder_flag = "--dicdir=" + folder.string();
    std::array<char*, 3> arguments = {program.data(), rc_flag.data(), folder_flag.data()};
    std::unique_ptr<MeCab::Model> model(
        MeCab::createModel(static_cast<int>(arguments.size()), arguments.data())
    );
    if (!model) {
        throw Error(
            ErrorCode::Configuration,
            tr("MeCab cannot open the dictionary in %1: %2",
               {folder.string(), MeCab::getLastError()}),
            tr("run scripts/setup.sh again to fetch it anew")
        );
    }
    return model;
}
}  // namespace

class Dictionary::Impl {
  public:
    explicit Impl(const std::filesystem::path& folder)
        : model(open_model(folder)),
          transitions(folder / "matrix.bin") {}

    std::unique_ptr<MeCab::Model> model;
    Transitions transitions;
};

Dictionary::Dictionary(const std::filesystem::path& folder)
    : impl_(std::make_unique<Impl>(folder)),
      fingerprint_("mecab-ko-dic " + sample_hash(folder)) {}

Dictionary::~Dictionary() = default;

std::shared_ptr<const Dictionary> Dictionary::open(const std::filesystem::path& folder) {
    if (!folder.empty()) {
        return std::make_shared<const Dictionary>(folder);
    }
    std::string_view places = GISA_DEFAULT_DICTIONARIES;
    while (!places.empty()) {
        const std::string_view place = places.substr(0, places.find(':'));
        places.remove_prefix(std::min(place.size() + 1, places.size()));
        const std::filesystem::path candidate(place);
        if (holds_dictionary(candidate)) {
            return std::make_shared<const Dictionary>(candidate);
        }
    }
    return nullptr;
}

class WordLattice::Impl {
  public:
    /// The pieces that `rest` may begin with.
    const std::vector<LatticeNode>& pieces_of(std::string_view rest) {
        pieces.clear();
        lattice->clear();
        const MeCab::Node* node =
            dictionary->impl_->model->lookup(rest.data(), rest.data() + rest.size(), lattice.get());
        for (; node != nullptr; node = node->bnext) {
            LatticeNode made{kinds.get(reinterpret_cast<std::uintptr_t>(node->feature), [node] {
                return read_entry(*node);
            })};
            made.left = node->lcAttr;
            made.right = node->rcAttr;
            made.cost = node->wcost;
            made.end = node->length;
            made.feature = node->feature;
            pieces.push_back(made);
            if (!made.known) {
                add_cuts(made);
            }
        }
        return pieces;
    }

    /// MeCab makes one piece of all that no entry begins; where particles hang on it, it has to end
    /// before them.
    void add_cuts(LatticeNode unknown) {
        unknown.is_cut = true;
        for (std::uint32_t end = kSyllableBytes; end < unknown.end; end += kSyllableBytes) {
            pieces.push_back(unknown);
            pieces.back().end = end;
        }
    }

    std::shared_ptr<const Dictionary> dictionary;
    std::unique_ptr<MeCab::Lattice> lattice;  ///< MeCab's memory for what a look-up finds
    std::vector<LatticeNode> pieces;
    Lately<EntryKind, 15> kinds;                       ///< by the address of an entry's columns
    Lately<std::vector<LatticeNode>, 16> short_rests;  ///< pieces_of() them
    std::string word;
    std::uint16_t neutral_left = 0;
};

WordLattice::WordLattice(std::shared_ptr<const Dictionary> dictionary)
    : impl_(std::make_unique<Impl>()) {
    impl_->dictionary = std::move(dictionary);
    impl_->lattice.reset(impl_->dictionary->impl_->model->createLattice());
    if (!impl_->lattice) {
        throw Error(ErrorCode::Configuration, "MeCab cannot make a lattice");
    }
    build(kNeutralWord);
    for (const LatticeNode& node : nodes_) {
        if (node.end == kNeutralWord.size() && node.begin == 0) {
            impl_->neutral_left = node.left;
        }
    }
}

WordLattice::~WordLattice() = default;
WordLattice::WordLattice(WordLattice&&) noexcept = default;
WordLattice& WordLattice::operator=(WordLattice&&) noexcept = default;

void WordLattice::build(std::string_view word) {
    nodes_.clear();
    ending_at_.assign(word.size() + 1, -1);
    impl_->word.assign(word);
    add_pieces(0);
    for (std::uint32_t at = kSyllableBytes; at < word.size(); ++at) {
        for (std::int32_t i = ending_at_[at]; i >= 0; i = nodes_[i].next_ending_here) {
            if (!nodes_[i].is_cut) {
                add_pieces(at);
                break;
            }
        }
    }
}

/// All pieces that begin at `begin`. What begins in a word hangs on the rest of the word alone, and
/// most words end like others.
void WordLattice::add_pieces(std::uint32_t begin) {
    const std::string_view rest = std::string_view(impl_->word).substr(begin);
    if (rest.size() <= kShortBytes) {
        for (const LatticeNode& piece :
             impl_->short_rests.get(short_key(rest), [&] { return impl_->pieces_of(rest); })) {
            add(piece, begin);
        }
        return;
    }
    for (const LatticeNode& piece : impl_->pieces_of(rest)) {
        add(piece, begin);
    }
}

void WordLattice::add(const LatticeNode& piece, std::uint32_t begin) {
    LatticeNode& node = nodes_.emplace_back(piece);
    node.begin += begin;
    node.end += begin;
    node.next_ending_here =
        std::exchange(ending_at_[node.end], static_cast<std::int32_t>(nodes_.size()) - 1);
}

std::span<const std::int16_t> WordLattice::transitions_to(std::uint16_t left) const {
    return impl_->dictionary->impl_->transitions.to(left);
}

int WordLattice::begin_cost(std::uint16_t left) const {
    return transitions_to(left)[0];
}

int WordLattice::end_cost(const LatticeNode& node) const {
    return transitions_to(impl_->neutral_left)[node.right];
}

void WordLattice::append_content(const LatticeNode& node, std::vector<std::string>& parts) const {
    if (node.kind == Kind::Function || node.kind == Kind::Auxiliary
        || node.kind == Kind::Derivation) {
        return;
    }
    const std::string_view surface =
        std::string_view(impl_->word).substr(node.begin, node.end - node.begin);
    const std::string_view expression =
        node.known ? column(node.feature, kExpressionColumn) : std::string_view();
    if (expression.find('/') == std::string_view::npos) {
        parts.emplace_back(surface);
        return;
    }
    for_each_piece(expression, [&](std::string_view text, std::string_view tag) {
        if (!text.empty() && (is_content(tag) || is_stem(tag))) {
            parts.emplace_back(text);
        }
    });
}
}  // namespace gisa::text
