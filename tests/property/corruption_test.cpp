// Spoils a good workspace folder in one or two places, two hundred times, loads it by the command
// line, and asks that the refusal names each place by file and line and leaves no file. The seed of
// a run is its number; it is printed on failure.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "db/exchange/csv.hpp"
#include "db/exchange/folder.hpp"
#include "planner/base/random.hpp"
#include "planner/base/text.hpp"
#include "planner/domain/rows.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/command_line.hpp"
#include "tests/support/generator.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

struct Spot {
  std::string file;
  std::size_t row{};  // 0 is the header
  std::size_t cell{};
};

// A folder as cells, so that one of them can be spoilt and its line is known.
class Sheets {
 public:
  explicit Sheets(const db::Folder& folder) {
    for (const auto& [name, text] : folder) {
      const auto csv = db::read_csv(text);
      REQUIRE(csv.problems().empty());
      auto& rows = rows_[name];
      for (std::size_t i = 0; i < csv.rows(); ++i) {
        auto& row = rows.emplace_back();
        for (const auto& cell : csv.row(i).cells) row.emplace_back(cell.text);
      }
    }
  }

  std::vector<std::vector<std::string>>& rows(const std::string& file) { return rows_.at(file); }
  std::string& at(const Spot& spot) { return rows_.at(spot.file)[spot.row][spot.cell]; }
  bool has(const std::string& file) const { return rows_.contains(file); }
  void leave_open(const Spot& spot) { open_.insert({spot.file, {spot.row, spot.cell}}); }

  const Field* field(const Spot& spot) {
    const TableInfo& table = *find_table(fs::path{spot.file}.stem().string());
    if (table.id == TableId::workspaces)
      return spot.cell == 1 ? table.field(at({spot.file, spot.row, 0})) : nullptr;
    return table.field(at({spot.file, 0, spot.cell}));
  }

  // Every cell below a header for which `wanted` holds and whose row nobody has spoilt yet.
  template <class Wanted>
  std::vector<Spot> spots(Wanted wanted) {
    std::vector<Spot> out;
    for (const auto& [file, rows] : rows_)
      for (std::size_t row = 1; row < rows.size(); ++row)
        for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
          if (const Spot spot{file, row, cell}; !taken_.contains({file, row}) && wanted(spot))
            out.push_back(spot);
    return out;
  }
  void take(const Spot& spot) { taken_.insert({spot.file, spot.row}); }

  db::Folder folder() const {
    db::Folder out;
    for (const auto& [file, rows] : rows_) {
      for (std::size_t row = 0; row < rows.size(); ++row) out[file] += text(file, row);
    }
    return out;
  }

  std::size_t line(const Spot& spot) const {
    std::string before;
    for (std::size_t row = 0; row < spot.row; ++row) before += text(spot.file, row);
    for (std::size_t cell = 0; cell < spot.cell; ++cell)
      before += rows_.at(spot.file)[spot.row][cell];
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  }

 private:
  std::string text(const std::string& file, std::size_t row) const {
    std::string out;
    const auto& cells = rows_.at(file)[row];
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (cell > 0) out += ',';
      if (open_.contains({file, {row, cell}})) {
        out += '"' + cells[cell];
        continue;
      }
      std::string one;
      db::write_csv_row(one, std::vector{cells[cell]});
      one.pop_back();
      if (one != "\"\"") out += one;
    }
    return out + '\n';
  }

  std::map<std::string, std::vector<std::vector<std::string>>> rows_;
  std::set<std::pair<std::string, std::pair<std::size_t, std::size_t>>> open_;
  std::set<std::pair<std::string, std::size_t>> taken_;
};

// Places of which one must be named.
using Places = std::vector<Spot>;

// One way to spoil a folder; no places when it offers none.
struct Corruption {
  std::string_view name;
  Places (*spoil)(Sheets&, Rng&);
};

template <class Wanted, class Spoil>
Places one_cell(Sheets& sheets, Rng& rng, Wanted wanted, Spoil spoil) {
  const auto spots = sheets.spots(wanted);
  if (spots.empty()) return {};
  const Spot spot = spots[rng.below(static_cast<std::uint32_t>(spots.size()))];
  sheets.take(spot);
  spoil(spot);
  return {spot};
}

Places spoil_text(Sheets& sheets, Rng& rng, std::string_view bytes) {
  return one_cell(
      sheets, rng, [](const Spot&) { return true; },
      [&](const Spot& s) { sheets.at(s).insert(0, bytes); });
}

Places spoil_kind(Sheets& sheets, Rng& rng, Kind kind) {
  return one_cell(
      sheets, rng,
      [&](const Spot& s) {
        const Field* field = sheets.field(s);
        return field && field->kind == kind && !sheets.at(s).empty();
      },
      [&](const Spot& s) { sheets.at(s) += 'x'; });
}

Places out_of_range(Sheets& sheets, Rng& rng) {
  return one_cell(
      sheets, rng,
      [&](const Spot& s) {
        const Field* field = sheets.field(s);
        return field && field->kind == Kind::integer && !sheets.at(s).empty();
      },
      [&](const Spot& s) {
        const Field& field = *sheets.field(s);
        sheets.at(s) = std::to_string(rng.chance(1, 2) ? field.max + 1 : field.min - 1);
      });
}

Places unknown_code(Sheets& sheets, Rng& rng) {
  return one_cell(
      sheets, rng,
      [&](const Spot& s) {
        const Field* field = sheets.field(s);
        return field && !sheets.at(s).empty() &&
               (field->kind == Kind::reference || field->kind == Kind::references ||
                field->kind == Kind::scoped);
      },
      [&](const Spot& s) { sheets.at(s) = "NO-SUCH-CODE"; });
}

// The same code a second time, on the last line.
Places duplicate_code(Sheets& sheets, Rng& rng) {
  const auto spots = sheets.spots([&](const Spot& s) {
    const TableInfo& table = *find_table(fs::path{s.file}.stem().string());
    return table.unique_key && s.cell == 0;
  });
  if (spots.empty()) return {};
  const Spot spot = spots[rng.below(static_cast<std::uint32_t>(spots.size()))];
  auto& rows = sheets.rows(spot.file);
  rows.push_back(rows[spot.row]);
  const Spot copy{spot.file, rows.size() - 1, 0};
  sheets.take(spot);
  sheets.take(copy);
  return {copy};
}

Places missing_cell(Sheets& sheets, Rng& rng) {
  return one_cell(
      sheets, rng, [](const Spot& s) { return s.cell == 1; },
      [&](const Spot& s) { sheets.rows(s.file)[s.row].pop_back(); });
}

Places extra_cell(Sheets& sheets, Rng& rng) {
  return one_cell(
      sheets, rng, [](const Spot&) { return true; },
      [&](const Spot& s) { sheets.rows(s.file)[s.row].push_back("more"); });
}

Places unclosed_quote(Sheets& sheets, Rng& rng) {
  return one_cell(
      sheets, rng, [](const Spot&) { return true; }, [&](const Spot& s) { sheets.leave_open(s); });
}

// Two rows of a table that name each other.
Places circle(Sheets& sheets, Rng& rng, const std::string& file, const std::string& column) {
  if (!sheets.has(file)) return {};
  const auto& header = sheets.rows(file).front();
  const auto it = std::find(header.begin(), header.end(), column);
  if (it == header.end()) return {};
  const auto cell = static_cast<std::size_t>(it - header.begin());
  const auto spots = sheets.spots([&](const Spot& s) { return s.file == file && s.cell == cell; });
  if (spots.size() < 2) return {};
  const Spot a = spots[rng.below(static_cast<std::uint32_t>(spots.size() - 1))];
  const Spot b = spots.back();
  for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
    sheets.at(from) = sheets.at({to.file, to.row, 0});
    sheets.take(from);
  }
  return {a, b};
}

// What a module needs comes to need the module.
Places prerequisite_circle(Sheets& sheets, Rng& rng) {
  const std::string file = "prerequisites.csv";
  const auto spots = sheets.spots([&](const Spot& s) { return s.file == file && s.cell == 1; });
  if (spots.empty()) return {};
  const Spot spot = spots[rng.below(static_cast<std::uint32_t>(spots.size()))];
  auto& rows = sheets.rows(file);
  std::vector<std::string> back(rows.front().size());
  back[0] = rows[spot.row][1];
  back[1] = rows[spot.row][0];
  rows.push_back(std::move(back));
  const Spot last{file, rows.size() - 1, 1};
  sheets.take(spot);
  sheets.take(last);
  return {spot, last};
}

using namespace std::string_view_literals;
constexpr Corruption kCorruptions[] = {
    {"invalid UTF-8", [](Sheets& s, Rng& r) { return spoil_text(s, r, "\xc3("); }},
    {"NUL", [](Sheets& s, Rng& r) { return spoil_text(s, r, "\0"sv); }},
    {"a letter in a number", [](Sheets& s, Rng& r) { return spoil_kind(s, r, Kind::integer); }},
    {"a letter in a date", [](Sheets& s, Rng& r) { return spoil_kind(s, r, Kind::date); }},
    {"a letter in a time", [](Sheets& s, Rng& r) { return spoil_kind(s, r, Kind::time); }},
    {"a letter in a word", [](Sheets& s, Rng& r) { return spoil_kind(s, r, Kind::choice); }},
    {"a letter in yes or no", [](Sheets& s, Rng& r) { return spoil_kind(s, r, Kind::boolean); }},
    {"a number out of range", out_of_range},
    {"an unknown code", unknown_code},
    {"a code twice", duplicate_code},
    {"a missing cell", missing_cell},
    {"an extra cell", extra_cell},
    {"an unclosed quote", unclosed_quote},
    {"managers in a circle",
     [](Sheets& s, Rng& r) { return circle(s, r, "people.csv", "manager"); }},
    {"units in a circle", [](Sheets& s, Rng& r) { return circle(s, r, "units.csv", "parent"); }},
    {"prerequisites in a circle", prerequisite_circle},
};
constexpr std::size_t kWays = std::size(kCorruptions);

db::Folder starter() {
  db::Folder out;
  for (const auto& entry : fs::directory_iterator{test::source_path("samples/starter")})
    if (entry.path().extension() == ".csv") {
      std::ifstream in{entry.path(), std::ios::binary};
      out[entry.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
    }
  return out;
}

// Each problem is a line that begins with where it is: "people.csv:12:email: ...".
bool names(const std::string& said, const Sheets& sheets, const Places& places) {
  return std::any_of(places.begin(), places.end(), [&](const Spot& spot) {
    const std::string where = fmt::format("\n{}:{}:", spot.file, sheets.line(spot));
    return ("\n" + said).find(where) != std::string::npos;
  });
}

struct Loaded {
  int exit;
  std::string said;
  bool file_made;
};

// As a user would: tandem load FILE FOLDER.
Loaded load(const db::Folder& folder) {
  const test::TempFolder temp{test::Medium::memory};
  fs::create_directory(temp / "folder");
  for (const auto& [name, text] : folder)
    std::ofstream{temp / "folder" / name, std::ios::binary} << text;
  const auto [exit, out, err] =
      test::typed({"load", (temp / "x.tandem").string(), (temp / "folder").string()});
  const auto files = std::distance(fs::directory_iterator{temp.path()}, {});
  return {exit, err, files != 1};
}

}  // namespace

TEST_CASE("a spoilt folder is refused by file and line, every spoilt place of it") {
  const db::Folder bases[] = {
      starter(), test::generate({.cohorts = 3, .modules = 6, .seed = 5, .joint = 1}).witness};
  for (const auto& base : bases) REQUIRE(load(base).exit == 0);
  std::set<std::string_view> seen;
  int pairs = 0;
  for (std::uint64_t run = 0; run < 200; ++run) {
    Rng rng{run};
    Sheets sheets{bases[run % 2]};
    // The first rounds go through every way on both folders; the others take two at once.
    const std::size_t first = run < 4 * kWays ? (run / 2) % kWays : rng.below(kWays);
    const bool two = run >= 4 * kWays;
    std::vector<std::pair<std::string_view, Places>> spoilt;
    for (const std::size_t way : {first, std::size_t{rng.below(kWays)}}) {
      auto places = kCorruptions[way].spoil(sheets, rng);
      if (!places.empty()) spoilt.emplace_back(kCorruptions[way].name, std::move(places));
      if (!two) break;
    }
    if (spoilt.empty()) continue;
    if (spoilt.size() == 2) ++pairs;
    const Loaded loaded = load(sheets.folder());
    INFO("run " << run << (run % 2 ? ", invented folder" : ", starter"));
    INFO(loaded.said);
    CHECK(loaded.exit == 3);
    CHECK_FALSE(loaded.file_made);
    for (const auto& [way, places] : spoilt) {
      seen.insert(way);
      INFO(way << " at " << places.front().file << ":" << sheets.line(places.front()));
      CHECK(names(loaded.said, sheets, places));
    }
  }
  CHECK(seen.size() == kWays);
  CHECK(pairs > 100);
}
