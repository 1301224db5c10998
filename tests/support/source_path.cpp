#include "tests/support/source_path.hpp"

namespace tandem::test {

std::filesystem::path source_path(std::string_view below) {
  return std::filesystem::path{TANDEM_SOURCE_DIR} / below;
}

}  // namespace tandem::test
