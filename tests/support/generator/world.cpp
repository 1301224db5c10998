#include "tests/support/generator/world.hpp"

#include <algorithm>

namespace tandem::test::generator {

int World::travel_minutes(int from, int to) const {
  if (from == to) return 0;
  int back = kNone;
  for (const Travel& way : travel) {
    if (way.from == from && way.to == to) return way.minutes;
    if (way.from == to && way.to == from) back = way.minutes;
  }
  return back;
}

void World::block(SlotSet& slots, const Span& span, int only_zone) const {
  for (Day day = std::max(span.from, horizon.first() - 1);
       day <= std::min(span.to, horizon.last() + 1); ++day) {
    for (int zone = 0; zone < kZoneCount; ++zone) {
      if (only_zone != kNone && zone != only_zone) continue;
      slots.clear(slot_from(std::max(0, horizon.utc(zone, day, span.start))),
                  slot_to(std::max(0, horizon.utc(zone, day, span.end))));
    }
  }
}

void World::open(SlotSet& slots, int zone, int days, int start, int end) const {
  for (Day day = horizon.first(); day <= horizon.last(); ++day) {
    if ((days >> weekday(day) & 1) == 0) continue;
    slots.set(slot_to(horizon.utc(zone, day, start)), slot_from(horizon.utc(zone, day, end)));
  }
}

bool World::suits(const Room& room, const Form& wanted, int site) const {
  if (room.is_virtual != (wanted.mode == Mode::virtual_live)) return false;
  if (!room.is_virtual && room.site != site) return false;
  return std::all_of(wanted.features.begin(), wanted.features.end(),
                     [&](const std::string& feature) { return contains(room.features, feature); });
}

int World::largest_room(const Form& wanted, int site) const {
  int largest = 0;
  for (const Room& room : rooms) {
    if (suits(room, wanted, site)) largest = std::max(largest, room.capacity);
  }
  return largest;
}

int World::place_of(const Cohort& cohort, const Use& use) const {
  if (form(use).mode != Mode::in_person) return kNone;
  return use.site == kNone ? cohort.site : use.site;
}

void World::drop(Cohort& cohort, Use& use) {
  use.in_use = false;
  use.chosen = false;
  use.named_no = true;
  ++dropped;
  const std::vector<int>& choice = at(programmes, cohort.programme).choice;
  if (!contains(choice, use.module)) return;
  // Or another of the set would take its place, by position.
  for (Use& other : cohort.uses) {
    if (contains(choice, other.module) && !other.in_use) other.named_no = true;
  }
}

}  // namespace tandem::test::generator
