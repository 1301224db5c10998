#include "planner/edit/apply.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/edit/issue.hpp"

namespace tandem {

// A Program being changed: remembers each touched row as it was at first, in order of first touch.
class RowEditor {
 public:
  RowEditor(Program program, IdSource& ids) : program_(std::move(program)), ids_(ids) {}

  const Program& program() const { return program_; }

  // A row with id 0 takes the id of the row of its key, or a new one. Returns: its id.
  RawId put(AnyRow row) {
    const TableId table = table_of(row);
    if (id_of(row) == 0) set_id(row, existing_id(row));
    if (id_of(row) == 0) set_id(row, ids_.next());
    const RawId id = id_of(row);
    remember(table, id);
    tandem::put(program_, std::move(row));
    return id;
  }

  void remove(TableId table, RawId id) {
    remember(table, id);
    erase(program_, table, id);
  }

  template <class T>
  void remove(Id<T> id) {
    remove(kTableOf<T>, id.value);
  }

  ChangeSet changes() const {
    ChangeSet out;
    for (const auto& [key, before] : before_) {
      RowChange change{before, share(program_, key.first, key.second)};
      if (change.before != change.after) out.rows.push_back(std::move(change));
    }
    return out;
  }

 private:
  RawId existing_id(const AnyRow& row) const {
    const TableId table = table_of(row);
    if (table == TableId::workspaces)
      return program_.workspaces.empty() ? 0 : program_.workspace().id.value;
    if (!info(table).unique_key) return 0;
    return find_key(program_, table, key_of(table, data(row)));
  }

  void remember(TableId table, RawId id) {
    const std::pair key{table, id};
    if (!seen_.insert(key).second) return;
    before_.emplace_back(key, share(program_, table, id));
  }

  Program program_;
  IdSource& ids_;
  std::vector<std::pair<std::pair<TableId, RawId>, AnyRow>> before_;
  std::set<std::pair<TableId, RawId>> seen_;
};

namespace {

using Label = Result<std::string>;

std::string key_words(const Program& program, const RowRef& ref) {
  const std::string key = shown_key(program, ref);
  return std::string{info(ref.table).singular} + (key.empty() ? "" : " " + key);
}

Label run(const Put& command, RowEditor& edit) {
  if (is_none(command.row)) return fail(ErrorCode::bad_usage, "there is no row to put");
  const TableId table = table_of(command.row);
  const RawId given = id_of(command.row);
  const bool existed_by_id = given != 0 && find(edit.program(), table, given);
  const std::size_t before = size(edit.program(), table);
  const RawId id = edit.put(command.row);
  const bool is_new = !existed_by_id && size(edit.program(), table) > before;
  return fmt::format("{} {}", is_new ? "Add" : "Edit",
                     key_words(edit.program(), find(edit.program(), table, id)));
}

Label run(const Remove& command, RowEditor& edit) {
  const RowRef ref =
      command.table == TableId::none ? RowRef{} : find(edit.program(), command.table, command.id);
  if (!ref) {
    const std::string_view what =
        command.table == TableId::none ? "row" : info(command.table).singular;
    return fail(ErrorCode::not_found, fmt::format("that {} no longer exists", what),
                std::string{what}, "look at the list again");
  }
  std::string label = "Remove " + key_words(edit.program(), ref);
  edit.remove(command.table, command.id);
  return label;
}

std::vector<Meeting> meetings_of(const Program& program, Id<Session> session) {
  std::vector<Meeting> out;
  for (const Meeting& m : program.meetings)
    if (m.session == session) out.push_back(m);
  std::sort(out.begin(), out.end(),
            [](const Meeting& a, const Meeting& b) { return a.number < b.number; });
  return out;
}

// The session's meetings become `planned`, numbered from 1; rows keep their ids by number.
// `old` are its meetings as they stand, sorted by number.
void write_meetings(RowEditor& edit, Id<Session> session, std::span<const Meeting> old,
                    std::span<const PlannedMeeting> planned) {
  for (std::size_t i = 0; i < planned.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    const auto same = std::find_if(old.begin(), old.end(),
                                   [&](const Meeting& m) { return m.number == number; });
    Meeting row = same == old.end() ? Meeting{} : *same;
    row.session = session;
    row.number = number;
    row.date = planned[i].date;
    row.start = planned[i].start;
    row.end = planned[i].end;
    row.room = planned[i].room;
    row.leads = planned[i].leads;
    row.cofacilitators = planned[i].cofacilitators;
    edit.put(row);
  }
  for (const Meeting& m : old)
    if (m.number > static_cast<int>(planned.size()) || m.number < 1) edit.remove(m.id);
}

Label run(const MoveSession& command, RowEditor& edit) {
  const Session* session = edit.program().sessions.find(command.session);
  if (!session)
    return fail(ErrorCode::not_found, "that session no longer exists", "session",
                "look at the schedule again");
  if (session->status == SessionStatus::delivered || session->status == SessionStatus::cancelled)
    return fail(ErrorCode::refused, fmt::format("it is {} already", word(session->status)),
                "session " + session->code, "only planned and published sessions move");
  Session changed = *session;
  changed.pinned = command.pin;
  edit.put(changed);
  const auto old = meetings_of(edit.program(), command.session);
  write_meetings(edit, command.session, old, command.meetings);
  if (command.meetings.empty()) return "Take " + changed.code + " off the calendar";
  return fmt::format("Move {} to {}", changed.code,
                     words(at(command.meetings.front().date, command.meetings.front().start)));
}

// Books exactly `people`; seats given back, declined or waiting stay as they are for everyone else.
void write_seats(RowEditor& edit, Id<Session> session, std::span<const Seat* const> old,
                 std::span<const Id<Person>> people) {
  for (const Id<Person> person : people) {
    const auto same = std::find_if(old.begin(), old.end(),
                                   [&](const Seat* s) { return s->person == person; });
    Seat row = same == old.end() ? Seat{} : **same;
    row.session = session;
    row.person = person;
    row.status = SeatStatus::booked;
    edit.put(row);
  }
  for (const Seat* seat : old)
    if (seat->status == SeatStatus::booked &&
        std::find(people.begin(), people.end(), seat->person) == people.end())
      edit.remove(seat->id);
}

bool wanted_by(const PlannedSession& planned, const std::vector<Id<Cohort>>& cohorts) {
  return cohorts.empty() ||
         std::any_of(planned.cohorts.begin(), planned.cohorts.end(), [&](Id<Cohort> c) {
           return std::find(cohorts.begin(), cohorts.end(), c) != cohorts.end();
         });
}

Label run(const AdoptSchedule& command, RowEditor& edit) {
  const Program before = edit.program();  // shares its rows; the pointers below stay valid
  std::map<Id<Session>, std::vector<Meeting>> meetings;
  std::map<Id<Session>, std::vector<const Seat*>> seats;
  for (const Meeting& m : before.meetings) meetings[m.session].push_back(m);
  for (const Seat& s : before.seats) seats[s.session].push_back(&s);
  std::size_t written = 0;
  for (const PlannedSession& planned : command.proposal.sessions) {
    if (!wanted_by(planned, command.cohorts)) continue;
    const Session* existing = before.sessions.find_key(planned.code);
    if (existing && (existing->status == SessionStatus::delivered ||
                     existing->status == SessionStatus::cancelled || existing->pinned))
      continue;
    Session row = existing ? *existing : Session{};
    row.code = planned.code;
    row.cohorts = planned.cohorts;
    row.module = planned.module;
    row.variant = planned.variant;
    row.due_from = planned.due_from;
    row.due_to = planned.due_to;
    const Id<Session> id{edit.put(row)};
    auto& old = meetings[id];
    std::sort(old.begin(), old.end(),
              [](const Meeting& a, const Meeting& b) { return a.number < b.number; });
    write_meetings(edit, id, old, planned.meetings);
    write_seats(edit, id, seats[id], planned.seats);
    ++written;
  }
  if (command.cohorts.size() == 1)
    return fmt::format("Adopt the schedule of {}", code_of(before, command.cohorts.front()));
  return fmt::format("Adopt a schedule of {}",
                     count(static_cast<std::int64_t>(written), "session"));
}

Label run(const RecordAttendance& command, RowEditor& edit) {
  const Program& program = edit.program();
  const Session* session = program.sessions.find(command.session);
  const Person* person = program.people.find(command.person);
  if (!session) return fail(ErrorCode::not_found, "that session does not exist", "session");
  const std::string where = "session " + session->code;
  if (!person) return fail(ErrorCode::not_found, "that person does not exist", where);
  const Meeting* meeting = program.meetings.find_key(
      join_key({std::to_string(command.session.value), std::to_string(command.meeting)}));
  if (!meeting)
    return fail(ErrorCode::not_found, fmt::format("there is no meeting {}", command.meeting), where,
                "meetings are numbered from 1");
  const Seat* seat = program.seats.find_key(
      join_key({std::to_string(command.session.value), std::to_string(command.person.value)}));
  if (!seat || seat->status != SeatStatus::booked)
    return fail(ErrorCode::refused, fmt::format("{} has no booked seat", person->name), where,
                "give them a seat first");
  if (command.minutes && *command.minutes > meeting->end.minute - meeting->start.minute)
    return fail(ErrorCode::refused,
                fmt::format("{} minutes are more than the meeting has", *command.minutes), where);

  const Attendance* old = program.attendance.find_key(
      join_key({std::to_string(command.session.value), std::to_string(command.meeting),
                std::to_string(command.person.value)}));
  const std::string whom =
      fmt::format("{} at {}, meeting {}", person->name, session->code, command.meeting);
  if (!command.status) {
    if (old) edit.remove(old->id);
    return "Take back the mark of " + whom;
  }
  Attendance row = old ? *old : Attendance{};
  row.session = command.session;
  row.meeting = command.meeting;
  row.person = command.person;
  row.status = *command.status;
  row.minutes = command.minutes;
  edit.put(row);
  return fmt::format("Mark {}: {}", whom, word(row.status));
}

Label run(const PausePerson& command, RowEditor& edit) {
  const Program before = edit.program();
  const Person* person = before.people.find(command.person);
  if (!person) return fail(ErrorCode::not_found, "that person does not exist", "person");
  Season season;
  season.person = command.person;
  season.from = command.from;
  season.to = command.to;
  season.season = command.season;
  edit.put(season);
  if (command.season != SeasonKind::paused)
    return fmt::format("Lighter season for {} from {}", person->name, words(command.from));

  std::map<Id<Session>, bool> inside;
  for (const Meeting& m : before.meetings)
    if (m.date >= command.from && (!command.to || m.date <= *command.to)) inside[m.session] = true;
  for (const Seat& seat : before.seats) {
    if (seat.person != command.person || seat.status != SeatStatus::booked) continue;
    if (!inside.contains(seat.session)) continue;
    if (before.sessions.at(seat.session).status == SessionStatus::delivered) continue;
    Seat given_back = seat;
    given_back.status = SeatStatus::cancelled;
    edit.put(given_back);
  }
  return fmt::format("Pause {} from {}", person->name, words(command.from));
}

}  // namespace

Batch::Batch(const Program& program, IdSource& ids)
    : editor_(std::make_unique<RowEditor>(program, ids)) {}
Batch::~Batch() = default;

const Program& Batch::program() const { return editor_->program(); }

Result<void> Batch::add(const Command& command) {
  auto label = std::visit([&](const auto& c) { return run(c, *editor_); }, command);
  if (!label) return fail(label.error());
  ++commands_;
  last_label_ = std::move(*label);
  return {};
}

Result<Applied> Batch::finish(std::string label) {
  ChangeSet changes = editor_->changes();
  Errors errors;
  for (const Issue& issue : validate(program(), changes))
    errors.push_back(to_error(program(), issue));
  if (!errors.empty()) return fail(std::move(errors));
  changes.label = !label.empty()    ? std::move(label)
                  : commands_ == 1 ? last_label_
                                   : fmt::format("{} and {} more", last_label_, commands_ - 1);
  return Applied{program(), std::move(changes)};
}

Result<Applied> apply_all(const Program& program, std::span<const Command> commands, IdSource& ids,
                          std::string label) {
  Batch batch{program, ids};
  Errors errors;
  for (const Command& command : commands)
    if (auto added = batch.add(command); !added)
      errors.insert(errors.end(), added.error().begin(), added.error().end());
  if (!errors.empty()) return fail(std::move(errors));
  return batch.finish(std::move(label));
}

Result<Applied> apply(const Program& program, const Command& command, IdSource& ids) {
  return apply_all(program, {&command, 1}, ids);
}

}  // namespace tandem
