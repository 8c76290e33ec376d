// SPDX-License-Identifier: GPL-2.0-or-later
//
// A packed form: the length of the whole, the number of parts with its highest bit for inflected, the
// length of each (a byte each), then the strings. A place in a table: the lengths of word and form (a byte each), then both.
#include "common/text/form_memo.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace gisa::text {
namespace {
constexpr std::size_t kMost = std::numeric_limits<unsigned char>::max();
constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kPlaceHead = 2;
constexpr std::size_t kInflected = 0x80;

std::size_t number_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

void append_number(std::string& bytes, std::size_t number) {
    bytes.push_back(static_cast<char>(number));
}

/// Empty when a length does not fit into a byte: such a form is not worth remembering.
std::string packed(const KoreanForm& form) {
    std::string bytes;
    if (form.parts.size() >= kInflected) {
        return bytes;
    }
    append_number(bytes, form.whole.size());
    append_number(bytes, form.parts.size() | (form.inflected ? kInflected : 0));
    std::size_t size = form.whole.size();
    for (const std::string& part : form.parts) {
        append_number(bytes, part.size());
        size += part.size();
    }
    if (bytes.size() + size > kMost) {
        return {};
    }
    bytes.append(form.whole);
    for (const std::string& part : form.parts) {
        bytes.append(part);
    }
    return bytes;
}
}  // namespace

void FlatForm::assign(const KoreanForm& form) {
    inflected_ = form.inflected;
    bytes_ = form.whole;
    for (const std::string& part : form.parts) {
        bytes_.append(part);
    }
    std::size_t at = form.whole.size();
    whole_ = std::string_view(bytes_).substr(0, at);
    parts_.clear();
    for (const std::string& part : form.parts) {
        parts_.push_back(std::string_view(bytes_).substr(at, part.size()));
        at += part.size();
    }
}

void FlatForm::unpack(std::string_view packed) {
    bytes_ = packed;
    inflected_ = (number_at(bytes_, 1) & kInflected) != 0;
    const std::size_t parts = number_at(bytes_, 1) & ~kInflected;
    std::size_t at = 2 + parts;
    whole_ = std::string_view(bytes_).substr(at, number_at(bytes_, 0));
    at += whole_.size();
    parts_.clear();
    for (std::size_t part = 0; part < parts; ++part) {
        parts_.push_back(std::string_view(bytes_).substr(at, number_at(bytes_, 2 + part)));
        at += parts_.back().size();
    }
}

FormMemo::FormMemo(std::size_t most_forms)
    : most_in_generation_(most_forms / 2 / kShards + 1),
      shards_(std::make_unique<std::array<Shard, kShards>>()) {}

bool FormMemo::find(std::string_view word, FlatForm& form) {
    const std::uint64_t hash = std::hash<std::string_view>{}(word);
    const auto low = static_cast<std::uint32_t>(hash);
    Shard& shard = shard_of(hash);
    const std::scoped_lock lock(shard.mutex);
    std::string_view found = shard.young.find(word, low);
    if (found.empty()) {
        found = shard.old.find(word, low);
        if (found.empty()) {
            return false;
        }
        form.unpack(found);
        add(shard, word, low, form.bytes_);
        return true;
    }
    form.unpack(found);
    return true;
}

void FormMemo::remember(std::string_view word, const KoreanForm& form) {
    const std::string bytes = packed(form);
    if (bytes.empty() || word.size() > kMost) {
        return;
    }
    const std::uint64_t hash = std::hash<std::string_view>{}(word);
    const auto low = static_cast<std::uint32_t>(hash);
    Shard& shard = shard_of(hash);
    const std::scoped_lock lock(shard.mutex);
    if (shard.young.find(word, low).empty()) {  // another thread may have been here meanwhile
        add(shard, word, low, bytes);
    }
}

FormMemo::Shard& FormMemo::shard_of(std::uint64_t hash) {
    return (*shards_)[hash >> 32U & (kShards - 1)];
}

void FormMemo::add(Shard& shard, std::string_view word, std::uint32_t hash, std::string_view form) {
    if (shard.young.size() == most_in_generation_) {
        shard.old = std::exchange(shard.young, {});
    }
    shard.young.add(word, hash, form);
}

std::string_view FormMemo::Table::find(std::string_view word, std::uint32_t hash) const {
    if (slots_.empty()) {
        return {};
    }
    const std::string_view bytes = bytes_;
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].place != 0;
         at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash != hash) {
            continue;
        }
        const std::size_t place = slots_[at].place - 1;
        const std::size_t word_size = number_at(bytes, place);
        if (bytes.substr(place + kPlaceHead, word_size) == word) {
            return bytes.substr(place + kPlaceHead + word_size, number_at(bytes, place + 1));
        }
    }
    return {};
}

void FormMemo::Table::add(std::string_view word, std::uint32_t hash, std::string_view form) {
    if (size_ >= slots_.size() / 2) {
        const std::vector<Slot> before =
            std::exchange(slots_, std::vector<Slot>(std::max(kFirstSlots, 2 * slots_.size())));
        for (const Slot& slot : before) {
            if (slot.place != 0) {
                put(slot);
            }
        }
    }
    put({hash, static_cast<std::uint32_t>(bytes_.size() + 1)});
    append_number(bytes_, word.size());
    append_number(bytes_, form.size());
    bytes_.append(word).append(form);
    ++size_;
}

void FormMemo::Table::put(Slot slot) {
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].place != 0) {
        at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = slot;
}
}  // namespace gisa::text
