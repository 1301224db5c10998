#include "planner/schedule/ways_out.hpp"

#include "planner/schedule/alone.hpp"

namespace tandem {

using namespace schedule;

namespace {

// Whom a fact is about, as a waiver names them: the one somebody or something whose absences it is.
std::string subject_of(const Program& before, const Program& after) {
  std::string out;
  for (const Absence& row : before.absences) {
    if (after.absences.find(row.id)) continue;
    std::string code =
        code_text(before, kAbsenceTargets[static_cast<std::size_t>(row.kind)], row.code.value);
    if (!out.empty() && out != code) return {};
    out = std::move(code);
  }
  return out;
}

// The rows that differ.
std::vector<Command> difference(const Program& before, const Program& after) {
  std::vector<Command> out;
  for (const TableInfo& table : tables()) {
    for_each_row(after, table.id, [&](const RowRef& row) {
      const RowRef old = find(before, table.id, row.id);
      if (!old || !equal_rows(table.id, *old.row, *row.row))
        out.emplace_back(Put{share(after, table.id, row.id)});
    });
    for_each_row(before, table.id, [&](const RowRef& row) {
      if (!find(after, table.id, row.id)) out.emplace_back(Remove{table.id, row.id});
    });
  }
  return out;
}

}  // namespace

std::vector<Command> commands_of(const WayOut& way, std::string_view reason,
                                 std::string_view author, Date today) {
  if (!way.waiver) return way.changes;
  Waiver row = *way.waiver;
  row.reason = reason;
  row.author = author;
  row.date = today;
  return {Put{AnyRow{row}}};
}

Result<WaysOut> ways_out(const Program& program, std::string_view session,
                         std::optional<Date> as_of) {
  auto found = conflict_set(program, session, as_of);
  if (!found) return tl::unexpected(std::move(found.error()));
  auto compiled = compile(program, {{}, as_of});
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  const int index = (*compiled)->session(session);
  const Alone alone{std::move(*compiled), index};
  const Session* row = program.sessions.find_key(session);
  WaysOut out;
  out.proven = found->proven;
  out.background = std::move(found->background);
  out.further = std::move(found->further);
  for (const ConflictFact& fact : found->facts) {
    WayOut& way = out.ways.emplace_back();
    way.text = fact.text;
    way.ask = fact.way_out;
    (fact.also.empty() ? way.first : way.together) = fact.gained;
    way.also = fact.also;
    if (!row) continue;
    Program without = program;
    fact.take_away(without);
    Waiver waiver;
    waiver.rule = fact.rule;
    waiver.subject = subject_of(program, without);
    waiver.session = row->id;
    Program waived = program;
    Waiver tried = waiver;
    tried.id = {RawId{1} << 61};  // in this answer only
    put(waived, AnyRow{tried});
    if (const auto first = alone.in(waived).first) {
      way.first = first;
      way.waiver = std::move(waiver);
    } else {
      way.first = alone.in(without).first;
      way.changes = difference(program, without);
    }
  }
  return out;
}

}  // namespace tandem
