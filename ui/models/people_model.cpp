#include "ui/models/people_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/development/skill_balance.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

std::string journey_of(const Person& person, std::optional<Orientation>& orientation) {
  if (!person.journey) return "not chosen";
  switch (*person.journey) {
    case PersonJourney::leader:
      orientation = Orientation::lead;
      break;
    case PersonJourney::manager:
      orientation = Orientation::manage;
      break;
    case PersonJourney::both:
      orientation = Orientation::both;
      break;
    case PersonJourney::none:
      return "none";
  }
  return std::string{word(*person.journey)};
}

// The module's code and when: the place is told on the person's own page.
std::string short_next(const Program& program, const NextStep& next) {
  switch (next.kind) {
    case NextKind::session:
      return fmt::format("{}, {}", code_of(program, next.module),
                         next.when ? words(*next.when) : std::string{});
    case NextKind::due_item:
      return fmt::format("{}, due {}", code_of(program, next.module),
                         next.date ? words(*next.date) : std::string{});
    default:
      return next.text;
  }
}

bool in_season(const Season& season, Date day) {
  return season.from <= day && (!season.to || *season.to >= day);
}

template <class Set>
std::vector<std::string> sorted(const Set& set) {
  return {set.begin(), set.end()};
}

}  // namespace

bool PeopleFilter::any() const { return *this != PeopleFilter{}; }

const PersonLine* PeopleModel::find(std::string_view number) const {
  const auto it = std::ranges::find(lines, number, &PersonLine::number);
  return it == lines.end() ? nullptr : &*it;
}

PeopleModel people_model(const SessionBook& book, const std::vector<PersonProgress>& progress,
                         Date today) {
  const Program& program = book.program();
  const auto seasons = group_by(program.seasons, &Season::person);
  const auto members = group_by(program.members, &Member::person);
  PeopleModel out;
  std::set<std::string> journeys;
  std::set<std::string> sites;
  std::set<std::string> units;
  std::set<std::string> cohorts;
  for (const PersonProgress& p : progress) {
    const Person& person = program.people.at(p.person);
    PersonLine line;
    line.id = person.id;
    line.number = person.number;
    line.name = person.name;
    line.sort_as = lower(person.sort_as.empty() ? person.name : person.sort_as);
    if (const Role* role = find(program, person.role)) line.role = role->title;
    if (const Unit* unit = find(program, person.unit)) line.unit = unit->name;
    if (const Site* site = find(program, person.site)) line.site = site->name;
    line.journey = journey_of(person, line.orientation);
    std::vector<std::string> codes;
    for (const Member* m : members[person.id])
      if (m->status != MemberStatus::withdrawn) codes.emplace_back(code_of(program, m->cohort));
    std::ranges::sort(codes);
    line.cohort = join(codes, ", ");
    line.next_kind = p.next.kind;
    line.next_date = p.next.date;
    line.next = short_next(program, p.next);
    for (const Season* s : seasons[person.id])
      if (in_season(*s, today)) line.season = word(s->season);
    line.find = search_key(fmt::format("{} {} {} {} {} {}", line.name, line.number, line.role,
                                       line.unit, line.site, line.cohort));
    journeys.insert(line.journey);
    if (!line.site.empty()) sites.insert(line.site);
    if (!line.unit.empty()) units.insert(line.unit);
    cohorts.insert(codes.begin(), codes.end());
    if (line.next_kind == NextKind::none) ++out.without_next;
    if (!line.season.empty()) ++out.in_season;
    out.lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(out.lines, {},
                           [](const PersonLine& l) { return std::tie(l.sort_as, l.number); });
  out.journeys = sorted(journeys);
  out.sites = sorted(sites);
  out.units = sorted(units);
  const SkillRatings ratings{program, today};
  for (const Unit& unit : program.units)
    if (const SkillPattern skills = ratings.of_unit(unit); skills.has_gap())
      out.unit_notes.emplace(unit.name, PeopleModel::UnitNote{skills.text + ".", skills.ways});
  out.cohorts = sorted(cohorts);
  return out;
}

std::vector<std::uint32_t> people_index(const PeopleModel& model, const PeopleFilter& filter,
                                        PersonColumn by, bool descending) {
  const std::vector<std::string> wanted = search_words(filter.search);
  const auto passes = [&](const PersonLine& l) {
    if (!has_all(l.find, wanted)) return false;
    if (!filter.journey.empty() && l.journey != filter.journey) return false;
    if (!filter.site.empty() && l.site != filter.site) return false;
    if (!filter.unit.empty() && l.unit != filter.unit) return false;
    if (!filter.cohort.empty()) {
      const auto codes = split(l.cohort, ',');
      if (std::ranges::none_of(codes, [&](const auto& c) { return trim(c) == filter.cohort; }))
        return false;
    }
    if (!filter.season.empty() && l.season != filter.season) return false;
    return !filter.without_next || l.next_kind == NextKind::none;
  };
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = 0; k < model.lines.size(); ++k)
    if (passes(model.lines[k])) out.push_back(k);
  // Lines stand by name, so equal ones stay in that order, whichever way the column runs.
  const auto order = [&](auto key) {
    std::ranges::stable_sort(out, [&](std::uint32_t a, std::uint32_t b) {
      const auto& x = model.lines[descending ? b : a];
      const auto& y = model.lines[descending ? a : b];
      return key(x) < key(y);
    });
  };
  static constexpr auto kFar = Date{days{1'000'000}};
  switch (by) {
    case PersonColumn::name:
      if (descending) std::ranges::reverse(out);
      break;
    case PersonColumn::number:
      order([](const PersonLine& l) {
        return std::pair{l.number.size(), std::string_view{l.number}};
      });
      break;
    case PersonColumn::unit:
      order([](const PersonLine& l) { return std::string_view{l.unit}; });
      break;
    case PersonColumn::site:
      order([](const PersonLine& l) { return std::string_view{l.site}; });
      break;
    case PersonColumn::journey:
      order([](const PersonLine& l) { return std::string_view{l.journey}; });
      break;
    case PersonColumn::cohort:
      order([](const PersonLine& l) {
        return std::pair{l.cohort.empty(), std::string_view{l.cohort}};
      });
      break;
    case PersonColumn::next:
      order([](const PersonLine& l) { return l.next_date.value_or(kFar); });
      break;
    case PersonColumn::season:
      order([](const PersonLine& l) {
        return std::pair{l.season.empty(), std::string_view{l.season}};
      });
      break;
  }
  return out;
}

}  // namespace tandem::models
