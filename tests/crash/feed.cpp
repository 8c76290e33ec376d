// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/crash/feed.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>

namespace gisa::crash {
namespace {
constexpr std::uint32_t kAll = 20'000;
constexpr const char* kVersion = " 판 ";

/// Names sort in the order of their numbers here and there, and not elsewhere: articles move both ways.
std::string file_name(std::size_t number) {
    return std::to_string(number % 7) + "-" + std::to_string(number) + ".jsonl";
}
}  // namespace

const std::vector<std::string>& dictionary_words() {
    static const std::vector<std::string> words = {
        "윤슬빛나래",
        "한울고을",
        "가온누리길",
        "미리내터",
        "다솜마루",
        "새얼나눔",
        "온새미빛",
        "해솔마당",
    };
    return words;
}

std::string title_of(const std::string& id, int version) {
    return "서약 " + id + kVersion + std::to_string(version);
}

std::string body_of(const std::string& id, int version) {
    std::mt19937_64 random(std::hash<std::string>{}(id) + static_cast<std::size_t>(version));
    static const std::vector<std::string> words = {
        "정부가",   "기업들은",   "워터마크를", "국회에서", "소식을",   "전했다",   "예산안의",
        "대통령은", "바닷가에서", "harbour",    "pledges",  "어부들과", "밝혔다",   "서울의",
        "학교에는", "연구원이",   "결과를",     "발표하고", "이어서",   "논의한다", "watermark",
    };
    std::string body = "판" + std::to_string(version) + " 기사다. ";
    const std::size_t count = 20 + random() % 100;
    for (std::size_t i = 0; i < count; ++i) {
        body += random() % 12 == 0
                    ? dictionary_words()[random() % dictionary_words().size()] + "에서"
                    : words[random() % words.size()];
        body += random() % 9 == 0 ? ". " : " ";
    }
    return body + "끝.";
}

State state_seen(Searcher& searcher) {
    State state;
    const SearchRequest all{.query = kEverything, .limit = kAll, .snippet_cells = 0};
    for (const Hit& hit : searcher.search(all).hits) {
        const std::size_t at = hit.title.text.rfind(kVersion);
        const int version =
            at == std::string::npos
                ? -1
                : std::atoi(hit.title.text.c_str() + at + std::string(kVersion).size());
        // An article that is found twice is in no state that is right.
        state[hit.id] = state.contains(hit.id) ? -2 : version;
    }
    return state;
}

std::string difference(const State& seen, const State& wanted) {
    std::string text;
    std::size_t differing = 0;
    const auto tell = [&](const std::string& what) {
        if (++differing <= 5) {
            text += (text.empty() ? "" : ", ") + what;
        }
    };
    for (const auto& [id, version] : wanted) {
        const auto found = seen.find(id);
        if (found == seen.end()) {
            tell(id + " is missing");
        } else if (found->second != version) {
            tell(
                id + " has version " + std::to_string(found->second) + " and not "
                + std::to_string(version)
            );
        }
    }
    for (const auto& [id, version] : seen) {
        if (!wanted.contains(id)) {
            tell(id + " should not be there");
        }
    }
    return differing <= 5 ? text : text + " and " + std::to_string(differing - 5) + " more";
}

std::size_t Feed::below(std::size_t bound) const {
    return bound == 0 ? 0 : random_() % bound;
}

Feed::File& Feed::any_file() {
    return std::next(files_.begin(), static_cast<std::ptrdiff_t>(below(files_.size())))->second;
}

void Feed::put_new(File& file, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        file.emplace("a" + std::to_string(next_article_++), 1);
    }
}

void Feed::add_files() {
    const std::size_t count = 1 + below(2);
    for (std::size_t i = 0; i < count; ++i) {
        put_new(files_[file_name(files_.size() + next_article_)], 5 + below(40));
    }
    write();
}

void Feed::change_articles() {
    for (std::size_t i = 0; i < 3 && !files_.empty(); ++i) {
        File& file = any_file();
        for (auto& [id, version] : file) {
            version += below(4) == 0 ? 1 : 0;
        }
        put_new(file, below(5));
    }
    write();
}

void Feed::shuffle() {
    for (std::size_t i = 0; i < 4 && files_.size() > 1; ++i) {
        File& from = any_file();
        File& to = any_file();
        std::vector<std::string> leaving;
        for (const auto& [id, version] : from) {
            if (below(5) == 0) {
                leaving.push_back(id);
            }
        }
        for (const std::string& id : leaving) {
            const int version = from.at(id);
            from.erase(id);
            if (const std::size_t fate = below(3); fate < 2) {
                to[id] = version + static_cast<int>(fate);
            }
        }
    }
    if (files_.size() > 6) {
        files_.erase(std::next(files_.begin(), static_cast<std::ptrdiff_t>(below(files_.size()))));
    }
    write();
}

std::vector<std::string> Feed::some_ids(std::size_t count) const {
    std::vector<std::string> all;
    for (const auto& [id, version] : state()) {
        all.push_back(id);
    }
    std::shuffle(all.begin(), all.end(), random_);
    all.resize(std::min(all.size(), count));
    return all;
}

void Feed::drop(const std::vector<std::string>& ids) {
    for (auto& [name, file] : files_) {
        for (const std::string& id : ids) {
            file.erase(id);
        }
    }
    write();
}

State Feed::state() const {
    State state;
    for (const auto& [name, file] : files_) {
        state.insert(file.begin(), file.end());
    }
    return state;
}

void Feed::write() {
    std::filesystem::create_directories(folder_);
    std::erase_if(files_, [](const auto& file) { return file.second.empty(); });
    for (const auto& [name, file] : written_) {
        if (!files_.contains(name)) {
            std::filesystem::remove(folder_ / name);
        }
    }
    for (const auto& [name, file] : files_) {
        const auto before = written_.find(name);
        if (before != written_.end() && before->second == file) {
            continue;
        }
        std::ofstream out(folder_ / name);
        for (const auto& [id, version] : file) {
            out << R"({"id":")" << id << R"(","title":")" << title_of(id, version)
                << R"(","body":")" << body_of(id, version) << R"(","publisher":"새별신문"})"
                << '\n';
        }
    }
    written_ = files_;
}
}  // namespace gisa::crash
