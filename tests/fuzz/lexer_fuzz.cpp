// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <gisa/searcher.h>

#include "common/text/utf8.h"
#include "searcher/parse/characters.h"
#include "searcher/parse/lexer.h"
#include "searcher/parse/notices.h"

namespace {
using gisa::searcher::LexedQuery;
using gisa::searcher::Token;

void expect(bool kept, const char* promise) {
    if (!kept) {
        std::fprintf(stderr, "broken: %s\n", promise);
        std::abort();
    }
}

void check_tokens(std::string_view query, const LexedQuery& lexed) {
    expect(lexed.tokens.size() <= gisa::searcher::kMostTokens, "tokens are bounded");
    std::size_t bytes = 0;
    std::size_t end = 0;
    for (const Token& token : lexed.tokens) {
        expect(end <= token.where.begin && token.where.begin <= token.where.end, "tokens ascend");
        end = token.where.end;
        if (token.text.empty()) {
            continue;
        }
        const char* const text = token.text.data();
        expect(
            text >= query.data() + token.where.begin
                && text + token.text.size() <= query.data() + token.where.end,
            "a token's text is its piece of the query"
        );
        const bool is_text = token.kind == Token::Kind::Word || token.kind == Token::Kind::Phrase
                             || token.kind == Token::Kind::Literal;
        bytes += is_text ? token.text.size() : 0;
    }
    expect(end <= query.size(), "tokens lie in the query");
    expect(bytes <= gisa::searcher::kMostTextBytes, "text is bounded");
}

void check_coverage(
    std::string_view query, const LexedQuery& lexed, const std::vector<gisa::QueryNotice>& notices
) {
    std::vector<char> told(query.size(), 0);
    const auto tell = [&told](gisa::ByteRange where) {
        std::fill(
            told.begin() + static_cast<std::ptrdiff_t>(where.begin),
            told.begin() + static_cast<std::ptrdiff_t>(where.end),
            1
        );
    };
    for (const Token& token : lexed.tokens) {
        tell(token.where);
    }
    for (const gisa::QueryNotice& notice : notices) {
        expect(notice.where.end <= query.size(), "notices lie in the query");
        tell(notice.where);
    }
    for (std::size_t at = 0; at < query.size();) {
        const gisa::text::Decoded next = gisa::text::decode(query, at);
        expect(
            told[at] != 0 || gisa::searcher::is_blank(next.character)
                || gisa::searcher::is_invisible(next.character),
            "what can be seen lies in a token or in a notice"
        );
        at += next.bytes;
    }
}
}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query(reinterpret_cast<const char*>(data), size);
    gisa::searcher::Notices kept;
    const LexedQuery lexed = gisa::searcher::lex(query, kept);
    check_tokens(query, lexed);
    const std::vector<gisa::QueryNotice> notices = std::move(kept).take();
    // Of more only the first are kept.
    if (notices.size() < gisa::searcher::Notices::kMost) {
        check_coverage(query, lexed, notices);
    }
    return 0;
}
