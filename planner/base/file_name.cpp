#include "planner/base/file_name.hpp"

#include <algorithm>

namespace tandem {

bool is_file_name(std::string_view name) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  constexpr std::size_t kLongest = 120;
  return !name.empty() && name.size() <= kLongest && name.front() != '.' && name.front() != ' ' &&
         name.back() != ' ' && name.back() != '.' &&
         std::none_of(name.begin(), name.end(), [&](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
                  kForbidden.find(c) != std::string_view::npos;
         });
}

}  // namespace tandem
