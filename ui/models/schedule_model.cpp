#include "ui/models/schedule_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"
#include "ui/models/cohorts_model.hpp"

namespace tandem::models {
namespace {

using geometry::kDay;
using geometry::Span;

constexpr int kDefaultBegin = 8 * 60;
constexpr int kDefaultEnd = 18 * 60;

Minute day_minute(Date date) { return Minute{date.time_since_epoch().count()} * kDay; }

bool same_dates(const SessionFacts& a, const SessionFacts& b) {
  if (a.meetings.size() != b.meetings.size() || a.due_to != b.due_to) return false;
  for (std::size_t k = 0; k < a.meetings.size(); ++k) {
    const MeetingFacts& x = a.meetings[k];
    const MeetingFacts& y = b.meetings[k];
    if (x.own_begin != y.own_begin || x.own_end != y.own_end || x.room != y.room ||
        x.leads != y.leads)
      return false;
  }
  return true;
}

class Builder {
 public:
  Builder(const SessionBook& book, Date today, LanesBy by, const SessionBook* proposed)
      : now_(book),
        shown_(proposed ? *proposed : book),
        program_(shown_.program()),
        today_(today),
        by_(by),
        proposed_(proposed != nullptr) {}

  ScheduleModel build() {
    out_.today = day_minute(today_) + 12 * 60;
    out_.empty = program_.cohorts.empty();
    lanes();
    for (const SessionFacts& s : shown_.sessions()) {
      if (s.cancelled()) continue;
      ++out_.sessions;
      if (s.has_date())
        ++out_.placed;
      else
        out_.unplaced.push_back(s.code);
      add(s, proposed_ && differs(s), false);
    }
    if (proposed_)
      for (const SessionFacts& s : now_.sessions()) {
        const SessionFacts* then = shown_.find(s.code);
        if (!s.cancelled() && s.has_date() && then && !same_dates(s, *then)) add(s, false, true);
      }
    figures();
    load();
    axis();
    bands();
    notes();
    return std::move(out_);
  }

 private:
  bool differs(const SessionFacts& s) const {
    const SessionFacts* before = now_.find(s.code);
    return s.has_date() && (!before || !same_dates(*before, s));
  }

  ScheduleLane& lane(RawId id) { return out_.lanes[index_.at(id)]; }

  template <class T, class Fill>
  void lane_rows(const Table<T>& table, Fill fill) {
    std::vector<const T*> rows;
    for (const T& row : table) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const T* a, const T* b) { return a->code < b->code; });
    for (const T* row : rows) {
      ScheduleLane lane;
      lane.key = row->id.value;
      lane.code = row->code;
      fill(*row, lane);
      index_[row->id.value] = out_.lanes.size();
      out_.lanes.push_back(std::move(lane));
    }
  }

  std::string site_code(Id<Site> id) const {
    const Site* site = id ? tandem::find(program_, id) : nullptr;
    return site ? site->code : std::string{};
  }

  void lanes() {
    switch (by_) {
      case LanesBy::cohort:
        lane_rows(program_.cohorts, [&](const Cohort& c, ScheduleLane& lane) {
          lane.title = c.code;
          lane.line = c.name;
          lane.site = site_code(c.site);
          if (const auto* programme = tandem::find(program_, c.programme))
            lane.orientation = orientation_of(programme->journey);
        });
        break;
      case LanesBy::facilitator:
        lane_rows(program_.facilitators, [&](const Facilitator& f, ScheduleLane& lane) {
          lane.title = f.name;
          std::vector<std::string> sites;
          for (const auto id : f.sites)
            if (const Site* site = tandem::find(program_, id)) sites.push_back(site->name);
          if (!f.sites.empty()) lane.site = site_code(f.sites.front());
          lane.line = sites.empty() ? "every site" : join(sites, ", ");
        });
        break;
      case LanesBy::room:
        lane_rows(program_.rooms, [&](const Room& r, ScheduleLane& lane) {
          lane.title = r.name;
          lane.site = site_code(r.site);
          const Site* site = r.site ? tandem::find(program_, r.site) : nullptr;
          lane.line = site ? site->name : "virtual";
          if (r.capacity) lane.line += fmt::format(", {} seats", *r.capacity);
        });
        break;
    }
  }

  // The lanes a meeting stands in.
  std::set<RawId> lanes_of(const Program& from, const SessionFacts& s, Id<Meeting> meeting) const {
    std::set<RawId> out;
    if (by_ == LanesBy::cohort) {
      for (const auto id : s.cohort_ids) out.insert(id.value);
    } else if (const Meeting* m = meeting ? tandem::find(from, meeting) : nullptr) {
      if (by_ == LanesBy::room) {
        out.insert(m->room.value);
      } else {
        for (const auto id : m->leads) out.insert(id.value);
        for (const auto id : m->cofacilitators) out.insert(id.value);
      }
    }
    std::erase_if(out, [&](RawId id) { return !index_.contains(id); });
    return out;
  }

  // `ghost`: where it stands now, while a proposal takes it elsewhere.
  void add(const SessionFacts& s, bool moved, bool ghost) {
    const Program& from = ghost ? now_.program() : shown_.program();
    ScheduleBar bar;
    bar.session = s.code;
    bar.code = s.module;
    bar.orientation = s.orientation;
    bar.part_of = s.meetings.size() > 1 ? s.id.value : 0;
    bar.pinned = s.pinned;
    bar.moved = moved;
    bar.people = s.people.empty()
                     ? std::string{}
                     : count(static_cast<std::int64_t>(s.people.size()), "person", "people");
    const auto put = [&](Id<Meeting> id, Span span, std::string place, std::string when,
                         bool over) {
      bar.span = span;
      bar.place = std::move(place);
      bar.when = when;
      bar.state = ghost                                            ? BarState::was
                  : (s.status == SessionStatus::delivered || over) ? BarState::held
                                                                   : BarState::ahead;
      bar.tooltip =
          fmt::format("{}: {}\n{}{}", s.name(), s.title, ghost ? "until now: " : "", when);
      for (const RawId lane_id : lanes_of(from, s, id)) {
        bar.key = ++keys_;
        lane(lane_id).bars.push_back(bar);
      }
    };
    for (const MeetingFacts& m : s.meetings)
      put(m.id, {axis_minute(m.own_begin), axis_minute(m.own_end)}, m.room, when_words(m),
          date_of(m.own_begin) < today_);
    // Work without a meeting fills its last day: that is when it is asked for.
    if (s.meetings.empty() && s.due_to)
      put({}, {day_minute(*s.due_to) + kDefaultBegin, day_minute(*s.due_to) + kDefaultEnd}, "due",
          "due " + words(*s.due_to), *s.due_to < today_);
  }

  // A session counts as held when its last part has passed; one without a date counts too.
  void figures() {
    std::map<RawId, std::set<std::string>> all;
    if (by_ == LanesBy::cohort)
      for (const SessionFacts& s : shown_.sessions())
        if (!s.cancelled())
          for (const auto id : s.cohort_ids) all[id.value].insert(s.code);
    for (ScheduleLane& lane : out_.lanes) {
      std::set<std::string>& sessions = all[lane.key];
      for (const ScheduleBar& bar : lane.bars)
        if (bar.state != BarState::was) sessions.insert(bar.session);
      const auto held = std::ranges::count_if(sessions, [&](const std::string& code) {
        const SessionFacts* s = shown_.find(code);
        const auto last = s->last_day();
        return s->status == SessionStatus::delivered || (last && *last < today_);
      });
      lane.right =
          sessions.empty() ? "no session" : fmt::format("{} of {} held", held, sessions.size());
      std::sort(lane.bars.begin(), lane.bars.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.span.begin, a.code, a.key} < std::tuple{b.span.begin, b.code, b.key};
      });
      if (by_ != LanesBy::cohort) tell_ahead(lane);
    }
  }

  void tell_ahead(ScheduleLane& lane) const {
    constexpr std::size_t kMost = 8;
    std::size_t more = 0;
    for (const ScheduleBar& bar : lane.bars) {
      if (bar.state != BarState::ahead) continue;
      if (lane.ahead.size() == kMost) {
        ++more;
        continue;
      }
      lane.ahead.push_back({bar.key, bar.session, shown_.find(bar.session)->name(), bar.when});
    }
    if (more > 0) lane.more_ahead = fmt::format("and {} more", more);
  }

  void load() {
    std::map<Date, std::set<std::pair<Date, RawId>>> weeks;
    for (const Meeting& m : program_.meetings) {
      const Session* session = tandem::find(program_, m.session);
      if (!session || session->status == SessionStatus::cancelled) continue;
      auto& week = weeks[week_start(m.date)];
      for (const auto id : m.leads) week.insert({m.date, id.value});
      for (const auto id : m.cofacilitators) week.insert({m.date, id.value});
    }
    for (const auto& [monday, who] : weeks)
      if (!who.empty())
        out_.load.push_back({{day_minute(monday), day_minute(monday) + 5 * kDay},
                             static_cast<int>(who.size()),
                             monday + days{6} >= today_});
    int limit = 0;
    for (const Facilitator& f : program_.facilitators) {
      if (!f.max_days_week) return;
      limit += *f.max_days_week;
    }
    out_.load_limit = limit;
  }

  // Working hours of all sites and of every bar; weekends only where something stands in one.
  void axis() {
    int begin = kDefaultBegin;
    int end = kDefaultEnd;
    bool weekends = false;
    Minute first = day_minute(today_);
    Minute last = first;
    const Workspace& w = program_.workspace();
    if (w.horizon_from) first = std::min(first, day_minute(*w.horizon_from));
    if (w.horizon_to) last = std::max(last, day_minute(*w.horizon_to));
    for (const ScheduleLane& lane : out_.lanes)
      for (const ScheduleBar& bar : lane.bars) {
        const Minute day = geometry::floor_div(bar.span.begin, kDay);
        begin = std::min(begin, static_cast<int>(bar.span.begin - day * kDay));
        end = std::max(end, static_cast<int>(std::min(bar.span.end - day * kDay, kDay)));
        weekends = weekends || geometry::Fold::weekday(day) >= 5;
        first = std::min(first, day * kDay);
        last = std::max(last, day * kDay);
      }
    out_.fold = geometry::Fold(begin / 60 * 60, (end + 59) / 60 * 60, weekends);
    const Minute week = 7 * kDay;
    out_.limits = {out_.fold.to_axis(first), out_.fold.to_axis(last + week)};
  }

  static Span days_of(Date from, Date to) { return {day_minute(from), day_minute(to) + kDay}; }

  void bands() {
    std::map<std::string, std::map<Date, std::string>> holidays;  // by site
    for (const Holiday& h : program_.holidays) {
      std::string& name = holidays[site_code(h.site)][h.date];
      name += name.empty() ? h.name : ", " + h.name;
    }
    for (ScheduleLane& lane : out_.lanes) {
      if (lane.site.empty()) continue;
      for (const auto& [date, name] : holidays[lane.site])
        lane.days_off.push_back({days_of(date, date), name});
    }
    for (const Blackout& b : program_.blackouts) {
      if (b.scope != BlackoutScope::all || b.start) continue;
      out_.bands.push_back({days_of(b.from, b.to), b.name});
    }
  }

  void notes() {
    const auto note = [&](RawId id, Span span, std::string words) {
      if (index_.contains(id)) lane(id).closed.push_back({span, std::move(words)});
    };
    const auto scope = by_ == LanesBy::cohort        ? BlackoutScope::cohort
                       : by_ == LanesBy::facilitator ? BlackoutScope::facilitator
                                                     : BlackoutScope::room;
    for (const Blackout& b : program_.blackouts) {
      if (b.scope != scope) continue;
      for (Date day = b.from; day <= b.to; day += days{1})
        note(b.code.value,
             {day_minute(day) + (b.start ? b.start->minute : out_.fold.day_begin()),
              day_minute(day) + (b.end ? b.end->minute : out_.fold.day_end())},
             b.name);
    }
    for (const Absence& a : program_.absences) {
      const bool mine = (a.kind == AbsenceKind::facilitator && by_ == LanesBy::facilitator) ||
                        (a.kind == AbsenceKind::room && by_ == LanesBy::room);
      if (mine)
        note(a.code.value,
             {day_minute(a.from) + out_.fold.day_begin(), day_minute(a.to) + out_.fold.day_end()},
             a.kind == AbsenceKind::room ? "closed" : "away");
    }
    if (by_ != LanesBy::cohort) return;
    const Workspace& w = program_.workspace();
    for (const ProtectedTime& p : program_.protected_times) {
      if (p.scope != ProtectedScope::cohort) continue;
      const auto from = p.from ? p.from : w.horizon_from;
      const auto to = p.to ? p.to : w.horizon_to;
      if (!from || !to) continue;
      for (Date day = *from; day <= *to; day += days{1})
        if (p.weekday.has(weekday(day)))
          note(p.code.value, {day_minute(day) + p.start.minute, day_minute(day) + p.end.minute},
               "Protected time");
    }
  }

  const SessionBook& now_;
  const SessionBook& shown_;
  const Program& program_;
  Date today_;
  LanesBy by_;
  bool proposed_;
  std::map<RawId, std::size_t> index_;
  std::uint64_t keys_{};
  ScheduleModel out_;
};

}  // namespace

ScheduleModel schedule_model(const SessionBook& book, Date today, LanesBy by,
                             const SessionBook* proposed) {
  return Builder{book, today, by, proposed}.build();
}

Minute axis_minute(LocalMinute local) { return Minute{local.time_since_epoch().count()}; }

geometry::TimeView view_of(const ScheduleModel& model, Date from, Date to) {
  return geometry::clamped(
      {model.fold.to_axis(day_minute(from)), model.fold.to_axis(day_minute(to) + kDay)},
      model.limits);
}

std::uint64_t bar_of(const ScheduleModel& model, std::string_view session) {
  for (const ScheduleLane& lane : model.lanes)
    for (const ScheduleBar& bar : lane.bars)
      if (bar.session == session && bar.state != BarState::was) return bar.key;
  return 0;
}

const ScheduleBar* find_bar(const ScheduleModel& model, std::uint64_t key) {
  for (const ScheduleLane& lane : model.lanes)
    for (const ScheduleBar& bar : lane.bars)
      if (bar.key == key) return &bar;
  return nullptr;
}

ProposalSummary compare(const SessionBook& now, const SessionBook& proposed) {
  ProposalSummary out;
  for (const SessionFacts& then : proposed.sessions()) {
    if (then.cancelled()) continue;
    const SessionFacts* before = now.find(then.code);
    const bool had = before && before->has_date();
    if (!then.has_date()) {
      out.lost += had ? 1 : 0;
    } else if (!had) {
      ++out.added;
    } else {
      ++(same_dates(*before, then) ? out.same : out.moved);
    }
  }
  return out;
}

Result<Program> with_proposal(const Program& program, const Proposal& proposal) {
  CountingIds ids{RawId{1} << 61};  // beyond every id a store gives out
  auto applied = apply(program, AdoptSchedule{proposal, {}}, ids);
  if (!applied) return fail(applied.error());
  return std::move(applied->program);
}

}  // namespace tandem::models
