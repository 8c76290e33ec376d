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

/// Ids as they are, but for those that hold a NUL byte themselves.
class Text0Printer : public Printer {
  public:
    explicit Text0Printer(std::ostream& out) : out_(out) {}

    void print(const Answer& answer) override {
        for (const Hit& hit : answer.response.hits) {
            out_ << (hit.id.find('\0') == std::string::npos ? hit.id : as_line(hit.id)) << '\0';
        }
    }

  private:
    std::ostream& out_;
};
}  // namespace

std::unique_ptr<Printer> make_ids_printer(std::ostream& out) {
    return std::make_unique<IdsPrinter>(out);
}

std::unique_ptr<Printer> make_text0_printer(std::ostream& out) {
    return std::make_unique<Text0Printer>(out);
}
}  // namespace gisa::cli
