// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <system_error>

#include <gisa/text_analysis.h>

#include "common/cli/characters.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/analysis_report.h"
#include "indexer/cli/command.h"
#include "indexer/cli/text_file.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] analyze [OPTION]... [TEXT]...
       gisa-index [--archive DIR] analyze --verify FILE [OPTION]...
Shows what the words of TEXT (else of standard input) become: what was typed,
its script, its normal form, the word without particles (whole), and the parts
that find it as well. Articles and queries are analysed alike. With an archive
its own dictionary is used too.

--verify FILE reads one word a line (- is standard input; what stands behind the
word, as parts in a dictionary, is passed over) and compares the terms of the
word alone with those of its forms: with each particle that fits, before
punctuation marks, in other case, and as it stands in the archive's articles.
Forms are listed when the word would not find them, or they not the word.

Options:
  --format FORMAT     text: a table (default);
                      json: an object a line of input; with --verify one object
                      tsv: typed, script, normal, whole, parts; with --verify
                      kind, word, form, article, expected, got
  --verify FILE       compare the forms of the words in FILE
  --articles N        look at no more than N articles for each word (20), among
                      the newest 20,000; 0 looks at none

Exit status: 0 done; 65 --verify found forms that disagree.

Examples:
  gisa-index analyze 정상회의에서는
  gisa-index analyze --verify words.txt
)");

enum class Shape { Text, Json, Tsv };

void describe(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("format", po::value<std::string>());
    add("verify", po::value<std::string>());
    add("articles", po::value<std::string>());
    grammar.minus_words = true;
}

Shape parse_shape(const std::string& name) {
    if (name == "text") {
        return Shape::Text;
    }
    if (name == "json") {
        return Shape::Json;
    }
    if (name == "tsv") {
        return Shape::Tsv;
    }
    throw UsageError(tr("--format takes text, json or tsv, not \"%1\"", {name}));
}

/// The archive's own dictionary is used when there is an archive; one that was named should be there.
TextAnalyzer open_analyzer(const po::variables_map& values) {
    TextAnalyzerOptions options;
    std::filesystem::path archive;
    try {
        const Places where = places(values);
        options.dictionary = where.dictionary;
        archive = where.archive;
    } catch (const UsageError&) {
        // Nothing says where an archive could be: there is none.
        options.dictionary = text_or(values, "dictionary", "");
    }
    std::error_code unreadable;
    if (!archive.empty() && std::filesystem::exists(archive / "catalog.sqlite", unreadable)) {
        options.archive = archive;
    } else if (values.count("archive") != 0) {
        std::cerr << "gisa-index: "
                  << tr("there is no archive in %1; analysing without its dictionary",
                        {printable(archive.string())})
                  << '\n';
    }
    return TextAnalyzer(options);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.push_back(as_utf8(line));
    }
    return lines;
}

std::vector<std::string> texts(const po::variables_map& values) {
    if (values.count("WORD") == 0) {
        return lines_of(read_text_file("-"));
    }
    std::string text;
    for (const std::string& word : values["WORD"].as<std::vector<std::string>>()) {
        text += (text.empty() ? "" : " ") + word;
    }
    return {as_utf8(text)};
}

ExitStatus print_analysis(const po::variables_map& values, Shape shape) {
    TextAnalyzer analyzer = open_analyzer(values);
    std::vector<WordAnalysis> all;
    for (const std::string& text : texts(values)) {
        const std::vector<WordAnalysis> words = analyzer.analyze(text);
        if (shape == Shape::Json) {
            std::cout << analysis_json(text, words);
        } else if (shape == Shape::Tsv) {
            std::cout << analysis_tsv(words);
        } else {
            all.insert(all.end(), words.begin(), words.end());
        }
    }
    std::cout << analysis_text(all);
    if (shape == Shape::Text && all.empty()) {
        std::cerr << tr("the text has no letter or digit to search for") << '\n';
    }
    return ExitStatus::Ok;
}

ExitStatus verify(const po::variables_map& values, Shape shape) {
    if (values.count("WORD") != 0) {
        throw UsageError(tr("--verify takes its words from FILE, not from the command line"));
    }
    std::vector<std::string> words = lines_of(read_text_file(values["verify"].as<std::string>()));
    for (std::string& word : words) {
        word.resize(std::min(word.find_first_of(" \t#"), word.size()));
    }
    std::erase(words, "");
    const std::uint32_t most = parse_count("--articles", text_or(values, "articles", "20"));
    const WordCheckReport report = open_analyzer(values).verify(words, {.articles_per_word = most});
    std::cout
        << (shape == Shape::Json  ? check_json(report)
            : shape == Shape::Tsv ? check_tsv(report)
                                  : check_text(report));
    return report.disagreements == 0 ? ExitStatus::Ok : ExitStatus::InputRejected;
}

ExitStatus run(const po::variables_map& values) {
    const Shape shape = parse_shape(text_or(values, "format", "text"));
    if (values.count("verify") != 0) {
        return verify(values, shape);
    }
    if (values.count("articles") != 0) {
        throw UsageError(tr("--articles goes with --verify"));
    }
    return print_analysis(values, shape);
}
}  // namespace

const Command& analyze_command() noexcept {
    static constexpr Command kCommand{
        .name = "analyze",
        .summary = tr_later("show what words become, or verify their forms"),
        .help = kHelp,
        .describe = describe,
        .run = run,
    };
    return kCommand;
}
}  // namespace gisa::cli
