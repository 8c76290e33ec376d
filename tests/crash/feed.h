// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gisa/article.h>
#include <gisa/searcher.h>

namespace gisa::crash {
/// What searchers see, or should: the version of each article by its id.
using State = std::map<std::string, int>;

/// Every article answers this query.
inline constexpr const char* kEverything = "서약";

[[nodiscard]] std::string title_of(const std::string& id, int version);
[[nodiscard]] std::string body_of(const std::string& id, int version);

/// All that a searcher finds, from the titles of its hits.
[[nodiscard]] State state_seen(Searcher& searcher);

/// What differs, in a few words; empty when nothing does.
[[nodiscard]] std::string difference(const State& seen, const State& wanted);

/// Words of which a user's dictionary is made; the articles use them.
[[nodiscard]] const std::vector<std::string>& dictionary_words();

/// The files that an archive is fed from, and how they change from night to night.
class Feed {
  public:
    using Random = std::mt19937_64;

    Feed(std::filesystem::path folder, Random& random)
        : folder_(std::move(folder)),
          random_(random) {}

    /// One or two files of new articles.
    void add_files();
    /// Other versions of some articles of some files, and some articles more in them.
    void change_articles();
    /// Articles leave their files, move to others, with or without a change; files vanish.
    void shuffle();
    /// Some ids that are in the feed.
    [[nodiscard]] std::vector<std::string> some_ids(std::size_t count) const;
    /// Takes articles out of their files.
    void drop(const std::vector<std::string>& ids);

    [[nodiscard]] State state() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  private:
    using File = std::map<std::string, int>;

    [[nodiscard]] std::size_t below(std::size_t bound) const;
    [[nodiscard]] File& any_file();
    void put_new(File& file, std::size_t count);
    /// Writes the files that are not on the disk as they should be.
    void write();

    std::filesystem::path folder_;
    Random& random_;
    std::map<std::string, File> files_;
    std::map<std::string, File> written_;
    std::size_t next_article_ = 0;
};
}  // namespace gisa::crash
