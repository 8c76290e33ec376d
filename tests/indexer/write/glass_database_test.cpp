// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each batch is written by us and by Xapian's own writer; Xapian must read the same from both.
#include "indexer/write/glass_database.h"

#include <algorithm>
#include <array>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include <gisa/error.h>

#include "indexer/write/compaction.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
struct Word {
    std::string term;
    std::uint32_t count = 1;  ///< 0 for a filter
};

struct TestDocument {
    std::vector<Word> words;
};

/// Ours are cut into three batches, the last of which is empty when there is a single document.
void write_both(const std::filesystem::path& folder, const std::vector<TestDocument>& documents) {
    std::array<TermNumbers, 3> numbers_of;
    std::array<Inverter, 3> inverters;
    Xapian::WritableDatabase theirs(
        (folder / "theirs").string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST
    );
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const TestDocument& one = documents[i];
        const std::size_t batch = 3 * i / documents.size();
        TermNumbers& numbers = numbers_of.at(batch);
        AnalyzedArticle article;
        Xapian::Document document;
        for (const Word& word : one.words) {
            if (word.count == 0) {
                article.filters.push_back(numbers.number(word.term));
                document.add_boolean_term(word.term);
            } else {
                article.terms.push_back({numbers.number(word.term), word.count});
                document.add_term(word.term, word.count);
            }
        }
        inverters.at(batch).add(article);
        theirs.add_document(document);
    }
    theirs.commit();
    std::vector<InvertedBatch> batches;
    for (std::size_t batch = 0; batch < inverters.size(); ++batch) {
        batches.push_back(std::move(inverters.at(batch)).finish(numbers_of.at(batch)));
    }
    write_glass_database(folder / "ours", batches);
}

/// All that Xapian says of a database, a line for each thing.
std::string dump(const std::filesystem::path& path) {
    const Xapian::Database database(path.string());
    std::ostringstream out;
    out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
        << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
        << database.get_doclength_upper_bound() << '\n';
    for (auto post = database.postlist_begin({}); post != database.postlist_end({}); ++post) {
        out << *post << ' ' << database.get_doclength(*post) << '\n';
    }
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term);
        for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term);
             ++post) {
            out << ' ' << *post << ':' << post.get_wdf();
        }
        out << '\n';
    }
    return out.str();
}

/// gtest would print both whole.
void expect_same(const std::string& ours, const std::string& theirs) {
    const auto differ = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
    const auto at = static_cast<std::size_t>(differ.first - ours.begin());
    const std::size_t from = at < 40 ? 0 : at - 40;
    EXPECT_TRUE(ours == theirs) << "at byte " << at << ": " << ours.substr(from, 80) << "\nand "
                                << theirs.substr(from, 80);
}

void expect_no_difference(const std::vector<TestDocument>& documents) {
    const test::TempDir dir;
    write_both(dir.path(), documents);

    const std::string theirs = dump(dir.path() / "theirs");
    expect_same(dump(dir.path() / "ours"), theirs);
    std::ostringstream findings;
    EXPECT_EQ(Xapian::Database::check((dir.path() / "ours").string(), 0, &findings), 0U)
        << findings.str();

    compact({dir.path() / "ours"}, dir.path() / "compacted");
    check_compacted(dir.path() / "compacted", documents.size());
    expect_same(dump(dir.path() / "compacted"), theirs);

    compact({dir.path() / "ours", dir.path() / "theirs"}, dir.path() / "our-first");
    compact({dir.path() / "theirs", dir.path() / "ours"}, dir.path() / "our-last");
    expect_same(dump(dir.path() / "our-first"), dump(dir.path() / "our-last"));
}

std::uint32_t below(std::uint32_t bound, std::mt19937& random) {
    return static_cast<std::uint32_t>(random()) % bound;
}

TEST(GlassDatabase, HoldsWhatXapiansWriterHoldsOfFewDocuments) {
    expect_no_difference({
        {{{"서약", 3}, {"워터마크", 1}, {"S서약", 0}}},
        {},
        {{{"워터마크", 200}, {"D20240521", 0}}},
    });
}

TEST(GlassDatabase, HoldsADocumentWithoutAnyTerm) {
    expect_no_difference({TestDocument{}});
}

TEST(GlassDatabase, HoldsLongListsInManyChunks) {
    std::vector<TestDocument> documents(40'000);
    std::mt19937 random(1);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        documents[i].words.push_back({"everywhere", 1 + below(300, random)});
        documents[i].words.push_back({"Yfilter", 0});
        if (i % 97 == 0) {
            documents[i].words.push_back({"sometimes", 1});
        }
        if (i == 5 || i == 39'000) {
            documents[i].words.push_back({"twice", 100'000});
        }
    }
    expect_no_difference(documents);
}

TEST(GlassDatabase, HoldsManyTermsInADeepTree) {
    std::vector<TestDocument> documents(300);
    std::mt19937 random(2);
    for (TestDocument& document : documents) {
        for (int i = 0; i < 200; ++i) {
            std::string term = std::to_string(below(90'000, random));
            if (below(50, random) == 0) {
                term.append(200 - term.size(), 'x');  // long keys make more levels
            }
            if (std::none_of(document.words.begin(), document.words.end(), [&](const Word& word) {
                    return word.term == term;
                })) {
                document.words.push_back({term, 1 + below(3, random)});
            }
        }
    }
    expect_no_difference(documents);
}

TEST(GlassDatabase, HoldsTermsOfAnyBytes) {
    std::vector<Word> words;
    for (int byte = 0; byte < 256; ++byte) {
        words.push_back({std::string("\x01") + static_cast<char>(byte), 1});
        words.push_back({std::string("\x01") + static_cast<char>(byte) + '\0', 1});
    }
    expect_no_difference({TestDocument{words}, TestDocument{{words.begin() + 5, words.end()}}});
}

TEST(GlassDatabase, SaysWhichFileCouldNotBeWritten) {
    const test::TempDir dir;
    std::filesystem::create_directories(dir.path() / "batch" / "postlist.glass");
    try {
        write_glass_database(dir.path() / "batch", {});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
        EXPECT_NE(std::string(error.what()).find("postlist.glass"), std::string::npos);
    }
}
}  // namespace
}  // namespace gisa::indexer
