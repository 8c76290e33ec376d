// SPDX-License-Identifier: GPL-2.0-or-later
// A query as a feed that a reader subscribes to: RSS 2.0 or Atom. printable() takes out what XML
// cannot hold; pugixml escapes the rest.
// Source: RFC 4287; the RSS 2.0 specification; Dublin Core for what RSS has no element for.
#include <pugixml.hpp>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "searcher/cli/printer.h"
#include "searcher/cli/web_address.h"

namespace gisa::cli {
namespace {
void add(pugi::xml_node parent, const char* name, const std::string& text) {
    if (!text.empty()) {
        parent.append_child(name).text().set(text.c_str());
    }
}

std::string escaped_html(std::string_view text) {
    std::string html;
    for (const char c : text) {
        html += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return html;
}

/// The snippet as HTML, its matches in <mark>.
std::string html_of(const MarkedText& snippet) {
    const MarkedText text = printable(snippet);
    const std::string_view whole = text.text;
    std::string html;
    std::size_t done = 0;
    for (const ByteRange& mark : text.marks) {
        html += escaped_html(whole.substr(done, mark.begin - done)) + "<mark>"
                + escaped_html(whole.substr(mark.begin, mark.end - mark.begin)) + "</mark>";
        done = mark.end;
    }
    return html + escaped_html(whole.substr(done));
}

std::string feed_id(const Answer& answer) {
    return "urn:gisa:search:" + percent_encoded(answer.query);
}

std::string article_id(const Hit& hit) {
    return "urn:gisa:article:" + percent_encoded(hit.id);
}

std::string title_of(const Hit& hit) {
    return hit.title.text.empty() ? "(no title)" : printable(hit.title.text);
}

void write(const pugi::xml_document& document, std::ostream& out) {
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
}

pugi::xml_node begin_document(pugi::xml_document& document, const char* root) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    return document.append_child(root);
}

class RssPrinter : public Printer {
  public:
    explicit RssPrinter(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        pugi::xml_document document;
        pugi::xml_node rss = begin_document(document, "rss");
        rss.append_attribute("version") = "2.0";
        rss.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
        pugi::xml_node channel = rss.append_child("channel");
        const std::string& name = answer.query_id.empty() ? answer.query : answer.query_id;
        const std::string title = "Gisa: " + printable(name);
        add(channel, "title", title);
        add(channel, "link", feed_id(answer));
        add(channel, "description", title);
        for (const Hit& hit : answer.response.hits) {
            add_item(channel.append_child("item"), hit);
        }
        write(document, out_);
    }

  private:
    static void add_item(pugi::xml_node item, const Hit& hit) {
        add(item, "title", title_of(hit));
        add(item, "link", is_web_address(hit.url) ? printable(hit.url) : "");
        pugi::xml_node guid = item.append_child("guid");
        guid.append_attribute("isPermaLink") = "false";
        guid.text().set(article_id(hit).c_str());
        add(item, "pubDate", hit.published ? mail_time(*hit.published) : "");
        add(item, "dc:creator", printable(hit.byline));
        add(item, "dc:publisher", printable(hit.publisher));
        for (const std::string& section : hit.sections) {
            add(item, "category", printable(section));
        }
        add(item, "description", html_of(hit.snippet));
    }

    std::ostream& out_;
};

class AtomPrinter : public Printer {
  public:
    AtomPrinter(std::ostream& out, const Page& page) : out_(out), now_(iso_time(page.accessed)) {}

    void print(const Answer& answer) override {
        pugi::xml_document document;
        pugi::xml_node feed = begin_document(document, "feed");
        feed.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
        add(feed, "id", feed_id(answer));
        add(feed, "title", "Gisa: " + printable(answer.query));
        add(feed, "updated", now_);
        // An entry without a byline needs an author of the feed.
        add(feed.append_child("author"), "name", "Gisa");
        for (const Hit& hit : answer.response.hits) {
            add_entry(feed.append_child("entry"), hit);
        }
        write(document, out_);
    }

  private:
    void add_entry(pugi::xml_node entry, const Hit& hit) const {
        const std::string published = hit.published ? iso_time(*hit.published) : "";
        add(entry, "id", article_id(hit));
        add(entry, "title", title_of(hit));
        add(entry, "updated", published.empty() ? now_ : published);
        add(entry, "published", published);
        const std::string author = printable(hit.byline.empty() ? hit.publisher : hit.byline);
        if (!author.empty()) {
            add(entry.append_child("author"), "name", author);
        }
        if (is_web_address(hit.url)) {
            entry.append_child("link").append_attribute("href") = printable(hit.url).c_str();
        }
        for (const std::string& section : hit.sections) {
            entry.append_child("category").append_attribute("term") = printable(section).c_str();
        }
        pugi::xml_node summary = entry.append_child("summary");
        summary.append_attribute("type") = "html";
        summary.text().set(html_of(hit.snippet).c_str());
    }

    std::ostream& out_;
    std::string now_;
};
}  // namespace

std::unique_ptr<Printer> make_rss_printer(std::ostream& out) {
    return std::make_unique<RssPrinter>(out);
}

std::unique_ptr<Printer> make_atom_printer(std::ostream& out, const Page& page) {
    return std::make_unique<AtomPrinter>(out, page);
}
}  // namespace gisa::cli
