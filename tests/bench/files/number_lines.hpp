// The lines of a benchmark file, taken one after another as rows of whole numbers. Every complaint
// names the file and the line. Used by the readers beside it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "planner/base/result.hpp"

namespace tandem::bench {

// The whole file. Errors: not_found when it cannot be read.
Result<std::string> file_text(const std::filesystem::path& path);

class NumberLines {
 public:
  // Splits at line ends of any system; the last empty line is none.
  NumberLines(std::string name, std::string_view text);

  bool at_end() const { return next_ >= lines_.size(); }
  // Moves behind the first line from here that begins with `words`. Returns: whether there is one.
  bool skip_past(std::string_view words);
  void skip(std::size_t lines) { next_ += lines; }
  const std::string& line() const { return lines_[next_]; }
  std::string where() const;  // "x.sm:17", the line last taken

  // The next line that is not blank, as numbers; brackets around a number are allowed.
  // Errors: a line with anything else, or no line left.
  Result<std::vector<int>> numbers();
  tl::unexpected<Errors> complain(std::string message) const;

 private:
  std::string name_;
  std::vector<std::string> lines_;
  std::size_t next_{};
};

}  // namespace tandem::bench
