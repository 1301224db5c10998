// The main of every test program: the library is linked without its own, so that Catch2 2 and 3
// are built the same way.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
