// SPDX-License-Identifier: GPL-2.0-or-later
//
// learn_weights HALF START COLLECTION...: learns the weights of the second step by coordinate ascent
// on half of each collection's queries and shows how they do on both halves.
//   HALF        0 or 1: learn on that half; "none": only show START
//   START       the first weights, comma-separated, in the order of the features behind "first"
//   COLLECTION  NAME:SHARE:FEATURES:QRELS, FEATURES from rank_features. SHARE is the collection's
//               part in the aim; 0 only shows it. A NAME that ends in "!" is learned on without titles
//
// The model is the searcher's: (first + w0 bigrams) × (1 + sum of weights × shares), no weight below
// zero. The aim is MRR@10 + nDCG@10, averaged over queries and then over collections.
// Source: D. Metzler and W. B. Croft, Linear feature-based models for information retrieval, 2007.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {
using Weights = std::vector<double>;

constexpr std::size_t kTop = 10;
constexpr std::size_t kRounds = 8;

struct Candidate {
    int grade = 0;
    std::vector<double> features;
};

struct Query {
    std::vector<Candidate> candidates;
    double ideal = 0;  ///< the best possible DCG
    int half = 0;
};

struct Collection {
    std::string name;
    double share = 0;
    std::vector<Query> queries;
};

struct Quality {
    double mrr = 0;
    double ndcg = 0;
};

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> pieces;
    std::istringstream in(text);
    for (std::string piece; std::getline(in, piece, at);) {
        pieces.push_back(piece);
    }
    return pieces;
}

double gain(int grade, std::size_t rank) {
    return (std::exp2(grade) - 1) / std::log2(static_cast<double>(rank) + 2);
}

double ideal_gain(std::vector<int> grades) {
    std::sort(grades.begin(), grades.end(), std::greater<>());
    double sum = 0;
    for (std::size_t i = 0; i < grades.size() && i < kTop; ++i) {
        sum += gain(grades[i], i);
    }
    return sum;
}

double score(const Candidate& candidate, const Weights& weights) {
    double factor = 1;
    for (std::size_t i = 1; i < weights.size(); ++i) {
        factor += weights[i] * candidate.features[i + 1];
    }
    return (candidate.features[0] + weights[0] * candidate.features[1]) * factor;
}

Quality quality(const Query& query, const Weights& weights) {
    std::vector<std::pair<double, int>> ranked;
    for (const Candidate& candidate : query.candidates) {
        ranked.emplace_back(score(candidate, weights), candidate.grade);
    }
    const std::size_t top = std::min(kTop, ranked.size());
    std::partial_sort(
        ranked.begin(),
        ranked.begin() + static_cast<std::ptrdiff_t>(top),
        ranked.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; }
    );
    Quality found;
    for (std::size_t i = 0; i < top; ++i) {
        if (ranked[i].second > 0) {
            found.mrr = found.mrr > 0 ? found.mrr : 1 / static_cast<double>(i + 1);
            found.ndcg += gain(ranked[i].second, i) / query.ideal;
        }
    }
    return found;
}

/// Over the queries of one half, or of both when `half` is negative.
Quality quality(const Collection& collection, const Weights& weights, int half) {
    Quality sum;
    double count = 0;
    for (const Query& query : collection.queries) {
        if (half < 0 || query.half == half) {
            const Quality one = quality(query, weights);
            sum.mrr += one.mrr;
            sum.ndcg += one.ndcg;
            ++count;
        }
    }
    return count > 0 ? Quality{sum.mrr / count, sum.ndcg / count} : Quality{};
}

double aim(const std::vector<Collection>& collections, const Weights& weights, int half) {
    double sum = 0;
    double shares = 0;
    for (const Collection& collection : collections) {
        if (collection.share > 0) {
            const Quality found = quality(collection, weights, half);
            sum += collection.share * (found.mrr + found.ndcg);
            shares += collection.share;
        }
    }
    return shares > 0 ? sum / shares : 0;
}

/// One weight at a time, steps up and down, until a round brings next to nothing.
Weights learn(const std::vector<Collection>& collections, Weights weights, int half) {
    constexpr double kSteps[] = {-1, -0.5, -0.25, -0.1, 0.1, 0.25, 0.5, 1};
    constexpr double kSmallest = 0.4;
    double best = aim(collections, weights, half);
    for (std::size_t round = 0; round < kRounds; ++round) {
        const double before = best;
        for (double& weight : weights) {
            const double from = weight;
            double chosen = from;
            for (const double step : kSteps) {
                weight = std::max(0.0, from + step * std::max(kSmallest, from));
                const double reached = aim(collections, weights, half);
                if (reached > best + 1e-5) {
                    best = reached;
                    chosen = weight;
                }
            }
            weight = chosen;
        }
        if (best - before < 2e-4) {
            break;
        }
    }
    return weights;
}

/// Which half a query falls into: by its name alone, so that it is the same everywhere.
int half_of(const std::string& query) {
    unsigned sum = 0;
    for (const char c : query) {
        sum = sum * 31 + static_cast<unsigned char>(c);
    }
    return static_cast<int>((sum / 7) % 2);
}

Collection read_collection(const std::string& argument, std::vector<std::string>& names) {
    const std::vector<std::string> parts = split(argument, ':');
    if (parts.size() != 4) {
        throw std::invalid_argument("not NAME:SHARE:FEATURES:QRELS: " + argument);
    }
    Collection collection{parts[0], std::atof(parts[1].c_str()), {}};
    const bool untitled = collection.name.back() == '!';
    std::map<std::string, std::vector<int>> grades;
    std::ifstream qrels(parts[3]);
    for (std::string query, zero, article, grade; qrels >> query >> zero >> article >> grade;) {
        if (std::atoi(grade.c_str()) > 0) {
            grades[query].push_back(std::atoi(grade.c_str()));
        }
    }
    std::map<std::string, Query> queries;
    for (const auto& [query, relevant] : grades) {
        queries[query] = {{}, ideal_gain(relevant), half_of(query)};
    }
    std::ifstream features(parts[2]);
    std::string line;
    std::getline(features, line);
    names = split(line, '\t');
    while (std::getline(features, line)) {
        const std::vector<std::string> fields = split(line, '\t');
        Candidate candidate{std::atoi(fields[1].c_str()), {}};
        for (std::size_t i = 2; i < fields.size(); ++i) {
            const bool title = names[i].rfind("title", 0) == 0;
            candidate.features.push_back(untitled && title ? 0 : std::atof(fields[i].c_str()));
        }
        queries[fields[0]].candidates.push_back(std::move(candidate));
    }
    for (auto& [name, query] : queries) {
        collection.queries.push_back(std::move(query));
    }
    return collection;
}

void show(const std::vector<Collection>& collections, const Weights& weights, int half) {
    for (const Collection& collection : collections) {
        const Quality found = quality(collection, weights, half);
        std::printf("| %s | %.4f | %.4f |\n", collection.name.c_str(), found.mrr, found.ndcg);
    }
}

void run(const std::vector<std::string>& arguments) {
    Weights weights;
    for (const std::string& number : split(arguments[1], ',')) {
        weights.push_back(std::atof(number.c_str()));
    }
    std::vector<std::string> names;
    std::vector<Collection> collections;
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        collections.push_back(read_collection(arguments[i], names));
    }
    const std::string& half = arguments[0];
    if (half != "none") {
        weights = learn(collections, weights, std::atoi(half.c_str()));
        for (std::size_t i = 0; i < weights.size(); ++i) {
            std::printf("%s%s %.3g", i == 0 ? "weights: " : ", ", names[i + 3].c_str(), weights[i]);
        }
        std::printf("\n\nThe other half:\n\n| collection | MRR@10 | nDCG@10 |\n|---|---:|---:|\n");
        show(collections, weights, 1 - std::atoi(half.c_str()));
        std::printf("\n");
    }
    std::printf("All queries:\n\n| collection | MRR@10 | nDCG@10 |\n|---|---:|---:|\n");
    show(collections, weights, -1);
}
}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: learn_weights HALF START NAME:SHARE:FEATURES:QRELS...\n";
        return 2;
    }
    try {
        run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
