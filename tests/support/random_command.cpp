#include "tests/support/random_command.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"

namespace tandem::test {
namespace {

RawId random_row(const Program& program, TableId table, Rng& rng) {
  const std::size_t n = size(program, table);
  if (n == 0) return 0;
  std::uint32_t skip = rng.below(static_cast<std::uint32_t>(n));
  RawId id = 0;
  for_each_row(program, table, [&](const RowRef& ref) {
    if (skip-- == 0) id = ref.id;
  });
  return id;
}

std::string random_text(Rng& rng) {
  static constexpr std::array<std::string_view, 8> kParts{
      "Ana", "Łucja", "O'Neill", "line\nbreak", "a \"quote\"", "comma, semicolon", "Ωμέγα", "=1+1"};
  std::string out;
  for (std::uint32_t i = rng.below(3) + 1; i > 0; --i) out += kParts[rng.below(kParts.size())];
  return out;
}

std::string random_code(Rng& rng) { return fmt::format("K{}", rng.below(40)); }

// Text that a table's own check would refuse at random is steered to what it expects.
std::string random_text_for(const Program& program, const Field& field, Rng& rng) {
  if (field.name == "zone") return rng.chance(1, 10) ? "Europe/Nowhere" : "Europe/Paris";
  if (field.name == "rule") return rng.chance(1, 8) ? "some" : "all";
  if (field.name == "variant" && !field.is_key) return {};
  if (field.name == "set") return "core";
  if (field.name == "conditions") {
    const auto& all = program.competencies;
    if (all.empty() || rng.chance(1, 2)) return rng.chance(1, 8) ? "age >= 40" : "own_view expert";
    return fmt::format("level {} >= 3 from manager,peer within 24m", all.begin()->code);
  }
  if (field.name == "stamp" || field.name == "modified") return "20270514T093000Z";
  if (program.extra_files.empty() && field.name == "name") return "x_notes.csv";
  return field.is_key ? random_code(rng) : random_text(rng);
}

}  // namespace

Value random_value(const Program& program, const Field& field, TableId target, Rng& rng) {
  if (!field.is_required && rng.chance(1, 3)) return {};
  if (rng.chance(1, 200)) return {};
  const auto number = [&]() -> std::int64_t {
    if (rng.chance(1, 100)) return field.max + 1;
    const std::int64_t span = std::min<std::int64_t>(field.max - field.min, 12);
    return field.min + rng.below(static_cast<std::uint32_t>(span + 1));
  };
  const auto reference = [&]() -> std::int64_t {
    if (target == TableId::none) return 0;
    if (rng.chance(1, 150)) return 999999;
    return static_cast<std::int64_t>(random_row(program, target, rng));
  };
  switch (field.kind) {
    case Kind::text:
      return random_text_for(program, field, rng);
    case Kind::integer:
      return number();
    case Kind::boolean:
      return std::int64_t{rng.below(2)};
    case Kind::date:
      return std::int64_t{20700 + rng.between(0, 200)};
    case Kind::time:
      return std::int64_t{rng.between(16, 36) * 30};
    case Kind::choice:
      return std::int64_t{rng.below(static_cast<std::uint32_t>(field.choices.size()))};
    case Kind::weekdays:
      return std::int64_t{rng.between(1, 127)};
    case Kind::reference:
    case Kind::scoped: {
      const auto id = reference();
      return id == 0 ? Value{} : Value{id};
    }
    case Kind::references: {
      std::vector<std::int64_t> ids;
      for (std::uint32_t i = rng.below(2) + 1; i > 0; --i)
        if (const auto id = reference(); id != 0) ids.push_back(id);
      return ids.empty() ? Value{} : Value{ids};
    }
    case Kind::integers:
      return std::vector<std::int64_t>{};
    case Kind::words:
      return std::vector<std::string>{"wifi", "step_free"};
    case Kind::amounts:
      return rng.chance(1, 2) ? Value{} : Value{std::vector<std::string>{"VR:2"}};
  }
  throw std::logic_error("a kind without random values");
}

namespace {

// Redraws a few fields of a copy of a row, or all of a new one.
AnyRow random_row_of(const Program& program, TableId table, Rng& rng) {
  const RawId id = random_row(program, table, rng);
  const bool edit_old = id != 0 && (rng.chance(3, 5) || table == TableId::workspaces);
  AnyRow row = edit_old ? copy(find(program, table, id)) : empty_row(table);
  if (edit_old && rng.chance(1, 2)) set_id(row, 0);  // found again by its key
  for (const Field& field : info(table).fields) {
    if (edit_old && (field.is_key ? !rng.chance(1, 12) : !rng.chance(1, 4))) continue;
    const TableId target = target_of(field, info(table), data(row));
    field.set(data(row), random_value(program, field, target, rng));
  }
  if (rng.chance(1, 10)) extras(row)["x_note"] = random_text(rng);
  return row;
}

std::vector<PlannedMeeting> random_meetings(const Program& program, Rng& rng) {
  std::vector<PlannedMeeting> out;
  for (std::uint32_t i = rng.below(3); i > 0; --i) {
    PlannedMeeting m;
    m.date = make_date(2027, 5, 3) + days{rng.between(0, 60)};
    m.start = {rng.between(16, 26) * 30};
    m.end = {m.start.minute + 120};
    m.room = {random_row(program, TableId::rooms, rng)};
    m.leads = {{random_row(program, TableId::facilitators, rng)}};
    if (rng.chance(1, 12)) m.leads.push_back({424242});
    out.push_back(m);
  }
  return out;
}

Proposal random_proposal(const Program& program, Rng& rng) {
  Proposal proposal;
  for (std::uint32_t i = rng.below(3) + 1; i > 0; --i) {
    PlannedSession session;
    const Session* old = program.sessions.find({random_row(program, TableId::sessions, rng)});
    session.code = old && rng.chance(1, 2) ? old->code : fmt::format("CO/MO/{}", rng.below(30));
    session.cohorts = {{random_row(program, TableId::cohorts, rng)}};
    session.module = {rng.chance(1, 12) ? 777777 : random_row(program, TableId::modules, rng)};
    session.meetings = random_meetings(program, rng);
    session.seats = {{random_row(program, TableId::people, rng)}};
    proposal.sessions.push_back(session);
  }
  return proposal;
}

}  // namespace

Command random_command(const Program& program, Rng& rng) {
  const auto table = [&] { return static_cast<TableId>(rng.below(kTableCount)); };
  const auto row = [&](TableId t) {
    return rng.chance(1, 8) ? 888888 : random_row(program, t, rng);
  };
  switch (rng.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return Put{random_row_of(program, table(), rng)};
    case 4: {
      const TableId t = table();
      return Remove{t, row(t)};
    }
    case 5:
      return MoveSession{{row(TableId::sessions)}, random_meetings(program, rng), rng.chance(1, 4)};
    case 6:
      return AdoptSchedule{random_proposal(program, rng), {}};
    case 7:
    case 8: {
      RecordAttendance mark;
      const RawId seat = random_row(program, TableId::seats, rng);
      const Seat* booked = program.seats.find({seat});
      mark.session =
          booked && rng.chance(7, 8) ? booked->session : Id<Session>{row(TableId::sessions)};
      mark.person = booked && rng.chance(7, 8) ? booked->person : Id<Person>{row(TableId::people)};
      mark.meeting = rng.between(1, 2);
      if (!rng.chance(1, 6)) mark.status = static_cast<AttendanceStatus>(rng.below(4));
      if (mark.status == AttendanceStatus::partial) mark.minutes = rng.between(0, 130);
      return mark;
    }
    default: {
      PausePerson pause;
      pause.person = {row(TableId::people)};
      pause.from = make_date(2027, 5, 3) + days{rng.between(0, 60)};
      if (rng.chance(3, 4)) pause.to = pause.from + days{rng.between(-2, 30)};
      pause.season = rng.chance(1, 4) ? SeasonKind::lighter : SeasonKind::paused;
      return pause;
    }
  }
}

namespace {

Program make_example() {
  Rng rng{7};
  Program program;
  CountingIds ids{1};
  const auto must_put = [&](AnyRow row) {
    set_id(row, ids.next());
    put(program, std::move(row));
  };
  Workspace workspace;
  workspace.name = "Example";
  workspace.zone = "Europe/Amsterdam";
  workspace.horizon_from = make_date(2027, 1, 4);
  workspace.horizon_to = make_date(2027, 12, 17);
  must_put(workspace);
  Asset headsets;
  headsets.code = "VR";
  headsets.quantity = 12;
  must_put(headsets);
  // Three rows of every other table, drawn until they pass their checks.
  for (const TableInfo& table : tables()) {
    if (table.id == TableId::workspaces) continue;
    int made = 0;
    for (int tries = 0; made < 3 && tries < 4000; ++tries) {
      AnyRow row = empty_row(table.id);
      for (const Field& field : table.fields) {
        const TableId target = target_of(field, table, data(row));
        field.set(data(row), random_value(program, field, target, rng));
      }
      CountingIds next{1000 + ids.next()};
      const auto applied = apply(program, Put{row}, next);
      if (!applied || applied->changes.rows.size() != 1) continue;
      program = applied->program;
      ++made;
    }
    if (made == 0)
      throw std::logic_error(fmt::format("no random row of {} passes its checks", table.name));
  }
  return program;
}

}  // namespace

const Program& example_program() {
  static const Program kExample = make_example();
  return kExample;
}

}  // namespace tandem::test
