// Rows of any table, one at a time and without their types: what the CSV folder, the stores, the
// change log and the generic commands are written over. A row is reached through its table's Fields.
// Knows no file format and no database.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>

#include "planner/domain/program.hpp"

namespace tandem {

// One row of some table, or none. Copies, and the table the row came from, share it until one of
// them is written to.
class AnyRow {
 public:
  AnyRow() = default;
  AnyRow(std::monostate) {}  // NOLINT: no row
  template <class T>
    requires(kTableOf<T> != TableId::none)
  AnyRow(T row)  // NOLINT: a row of a noun is a row
      : table_(kTableOf<T>), row_(std::make_shared<const T>(std::move(row))) {}
  AnyRow(TableId table, std::shared_ptr<const RowHeader> row) : table_(table), row_(std::move(row)) {}

  TableId table() const { return table_; }
  explicit operator bool() const { return row_ != nullptr; }
  bool operator==(const AnyRow& other) const;

  const std::shared_ptr<const RowHeader>& share() const { return row_; }
  const RowHeader* data() const { return row_.get(); }
  RowHeader* data();  // for writing: a copy of its own, once somebody else holds the row as well

 private:
  TableId table_{TableId::none};
  std::shared_ptr<const RowHeader> row_;
};

// The row as its noun; nullptr when it is another's. Requires (as): it is that noun's.
template <class T>
const T* get_if(const AnyRow& row) {
  return row.table() == kTableOf<T> ? static_cast<const T*>(row.data()) : nullptr;
}
template <class T>
const T& as(const AnyRow& row) {
  if (row.table() != kTableOf<T>) throw std::logic_error("a row of another table");
  return *static_cast<const T*>(row.data());
}
template <class T>
T& as(AnyRow& row) {
  if (row.table() != kTableOf<T>) throw std::logic_error("a row of another table");
  return *static_cast<T*>(row.data());
}

struct TableInfo {
  TableId id{};
  std::string_view name;          // of the CSV file (without .csv) and of the SQL table
  std::span<const Field> fields;  // in the order of the columns
  std::string_view singular;      // "room", for sentences
  bool unique_key{};
  // What cannot be written over fields: each compiled once a noun.
  std::shared_ptr<RowHeader> (*copy)(const RowHeader* row){};  // null: an empty row
  bool (*equal)(const RowHeader& a, const RowHeader& b){};
  RawId (*row_id)(const RowHeader& row){};
  void (*set_row_id)(RowHeader& row, RawId id){};

  const Field* field(std::string_view field_name) const;
};

// All tables, referenced ones before those that refer to them.
std::span<const TableInfo> tables();
const TableInfo& info(TableId table);
// Returns: nullptr for an unknown name.
const TableInfo* find_table(std::string_view name);

AnyRow empty_row(TableId table);
inline TableId table_of(const AnyRow& row) { return row.table(); }
RawId id_of(const AnyRow& row);
void set_id(AnyRow& row, RawId id);
inline const void* data(const AnyRow& row) { return row.data(); }  // for Field::get
inline void* data(AnyRow& row) { return row.data(); }              // for Field::set
const Extras& extras(const AnyRow& row);
Extras& extras(AnyRow& row);
bool is_private(const AnyRow& row);  // only in the owner's full copy

// A row inside a Program, valid while that Program lives.
struct RowRef {
  TableId table{TableId::none};
  RawId id{};
  const RowHeader* row{};
  const Extras* extras{};

  explicit operator bool() const { return row != nullptr; }
};

std::size_t size(const Program& program, TableId table);
RowRef find(const Program& program, TableId table, RawId id);
// Requires: the table has a unique key. Returns: 0 when there is none of that key.
RawId find_key(const Program& program, TableId table, std::string_view key);
// Another row with the same key as this one; none when the key is its own or need not be unique.
RowRef same_key(const Program& program, const RowRef& ref);
AnyRow copy(const RowRef& ref);
// The row itself, shared with the Program; none when there is none of that id.
AnyRow share(const Program& program, TableId table, RawId id);
RowRef ref_to(const AnyRow& row);
void for_each_row(const Program& program, TableId table,
                  const std::function<void(const RowRef&)>& visit);

// Requires: both are rows of this table.
bool equal_rows(TableId table, const RowHeader& a, const RowHeader& b);
const RowStore& rows(const Program& program, TableId table);
RowStore& rows(Program& program, TableId table);

// In place, on a Program that nobody else holds. Requires: the row's id is set.
void put(Program& program, AnyRow row);
void erase(Program& program, TableId table, RawId id);

// Many rows at once: a load is one pass and one sort a table.
class ProgramBuilder {
 public:
  void add(AnyRow row);  // Requires: ids distinct within a table
  Program finish();

 private:
  std::vector<std::vector<detail::RowEntry>> rows_{kTableCount};
};

// Table that a reference, reference list or scoped field of this row points into; none when it
// points nowhere (scope all).
TableId target_of(const Field& field, const TableInfo& table, const void* row);

// A row's key as people read it: "MGR-3", "MGR-3 / M1a", with codes in place of ids.
std::string shown_key(const Program& program, const RowRef& ref);
// The code a reference shows: the single key column of the row it points to; "" when there is none.
std::string code_text(const Program& program, TableId table, RawId id);
// The id of a row by the code people use for it; 0 when unknown.
RawId id_by_code(const Program& program, TableId table, std::string_view code);

}  // namespace tandem
