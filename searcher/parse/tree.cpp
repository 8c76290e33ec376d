// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/tree.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gisa::searcher {
namespace {
using Kind = QueryNode::Kind;

bool is_not(const QueryNode& node) {
    return node.kind == Kind::Not;
}

bool is_text_leaf(const QueryNode& node) {
    return node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Prefix
           || node.kind == Kind::Noun;
}

bool is_all(const QueryNode& node) {
    return node.kind == Kind::All;
}

QueryNode inner_node(Kind kind, std::vector<QueryNode> children) {
    QueryNode node;
    node.kind = kind;
    node.where = {children.front().where.begin, children.back().where.end};
    node.children = std::move(children);
    return node;
}

QueryNode outer_node(Kind kind, QueryNode child, ByteRange where) {
    QueryNode node;
    node.kind = kind;
    node.where = where;
    node.children.push_back(std::move(child));
    return node;
}

/// Puts the children of those that `merges` in their parents' place.
template <typename Predicate>
std::vector<QueryNode> merged(std::vector<QueryNode> children, Predicate merges) {
    std::vector<QueryNode> level;
    level.reserve(children.size());
    for (QueryNode& child : children) {
        if (merges(child)) {
            std::move(child.children.begin(), child.children.end(), std::back_inserter(level));
        } else {
            level.push_back(std::move(child));
        }
    }
    return level;
}

/// What a Not that stands for itself is taken from: every article.
QueryNode taken_from_all(std::vector<QueryNode> nots) {
    QueryNode all;
    all.kind = Kind::All;
    all.where = {nots.front().where.begin, nots.front().where.begin};
    nots.insert(nots.begin(), std::move(all));
    return inner_node(Kind::And, std::move(nots));
}

bool says_no_word(const QueryNode& node) {
    return is_not(node) || is_all(node);
}

QueryNode finish_and(QueryNode node) {
    std::vector<QueryNode> children =
        merged(std::move(node.children), [&node](const QueryNode& child) {
            return child.kind == Kind::And
                   && (child.bare == node.bare
                       || std::all_of(child.children.begin(), child.children.end(), says_no_word));
        });
    if (std::all_of(children.begin(), children.end(), is_not)) {
        return taken_from_all(std::move(children));
    }
    if (!std::all_of(children.begin(), children.end(), says_no_word)) {
        std::erase_if(children, is_all);
    } else {
        // One * is as much as many.
        const auto first = std::find_if(children.begin(), children.end(), is_all);
        children.erase(std::remove_if(std::next(first), children.end(), is_all), children.end());
        node.bare = false;
    }
    if (children.size() == 1) {
        QueryNode only = std::move(children.front());
        return only;
    }
    node.children = std::move(children);
    return node;
}
}  // namespace

QueryNode make_and(std::vector<QueryNode> children, bool bare) {
    std::vector<QueryNode> level = merged(std::move(children), [bare](const QueryNode& child) {
        return child.kind == Kind::And
               && (child.bare == bare
                   || std::all_of(child.children.begin(), child.children.end(), is_not));
    });
    if (level.size() == 1) {
        QueryNode only = std::move(level.front());
        return only;
    }
    QueryNode node = inner_node(Kind::And, std::move(level));
    node.bare = bare;
    return node;
}

QueryNode make_or(std::vector<QueryNode> children) {
    std::vector<QueryNode> level =
        merged(std::move(children), [](const QueryNode& child) { return child.kind == Kind::Or; });
    return level.size() == 1 ? std::move(level.front()) : inner_node(Kind::Or, std::move(level));
}

bool can_be_near(const QueryNode& node) {
    return is_text_leaf(node)
           || (node.kind == Kind::Or
               && std::all_of(node.children.begin(), node.children.end(), is_text_leaf));
}

QueryNode make_near(const ProximitySign& sign, std::vector<QueryNode> children) {
    QueryNode node = inner_node(Kind::Near, std::move(children));
    node.proximity = sign.proximity;
    node.distance = sign.distance;
    return node;
}

QueryNode make_at_least(std::uint32_t times, QueryNode child, ByteRange where) {
    QueryNode node = outer_node(Kind::AtLeast, std::move(child), where);
    node.times = times;
    return node;
}

QueryNode make_not(QueryNode child, ByteRange where) {
    if (is_not(child)) {
        QueryNode inside = std::move(child.children.front());
        return inside;
    }
    return outer_node(Kind::Not, std::move(child), where);
}

namespace {
/// Recursion is bounded by the depth of parentheses.
void make_values(Field field, QueryNode& node) {
    if (is_text_leaf(node) || node.kind == Kind::Literal) {
        node.kind = Kind::Value;
        node.field = field;
    }
    for (QueryNode& child : node.children) {
        make_values(field, child);
    }
    if (node.kind == Kind::Near) {
        node.kind = Kind::And;
    }
    if (node.kind == Kind::In || node.kind == Kind::AtLeast) {
        // A value stands nowhere.
        QueryNode inside = std::move(node.children.front());
        node = std::move(inside);
    }
}
}  // namespace

QueryNode make_field(Field field, QueryNode child, ByteRange where) {
    if (!is_place(field)) {
        const bool leaf = is_text_leaf(child) || child.kind == Kind::Literal;
        make_values(field, child);
        child.where = leaf ? where : child.where;
        return child;
    }
    switch (child.kind) {
        case Kind::In:
        case Kind::Value:
        case Kind::Dates:
        case Kind::All:
            return child;
        case Kind::Not: {
            QueryNode inside = std::move(child.children.front());
            return make_not(make_field(field, std::move(inside), where), where);
        }
        default:
            child = outer_node(Kind::In, std::move(child), where);
            child.field = field;
            return child;
    }
}

// Recursion is bounded by the depth of parentheses.
bool has_literal_beside_words(const QueryNode& root) {
    const auto is_literal = [](const QueryNode& node) {
        return node.kind == QueryNode::Kind::Literal;
    };
    return root.kind == QueryNode::Kind::And && root.bare
           && std::any_of(root.children.begin(), root.children.end(), is_literal)
           && !std::all_of(root.children.begin(), root.children.end(), is_literal);
}

std::vector<const QueryNode*> typed_words(const QueryNode& root) {
    std::vector<const QueryNode*> words;
    if (root.kind == QueryNode::Kind::Word) {
        words.push_back(&root);
    }
    if (root.kind != QueryNode::Kind::Not) {
        for (const QueryNode& child : root.children) {
            const std::vector<const QueryNode*> below = typed_words(child);
            words.insert(words.end(), below.begin(), below.end());
        }
    }
    return words;
}

QueryNode finish(QueryNode root) {
    const bool keeps_nots = root.kind == Kind::And;
    for (QueryNode& child : root.children) {
        if (keeps_nots && is_not(child)) {
            child.children.front() = finish(std::move(child.children.front()));
        } else {
            child = finish(std::move(child));
        }
    }
    if (root.kind == Kind::And) {
        return finish_and(std::move(root));
    }
    if (!is_not(root)) {
        return root;
    }
    std::vector<QueryNode> alone;
    alone.push_back(std::move(root));
    return taken_from_all(std::move(alone));
}
}  // namespace gisa::searcher
