#include "planner/domain/rows.hpp"

#include <array>

#include "planner/base/text.hpp"

namespace tandem {

bool AnyRow::operator==(const AnyRow& other) const {
  if (table_ != other.table_) return false;
  return row_ == other.row_ || equal_rows(table_, *row_, *other.row_);
}

RowHeader* AnyRow::data() {
  if (!row_) return nullptr;
  if (row_.use_count() > 1) row_ = info(table_).copy(row_.get());
  // Held by this AnyRow alone, and made as a row that may be written.
  return const_cast<RowHeader*>(row_.get());  // NOLINT
}

AnyRow empty_row(TableId table) { return {table, info(table).copy(nullptr)}; }
RawId id_of(const AnyRow& row) { return info(row.table()).row_id(*row.data()); }
void set_id(AnyRow& row, RawId id) { info(row.table()).set_row_id(*row.data(), id); }
const Extras& extras(const AnyRow& row) { return row.data()->extras; }
Extras& extras(AnyRow& row) { return row.data()->extras; }
bool is_private(const AnyRow& any) {
  const Moment* moment = get_if<Moment>(any);
  return moment && is_private(*moment);
}

bool equal_rows(TableId table, const RowHeader& a, const RowHeader& b) {
  return info(table).equal(a, b);
}

const RowStore& rows(const Program& program, TableId table) {
  switch (table) {
#define X(Type, member, name) \
  case TableId::member:       \
    return program.member.rows();
    TANDEM_TABLES(X)
#undef X
    case TableId::none:
      break;
  }
  throw std::logic_error("no such table");
}
RowStore& rows(Program& program, TableId table) {
  return const_cast<RowStore&>(rows(std::as_const(program), table));  // NOLINT: ours to write
}

namespace {

RowRef ref(TableId table, RawId id, const RowHeader* row) {
  return row ? RowRef{table, id, row, &row->extras} : RowRef{};
}

}  // namespace

std::size_t size(const Program& program, TableId table) { return rows(program, table).size(); }
RowRef find(const Program& program, TableId table, RawId id) {
  return ref(table, id, rows(program, table).find(id));
}
RawId find_key(const Program& program, TableId table, std::string_view key) {
  return rows(program, table).id_of_key(key);
}
RowRef same_key(const Program& program, const RowRef& row) {
  const RowHeader* other = rows(program, row.table).same_key(row.id, *row.row);
  if (!other) return {};
  return ref(row.table, info(row.table).row_id(*other), other);
}
RowRef ref_to(const AnyRow& row) { return ref(row.table(), id_of(row), row.data()); }
AnyRow copy(const RowRef& ref) { return {ref.table, info(ref.table).copy(ref.row)}; }
AnyRow share(const Program& program, TableId table, RawId id) {
  auto row = rows(program, table).share(id);
  return row ? AnyRow{table, std::move(row)} : AnyRow{};
}
void for_each_row(const Program& program, TableId table,
                  const std::function<void(const RowRef&)>& visit) {
  for (const auto& entry : rows(program, table)) visit(ref(table, entry.id, entry.row.get()));
}

void put(Program& program, AnyRow row) { rows(program, row.table()).put(id_of(row), row.share()); }
void erase(Program& program, TableId table, RawId id) { rows(program, table).erase(id); }

void ProgramBuilder::add(AnyRow row) {
  rows_.at(static_cast<std::size_t>(row.table())).push_back({id_of(row), row.share()});
}

Program ProgramBuilder::finish() {
  Program program;
  for (std::size_t i = 0; i < kTableCount; ++i)
    rows(program, static_cast<TableId>(i)).assign(std::exchange(rows_[i], {}));
  return program;
}

TableId target_of(const Field& field, const TableInfo& table, const void* row) {
  if (field.kind == Kind::reference || field.kind == Kind::references) return field.target;
  if (field.kind != Kind::scoped) return TableId::none;
  const Value scope = table.field(field.scope)->get(row);
  const auto* word = std::get_if<std::int64_t>(&scope);
  return word ? field.scope_targets[static_cast<std::size_t>(*word)] : TableId::none;
}

std::string code_text(const Program& program, TableId table, RawId id) {
  if (id == 0 || table == TableId::none) return {};
  const RowRef ref = find(program, table, id);
  return ref ? key_of(table, ref.row) : std::string{};
}

RawId id_by_code(const Program& program, TableId table, std::string_view code) {
  return table == TableId::none ? 0 : find_key(program, table, code);
}

std::string shown_key(const Program& program, const RowRef& ref) {
  const TableInfo& table = info(ref.table);
  std::string out;
  for (const Field& f : table.fields) {
    if (!f.is_key) continue;
    const Value value = f.get(ref.row);
    std::string part;
    if (const auto* text = std::get_if<std::string>(&value)) part = *text;
    if (const auto* n = std::get_if<std::int64_t>(&value)) {
      const TableId target = target_of(f, table, ref.row);
      if (target != TableId::none) part = code_text(program, target, static_cast<RawId>(*n));
      else if (f.kind == Kind::date) part = tandem::text(Date{days{*n}});
      else if (f.kind == Kind::choice) part = f.choices[static_cast<std::size_t>(*n)];
      else part = std::to_string(*n);
    }
    if (part.empty()) continue;
    if (!out.empty()) out += " / ";
    out += part;
  }
  return out;
}

}  // namespace tandem
