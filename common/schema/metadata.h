// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>

#include "common/schema/terms.h"

namespace gisa::schema {
/// What an article says about itself beside its text, in the one form that both sides of the
/// archive compare: the text's normal form (case, width, Hanja, composition) with single spaces.

/// The values that an article of this metadata is found by; none when `stored` names none.
///   Publisher, Section   the whole
///   Byline    each name, without titles, places and addresses, and without what stands before a name
///             that a Korean title follows, a paper or an office:
///             "서울=홍길동 기자, 김철수 특파원 k@example.com" -> 홍길동, 김철수
///   Language  the tag and what it begins with: ko-KR -> ko-kr, ko
///   Site      the host of a URL without www., and the domains above it:
///             https://m.example.co.kr/a -> m.example.co.kr, example.co.kr, co.kr
[[nodiscard]] std::vector<std::string> metadata_values(Metadata kind, std::string_view stored);

/// The values that all must be there when somebody asks for `typed`, read in the same way; a
/// language may also be named (한국어, English). Empty when nothing is left to ask for.
[[nodiscard]] std::vector<std::string> asked_values(Metadata kind, std::string_view typed);

/// The terms of everything an article says about itself, in no order, maybe repeated.
[[nodiscard]] std::vector<std::string> metadata_terms(const Article& article);
}  // namespace gisa::schema
