// SPDX-License-Identifier: GPL-2.0-or-later
// Runs for trec_eval and its kin: "query Q0 article rank score gisa".
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/cli/figures.h"
#include "searcher/cli/line_field.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
/// Evaluation programs sort by the score and forget the order of the lines, so that the printed
/// scores have to fall strictly. Four digits after the point survive trec_eval's 32-bit floats.
class FallingScores {
  public:
    [[nodiscard]] std::string next(double score) {
        constexpr double kSteps = 10'000;
        const std::int64_t wanted = std::llround(score * kSteps);
        steps_ = is_first_ ? wanted : std::min<std::int64_t>(wanted, steps_ - 1);
        is_first_ = false;
        return decimal(static_cast<double>(steps_) / kSteps, 4);
    }

  private:
    std::int64_t steps_ = 0;
    bool is_first_ = true;
};

class TrecPrinter : public Printer {
  public:
    explicit TrecPrinter(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        const std::string query = answer.query_id.empty() ? "1" : as_column(answer.query_id);
        FallingScores scores;
        std::size_t rank = answer.response.first;
        for (const Hit& hit : answer.response.hits) {
            ++rank;
            out_ << query << " Q0 " << as_column(hit.id) << ' ' << rank << ' '
                 << scores.next(hit.score) << " gisa\n";
        }
    }

  private:
    std::ostream& out_;
};
}  // namespace

std::unique_ptr<Printer> make_trec_printer(std::ostream& out) {
    return std::make_unique<TrecPrinter>(out);
}
}  // namespace gisa::cli
