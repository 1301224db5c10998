// The program `tandem`: the command line with the real clock, streams and login name.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "ui/app/login.hpp"
#include "ui/cli/run.hpp"

int main(int argc, char** argv) {
  try {
    const tandem::SystemClock clock;
    return tandem::cli::run({argv + 1, argv + argc}, {std::cout,
                                                      std::cerr,
                                                      clock,
                                                      tandem::app::login_name(),
                                                      isatty(STDERR_FILENO) == 1,
                                                      {},
                                                      false,
                                                      {},
                                                      {}});
  } catch (const std::exception& broken) {
    std::cerr << "tandem: something inside broke, and nothing more was changed: " << broken.what()
              << '\n';
    return tandem::cli::kStorage;
  }
}
