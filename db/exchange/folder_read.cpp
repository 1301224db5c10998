#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "db/exchange/disk_folder.hpp"
#include "db/exchange/folder.hpp"
#include "db/exchange/workspace_file.hpp"
#include "planner/base/text.hpp"
#include "planner/domain/cell.hpp"
#include "planner/edit/issue.hpp"

namespace tandem::db {
namespace {

bool is_own(std::string_view name) { return name.starts_with("x_"); }

// The one text column by which others name a row of the table; nullopt when there is none.
std::optional<std::size_t> code_field(const TableInfo& table) {
  std::optional<std::size_t> code;
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (!table.fields[i].is_key) continue;
    if (code || table.fields[i].kind != Kind::text) return std::nullopt;
    code = i;
  }
  return code;
}

// The codes of the files, known before any row is read: a row may name a later one.
class FileCodes : public Codes {
 public:
  void add(const TableFile& file, RawId first) {
    const auto field = code_field(file.table());
    if (!field) return;
    auto& codes = codes_[static_cast<std::size_t>(file.table().id)];
    const std::size_t cell = file.cell_of(*field);
    codes.reserve(file.rows());
    for (std::size_t i = 0; i < file.rows(); ++i) {
      const CsvRow row = file.row(i);
      if (cell < row.cells.size() && !row.cells[cell].text.empty())
        codes.emplace(row.cells[cell].text, first + i);
    }
  }

  RawId find(TableId table, std::string_view code) const override {
    const auto& codes = codes_[static_cast<std::size_t>(table)];
    const auto it = codes.find(code);
    return it == codes.end() ? 0 : it->second;
  }
  std::string code(TableId, RawId) const override { return {}; }  // reading never asks
  std::string nearest(TableId table, std::string_view code) const override {
    const auto& codes = codes_[static_cast<std::size_t>(table)];
    if (codes.size() > budget_) return {};
    budget_ -= codes.size();
    std::vector<std::string_view> candidates;
    for (const auto& [known, id] : codes) candidates.push_back(known);
    std::sort(candidates.begin(), candidates.end());  // the map has no order of its own
    return std::string{tandem::nearest(code, candidates)};
  }

 private:
  std::vector<std::unordered_map<std::string_view, RawId>> codes_{kTableCount};
  mutable std::size_t budget_ = 1'000'000;  // codes compared: a wrong column must not cost minutes
};

class FolderReader {
 public:
  explicit FolderReader(const Folder& folder) : folder_(folder) {}

  Result<Program> read() {
    open_files();
    ProgramBuilder builder;
    for (const auto& file : files_)
      if (file && file->readable()) read_table(*file, builder);
    read_own_files(builder);
    Program program = builder.finish();
    for (const Issue& issue : validate(program)) add_issue(issue);
    if (!problems_.empty()) return tl::unexpected(problems_.sorted());
    return program;
  }

 private:
  using CellKey = std::uint64_t;
  static constexpr std::size_t kWholeRow = 63;  // no table has as many columns
  static CellKey cell_key(RawId row, std::size_t field) { return row * 64 + field; }

  static std::size_t index(TableId table) { return static_cast<std::size_t>(table); }

  void open_files() {
    std::vector<std::string> names;
    for (const TableInfo& table : tables())
      if (table.id != TableId::extra_files) names.push_back(std::string{table.name} + ".csv");
    for (const auto& [name, text] : folder_) {
      if (is_own(name) || !lower(name).ends_with(".csv")) continue;
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      const std::vector<std::string_view> known(names.begin(), names.end());
      const auto near = nearest(name, known);
      problems_.add(
          name, 0, 0, "a workspace folder has no such file",
          near.empty() ? "files of your own begin with x_" : fmt::format("did you mean {}?", near));
    }
    for (const TableInfo& table : tables()) {
      if (table.id == TableId::extra_files) continue;
      const std::string name = std::string{table.name} + ".csv";
      const auto it = folder_.find(name);
      if (it == folder_.end()) {
        if (table.id == TableId::workspaces || table.id == TableId::sites)
          problems_.add(name, 0, 0, "the file is missing", "a workspace folder needs it");
        continue;
      }
      TableFile& file = files_[index(table.id)].emplace(table, it->second, problems_);
      first_[index(table.id)] = next_id_;
      next_id_ += table.id == TableId::workspaces ? 1 : file.rows();
      if (file.readable() && table.id != TableId::workspaces)
        codes_.add(file, first_[index(table.id)]);
    }
  }

  void read_table(const TableFile& file, ProgramBuilder& builder) {
    const std::size_t fields = file.table().fields.size();
    if (file.table().id == TableId::workspaces) {
      settings_ = read_settings(file, problems_);
      AnyRow row = new_row(file, 0);
      for (std::size_t f = 0; f < fields; ++f)
        read_field(file, f, settings_.cells[f], settings_.column, 1, false, row);
      extras(row) = settings_.extras;
      builder.add(std::move(row));
      return;
    }
    for (std::size_t line = 0; line < file.rows(); ++line) {
      const CsvRow cells = file.row(line);
      AnyRow row = new_row(file, line);
      // Cells that slid under other columns would only repeat what is said of the row.
      const bool slid = !file.has_shape(cells);
      if (slid) failed_.insert(cell_key(id_of(row), kWholeRow));
      for (std::size_t f = 0; f < fields; ++f) {
        const std::size_t column = file.cell_of(f);
        const CsvCell* cell = column < cells.cells.size() ? &cells.cells[column] : nullptr;
        read_field(file, f, cell, column, cells.line, slid, row);
      }
      for (const TableFile::Extra& extra : file.extras())
        if (extra.cell < cells.cells.size() && !cells.cells[extra.cell].text.empty())
          extras(row)[extra.name] = cells.cells[extra.cell].text;
      builder.add(std::move(row));
    }
  }

  AnyRow new_row(const TableFile& file, std::size_t line) const {
    AnyRow row = empty_row(file.table().id);
    set_id(row, first_[index(file.table().id)] + line);
    return row;
  }

  // Sets one field of the row, or notes that it failed. `cell` is null where there is none;
  // `line` is the row's.
  void read_field(const TableFile& file, std::size_t number, const CsvCell* cell,
                  std::size_t column, std::uint32_t line, bool quiet, AnyRow& row) {
    const Field& field = file.table().fields[number];
    const auto fail_quietly = [&] { failed_.insert(cell_key(id_of(row), number)); };
    if (cell && !cell->sound) return fail_quietly();
    // A code under a broken scope, or of a file without codes, is neither known nor unknown.
    if (field.kind == Kind::scoped && failed(id_of(row), number_of(file.table(), field.scope)))
      return fail_quietly();
    const TableId target = target_of(field, file.table(), data(row));
    if (target != TableId::none && files_[index(target)] && !files_[index(target)]->readable())
      return fail_quietly();

    const auto value = read_cell(field, target, cell ? cell->text : std::string_view{}, codes_);
    if (value) return field.set(data(row), *value);
    fail_quietly();
    // A column that may not be left out has been named at the header.
    if (quiet || (!cell && field.is_required)) return;
    problems_.add(file.name(), cell ? cell->line : line, cell ? column + 1 : 0,
                  fmt::format("{}: {}", field.name, value.error().message), value.error().hint);
  }

  void read_own_files(ProgramBuilder& builder) {
    first_[index(TableId::extra_files)] = next_id_;
    for (const auto& [name, text] : folder_) {
      if (!is_own(name)) continue;
      if (const auto bad = bad_utf8(text)) {
        const auto line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
        problems_.add(name, static_cast<std::uint32_t>(line), 0,
                      "the file is not text: not valid UTF-8, or a NUL byte",
                      "files of your own are kept as text");
        continue;
      }
      own_files_.push_back(name);
      ExtraFile file;
      file.id = {next_id_++};
      file.name = name;
      file.text = text;
      builder.add(AnyRow{std::move(file)});
    }
  }

  static std::size_t number_of(const TableInfo& table, std::string_view field) {
    std::size_t number = 0;
    while (number < table.fields.size() && table.fields[number].name != field) ++number;
    return number;
  }

  bool failed(RawId row, std::size_t field) const { return failed_.contains(cell_key(row, field)); }

  // Whether an issue only repeats what was said of a cell, or follows from it.
  bool follows(const Issue& issue) const {
    if (failed(issue.row, kWholeRow)) return true;
    const TableInfo& table = info(issue.table);
    const Field* const field = table.field(issue.field);
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
      if (!failed(issue.row, f)) continue;
      const Field& bad = table.fields[f];
      if (!field || field->name == bad.name || (field->is_key && bad.is_key)) return true;
    }
    return false;
  }

  void add_issue(const Issue& issue) {
    if (follows(issue)) return;
    const std::string name = std::string{info(issue.table).name} + ".csv";
    const auto& file = files_[index(issue.table)];
    if (issue.table == TableId::extra_files) {
      problems_.add(own_files_[issue.row - first_[index(issue.table)]], 0, 0, issue.message,
                    issue.hint);
      return;
    }
    if (!file || issue.row == 0) {
      // The missing workspace.csv has been reported.
      if (issue.table != TableId::workspaces) problems_.add(name, 0, 0, issue.message, issue.hint);
      return;
    }
    const std::size_t number = number_of(file->table(), issue.field);
    const bool known = number < file->table().fields.size();
    if (issue.table == TableId::workspaces) {
      const CsvCell* cell = known ? settings_.cells[number] : nullptr;
      problems_.add(name, cell ? cell->line : 1, cell ? settings_.column + 1 : 0, issue.message,
                    issue.hint);
      return;
    }
    const CsvRow row = file->row(issue.row - first_[index(issue.table)]);
    const std::size_t column = known ? file->cell_of(number) : TableFile::kNone;
    const bool there = column < row.cells.size();
    problems_.add(name, there ? row.cells[column].line : row.line, there ? column + 1 : 0,
                  issue.message, issue.hint);
  }

  const Folder& folder_;
  ProblemList problems_;
  std::vector<std::optional<TableFile>> files_{kTableCount};
  std::vector<RawId> first_ = std::vector<RawId>(kTableCount);  // id of a file's first row
  RawId next_id_ = 1;
  FileCodes codes_;
  Settings settings_;
  std::vector<std::string> own_files_;  // x_ files in the order of their rows
  std::unordered_set<CellKey> failed_;
};

}  // namespace

Result<Program> read_folder(const Folder& folder) { return FolderReader{folder}.read(); }

Result<Program> read_folder(const std::filesystem::path& path) {
  const auto folder = read_files(
      path, [](std::string_view name) { return is_own(name) || lower(name).ends_with(".csv"); });
  if (!folder) return tl::unexpected(folder.error());
  return read_folder(*folder);
}

}  // namespace tandem::db
