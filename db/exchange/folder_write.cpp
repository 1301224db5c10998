#include <algorithm>
#include <set>

#include "db/exchange/csv.hpp"
#include "db/exchange/disk_folder.hpp"
#include "db/exchange/folder.hpp"
#include "planner/domain/cell.hpp"

namespace tandem::db {
namespace {

// Whole numbers as text whose order is theirs; empty comes first.
void append_number(std::string& out, std::int64_t number) {
  const std::uint64_t shifted = static_cast<std::uint64_t>(number) + (std::uint64_t{1} << 63);
  out += '\1';
  for (int byte = 7; byte >= 0; --byte) out += static_cast<char>((shifted >> (8 * byte)) & 0xffU);
}

// Orders the rows of a table: codes and words as text, numbers and dates by their value.
std::string sort_key(const TableInfo& table, const void* row, const Codes& codes) {
  std::string out;
  for (const Field& field : table.fields) {
    if (!field.is_key) continue;
    const Value value = field.get(row);
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool by_value = field.kind == Kind::integer || field.kind == Kind::date ||
                          field.kind == Kind::time || field.kind == Kind::boolean ||
                          field.kind == Kind::weekdays;
    if (number && by_value)
      append_number(out, *number);
    else
      out += cell_text(field, target_of(field, table, row), value, codes);
    out += '\0';
  }
  return out;
}

// The rows of a table in the order of the file, without those that stay private.
std::vector<RowRef> ordered_rows(const Program& program, const TableInfo& table,
                                 const FolderOptions& options, const Codes& codes) {
  std::vector<std::pair<std::string, RowRef>> rows;
  for_each_row(program, table.id, [&](const RowRef& ref) {
    if (!options.with_private && is_private(copy(ref))) return;
    rows.emplace_back(sort_key(table, ref.row, codes), ref);
  });
  // Rows come by id, which is the order they were entered in.
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<RowRef> out;
  out.reserve(rows.size());
  for (const auto& [key, ref] : rows) out.push_back(ref);
  return out;
}

std::string table_text(const Program& program, const TableInfo& table, const FolderOptions& options,
                       const Codes& codes) {
  const auto rows = ordered_rows(program, table, options, codes);
  std::set<std::string> own;
  for (const RowRef& ref : rows)
    for (const auto& [name, text] : *ref.extras) own.insert(name);

  std::vector<std::string> cells;
  for (const Field& field : table.fields) cells.emplace_back(field.name);
  cells.insert(cells.end(), own.begin(), own.end());
  std::string out;
  write_csv_row(out, cells);
  for (const RowRef& ref : rows) {
    cells.clear();
    for (const Field& field : table.fields)
      cells.push_back(
          cell_text(field, target_of(field, table, ref.row), field.get(ref.row), codes));
    for (const std::string& name : own) {
      const auto it = ref.extras->find(name);
      cells.push_back(it == ref.extras->end() ? std::string{} : it->second);
    }
    write_csv_row(out, cells);
  }
  return out;
}

// A key and a value a line, ordered by key like every file.
std::string workspace_text(const Program& program, const Codes& codes) {
  std::map<std::string, std::string> lines;
  for_each_row(program, TableId::workspaces, [&](const RowRef& ref) {
    for (const Field& field : info(TableId::workspaces).fields) {
      std::string text = cell_text(field, TableId::none, field.get(ref.row), codes);
      if (!field.is_rare || !text.empty()) lines[std::string{field.name}] = std::move(text);
    }
    lines.insert(ref.extras->begin(), ref.extras->end());
  });
  std::string out;
  write_csv_row(out, std::vector<std::string>{"key", "value"});
  for (const auto& [key, value] : lines) write_csv_row(out, std::vector{key, value});
  return out;
}

}  // namespace

Folder to_folder(const Program& program, const FolderOptions& options) {
  const ProgramCodes codes{program};
  Folder out;
  for (const TableInfo& table : tables()) {
    if (table.id == TableId::extra_files) continue;
    out[std::string{table.name} + ".csv"] = table.id == TableId::workspaces
                                                ? workspace_text(program, codes)
                                                : table_text(program, table, options, codes);
  }
  for (const ExtraFile& file : program.extra_files) out[file.name] = file.text;
  return out;
}

Result<void> write_folder(const Program& program, const std::filesystem::path& path,
                          const FolderOptions& options) {
  Errors errors;
  for (const ExtraFile& file : program.extra_files)
    if (!file.name.starts_with("x_") || file.name.find('/') != file.name.npos)
      errors.push_back({ErrorCode::refused, "is no name for a file of your own", file.name,
                        "begin it with x_ and leave slashes out"});
  if (!errors.empty()) return fail(std::move(errors));
  return write_files(to_folder(program, options), path);
}

}  // namespace tandem::db
