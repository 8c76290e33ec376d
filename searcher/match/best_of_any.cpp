// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/best_of_any.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <map>
#include <utility>

namespace gisa::searcher {
namespace {
/// Documents that are looked at together; what their scores take fits into the fastest memory.
constexpr Xapian::docid kWindow = 2'048;

struct Posting {
    Xapian::docid document = 0;
    Xapian::termcount times = 0;
};

/// The postings of one term of a segment, or of several as if they were one.
class Cursor {
  public:
    Cursor(const Xapian::Database& segment, const std::vector<std::string>& terms)
        : at_(segment.postlist_begin(terms.front())),
          end_(segment.postlist_end(terms.front())) {
        if (terms.size() > 1) {
            merge(segment, terms);
        }
        take();
    }

    /// kNone at the end.
    [[nodiscard]] Xapian::docid document() const { return here_.document; }

    [[nodiscard]] Xapian::termcount times() const { return here_.times; }

    void next() {
        if (is_merged_) {
            ++next_;
        } else {
            ++at_;
        }
        take();
    }

    /// To the first document that is not before `document`.
    void skip_to(Xapian::docid document) {
        if (here_.document >= document) {
            return;
        }
        if (is_merged_) {
            while (next_ < merged_.size() && merged_[next_].document < document) {
                ++next_;
            }
        } else {
            at_.skip_to(document);
        }
        take();
    }

    static constexpr Xapian::docid kNone = ~Xapian::docid{0};

  private:
    /// Longer words that hold the typed one or begin with it: hardly ever many articles together.
    void merge(const Xapian::Database& segment, const std::vector<std::string>& terms) {
        is_merged_ = true;
        for (const std::string& term : terms) {
            for (auto at = segment.postlist_begin(term); at != segment.postlist_end(term); ++at) {
                merged_.push_back({*at, at.get_wdf()});
            }
        }
        std::sort(merged_.begin(), merged_.end(), [](const Posting& a, const Posting& b) {
            return a.document < b.document;
        });
        std::size_t kept = 0;
        for (const Posting& one : merged_) {
            if (kept > 0 && merged_[kept - 1].document == one.document) {
                merged_[kept - 1].times += one.times;
            } else {
                merged_[kept++] = one;
            }
        }
        merged_.resize(kept);
    }

    void take() {
        if (is_merged_) {
            here_ = next_ < merged_.size() ? merged_[next_] : Posting{kNone, 0};
        } else {
            here_ = at_ != end_ ? Posting{*at_, at_.get_wdf()} : Posting{kNone, 0};
        }
    }

    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
    std::vector<Posting> merged_;
    std::size_t next_ = 0;
    bool is_merged_ = false;
    Posting here_;
};

/// A term with what it weighs in this archive.
struct Weighed {
    const std::vector<std::string>* terms = nullptr;
    double weight = 0;  ///< BM25's, as if the term stood everywhere in a text; so none is greater
};

/// Source: bm25weight.cc of Xapian 1.4.
double inverse_frequency(double articles, double with_term) {
    const double ratio = (articles - with_term + 0.5) / (with_term + 0.5);
    return std::log(ratio < 2 ? 1 + ratio / 2 : ratio);
}

/// The best so far, one at least, the worst of them on top.
class Best {
  public:
    explicit Best(std::size_t most) : most_(most) {}

    /// What must be exceeded to be among them.
    [[nodiscard]] double floor() const { return heap_.size() < most_ ? -1 : heap_.front().weight; }

    [[nodiscard]] bool takes(const BestOfAny::Document& one) const {
        return heap_.size() < most_ || better(one, heap_.front());
    }

    void take(const BestOfAny::Document& one) {
        const auto is_better = [this](const auto& a, const auto& b) { return better(a, b); };
        if (heap_.size() == most_) {
            std::pop_heap(heap_.begin(), heap_.end(), is_better);
            heap_.pop_back();
        }
        heap_.push_back(one);
        std::push_heap(heap_.begin(), heap_.end(), is_better);
    }

    [[nodiscard]] std::vector<BestOfAny::Document> sorted() && {
        std::sort(heap_.begin(), heap_.end(), [this](const auto& a, const auto& b) {
            return better(a, b);
        });
        return std::move(heap_);
    }

  private:
    /// Equals come in the order in which Xapian numbers the documents of all segments together.
    [[nodiscard]] bool better(const BestOfAny::Document& a, const BestOfAny::Document& b) const {
        if (a.weight != b.weight) {
            return a.weight > b.weight;
        }
        return a.number != b.number ? a.number < b.number : a.segment < b.segment;
    }

    std::size_t most_;
    std::vector<BestOfAny::Document> heap_;
};

/// Goes through one segment.
class Walk {
  public:
    Walk(
        const Xapian::Database& segment,
        const std::vector<Weighed>& terms,
        const std::vector<float>& lengths,
        Best& best
    )
        : lengths_(lengths),
          best_(best) {
        double most = 0;
        for (const Weighed& term : terms) {
            most += term.weight;
            lists_.push_back({Cursor(segment, *term.terms), term.weight, most});
        }
    }

    /// Calls `accept` with the number and weight of each document that may be among the best.
    template <class Accept>
    void run(const Accept& accept) {
        while (true) {
            lead();
            Xapian::docid begin = Cursor::kNone;
            for (std::size_t i = leaders_; i < lists_.size(); ++i) {
                begin = std::min(begin, lists_[i].cursor.document());
            }
            if (begin == Cursor::kNone) {
                return;
            }
            gather(begin);
            for (std::size_t i = 0; i < kWindow; ++i) {
                if (is_hit_[i]) {
                    finish(begin + static_cast<Xapian::docid>(i), weights_[i], accept);
                }
            }
        }
    }

  private:
    struct List {
        Cursor cursor;
        double weight = 0;
        double most = 0;  ///< of this list and all before it together
    };

    /// Finds the lists that documents must be found by: all before them cannot lift one so high.
    void lead() {
        while (leaders_ < lists_.size() && lists_[leaders_].most <= best_.floor()) {
            ++leaders_;
        }
    }

    void gather(Xapian::docid begin) {
        is_hit_.reset();
        weights_.fill(0);
        const Xapian::docid end = begin + kWindow;
        for (std::size_t i = leaders_; i < lists_.size(); ++i) {
            List& list = lists_[i];
            while (list.cursor.document() < end) {
                const Xapian::docid document = list.cursor.document();
                weights_[document - begin] += weight(list);
                is_hit_.set(document - begin);
                list.cursor.next();
            }
        }
    }

    /// Adds what the other lists say, as long as it may matter.
    template <class Accept>
    void finish(Xapian::docid document, double weight_so_far, const Accept& accept) {
        double sum = weight_so_far;
        for (std::size_t i = leaders_; i > 0; --i) {
            List& list = lists_[i - 1];
            if (sum + list.most <= best_.floor()) {
                return;
            }
            list.cursor.skip_to(document);
            if (list.cursor.document() == document) {
                sum += weight(list);
            }
        }
        accept(document, sum);
    }

    [[nodiscard]] double weight(const List& list) const {
        const double times = list.cursor.times();
        const double weight = list.weight * times / (lengths_[list.cursor.document()] + times);
        // Few enough bits that a sum is the same in whatever order, which depends on how many
        // articles are asked for: pages of all lengths agree on the order of near equals.
        return static_cast<float>(weight);
    }

    const std::vector<float>& lengths_;
    Best& best_;
    std::vector<List> lists_;  ///< those that weigh least first
    std::size_t leaders_ = 0;  ///< the first of them
    std::array<double, kWindow> weights_{};
    std::bitset<kWindow> is_hit_;
};
}  // namespace

BestOfAny::BestOfAny(const segment::SegmentSet& segments, const Bm25& bm25)
    : segments_(segments),
      bm25_(bm25),
      lengths_(segments.segments().size()) {}

const std::vector<float>& BestOfAny::lengths_of(std::size_t segment) {
    std::vector<float>& parts = lengths_[segment];
    if (parts.empty()) {
        const segment::DocumentTable& table = segments_.documents(segment);
        const double average = segments_.postings().get_average_length();
        const double of_all = bm25_.k1 * (1 - bm25_.b);
        const double of_a_word = bm25_.k1 * bm25_.b / average;
        const double least = bm25_.shortest_length * average;
        parts.resize(std::size_t{table.documents()} + 1);
        for (std::uint32_t document = 1; document <= table.documents(); ++document) {
            const double words = std::max<double>(table.length(document), least);
            parts[document] = static_cast<float>(of_all + of_a_word * words);
        }
    }
    return parts;
}

BestOfAny::Found BestOfAny::find(
    const std::vector<LooseTerm>& terms, std::size_t most, const Visible& visible
) {
    // A word that is typed twice is read once.
    std::map<std::vector<std::string>, double> sums;
    for (const LooseTerm& term : terms) {
        sums[term.terms] += term.weight;
    }
    const Xapian::doccount held = segments_.postings().get_doccount();
    const auto articles = static_cast<double>(held);
    Found found;
    std::vector<Weighed> weighed;
    double without =
        1;  // the share of the articles that hold none, if terms knew nothing of others
    for (const auto& [together, weight] : sums) {
        double without_these = 1;
        for (const std::string& term : together) {
            const std::uint64_t with_term = segments_.articles_with(term);
            found.at_least = std::max(found.at_least, with_term);
            found.at_most = std::min<std::uint64_t>(found.at_most + with_term, held);
            without_these *= 1 - static_cast<double>(with_term) / articles;
        }
        if (without_these < 1) {
            const double frequency = inverse_frequency(articles, articles * (1 - without_these));
            weighed.push_back({&together, weight * frequency * (bm25_.k1 + 1)});
        }
        without *= without_these;
    }
    found.estimate = std::max(found.at_least, static_cast<std::uint64_t>(articles * (1 - without)));
    if (most == 0) {
        return found;
    }
    std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.weight < b.weight;
    });

    Best best(most);
    for (std::size_t i = 0; i < segments_.segments().size(); ++i) {
        Walk(segments_.segments()[i], weighed, lengths_of(i), best)
            .run([&](Xapian::docid number, double weight) {
                const Document one{i, number, weight};
                if (best.takes(one) && visible(one)) {
                    best.take(one);
                }
            });
    }
    found.best = std::move(best).sorted();
    return found;
}
}  // namespace gisa::searcher
