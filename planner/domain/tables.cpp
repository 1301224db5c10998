#include "planner/domain/tables.hpp"

#include <array>

#include "planner/domain/rows.hpp"

namespace tandem {
namespace {

template <class T>
constexpr auto kFieldsOf = fields(Tag<T>{});

constexpr std::string_view singular(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kIrregular{{
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
      {"branches", "branch"},
      {"branch_sessions", "session of a branch"},
      {"branch_meetings", "meeting of a branch"},
      {"branch_seats", "seat of a branch"},
      {"branch_waivers", "waiver of a branch"},
  }};
  for (const auto& [many, one] : kIrregular)
    if (name == many) return one;
  return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

template <class T>
std::shared_ptr<RowHeader> copy(const RowHeader* row) {
  return row ? std::make_shared<T>(static_cast<const T&>(*row)) : std::make_shared<T>();
}
template <class T>
bool equal(const RowHeader& a, const RowHeader& b) {
  return static_cast<const T&>(a) == static_cast<const T&>(b);
}
template <class T>
RawId row_id(const RowHeader& row) {
  return static_cast<const T&>(row).id.value;
}
template <class T>
void set_row_id(RowHeader& row, RawId id) {
  static_cast<T&>(row).id.value = id;
}

const std::array<TableInfo, kTableCount> kTables{
#define X(Type, member, name)                                                                  \
  TableInfo{TableId::member, name,          kFieldsOf<Type>, singular(name), kUniqueKey<Type>, \
            &copy<Type>,     &equal<Type>,  &row_id<Type>,   &set_row_id<Type>},
    TANDEM_TABLES(X)
#undef X
};

std::string key_part(const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  if (const auto* s = std::get_if<std::string>(&value)) return *s;
  return {};
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

std::string key_of(TableId table, const void* row) {
  std::string out;
  bool first = true;
  for (const Field& f : info(table).fields) {
    if (!f.is_key) continue;
    if (!first) out += '\x1f';
    first = false;
    out += key_part(f.get(row));
  }
  return out;
}

}  // namespace tandem
