#include "db/exchange/proposal_json.hpp"

#include <fmt/format.h>

#include "db/exchange/object_value.hpp"

namespace tandem::db {
namespace {

const std::vector<std::string> kMeetingColumns{"date", "start", "end",
                                               "room", "leads", "cofacilitators"};
const std::vector<std::string> kSessionColumns{"code",    "cohort",   "module",
                                               "variant", "due_from", "due_to"};

ObjectShape meeting_shape() {
  return {{kMeetingColumns.begin(), kMeetingColumns.end()}, {"date", "start", "end"}, {}};
}
ObjectShape session_shape() {
  return {{kSessionColumns.begin(), kSessionColumns.end()},
          {"code", "cohort", "module"},
          {"meetings", "seats"}};
}

// Members that are empty are left out: most sessions have no variant and no due date.
Json without_nulls(const Json& object) {
  Json out = Json::object();
  for (const auto& [name, value] : object.items())
    if (!value.is_null()) out[name] = value;
  return out;
}

const Field& seat_person() {
  static const Field& field = *info(TableId::seats).field("person");
  return field;
}

template <class T>
std::vector<RawId> raw(const std::vector<Id<T>>& ids) {
  std::vector<RawId> out;
  for (const auto id : ids) out.push_back(id.value);
  return out;
}

Result<Proposal> read(std::string_view text, Dialect dialect) {
  const auto json = parse_json(text);
  if (!json) return tl::unexpected(json.error());
  Errors errors;
  Proposal proposal = read_proposal_value(*json, "", dialect, errors);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return proposal;
}

}  // namespace

Json meetings_value(const std::vector<PlannedMeeting>& meetings, Dialect dialect) {
  Json out = Json::array();
  for (const PlannedMeeting& planned : meetings) {
    Meeting meeting;
    meeting.date = planned.date;
    meeting.start = planned.start;
    meeting.end = planned.end;
    meeting.room = planned.room;
    meeting.leads = planned.leads;
    meeting.cofacilitators = planned.cofacilitators;
    out.push_back(without_nulls(row_value(AnyRow{std::move(meeting)}, kMeetingColumns, dialect)));
  }
  return out;
}

std::vector<PlannedMeeting> read_meetings(const Json& json, const std::string& path,
                                          Dialect dialect, Errors& errors) {
  std::vector<PlannedMeeting> out;
  if (json.is_null()) return out;
  if (!json.is_array()) {
    errors.push_back({ErrorCode::bad_input, described(json) + " is not a list", path,
                      "give a list of meetings"});
    return out;
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    AnyRow row{Meeting{}};
    if (!read_object(json[i], fmt::format("{}[{}]", path, i), meeting_shape(), row, dialect,
                     errors))
      continue;
    auto& meeting = as<Meeting>(row);
    out.push_back({meeting.date, meeting.start, meeting.end, meeting.room, std::move(meeting.leads),
                   std::move(meeting.cofacilitators)});
  }
  return out;
}

Json proposal_value(const Proposal& proposal, Dialect dialect) {
  Json sessions = Json::array();
  for (const PlannedSession& planned : proposal.sessions) {
    Session session;
    session.code = planned.code;
    session.cohorts = planned.cohorts;
    session.module = planned.module;
    session.variant = planned.variant;
    session.due_from = planned.due_from;
    session.due_to = planned.due_to;
    Json out = without_nulls(row_value(AnyRow{std::move(session)}, kSessionColumns, dialect));
    out["meetings"] = meetings_value(planned.meetings, dialect);
    out["seats"] = references_value(seat_person(), raw(planned.seats), dialect);
    sessions.push_back(std::move(out));
  }
  Json out = Json::object();
  out["sessions"] = std::move(sessions);
  return out;
}

Proposal read_proposal_value(const Json& json, const std::string& path, Dialect dialect,
                             Errors& errors) {
  Proposal out;
  AnyRow none{Session{}};
  if (!read_object(json, path, {{}, {"sessions"}, {"sessions"}}, none, dialect, errors)) return out;
  const Json& sessions = member(json, "sessions");
  const std::string list = join_path(path, "sessions");
  if (!sessions.is_array()) {
    if (!sessions.is_null())
      errors.push_back({ErrorCode::bad_input, described(sessions) + " is not a list", list,
                        "give a list of sessions"});
    return out;
  }
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const std::string at = fmt::format("{}[{}]", list, i);
    AnyRow row{Session{}};
    if (!read_object(sessions[i], at, session_shape(), row, dialect, errors)) continue;
    auto& session = as<Session>(row);
    PlannedSession planned;
    planned.code = std::move(session.code);
    planned.cohorts = std::move(session.cohorts);
    planned.module = session.module;
    planned.variant = std::move(session.variant);
    planned.due_from = session.due_from;
    planned.due_to = session.due_to;
    planned.meetings =
        read_meetings(member(sessions[i], "meetings"), at + ".meetings", dialect, errors);
    for (const RawId id : read_references(seat_person(), member(sessions[i], "seats"),
                                          at + ".seats", dialect, errors))
      planned.seats.push_back({id});
    out.sessions.push_back(std::move(planned));
  }
  return out;
}

std::string proposal_json(const Proposal& proposal) { return dump(proposal_value(proposal, {})); }
std::string proposal_json(const Program& program, const Proposal& proposal) {
  const ProgramCodes codes{program};
  return dump(proposal_value(proposal, {&codes}));
}
Result<Proposal> read_proposal(std::string_view json) { return read(json, {}); }
Result<Proposal> read_proposal(const Program& program, std::string_view json) {
  const ProgramCodes codes{program};
  return read(json, {&codes});
}

}  // namespace tandem::db
