#include "planner/domain/rows.hpp"

#include <array>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

template <class T>
constexpr auto kFieldsOf = fields(Tag<T>{});

constexpr std::string_view singular(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kIrregular{{
      {"people", "person"},
      {"travel", "travel time"},
      {"competencies", "competency"},
      {"tracks", "career level"},
      {"protected", "protected time"},
      {"attendance", "attendance mark"},
      {"role_targets", "role target"},
      {"programme_modules", "programme module"},
      {"cohort_modules", "choice of module"},
      {"own_views", "own view"},
      {"growth_areas", "growth area"},
      {"flag_rules", "flag rule"},
      {"extra_files", "file of your own"},
  }};
  for (const auto& [many, one] : kIrregular)
    if (name == many) return one;
  return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

const std::array<TableInfo, kTableCount> kTables{
#define X(Type, member, name) \
  TableInfo{TableId::member, name, kFieldsOf<Type>, singular(name), kUniqueKey<Type>},
    TANDEM_TABLES(X)
#undef X
};

// Calls f(Tag<T>{}) for the noun of a table.
template <class F>
auto with_noun(TableId table, F&& f) {
  switch (table) {
#define X(Type, member, name) \
  case TableId::member:       \
    return f(Tag<Type>{});
    TANDEM_TABLES(X)
#undef X
    case TableId::none:
      break;
  }
  throw std::logic_error("no such table");
}

// Calls f(row) for a row that holds a noun.
template <class Any, class F>
auto with_row(Any& any, F&& f) {
  return std::visit(
      [&](auto& row) -> decltype(f(std::get<0>(any))) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(row)>, std::monostate>)
          throw std::logic_error("an empty row has no noun");
        else
          return f(row);
      },
      any);
}

template <class T>
RowRef ref_to(const T* row) {
  if (!row) return {};
  return {kTableOf<T>, row->id.value, row, &row->extras};
}

}  // namespace

const Field* TableInfo::field(std::string_view field_name) const {
  for (const Field& f : fields)
    if (f.name == field_name) return &f;
  return nullptr;
}

std::span<const TableInfo> tables() { return kTables; }
const TableInfo& info(TableId table) { return kTables.at(static_cast<std::size_t>(table)); }
const TableInfo* find_table(std::string_view name) {
  for (const auto& t : kTables)
    if (t.name == name) return &t;
  return nullptr;
}

AnyRow empty_row(TableId table) {
  return with_noun(table, []<class T>(Tag<T>) { return AnyRow{T{}}; });
}
RawId id_of(const AnyRow& any) {
  return with_row(any, [](const auto& row) { return row.id.value; });
}
void set_id(AnyRow& any, RawId id) {
  with_row(any, [id](auto& row) { row.id.value = id; });
}
const void* data(const AnyRow& any) {
  return with_row(any, [](const auto& row) { return static_cast<const void*>(&row); });
}
void* data(AnyRow& any) {
  return with_row(any, [](auto& row) { return static_cast<void*>(&row); });
}
const Extras& extras(const AnyRow& any) {
  return *with_row(any, [](const auto& row) { return &row.extras; });
}
Extras& extras(AnyRow& any) {
  return *with_row(any, [](auto& row) { return &row.extras; });
}
bool is_private(const AnyRow& any) {
  const auto* moment = std::get_if<Moment>(&any);
  return moment && is_private(*moment);
}

std::size_t size(const Program& program, TableId id) {
  return with_noun(id, [&]<class T>(Tag<T> tag) { return table(program, tag).size(); });
}
RowRef find(const Program& program, TableId id, RawId row) {
  return with_noun(
      id, [&]<class T>(Tag<T> tag) { return ref_to(table(program, tag).find(Id<T>{row})); });
}
RawId find_key(const Program& program, TableId id, std::string_view key) {
  return with_noun(id, [&]<class T>(Tag<T> tag) {
    const T* row = table(program, tag).find_key(key);
    return row ? row->id.value : RawId{0};
  });
}
RowRef same_key(const Program& program, const RowRef& ref) {
  return with_noun(ref.table, [&]<class T>(Tag<T> tag) {
    if constexpr (kUniqueKey<T>)
      return ref_to(table(program, tag).same_key(*static_cast<const T*>(ref.row)));
    else
      return RowRef{};
  });
}
RowRef ref_to(const AnyRow& any) {
  return with_row(any, [](const auto& row) { return ref_to(&row); });
}
AnyRow copy(const RowRef& ref) {
  return with_noun(ref.table,
                   [&]<class T>(Tag<T>) { return AnyRow{*static_cast<const T*>(ref.row)}; });
}
void for_each_row(const Program& program, TableId id,
                  const std::function<void(const RowRef&)>& visit) {
  with_noun(id, [&]<class T>(Tag<T> tag) {
    for (const T& row : table(program, tag)) visit(ref_to(&row));
  });
}

void put(Program& program, AnyRow any) {
  with_row(any, [&]<class T>(T& row) { table(program, Tag<T>{}).put(std::move(row)); });
}
void erase(Program& program, TableId id, RawId row) {
  with_noun(id, [&]<class T>(Tag<T> tag) { table(program, tag).erase(Id<T>{row}); });
}

void ProgramBuilder::add(AnyRow row) { rows_.at(row.index()).push_back(std::move(row)); }

Program ProgramBuilder::finish() {
  Program program;
  for (std::size_t i = 0; i < kTableCount; ++i)
    with_noun(static_cast<TableId>(i), [&]<class T>(Tag<T> tag) {
      std::vector<T> rows;
      rows.reserve(rows_[i].size());
      for (auto& any : rows_[i]) rows.push_back(std::move(std::get<T>(any)));
      rows_[i].clear();
      table(program, tag) = Table<T>::from(std::move(rows));
    });
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
  return ref ? key_of(info(table).fields, ref.row) : std::string{};
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
