// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/progress_line.h"

#include <algorithm>
#include <array>
#include <iostream>

#include <unistd.h>

#include "common/cli/environment.h"
#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/cli/terminal.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Rates of the first moments are noise.
constexpr std::chrono::duration<double> kTimeToTrust{1.0};

std::string stage_name(Progress::Stage stage) {
    switch (stage) {
        case Progress::Stage::Reading:
            return tr("reading");
        case Progress::Stage::Comparing:
            return tr("comparing");
        case Progress::Stage::Indexing:
            return tr("indexing");
        case Progress::Stage::Compacting:
            return tr("compacting");
        case Progress::Stage::Publishing:
            return tr("publishing");
        case Progress::Stage::Merging:
            return tr("merging");
        case Progress::Stage::Finished:
            return tr("finished");
    }
    return "";
}

std::string right_aligned(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}
}  // namespace

std::string progress_text(const Progress& progress, std::chrono::duration<double> time_in_stage) {
    constexpr std::string_view kGap = "   ";
    std::string text = padded(stage_name(progress.stage), 10);
    const std::uint64_t done = std::min(progress.done, progress.total);
    if (progress.total > 0) {
        const double share = static_cast<double>(done) / static_cast<double>(progress.total);
        text += right_aligned(std::to_string(static_cast<int>(share * 100)), 4) + " %";
    } else if (progress.stage == Progress::Stage::Reading) {
        text += right_aligned(byte_size(progress.done), 9);
    }
    if (progress.articles > 0) {
        text.append(kGap).append(article_count(progress.articles));
    }
    if (time_in_stage < kTimeToTrust) {
        return text;
    }
    if (progress.articles > 0) {
        const double rate = static_cast<double>(progress.articles) / time_in_stage.count();
        text.append(kGap).append(tr("%1/s", {grouped(static_cast<std::uint64_t>(rate))}));
    }
    if (done > 0) {
        const auto left =
            time_in_stage * static_cast<double>(progress.total - done) / static_cast<double>(done);
        text.append(kGap).append(tr("%1 left", {clock_span(left)}));
    }
    return text;
}

ProgressLine::ProgressLine(std::ostream& terminal, std::size_t width)
    : terminal_(terminal),
      width_(width) {}

ProgressLine::~ProgressLine() {
    erase();
}

void ProgressLine::show(const Progress& progress, Clock::time_point now) {
    if (progress.stage == Progress::Stage::Finished) {
        erase();
        return;
    }
    if (stage_ != progress.stage) {
        stage_ = progress.stage;
        stage_began_ = now;
    }
    erase();
    // A full last column would wrap on some terminals.
    terminal_ << cut_to(progress_text(progress, now - stage_began_), width_ - 1) << std::flush;
    is_shown_ = true;
}

ProgressCallback progress_on_terminal(std::optional<ProgressLine>& line) {
    const Terminal terminal = look_at_terminal(STDERR_FILENO, process_environment);
    if (!can_rewrite_lines(terminal, process_environment)) {
        return {};
    }
    line.emplace(std::cerr, terminal.width);
    return [&line](const Progress& progress) { line->show(progress, ProgressLine::Clock::now()); };
}

void ProgressLine::erase() {
    if (is_shown_) {
        terminal_ << "\r\x1b[K" << std::flush;
        is_shown_ = false;
    }
}
}  // namespace gisa::cli
