#include "tests/support/random_rows.hpp"

#include <set>

namespace tandem::test {
namespace {

std::string random_text(Rng& rng) {
  static const std::vector<std::string> kParts{"a",  "B",  "9",  " ",    "'", "\"",
                                               "\\", "\n", "\t", ";",    ",", "=",
                                               "é",  "中", "{",  "null", "%", "\x1e"};
  std::string out{"x"};
  const int length = rng.between(0, 12);
  for (int i = 0; i < length; ++i)
    out += kParts[rng.below(static_cast<std::uint32_t>(kParts.size()))];
  return out;
}

std::vector<RawId> ids_of(const Program& program, TableId table) {
  std::vector<RawId> out;
  for_each_row(program, table, [&](const RowRef& ref) { out.push_back(ref.id); });
  return out;
}

std::int64_t random_id(Rng& rng, const Program& program, TableId table) {  // 0: the table is empty
  const auto ids = ids_of(program, table);
  if (ids.empty()) return 0;
  return static_cast<std::int64_t>(ids[rng.below(static_cast<std::uint32_t>(ids.size()))]);
}

std::int64_t random_integer(Rng& rng, const Field& f) {
  if (rng.chance(1, 10)) return f.min;
  if (rng.chance(1, 10)) return f.max;
  return f.min +
         static_cast<std::int64_t>(rng.next() % static_cast<std::uint64_t>(f.max - f.min + 1));
}

// monostate: there is none. Scoped fields: requires the scope to be set in `row`.
Value random_value(Rng& rng, const Program& program, const Field& f, const AnyRow& row) {
  const TableId target = target_of(f, info(table_of(row)), data(row));
  switch (f.kind) {
    case Kind::text:
      return random_text(rng);
    case Kind::integer:
      return random_integer(rng, f);
    case Kind::boolean:
      return std::int64_t{rng.below(2)};
    case Kind::date:
      return std::int64_t{make_date(1900, 1, 1).time_since_epoch().count() +
                          rng.between(0, 300 * 365)};
    case Kind::time:
      return std::int64_t{rng.between(0, 1440)};
    case Kind::choice:
      return std::int64_t{rng.below(static_cast<std::uint32_t>(f.choices.size()))};
    case Kind::weekdays:
      return std::int64_t{rng.between(1, 127)};
    case Kind::reference:
    case Kind::scoped: {
      const std::int64_t id = target == TableId::none ? 0 : random_id(rng, program, target);
      return id == 0 ? Value{} : Value{id};
    }
    case Kind::references: {
      std::set<std::int64_t> picked;
      for (int n = rng.between(1, 3); n > 0; --n) picked.insert(random_id(rng, program, target));
      picked.erase(0);
      if (picked.empty()) return {};
      std::vector<std::int64_t> out(picked.begin(), picked.end());
      rng.shuffle(out);
      return out;
    }
    case Kind::integers: {
      std::vector<std::int64_t> out;
      for (int n = rng.between(1, 3); n > 0; --n) out.push_back(random_integer(rng, f));
      return out;
    }
    case Kind::words: {
      std::vector<std::string> out;
      for (int n = rng.between(1, 3); n > 0; --n) out.push_back(random_text(rng));
      return out;
    }
    case Kind::amounts: {
      std::vector<std::string> out;
      for (int n = rng.between(1, 3); n > 0; --n)
        out.push_back("A" + std::to_string(rng.below(9)) + ":" +
                      std::to_string(rng.between(1, 1000)));
      return out;
    }
  }
  return {};
}

// Fills the fields of one round; false when one that must be filled cannot be.
bool fill(Rng& rng, const Program& program, AnyRow& row, bool scoped) {
  for (const Field& f : info(table_of(row)).fields) {
    if ((f.kind == Kind::scoped) != scoped) continue;
    if (!f.is_required && rng.chance(1, 3)) continue;
    const Value value = random_value(rng, program, f, row);
    if (std::holds_alternative<std::monostate>(value)) {
      if (f.is_required) return false;
      continue;
    }
    f.set(data(row), value);
  }
  return true;
}

bool refers_to(const TableInfo& table, const void* row, TableId target, RawId id) {
  for (const Field& f : table.fields) {
    if (target_of(f, table, row) != target) continue;
    const Value value = f.get(row);
    if (const auto* n = std::get_if<std::int64_t>(&value); n && static_cast<RawId>(*n) == id)
      return true;
    if (const auto* list = std::get_if<std::vector<std::int64_t>>(&value))
      for (const auto n : *list)
        if (static_cast<RawId>(n) == id) return true;
  }
  return false;
}

bool is_referred_to(const Program& program, TableId target, RawId id) {
  bool found = false;
  for (const TableInfo& table : tables())
    for_each_row(program, table.id, [&](const RowRef& ref) {
      const bool itself = ref.table == target && ref.id == id;
      found = found || (!itself && refers_to(table, ref.row, target, id));
    });
  return found;
}

std::string key_text(const AnyRow& row) { return key_of(table_of(row), data(row)); }

class Changer {
 public:
  Changer(Rng& rng, const Program& program, IdSource& ids) : rng_(rng), now_(program), ids_(ids) {}

  void step() {
    const auto table = static_cast<TableId>(rng_.below(std::uint32_t{kTableCount}));
    const RawId id = static_cast<RawId>(random_id(rng_, now_, table));
    const std::uint32_t dice = rng_.below(10);
    if (id == 0 || dice < 4) {
      put(random_row(rng_, now_, table, ids_.next()));
    } else if (touched_.contains({table, id})) {
      return;
    } else if (dice < 7) {
      put(random_row(rng_, now_, table, id));
    } else if (dice < 8) {
      swap_codes(table, id);
    } else if (!is_referred_to(now_, table, id)) {
      touched_.insert({table, id});
      changes_.rows.push_back({copy(find(now_, table, id)), std::monostate{}});
      erase(now_, table, id);
    }
  }

  ChangeSet take() {
    changes_.label = "Change " + std::to_string(changes_.rows.size()) + " rows";
    return std::move(changes_);
  }

 private:
  void put(AnyRow row) {
    if (is_none(row)) return;
    const RowRef old = find(now_, table_of(row), id_of(row));
    AnyRow before{std::monostate{}};
    if (old) before = copy(old);
    if (before == row) return;
    touched_.insert({table_of(row), id_of(row)});
    tandem::put(now_, row);
    changes_.rows.push_back({std::move(before), std::move(row)});
  }

  // Two rows of a table whose key is one code trade it.
  void swap_codes(TableId table, RawId id) {
    const TableInfo& t = info(table);
    const RawId other = static_cast<RawId>(random_id(rng_, now_, table));
    const Field& code = t.fields.front();
    if (!t.unique_key || code.kind != Kind::text || !code.is_key || t.fields[1].is_key) return;
    if (other == id || touched_.contains({table, other})) return;
    AnyRow one = copy(find(now_, table, id));
    AnyRow two = copy(find(now_, table, other));
    RowChange first{one, one};
    RowChange second{two, two};
    code.set(data(first.after), code.get(data(two)));
    code.set(data(second.after), code.get(data(one)));
    if (table == TableId::assets) return;  // its key has a second part further on
    for (const RowChange& change : {first, second}) {
      touched_.insert({table, change.id()});
      tandem::put(now_, change.after);
      changes_.rows.push_back(change);
    }
  }

  Rng& rng_;
  Program now_;
  IdSource& ids_;
  ChangeSet changes_;
  std::set<std::pair<TableId, RawId>> touched_;
};

}  // namespace

AnyRow random_row(Rng& rng, const Program& program, TableId table, RawId id) {
  AnyRow row = empty_row(table);
  set_id(row, id);
  if (!fill(rng, program, row, false) || !fill(rng, program, row, true)) return std::monostate{};
  if (rng.chance(1, 4)) extras(row)["x_" + std::to_string(rng.below(3))] = random_text(rng);
  if (info(table).unique_key) {
    const RawId owner = find_key(program, table, key_text(row));
    if (owner != 0 && owner != id) return std::monostate{};
  }
  return row;
}

ChangeSet random_changes(Rng& rng, const Program& program, IdSource& ids, int count) {
  Changer changer(rng, program, ids);
  for (int i = 0; i < count; ++i) changer.step();
  return changer.take();
}

Program random_program(Rng& rng, IdSource& ids, int count) {
  Program program;
  const int rounds = count / static_cast<int>(kTableCount) + 1;
  for (const TableInfo& table : tables())
    for (int i = 0; i < rounds; ++i)
      if (AnyRow row = random_row(rng, program, table.id, ids.next()); !is_none(row))
        put(program, std::move(row));
  return program;
}

}  // namespace tandem::test
