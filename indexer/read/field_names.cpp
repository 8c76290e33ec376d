// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/field_names.h"

#include <algorithm>
#include <optional>
#include <set>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::indexer {
namespace {
struct KnownNames {
    std::string_view first;
    std::string_view second;  // empty: there is none
};

// In the order of Field.
constexpr std::array<KnownNames, kFieldCount> kKnownNames = {{
    {"id", ""},
    {"title", ""},
    {"body", ""},
    {"date", "published"},
    {"url", ""},
    {"publisher", "source"},
    {"byline", "author"},
    {"section", "sections"},
    {"lang", "language"},
}};

std::optional<std::size_t> field_named(std::string_view name) {
    const auto found =
        std::find_if(kKnownNames.begin(), kKnownNames.end(), [name](const KnownNames& known) {
            return !name.empty() && (known.first == name || known.second == name);
        });
    if (found == kKnownNames.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - kKnownNames.begin());
}

std::string all_names() {
    std::string all;
    for (const KnownNames& known : kKnownNames) {
        all += all.empty() ? "" : ", ";
        all += known.first;
    }
    return all;
}
}  // namespace

std::string_view name_of(Field field) {
    return kKnownNames.at(static_cast<std::size_t>(field)).first;
}

FieldNames::FieldNames(const std::vector<std::pair<std::string, std::string>>& renamed) {
    std::set<std::string_view> taken;
    for (const auto& [input_name, gisa_name] : renamed) {
        const std::optional<std::size_t> field = field_named(gisa_name);
        if (!field) {
            throw Error(
                ErrorCode::InvalidArgument,
                tr("an article has no field \"%1\"", {gisa_name}),
                tr("the fields are %1", {all_names()})
            );
        }
        if (input_name.empty() || !taken.insert(input_name).second) {
            throw Error(
                ErrorCode::InvalidArgument,
                tr("the input's field \"%1\" is renamed twice, or has no name", {input_name})
            );
        }
        names_.at(*field).push_back(input_name);
    }
    for (std::size_t field = 0; field < kFieldCount; ++field) {
        if (!names_.at(field).empty()) {
            continue;
        }
        for (const std::string_view known :
             {kKnownNames.at(field).first, kKnownNames.at(field).second}) {
            if (!known.empty() && !taken.contains(known)) {
                names_.at(field).emplace_back(known);
            }
        }
    }
}
}  // namespace gisa::indexer
