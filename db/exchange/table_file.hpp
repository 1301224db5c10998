// One CSV file of a workspace folder against the field list of its table: which cell of a row holds
// which column, what is wrong with the header, and where a cell stands. For folder_read.cpp.
#pragma once

#include <unordered_map>

#include "db/exchange/csv.hpp"
#include "planner/base/result.hpp"
#include "planner/domain/rows.hpp"

namespace tandem::db {

// Problems of many files, brought into the order of file and line at the end.
class ProblemList {
 public:
  // `line` 0: the file as a whole; `column` 0: the line as a whole.
  void add(std::string_view file, std::uint32_t line, std::size_t column, std::string message,
           std::string hint = {});
  bool empty() const { return problems_.empty(); }
  Errors sorted();

 private:
  struct Problem {
    std::string file;
    std::uint32_t line{};
    std::size_t column{};
    std::string message;
    std::string hint;
  };
  static constexpr std::size_t kMost = 10'000;  // nobody reads more; a million would not fit

  std::vector<Problem> problems_;
  std::size_t more_ = 0;
};

class TableFile {
 public:
  // `text` must outlive this. `name` is how problems call the file; TABLE.csv when it is empty.
  TableFile(const TableInfo& table, std::string_view text, ProblemList& problems,
            const std::string& name = {});

  const TableInfo& table() const { return *table_; }
  const std::string& name() const { return name_; }
  std::size_t rows() const { return csv_.rows() == 0 ? 0 : csv_.rows() - 1; }  // without the header
  CsvRow row(std::size_t index) const { return csv_.row(index + 1); }

  // Number of the cell that holds a column, counted from 0; kNone when the file has no such column.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t cell_of(std::size_t field) const { return cells_[field]; }
  struct Extra {
    std::string name;
    std::size_t cell{};
  };
  const std::vector<Extra>& extras() const { return extras_; }

  // Whether the cells of a row stand under the columns they belong to.
  bool has_shape(const CsvRow& row) const { return row.cells.size() == width_; }
  // Whether the header tells the columns; without one the rows mean nothing.
  bool readable() const { return readable_; }

 private:
  void read_header(ProblemList& problems);

  const TableInfo* table_;
  std::string name_;
  CsvFile csv_;
  std::vector<std::size_t> cells_;  // by field
  std::vector<Extra> extras_;
  std::size_t width_ = 0;
  bool readable_ = false;
};

}  // namespace tandem::db
