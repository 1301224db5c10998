#include "db/exchange/table_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem::db {
namespace {

// In workspace.csv a line is a column: its table has two columns of its own.
std::vector<std::string_view> column_names(const TableInfo& table) {
  if (table.id == TableId::workspaces) return {"key", "value"};
  std::vector<std::string_view> names;
  for (const Field& field : table.fields) names.push_back(field.name);
  return names;
}

bool is_required(const TableInfo& table, std::size_t column) {
  return table.id == TableId::workspaces || table.fields[column].is_required;
}

}  // namespace

void ProblemList::add(std::string_view file, std::uint32_t line, std::size_t column,
                      std::string message, std::string hint) {
  if (problems_.size() == kMost) {
    ++more_;
    return;
  }
  problems_.push_back({std::string{file}, line, column, std::move(message), std::move(hint)});
}

Errors ProblemList::sorted() {
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  Errors out;
  for (Problem& p : problems_) {
    std::string where = p.file;
    if (p.line > 0) where += fmt::format(":{}", p.line);
    if (p.line > 0 && p.column > 0) where += fmt::format(":{}", p.column);
    out.push_back(
        {ErrorCode::bad_input, std::move(p.message), std::move(where), std::move(p.hint)});
  }
  if (more_ > 0)
    out.push_back(
        {ErrorCode::bad_input, fmt::format("and at least {} more problems", more_), {}, {}});
  return out;
}

TableFile::TableFile(const TableInfo& table, std::string_view text, ProblemList& problems,
                     const std::string& name)
    : table_(&table),
      name_(name.empty() ? std::string{table.name} + ".csv" : name),
      csv_(read_csv(text)) {
  for (const CsvProblem& p : csv_.problems())
    problems.add(name_, p.line, p.column, p.message, p.hint);
  cells_.assign(column_names(table).size(), kNone);
  if (csv_.rows() > 0) {
    read_header(problems);
  } else if (csv_.problems().empty()) {
    const auto columns = column_names(table);
    problems.add(name_, 1, 1, "the file is empty",
                 "begin with a header: " +
                     join(std::vector<std::string>(columns.begin(), columns.end()), ","));
  }
}

void TableFile::read_header(ProblemList& problems) {
  const CsvRow header = csv_.row(0);
  const auto known = column_names(*table_);
  width_ = header.cells.size();
  readable_ = true;
  std::set<std::string_view> seen;
  std::set<std::string_view> suggested;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string_view column = header.cells[i].text;
    const auto complain = [&](std::string message, std::string hint) {
      problems.add(name_, header.cells[i].line, i + 1, std::move(message), std::move(hint));
    };
    if (!header.cells[i].sound) continue;
    const auto it = std::find(known.begin(), known.end(), column);
    if (!column.empty() && !seen.insert(column).second) {
      complain(fmt::format("the column '{}' stands twice", column), "take one of them away");
    } else if (it != known.end()) {
      cells_[static_cast<std::size_t>(it - known.begin())] = i;
    } else if (column.starts_with("x_") && table_->id != TableId::workspaces) {
      extras_.push_back({std::string{column}, i});
    } else if (header.sound) {
      const auto near = nearest(column, known);
      suggested.insert(near);
      complain(column.empty() ? "a column has no name"
                              : fmt::format("there is no column '{}' in {}", column, name_),
               near.empty() ? "columns of your own begin with x_"
                            : fmt::format("did you mean {}?", near));
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (cells_[i] != kNone || !is_required(*table_, i)) continue;
    // Without its key a row has no name that others could use.
    if (table_->id == TableId::workspaces || table_->fields[i].is_key) readable_ = false;
    if (header.sound && !suggested.contains(known[i]))
      problems.add(name_, 1, 0, fmt::format("the column '{}' is missing", known[i]),
                   "it may not be left out");
  }
}

}  // namespace tandem::db
