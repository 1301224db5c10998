// Units, people and the cohorts they are in, with what each cohort uses of its programme.
#include <fmt/format.h>

#include <algorithm>

#include "tests/support/generator/names.hpp"
#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

int make_person(World& world, int unit, int site) {
  const int index = count(world.people);
  Person person;
  person.number = fmt::format("{:05}", 10007 + index * 3);
  const Name name = invented_name(index);
  person.name = name.full;
  person.sort_as = name.sort_as;
  person.email = name.email;
  person.unit = unit;
  person.site = site;
  person.band = world.dice.chance(60) ? "B4" : "B3";
  person.free = SlotSet(world.horizon.slots(), true);
  for (const auto& [day, text] : at(world.sites, site).holidays) {
    world.block(person.free, {day, day});
  }
  for (const Blackout& blackout : world.blackouts) {
    const bool own = blackout.scope == "unit" && blackout.code == at(world.units, unit).code;
    if (blackout.scope == "all" || own) world.block(person.free, blackout.span);
  }
  world.people.push_back(std::move(person));
  return index;
}

// Leaf units of about a dozen, each at one site, below divisions, below the root; each with a head
// who is in no cohort. Returns the leaves of each site.
std::vector<std::vector<int>> make_units(World& world, const std::vector<int>& cohorts_at) {
  Dice& dice = world.dice;
  world.units.push_back({"ORG", "Whole organisation", kNone, kNone, kNone, kNone});
  std::vector<std::vector<int>> leaves(world.sites.size());
  for (int s = 0; s < count(world.sites); ++s) {
    const int number = 3 + at(cohorts_at, s);
    for (int n = 0; n < number; ++n) {
      const int block = n / 6;
      if (n % 6 == 0) {
        world.units.push_back({fmt::format("{}-D{:02}", at(world.sites, s).code, block + 1),
                               fmt::format("Division {} {}", at(world.sites, s).name, block + 1), 0,
                               kNone, kNone, kNone});
      }
      const int division = count(world.units) - 1 - n % 6;
      at(leaves, s).push_back(count(world.units));
      Unit unit;
      unit.code = fmt::format("{}-U{:03}", at(world.sites, s).code, n + 1);
      unit.name = fmt::format("Unit {} {}", at(world.sites, s).name, n + 1);
      unit.parent = division;
      if (dice.chance(12)) {
        const Day day = world.horizon.first() + dice.below(world.horizon.days());
        world.blackouts.push_back({"unit", unit.code, {day, day + dice.between(1, 4)}, "Audit"});
      }
      world.units.push_back(unit);
      const int head = make_person(world, count(world.units) - 1, s);
      world.units.back().head = head;
      if (head > 0) at(world.people, head).manager = 0;
      at(world.people, head).band = "B5";
    }
  }
  return leaves;
}

void choose_form(World& world, const Cohort& cohort, Use& use, bool halves) {
  const Module& module = at(world.modules, use.module);
  if (!module.live() || module.form.mode == Mode::coaching) return;
  if (module.form.mode == Mode::virtual_live) {
    use.in_use = world.largest_room(module.form, cohort.site) > 0;
    return;
  }
  int online = kNone;
  for (int v = 0; v < count(module.variants); ++v) {
    if (at(module.variants, v).name == "online") online = v;
    if (halves && at(module.variants, v).name == "halves") use.variant = v;
  }
  if (at(world.sites, cohort.site).is_virtual) {
    use.variant = online;
    use.in_use = online != kNone;
    return;
  }
  if (world.largest_room(module.form, cohort.site) > 0) return;
  for (int s = 0; s + 1 < count(world.sites); ++s) {  // the nearest place that has the room
    const int there = world.travel_minutes(cohort.site, s);
    const int hours = utc_offset(world.zone_of(s), world.horizon.first()) -
                      utc_offset(cohort.zone, world.horizon.first());
    if (there == kNone || hours > 60 || hours < -60) continue;
    if (world.largest_room(module.form, s) == 0) continue;
    if (use.site == kNone || there < world.travel_minutes(cohort.site, use.site)) use.site = s;
  }
  if (use.site != kNone) return;
  use.variant = online;
  use.in_use = online != kNone;
}

void choose_modules(World& world, Cohort& cohort, bool halves) {
  Dice& dice = world.dice;
  const Programme& programme = at(world.programmes, cohort.programme);
  for (int module : programme.core) {
    Use use;
    use.module = module;
    choose_form(world, cohort, use, halves && dice.chance(60));
    if (!use.in_use) use.named_no = true;
    cohort.uses.push_back(use);
  }
  std::vector<Use> options;
  for (int module : programme.choice) {
    Use use;
    use.module = module;
    choose_form(world, cohort, use, halves);
    options.push_back(use);
  }
  const bool by_position = dice.chance(60);
  std::vector<int> order;
  for (int i = 0; i < count(options); ++i) order.push_back(i);
  if (!by_position) dice.shuffle(order);
  int chosen = 0;
  std::vector<bool> taken(options.size());
  for (int i : order) {
    if (chosen == programme.choose || !at(options, i).in_use) continue;
    taken[static_cast<std::size_t>(i)] = true;
    ++chosen;
  }
  for (int i = 0; i < count(options); ++i) {
    Use use = at(options, i);
    use.chosen = taken[static_cast<std::size_t>(i)] && !by_position;
    use.named_no = !use.in_use;
    use.in_use = taken[static_cast<std::size_t>(i)];
    cohort.uses.push_back(use);
  }
}

void enrol(World& world, int index, const std::vector<std::vector<int>>& leaves) {
  Dice& dice = world.dice;
  Cohort& cohort = at(world.cohorts, index);
  const bool remote = at(world.sites, cohort.site).is_virtual;
  const int roll = dice.below(100);
  const int size = roll < 70   ? dice.between(8, 14)
                   : roll < 95 ? dice.between(15, 19)
                               : dice.between(20, 26);
  std::vector<int> pool = at(leaves, cohort.site);
  dice.shuffle(pool);
  if (pool.size() > 6) pool.resize(6);
  auto add = [&](int person, const char* status) {
    static const std::vector<std::string> kSources{"self", "peer", "manager", "ld"};
    cohort.members.push_back(
        {person, status, cohort.start_from - dice.between(10, 60), dice.pick(kSources)});
  };
  for (int n = 0; n < size; ++n) {
    int unit = at(pool, n % count(pool));
    int site = cohort.site;
    if (count(world.sites) > 2 && dice.chance(remote ? 50 : 8)) {  // from somewhere near
      const int other = dice.below(count(world.sites) - 1);
      const int hours = utc_offset(world.zone_of(other), world.horizon.first()) -
                        utc_offset(cohort.zone, world.horizon.first());
      if (hours <= 240 && hours >= -240) {
        site = other;
        unit = dice.pick(at(leaves, site));
      }
    }
    const int person = make_person(world, unit, site);
    at(world.people, person).cohorts.push_back(index);
    at(world.people, person).manager = at(world.units, unit).head;
    cohort.enrolled.push_back(person);
    add(person, "enrolled");
  }
  // One who is in a cohort of the other family already.
  if (dice.chance(35)) {
    for (int j = index - 1; j >= 0 && j >= index - 12; --j) {
      const Cohort& other = at(world.cohorts, j);
      if (other.programme % 2 == cohort.programme % 2 || other.site != cohort.site) continue;
      const int person = dice.pick(other.enrolled);
      if (at(world.people, person).cohorts.size() > 1) break;
      at(world.people, person).cohorts.push_back(index);
      cohort.enrolled.push_back(person);
      add(person, "enrolled");
      break;
    }
  }
  cohort.capacity = count(cohort.enrolled) + dice.below(4);
  for (const char* status : {"requested", "waitlisted", "withdrawn"}) {
    if (dice.chance(25)) add(make_person(world, dice.pick(pool), cohort.site), status);
  }
  std::stable_sort(cohort.enrolled.begin(), cohort.enrolled.end(), [&](int a, int b) {
    const Person& left = at(world.people, a);
    const Person& right = at(world.people, b);
    return left.unit != right.unit ? left.unit < right.unit : left.number < right.number;
  });
}

void set_hours(World& world, Cohort& cohort, int index) {
  Dice& dice = world.dice;
  const Site& site = at(world.sites, cohort.site);
  cohort.open = site.open;
  cohort.close = site.close;
  std::vector<int> days{0, 1, 2, 3, 4};
  dice.shuffle(days);
  const int roll = dice.below(100);
  days.resize(roll < 20 ? 2 : roll < 80 ? 3 : 4);
  for (int d : days) cohort.days |= 1 << d;
  cohort.days_named = dice.chance(40);
  if (dice.chance(25)) {
    cohort.hours_named = true;
    cohort.open = std::max(site.open, 510);
    cohort.close = std::min(site.close, 1020);
  }
  cohort.open_slots = SlotSet(world.horizon.slots(), false);
  world.open(cohort.open_slots, cohort.zone, cohort.days, cohort.open, cohort.close);
  for (const auto& [day, name] : site.holidays) world.block(cohort.open_slots, {day, day});
  const Day day = world.horizon.first() + dice.below(world.horizon.days());
  if (index % 10 == 3) {  // a shift changes at noon
    cohort.breaks.push_back({world.horizon.first(), world.horizon.last(), 720, 780});
  }
  if (dice.chance(25)) cohort.breaks.push_back({day, day + dice.between(2, 8)});
  for (const Span& span : cohort.breaks) {
    world.blackouts.push_back(
        {"cohort", cohort.code, span, span.start > 0 ? "Shift handover" : "Peak season"});
    world.block(cohort.open_slots, span, cohort.zone);
    for (const Use& use : cohort.uses) {  // the hours are those of the place of the meeting
      if (use.site != kNone) world.block(cohort.open_slots, span, world.zone_of(use.site));
    }
  }
  for (const Blackout& blackout : world.blackouts) {
    if (blackout.scope == "all" || (blackout.scope == "site" && blackout.code == site.code)) {
      world.block(cohort.open_slots, blackout.span);
    }
  }
}

void set_limits(World& world, Cohort& cohort) {
  Dice& dice = world.dice;
  const int roll = dice.below(100);
  if (roll < 45) {
    cohort.max_minutes_week = dice.between(8, 10) * 60;
  } else if (roll < 60) {
    cohort.max_minutes_week = dice.between(4, 5) * 60;
    cohort.load_weeks = 4;
  } else if (roll < 70) {
    cohort.max_minutes_week = 330;
    cohort.load_weeks = 2;
  }
  if (dice.chance(60)) cohort.max_sessions_day = dice.between(1, 2);
}

}  // namespace

void make_people_and_cohorts(World& world) {
  Dice& dice = world.dice;
  const int physical = count(world.sites) - 1;
  std::vector<int> cohorts_at(world.sites.size());
  for (int i = 0; i < world.size.cohorts; ++i) {
    Cohort cohort;
    cohort.code = fmt::format("{}-{:03}", i % 2 == 0 ? "LDR" : "MGR", i + 1);
    cohort.name = fmt::format("{} {}", i % 2 == 0 ? "Leaders, run" : "Managers, run", i + 1);
    cohort.programme = i % 12 == 0 ? 4 : i % 4;
    cohort.site = i % 8 == 5 ? physical : (i / 2 + dice.below(2)) % physical;
    cohort.zone = world.zone_of(cohort.site);
    cohort.language = dice.chance(25) ? at(world.sites, cohort.site).language : "en";
    cohort.start_from = world.horizon.first() + dice.between(0, world.horizon.days() * 3 / 10);
    ++at(cohorts_at, cohort.site);
    world.cohorts.push_back(std::move(cohort));
  }
  const std::vector<std::vector<int>> leaves = make_units(world, cohorts_at);
  for (int i = 0; i < world.size.cohorts; ++i) {
    Cohort& cohort = at(world.cohorts, i);
    cohort.sponsor = at(world.units, dice.pick(leaves[0])).head;
    choose_modules(world, cohort, i % 10 == 3 || dice.chance(15));
    set_hours(world, cohort, i);
    set_limits(world, cohort);
    enrol(world, i, leaves);
  }
}

}  // namespace tandem::test::generator
