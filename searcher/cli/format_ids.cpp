// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/line_field.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
class IdsPrinter : public Printer {
  public:
    explicit IdsPrinter(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        for (const Hit& hit : answer.response.hits) {
            out_ << as_line(hit.id) << '\n';
        }
    }

  private:
    std::ostream& out_;
};
}  // namespace

std::unique_ptr<Printer> make_ids_printer(std::ostream& out) {
    return std::make_unique<IdsPrinter>(out);
}
}  // namespace gisa::cli
