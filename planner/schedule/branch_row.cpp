#include "planner/schedule/branch_row.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tandem {
namespace {

template <class T>
std::vector<std::string_view> codes(const Program& program, const std::vector<Id<T>>& ids) {
  std::vector<std::string_view> out;
  for (const auto id : ids) out.push_back(code_of(program, id));
  return out;
}

std::string day(const std::optional<Date>& date) { return date ? text(*date) : std::string{}; }

// FNV-1a, 64 bits: tells a changed row from the one taken up; it guards against nobody.
std::string mark(std::string_view said) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : said) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return fmt::format("{:016x}", hash);
}

// The published row, or a new one under the id of the branch's.
template <class T>
T taken_up(const T* published, RawId own) {
  if (published) return *published;
  T row;
  row.id = {own};
  return row;
}

bool is_cancelled(const Session& s) { return s.status == SessionStatus::cancelled; }

}  // namespace

std::string meeting_key(Id<Session> session, int number) {
  return join_key({std::to_string(session.value), std::to_string(number)});
}
std::string seat_key(Id<Session> session, Id<Person> person) {
  return join_key({std::to_string(session.value), std::to_string(person.value)});
}

std::string waiver_text(const Program& program, const Waiver& w) {
  return join_key({w.rule, w.subject, std::string{code_of(program, w.session)}, w.reason, w.author,
                   day(w.date)});
}
std::string waiver_text(const BranchWaiver& w) {
  return join_key({w.rule, w.subject, w.session, w.reason, w.author, day(w.date)});
}

std::string row_mark(const Program& program, const Session& s) {
  return mark(join_key({s.code, fmt::format("{}", fmt::join(codes(program, s.cohorts), ";")),
                        std::string{code_of(program, s.module)}, s.variant,
                        is_cancelled(s) ? "cancelled" : "", s.pinned ? "pinned" : "",
                        day(s.due_from), day(s.due_to), s.note}));
}
std::string row_mark(const Program& program, const Meeting& m) {
  return mark(
      join_key({std::string{code_of(program, m.session)}, std::to_string(m.number), text(m.date),
                text(m.start), text(m.end), std::string{code_of(program, m.room)},
                fmt::format("{}", fmt::join(codes(program, m.leads), ";")),
                fmt::format("{}", fmt::join(codes(program, m.cofacilitators), ";"))}));
}
std::string row_mark(const Program& program, const Seat& s) {
  return mark(join_key({std::string{code_of(program, s.session)},
                        std::string{code_of(program, s.person)}, std::string{word(s.status)}}));
}

const Session* published(const Program& program, const BranchSession& row) {
  return program.sessions.find_key(row.session);
}
const Meeting* published(const Program& program, const BranchMeeting& row) {
  const Session* session = program.sessions.find_key(row.session);
  return session ? program.meetings.find_key(meeting_key(session->id, row.number)) : nullptr;
}
const Seat* published(const Program& program, const BranchSeat& row) {
  const Session* session = program.sessions.find_key(row.session);
  return session ? program.seats.find_key(seat_key(session->id, row.person)) : nullptr;
}

Session as_planned(const BranchSession& row, const Session* published) {
  Session out = taken_up(published, row.id.value);
  out.code = row.session;
  out.cohorts = row.cohorts;
  out.module = row.module;
  out.variant = row.variant;
  out.pinned = row.pinned;
  out.due_from = row.due_from;
  out.due_to = row.due_to;
  out.note = row.note;
  if (row.cancelled)
    out.status = SessionStatus::cancelled;
  else if (is_cancelled(out))
    out.status = SessionStatus::planned;
  return out;
}
Meeting as_planned(const BranchMeeting& row, const Meeting* published, Id<Session> session) {
  Meeting out = taken_up(published, row.id.value);
  out.session = session;
  out.number = row.number;
  out.date = row.date.value();
  out.start = row.start.value();
  out.end = row.end.value();
  out.room = row.room;
  out.leads = row.leads;
  out.cofacilitators = row.cofacilitators;
  return out;
}
Seat as_planned(const BranchSeat& row, const Seat* published, Id<Session> session) {
  Seat out = taken_up(published, row.id.value);
  out.session = session;
  out.person = row.person;
  out.status = row.status.value();
  return out;
}
Waiver as_planned(const BranchWaiver& row, Id<Session> session) {
  Waiver out;
  out.id = {row.id.value};
  out.rule = row.rule;
  out.subject = row.subject;
  out.session = session;
  out.reason = row.reason;
  out.author = row.author;
  out.date = row.date;
  return out;
}

std::vector<Id<Waiver>> same_waivers(const Program& program, const BranchWaiver& row) {
  std::vector<Id<Waiver>> out;
  for (const Waiver& w : program.waivers)
    if (waiver_text(program, w) == waiver_text(row)) out.push_back(w.id);
  return out;
}

}  // namespace tandem
