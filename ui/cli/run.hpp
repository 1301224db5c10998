// The command line as a function: arguments in, exit code out, everything printed to the streams
// given. main.cpp calls it with the real ones, tests with their own.
#pragma once

#include <string>
#include <vector>

#include "ui/cli/context.hpp"

namespace tandem::cli {

// `context` gives streams, clock and login; the options are read from `args` (without the program's
// name). Returns: an exit code of context.hpp.
int run(const std::vector<std::string>& args, const Context& context);

}  // namespace tandem::cli
