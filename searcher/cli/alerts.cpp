// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alerts.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gisa/error.h>

#include "common/cli/arguments.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "searcher/cli/alert_feed.h"
#include "searcher/cli/alert_mail.h"
#include "searcher/cli/alert_state.h"
#include "searcher/cli/remarks.h"

namespace gisa::cli {
namespace {
/// Stories of a query that are known again: those of some weeks, of a query that finds many.
constexpr std::size_t kRememberedStories = 1'000;

class AlertRun {
  public:
    AlertRun(
        Searcher& searcher,
        const SearchOptions& options,
        const Page& page,
        const SavedQueryFolders& saved,
        const AlertStateFile& file
    )
        : searcher_(searcher),
          options_(options),
          saved_(saved),
          file_(file),
          now_(searcher.watermark()),
          printer_(
              options.alerts.printed ? options.format->make_printer(std::cout, page) : nullptr
          ),
          snippet_cells_(
              std::max(options.format->snippet_cells(page), SearchRequest{}.snippet_cells)
          ),
          date_(page.accessed) {}

    void tell(const std::vector<std::string>& all, const std::vector<std::string>& names) {
        state_ = file_.read();
        if (state_.begun != now_.begun) {
            state_ = {.begun = now_.begun, .queries = {}};
        }
        // One that is saved again under an old name is a new one.
        std::erase_if(state_.queries, [&all](const auto& query) {
            return !std::binary_search(all.begin(), all.end(), query.first);
        });
        for (const std::string& name : names) {
            AlertState::Query& query = state_.queries[name];
            // Before its first article an archive has nothing that later ones could be newer than.
            if (query.row == 0 || options_.request.limit == 0) {
                begin(name);
                query.row = now_.row;
            } else {
                tell(name, query);
            }
        }
        file_.write(state_);
    }

  private:
    [[nodiscard]] Answer about(const std::string& name) const {
        std::optional<std::string> query = saved_.find(name);
        if (!query) {
            throw UsageError(tr("no query is saved as \"%1\"", {name}));
        }
        return {.query_id = name, .query = std::move(*query)};
    }

    /// A feed can be subscribed to before there is news.
    void begin(const std::string& name) const {
        const Answer nothing = about(name);
        if (!options_.alerts.feeds.empty()) {
            update_feed(options_.alerts.feeds, nothing);
        }
    }

    void tell(const std::string& name, AlertState::Query& query) {
        Answer answer = about(name);
        SearchRequest request = options_.request;
        request.query = answer.query;
        request.limit += 1;  // to see whether that is all
        request.sort_by = SortBy::Newest;
        request.fold = !options_.all;
        request.after = Watermark{now_.begun, query.row};
        request.told = query.stories;
        request.suggest = false;
        request.snippet_cells = snippet_cells_;
        answer.response = searcher_.search(request);
        const std::string remarks = remarks_of(answer);
        if (!remarks.empty()) {
            std::cerr << printable(name) << ":\n" << remarks;
        }
        std::vector<Hit>& hits = answer.response.hits;
        const std::int64_t before = std::exchange(query.row, now_.row);
        if (hits.empty()) {
            return;
        }
        if (printer_) {
            print(answer);
        }
        if (!options_.alerts.feeds.empty()) {
            update_feed(options_.alerts.feeds, answer);
        }
        if (!options_.alerts.mails.empty()) {
            mail(answer, before, remarks);
        }
        remember(hits, query.stories);
        // What is told is told, whatever becomes of the next query.
        file_.write(state_);
    }

    void print(const Answer& answer) const {
        printer_->print(answer);
        std::cout.flush();
        if (!std::cout) {
            throw Error(ErrorCode::StorageFailed, tr("cannot write to standard output"));
        }
    }

    /// Takes away the hit that is one too many, and says so.
    [[nodiscard]] std::string remarks_of(Answer& answer) const {
        std::string remarks = notice_remarks(answer);
        std::vector<Hit>& hits = answer.response.hits;
        if (hits.size() <= options_.request.limit) {
            return remarks;
        }
        hits.pop_back();
        return remarks + newest_only_remark(answer);
    }

    void mail(const Answer& answer, std::int64_t row, const std::string& remarks) const {
        // The same news has the same name, should it have to be told again.
        const std::string name = "gisa." + std::to_string(now_.begun.time_since_epoch().count())
                                 + "." + std::to_string(row) + "-" + std::to_string(now_.row) + "."
                                 + answer.query_id;
        const MailHead head{.to = options_.alerts.mail_to, .name = name, .date = date_};
        deliver(options_.alerts.mails, name, mail_text(head, answer, remarks));
    }

    static void remember(const std::vector<Hit>& hits, std::vector<std::string>& stories) {
        for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
            if (!hit->story.empty()) {
                stories.push_back(hit->story);
            }
        }
        if (stories.size() > kRememberedStories) {
            stories.erase(
                stories.begin(), stories.end() - static_cast<std::ptrdiff_t>(kRememberedStories)
            );
        }
    }

    Searcher& searcher_;
    const SearchOptions& options_;
    const SavedQueryFolders& saved_;
    const AlertStateFile& file_;
    AlertState state_;
    Watermark now_;
    std::unique_ptr<Printer> printer_;
    std::uint32_t snippet_cells_;
    std::chrono::sys_seconds date_;
};
}  // namespace

ExitStatus tell_alerts(
    Searcher& searcher,
    const SearchOptions& options,
    const Page& page,
    const SavedQueryFolders& saved,
    const Environment& environment
) {
    const std::vector<std::string> all = saved.names();
    const std::vector<std::string>& names =
        options.alerts.names.empty() ? all : options.alerts.names;
    if (names.empty()) {
        std::cerr << tr(
            "no query is saved here, so there is nothing to tell (gisa-search --save NAME "
            "QUERY)"
        ) << '\n';
        return ExitStatus::Ok;
    }
    const AlertStateFile file(options.archive, environment);
    // Another run may have told of newer articles than were there when this one began to wait.
    searcher.refresh();
    AlertRun(searcher, options, page, saved, file).tell(all, names);
    return ExitStatus::Ok;
}
}  // namespace gisa::cli
