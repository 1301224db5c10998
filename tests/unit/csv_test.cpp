#include "db/exchange/csv.hpp"

#include <fmt/format.h>

#include "planner/base/random.hpp"
#include "tests/support/catch.hpp"

using namespace tandem;
using db::read_csv;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows cells(const db::CsvFile& file) {
  Rows out;
  for (std::size_t i = 0; i < file.rows(); ++i) {
    auto& row = out.emplace_back();
    for (const auto& cell : file.row(i).cells) row.emplace_back(cell.text);
  }
  return out;
}

std::vector<std::string> problems(const db::CsvFile& file) {
  std::vector<std::string> out;
  for (const auto& p : file.problems())
    out.push_back(fmt::format("{}:{} {}", p.line, p.column, p.message));
  return out;
}

}  // namespace

TEST_CASE("cells are read as RFC 4180 writes them, blanks and all") {
  const std::string text = "code,name\r\nA, Ann \r\n\"B\",\"Berg, \"\"Bo\"\"\nof Bree\"\nC,\n";
  const auto file = read_csv(text);
  CHECK(problems(file).empty());
  CHECK(cells(file) ==
        Rows{{"code", "name"}, {"A", " Ann "}, {"B", "Berg, \"Bo\"\nof Bree"}, {"C", ""}});
  CHECK(file.row(2).cells[1].line == 3);
  CHECK(file.row(3).line == 5);  // the cell before it took two lines
}

TEST_CASE("a byte-order mark, a missing last line end and blank lines at the end do no harm") {
  CHECK(cells(read_csv("\xef\xbb\xbf"
                       "code,name\nA,B")) == Rows{{"code", "name"}, {"A", "B"}});
  CHECK(cells(read_csv("code,name\nA,\r\n\r\n\n")) == Rows{{"code", "name"}, {"A", ""}});
  CHECK(read_csv("").rows() == 0);
  CHECK(read_csv("\n\n").rows() == 0);
  CHECK(cells(read_csv("code,")) == Rows{{"code", ""}});
}

TEST_CASE("one broken row does not hide the next, nor the rows behind them") {
  const auto file = read_csv(
      "a,b,c\n"
      "1,2\n"
      "1,2,3,4\n"
      "\n"
      "1,\"2\"x,3\n"
      "1,2\"2,3\n"
      "1,2,3\n");
  CHECK(problems(file) ==
        std::vector<std::string>{"2:3 the row has 2 cells, the header 3",
                                 "3:4 the row has 4 cells, the header 3", "4:2 the line is empty",
                                 "5:2 text stands behind the closing quote",
                                 "6:2 a quote stands inside a cell without quotes"});
  CHECK(cells(file).back() == std::vector<std::string>{"1", "2", "3"});
  CHECK(file.row(6).sound);
  CHECK_FALSE(file.row(5).sound);
}

TEST_CASE("an unclosed quote is named where it opens and swallows no other row") {
  // At the end of the file, before a row with quotes of its own, and before one whose quoted cell
  // begins with a comma, so that its opening quote looks like a closing one.
  CHECK(problems(read_csv("a,b\n1,\"2\n3,4\n")) ==
        std::vector<std::string>{"2:2 the quote that opens this cell is not closed"});
  CHECK(problems(read_csv("a,b\n1,\"2\n3,\"4, 5\"\n")) ==
        std::vector<std::string>{"2:2 the quote that opens this cell is not closed"});
  CHECK(problems(read_csv("a,b\n1,\"2\n3,\", 5\"\n")) ==
        std::vector<std::string>{"2:2 the quote that opens this cell is not closed"});
  CHECK(cells(read_csv("a,b\n\"1,2\n3,\"4, 5\"\n")) == Rows{{"a", "b"}, {"1", "2"}, {"3", "4, 5"}});
  // Two of them.
  CHECK(problems(read_csv("a,b\n\"1,2\n3,4\n5,\"6\n7,8\n")) ==
        std::vector<std::string>{"2:1 the quote that opens this cell is not closed",
                                 "4:2 the quote that opens this cell is not closed"});
}

TEST_CASE("bytes that are no text are named by line and cell") {
  const auto file = read_csv(std::string_view{"a,b\nx\0y,2\n1,\"two\nl\xff\"\n3,4\n", 24});
  CHECK(problems(file) == std::vector<std::string>{"2:1 the cell holds a NUL byte",
                                                   "4:2 the cell is not valid UTF-8 (byte 0xff)"});
  CHECK_FALSE(file.row(1).cells[0].sound);
  CHECK(file.row(1).cells[1].sound);
  CHECK(problems(read_csv(std::string_view{"\xff\xfe"
                                           "a\0",
                                           4})) ==
        std::vector<std::string>{"1:1 the file is UTF-16"});
  CHECK(problems(read_csv("a,b\r1,2\r")) ==
        std::vector<std::string>{"1:2 a carriage return stands without a line feed"});
}

TEST_CASE("files, cells and rows that are too large are refused") {
  const db::CsvLimits small{40, 5, 3};
  CHECK(problems(read_csv("a,b\n123456,2\n1,12345\n", small)) ==
        std::vector<std::string>{"2:1 the cell is longer than 0 KB"});
  CHECK(problems(read_csv(std::string(41, 'a'), small)) ==
        std::vector<std::string>{"1:1 the file is larger than 0 MB"});
  const auto wide = read_csv("a,b,c\n1,2,3,4,5,6\n7,8,9\n", small);
  CHECK(problems(wide) == std::vector<std::string>{"2:4 the row has more than 3 cells"});
  CHECK(cells(wide).back() == std::vector<std::string>{"7", "8", "9"});
}

TEST_CASE("what is written reads back, with quotes only where they are needed") {
  std::string text;
  db::write_csv_row(text, std::vector<std::string>{"plain text", "a,b", "say \"so\"", "two\nlines",
                                                   "cr\r", "", " blank "});
  CHECK(text == "plain text,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"cr\r\",, blank \n");
  text.clear();
  db::write_csv_row(text, std::vector<std::string>{""});
  CHECK(text == "\"\"\n");
  CHECK(cells(read_csv(text)) == Rows{{""}});
}

TEST_CASE("any rows survive writing and reading") {
  Rng rng{7};
  constexpr std::string_view kLetters[] = {"a", ",", "\"", "\n", "\r", " ", "ü", ";", ""};
  for (int round = 0; round < 500; ++round) {
    INFO("round " << round);
    const std::size_t width = 1 + rng.below(4);
    Rows rows(1 + rng.below(5), std::vector<std::string>(width));
    for (auto& row : rows)
      for (auto& cell : row)
        for (auto n = rng.below(6); n > 0; --n) cell += kLetters[rng.below(9)];
    std::string text;
    for (const auto& row : rows) db::write_csv_row(text, row);
    const auto file = read_csv(text);
    CHECK(problems(file).empty());
    CHECK(cells(file) == rows);
  }
}

TEST_CASE("any bytes at all are read to the end, and every byte is looked at a few times only") {
  Rng rng{11};
  constexpr std::string_view kBytes{"a,\"\n\r\xff\0;\"\"\n,", 13};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = rng.below(60); n > 0; --n) text += kBytes[rng.below(13)];
    const auto file = read_csv(text);
    INFO("round " << round);
    for (std::size_t i = 1; i < file.rows(); ++i) {
      const auto row = file.row(i);
      // A row is as wide as the header, or something was said about it.
      CHECK((row.cells.size() == file.row(0).cells.size() || !row.sound));
      CHECK(row.line >= file.row(i - 1).line);
    }
  }
}
