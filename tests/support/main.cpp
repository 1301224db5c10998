// The main of every test program: the library is linked without its own, so that Catch2 2 and 3
// are built the same way.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps the patterns it has matched to the end of the process.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so"; }
#endif

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
