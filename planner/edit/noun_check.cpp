#include "planner/edit/noun_check.hpp"

#include <fmt/format.h>

#include <numeric>
#include <set>

#include "planner/base/text.hpp"
#include "planner/base/zone.hpp"
#include "planner/domain/flag_conditions.hpp"
#include "planner/domain/meeting_place.hpp"

namespace tandem {
namespace {

template <class T>
bool reversed(const std::optional<T>& from, const std::optional<T>& to) {
  return from && to && *to < *from;
}

void check_dates(std::optional<Date> from, std::optional<Date> to, std::string_view to_field,
                 Reporter& report) {
  if (reversed(from, to))
    report.add(to_field, fmt::format("{} {} lies before {}", to_field, text(*to), text(*from)));
}

void check_hours(std::optional<TimeOfDay> start, std::optional<TimeOfDay> end,
                 std::string_view end_field, Reporter& report) {
  if (start && end && *end <= *start)
    report.add(end_field, fmt::format("{} {} is not after {}", end_field, text(*end), text(*start)));
}

void check_both_or_neither(bool a, bool b, std::string_view field, std::string_view what,
                           Reporter& report) {
  if (a != b) report.add(field, fmt::format("{}: give both, or neither", what));
}

void check_zone(const std::string& name, Reporter& report) {
  if (const auto zone = Zone::find(name); !zone)
    report.add("zone", zone.error().front().message, zone.error().front().hint);
}

// True when following `next` from `start` comes back to it. Stops after `limit` steps, so a cycle
// further up, which its own rows report, does not hang this one.
template <class Row, class Next>
bool leads_back(const Table<Row>& rows, Id<Row> start, Next next) {
  Id<Row> at = start;
  for (std::size_t step = 0; step <= rows.size(); ++step) {
    const Row* row = rows.find(at);
    if (!row || !(row->*next)) return false;
    at = row->*next;
    if (at == start) return true;
  }
  return false;
}

void check(const Workspace& w, const Program& program, Reporter& report) {
  check_zone(w.zone, report);
  check_dates(w.horizon_from, w.horizon_to, "horizon_to", report);
  if (1440 % w.slot_minutes != 0)
    report.add("slot_minutes", fmt::format("{} minutes do not divide a day evenly", w.slot_minutes),
               "use 15, 30 or 60");
  if (w.horizon_from && w.horizon_to && (*w.horizon_to - *w.horizon_from) > days{3660})
    report.add("horizon_to", "the horizon is longer than ten years");
  if (program.workspaces.size() > 1) report.add("", "the workspace settings are one row");
}

void check(const Site& s, const Program&, Reporter& report) {
  check_zone(s.zone, report);
  check_hours(s.day_start, s.day_end, "day_end", report);
}

void check(const Travel& t, const Program&, Reporter& report) {
  if (t.from_site == t.to_site) report.add("to_site", "from a site to itself there is no travel");
}

void check(const Unit& u, const Program& program, Reporter& report) {
  if (leads_back(program.units, u.id, &Unit::parent))
    report.add("parent", fmt::format("unit {} is below itself", u.code), "break the circle");
}

void check(const Person& p, const Program& program, Reporter& report) {
  if (leads_back(program.people, p.id, &Person::manager))
    report.add("manager", fmt::format("person {} reports to themselves, in a circle", p.number),
               "break the circle");
  check_dates(p.hired, p.left, "left", report);
  check_hours(p.day_start, p.day_end, "day_end", report);
}

void check(const Arrangement& a, const Program&, Reporter& report) {
  check_both_or_neither(a.start.has_value(), a.end.has_value(), "end", "start and end", report);
  check_hours(a.start, a.end, "end", report);
}

void check(const Season& s, const Program&, Reporter& report) {
  check_dates(s.from, s.to, "to", report);
}

void check(const Framework& f, const Program&, Reporter& report) {
  check_dates(f.valid_from, f.review_by, "review_by", report);
}

void check(const Module& m, const Program& program, Reporter& report) {
  if (m.min_seats && m.capacity && *m.min_seats > *m.capacity)
    report.add("min_seats", "min_seats is above capacity");
  if (reversed(m.meeting_gap_min_days, m.meeting_gap_max_days))
    report.add("meeting_gap_max_days", "meeting_gap_max_days is below meeting_gap_min_days");
  if (!is_live(m.mode)) {
    if (m.meetings.value_or(0) != 0)
      report.add("meetings", fmt::format("a {} module has no meetings", word(m.mode)),
                 "leave it empty");
  } else {
    const int meetings = m.meetings.value_or(1);
    if (meetings == 0) report.add("meetings", "a live module has at least one meeting");
    if (m.minutes == 0) report.add("minutes", "a live module takes time");
    if (!m.meeting_minutes.empty()) {
      if (m.meeting_minutes.size() != static_cast<std::size_t>(meetings))
        report.add("meeting_minutes", fmt::format("{} meetings, but {} lengths", meetings,
                                                  m.meeting_minutes.size()));
      const int sum = std::accumulate(m.meeting_minutes.begin(), m.meeting_minutes.end(), 0);
      if (sum != m.minutes)
        report.add("meeting_minutes", fmt::format("the meetings add up to {} minutes, not {}", sum,
                                                  m.minutes));
    } else if (meetings > 0 && m.minutes % meetings != 0) {
      report.add("minutes", fmt::format("{} minutes are not {} equal meetings", m.minutes, meetings),
                 "list them in meeting_minutes");
    }
  }
  for (const Amount& need : m.assets) {
    const bool known = std::any_of(program.assets.begin(), program.assets.end(),
                                   [&](const Asset& a) { return a.code == need.code; });
    if (!known) report.add("assets", fmt::format("there is no asset '{}'", need.code));
  }
}

void check(const Variant& v, const Program& program, Reporter& report) {
  const Module& m = program.modules.at(v.module);
  const int meetings = v.meetings.value_or(m.meetings.value_or(1));
  if (!v.meeting_minutes.empty() && v.meeting_minutes.size() != static_cast<std::size_t>(meetings))
    report.add("meeting_minutes",
               fmt::format("{} meetings, but {} lengths", meetings, v.meeting_minutes.size()));
  const bool own_lengths = !v.meeting_minutes.empty() || (!v.meetings && !m.meeting_minutes.empty());
  if (is_live(v.mode.value_or(m.mode)) && !own_lengths && meetings > 0 && m.minutes % meetings != 0)
    report.add("meetings", fmt::format("{} minutes are not {} equal meetings", m.minutes, meetings),
               "list them in meeting_minutes");
}

// A module may come before itself only through other rows, so the whole chain is walked.
void check(const Prerequisite& p, const Program& program, Reporter& report) {
  if (reversed(p.min_days, p.max_days)) report.add("max_days", "max_days is below min_days");
  if (reversed(p.min_days, p.ideal_days)) report.add("ideal_days", "ideal_days is below min_days");
  if (reversed(p.ideal_days, p.max_days)) report.add("ideal_days", "ideal_days is above max_days");
  std::set<Id<Module>> seen;
  std::vector<Id<Module>> open{p.needs};
  while (!open.empty()) {
    const Id<Module> at = open.back();
    open.pop_back();
    if (at == p.module) {
      report.add("needs",
                 fmt::format("module {} would have to come before itself",
                             code_of(program, p.module)),
                 "break the circle");
      return;
    }
    if (!seen.insert(at).second) continue;
    for (const Prerequisite& other : program.prerequisites)
      if (other.module == at) open.push_back(other.needs);
  }
}

void check(const ProgrammeModule& row, const Program& program, Reporter& report) {
  const auto wanted = wanted_of(row);
  if (row.rule != "all" && (!wanted || *wanted < 1)) {
    report.add("rule", fmt::format("'{}' is not a rule of a set", row.rule),
               "write all, or 1 of, 2 of ...");
    return;
  }
  for (const ProgrammeModule& other : program.programme_modules) {
    if (other.programme != row.programme || other.id == row.id) continue;
    if (other.set == row.set && other.rule != row.rule)
      report.add("rule", fmt::format("set {} has the rules '{}' and '{}'", row.set, row.rule,
                                     other.rule));
    if (other.set != row.set && other.module == row.module)
      report.add("module", fmt::format("module {} stands in the sets {} and {}",
                                       code_of(program, row.module), row.set, other.set));
  }
}

void check(const Cohort& c, const Program&, Reporter& report) {
  check_dates(c.start_from, c.deadline, "deadline", report);
  check_hours(c.day_start, c.day_end, "day_end", report);
}

void check_variant(Id<Module> module, const std::string& variant, const Program& program,
                   Reporter& report) {
  if (variant.empty()) return;
  if (!program.variants.find_key(join_key({std::to_string(module.value), variant})))
    report.add("variant", fmt::format("module {} has no variant '{}'", code_of(program, module),
                                      variant));
}

void check(const CohortModule& row, const Program& program, Reporter& report) {
  check_dates(row.not_before, row.not_after, "not_after", report);
  check_variant(row.module, row.variant, program, report);
  if (!row.use.value_or(false)) return;
  const Id<Programme> programme = program.cohorts.at(row.cohort).programme;
  const ProgrammeModule* mine = nullptr;
  for (const ProgrammeModule& p : program.programme_modules)
    if (p.programme == programme && p.module == row.module) mine = &p;
  const auto wanted = mine ? wanted_of(*mine) : std::nullopt;
  if (!wanted) return;
  int chosen = 0;
  for (const ProgrammeModule& p : program.programme_modules) {
    if (p.programme != programme || p.set != mine->set) continue;
    const auto* choice = program.cohort_modules.find_key(
        join_key({std::to_string(row.cohort.value), std::to_string(p.module.value)}));
    if (choice && choice->use.value_or(false)) ++chosen;
  }
  if (chosen > *wanted)
    report.add("use", fmt::format("cohort {} takes {} modules of set {}, which allows {}",
                                  code_of(program, row.cohort), chosen, mine->set, *wanted));
}

void check(const Facilitator& f, const Program&, Reporter& report) {
  check_hours(f.day_start, f.day_end, "day_end", report);
}

void check(const Room& r, const Program&, Reporter& report) {
  if (!r.is_virtual && !r.site) report.add("site", "a room that is not virtual has a site");
}

void check(const Blackout& b, const Program&, Reporter& report) {
  if (b.scope != BlackoutScope::all && !b.code)
    report.add("code", fmt::format("a blackout of a {} names it", word(b.scope)));
  check_dates(b.from, b.to, "to", report);
  check_both_or_neither(b.start.has_value(), b.end.has_value(), "end", "start and end", report);
  check_hours(b.start, b.end, "end", report);
}

void check(const ProtectedTime& p, const Program&, Reporter& report) {
  check_hours(p.start, p.end, "end", report);
  check_dates(p.from, p.to, "to", report);
}

void check(const Absence& a, const Program&, Reporter& report) {
  check_dates(a.from, a.to, "to", report);
}

void check(const Session& s, const Program& program, Reporter& report) {
  check_variant(s.module, s.variant, program, report);
  check_dates(s.due_from, s.due_to, "due_to", report);
}

void check(const Meeting& m, const Program& program, Reporter& report) {
  const Site* site = clock_site(program, m);
  if (!site) return;
  const auto zone = Zone::find(site->zone);
  if (!zone) return;
  for (const auto& [field, time] : {std::pair{"start", m.start}, std::pair{"end", m.end}}) {
    if (time.minute == 1440) continue;
    if (zone->to_utc(at(m.date, time)).kind == LocalKind::skipped)
      report.add(field,
                 fmt::format("{} {} does not exist in {}: the clocks go forward",
                             words_with_year(m.date), text(time), site->zone),
                 "choose another time");
  }
}

void check(const Attendance& a, const Program& program, Reporter& report) {
  const Meeting* meeting = program.meetings.find_key(
      join_key({std::to_string(a.session.value), std::to_string(a.meeting)}));
  if (!meeting)
    report.add("meeting", fmt::format("session {} has no meeting {}", code_of(program, a.session),
                                      a.meeting));
  if (a.status == AttendanceStatus::partial && !a.minutes)
    report.add("minutes", "a partial attendance says how many minutes");
}

void check(const Goal& g, const Program& program, Reporter& report) {
  if (leads_back(program.goals, g.id, &Goal::parent))
    report.add("parent", fmt::format("goal {} is below itself", g.code), "break the circle");
}

void check(const FlagRule& rule, const Program& program, Reporter& report) {
  const auto clauses = parse_conditions(rule.conditions);
  if (!clauses) {
    for (const Error& e : clauses.error())
      report.add("conditions", fmt::format("{}: {}", e.where, e.message), e.hint);
    return;
  }
  std::vector<std::string_view> codes;
  for (const Competency& c : program.competencies) codes.push_back(c.code);
  for (const FlagClause& clause : *clauses) {
    const std::string_view code = clause.competency();
    if (code.empty() || program.competencies.find_key(code)) continue;
    const std::string_view near = nearest(code, codes);
    report.add("conditions",
               fmt::format("column {}: there is no competency '{}'", clause.column, code),
               near.empty() ? "" : fmt::format("did you mean {}?", near));
  }
}

void check(const Project& p, const Program&, Reporter& report) {
  check_dates(p.from, p.to, "to", report);
}

// 20270514T093000Z, as iCalendar writes a moment.
bool is_stamp(std::string_view s) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return s.substr(from, count).find_first_not_of("0123456789") == s.npos;
  };
  return s.size() == 16 && digits(0, 8) && s[8] == 'T' && digits(9, 6) && s[15] == 'Z';
}

void check(const CalendarEntry& e, const Program&, Reporter& report) {
  for (const auto& [field, stamp] : {std::pair{"stamp", &e.stamp}, {"modified", &e.modified}})
    if (!stamp->empty() && !is_stamp(*stamp))
      report.add(field, fmt::format("{} '{}' is not a moment in UTC", field, *stamp),
                 "write it as 20270514T093000Z");
  if (!e.zone.empty()) check_zone(e.zone, report);
  check_hours(e.start, e.end, "end", report);
}

void check(const ExtraFile& f, const Program&, Reporter& report) {
  if (!f.name.starts_with("x_") || f.name.find('/') != f.name.npos)
    report.add("name", fmt::format("'{}': a file of your own starts with x_", f.name));
}

void check(const Branch& b, const Program&, Reporter& report) {
  if (lower(b.code) == kPublished)
    report.add("code", fmt::format("'{}' is the name of the plan itself", b.code),
               "choose another name");
}

void check(const BranchSession& s, const Program& program, Reporter& report) {
  if (!s.module) return;
  if (s.cohorts.empty())
    report.add("cohort", fmt::format("session {} is for no cohort", s.session),
               "name one, or leave module empty where the branch does without the session");
  check_variant(s.module, s.variant, program, report);
  check_dates(s.due_from, s.due_to, "due_to", report);
}

void check(const BranchWaiver& w, const Program&, Reporter& report) {
  if (!w.dropped && (w.reason.empty() || w.author.empty()))
    report.add("reason", "a waiver says why, and who lifted the rule");
}

void check(const BranchMeeting& m, const Program&, Reporter& report) {
  check_both_or_neither(m.date.has_value(), m.start.has_value(), "start", "date and start", report);
  check_both_or_neither(m.date.has_value(), m.end.has_value(), "end", "date and end", report);
}

// Nouns whose cells say all there is to check.
template <class T>
void check(const T&, const Program&, Reporter&) {}

}  // namespace

void check_noun(const Program& program, const RowRef& ref, Reporter& report) {
  switch (ref.table) {
#define X(Type, member, name)                                       \
  case TableId::member:                                             \
    check(static_cast<const Type&>(*ref.row), program, report);     \
    break;
    TANDEM_TABLES(X)
#undef X
    case TableId::none:
      break;
  }
}

}  // namespace tandem
