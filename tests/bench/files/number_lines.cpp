#include "tests/bench/files/number_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>

#include "planner/base/text.hpp"

namespace tandem::bench {

Result<std::string> file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path))
    return fail(ErrorCode::not_found, "this file cannot be read", path.string());
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

NumberLines::NumberLines(std::string name, std::string_view text) : name_(std::move(name)) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines_.emplace_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

bool NumberLines::skip_past(std::string_view words) {
  for (std::size_t i = next_; i < lines_.size(); ++i)
    if (trim(lines_[i]).substr(0, words.size()) == words) {
      next_ = i + 1;
      return true;
    }
  return false;
}

std::string NumberLines::where() const {
  return fmt::format("{}:{}", name_, std::min(std::max<std::size_t>(next_, 1), lines_.size()));
}

tl::unexpected<Errors> NumberLines::complain(std::string message) const {
  return fail(ErrorCode::bad_input, std::move(message), where());
}

Result<std::vector<int>> NumberLines::numbers() {
  while (!at_end() && trim(lines_[next_]).empty()) ++next_;
  if (at_end()) return complain("the file ends where more numbers are expected");
  std::string line = lines_[next_++];
  std::replace(line.begin(), line.end(), '\t', ' ');
  std::vector<int> numbers;
  for (const auto& part : split(line, ' ')) {
    std::string_view word = part;
    if (word.empty()) continue;
    if (word.size() > 2 && word.front() == '[' && word.back() == ']')
      word = word.substr(1, word.size() - 2);
    const auto value = parse_integer(word);
    if (!value || *value < std::numeric_limits<int>::min() ||
        *value > std::numeric_limits<int>::max())
      return complain(fmt::format("'{}' is no whole number", part));
    numbers.push_back(static_cast<int>(*value));
  }
  return numbers;
}

}  // namespace tandem::bench
