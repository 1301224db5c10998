#include "db/exchange/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "planner/base/text.hpp"

namespace tandem::db {

// One pass over the text. A quote that never closes well swallows the lines behind it; when that
// shows, reading goes back to the line where the quote was opened and takes the quote as a plain
// character there, so the lines behind are read as the rows they are.
class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvLimits& limits) : text_(text), limits_(limits) {}

  CsvFile read() {
    if (text_.size() > limits_.file_bytes) {
      report(1, 1, fmt::format("the file is larger than {} MB", limits_.file_bytes >> 20),
             "split it");
      return std::move(file_);
    }
    if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff")) {
      report(1, 1, "the file is UTF-16", "save it as UTF-8");
      return std::move(file_);
    }
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
    const std::size_t end = text_.find_last_not_of("\r\n") + 1;  // blank lines behind are no rows
    while (at_ < end) read_row();
    std::stable_sort(file_.problems_.begin(), file_.problems_.end(),
                     [](const CsvProblem& a, const CsvProblem& b) { return a.line < b.line; });
    return std::move(file_);
  }

 private:
  // What ended a cell.
  enum class End { cell, row };

  // The latest cell of this row that holds line breaks, and where reading stood before it.
  struct Tall {
    std::size_t opening{};
    std::uint32_t line{};  // 0: none
    std::size_t cells{};
    std::size_t column{};
    std::size_t problems{};
  };

  void report(std::uint32_t line, std::size_t column, std::string message, std::string hint) {
    sound_ = false;
    if (file_.problems_.size() == CsvFile::kMostProblems) return;
    file_.problems_.push_back(
        {line, static_cast<std::uint32_t>(column), std::move(message), std::move(hint)});
  }

  void read_row() {
    CsvFile::Extent row{file_.cells_.size(), 0, line_, true};
    sound_ = true;
    tall_ = {};
    lone_return_ = false;
    bool crowded = false;
    End end = End::cell;
    while (end == End::cell) {
      column_ = file_.cells_.size() - row.first + 1;
      end = read_cell();
      if (column_ <= limits_.columns) continue;
      file_.cells_.pop_back();
      column_ = limits_.columns;
      if (!crowded)
        report(row.line, limits_.columns + 1,
               fmt::format("the row has more than {} cells", limits_.columns), "take some away");
      crowded = true;
    }
    row.count = static_cast<std::uint32_t>(file_.cells_.size() - row.first);
    if (file_.rows_.empty()) width_ = row.count;
    if (row.count != width_ && sound_) report_width(row);
    row.sound = sound_;
    file_.rows_.push_back(row);
  }

  void report_width(const CsvFile::Extent& row) {
    const bool blank = row.count == 1 && file_.cells_[row.first].text.empty();
    const bool missing = row.count < width_;
    // A cell of several lines is the likely culprit: its quote may close too late.
    const CsvCell* tall = nullptr;
    for (std::size_t i = row.first; i < file_.cells_.size() && !tall; ++i)
      if (contains(file_.cells_[i].text, "\n")) tall = &file_.cells_[i];
    std::string hint = "see that commas inside a cell stand between quotes";
    if (tall)
      hint = fmt::format("see that the quote opened on line {} closes where it should", tall->line);
    if (blank) hint = "take the empty line away";
    report(row.line, missing ? row.count + 1 : width_ + 1,
           blank ? "the line is empty"
                 : fmt::format("the row has {}, the header {}", count(row.count, "cell"), width_),
           std::move(hint));
  }

  End read_cell() {
    if (at_ < text_.size() && text_[at_] == '"' && at_ != plain_quote_) return read_quoted();
    return read_plain(at_);
  }

  // To the comma or line end; `from` is where the cell's text begins.
  End read_plain(std::size_t from) {
    const std::size_t stop = std::min(text_.find_first_of(",\n", at_), text_.size());
    std::string_view cell = text_.substr(from, stop - from);
    const bool row_ends = stop == text_.size() || text_[stop] == '\n';
    if (row_ends && cell.ends_with('\r')) cell.remove_suffix(1);
    if (from == plain_quote_) {
      cell.remove_prefix(1);  // reported when reading came back here
    } else if (contains(cell, "\"")) {
      if (tall_.line > 0) return back_to_tall();
      report(line_, column_, "a quote stands inside a cell without quotes",
             "put the whole cell in quotes and double the quote inside");
    }
    if (contains(cell, "\r") && !std::exchange(lone_return_, true))
      report(line_, column_, "a carriage return stands without a line feed",
             "end lines with LF or CRLF");
    add(cell, line_);
    return leave(stop);
  }

  // Moves behind the comma or line feed at `stop`.
  End leave(std::size_t stop) {
    at_ = std::min(stop + 1, text_.size());
    if (stop == text_.size()) return End::row;
    if (text_[stop] == ',') return End::cell;
    ++line_;
    return End::row;
  }

  End read_quoted() {
    const std::size_t opening = at_;
    const std::uint32_t opening_line = line_;
    bool doubled = false;
    std::size_t quote = opening;
    while (true) {
      quote = text_.find('"', quote + 1);
      if (quote == text_.npos) return reopen(opening, opening_line);
      if (quote + 1 == text_.size() || text_[quote + 1] != '"') break;
      doubled = true;
      ++quote;
    }
    const std::string_view inside = text_.substr(opening + 1, quote - opening - 1);
    const auto lines = static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
    std::size_t stop = quote + 1;
    if (text_.substr(stop).starts_with("\r\n")) ++stop;
    const bool clean = stop >= text_.size() || text_[stop] == ',' || text_[stop] == '\n';
    if (!clean && lines > 0) return reopen(opening, opening_line);
    if (!clean) {
      report(opening_line, column_, "text stands behind the closing quote",
             "double a quote that belongs to the text");
      stop = std::min(text_.find_first_of(",\n", stop), text_.size());
    }
    if (lines > 0)
      tall_ = {opening, opening_line, file_.cells_.size(), column_, file_.problems_.size()};
    add(doubled ? unescape(inside) : inside, opening_line);
    line_ += lines;
    return leave(stop);
  }

  // The quote at `opening` does not close: the line is read again as if it were not there.
  End reopen(std::size_t opening, std::uint32_t opening_line) {
    report(opening_line, column_, "the quote that opens this cell is not closed",
           "close it, or double it if it belongs to the text");
    plain_quote_ = opening;
    at_ = opening;
    return read_plain(opening);
  }

  // A cell of several lines closed on what was the opening quote of a later cell.
  End back_to_tall() {
    const Tall tall = tall_;
    tall_ = {};
    file_.cells_.resize(tall.cells);
    file_.problems_.resize(tall.problems);
    line_ = tall.line;
    column_ = tall.column;
    return reopen(tall.opening, tall.line);
  }

  std::string_view unescape(std::string_view text) {
    std::string& out = file_.unescaped_.emplace_back();
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (text[i] == '"') ++i;
    }
    return out;
  }

  void add(std::string_view cell, std::uint32_t line) {
    bool sound = true;
    if (const auto bad = bad_utf8(cell)) {
      sound = false;
      const auto head = cell.substr(0, *bad);
      const auto below = static_cast<std::uint32_t>(std::count(head.begin(), head.end(), '\n'));
      const auto byte = static_cast<unsigned char>(cell[*bad]);
      report(line + below, column_,
             byte == 0 ? "the cell holds a NUL byte"
                       : fmt::format("the cell is not valid UTF-8 (byte 0x{:02x})", byte),
             byte == 0 ? "take it away" : "save the file as UTF-8");
    }
    if (cell.size() > limits_.field_bytes) {
      sound = false;
      report(line, column_, fmt::format("the cell is longer than {} KB", limits_.field_bytes >> 10),
             "shorten it, or close its quote");
    }
    file_.cells_.push_back({sound ? cell : std::string_view{}, line, sound});
  }

  std::string_view text_;
  CsvLimits limits_;
  CsvFile file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t column_ = 1;  // of the cell being read
  std::uint32_t width_ = 0;
  bool sound_ = true;  // of the row being read
  Tall tall_;
  bool lone_return_ = false;  // said of this row: such a file has one in every cell
  std::size_t plain_quote_ = std::string_view::npos;  // an opening quote that turned out to be none
};

CsvRow CsvFile::row(std::size_t index) const {
  const Extent& extent = rows_[index];
  return {std::span{cells_}.subspan(extent.first, extent.count), extent.line, extent.sound};
}

CsvFile read_csv(std::string_view text, const CsvLimits& limits) {
  return CsvReader{text, limits}.read();
}

void write_csv_row(std::string& out, std::span<const std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    const std::string& cell = cells[i];
    // A row of one empty cell would read as a blank line.
    const bool bare = !cell.empty() || cells.size() > 1;
    if (bare && cell.find_first_of(",\"\r\n") == cell.npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\n';
}

}  // namespace tandem::db
