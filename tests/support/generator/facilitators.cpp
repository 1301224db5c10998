// Facilitators: enough of them, with just enough time, and for every module a cohort uses at least
// two who know it, speak the cohort's language and come to its place.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

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
  const int shift =
      world.horizon.offset(world.zone_of(home), day) - world.horizon.offset(cohort.zone, day);
  const Site& site = at(world.sites, home);
  const int open = (facilitator.open == kNone ? site.open : facilitator.open) - shift;
  const int close = (facilitator.close == kNone ? site.close : facilitator.close) - shift;
  const int days = (facilitator.days == 0 ? kWorkweek : facilitator.days) & cohort.days;
  const int minutes = longest(form);
  return days != 0 && std::min(close, cohort.close) - std::max(open, cohort.open) >= minutes + 30 &&
         facilitator.max_minutes_week >= minutes;
}

// Minutes that one lead or co-facilitator gives to all the groups of a module in a cohort.
long minutes_of(const World& world, const Cohort& cohort, const Use& use) {
  const Form& form = world.form(use);
  const int groups = (count(cohort.enrolled) + form.capacity - 1) / form.capacity;
  return std::accumulate(form.minutes.begin(), form.minutes.end(), 0L) * groups;
}

bool speaks(const Facilitator& facilitator, const Cohort& cohort) {
  return facilitator.languages.empty() || contains(facilitator.languages, cohort.language);
}

bool comes(const Facilitator& facilitator, int place) {
  return place == kNone || facilitator.sites.empty() || contains(facilitator.sites, place);
}

void teach(Facilitator& facilitator, int module, const Cohort& cohort, int place) {
  at(facilitator.skills, module) = Skill::lead;
  if (!speaks(facilitator, cohort)) facilitator.languages.push_back(cohort.language);
  if (!comes(facilitator, place)) facilitator.sites.push_back(place);
}

// Sees to it that enough people can lead the module for the cohort and have the time: others are
// taught it until the work, dealt to those with the most time left, loads none beyond `aim`
// percent. Returns: whether enough could be found.
bool qualify(World& world, const Cohort& cohort, const Use& use, int aim) {
  const Module& module = at(world.modules, use.module);
  const int place = world.place_of(cohort, use);
  const int roles = module.leads + module.cofacilitators;
  const int wanted = roles + (world.size.tightness < 40 ? 2 : 1);
  const long minutes = minutes_of(world, cohort, use);
  using Priced = std::pair<long, int>;  // facilitator at the back
  std::vector<Priced> able, others;
  auto load = [&](int f) {
    const Facilitator& one = at(world.facilitators, f);
    return (one.planned + minutes) * 100 / one.capacity;
  };
  for (int f = 0; f < count(world.facilitators); ++f) {
    const Facilitator& one = at(world.facilitators, f);
    if (!can_meet(world, one, cohort, world.form(use))) continue;
    const bool leads = at(one.skills, use.module) == Skill::lead;
    if (leads && speaks(one, cohort) && comes(one, place)) {
      able.emplace_back(load(f), f);
      continue;
    }
    const long known = std::count(one.skills.begin(), one.skills.end(), Skill::lead);
    const long price = load(f) + (leads ? 0 : 6 + known / 2) + (speaks(one, cohort) ? 0 : 20) +
                       (comes(one, place) ? 0 : 25);
    others.emplace_back(price, f);
  }
  std::sort(able.begin(), able.end());
  std::sort(others.begin(), others.end());
  for (const auto& [price, f] : others) {
    const bool enough = count(able) >= wanted && at(able, roles - 1).first <= aim;
    if (enough) break;
    teach(at(world.facilitators, f), use.module, cohort, place);
    able.emplace_back(load(f), f);
    std::sort(able.begin(), able.end());
  }
  if (count(able) < roles) return false;
  for (int i = 0; i < roles; ++i) at(world.facilitators, at(able, i).second).planned += minutes;
  return true;
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
      minutes += minutes_of(world, cohort, use) * (module.leads + module.cofacilitators);
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

// Percent of the facilitators' time that the witness is to need.
int aimed_utilisation(const World& world) { return 50 + world.size.tightness * 2 / 5; }

void set_time(World& world) {
  Dice& dice = world.dice;
  const int number = count(world.facilitators);
  const Horizon& horizon = world.horizon;
  // Time over by the ends of the horizon and by leave is not to be counted on.
  const long weeks = std::max(1L, static_cast<long>(number) * horizon.weeks() * 85 / 100);
  const long mean = std::max(30L, demand(world) * 100 / aimed_utilisation(world) / weeks);
  // Where even a day a week is more than there is work for, many come for some weeks and then not.
  const int away_share = static_cast<int>(std::clamp(100 - mean * 100 / 420, 0L, 45L));
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
    for (int week = dice.below(6); week < horizon.weeks(); week += dice.between(5, 11)) {
      const int length = dice.chance(30) ? dice.between(7, 14) : dice.between(2, 6);
      facilitator.absences.push_back({first + week * 7, first + week * 7 + length - 1});
    }
    if (f % 4 != 0) {
      for (int week = dice.below(5) - 2; week < horizon.weeks();) {
        const int there = dice.between(2, 4);
        const int away = there * away_share / (100 - away_share);
        if (away > 0 && week + away > 0) {
          facilitator.absences.push_back({std::max(first, first + week * 7),
                                          std::min(first + (week + away) * 7 - 1, horizon.last())});
        }
        week += away + there;
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
  facilitator.meetings.assign(static_cast<std::size_t>(world.horizon.days()), 0);
  facilitator.capacity = 1;
  for (int week = 0; week < world.horizon.weeks(); ++week) {
    const int slot = slot_from(world.horizon.utc(site.zone, world.horizon.first() + week * 7, 0));
    if (!facilitator.free.none(slot, slot + 7 * kAllDay / kSlotMinutes)) {
      facilitator.capacity += facilitator.max_minutes_week;
    }
  }
}

}  // namespace

bool teach_another(World& world, const Cohort& cohort, const Use& use) {
  const int place = world.place_of(cohort, use);
  int best = kNone;
  long least = 0;
  for (int f = 0; f < count(world.facilitators); ++f) {
    const Facilitator& one = at(world.facilitators, f);
    const bool leads = at(one.skills, use.module) == Skill::lead;
    if (leads && speaks(one, cohort) && comes(one, place)) continue;
    if (!can_meet(world, one, cohort, world.form(use))) continue;
    const long price = one.total * 100L / one.capacity + (speaks(one, cohort) ? 0 : 20) +
                       (comes(one, place) ? 0 : 25);
    if (best != kNone && price >= least) continue;
    best = f;
    least = price;
  }
  if (best == kNone) return false;
  teach(at(world.facilitators, best), use.module, cohort, place);
  return true;
}

void make_facilitators(World& world) {
  Dice& dice = world.dice;
  for (int i = 0; i < world.size.facilitators; ++i) {
    world.facilitators.push_back(make_facilitator(world, i));
  }
  set_time(world);
  for (int f = 0; f < count(world.facilitators); ++f) {
    Facilitator& facilitator = at(world.facilitators, f);
    // Staff of the home site who teach: heads of units, and some who are in a cohort themselves.
    facilitator.name = invented_name(count(world.people) + f).full;
    if (f % 5 < 2 && !facilitator.sites.empty()) {
      for (int p = 0; p < count(world.people); ++p) {
        Person& person = at(world.people, p);
        const bool learns = !person.cohorts.empty();
        if (learns != (f % 10 == 1) || person.site != facilitator.sites.front() ||
            person.facilitator != kNone) {
          continue;
        }
        person.facilitator = f;
        facilitator.person = p;
        facilitator.name = person.name;
        facilitator.day_rate = 0;
        person.absences = facilitator.absences;
        for (const Span& span : person.absences) world.block(person.free, span);
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
  for (Facilitator& facilitator : world.facilitators) open_time(world, facilitator);
  const int aim = aimed_utilisation(world) + 5;
  for (Cohort& cohort : world.cohorts) {
    for (Use& use : cohort.uses) {
      if (!use.in_use || !at(world.modules, use.module).live()) continue;
      if (!qualify(world, cohort, use, aim)) world.drop(cohort, use);
    }
  }
}

}  // namespace tandem::test::generator
