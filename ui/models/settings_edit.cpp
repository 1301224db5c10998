#include "ui/models/settings_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "planner/domain/cell.hpp"
#include "planner/domain/program.hpp"
#include "ui/models/row_form.hpp"

namespace tandem::models {
namespace {

// Rows of these are kept about one thing alone, and go with it.
constexpr std::array kGoAlong{TableId::holidays, TableId::travel,         TableId::blackouts,
                              TableId::absences, TableId::qualifications, TableId::role_targets};

bool goes_along(TableId table) { return std::ranges::find(kGoAlong, table) != kGoAlong.end(); }

bool is_row(const TableInfo& table, const RowRef& ref, RowKey wanted) {
  const auto id = static_cast<std::int64_t>(wanted.id);
  return std::ranges::any_of(table.fields, [&](const Field& f) {
    if (target_of(f, table, ref.row) != wanted.table) return false;
    const Value value = f.get(ref.row);
    if (const auto* one = std::get_if<std::int64_t>(&value)) return *one == id;
    const auto* list = std::get_if<std::vector<std::int64_t>>(&value);
    return list && std::ranges::find(*list, id) != list->end();
  });
}

// Whether a column of the table can name a row of the other at all.
bool may_name(const TableInfo& table, TableId other) {
  return std::ranges::any_of(table.fields, [&](const Field& f) {
    return f.target == other || std::ranges::find(f.scope_targets, other) != f.scope_targets.end();
  });
}

template <class Visit>
void for_each_naming(const Program& program, RowKey row, Visit visit) {
  for (const TableInfo& table : tables())
    if (may_name(table, row.table))
      for_each_row(program, table.id, [&](const RowRef& ref) {
        if (is_row(table, ref, row)) visit(ref);
      });
}

// "people", "rooms", "choices of module"
std::string plural(const TableInfo& table) {
  if (table.id == TableId::people) return "people";
  std::string out{table.singular};
  return out.insert(std::min(out.find(" of "), out.size()), "s");
}

// The row that has this row's key already.
RawId twin(const Program& program, const AnyRow& row) {
  const TableInfo& table = info(row.table());
  return table.unique_key ? find_key(program, row.table(), key_of(row.table(), row.data())) : 0;
}

std::optional<int> minutes_one_way(const Program& program, Id<Site> from, Id<Site> to) {
  const Travel* row =
      program.travel.find_key(join_key({std::to_string(from.value), std::to_string(to.value)}));
  return row ? std::optional{row->minutes} : std::nullopt;
}

}  // namespace

AnyRow begun_row(const Program& program, TableId table) {
  if (table != TableId::sites) return empty_row(table);
  Site site;
  site.zone = program.workspace().zone;
  site.day_start = TimeOfDay{9 * 60};
  site.day_end = TimeOfDay{17 * 60};
  site.working_days = {0b11111};
  return site;
}

Changed make_row(const Program& program, AnyRow begun, std::span<const FieldText> texts) {
  const TableInfo& table = info(begun.table());
  Errors errors;
  for (const FieldText& typed : texts) {
    const Field& f = *table.field(typed.field);
    const TableId target = target_of(f, table, std::as_const(begun).data());
    const auto value = read_cell(f, target, trim(typed.text), ProgramCodes{program});
    if (value)
      f.set(begun.data(), *value);
    else
      errors.push_back({ErrorCode::bad_input, value.error().message, std::string{typed.field},
                        value.error().hint});
  }
  if (!errors.empty()) return fail(std::move(errors));
  if (const RawId other = twin(program, begun)) {
    const auto key = std::ranges::find_if(
        texts, [&](const FieldText& typed) { return table.field(typed.field)->is_key; });
    return fail(ErrorCode::refused,
                fmt::format("{} is there already",
                            row_words(program, share(program, begun.table(), other))),
                key == texts.end() ? std::string{} : std::string{key->field});
  }
  const Command put = Put{begun};
  if (Errors refused = refusals(program, {&put, 1}); !refused.empty()) {
    for (Error& error : refused) error.where.clear();
    return fail(std::move(refused));
  }
  return Gesture{{put}, "Add " + row_words(program, begun)};
}

std::string row_words(const Program& program, const AnyRow& row) {
  if (const auto* a = get_if<Absence>(row)) {
    const TableId target = kAbsenceTargets[static_cast<std::size_t>(a->kind)];
    return fmt::format("{} of {}, {}", a->kind == AbsenceKind::room ? "closing" : "days away",
                       code_text(program, target, a->code.value), days_words(a->from, a->to));
  }
  if (const auto* q = get_if<Qualification>(row))
    return fmt::format("{} for {}", code_of(program, q->module), code_of(program, q->facilitator));
  if (const auto* l = get_if<TrackLevel>(row))
    return fmt::format("level {} of the {} ladder", l->level, word(l->track));
  if (const auto* t = get_if<RoleTarget>(row))
    return fmt::format("{} of {}", code_of(program, t->competency), code_of(program, t->role));
  if (const auto* h = get_if<Holiday>(row))
    return fmt::format("holiday {} in {}", h->name.empty() ? words_with_year(h->date) : h->name,
                       code_of(program, h->site));
  if (const auto* b = get_if<Blackout>(row))
    return "blackout " + (b->name.empty() ? days_words(b->from, b->to) : b->name);
  return fmt::format("{} {}", info(row.table()).singular, shown_key(program, ref_to(row)));
}

std::vector<std::string> named_by(const Program& program, RowKey row) {
  std::array<std::int64_t, kTableCount> rows{};
  for_each_naming(program, row, [&](const RowRef& ref) {
    if (!goes_along(ref.table)) ++rows[static_cast<std::size_t>(ref.table)];
  });
  // A level is named by its word, not by its row.
  if (const TrackLevel* level = row.table == TableId::track_levels
                                    ? program.track_levels.find(Id<TrackLevel>{row.id})
                                    : nullptr)
    rows[static_cast<std::size_t>(TableId::roles)] += std::ranges::count_if(
        program.roles,
        [&](const Role& r) { return r.track == level->track && r.level == level->level; });
  std::vector<std::string> out;
  for (const TableInfo& table : tables())
    if (const auto n = rows[static_cast<std::size_t>(table.id)]; n > 0)
      out.push_back(count(n, table.singular, plural(table)));
  return out;
}

Changed remove_row(const Program& program, RowKey row) {
  const AnyRow gone = share(program, row.table, row.id);
  if (!gone) return fail(ErrorCode::not_found, "that is there no longer");
  const std::string what = row_words(program, gone);
  if (const auto by = named_by(program, row); !by.empty())
    return fail(ErrorCode::refused, fmt::format("{} is used by {}", what, sentence_list(by)), {},
                row.table == TableId::facilitators ? "give their last day available instead"
                                                   : "change these first");
  Gesture out;
  for_each_naming(program, row, [&](const RowRef& ref) {
    out.commands.push_back(Remove{ref.table, ref.id});
  });
  out.commands.push_back(Remove{row.table, row.id});
  out.label = "Remove " + what;
  return out;
}

std::optional<int> travel_between(const Program& program, Id<Site> a, Id<Site> b) {
  const auto there = minutes_one_way(program, a, b);
  return there ? there : minutes_one_way(program, b, a);
}

Changed set_travel(const Program& program, Id<Site> a, Id<Site> b, std::optional<int> minutes) {
  Gesture out;
  bool found = false;
  for (const Travel& row : program.travel) {
    const bool between =
        (row.from_site == a && row.to_site == b) || (row.from_site == b && row.to_site == a);
    if (!between) continue;
    found = true;
    if (!minutes) {
      out.commands.push_back(Remove{TableId::travel, row.id.value});
    } else if (row.minutes != *minutes) {
      Travel changed = row;
      changed.minutes = *minutes;
      out.commands.push_back(Put{AnyRow{changed}});
    }
  }
  if (!found && minutes) {
    Travel row;
    row.from_site = a;
    row.to_site = b;
    row.minutes = *minutes;
    out.commands.push_back(Put{AnyRow{row}});
  }
  if (out.commands.empty()) return fail(ErrorCode::refused, "nothing has changed");
  out.label = fmt::format("Travel from {} to {}", code_of(program, a), code_of(program, b));
  return out;
}

}  // namespace tandem::models
