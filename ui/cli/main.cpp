// The program `tandem`: the command line with the real clock, streams and login name.
#include <pwd.h>
#include <unistd.h>

#include <exception>
#include <iostream>

#include "ui/cli/run.hpp"

namespace {

std::string login_name() {
  const passwd* entry = getpwuid(getuid());
  return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "unknown";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const tandem::SystemClock clock;
    return tandem::cli::run({argv + 1, argv + argc},
                            {std::cout, std::cerr, clock, login_name(), isatty(STDERR_FILENO) == 1,
                             {}, false, {}, {}});
  } catch (const std::exception& broken) {
    std::cerr << "tandem: something inside broke, and nothing more was changed: " << broken.what()
              << '\n';
    return tandem::cli::kStorage;
  }
}
