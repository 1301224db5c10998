// CSV by RFC 4180, read with positions and read to the end: a broken quote or a row of the wrong
// length is reported where it stands and reading goes on behind it, so that one run names every
// problem of a file. Our own, because the libraries stop at the first and give no positions. Knows
// no table and no column; exchange/folder.hpp gives the cells their meaning. Any bytes may come in.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::db {

struct CsvLimits {
  std::size_t file_bytes = 512UL * 1024 * 1024;
  std::size_t field_bytes = 64UL * 1024;
  std::size_t columns = 1000;
};

struct CsvCell {
  std::string_view text;  // without its quotes; empty when it is not sound
  std::uint32_t line{};   // where it begins, from 1
  bool sound{true};       // false: not UTF-8, or too long
};

struct CsvProblem {
  std::uint32_t line{};    // from 1
  std::uint32_t column{};  // number of the cell in its row, from 1
  std::string message;
  std::string hint;
};

// A row as it stands in the file; `sound` is false when any problem was reported inside it.
struct CsvRow {
  std::span<const CsvCell> cells;
  std::uint32_t line{};
  bool sound{true};
};

// The rows of one text. Cells point into the text, which must outlive this, or into unescaped
// copies held here. Moving keeps them valid; copying is not allowed.
class CsvFile {
 public:
  CsvFile() = default;
  CsvFile(CsvFile&&) = default;
  CsvFile& operator=(CsvFile&&) = default;

  // Of a file that is wrong all over, the first ones are kept.
  static constexpr std::size_t kMostProblems = 10'000;

  std::size_t rows() const { return rows_.size(); }  // the header included
  CsvRow row(std::size_t index) const;
  const std::vector<CsvProblem>& problems() const { return problems_; }

 private:
  friend class CsvReader;

  struct Extent {
    std::size_t first{};  // into cells_
    std::uint32_t count{};
    std::uint32_t line{};
    bool sound{true};
  };
  std::vector<CsvCell> cells_;
  std::vector<Extent> rows_;
  std::deque<std::string> unescaped_;
  std::vector<CsvProblem> problems_;
};

// A byte-order mark is skipped, LF and CRLF end a line, quoted cells may hold both, blank lines at
// the end are no rows. Every row should have as many cells as the first one. Never fails: what is
// wrong is in problems(), in the order of the lines. Cost: linear in the text.
CsvFile read_csv(std::string_view text, const CsvLimits& limits = {});

// Adds one row and LF. Quotes stand only where a cell needs them.
void write_csv_row(std::string& out, std::span<const std::string> cells);

}  // namespace tandem::db
