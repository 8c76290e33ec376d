// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/parse/tree_check.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "common/text/utf8.h"
#include "searcher/parse/characters.h"
#include "searcher/parse/lexer.h"
#include "searcher/parse/notices.h"
#include "searcher/parse/tree.h"

namespace gisa::test {
namespace {
using searcher::QueryNode;
using Kind = QueryNode::Kind;

bool lies_within(ByteRange inner, ByteRange outer) {
    return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

bool is_clean_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode(text, at);
        if (!next.valid || next.character < 0x20 || next.character == 0x7F) {
            return false;
        }
        at += next.bytes;
    }
    return true;
}

bool is_inner(Kind kind) {
    return kind == Kind::And || kind == Kind::Or || kind == Kind::Near;
}

bool is_kind(const QueryNode& node, Kind kind) {
    return node.kind == kind;
}

class TreeCheck {
  public:
    explicit TreeCheck(std::string_view query) : query_(query) {}

    std::string check(const QueryNode& root) {
        if (root.kind == Kind::Nothing) {
            return root.children.empty() ? "" : "Nothing has children";
        }
        walk(root, Kind::Or, {0, query_.size()}, 0);
        if (words_.size() > searcher::kMostWords) {
            fail("there are too many words");
        }
        return broken_;
    }

  private:
    void fail(std::string_view what) {
        if (broken_.empty()) {
            broken_ = what;
        }
    }

    void expect(bool kept, std::string_view what) {
        if (!kept) {
            fail(what);
        }
    }

    void walk(const QueryNode& node, Kind parent, ByteRange outer, int depth) {
        constexpr int kDeepest = 400;
        expect(lies_within(node.where, outer), "a node lies outside its parent or the query");
        expect(depth < kDeepest, "the tree is too deep");
        expect(node.kind != Kind::Not || parent == Kind::And, "a Not stands alone");
        expect(node.kind != Kind::Nothing, "Nothing stands inside a tree");
        expect(!node.bare || node.kind == Kind::And, "something else than an And is bare");
        check_children(node);
        check_leaf(node);
        for (const QueryNode& child : node.children) {
            walk(child, node.kind, node.where, depth + 1);
        }
    }

    void check_children(const QueryNode& node) {
        const auto& children = node.children;
        const bool one =
            node.kind == Kind::Not || node.kind == Kind::In || node.kind == Kind::AtLeast;
        if (is_inner(node.kind)) {
            expect(children.size() >= 2, "an And, Or or Near has fewer than two children");
        } else {
            expect(children.size() == (one ? 1 : 0), "a node has the wrong number of children");
        }
        const auto can_be_near = [](const QueryNode& child) {
            return searcher::can_be_near(child);
        };
        expect(
            (node.kind != Kind::Near && node.kind != Kind::AtLeast)
                || std::all_of(children.begin(), children.end(), can_be_near),
            "something is near or counted that cannot be"
        );
        expect(node.kind != Kind::AtLeast || node.times >= 2, "once is counted");
        const auto is_not = [](const QueryNode& child) { return is_kind(child, Kind::Not); };
        expect(
            node.kind != Kind::And || !std::all_of(children.begin(), children.end(), is_not),
            "an And has nothing but Not"
        );
    }

    void check_leaf(const QueryNode& node) {
        const std::string_view piece =
            query_.substr(node.where.begin, node.where.end - node.where.begin);
        if (node.kind == Kind::Word || node.kind == Kind::Prefix || node.kind == Kind::Noun) {
            words_.insert(node.where.begin);
            expect(!piece.empty() && piece == node.text, "a word is not what was typed");
        } else if (node.kind == Kind::Phrase || node.kind == Kind::Literal) {
            words_.insert(node.where.begin);
            expect(piece.find(node.text) != piece.npos, "a phrase is not what was typed");
            expect(!searcher::is_blank(node.text), "a phrase is blank");
        } else if (node.kind == Kind::Value) {
            words_.insert(node.where.begin);
            expect(piece.find(node.text) != piece.npos, "a value is not what was typed");
            expect(!searcher::is_blank(node.text), "a value is blank");
        } else if (node.kind == Kind::Dates) {
            words_.insert(node.where.begin);
            const auto& [first, last] = node.days;
            expect(first || last, "dates have no end");
            expect(!first || first->ok(), "the first day is none");
            expect(!last || last->ok(), "the last day is none");
            expect(!first || !last || *first <= *last, "dates run backwards");
        }
    }

    std::string_view query_;
    std::string broken_;
    /// By where they begin: in a chain of signs, one may stand on both sides.
    std::set<std::size_t> words_;
};

std::string check_notices(std::string_view query, const searcher::ParsedQuery& parsed) {
    if (parsed.notices.size() > searcher::Notices::kMost + 1) {
        return "there are too many notices";
    }
    for (const QueryNotice& notice : parsed.notices) {
        if (!lies_within(notice.where, {0, query.size()})) {
            return "a notice lies outside the query";
        }
        if (notice.message.empty() || !is_clean_utf8(notice.message)) {
            return "a notice cannot be shown: " + notice.message;
        }
    }
    return "";
}
}  // namespace

std::string broken_promise(std::string_view query, const searcher::ParsedQuery& parsed) {
    std::string broken = TreeCheck(query).check(parsed.root);
    if (broken.empty()) {
        broken = check_notices(query, parsed);
    }
    if (broken.empty() && !is_clean_utf8(searcher::to_text(parsed))) {
        broken = "the tree's text is not clean UTF-8";
    }
    if (broken.empty() && parsed.root.kind == Kind::Nothing && !searcher::is_blank(query)
        && parsed.notices.empty()) {
        broken = "something was typed, nothing is searched for, and nobody says so";
    }
    return broken;
}
}  // namespace gisa::test
