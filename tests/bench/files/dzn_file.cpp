#include "tests/bench/files/dzn_file.hpp"

#include <fmt/format.h>

#include <cctype>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "planner/base/text.hpp"

namespace tandem::bench {
namespace {

using schedule::mspsp::ProjectData;

constexpr int kMostRows = 100'000;

struct Token {
  std::string_view text;
  int line;
};

struct Assignment {
  int line{};
  std::vector<Token> value;
};

bool of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.';
}

// Words and numbers as they are, anything else by the character; comments run to the line's end.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '%') {
      while (at < text.size() && text[at] != '\n') ++at;
      continue;
    }
    std::size_t end = at + 1;
    if (of_word(c))
      while (end < text.size() && of_word(text[end])) ++end;
    if (!std::isspace(static_cast<unsigned char>(c)))
      tokens.push_back({text.substr(at, end - at), line});
    line += c == '\n';
    at = end;
  }
  return tokens;
}

class Reader {
 public:
  Reader(std::string name, std::string_view text) : name_(std::move(name)), all_(tokens_of(text)) {}

  Result<ProjectData> read() {
    assign();
    ProjectData project;
    const int activities = size("nActs");
    const int skills = size("nSkills");
    const int workers = size("nResources");
    if (!errors_.empty()) return fail(errors_);
    project.durations = row("dur", activities);
    project.needs = table("sreq", activities, skills);
    for (const auto& masters : table("mastery", workers, skills))
      project.masters.emplace_back(masters.begin(), masters.end());
    const auto before = row("pred", std::nullopt);
    const auto after = row("succ", std::nullopt);
    if (errors_.empty() && before.size() != after.size())
      complain(fmt::format("{} activities for {} of 'pred'", after.size(), before.size()),
               given_["succ"].line);
    if (!errors_.empty()) return fail(errors_);
    for (std::size_t k = 0; k < before.size(); ++k)
      project.order.push_back({before[k] - 1, after[k] - 1});
    return project;
  }

 private:
  void complain(std::string message, int line) {
    errors_.push_back(
        {ErrorCode::bad_input, std::move(message), fmt::format("{}:{}", name_, line), {}});
  }

  void assign() {
    for (std::size_t at = 0; at < all_.size();) {
      const Token& key = all_[at];
      if (at + 1 >= all_.size() || !of_word(key.text[0]) || all_[at + 1].text != "=")
        return complain(fmt::format("a name and '=' are expected, not '{}'", key.text), key.line);
      Assignment assignment{key.line, {}};
      for (at += 2; at < all_.size() && all_[at].text != ";"; ++at)
        assignment.value.push_back(all_[at]);
      if (at == all_.size())
        return complain(fmt::format("'{}' does not end in ';'", key.text), key.line);
      ++at;
      if (!given_.emplace(key.text, std::move(assignment)).second)
        complain(fmt::format("'{}' is given twice", key.text), key.line);
    }
  }

  const Assignment* find(const std::string& key) {
    const auto found = given_.find(key);
    if (found != given_.end()) return &found->second;
    complain(fmt::format("there is no '{}'", key), all_.empty() ? 1 : all_.back().line);
    return nullptr;
  }

  std::optional<int> number(const Token& token) {
    if (token.text == "true") return 1;
    if (token.text == "false") return 0;
    const auto value = parse_integer(token.text);
    if (value && *value >= std::numeric_limits<int>::min() / 2 &&
        *value <= std::numeric_limits<int>::max() / 2)
      return static_cast<int>(*value);
    complain(fmt::format("'{}' is no whole number", token.text), token.line);
    return std::nullopt;
  }

  int size(const std::string& key) {
    const Assignment* given = find(key);
    if (!given) return 0;
    const auto value = given->value.size() == 1 ? number(given->value[0]) : std::nullopt;
    if (value && *value >= 1 && *value <= kMostRows) return *value;
    if (errors_.empty() || value)
      complain(fmt::format("'{}' is a number from 1 to {}", key, kMostRows), given->line);
    return 0;
  }

  // The numbers between commas; at_row is told where a '|' stands.
  template <class Row>
  std::vector<int> numbers(const Assignment& given, const std::string& key, const Row& at_bar) {
    std::vector<int> values;
    if (given.value.size() < 2 || given.value.front().text != "[" ||
        given.value.back().text != "]") {
      complain(fmt::format("'{}' is a list in square brackets", key), given.line);
      return values;
    }
    for (std::size_t k = 1; k + 1 < given.value.size(); ++k) {
      const Token& token = given.value[k];
      if (token.text == ",") continue;
      if (token.text == "|") {
        at_bar(values.size(), token.line);
        continue;
      }
      const auto value = number(token);
      if (!value) return {};
      values.push_back(*value);
    }
    return values;
  }

  std::vector<int> row(const std::string& key, std::optional<int> length) {
    const Assignment* given = find(key);
    if (!given) return {};
    auto values = numbers(*given, key, [&](std::size_t, int line) {
      complain(fmt::format("'{}' is a single list", key), line);
    });
    if (errors_.empty() && length && values.size() != static_cast<std::size_t>(*length))
      complain(
          fmt::format("'{}' has {} numbers where {} are expected", key, values.size(), *length),
          given->line);
    return values;
  }

  std::vector<std::vector<int>> table(const std::string& key, int rows, int columns) {
    const Assignment* given = find(key);
    if (!given) return {};
    const auto width = static_cast<std::size_t>(columns);
    std::size_t row_begin = 0;
    const auto values = numbers(*given, key, [&](std::size_t so_far, int line) {
      if (so_far > row_begin && so_far - row_begin != width)
        complain(fmt::format("a row of '{}' has {} numbers where {} are expected", key,
                             so_far - row_begin, columns),
                 line);
      row_begin = so_far;
    });
    if (errors_.empty() && values.size() != static_cast<std::size_t>(rows) * width)
      complain(fmt::format("'{}' has {} numbers where {} rows of {} are expected", key,
                           values.size(), rows, columns),
               given->line);
    if (!errors_.empty()) return {};
    std::vector<std::vector<int>> split;
    for (auto at = values.begin(); at != values.end(); at += columns)
      split.emplace_back(at, at + columns);
    return split;
  }

  std::string name_;
  std::vector<Token> all_;
  std::map<std::string, Assignment, std::less<>> given_;
  Errors errors_;
};

}  // namespace

Result<ProjectData> read_dzn(const std::string& name, std::string_view text) {
  return Reader{name, text}.read();
}

}  // namespace tandem::bench
