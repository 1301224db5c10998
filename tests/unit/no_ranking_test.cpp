// People are not spreadsheets: reads what the program says and stores, and finds no overall score
// of a person, no ranking of people, and no place for the reason of a season.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "planner/base/text.hpp"
#include "planner/domain/rows.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"

namespace {

using namespace tandem;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

// Words that would put one number on a person, or people in an order.
const std::regex& barred() {
  static const std::regex words{
      R"(\b(scores?|scoring|rank(s|ed|ing)?|league|leader ?board|9-?box|nine-box|talents?|)"
      R"(high[- _]?potentials?|potential|overall[ _](rating|level)|average[ _](rating|level)|)"
      R"(percentile|top performers?|low performers?|flight risk|best people|worst)\b)",
      std::regex::icase};
  return words;
}

std::vector<std::string> barred_in(const std::string& text) {
  std::vector<std::string> found;
  for (std::sregex_iterator it{text.begin(), text.end(), barred()}, end; it != end; ++it)
    found.push_back(it->str());
  return found;
}

// The string literals of a source file, which is what can reach a reader. Lines that include
// headers or are comments hold none of these.
std::vector<std::string> literals(const std::string& source) {
  std::vector<std::string> out;
  for (const std::string& line : split(source, '\n')) {
    const auto code = trim(line);
    if (code.starts_with("//") || code.starts_with("#include") || !contains(code, "\"")) continue;
    static const std::regex quoted{R"re("((?:[^"\\]|\\.)*)")re"};
    for (std::sregex_iterator it{line.begin(), line.end(), quoted}, end; it != end; ++it)
      out.push_back((*it)[1].str());
  }
  return out;
}

}  // namespace

TEST_CASE("the words that are searched for are found where they stand") {
  REQUIRE(barred_in("Overall rating: 4, rank 2").size() == 2);
  REQUIRE(barred_in("\"person_score\" is one word").empty());  // columns are split at '_' below
  REQUIRE(barred_in("frankly, the underscore of a potentially long name").empty());
  REQUIRE(literals("say(\"a \\\" b\", 1); // \"c\"").size() == 2);
}

TEST_CASE("no screen, report or command has a word for a score or a ranking of people") {
  int read_files = 0;
  std::size_t read_words = 0;
  for (const char* folder : {"ui", "planner", "db"})
    for (const auto& entry : fs::recursive_directory_iterator(test::source_path(folder))) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      ++read_files;
      for (const std::string& literal : literals(read(entry.path()))) {
        ++read_words;
        CAPTURE(entry.path().string(), literal);
        REQUIRE(barred_in(literal).empty());
      }
    }
  REQUIRE(read_files > 150);
  REQUIRE(read_words > 2000);
}

TEST_CASE("no table, column or file of an export has one either") {
  int columns = 0;
  const auto clean = [&](std::string name) {
    ++columns;
    std::replace(name.begin(), name.end(), '_', ' ');
    CAPTURE(name);
    REQUIRE(barred_in(name).empty());
  };
  for (const TableInfo& table : tables()) {
    clean(std::string{table.name});
    for (const Field& field : table.fields) {
      clean(std::string{field.name});
      for (const auto& word : field.choices) clean(std::string{word});
    }
  }
  for (const auto& entry : fs::directory_iterator(test::source_path("db/schema"))) {
    static const std::regex quoted{R"re("([a-z_0-9]+)")re"};
    const std::string sql = read(entry.path());
    for (std::sregex_iterator it{sql.begin(), sql.end(), quoted}, end; it != end; ++it)
      clean((*it)[1].str());
  }
  REQUIRE(columns > 800);
}

TEST_CASE("a season has a person, days and a kind, and no place for a reason") {
  std::vector<std::string_view> names;
  for (const Field& field : info(TableId::seasons).fields) names.push_back(field.name);
  REQUIRE(names == std::vector<std::string_view>{"person", "from", "to", "season"});
  // Absences say who and when, and no more.
  names.clear();
  for (const Field& field : info(TableId::absences).fields) names.push_back(field.name);
  REQUIRE(names == std::vector<std::string_view>{"kind", "code", "from", "to"});

  const std::string sql = read(test::source_path("db/schema/0001_entities.sql"));
  const auto from = sql.find("CREATE TABLE \"seasons\"");
  REQUIRE(from != sql.npos);
  const std::string table = sql.substr(from, sql.find("STRICT", from) - from);
  std::vector<std::string> columns;
  static const std::regex column{"\n  \"([a-z_]+)\" "};
  for (std::sregex_iterator it{table.begin(), table.end(), column}, end; it != end; ++it)
    columns.push_back((*it)[1].str());
  REQUIRE(columns ==
          std::vector<std::string>{"id", "person", "from", "to", "season", "extra", "row_version"});
}

TEST_CASE("people are told in the order of their names or numbers, never of a number about them") {
  // Every level, mark and count stands on rows of its own: a person's row holds none to sort by.
  for (const Field& field : info(TableId::people).fields) {
    CAPTURE(field.name);
    REQUIRE(field.kind != Kind::integer);
    REQUIRE(field.privacy != Privacy::judgement);
  }
}
