#include "db/exchange/command_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "db/exchange/object_value.hpp"
#include "db/exchange/row_json.hpp"
#include "db/exchange/row_key.hpp"
#include "planner/base/text.hpp"

namespace tandem::db {
namespace {

const Field& column(TableId table, std::string_view name) { return *info(table).field(name); }

// Reads the members of one command; problems gather in `errors`.
struct CommandReader {
  const Program& program;
  const Json& json;
  Dialect dialect;
  Errors& errors;

  bool read(const ObjectShape& shape, AnyRow& row) {
    return read_object(json, "", shape, row, dialect, errors);
  }

  const TableInfo* table() {
    const Json& name = member(json, "table");
    if (!name.is_string()) return nullptr;  // reported as missing, or here
    const auto text = name.get<std::string>();
    if (const TableInfo* found = find_table(text)) return found;
    std::vector<std::string_view> names;
    for (const TableInfo& t : tables()) names.push_back(t.name);
    const auto near = nearest(text, names);
    errors.push_back({ErrorCode::bad_input, fmt::format("there is no table '{}'", text), "table",
                      near.empty() ? "tables are named like the files of a workspace folder"
                                   : fmt::format("did you mean {}?", near)});
    return nullptr;
  }

  Command put() {
    AnyRow none{Session{}};
    if (!read({{}, {"table", "row"}, {"command", "table", "key", "row"}}, none)) return Put{};
    const TableInfo* const t = table();
    if (!t) return Put{};
    const Json& given = member(json, "row");
    const Json& key = member(json, "key");
    const RowRef old =
        key.is_null() ? row_of_key(program, *t, given) : find_row(program, *t, key, "key", errors);
    if (given.is_null() || (!key.is_null() && !old)) return Put{};
    AnyRow row = old ? copy(old) : empty_row(t->id);
    Errors found;
    merge_row_value(row, given, dialect, found);
    if (!old && given.is_object())  // a row that stands keeps what is not named
      for (const Field& field : t->fields)
        if (field.is_required && !given.contains(std::string{field.name}))
          found.push_back({ErrorCode::bad_input, fmt::format("'{}' is missing", field.name),
                           std::string{field.name}, fmt::format("a new {} needs it", t->singular)});
    for (Error& error : found) {
      error.where = join_path("row", error.where);
      errors.push_back(std::move(error));
    }
    return Put{std::move(row)};
  }

  Command remove() {
    AnyRow none{Session{}};
    if (!read({{}, {"table", "key"}, {"command", "table", "key"}}, none)) return Remove{};
    const TableInfo* const t = table();
    const Json& key = member(json, "key");
    if (!t || key.is_null()) return Remove{};
    return Remove{t->id, find_row(program, *t, key, "key", errors).id};
  }

  Command move_session() {
    AnyRow row{Attendance{}};
    read({{"session"}, {"session", "meetings"}, {"command", "meetings", "pin"}}, row);
    MoveSession out;
    out.session = as<Attendance>(row).session;
    out.meetings = read_meetings(member(json, "meetings"), "meetings", dialect, errors);
    const Session* session = find(program, out.session);
    out.pin = session && session->pinned;  // left out: as it is
    const Json& pin = member(json, "pin");
    if (pin.is_boolean())
      out.pin = pin.get<bool>();
    else if (!pin.is_null())
      errors.push_back({ErrorCode::bad_input, described(pin) + " does not fit here", "pin",
                        "give true or false"});
    return out;
  }

  Command adopt_schedule() {
    AnyRow none{Session{}};
    read({{}, {"proposal"}, {"command", "proposal", "cohorts"}}, none);
    AdoptSchedule out;
    if (const Json& proposal = member(json, "proposal"); !proposal.is_null())
      out.proposal = read_proposal_value(proposal, "proposal", dialect, errors);
    for (const RawId id : read_references(column(TableId::members, "cohort"),
                                          member(json, "cohorts"), "cohorts", dialect, errors))
      out.cohorts.push_back({id});
    return out;
  }

  Command record_attendance() {
    AnyRow row{Attendance{}};
    read({{"session", "meeting", "person", "status", "minutes"},
          {"session", "meeting", "person"},
          {"command"}},
         row);
    if (!json.contains("status"))
      errors.push_back(
          {ErrorCode::bad_input, "'status' is missing", "status", "null takes the mark back"});
    const auto& mark = as<Attendance>(row);
    RecordAttendance out{mark.session, mark.meeting, mark.person, {}, mark.minutes};
    if (!member(json, "status").is_null()) out.status = mark.status;
    return out;
  }

  Command pause_person() {
    AnyRow row{Season{}};
    as<Season>(row).season = SeasonKind::paused;
    read({{"person", "from", "to", "season"}, {"person", "from"}, {"command"}}, row);
    const auto& season = as<Season>(row);
    return PausePerson{season.person, season.from, season.to, season.season};
  }
};

struct Line {
  std::string_view name;
  Command (CommandReader::*read)();
};
constexpr Line kLines[] = {{"put", &CommandReader::put},
                           {"remove", &CommandReader::remove},
                           {"move_session", &CommandReader::move_session},
                           {"adopt_schedule", &CommandReader::adopt_schedule},
                           {"record_attendance", &CommandReader::record_attendance},
                           {"pause_person", &CommandReader::pause_person}};
static_assert(std::size(kLines) == std::variant_size_v<Command>, "every command has its line");

Result<Command> read_command(const Program& program, const Json& json) {
  const Json& name = member(json, "command");
  if (!name.is_string())
    return fail(ErrorCode::bad_input, "'command' is missing", "command",
                "name the command, such as \"put\"");
  const auto text = name.get<std::string>();
  const auto kind = std::find_if(std::begin(kLines), std::end(kLines),
                                 [&](const Line& k) { return k.name == text; });
  if (kind == std::end(kLines)) {
    std::vector<std::string_view> names;
    for (const Line& k : kLines) names.push_back(k.name);
    const auto near = nearest(text, names);
    return fail(ErrorCode::bad_input, fmt::format("there is no command '{}'", text), "command",
                near.empty()
                    ? "known: " + join(std::vector<std::string>(names.begin(), names.end()), ", ")
                    : fmt::format("did you mean {}?", near));
  }
  const ProgramCodes codes{program};
  Errors errors;
  CommandReader reader{program, json, {&codes}, errors};
  Command command = (reader.*kind->read)();
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return command;
}

// One overload a command: a new one does not compile until it can be written.
struct Writer {
  const Program& program;
  Dialect dialect;

  template <class T>
  Json code(Id<T> id) const {
    return std::string{code_of(program, id)};
  }
  static Json named(std::string_view name) {
    Json out = Json::object();
    out["command"] = name;
    return out;
  }

  Json operator()(const Put& put) const {
    const TableInfo& table = info(table_of(put.row));
    RowRef old = find(program, table.id, id_of(put.row));
    if (!old && table.unique_key)
      if (const RawId id = find_key(program, table.id, key_of(table.id, data(put.row))))
        old = find(program, table.id, id);
    Json out = named("put");
    out["table"] = table.name;
    if (old && table.id != TableId::workspaces) out["key"] = key_value(program, old);
    std::vector<std::string> columns;
    if (old) {
      columns = changed_columns(copy(old), put.row);
    } else {
      const AnyRow empty = empty_row(table.id);
      for (const std::string& name : all_columns(put.row)) {
        const Field* field = table.field(name);
        const bool plain =
            field && !field->is_required && field->get(data(put.row)) == field->get(data(empty));
        if (!plain) columns.push_back(name);
      }
    }
    out["row"] = row_value(put.row, columns, dialect);
    return out;
  }

  Json operator()(const Remove& remove) const {
    Json out = named("remove");
    const RowRef ref = find(program, remove.table, remove.id);
    out["table"] = info(remove.table).name;
    out["key"] = ref ? key_value(program, ref) : Json(nullptr);
    return out;
  }

  Json operator()(const MoveSession& move) const {
    Json out = named("move_session");
    out["session"] = code(move.session);
    out["meetings"] = meetings_value(move.meetings, dialect);
    out["pin"] = move.pin;
    return out;
  }

  Json operator()(const AdoptSchedule& adopt) const {
    Json out = named("adopt_schedule");
    out["proposal"] = proposal_value(adopt.proposal, dialect);
    if (!adopt.cohorts.empty()) {
      Json cohorts = Json::array();
      for (const auto cohort : adopt.cohorts) cohorts.push_back(code(cohort));
      out["cohorts"] = std::move(cohorts);
    }
    return out;
  }

  Json operator()(const RecordAttendance& record) const {
    Json out = named("record_attendance");
    out["session"] = code(record.session);
    out["meeting"] = record.meeting;
    out["person"] = code(record.person);
    out["status"] = record.status ? Json(word(*record.status)) : Json(nullptr);
    if (record.minutes) out["minutes"] = *record.minutes;
    return out;
  }

  Json operator()(const PausePerson& pause) const {
    Json out = named("pause_person");
    out["person"] = code(pause.person);
    out["from"] = text(pause.from);
    if (pause.to) out["to"] = text(*pause.to);
    out["season"] = word(pause.season);
    return out;
  }
};

}  // namespace

Result<Command> parse_command(const Program& program, std::string_view json_line) {
  const auto json = parse_json(json_line);
  if (!json) return tl::unexpected(json.error());
  if (!json->is_object())
    return fail(ErrorCode::bad_input, described(*json) + " is no command", {},
                "give one JSON object a line");
  return read_command(program, *json);
}

std::string command_text(const Program& program, const Command& command) {
  const ProgramCodes codes{program};
  return dump(std::visit(Writer{program, {&codes}}, command));
}

}  // namespace tandem::db
