// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>

#include <gisa/indexer.h>

namespace gisa::cli {
/// "indexing   42 %   12,345 articles   1,410/s   0:35 left". What cannot be known yet is left out;
/// rates and the time left count from the beginning of the stage.
[[nodiscard]] std::string progress_text(
    const Progress& progress, std::chrono::duration<double> time_in_stage
);

/// A line on a terminal that is rewritten while a run goes on and gone afterwards.
class ProgressLine {
  public:
    using Clock = std::chrono::steady_clock;

    /// The stream must outlive the line.
    ProgressLine(std::ostream& terminal, std::size_t width);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    void show(const Progress& progress, Clock::time_point now);

  private:
    void erase();

    std::ostream& terminal_;
    std::size_t width_;
    std::optional<Progress::Stage> stage_;
    Clock::time_point stage_began_;
    bool is_shown_ = false;
};

/// What shows a run's progress on standard error, in a line that is made in `line` and erased with
/// it; nothing where standard error is no terminal.
[[nodiscard]] ProgressCallback progress_on_terminal(std::optional<ProgressLine>& line);
}  // namespace gisa::cli
