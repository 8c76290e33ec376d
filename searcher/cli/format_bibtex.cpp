// SPDX-License-Identifier: GPL-2.0-or-later
// Entries for BibTeX and biblatex. A byline is no name that could be taken apart, so that it stands
// in braces of its own.
#include <algorithm>
#include <array>
#include <utility>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
bool is_ascii_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Not every id can be a key: other bytes become _XX, so that two ids never share one.
std::string key_of(const std::string& id) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string key = "gisa:";
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == ':') {
            key += c;
        } else {
            key += {'_', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        }
    }
    return key;
}

/// BibTeX counts braces even behind a backslash, so that they get names.
std::string as_tex(const std::string& text) {
    static constexpr auto kNames = std::to_array<std::pair<char, std::string_view>>({
        {'\\', "\\textbackslash{}"},
        {'{', "\\textbraceleft{}"},
        {'}', "\\textbraceright{}"},
        {'~', "\\textasciitilde{}"},
        {'^', "\\textasciicircum{}"},
        {'&', "\\&"},
        {'%', "\\%"},
        {'$', "\\$"},
        {'#', "\\#"},
        {'_', "\\_"},
    });
    std::string tex;
    for (const char c : printable(text)) {
        const auto* const name = std::find_if(kNames.begin(), kNames.end(), [c](const auto& one) {
            return one.first == c;
        });
        tex += name == kNames.end() ? std::string(1, c) : std::string(name->second);
    }
    return tex;
}

/// biblatex takes an address as it is, but BibTeX still counts its braces.
std::string as_address(const std::string& url) {
    std::string address;
    for (const char c : printable(url)) {
        address += c == '{' ? "%7B" : c == '}' ? "%7D" : c == '\\' ? "%5C" : std::string(1, c);
    }
    return address;
}

class BibtexPrinter : public Printer {
  public:
    BibtexPrinter(std::ostream& out, const Page& page)
        : out_(out),
          accessed_(iso_day(page.accessed)) {}

    void print(const Answer& answer) override {
        for (const Hit& hit : answer.response.hits) {
            print_entry(hit);
        }
    }

  private:
    void print_entry(const Hit& hit) {
        const std::string published = hit.published ? iso_day(*hit.published) : "";
        out_ << "@article{" << key_of(hit.id) << ",\n";
        const std::string byline = as_tex(hit.byline);
        print_field("author", byline.empty() ? "" : "{" + byline + "}");
        const std::string title = as_tex(hit.title.text);
        print_field("title", title.empty() ? "" : "{" + title + "}");
        print_field("journal", as_tex(hit.publisher));
        print_field("year", published.substr(0, published.find('-')));
        print_field("date", published);
        print_field("url", as_address(hit.url));
        print_field("urldate", hit.url.empty() ? "" : accessed_);
        out_ << "}\n";
    }

    void print_field(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            out_ << "  " << name << " = {" << value << "},\n";
        }
    }

    std::ostream& out_;
    std::string accessed_;
};
}  // namespace

std::unique_ptr<Printer> make_bibtex_printer(std::ostream& out, const Page& page) {
    return std::make_unique<BibtexPrinter>(out, page);
}
}  // namespace gisa::cli
