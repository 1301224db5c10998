#include "planner/schedule/bodies.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "planner/base/nth.hpp"
#include "planner/domain/grouping.hpp"

namespace tandem::schedule {
namespace {

class Bodies {
 public:
  explicit Bodies(Compiled& out)
      : out_(out),
        program_(out.program),
        problem_(out.problem),
        seasons_(program_.seasons, &Season::person) {}

  void run() {
    people();
    facilitators_who_are_not_people();
    take_off_staff_who_sit();
    day_rows();
    travels();
  }

 private:
  // ---- limits on weeks

  // The cohorts with such a limit that each person is or was in.
  std::unordered_map<RawId, std::vector<const Cohort*>> limited() const {
    std::unordered_map<RawId, std::vector<const Cohort*>> out;
    std::set<RawId> cohorts;
    for (const Cohort* cohort : out_.cohorts)
      if (cohort->max_minutes_week) cohorts.insert(cohort->id.value);
    for (const Member& member : program_.members)
      if (cohorts.contains(member.cohort.value) &&
          (member.status == MemberStatus::enrolled || member.status == MemberStatus::completed))
        out[member.person.value].push_back(find(program_, member.cohort));
    return out;
  }

  // What each window of weeks allows: half of the minutes in a lighter week. Equal limits are one.
  int load_limit(const Cohort& cohort, Id<Person> person) {
    const Grid& grid = out_.grid;
    const int weeks = problem_.weeks();
    std::vector<bool> lighter(nth(weeks));
    for (const Season* season : seasons_[person]) {
      if (season->season != SeasonKind::lighter) continue;
      const int from = std::max(0, grid.day(season->from) / 7);
      const int to = season->to ? std::min(weeks - 1, grid.day(*season->to) / 7) : weeks - 1;
      for (int w = from; w <= to; ++w) lighter[nth(w)] = true;
    }
    Problem::LoadLimit limit;
    limit.weeks = cohort.load_window_weeks;
    for (int begin = 1 - limit.weeks; begin < weeks; ++begin) {
      std::int64_t halves = 0;
      for (int w = begin; w < begin + limit.weeks; ++w)
        halves += w >= 0 && w < weeks && lighter[nth(w)] ? 1 : 2;
      limit.allowed.push_back(static_cast<int>(*cohort.max_minutes_week * halves / 2));
    }
    const auto key = std::make_pair(limit.weeks, limit.allowed);
    const auto it = limit_rank_.find(key);
    if (it != limit_rank_.end()) return it->second;
    problem_.load_limits.push_back(std::move(limit));
    return limit_rank_[key] = static_cast<int>(problem_.load_limits.size()) - 1;
  }

  // ---- bodies

  void people() {
    std::unordered_map<RawId, std::vector<int>> sessions_of;
    for (std::size_t g = 0; g < out_.groups.size(); ++g)
      for (const Person* person : out_.groups[g].people)
        sessions_of[person->id.value].push_back(static_cast<int>(g));
    std::unordered_map<RawId, std::vector<int>> facilitates;
    for (std::size_t f = 0; f < out_.facilitators.size(); ++f)
      if (out_.facilitators[f]->person)
        facilitates[out_.facilitators[f]->person.value].push_back(static_cast<int>(f));
    auto limits = limited();

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
      for (const auto* cohort : limits[person->id.value])
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
          ++problem_.bodies[nth(it->second)].people;
          continue;
        }
      }
      const int b = static_cast<int>(problem_.bodies.size());
      for (const int s : sits) problem_.sessions[nth(s)].bodies.push_back(b);
      if (runs != facilitates.end())
        for (const int f : runs->second) problem_.facilitators[nth(f)].body = b;
      problem_.bodies.push_back(std::move(body));
    }
  }

  void facilitators_who_are_not_people() {
    for (std::size_t f = 0; f < out_.facilitators.size(); ++f) {
      if (find(program_, out_.facilitators[f]->person)) continue;
      problem_.facilitators[f].body = static_cast<int>(problem_.bodies.size());
      problem_.bodies.push_back({1, false, {}});
    }
  }

  void take_off_staff_who_sit() {
    for (Problem::Session& s : problem_.sessions)
      std::erase_if(s.staff, [&](const Problem::Candidate& c) {
        const int body = problem_.facilitators[nth(c.who)].body;
        return std::find(s.bodies.begin(), s.bodies.end(), body) != s.bodies.end();
      });
  }

  // Who has a limit of sessions on a day, in which cohort.
  void day_rows() {
    std::map<std::pair<int, int>, int> rows;
    for (Problem::Session& s : problem_.sessions) {
      if (s.item) continue;
      for (const int c : s.cohorts) {
        const int limit = problem_.cohorts[nth(c)].sessions_day;
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

  // Who can be at more than one site: only their journeys are looked at.
  void travels() {
    std::vector<int> only(problem_.bodies.size(), kNone);  // site so far
    const auto at = [&](int body, int site) {
      if (only[nth(body)] == kNone) only[nth(body)] = site;
      if (only[nth(body)] != site) problem_.bodies[nth(body)].travels = true;
    };
    std::vector<int> here;
    for (const Problem::Session& s : problem_.sessions) {
      here.clear();
      if (s.site != kNone && !s.fixed) here.push_back(s.site);
      for (const Place& p : s.held)
        if (p.room != kNone && problem_.rooms[nth(p.room)].site != kNone)
          here.push_back(problem_.rooms[nth(p.room)].site);
      for (const int site : here) {
        for (const int b : s.bodies) at(b, site);
        for (const Problem::Candidate& c : s.staff)
          at(problem_.facilitators[nth(c.who)].body, site);
        for (const Place& p : s.held)
          for (int t = 0; t < p.team_size; ++t)
            at(problem_.facilitators[nth(p.team[nth(t)])].body, site);
      }
    }
  }

  Compiled& out_;
  const Program& program_;
  Problem& problem_;
  Grouping<Id<Person>, Season> seasons_;
  std::map<std::pair<int, std::vector<int>>, int> limit_rank_;
};

}  // namespace

void add_bodies(Compiled& out) { Bodies{out}.run(); }

}  // namespace tandem::schedule
