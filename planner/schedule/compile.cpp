#include "planner/schedule/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/schedule/asset_pools.hpp"
#include "planner/schedule/bodies.hpp"
#include "planner/schedule/by_code.hpp"
#include "planner/schedule/calendars.hpp"
#include "planner/schedule/candidates.hpp"
#include "planner/schedule/cover_units.hpp"
#include "planner/schedule/links.hpp"
#include "planner/schedule/waived.hpp"

namespace tandem::schedule {
namespace {

class Compiler {
 public:
  Compiler(Compiled& out, const CompileOptions& options)
      : out_(out),
        program_(out.program),
        problem_(out.problem),
        closures_(out.program, out.grid, out.site_zones),
        calendars_(closures_, out.grid, out.problem.calendars),
        sites_(program_.sites),
        cohorts_(program_.cohorts),
        modules_(program_.modules),
        facilitators_(program_.facilitators),
        rooms_(program_.rooms),
        units_(program_, out.grid, closures_),
        candidates_(out, facilitators_, calendars_, errors_),
        pools_(out, sites_, errors_),
        waivers_(program_),
        meetings_(program_.meetings, &Meeting::session),
        seasons_(program_.seasons, &Season::person) {
    for (const auto id : options.cohorts) asked_.insert(id.value);
    keep_ = options.keep;
    given_ = options.seating;
    for (const auto id : options.freed) freed_.insert(id.value);
  }

  Errors run() {
    tables();
    auto seating =
        given_ ? again(*given_)
               : seat(program_, [this](const Cohort& cohort) { return is_asked(cohort); },
                      {[this](const auto& person, const auto& cohort, const auto&,
                              const auto* choice) { return ever_free(person, cohort, choice); },
                       [this](const auto& session) { return stays(session); },
                       [this](const auto& person, const auto& session) {
                         return free_for(person, session);
                       }});
    if (!seating) return std::move(seating.error());
    out_.groups = std::move(seating->groups);
    out_.claims = std::move(seating->claims);
    out_.to_make_up = std::move(seating->to_make_up);

    problem_.units = units_.limits();
    facilitators();
    rooms();
    for (std::size_t g = 0; g < out_.groups.size(); ++g) session(static_cast<int>(g));
    add_bodies(out_);
    const auto circles = add_links(out_, waivers_, keep_);
    errors_.insert(errors_.end(), circles.begin(), circles.end());
    return std::move(errors_);
  }

 private:
  // ---- tables

  void tables() {
    out_.sites = sites_.rows();
    out_.cohorts = cohorts_.rows();
    out_.modules = modules_.rows();
    out_.facilitators = facilitators_.rows();
    out_.rooms = rooms_.rows();
    out_.units = units_.rows();

    const Grid& grid = out_.grid;
    problem_.slot_minutes = grid.slot_minutes();
    problem_.slots = grid.slots();
    problem_.days = grid.days();
    problem_.first_day = grid.day(*program_.workspace().horizon_from);
    problem_.zones = grid.zones();
    problem_.calendars = BitRows{0, grid.slots()};
    problem_.sites = static_cast<int>(out_.sites.size());
    problem_.travel.assign(out_.sites.size() * out_.sites.size(), kNone);
    for (std::size_t s = 0; s < out_.sites.size(); ++s)
      problem_.travel[s * out_.sites.size() + s] = 0;
    for (const Travel& row : program_.travel) {
      const int from = sites_.rank(row.from_site);
      const int to = sites_.rank(row.to_site);
      if (from == kNone || to == kNone) continue;
      problem_.travel[nth(from * problem_.sites + to)] = row.minutes;
    }
    for (const Travel& row : program_.travel) {  // both ways unless both are listed
      const int from = sites_.rank(row.from_site);
      const int to = sites_.rank(row.to_site);
      if (from == kNone || to == kNone) continue;
      int& back = problem_.travel[nth(to * problem_.sites + from)];
      if (back == kNone) back = row.minutes;
    }
    for (const Cohort* cohort : out_.cohorts) {
      Problem::Cohort c;
      const bool hard = cohort->deadline_rule == Rule::hard;
      if (cohort->deadline && !hard) c.deadline = grid.day(*cohort->deadline);
      if (cohort->budget && cohort->budget_rule == Rule::hard) c.budget = *cohort->budget;
      c.sessions_day = cohort->max_sessions_day.value_or(kNone);
      problem_.cohorts.push_back(c);
    }
  }

  bool is_asked(const Cohort& cohort) const {
    return asked_.empty() || asked_.contains(cohort.id.value);
  }

  // The same people in the same sessions, as rows of this Program.
  Result<Seating> again(Seating seating) const {
    const auto here = [this](auto& row) { row = row ? find(program_, row->id) : nullptr; };
    for (Group& group : seating.groups) {
      here(group.module);
      here(group.choice);
      here(group.existing);
      for (const Person*& person : group.people) here(person);
    }
    return seating;
  }

  // ---- what seating asks

  std::optional<Date> begins(const Session& session) const {
    std::optional<Date> first = session.due_from ? session.due_from : session.due_to;
    for (const auto* meeting : meetings_[session.id])
      if (!first || meeting->date < *first) first = meeting->date;
    return first;
  }

  bool stays(const Session& session) const {
    if (session.status == SessionStatus::delivered || session.status == SessionStatus::cancelled)
      return true;
    const bool asked = std::any_of(session.cohorts.begin(), session.cohorts.end(), [&](auto id) {
      const auto* cohort = find(program_, id);
      return cohort && is_asked(*cohort);
    });
    if (!asked) return true;
    const auto first = begins(session);
    if (!first) return keep_;
    if (session.pinned) return true;
    if (freed_.contains(session.id.value)) return false;
    if (keep_ && out_.as_of && *first < *out_.as_of) return true;
    return session.status == SessionStatus::published && out_.as_of &&
           *first < *out_.as_of + days{program_.workspace().freeze_days.value_or(0)};
  }

  int meeting_zone(const Session& session, const Meeting& meeting) const {
    const auto* room = find(program_, meeting.room);
    if (room && !room->is_virtual) return closures_.zone_of(room->site, 0);
    const auto* cohort = find(program_, session.cohorts.front());
    return cohort ? closures_.zone_of(cohort->site, 0) : 0;
  }

  bool free_for(const Person& person, const Session& session) const {
    for (const auto* meeting : meetings_[session.id]) {
      const int zone = meeting_zone(session, *meeting);
      const int begin = out_.grid.minute(zone, meeting->date, meeting->start.minute);
      const int end = out_.grid.minute(zone, meeting->date, meeting->end.minute);
      for (const Closure& closed : closures_.of(person, zone))
        if (closed.begin < end && begin < closed.end) return false;
    }
    return true;
  }

  // The first and last day a cohort's session of a module may be on.
  std::pair<Date, Date> window(const Cohort& cohort, const CohortModule* choice) const {
    const Workspace& workspace = program_.workspace();
    Date first = *workspace.horizon_from;
    Date last = *workspace.horizon_to;
    if (out_.as_of) first = std::max(first, *out_.as_of);
    if (cohort.start_from) first = std::max(first, *cohort.start_from);
    if (choice && choice->not_before) first = std::max(first, *choice->not_before);
    if (choice && choice->not_after) last = std::min(last, *choice->not_after);
    if (cohort.deadline && cohort.deadline_rule == Rule::hard)
      last = std::min(last, *cohort.deadline);
    return {first, last};
  }

  bool ever_free(const Person& person, const Cohort& cohort, const CohortModule* choice) {
    const auto seasons = seasons_[person.id];
    const bool paused = std::any_of(seasons.begin(), seasons.end(), [](const Season* s) {
      return s->season == SeasonKind::paused;
    });
    if (!paused) return true;
    const int zone = closures_.zone_of(cohort.site, 0);
    CalendarRow row = calendars_.of(cohort, zone, true);
    const auto [first, last] = window(cohort, choice);
    calendars_.keep_days(row, zone, first, last);
    for (const Closure& closed : closures_.of(person, zone))
      if (closed.rule == RuleKind::season) calendars_.close(row, closed);
    return std::any_of(row.begin(), row.end(), [](Word w) { return w != 0; });
  }

  // ---- facilitators, rooms

  void facilitators() {
    std::unordered_map<RawId, int> breadth;
    for (const Qualification& q : program_.qualifications)
      if (q.level != QualificationLevel::shadow) ++breadth[q.facilitator.value];
    for (const Facilitator* row : out_.facilitators) {
      Problem::Facilitator f;
      f.home = row->sites.empty() ? kNone : sites_.rank(row->sites.front());
      f.max_days_week = row->max_days_week.value_or(kNone);
      f.max_minutes_week = row->max_minutes_week.value_or(kNone);
      f.max_travel_days = row->max_travel_days.value_or(kNone);
      f.day_rate = row->day_rate.value_or(0);
      f.breadth = breadth[row->id.value];
      if (const Person* person = find(program_, row->person)) f.units = units_.of(person->unit);
      problem_.facilitators.push_back(std::move(f));
    }
  }

  void rooms() {
    for (const Room* row : out_.rooms) {
      Problem::Room r;
      r.site = row->is_virtual ? kNone : sites_.rank(row->site);
      r.zone = row->is_virtual ? kNone : closures_.zone_of(row->site, 0);
      r.capacity = row->capacity.value_or(kNone);
      r.setup_minutes = row->setup_minutes.value_or(0);
      r.day_cost = row->day_cost.value_or(0);
      problem_.rooms.push_back(r);
    }
  }

  // ---- sessions

  void session(int g) {
    Group& group = out_.groups[nth(g)];
    waived_ = waivers_.of(group.existing);
    Problem::Session s;
    const auto& first = *find(program_, group.cohorts.front());
    for (const auto id : group.cohorts) s.cohorts.push_back(cohorts_.rank(id));
    s.module = modules_.rank(group.module->id);
    s.item = !group.form.live();
    s.fixed = group.existing ? stays(*group.existing) : keep_;
    s.published = group.existing && (keep_ || group.existing->status == SessionStatus::published);
    s.alone = group.alone;
    s.gap_min = group.form.gap_min_days;
    s.gap_max = group.form.gap_max_days.value_or(kNone);
    s.learners = static_cast<int>(group.people.size());
    s.lifted = waived_.whole();
    const bool in_person = group.form.mode == Mode::in_person;
    s.zone = closures_.zone_of(in_person ? group.site : first.site, 0);
    if (in_person) s.site = sites_.rank(group.site);
    for (const int minutes : group.form.meeting_minutes)
      s.meetings.push_back(
          {minutes, (minutes + problem_.slot_minutes - 1) / problem_.slot_minutes});
    if (group.form.capacity && s.learners > *group.form.capacity &&
        !waived_(RuleKind::module_capacity, group.module->code))
      s.broken |= bit(RuleKind::module_capacity);
    hold(group, s);
    if (keep_ && !s.fixed && !s.held.empty()) s.wanted_day = s.held.front().day;
    if (!s.item) s.units = units_.shares(group.people, waived_);
    if (s.fixed) {
      s.calendar = s.cohort_calendar = calendars_.store(calendars_.open());
      pools_.held(group, waived_, s);
    } else {
      days_and_hours(group, s);
      if (!s.item) {
        candidates_.rooms(group, waived_, s);
        candidates_.staff(group, waived_, s);
        pools_.needs(group, waived_, s);
      }
    }
    problem_.sessions.push_back(std::move(s));
  }

  // Where the Program has it.
  void hold(const Group& group, Problem::Session& s) {
    if (!group.existing || group.cancelled()) return;
    if (s.item) {
      if (group.existing->due_to) {
        Place due;
        due.day = out_.grid.day(*group.existing->due_to);
        s.held = {due};
      }
      return;
    }
    std::vector<const Meeting*> rows(meetings_[group.existing->id].begin(),
                                     meetings_[group.existing->id].end());
    std::sort(rows.begin(), rows.end(),
              [](const auto* a, const auto* b) { return a->number < b->number; });
    if (!s.fixed && rows.size() != s.meetings.size()) return;
    for (const auto* row : rows) {
      Place p;
      const int zone = meeting_zone(*group.existing, *row);
      p.start = out_.grid.minute(zone, row->date, row->start.minute);
      p.end = out_.grid.minute(zone, row->date, row->end.minute);
      p.slot = out_.grid.slot_below(p.start);
      p.slots = out_.grid.slot_above(p.end) - p.slot;
      p.day = out_.grid.day(row->date);
      p.room = rooms_.rank(row->room);
      const auto join = [&](const auto& team) {
        for (const auto id : team) {
          const int f = facilitators_.rank(id);
          if (f != kNone && p.team_size < kMaxTeam)
            p.team[p.team_size++] = static_cast<std::int16_t>(f);
        }
        return p.team_size;
      };
      p.leads = join(row->leads);
      join(row->cofacilitators);
      p.again = !s.held.empty() && s.held.back().day == p.day;
      s.held.push_back(p);
    }
    if (s.fixed) {
      s.meetings.clear();
      for (const Place& p : s.held) s.meetings.push_back({p.end - p.start, p.slots});
    }
  }

  void days_and_hours(const Group& group, Problem::Session& s) {
    Date first = *program_.workspace().horizon_from;
    Date last = *program_.workspace().horizon_to;
    const auto bind = [&](RuleKind rule, Date& bound, Date by, bool later,
                          std::string_view subject) {
      if (!waived_(rule, subject)) bound = later ? std::max(bound, by) : std::min(bound, by);
    };
    if (out_.as_of) first = std::max(first, *out_.as_of);
    CalendarRow row = calendars_.open();
    bool first_cohort = true;
    for (const auto id : group.cohorts) {
      const Cohort& cohort = *find(program_, id);
      const CohortModule* choice =
          id == group.cohorts.front()
              ? group.choice
              : program_.cohort_modules.find_key(
                    join_key({std::to_string(id.value), std::to_string(group.module->id.value)}));
      if (cohort.start_from) bind(RuleKind::start, first, *cohort.start_from, true, cohort.code);
      if (choice && choice->not_before)
        bind(RuleKind::start, first, *choice->not_before, true, cohort.code);
      if (choice && choice->not_after)
        bind(RuleKind::not_after, last, *choice->not_after, false, cohort.code);
      if (cohort.deadline && cohort.deadline_rule == Rule::hard)
        bind(RuleKind::deadline, last, *cohort.deadline, false, cohort.code);
      if (waived_.any())
        narrow(row, calendars_.of(cohort, s.zone, first_cohort, waived_));
      else
        narrow(row, calendars_.of(cohort, s.zone, first_cohort));
      first_cohort = false;
    }
    s.first_day = std::clamp(out_.grid.day(first), 0, out_.grid.days() - 1);
    s.last_day = std::clamp(out_.grid.day(last), 0, out_.grid.days() - 1);
    calendars_.keep_days(row, s.zone, first, last);
    s.cohort_calendar = calendars_.store(row);
    if (s.item) {
      // A due date binds nobody's hours; only a pause may not hold it.
      row = calendars_.open();
      calendars_.keep_days(row, s.zone, first, last);
    }
    const CalendarRow* last_row = nullptr;  // most people of a group share one
    for (const Person* person : group.people) {
      if (s.item) {
        for (const Closure& closed : closures_.of(*person, s.zone))
          if (closed.rule == RuleKind::season) calendars_.close(row, closed);
      } else if (waived_.any()) {
        narrow(row, calendars_.of(*person, s.zone, waived_));
      } else if (const CalendarRow* own = &calendars_.of(*person, s.zone); own != last_row) {
        narrow(row, *own);
        last_row = own;
      }
    }
    s.calendar = calendars_.store(row);
  }

  Compiled& out_;
  const Program& program_;
  Problem& problem_;
  Errors errors_;
  Closures closures_;
  Calendars calendars_;
  ByCode<Site> sites_;
  ByCode<Cohort> cohorts_;
  ByCode<Module> modules_;
  ByCode<Facilitator> facilitators_;
  ByCode<Room> rooms_;
  CoverUnits units_;
  Candidates candidates_;
  AssetPools pools_;
  Waivers waivers_;
  Grouping<Id<Session>, Meeting> meetings_;
  Grouping<Id<Person>, Season> seasons_;
  Waived waived_;  // of the session in hand
  std::set<RawId> asked_;
  bool keep_{};
  const Seating* given_{};
  std::set<RawId> freed_;
};

}  // namespace

int Compiled::session(std::string_view code) const {
  const auto it = std::ranges::lower_bound(groups, code, {}, &Group::code);
  return it == groups.end() || it->code != code ? kNone : static_cast<int>(it - groups.begin());
}

Result<std::shared_ptr<const Compiled>> compile(const Program& program,
                                                const CompileOptions& options) {
  Errors errors;
  const Workspace& workspace = program.workspace();
  if (!workspace.horizon_from || !workspace.horizon_to ||
      *workspace.horizon_from > *workspace.horizon_to)
    errors.push_back({ErrorCode::bad_input, "the workspace has no horizon to plan in",
                      "workspace.csv", "set horizon_from and horizon_to"});
  const auto zone = Zone::find(workspace.zone);
  if (!zone) errors.insert(errors.end(), zone.error().begin(), zone.error().end());
  for (const auto id : options.cohorts)
    if (!find(program, id))
      errors.push_back(
          {ErrorCode::not_found, "one of the cohorts asked for does not exist", {}, {}});
  for (const Cohort& cohort : program.cohorts)
    if (!find(program, cohort.site))
      errors.push_back({ErrorCode::not_found, "has no site, so no calendar",
                        fmt::format("cohort {}", cohort.code), "give it a site"});
  if (!errors.empty()) return fail(std::move(errors));

  Date first = *workspace.horizon_from;
  Date last = *workspace.horizon_to;
  const auto reach = [&](Date date) {
    first = std::min(first, date);
    last = std::max(last, date);
  };
  for (const Meeting& meeting : program.meetings) reach(meeting.date);
  for (const Session& session : program.sessions)
    if (session.due_to) reach(*session.due_to);
  auto out = std::make_shared<Compiled>(
      Compiled{program,
               Grid{*zone, *workspace.horizon_from, first, last, workspace.slot_minutes},
               {},
               options.as_of ? options.as_of : workspace.as_of,
               {},
               {},
               {},
               {},
               {},
               {},
               {},
               {},
               {},
               {},
               {}});
  (void)*out->grid.zone(workspace.zone);  // zone 0, found above
  for (const Site& site : out->program.sites) {
    const auto found = out->grid.zone(site.zone);
    if (!found) {
      for (Error error : found.error()) {
        error.where = fmt::format("site {}", site.code);
        errors.push_back(std::move(error));
      }
      continue;
    }
    out->site_zones.push_back(*found);
  }
  if (!errors.empty()) return fail(std::move(errors));
  errors = Compiler{*out, options}.run();
  if (!errors.empty()) return fail(std::move(errors));
  return std::shared_ptr<const Compiled>{std::move(out)};
}

}  // namespace tandem::schedule
