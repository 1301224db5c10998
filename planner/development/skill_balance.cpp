#include "planner/development/skill_balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/schedule/selection.hpp"

namespace tandem {
namespace {

// Twice the average of a is at least `by` above twice the average of b.
bool above(const LevelSum& a, const LevelSum& b, int by) {
  return 2 * a.levels * b.ratings >= 2 * b.levels * a.ratings + by * a.ratings * b.ratings;
}
bool strong(const LevelSum& a) { return 2 * a.levels >= kStrongHalfLevels * a.ratings; }

void add(LevelSum& sum, const LevelSum& more) {
  sum.levels += more.levels;
  sum.ratings += more.ratings;
}

std::string_view named(SkillBalance balance) {
  return balance == SkillBalance::vision_without_structure ? "Vision without structure"
                                                           : "Structure without vision";
}

void say(const Program& program, SkillPattern& pattern, bool one,
         const std::set<Id<Module>>& taken) {
  if (!pattern.has_gap()) return;
  const bool vision = pattern.balance == SkillBalance::vision_without_structure;
  pattern.help = helping_modules(program, vision ? Strand::manager : Strand::leader, taken);
  if (one)
    pattern.text = fmt::format(
        "{}: what has been said of the skills of {} stands well above what has been "
        "said of those of {}. It takes both, and a plan can bring in what is thin.",
        named(pattern.balance), vision ? "leading" : "managing", vision ? "managing" : "leading");
  else
    pattern.text =
        fmt::format("{}: leader skills {} on average over all ratings, manager skills {}, {}",
                    named(pattern.balance), average_words(pattern.leader),
                    average_words(pattern.manager), count(pattern.people, "person", "people"));
  if (!pattern.help.empty())
    pattern.ways = "What would help: " + words(program, pattern.help) + ".";
}

}  // namespace

SkillBalance skill_balance(const LevelSum& leader, const LevelSum& manager, std::int64_t known,
                           std::int64_t asked) {
  if (asked == 0 || leader.ratings == 0 || manager.ratings == 0 ||
      100 * (asked - known) > kUnknownPercent * asked)
    return SkillBalance::not_enough_known;
  if (strong(leader) && above(leader, manager, kGapHalfLevels))
    return SkillBalance::vision_without_structure;
  if (strong(manager) && above(manager, leader, kGapHalfLevels))
    return SkillBalance::structure_without_vision;
  return SkillBalance::no_gap;
}

std::string average_words(const LevelSum& sum) {
  if (sum.ratings == 0) return "not known";
  const std::int64_t tenths = (20 * sum.levels + sum.ratings) / (2 * sum.ratings);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

SkillRatings::SkillRatings(const Program& program, Date today) : program_(program), today_(today) {
  for (const Competency& c : program.competencies)
    if (c.strand && *c.strand != Strand::expert) skills_.emplace(c.id, *c.strand);
  using About = std::tuple<Id<Person>, Id<Competency>, RatingSource>;
  std::map<About, std::vector<const Rating*>> said;
  for (const Rating& r : program.ratings)
    if (skills_.contains(r.competency) && !(r.date && *r.date > today))
      said[{r.person, r.competency, r.source}].push_back(&r);
  for (auto& [about, ratings] : said) {
    const auto& [person, skill, source] = about;
    LevelSum sum;
    for (const Rating* r : latest_by_rater(std::move(ratings))) add(sum, {r->level, 1});
    Cell& cell = cells_[{person, skill}];
    add(cell.all, sum);
    if (!is_group(source) || sum.ratings >= kSmallestGroup) add(cell.shown, sum);
  }
}

SkillPattern SkillRatings::of(const std::vector<Id<Person>>& people, bool one) const {
  SkillPattern out;
  out.people = static_cast<int>(people.size());
  for (const Id<Person> person : people)
    for (const auto& [skill, strand] : skills_) {
      ++out.asked;
      const auto found = cells_.find({person, skill});
      if (found == cells_.end()) continue;
      const LevelSum& said = one ? found->second.shown : found->second.all;
      if (said.ratings == 0) continue;
      ++out.known;
      add(strand == Strand::leader ? out.leader : out.manager, said);
    }
  out.balance = !one && out.people < kSmallestUnit
                    ? SkillBalance::too_few_people
                    : skill_balance(out.leader, out.manager, out.known, out.asked);
  return out;
}

SkillPattern SkillRatings::of_person(Id<Person> person, const std::set<Id<Module>>& taken) const {
  SkillPattern out = of({person}, true);
  say(program_, out, true, taken);
  return out;
}

SkillPattern SkillRatings::of_cohort(const Cohort& cohort) const {
  std::vector<Id<Person>> people;
  for (const Member& m : program_.members)
    if (m.cohort == cohort.id && m.status == MemberStatus::enrolled &&
        !has_left(program_.people.at(m.person), today_))
      people.push_back(m.person);
  SkillPattern out = of(people, false);
  std::set<Id<Module>> taken;
  if (const auto uses = schedule::modules_in_use(program_, cohort))
    for (const auto& use : *uses) taken.insert(use.module->id);
  say(program_, out, false, taken);
  return out;
}

SkillPattern SkillRatings::of_unit(const Unit& unit) const {
  std::vector<Id<Person>> people;
  for (const Person& p : program_.people)
    if (p.unit == unit.id && !has_left(p, today_)) people.push_back(p.id);
  SkillPattern out = of(people, false);
  say(program_, out, false, {});
  return out;
}

}  // namespace tandem
