// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

#include "common/messages/tr.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kShownContaining = 5;

std::string joined(
    const std::vector<std::string>& words, std::string_view between, std::size_t most
) {
    std::string out;
    for (std::size_t i = 0; i < words.size() && i < most; ++i) {
        out.append(i == 0 ? "" : between).append(words[i]);
    }
    if (words.size() > most) {
        out.append(between)
            .append("and ")
            .append(std::to_string(words.size() - most))
            .append(" more");
    }
    return out;
}

std::string day_text(const std::optional<std::chrono::year_month_day>& day) {
    if (!day) {
        return "";
    }
    std::array<char, 32> buffer{};
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%04d-%02u-%02u",
        static_cast<int>(day->year()),
        static_cast<unsigned>(day->month()),
        static_cast<unsigned>(day->day())
    );
    return buffer.data();
}

std::string_view name_of(schema::Metadata kind) {
    switch (kind) {
        case schema::Metadata::Publisher:
            return "publisher";
        case schema::Metadata::Section:
            return "section";
        case schema::Metadata::Byline:
            return "byline";
        case schema::Metadata::Language:
            return "language";
        case schema::Metadata::Site:
            return "site";
    }
    return {};
}

std::string nearness(const TextCheck& check) {
    const std::string words = std::to_string(check.distance) + " other words between";
    switch (check.proximity) {
        case Proximity::Near:
            return "near, at most " + words;
        case Proximity::Ordered:
            return "in this order, at most " + words;
        case Proximity::Sentence:
            return "in one sentence";
        case Proximity::Paragraph:
            return "in one paragraph";
    }
    return {};
}

class Printer {
  public:
    explicit Printer(const Plan& plan) : plan_(plan) {}

    std::string run() {
        node(plan_.root, 0);
        return std::move(out_);
    }

  private:
    void line(int depth, std::string_view text) {
        out_.append(static_cast<std::size_t>(depth) * 2, ' ').append(text).push_back('\n');
    }

    void word(const SearchedWord& word, int depth) {
        line(depth, "word " + word.typed + (word.asks ? " (only asks: may be missing)" : ""));
        for (const SearchedRun& run : word.runs) {
            std::string text = run.whole;
            if (!run.parts.empty() && (run.parts.size() > 1 || run.parts.front() != run.whole)) {
                text.append(" | ").append(joined(run.parts, " + ", run.parts.size()));
            }
            if (!run.containing.empty()) {
                text.append(run.prefix ? " | begins " : " | inside ")
                    .append(joined(run.containing, ", ", kShownContaining));
            }
            line(depth + 1, text);
        }
    }

    void phrase(const SearchedPhrase& asked, int depth) {
        if (asked.form == Form::Noun) {
            line(depth++, "nothing but particles behind");
        }
        if (asked.form != Form::AsTyped && asked.words.size() == 1) {
            word(asked.words.front(), depth);
            return;
        }
        line(depth, "side by side");
        for (const SearchedWord& one : asked.words) {
            word(one, depth + 1);
        }
    }

    void check(const TextCheck& asked, int depth) {
        if (asked.place != Place::Anywhere) {
            line(depth++, "in the " + std::string(name_of(asked.place)));
        }
        if (asked.literal) {
            const std::string_view spaces = asked.literal->unspaced ? ", spaces aside, '" : " '";
            line(depth++, "literally" + std::string(spaces) + asked.literal->text + "'");
        } else if (asked.operands.size() > 1) {
            line(depth++, nearness(asked));
        } else if (asked.at_least > 1) {
            line(depth++, "at least " + std::to_string(asked.at_least) + " times");
        }
        for (const std::vector<std::size_t>& alternatives : asked.operands) {
            const int inner = alternatives.size() > 1 ? depth + 1 : depth;
            if (alternatives.size() > 1) {
                line(depth, "any");
            }
            for (const std::size_t one : alternatives) {
                phrase(plan_.phrases[one], inner);
            }
        }
    }

    void children(std::string_view name, const PlanNode& node_here, int depth) {
        line(depth, name);
        for (const PlanNode& child : node_here.children) {
            node(child, depth + 1);
        }
    }

    void node(const PlanNode& here, int depth) {
        if (here.in_title) {
            line(depth++, "in the title");
        }
        switch (here.kind) {
            case PlanNode::Kind::Nothing:
                line(depth, "nothing");
                break;
            case PlanNode::Kind::All:
                line(depth, "every article");
                break;
            case PlanNode::Kind::Word:
                word(plan_.words[here.index], depth);
                break;
            case PlanNode::Kind::Check:
                check(plan_.checks[here.index], depth);
                break;
            case PlanNode::Kind::Metadata:
                line(depth, std::string(name_of(here.metadata)) + " " + here.value);
                break;
            case PlanNode::Kind::Article:
                line(depth, "the article " + here.value);
                break;
            case PlanNode::Kind::Dates:
                line(
                    depth,
                    (here.date_kind == schema::DateKind::Collected ? "collected " : "dates ")
                        + day_text(here.days.first) + ".." + day_text(here.days.last)
                );
                break;
            case PlanNode::Kind::And:
                children(here.bare ? "all, or most of them" : "all", here, depth);
                break;
            case PlanNode::Kind::Or:
                children("any", here, depth);
                break;
            case PlanNode::Kind::Not:
                children("not", here, depth);
                break;
        }
    }

    const Plan& plan_;
    std::string out_;
};
}  // namespace

const char* name_of(Place place) {
    switch (place) {
        case Place::Anywhere:
            return tr_later("article");
        case Place::Title:
            return tr_later("title");
        case Place::Body:
            return tr_later("body");
        case Place::Lead:
            return tr_later("first two paragraphs");
    }
    return "";
}

std::string to_text(const Plan& plan) {
    const std::string fresh =
        plan.half_life ? "fresh " + std::to_string(plan.half_life->count()) + "d\n" : "";
    return fresh + Printer(plan).run();
}
}  // namespace gisa::searcher
