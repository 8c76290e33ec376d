// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/arguments.h"
#include "common/cli/run_program.h"
#include "searcher/cli/search_program.h"

int main(int argc, char** argv) {
    return gisa::cli::run_program("gisa-search", [argc, argv] {
        return gisa::cli::search_program(gisa::cli::program_arguments(argc, argv));
    });
}
