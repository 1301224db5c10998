#include "planner/schedule/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/schedule/by_code.hpp"
#include "planner/schedule/calendars.hpp"
#include "planner/schedule/cover_units.hpp"
#include "planner/schedule/waived.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

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
        waivers_(program_.waivers, &Waiver::session),
        meetings_(program_.meetings, &Meeting::session),
        arrangements_(program_.arrangements, &Arrangement::person),
        seasons_(program_.seasons, &Season::person),
        qualifications_(program_.qualifications, &Qualification::module),
        prerequisites_(program_.prerequisites, &Prerequisite::module) {
    for (const auto id : options.cohorts) asked_.insert(id.value);
    keep_ = options.keep;
    for (const auto id : options.freed) freed_.insert(id.value);
  }

  Errors run() {
    tables();
    auto seating = seat(
        program_, [this](const Cohort& cohort) { return is_asked(cohort); },
        {[this](const auto& person, const auto& cohort, const auto&, const auto* choice) {
           return ever_free(person, cohort, choice);
         },
         [this](const auto& session) { return stays(session); },
         [this](const auto& person, const auto& session) { return free_for(person, session); }});
    if (!seating) return std::move(seating.error());
    out_.groups = std::move(seating->groups);
    out_.to_make_up = std::move(seating->to_make_up);

    problem_.units = units_.limits();
    facilitators();
    rooms();
    for (std::size_t g = 0; g < out_.groups.size(); ++g) session(static_cast<int>(g));
    bodies();
    links(seating->claims);
    travels();
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
      problem_.travel[index(from * problem_.sites + to)] = row.minutes;
    }
    for (const Travel& row : program_.travel) {  // both ways unless both are listed
      const int from = sites_.rank(row.from_site);
      const int to = sites_.rank(row.to_site);
      if (from == kNone || to == kNone) continue;
      int& back = problem_.travel[index(to * problem_.sites + from)];
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

  // ---- waivers

  Waived waived_of(const Group& group) const {
    return group.existing ? Waived{waivers_[group.existing->id]} : Waived{};
  }

  // ---- facilitators, rooms, pools

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
    Group& group = out_.groups[index(g)];
    waived_ = waived_of(group);
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
      pools_held(group, s);
    } else {
      days_and_hours(group, s);
      if (!s.item) {
        room_candidates(group, s);
        staff_candidates(group, s);
        pool_needs(group, s);
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

  std::vector<std::string> features_for(const Group& group, bool physical) const {
    std::vector<std::string> out;
    const auto need = [&](RuleKind rule, std::string_view subject, const std::string& feature) {
      if (!waived_(rule, subject) && std::find(out.begin(), out.end(), feature) == out.end())
        out.push_back(feature);
    };
    for (const auto& feature : group.form.features) need(RuleKind::room_features, {}, feature);
    for (const Person* person : group.people)
      for (const Arrangement* a : arrangements_[person->id])
        if (a->kind == ArrangementKind::captions ||
            (physical && a->kind == ArrangementKind::step_free))
          need(RuleKind::arrangement, person->number, std::string{word(a->kind)});
    return out;
  }

  void room_candidates(const Group& group, Problem::Session& s) {
    s.needs_room = needs_room(program_, group.form);
    // A coaching meeting needs no room, but keeps the one it has.
    const auto is_held_in = [&](std::size_t r) {
      return std::any_of(s.held.begin(), s.held.end(),
                         [&](const Place& p) { return p.room == static_cast<int>(r); });
    };
    const auto wanted = features_for(group, group.form.mode == Mode::in_person);
    Form form = group.form;
    form.features = wanted;
    for (std::size_t r = 0; r < out_.rooms.size(); ++r) {
      const Room& room = *out_.rooms[r];
      if (!s.needs_room && !is_held_in(r)) continue;
      if (!usable(room, form, s.needs_room ? group.site : room.site)) continue;
      if (room.capacity && *room.capacity < s.learners &&
          !waived_(RuleKind::room_capacity, room.code))
        continue;
      s.rooms.push_back({static_cast<int>(r), calendars_.store(room, s.zone, waived_), false});
    }
    // The cheapest first, then the smallest that holds them, so that large rooms stay free.
    std::stable_sort(s.rooms.begin(), s.rooms.end(),
                     [&](const Problem::Candidate& a, const Problem::Candidate& b) {
                       const auto key = [&](const Problem::Candidate& c) {
                         const auto& room = problem_.rooms[index(c.who)];
                         return std::make_pair(room.day_cost,
                                               room.capacity == kNone ? INT32_MAX : room.capacity);
                       };
                       return key(a) < key(b);
                     });
  }

  bool speaks(const Group& group, const Facilitator& f) const {
    if (f.languages.empty() || waived_(RuleKind::facilitator_language, f.code)) return true;
    return std::all_of(group.cohorts.begin(), group.cohorts.end(), [&](auto id) {
      const auto& language = find(program_, id)->language;
      return language.empty() ||
             std::find(f.languages.begin(), f.languages.end(), language) != f.languages.end();
    });
  }

  bool works_at(const Group& group, const Problem::Session& s, const Facilitator& f) const {
    return s.site == kNone || f.sites.empty() || waived_(RuleKind::facilitator_site, f.code) ||
           std::find(f.sites.begin(), f.sites.end(), group.site) != f.sites.end();
  }

  void staff_candidates(const Group& group, Problem::Session& s) {
    const Module& module = *group.module;
    int leads = 0;
    int able = 0;
    for (const Qualification* q : qualifications_[module.id]) {
      if (q->level == QualificationLevel::shadow) continue;
      ++able;
      const bool lead = q->level == QualificationLevel::lead;
      leads += lead ? 1 : 0;
      const int rank = facilitators_.rank(q->facilitator);
      if (rank == kNone) continue;
      const Facilitator& f = *out_.facilitators[index(rank)];
      if (!speaks(group, f) || !works_at(group, s, f)) continue;
      s.staff.push_back({rank, calendars_.store(f, s.zone, waived_), lead});
    }
    // The scarce first: those who may run little else.
    std::sort(s.staff.begin(), s.staff.end(),
              [&](const Problem::Candidate& a, const Problem::Candidate& b) {
                const auto key = [&](const Problem::Candidate& c) {
                  return std::make_pair(problem_.facilitators[index(c.who)].breadth, c.who);
                };
                return key(a) < key(b);
              });
    s.leads = group.form.leads;
    s.cofacilitators = group.form.cofacilitators;
    // A module that does not say how many run it gets one lead where there is anyone to lead it.
    if (!module.leads && leads > 0) s.leads = 1;
    if (waived_(RuleKind::facilitator_count, {})) s.leads = s.cofacilitators = 0;
    if (!reported_.insert(module.id.value).second) return;
    if (leads < s.leads || able < s.leads + s.cofacilitators)
      errors_.push_back(
          {ErrorCode::bad_input,
           fmt::format("module {} needs {} to lead and {} to help: {} qualified to lead, {} in all",
                       module.code, s.leads, s.cofacilitators, leads, able),
           fmt::format("module {}", module.code), "add qualifications, or ask for fewer people"});
    if (s.leads + s.cofacilitators > kMaxTeam)
      errors_.push_back(
          {ErrorCode::bad_input,
           fmt::format("module {} asks for more than {} facilitators", module.code, kMaxTeam),
           fmt::format("module {}", module.code),
           {}});
  }

  void pool_needs(const Group& group, Problem::Session& s) {
    const auto* first = find(program_, group.cohorts.front());
    const Id<Site> site = s.site == kNone ? first->site : group.site;
    for (const Amount& need : group.module->assets) {
      if (waived_(RuleKind::assets, need.code)) continue;
      const int pool = pool_for(need.code, site);
      const int there =
          pool == kNone ? 0 : quantity(pool) + quantity(problem_.pools[index(pool)].common);
      if (there < need.quantity) {
        if (reported_assets_.insert({need.code, site.value}).second)
          errors_.push_back(
              {ErrorCode::bad_input,
               fmt::format("module {} needs {} {}, site {} has {}", group.module->code,
                           need.quantity, need.code, code_of(program_, site), there),
               fmt::format("session {}", group.code), "add the assets, or ask for fewer"});
        continue;
      }
      s.pools.push_back({pool, need.quantity});
    }
  }

  // Of a session that stays: what it takes at each site that it is held at, be it there or not.
  void pools_held(const Group& group, Problem::Session& s) {
    if (s.item) return;
    std::set<int> sites;
    for (const Place& p : s.held) {
      const int site = p.room == kNone ? kNone : problem_.rooms[index(p.room)].site;
      sites.insert(site == kNone ? sites_.rank(find(program_, group.cohorts.front())->site) : site);
    }
    for (const Amount& need : group.module->assets) {
      if (waived_(RuleKind::assets, need.code)) continue;
      std::set<int> pools;
      for (const int site : sites) pools.insert(pool_for(need.code, out_.sites[index(site)]->id));
      for (const int pool : pools)
        if (pool != kNone) s.pools.push_back({pool, need.quantity});
    }
  }

  // The site's own pool, else the one that serves every site; none: there is neither.
  int pool_for(const std::string& code, Id<Site> site) {
    const Asset* here = nullptr;
    const Asset* everywhere = nullptr;
    for (const Asset& asset : program_.assets) {
      if (asset.code != code) continue;
      if (asset.site == site) here = &asset;
      if (!asset.site) everywhere = &asset;
    }
    const int common = everywhere ? pool_of(*everywhere) : kNone;
    if (!here) return common;
    const int own = pool_of(*here);
    problem_.pools[index(own)].common = common;
    return own;
  }
  int pool_of(const Asset& asset) {
    const auto [it, added] =
        pool_rank_.emplace(asset.id.value, static_cast<int>(problem_.pools.size()));
    if (added) {
      problem_.pools.push_back({asset.quantity, kNone});
      out_.pools.push_back(&asset);
    }
    return it->second;
  }
  int quantity(int pool) const { return pool == kNone ? 0 : problem_.pools[index(pool)].quantity; }

  // ---- bodies

  int load_limit(const Cohort& cohort, Id<Person> person) {
    const Grid& grid = out_.grid;
    const int weeks = problem_.weeks();
    std::vector<bool> lighter(index(weeks));
    for (const Season* season : seasons_[person]) {
      if (season->season != SeasonKind::lighter) continue;
      const int from = std::max(0, grid.day(season->from) / 7);
      const int to = season->to ? std::min(weeks - 1, grid.day(*season->to) / 7) : weeks - 1;
      for (int w = from; w <= to; ++w) lighter[index(w)] = true;
    }
    Problem::LoadLimit limit;
    limit.weeks = cohort.load_window_weeks;
    for (int begin = 1 - limit.weeks; begin < weeks; ++begin) {
      std::int64_t halves = 0;
      for (int w = begin; w < begin + limit.weeks; ++w)
        halves += w >= 0 && w < weeks && lighter[index(w)] ? 1 : 2;
      limit.allowed.push_back(static_cast<int>(*cohort.max_minutes_week * halves / 2));
    }
    const auto key = std::make_pair(limit.weeks, limit.allowed);
    const auto it = limit_rank_.find(key);
    if (it != limit_rank_.end()) return it->second;
    problem_.load_limits.push_back(std::move(limit));
    return limit_rank_[key] = static_cast<int>(problem_.load_limits.size()) - 1;
  }

  void bodies() {
    std::unordered_map<RawId, std::vector<int>> sessions_of;
    for (std::size_t g = 0; g < out_.groups.size(); ++g)
      for (const Person* person : out_.groups[g].people)
        sessions_of[person->id.value].push_back(static_cast<int>(g));
    std::unordered_map<RawId, std::vector<int>> facilitates;
    for (std::size_t f = 0; f < out_.facilitators.size(); ++f)
      if (out_.facilitators[f]->person)
        facilitates[out_.facilitators[f]->person.value].push_back(static_cast<int>(f));
    std::unordered_map<RawId, std::vector<const Cohort*>> limited;
    for (const Cohort* cohort : out_.cohorts)
      if (cohort->max_minutes_week) limited_cohorts_.insert(cohort->id.value);
    for (const Member& member : program_.members)
      if (limited_cohorts_.contains(member.cohort.value) &&
          (member.status == MemberStatus::enrolled || member.status == MemberStatus::completed))
        limited[member.person.value].push_back(find(program_, member.cohort));

    std::vector<const Person*> people;
    for (const Person& person : program_.people)
      if (sessions_of.contains(person.id.value) || facilitates.contains(person.id.value))
        people.push_back(&person);
    std::sort(people.begin(), people.end(),
              [](const Person* a, const Person* b) { return a->number < b->number; });

    // People who hold the same seats under the same limits, and run nothing, are one body.
    std::map<std::pair<std::vector<int>, std::vector<int>>, int> same;
    for (const Person* person : people) {
      Problem::Body body;
      body.people = 1;
      auto& cohorts = limited[person->id.value];
      for (const auto* cohort : cohorts)
        body.load_limits.push_back(load_limit(*cohort, person->id));
      std::sort(body.load_limits.begin(), body.load_limits.end());
      body.load_limits.erase(std::unique(body.load_limits.begin(), body.load_limits.end()),
                             body.load_limits.end());
      const auto& sits = sessions_of[person->id.value];
      const auto runs = facilitates.find(person->id.value);
      if (runs == facilitates.end()) {
        const auto [it, added] =
            same.try_emplace({sits, body.load_limits}, static_cast<int>(problem_.bodies.size()));
        if (!added) {
          ++problem_.bodies[index(it->second)].people;
          continue;
        }
      }
      const int b = static_cast<int>(problem_.bodies.size());
      for (const int s : sits) problem_.sessions[index(s)].bodies.push_back(b);
      if (runs != facilitates.end())
        for (const int f : runs->second) problem_.facilitators[index(f)].body = b;
      problem_.bodies.push_back(std::move(body));
    }
    for (std::size_t f = 0; f < out_.facilitators.size(); ++f) {
      if (find(program_, out_.facilitators[f]->person)) continue;
      problem_.facilitators[f].body = static_cast<int>(problem_.bodies.size());
      problem_.bodies.push_back({1, false, {}});
    }
    for (Problem::Session& s : problem_.sessions)  // nobody runs the session they sit in
      std::erase_if(s.staff, [&](const Problem::Candidate& c) {
        const int body = problem_.facilitators[index(c.who)].body;
        return std::find(s.bodies.begin(), s.bodies.end(), body) != s.bodies.end();
      });
    day_rows();
  }

  void day_rows() {
    std::map<std::pair<int, int>, int> rows;
    for (Problem::Session& s : problem_.sessions) {
      if (s.item) continue;
      for (const int c : s.cohorts) {
        const int limit = problem_.cohorts[index(c)].sessions_day;
        if (limit == kNone) continue;
        for (const int b : s.bodies) {
          const auto [it, added] =
              rows.try_emplace({b, c}, static_cast<int>(problem_.day_rows.size()));
          if (added) problem_.day_rows.push_back({b, c, limit});
          s.day_rows.push_back(it->second);
        }
      }
    }
  }

  void travels() {
    std::vector<std::set<int>> sites(problem_.bodies.size());
    for (const Problem::Session& s : problem_.sessions) {
      std::set<int> here;
      if (s.site != kNone && !s.fixed) here.insert(s.site);
      for (const Place& p : s.held)
        if (p.room != kNone && problem_.rooms[index(p.room)].site != kNone)
          here.insert(problem_.rooms[index(p.room)].site);
      for (const int b : s.bodies) sites[index(b)].insert(here.begin(), here.end());
      for (const Problem::Candidate& c : s.staff)
        sites[index(problem_.facilitators[index(c.who)].body)].insert(here.begin(), here.end());
      for (const Place& p : s.held)
        for (int t = 0; t < p.team_size; ++t)
          sites[index(problem_.facilitators[index(p.team[index(t)])].body)].insert(here.begin(),
                                                                                   here.end());
    }
    for (std::size_t b = 0; b < sites.size(); ++b) problem_.bodies[b].travels = sites[b].size() > 1;
  }

  // ---- links

  void links(std::vector<Claim> claims) {
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
      return std::tie(a.cohort, a.person) < std::tie(b.cohort, b.person);
    });
    std::map<std::pair<int, int>, Problem::Link> found;
    for (std::size_t i = 0; i < claims.size();) {
      std::size_t end = i;
      std::map<RawId, int> group_of;  // module -> group
      for (; end < claims.size() && claims[end].cohort == claims[i].cohort &&
             claims[end].person == claims[i].person;
           ++end)
        group_of.emplace(claims[end].module.value, claims[end].group);
      for (std::size_t k = i; k < end; ++k)
        for (const Prerequisite* needs : prerequisites_[claims[k].module]) {
          const auto from = group_of.find(needs->needs.value);
          if (from != group_of.end()) link(*needs, from->second, claims[k], found);
        }
      i = end;
    }
    for (const auto& [ends, link] : found) {
      const int l = static_cast<int>(problem_.links.size());
      problem_.sessions[index(link.from)].out.push_back(l);
      problem_.sessions[index(link.to)].in.push_back(l);
      problem_.links.push_back(link);
    }
    std::vector<char> ordered(problem_.sessions.size());
    for (const int s : topological_order(problem_)) ordered[index(s)] = 1;
    const auto stuck = std::find(ordered.begin(), ordered.end(), 0);
    if (stuck != ordered.end()) {
      const auto& code =
          out_.groups[static_cast<std::size_t>(stuck - ordered.begin())].module->code;
      errors_.push_back(
          {ErrorCode::bad_input, fmt::format("module {} needs itself, over what it needs", code),
           fmt::format("module {}", code), "take one prerequisite out of the circle"});
    }
  }

  void link(const Prerequisite& needs, int from, const Claim& claim,
            std::map<std::pair<int, int>, Problem::Link>& found) {
    const int to = claim.group;
    const Problem::Session& before = problem_.sessions[index(from)];
    const Problem::Session& after = problem_.sessions[index(to)];
    const Group& group = out_.groups[index(to)];
    // What stays binds what must come before it, unless it has been held already.
    if (after.fixed && (before.fixed || after.held.empty() || group.delivered())) return;
    if (from == to || found.contains({from, to})) return;
    if (out_.groups[index(from)].delivered() && before.held.empty()) return;  // done, undated
    waived_ = waived_of(group);
    const auto lifts = [&](RuleKind rule) {
      return waived_(rule, code_of(program_, needs.needs)) ||
             waived_(rule, out_.groups[index(from)].code) ||
             waived_(rule, code_of(program_, claim.person));
    };
    if (lifts(RuleKind::prerequisite)) return;
    Problem::Link link{from, to, needs.min_days.value_or(0), needs.max_days.value_or(kNone),
                       keep_ ? kNone : needs.ideal_days.value_or(kNone)};
    // A due date has no time of day: what follows on it is not known to be later.
    if ((before.item || after.item) && link.max_days != 0)
      link.min_days = std::max(link.min_days, 1);
    if (lifts(RuleKind::spacing_min)) link.min_days = 0;
    if (lifts(RuleKind::spacing_max)) link.max_days = kNone;
    found.emplace(std::make_pair(from, to), link);
  }

  Compiled& out_;
  const Program& program_;
  Problem& problem_;
  Closures closures_;
  Calendars calendars_;
  ByCode<Site> sites_;
  ByCode<Cohort> cohorts_;
  ByCode<Module> modules_;
  ByCode<Facilitator> facilitators_;
  ByCode<Room> rooms_;
  CoverUnits units_;
  Grouping<Id<Session>, Waiver> waivers_;
  Grouping<Id<Session>, Meeting> meetings_;
  Grouping<Id<Person>, Arrangement> arrangements_;
  Grouping<Id<Person>, Season> seasons_;
  Grouping<Id<Module>, Qualification> qualifications_;
  Grouping<Id<Module>, Prerequisite> prerequisites_;
  Waived waived_;  // of the session in hand
  std::set<RawId> asked_;
  bool keep_{};
  std::set<RawId> freed_;
  std::set<RawId> limited_cohorts_;
  std::unordered_map<RawId, int> pool_rank_;
  std::map<std::pair<int, std::vector<int>>, int> limit_rank_;
  std::set<RawId> reported_;
  std::set<std::pair<std::string, RawId>> reported_assets_;
  Errors errors_;
};

}  // namespace

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
