// SPDX-License-Identifier: GPL-2.0-or-later
//
// story_bench [pairs]: reads articles from standard input, JSON with "title" and "body", one a line,
// makes copies of them as other papers would print them, and prints which share is known as the same
// story, by the length in words. Then how many pairs of different articles are taken for one story
// (with "pairs" each of them, by their titles), and what a sketch costs.
//   zstd -dc docs.jsonl.zst | head -20000 | story_bench
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/schema/story.h"
#include "common/text/analyzer.h"

namespace {
using Words = std::vector<std::string>;
using Random = std::mt19937;

/// A text by its sentences.
struct Text {
    Words title;
    std::vector<Words> sentences;
};

bool has_digit(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Sketches {
  public:
    Text read(const std::string& title, const std::string& body) {
        Text text;
        text.title = words(title);
        std::size_t begin = 0;
        while (begin < body.size()) {
            std::size_t end = begin;
            while (end < body.size() && body[end] != '\n'
                   && !(body[end] == '.' && end + 1 < body.size() && body[end + 1] == ' ')) {
                ++end;
            }
            Words sentence = words(body.substr(begin, end - begin));
            if (!sentence.empty()) {
                text.sentences.push_back(std::move(sentence));
            }
            begin = end + 1;
        }
        return text;
    }

    std::string sketch(const Text& text) {
        for (const std::string& word : text.title) {
            sketcher_.add_title_word(word);
        }
        for (const Words& sentence : text.sentences) {
            for (const std::string& word : sentence) {
                sketcher_.add_body_word(word);
            }
        }
        return sketcher_.finish();
    }

  private:
    Words words(const std::string& text) {
        Words found;
        analyzer_.analyze(text, [&](const gisa::text::AnalyzedRun& run) {
            found.emplace_back(run.whole);
        });
        return found;
    }

    gisa::text::Analyzer analyzer_{gisa::text::Dictionary::open({})};
    gisa::schema::StorySketcher sketcher_;
};

/// Another paper's changes. `other` is where foreign words come from.
struct Change {
    const char* name;
    std::function<void(Text& text, const Words& other, Random& random)> apply;
};

std::size_t below(Random& random, std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

void cut(Text& text, double share, Random& random) {
    const auto size = text.sentences.size();
    const auto gone = static_cast<std::size_t>(std::lround(static_cast<double>(size) * share));
    const auto begin =
        text.sentences.begin() + static_cast<std::ptrdiff_t>(below(random, size - gone + 1));
    text.sentences.erase(begin, begin + static_cast<std::ptrdiff_t>(gone));
}

void change_words(Text& text, double share, const Words& other, Random& random) {
    std::bernoulli_distribution chosen(share);
    for (Words& sentence : text.sentences) {
        for (std::string& word : sentence) {
            if (chosen(random) && !has_digit(word)) {
                word = other[below(random, other.size())];
            }
        }
    }
}

void change_numbers(Text& text, Random& random) {
    for (Words& sentence : text.sentences) {
        for (std::string& word : sentence) {
            for (char& c : word) {
                c = c >= '0' && c <= '9' ? static_cast<char>('0' + below(random, 10)) : c;
            }
        }
    }
}

void add_lines(Text& text) {
    text.sentences.insert(
        text.sentences.begin(), {"서울", "가온통신", "윤슬", "기자", "yunseul", "example", "org"}
    );
    text.sentences.push_back(
        {"저작권자", "가온통신", "무단", "전재", "재배포", "금지", "AI", "학습", "이용", "금지"}
    );
    text.sentences.push_back(
        {"제보", "카카오톡", "가온제보", "전화", "구독", "좋아요", "이 기사", "추천"}
    );
}

void new_title(Text& text, const Words& other) {
    text.title.assign(other.begin(), other.begin() + 5);
}

const std::array<Change, 11> kChanges = {{
    {"another headline", [](Text& text, const Words& other, Random&) { new_title(text, other); }},
    {"byline and copyright", [](Text& text, const Words&, Random&) { add_lines(text); }},
    {"sentences shuffled",
     [](Text& text, const Words&, Random& random) {
         std::shuffle(text.sentences.begin(), text.sentences.end(), random);
     }},
    {"a fifth cut", [](Text& text, const Words&, Random& random) { cut(text, .2, random); }},
    {"a third cut", [](Text& text, const Words&, Random& random) { cut(text, .34, random); }},
    {"a half cut", [](Text& text, const Words&, Random& random) { cut(text, .5, random); }},
    {"5 % of words changed",
     [](Text& text, const Words& other, Random& random) {
         change_words(text, .05, other, random);
     }},
    {"10 % of words changed",
     [](Text& text, const Words& other, Random& random) {
         change_words(text, .10, other, random);
     }},
    {"headline, lines, a fifth cut, 5 %",
     [](Text& text, const Words& other, Random& random) {
         new_title(text, other);
         add_lines(text);
         cut(text, .2, random);
         change_words(text, .05, other, random);
     }},
    {"template: other numbers, 10 % of words",
     [](Text& text, const Words& other, Random& random) {
         change_numbers(text, random);
         change_words(text, .10, other, random);
     }},
    {"template: other numbers, 20 % of words",
     [](Text& text, const Words& other, Random& random) {
         change_numbers(text, random);
         change_words(text, .20, other, random);
     }},
}};

constexpr std::array<std::size_t, 4> kLengths = {32, 100, 300, 1'000'000};

std::size_t class_of(std::size_t words) {
    std::size_t i = 0;
    while (i + 1 < kLengths.size() && words >= kLengths.at(i)) {
        ++i;
    }
    return i;
}

struct Article {
    std::string title;
    Text text;
    Words all;
    std::string sketch;
};

void tell_copies(Sketches& sketches, const std::vector<Article>& articles) {
    Random random(20240522);
    std::printf("| copy |");
    for (const char* length : {"< 32", "32-99", "100-299", "300-"}) {
        std::printf(" %s words |", length);
    }
    std::printf("\n|---|---:|---:|---:|---:|\n");
    for (const Change& change : kChanges) {
        std::array<std::size_t, kLengths.size()> all{};
        std::array<std::size_t, kLengths.size()> same{};
        for (const Article& article : articles) {
            const Article& other = articles[below(random, articles.size())];
            if (article.text.sentences.size() < 3 || other.all.size() < 5) {
                continue;
            }
            Text copy = article.text;
            change.apply(copy, other.all, random);
            const std::size_t length = class_of(article.all.size());
            ++all.at(length);
            same.at(length) +=
                gisa::schema::same_story(article.sketch, sketches.sketch(copy)) ? 1 : 0;
        }
        std::printf("| %s |", change.name);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto of = static_cast<double>(std::max<std::size_t>(1, all.at(i)));
            std::printf(" %.3f |", static_cast<double>(same.at(i)) / of);
        }
        std::printf("\n");
    }
}

void tell_pairs(const std::vector<Article>& articles, bool each) {
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            if (gisa::schema::same_story(articles[a].sketch, articles[b].sketch)) {
                ++pairs;
                if (each) {
                    std::printf("%s\t%s\n", articles[b].title.c_str(), articles[a].title.c_str());
                }
            }
        }
    }
    std::printf("\n%zu articles, %zu pairs that are one story\n", articles.size(), pairs);
}

void tell_cost(Sketches& sketches, const std::vector<Article>& articles) {
    std::size_t bytes = 0;
    const std::clock_t before = std::clock();
    for (const Article& article : articles) {
        bytes += sketches.sketch(article.text).size();
    }
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    const auto count = static_cast<double>(articles.size());
    std::printf(
        "%.2f us and %.1f bytes a sketch\n",
        1e6 * seconds / count,
        static_cast<double>(bytes) / count
    );
}

void run(bool each) {
    Sketches sketches;
    std::vector<Article> articles;
    for (std::string line; std::getline(std::cin, line);) {
        const auto json = nlohmann::json::parse(line);
        Article article;
        article.title = json.value("title", "");
        article.text = sketches.read(article.title, json.value("body", ""));
        for (const Words& sentence : article.text.sentences) {
            article.all.insert(article.all.end(), sentence.begin(), sentence.end());
        }
        article.sketch = sketches.sketch(article.text);
        articles.push_back(std::move(article));
    }
    tell_copies(sketches, articles);
    tell_pairs(articles, each);
    tell_cost(sketches, articles);
}
}  // namespace

int main(int argc, char** argv) {
    if (argc > 2 || (argc == 2 && std::string_view(argv[1]) != "pairs")) {
        std::cerr << "usage: story_bench [pairs] <ARTICLES\n";
        return 2;
    }
    try {
        run(argc == 2);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
