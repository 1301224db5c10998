// People are not spreadsheets: reads what the program says and stores, and finds no overall score
// of a person, no ranking of people, and no place for the reason of a season.
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "planner/base/text.hpp"
#include "planner/domain/rows.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/command_line.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

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

// The string literals of a source file, which is what can reach a reader: raw ones too, but not the
// names of headers and not what stands in comments.
std::vector<std::string> literals(std::string_view source) {
  std::vector<std::string> out;
  const auto skip_to = [&](std::string_view end) {
    const auto at = std::min(source.find(end), source.size());
    const std::string_view skipped = source.substr(0, at);
    source.remove_prefix(std::min(at + end.size(), source.size()));
    return skipped;
  };
  while (!source.empty()) {
    if (source.starts_with("//") || source.starts_with("#include")) {
      skip_to("\n");
    } else if (source.starts_with("R\"")) {
      source.remove_prefix(2);
      const std::string end = ")" + std::string{skip_to("(")} + "\"";
      out.emplace_back(skip_to(end));
    } else if (source.front() == '"' || source.front() == '\'') {
      const char quote = source.front();
      std::size_t at = 1;
      while (at < source.size() && source[at] != quote) at += source[at] == '\\' ? 2U : 1U;
      if (quote == '"') out.emplace_back(source.substr(1, std::min(at, source.size()) - 1));
      source.remove_prefix(std::min(at + 1, source.size()));
    } else {
      // 1'000 is a number, not a letter between quotes.
      const bool digit = std::isdigit(static_cast<unsigned char>(source.front())) != 0;
      source.remove_prefix(digit && source.substr(1).starts_with('\'') ? 2 : 1);
    }
  }
  return out;
}

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// Every name in a JSON text, at any depth, with blanks for underscores.
void names_in(const nlohmann::json& value, std::set<std::string>& out) {
  if (value.is_object())
    for (const auto& [name, inner] : value.items()) {
      out.insert(spaced(name));
      names_in(inner, out);
    }
  if (value.is_array())
    for (const auto& inner : value) names_in(inner, out);
}

}  // namespace

TEST_CASE("the words that are searched for are found where they stand") {
  REQUIRE(barred_in("Overall rating: 4, rank 2").size() == 2);
  REQUIRE(barred_in("\"person_score\" is one word").empty());  // columns are split at '_' below
  REQUIRE(barred_in("frankly, the underscore of a potentially long name").empty());
  const auto found = literals(
      "#include \"no\"\nsay(\"a \\\" b\", '\"', 1'000, \"c\"); // \"no\"\nR\"x(raw \" too\n)x\"");
  REQUIRE(found == std::vector<std::string>{"a \\\" b", "c", "raw \" too\n"});
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

TEST_CASE("no table or column has one either") {
  int columns = 0;
  const auto clean = [&](const std::string& name) {
    ++columns;
    CAPTURE(name);
    REQUIRE(barred_in(spaced(name)).empty());
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

TEST_CASE("nothing that leaves the program has one: folders, JSON and plans") {
  test::TempFolder folder{test::Medium::memory};
  const std::string file = (folder / "w.tandem").string();
  const auto said = [&](std::vector<std::string> args) {
    args.insert(args.begin() + 1, file);
    const auto answer = test::typed(args);
    CAPTURE(args, answer.err);
    REQUIRE(answer.exit <= 1);
    return answer.out;
  };
  said({"load", test::source_path("samples/starter").string()});
  said({"export", (folder / "out").string()});
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "out")) {
    names.insert(spaced(entry.path().stem().string()));
    const std::string text = read(entry.path());
    for (const std::string& column : split(text.substr(0, text.find('\n')), ','))
      names.insert(spaced(column));
  }
  REQUIRE(read(folder / "out" / "seasons.csv").starts_with("person,from,to,season\n"));
  const std::size_t of_folder = names.size();
  for (const std::vector<std::string>& args : {std::vector<std::string>{"progress", "--json"},
                                               {"progress", "--json", "--units"},
                                               {"progress", "--json", "--cohort", "MGR-1"},
                                               {"progress", "--json", "--person", "1008"},
                                               {"flags", "--json"},
                                               {"flags", "--json", "--person", "1008"},
                                               {"verify", "--json"},
                                               {"history", "--json"}})
    names_in(nlohmann::json::parse(said(args)), names);
  REQUIRE(names.size() > of_folder + 60);
  for (const std::string& name : names) {
    CAPTURE(name);
    REQUIRE(barred_in(name).empty());
  }
  said({"plans", "--all", "--format", "html", "--out", (folder / "plans").string()});
  int plans = 0;
  for (const auto& entry : fs::directory_iterator(folder / "plans")) {
    ++plans;
    CAPTURE(entry.path().filename().string());
    REQUIRE(barred_in(read(entry.path())).empty());
  }
  REQUIRE(plans == 14);
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
