// Modules in two families that share none, so that one person can be in a cohort of each, and the
// programmes made of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

constexpr std::array kTopics{"Finding your balance",
                             "Self-regulation under pressure",
                             "Tough conversations, practised",
                             "Systems thinking",
                             "A vision people can use",
                             "Strategy horizon clinic",
                             "Change without a map",
                             "Risk: safe to fail",
                             "Telling the story",
                             "Mixed audiences",
                             "Inclusive by design",
                             "Cultural intelligence",
                             "Speaking up when it costs",
                             "Goals that hold",
                             "Money, time, people",
                             "Operating rhythm",
                             "\"Feedback\" that lands",
                             "Coaching triads",
                             "Accountability, lightly held",
                             "Decisions in fog",
                             "Incident simulation",
                             "Finding the bottleneck",
                             "Improvement sprint",
                             "Conditions for thriving",
                             "Workload and well-being",
                             "Négociation à froid",
                             "Room to think"};

std::string title(int index) {
  const int topics = static_cast<int>(kTopics.size());
  const std::string topic = kTopics[static_cast<std::size_t>(index % topics)];
  return index < topics ? topic : fmt::format("{} {}", topic, index / topics + 1);
}

void make_variants(Module& module, Dice& dice) {
  const Form& form = module.form;
  if (form.mode != Mode::in_person || form.minutes.size() != 1) return;
  if (form.minutes.front() >= 360) {
    Variant halves;
    halves.name = "halves";
    halves.form = form;
    halves.form.minutes = {form.minutes.front() / 2, form.minutes.front() / 2};
    module.variants.push_back(halves);
  }
  const bool plain = form.features.empty() && module.assets.empty();
  if (plain && dice.chance(75)) {
    Variant online;
    online.name = "online";
    online.form = form;
    online.form.mode = Mode::virtual_live;
    online.form.minutes = form.minutes.front() >= 360 ? std::vector{180, 180}
                                                      : std::vector{form.minutes.front() - 60};
    online.form.capacity = std::min(form.capacity, 16);
    online.own_capacity = true;
    module.variants.push_back(online);
  }
}

Module make_live(int index, Dice& dice, bool lab) {
  Module module;
  Form& form = module.form;
  form.mode = dice.chance(60) ? Mode::in_person : Mode::virtual_live;
  form.capacity = dice.chance(85) ? dice.between(18, 24) : dice.between(10, 12);
  module.gap_min = 1;
  module.gap_max = 14;
  if (form.mode == Mode::in_person) {
    static const std::vector<int> kLengths{420, 420, 240, 240, 240, 180, 210};
    form.minutes = {dice.pick(kLengths)};
    if (lab) {
      form.minutes = {240};
      form.capacity = 12;
      form.features = {"lab"};
      module.assets = {{0, 12}};
    } else if (dice.chance(20)) {
      form.features = {"breakout"};
    } else if (dice.chance(20)) {
      module.assets = {{1, 1}};
    } else if (dice.chance(15)) {
      form.minutes = dice.chance(50) ? std::vector{120, 120} : std::vector{150, 90};
      module.gap_min = 5;
      module.gap_max = 16;
    }
    module.cofacilitators = lab || dice.chance(12) ? 1 : 0;
  } else {
    static const std::vector<int> kLengths{90, 120, 120, 180, 105};
    form.minutes = {dice.pick(kLengths)};
    if (dice.chance(15)) {
      form.minutes = {90, 90, 90};
      module.gap_min = 7;
      module.gap_max = 21;
    } else if (dice.chance(10)) {
      module.assets = {{2, 12}};
    }
  }
  if (index % 17 == 11) {
    module.leads = 2;
    module.cofacilitators = 0;
  }
  module.min_seats = dice.between(3, 6);
  make_variants(module, dice);
  return module;
}

Module make_item(Dice& dice) {  // without meetings
  Module module;
  static const std::vector<Mode> kModes{Mode::self_paced, Mode::practice, Mode::self_paced,
                                        Mode::practice, Mode::project};
  module.form.mode = dice.pick(kModes);
  module.form.capacity = 60;
  module.form.minutes = {dice.between(2, 6) * 30};
  module.leads = 0;
  module.due_days = dice.between(5, 14);
  return module;
}

// A family: `stem` modules that build on each other, then `leaves` that need at most one of them.
std::vector<int> make_family(World& world, const char* letter, int stem, int leaves) {
  Dice& dice = world.dice;
  const int days = world.horizon.days();
  std::vector<int> family;
  std::vector<int> depth;  // ideal days from the start
  for (int i = 0; i < stem + leaves; ++i) {
    const bool leaf = i >= stem;
    const bool item = i > 1 && (leaf ? i == stem + 1 : dice.chance(11));
    Module module = item ? make_item(dice) : make_live(i, dice, i == stem / 2);
    if (i == 0 || i == stem) {  // the opening, and a leaf that everyone can take
      module.form = {Mode::virtual_live, {120}, 24, {}};
      module.leads = 1;
      module.cofacilitators = 0;
      module.variants.clear();
      module.assets.clear();
    }
    module.code = fmt::format("{}{:02}", letter, i + 1);
    module.title = title(count(world.modules));
    depth.push_back(0);
    const bool free_standing = i == 0 || i == stem || i == stem + 1 || dice.chance(18);
    for (int tries = 0; !free_standing && tries < 6; ++tries) {
      const int parent = std::max(0, std::min(i, stem) - 1 - dice.below(5));
      Need need;
      need.module = at(family, parent);
      need.ideal = std::max(3, dice.between(12, 26) * days / 182);
      const int reach = at(depth, parent) + need.ideal;
      if (reach > days * 45 / 100) continue;
      need.min = std::max(1, need.ideal / 2);
      const int reach_on = dice.between(14, 35) * (150 - world.size.tightness) / 100;
      need.max = need.ideal + std::max(8, reach_on * days / 182);
      if (dice.chance(25)) need.max = kNone;
      depth.back() = reach;
      module.needs.push_back(need);
      break;
    }
    if (!free_standing && i > 3 && dice.chance(15)) {  // a second one, only "not before"
      const int parent = dice.below(std::min(i, stem));
      const bool known = std::any_of(module.needs.begin(), module.needs.end(),
                                     [&](const Need& n) { return n.module == at(family, parent); });
      if (!known && at(depth, parent) <= depth.back()) {
        module.needs.push_back({at(family, parent), dice.chance(50) ? 0 : kNone, kNone, kNone});
      }
    }
    family.push_back(count(world.modules));
    world.modules.push_back(std::move(module));
  }
  return family;
}

Programme make_programme(World& world, const std::vector<int>& family, int stem, int choose) {
  Dice& dice = world.dice;
  Programme programme;
  programme.choose = choose;
  std::vector<int> order;
  for (int i = 1; i < stem; ++i) order.push_back(i);
  dice.shuffle(order);
  order.resize(static_cast<std::size_t>(std::max(0, world.size.modules - choose - 1)));
  order.push_back(0);
  std::sort(order.begin(), order.end());
  for (int i : order) programme.core.push_back(at(family, i));
  if (choose > 0) {
    for (int i = stem; i < count(family); ++i) programme.choice.push_back(at(family, i));
  }
  return programme;
}

}  // namespace

void make_catalogue(World& world) {
  const int choose = world.size.modules >= 8 ? 2 : 0;
  const int stem = world.size.modules - choose + std::max(2, world.size.modules / 4);
  const std::vector<int> lead = make_family(world, "L", stem, choose > 0 ? 4 : 0);
  const std::vector<int> manage = make_family(world, "M", stem, choose > 0 ? 4 : 0);
  for (int i = 0; i < 5; ++i) {
    const int electives = choose == 0 ? 0 : i % 4 == 3 ? 1 : choose;
    Programme programme = make_programme(world, i % 2 == 0 ? lead : manage, stem, electives);
    programme.journey = i % 2 == 0 ? "leader" : "manager";
    programme.code = fmt::format("{}-{}", i % 2 == 0 ? "LEAD" : "MANAGE", i / 2 + 1);
    programme.title = fmt::format("{} {}", i % 2 == 0 ? "Leading" : "Managing", i / 2 + 1);
    world.programmes.push_back(std::move(programme));
  }
  if (world.size.modules < 6) return;
  Module coaching;  // one to one, in one programme only: it makes a session a member
  coaching.code = "K01";
  coaching.title = "360 debrief, one to one";
  coaching.form = {Mode::coaching, {60}, 1, {}};
  coaching.needs.push_back({world.programmes[4].core.front(), 3, 14, kNone});
  world.programmes[4].core.back() = count(world.modules);
  world.modules.push_back(coaching);
}

}  // namespace tandem::test::generator
