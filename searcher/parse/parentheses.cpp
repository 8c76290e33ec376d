// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/parentheses.h"

#include <algorithm>

#include "common/messages/tr.h"

namespace gisa::searcher {
namespace {
using Kind = Token::Kind;

class Balancer {
  public:
    explicit Balancer(Notices& notices) : notices_(notices) {}

    /// Whether the token stays.
    bool keep(const Token& token) {
        if (token.kind == Kind::Open) {
            return open(token);
        }
        return token.kind != Kind::Close || close(token);
    }

    [[nodiscard]] const std::vector<ByteRange>& still_open() const { return open_; }

  private:
    bool open(const Token& token) {
        if (open_.size() < kDeepestParenthesis) {
            open_.push_back(token.where);
            return true;
        }
        if (!told_depth_) {
            notices_.add(
                token.where,
                tr("Parentheses are nested too deep here, so this one and those within were left "
                   "out.")
            );
            told_depth_ = true;
        }
        ++too_deep_;
        return false;
    }

    bool close(const Token& token) {
        if (too_deep_ > 0) {
            --too_deep_;
            return false;
        }
        if (open_.empty()) {
            notices_.add(token.where, tr("This parenthesis closes nothing, so it was left out."));
            return false;
        }
        open_.pop_back();
        return true;
    }

    Notices& notices_;
    std::vector<ByteRange> open_;
    std::size_t too_deep_ = 0;
    bool told_depth_ = false;
};
}  // namespace

std::vector<Token> balance(LexedQuery lexed, std::size_t query_bytes, Notices& notices) {
    std::vector<Token> tokens = std::move(lexed.tokens);
    Balancer balancer(notices);
    std::erase_if(tokens, [&](const Token& token) { return !balancer.keep(token); });
    for (const ByteRange where : balancer.still_open()) {
        // In a cut query the closing one may have been cut.
        if (!lexed.cut) {
            notices.add(where, tr("This parenthesis is never closed, so it closes at the end."));
        }
        tokens.push_back({.kind = Kind::Close, .where = {query_bytes, query_bytes}});
    }
    return tokens;
}
}  // namespace gisa::searcher
