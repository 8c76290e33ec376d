// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/arguments.h"
#include "common/cli/run_program.h"
#include "indexer/cli/index_program.h"

int main(int argc, char** argv) {
    return gisa::cli::run_program("gisa-index", [argc, argv] {
        return gisa::cli::index_program(gisa::cli::program_arguments(argc, argv));
    });
}
