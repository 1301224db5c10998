// Facilitators: enough of them, with just enough time, and for every module a cohort uses at least
// two who know it, speak the cohort's language and come to its place.
#include <fmt/format.h>

#include <algorithm>

#include "tests/support/generator/names.hpp"
#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

int longest(const Form& form) {
  return *std::max_element(form.minutes.begin(), form.minutes.end());
}

// Whether hours and days leave any room at all for the two to meet.
bool can_meet(const World& world, const Facilitator& facilitator, const Cohort& cohort,
              const Form& form) {
  const int home = facilitator.sites.empty() ? 0 : facilitator.sites.front();
  const Day day = world.horizon.first();
  const int shift = utc_offset(world.zone_of(home), day) - utc_offset(cohort.zone, day);
  const Site& site = at(world.sites, home);
  const int open = (facilitator.open == kNone ? site.open : facilitator.open) - shift;
  const int close = (facilitator.close == kNone ? site.close : facilitator.close) - shift;
  const int days = (facilitator.days == 0 ? kWorkweek : facilitator.days) & cohort.days;
  const int minutes = longest(form);
  return days != 0 && std::min(close, cohort.close) - std::max(open, cohort.open) >= minutes + 30 &&
         facilitator.max_minutes_week >= minutes;
}

// Returns: whether enough could be found or taught.
bool qualify(World& world, const Cohort& cohort, const Use& use) {
  const Module& module = at(world.modules, use.module);
  const Form& form = world.form(use);
  const int place = world.place_of(cohort, use);
  const int wanted = std::min(module.leads + module.cofacilitators + 1, count(world.facilitators));
  int able = 0;
  std::vector<std::pair<int, int>> others;  // price, facilitator
  for (int f = 0; f < count(world.facilitators); ++f) {
    const Facilitator& facilitator = at(world.facilitators, f);
    if (!can_meet(world, facilitator, cohort, form)) continue;
    const bool leads = at(facilitator.skills, use.module) == Skill::lead;
    const bool speaks =
        facilitator.languages.empty() || contains(facilitator.languages, cohort.language);
    const bool comes =
        place == kNone || facilitator.sites.empty() || contains(facilitator.sites, place);
    if (leads && speaks && comes) {
      ++able;
    } else {
      const int known = static_cast<int>(
          std::count(facilitator.skills.begin(), facilitator.skills.end(), Skill::lead));
      others.emplace_back((leads ? 0 : 10 + known) + (speaks ? 0 : 30) + (comes ? 0 : 40), f);
    }
  }
  std::sort(others.begin(), others.end());
  for (const auto& [price, f] : others) {
    if (able >= wanted) break;
    Facilitator& facilitator = at(world.facilitators, f);
    at(facilitator.skills, use.module) = Skill::lead;
    if (!facilitator.languages.empty() && !contains(facilitator.languages, cohort.language)) {
      facilitator.languages.push_back(cohort.language);
    }
    if (place != kNone && !facilitator.sites.empty() && !contains(facilitator.sites, place)) {
      facilitator.sites.push_back(place);
    }
    ++able;
  }
  return able >= module.leads + module.cofacilitators;
}

Facilitator make_facilitator(World& world, int index) {
  Dice& dice = world.dice;
  Facilitator facilitator;
  const int physical = count(world.sites) - 1;
  const int home = index < physical ? index : index % 9 == 8 ? physical : dice.below(physical);
  facilitator.code = fmt::format("F{:03}", index + 1);
  const bool everywhere = index % 11 == 7;
  if (everywhere) {
    facilitator.open = 480;
    facilitator.close = 1080;
    facilitator.days = kWorkweek;
  } else {
    facilitator.sites.push_back(home);
    for (int s = 0; s < physical; ++s) {
      if (s != home && dice.chance(150 / physical)) facilitator.sites.push_back(s);
    }
  }
  facilitator.languages.push_back("en");
  const std::string& language = at(world.sites, home).language;
  if (language != "en" && dice.chance(75)) facilitator.languages.push_back(language);
  if (index % 13 == 5) facilitator.languages.clear();  // empty: all
  facilitator.skills.assign(world.modules.size(), Skill::none);
  facilitator.half_days = !everywhere && index % 4 == 3;
  if (facilitator.half_days) {
    const bool morning = dice.chance(50);
    facilitator.open = morning ? 480 : 750;
    facilitator.close = morning ? 780 : 1050;
  } else if (!everywhere && dice.chance(50)) {
    std::vector<int> days{0, 1, 2, 3, 4};
    dice.shuffle(days);
    days.resize(static_cast<std::size_t>(dice.between(3, 4)));
    for (int d : days) facilitator.days |= 1 << d;
  }
  if (!everywhere && dice.chance(60)) facilitator.max_travel_days = dice.between(1, 3);
  if (dice.chance(45)) facilitator.day_rate = dice.between(6, 16) * 10000;
  return facilitator;
}

// Minutes of facilitation the cohorts will ask for.
long demand(const World& world) {
  long minutes = 0;
  for (const Cohort& cohort : world.cohorts) {
    for (const Use& use : cohort.uses) {
      const Module& module = at(world.modules, use.module);
      if (!use.in_use || !module.live()) continue;
      const Form& form = world.form(use);
      const int groups = (count(cohort.enrolled) + form.capacity - 1) / form.capacity;
      long each = 0;
      for (int m : form.minutes) each += m;
      minutes += each * groups * (module.leads + module.cofacilitators);
    }
  }
  return minutes;
}

// Leave that overlaps or follows on is one leave.
void merge(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.from <= merged.back().to + 1) {
      merged.back().to = std::max(merged.back().to, span.to);
    } else {
      merged.push_back(span);
    }
  }
  spans = merged;
}

void set_time(World& world) {
  Dice& dice = world.dice;
  const int aim = 50 + world.size.tightness / 5;  // percent of their time
  const int number = count(world.facilitators);
  const Horizon& horizon = world.horizon;
  // Time over by the ends of the horizon and by leave is not to be counted on.
  const long weeks = std::max(1L, static_cast<long>(number) * horizon.weeks() * 85 / 100);
  const long mean = demand(world) * 100 / aim / weeks;
  for (int f = 0; f < number; ++f) {
    Facilitator& facilitator = at(world.facilitators, f);
    const int shade = dice.between(85, 120);
    const int wish = static_cast<int>(mean * shade / 100 / 30) * 30;
    if (facilitator.half_days) {
      facilitator.max_minutes_week = std::clamp(wish, 270, 900);
      facilitator.max_days_week = std::max(2, facilitator.max_minutes_week / 210);
    } else {
      facilitator.max_minutes_week = std::clamp(wish, 420, 1800);
      facilitator.max_days_week = std::clamp(facilitator.max_minutes_week / 300 + 1, 2, 5);
    }
    const Day first = horizon.first();
    if (f % 8 == 6) facilitator.until = first + horizon.days() * dice.between(60, 85) / 100;
    // Leave; and where there is more time than work, whole weeks away.
    const int spare = mean > 0 ? static_cast<int>(100 - std::min(100L, mean * 100 / 420)) : 50;
    for (int week = dice.below(6); week < horizon.weeks(); week += dice.between(5, 11)) {
      const int length = dice.chance(30) ? dice.between(7, 14) : dice.between(2, 6);
      facilitator.absences.push_back({first + week * 7, first + week * 7 + length - 1});
    }
    if (f % 2 == 1) {
      int week = dice.below(4);
      while (spare > 0 && week < horizon.weeks()) {
        const int away = std::clamp(spare * dice.between(2, 6) / 100, 0, 4);
        if (away > 0) {
          facilitator.absences.push_back({first + week * 7, first + (week + away) * 7 - 1});
        }
        week += away + dice.between(3, 5);
      }
    }
    merge(facilitator.absences);
  }
}

void open_time(World& world, Facilitator& facilitator) {
  const int home = facilitator.sites.empty() ? 0 : facilitator.sites.front();
  const Site& site = at(world.sites, home);
  facilitator.free = SlotSet(world.horizon.slots(), false);
  world.open(facilitator.free, site.zone, facilitator.days == 0 ? kWorkweek : facilitator.days,
             facilitator.open == kNone ? site.open : facilitator.open,
             facilitator.close == kNone ? site.close : facilitator.close);
  for (const auto& [day, name] : site.holidays) world.block(facilitator.free, {day, day});
  for (const Span& absence : facilitator.absences) world.block(facilitator.free, absence);
  if (facilitator.until != kNone) {
    world.block(facilitator.free, {facilitator.until + 1, world.horizon.last() + 1});
  }
  for (const Blackout& blackout : world.blackouts) {
    const bool own = blackout.scope == "facilitator" && blackout.code == facilitator.code;
    if (blackout.scope == "all" || own) world.block(facilitator.free, blackout.span);
  }
  if (facilitator.person != kNone) facilitator.free.keep(at(world.people, facilitator.person).free);
  facilitator.minutes.assign(static_cast<std::size_t>(world.horizon.weeks()), 0);
}

}  // namespace

void make_facilitators(World& world) {
  Dice& dice = world.dice;
  for (int i = 0; i < world.size.facilitators; ++i) {
    world.facilitators.push_back(make_facilitator(world, i));
  }
  set_time(world);
  for (int f = 0; f < count(world.facilitators); ++f) {
    Facilitator& facilitator = at(world.facilitators, f);
    // A head of a unit of the home site who teaches: a person of the staff.
    facilitator.name = invented_name(count(world.people) + f).full;
    if (f % 5 < 2 && !facilitator.sites.empty()) {
      for (int p = 0; p < count(world.people); ++p) {
        Person& person = at(world.people, p);
        if (!person.cohorts.empty() || person.site != facilitator.sites.front() ||
            person.facilitator != kNone) {
          continue;
        }
        person.facilitator = f;
        facilitator.person = p;
        facilitator.name = person.name;
        facilitator.day_rate = 0;
        person.absences = facilitator.absences;
        break;
      }
    }
    if (f % 6 == 1) {
      const Day day = world.horizon.first() + dice.below(world.horizon.days());
      world.blackouts.push_back({"facilitator",
                                 facilitator.code,
                                 {day, day + dice.between(3, 20), 480, 600},
                                 "School run"});
    }
    const int knows = std::max(3, count(world.modules) / 6);
    for (int n = 0; n < knows; ++n) {
      const int m = dice.below(count(world.modules));
      if (!at(world.modules, m).live()) continue;
      const int roll = dice.below(100);
      at(facilitator.skills, m) = roll < 70 ? Skill::lead : roll < 88 ? Skill::co : Skill::shadow;
    }
  }
  for (Cohort& cohort : world.cohorts) {
    for (Use& use : cohort.uses) {
      if (!use.in_use || !at(world.modules, use.module).live()) continue;
      if (!qualify(world, cohort, use)) world.drop(cohort, use);
    }
  }
  for (Facilitator& facilitator : world.facilitators) {
    std::sort(facilitator.languages.begin(), facilitator.languages.end());
    open_time(world, facilitator);
  }
}

}  // namespace tandem::test::generator
