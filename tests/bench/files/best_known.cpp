#include "tests/bench/files/best_known.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "planner/base/text.hpp"
#include "tests/bench/files/number_lines.hpp"

namespace tandem::bench {
namespace {

std::optional<int> whole(std::string_view cell) {
  const auto value = parse_integer(trim(cell));
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

std::vector<std::string> rows(std::string_view text) {
  auto found = split(text, '\n');
  for (auto& row : found)
    if (!row.empty() && row.back() == '\r') row.pop_back();
  return found;
}

Result<BestKnown> from_psplib(const std::string& name, const std::vector<std::string>& lines) {
  BestKnown known;
  std::vector<std::string> header;
  const auto column = [&](std::string_view title) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), title) -
                                    header.begin());
  };
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const auto cells = split(lines[n], ';');
    if (header.empty()) {
      if (!cells.empty() && cells[0] == "ID") header = cells;
      continue;
    }
    // Below the instances stand notes on where the values come from.
    if (cells.size() < header.size() || !whole(cells[0])) continue;
    const auto where = fmt::format("{}:{}", name, n + 1);
    for (const char* title : {"Ref1", "LB value", "UB value", "CPM"})
      if (column(title) >= cells.size())
        return fail(ErrorCode::bad_input, fmt::format("no column '{}'", title), where);
    const auto lower = whole(cells[column("LB value")]);
    const auto upper = whole(cells[column("UB value")]);
    if (!lower || !upper)
      return fail(ErrorCode::bad_input, "LB value and UB value are whole numbers", where);
    known[instance_key(cells[column("Ref1")])] = {*lower, upper, false,
                                                  whole(cells[column("CPM")])};
  }
  if (header.empty())
    return fail(ErrorCode::bad_input, "no header row that begins with 'ID;'", name);
  return known;
}

Result<BestKnown> from_pairs(const std::string& name, const std::vector<std::string>& lines) {
  BestKnown known;
  for (std::size_t n = 1; n < lines.size(); ++n) {
    if (trim(lines[n]).empty()) continue;
    const auto cells = split(lines[n], ',');
    const auto where = fmt::format("{}:{}", name, n + 1);
    if (cells.size() != 2)
      return fail(ErrorCode::bad_input, "a problem and its optimum are expected", where);
    Known row;
    const std::string value{trim(cells[1])};
    const auto dots = value.find("..");
    if (value == "unsat") {
      row.infeasible = true;
    } else {
      const auto lower = whole(value.substr(0, dots));
      row.upper = whole(dots == std::string::npos ? value : value.substr(dots + 2));
      if (!lower || !row.upper)
        return fail(ErrorCode::bad_input,
                    fmt::format("'{}' is neither a number, a..b nor unsat", value), where);
      row.lower = *lower;
    }
    known[instance_key(cells[0])] = row;
  }
  return known;
}

// The makespan of one method within its time; its own lower bound only counts the longest path.
Result<BestKnown> from_published(const std::string& name, const std::vector<std::string>& lines) {
  const std::string begin = "results_";
  const std::string end = "_pris.txt";
  if (name.size() <= begin.size() + end.size() || name.substr(0, begin.size()) != begin ||
      name.substr(name.size() - end.size()) != end)
    return fail(ErrorCode::bad_input, "not named as 'results_SET_pris.txt'", name);
  const auto set = name.substr(begin.size(), name.size() - begin.size() - end.size());
  BestKnown known;
  for (std::size_t n = 1; n < lines.size(); ++n) {
    if (trim(lines[n]).empty()) continue;
    const auto cells = split(lines[n], ',');
    const auto cell = [&](std::size_t k) {
      return k < cells.size() ? whole(cells[k]) : std::nullopt;
    };
    const auto number = cell(0);
    const auto optimal = cell(1);
    const auto path = cell(2);
    const auto makespan = cell(3);
    if (!number || !optimal || !path || !makespan)
      return fail(ErrorCode::bad_input,
                  "instance, whether optimal, longest path and makespan are whole numbers",
                  fmt::format("{}:{}", name, n + 1));
    known[instance_key(fmt::format("inst_{}_{:02}.dzn", set, *number))] = {
        *optimal ? *makespan : *path, makespan, false, path};
  }
  return known;
}

}  // namespace

std::string instance_key(const std::filesystem::path& file) { return lower(file.stem().string()); }

Result<BestKnown> read_best_known(const std::string& name, std::string_view text) {
  const auto lines = rows(text);
  if (!lines.empty() && lines[0].substr(0, 8) == "instNum,") return from_published(name, lines);
  if (!lines.empty() && lines[0].find(';') == std::string::npos &&
      lines[0].find(',') != std::string::npos)
    return from_pairs(name, lines);
  return from_psplib(name, lines);
}

Result<BestKnown> best_known_near(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  if (fs::exists(folder / "best-known.csv")) {
    files.push_back(folder / "best-known.csv");
  } else if (fs::is_directory(folder / "published")) {
    for (const auto& entry : fs::directory_iterator(folder / "published"))
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
  } else {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(fs::absolute(folder).parent_path(), none))
      if (entry.path().filename().string().substr(0, 11) == "best-known-" &&
          entry.path().extension() == ".csv")
        files.push_back(entry.path());
  }
  BestKnown all;
  for (const auto& file : files) {
    const auto text = file_text(file);
    if (!text) return fail(text.error());
    const auto known = read_best_known(file.filename().string(), *text);
    if (!known) return fail(known.error());
    all.insert(known->begin(), known->end());
  }
  return all;
}

}  // namespace tandem::bench
