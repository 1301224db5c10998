// Sites with their holidays and the ways between them, closed days, rooms and assets.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

struct Place {
  const char* code;
  const char* name;
  int zone;
  const char* language;
  int open, close;
};
constexpr std::array kPlaces{
    Place{"UTR", "Utrecht", 0, "nl", 480, 1080},   Place{"LYO", "Lyon", 1, "fr", 510, 1080},
    Place{"BRS", "Bristol", 2, "en", 480, 1050},   Place{"KRK", "Kraków", 3, "pl", 480, 1020},
    Place{"OPO", "Porto", 4, "pt", 510, 1110},     Place{"BOS", "Boston", 6, "en", 480, 1020},
    Place{"EIN", "Eindhoven", 0, "nl", 450, 1050}, Place{"NTE", "Nantes", 1, "fr", 510, 1080},
    Place{"LDS", "Leeds", 2, "en", 510, 1050},     Place{"GDN", "Gdańsk", 3, "pl", 480, 1020},
    Place{"BGZ", "Braga", 4, "pt", 510, 1110},     Place{"PVD", "Providence", 6, "en", 480, 1020}};
constexpr std::array kFeasts{"National day",  "Harvest holiday",    "Labour day",
                             "Founders' day", "Saint's day, local", "Bank holiday"};
constexpr std::array kKinds{"VR", "KIT", "LIC"};
constexpr std::array kKindNames{"VR headsets", "Role-play kits", "Simulation licences"};

void make_sites(World& world) {
  Dice& dice = world.dice;
  const int physical =
      std::clamp((world.size.rooms + 1) / 3, 1, count(std::vector(kPlaces.begin(), kPlaces.end())));
  for (int i = 0; i < physical; ++i) {
    const Place& place = kPlaces[static_cast<std::size_t>(i)];
    Site site;
    site.code = place.code;
    site.name = place.name;
    site.language = place.language;
    site.zone = place.zone;
    site.open = place.open;
    site.close = place.close;
    site.lab = i == 0 || dice.chance(35);
    world.sites.push_back(site);
  }
  Site remote;
  remote.code = "REM";
  remote.name = "Remote \"anywhere\"";
  remote.language = "en";
  remote.zone = dice.chance(50) ? 4 : 5;  // Lisbon or Dubai
  remote.open = 480;
  remote.close = 1080;
  remote.is_virtual = true;
  world.sites.push_back(remote);
  for (Site& site : world.sites) {
    const int feasts = world.size.weeks / 7 + 1;
    for (int n = 0; n < feasts; ++n) {
      const Day day = world.horizon.first() + dice.below(world.horizon.days());
      const bool known = std::any_of(site.holidays.begin(), site.holidays.end(),
                                     [&](const auto& holiday) { return holiday.first == day; });
      if (weekday(day) > 4 || known) continue;
      site.holidays.emplace_back(day,
                                 kFeasts[static_cast<std::size_t>(dice.below(kFeasts.size()))]);
    }
    std::sort(site.holidays.begin(), site.holidays.end());
  }
  for (int i = 0; i < physical; ++i) {
    for (int j = i + 1; j < physical; ++j) {
      if (dice.chance(15)) continue;  // no way there and back in a day
      const bool near = world.zone_of(i) == world.zone_of(j);
      const int minutes = near ? dice.between(3, 6) * 15 : dice.between(6, 16) * 15;
      world.travel.push_back({i, j, minutes});
      if (dice.chance(20)) world.travel.push_back({j, i, minutes + 15});  // uphill
    }
  }
}

void make_closed_days(World& world) {
  Dice& dice = world.dice;
  const Horizon& horizon = world.horizon;
  auto some_day = [&](int length) {
    return horizon.first() + dice.below(std::max(1, horizon.days() - length));
  };
  for (int n = 0; n < 1 + world.size.weeks / 20; ++n) {
    const Day day = some_day(1);
    const bool morning = dice.chance(50);
    world.blackouts.push_back({"all",
                               "",
                               {day, day, morning ? 540 : 0, morning ? 720 : kAllDay},
                               morning ? "Town hall" : "Company day"});
  }
  for (int s = 0; s + 1 < count(world.sites); ++s) {
    if (!dice.chance(60)) continue;
    const Day day = some_day(4);
    const bool hours = dice.chance(50);
    world.blackouts.push_back(
        {"site",
         at(world.sites, s).code,
         {day, day + dice.between(1, 3), hours ? 720 : 0, hours ? 960 : kAllDay},
         "Stock-take"});
  }
}

void make_rooms(World& world) {
  Dice& dice = world.dice;
  const int all = world.size.rooms;
  const int licences = std::max(1, all / 4);
  const int physical_sites = count(world.sites) - 1;
  for (int i = 0; i < all; ++i) {
    Room room;
    room.is_virtual = i >= all - licences;
    if (room.is_virtual) {
      const int n = i - (all - licences) + 1;
      room.site = physical_sites;
      room.code = fmt::format("REM-V{:02}", n);
      room.name = fmt::format("Webinar licence {}", n);
      room.capacity = dice.between(3, 6) * 10;
      if (n == 1 || dice.chance(60)) room.features = {"captions"};
    } else {
      room.site = i % physical_sites;
      const Site& site = at(world.sites, room.site);
      const int n = i / physical_sites;  // the site's first, second ... room
      const bool only = all - licences < 2 * physical_sites - room.site;
      room.code = fmt::format("{}-R{:02}", site.code, n + 1);
      room.setup = dice.below(3) * 15;
      room.features = {"projector"};
      if (n == 1 && site.lab) {
        room.name = site.name + " lab";
        room.capacity = 12;
        room.features.emplace_back("lab");
        room.setup = 30;
      } else if (n % 3 == 0) {
        room.name = site.name + (n == 0 ? " main room" : fmt::format(" hall {}", n / 3));
        room.capacity = dice.between(20, 28);
        room.features.emplace_back("breakout");
        room.features.emplace_back("step_free");
        if (dice.chance(70)) room.features.emplace_back("captions");
        if (only && site.lab) room.features.emplace_back("lab");
        if (dice.chance(30)) room.day_cost = dice.between(2, 8) * 10000;
      } else {
        room.name = fmt::format("{} room {}", site.name, n + 1);
        room.capacity = dice.between(10, 16);
        if (dice.chance(40)) room.features.emplace_back("step_free");
      }
    }
    const int index = count(world.rooms);
    room.free = SlotSet(world.horizon.slots(), room.is_virtual);
    room.taken = SlotSet(world.horizon.slots(), false);
    if (!room.is_virtual) {
      const Site& site = at(world.sites, room.site);
      world.open(room.free, site.zone, kWorkweek, site.open, site.close);
      for (const auto& [day, name] : site.holidays) world.block(room.free, {day, day});
    }
    for (const Blackout& blackout : world.blackouts) {
      if (blackout.scope == "all") world.block(room.free, blackout.span);
      if (blackout.scope == "site" && !room.is_virtual &&
          blackout.code == at(world.sites, room.site).code) {
        world.block(room.free, blackout.span);
      }
    }
    const Day day = world.horizon.first() + dice.below(world.horizon.days());
    if (index % 3 == 1) {
      room.absences.push_back({day, day + dice.between(2, 9)});
      world.block(room.free, room.absences.back());
    } else if (index % 3 == 2) {
      const Blackout blackout{"room",
                              room.code,
                              {day, day + dice.between(4, 18), 720, 840},
                              room.is_virtual ? "Licence renewal" : "Lent to the canteen"};
      world.block(room.free, blackout.span);
      world.blackouts.push_back(blackout);
    }
    world.rooms.push_back(std::move(room));
  }
}

void make_assets(World& world) {
  Dice& dice = world.dice;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    world.asset_kinds.emplace_back(kKinds[kind]);
    const bool pooled = kind == 2;  // licences serve all sites
    for (int s = 0; s < (pooled ? 1 : count(world.sites) - 1); ++s) {
      if (kind == 0 && !at(world.sites, s).lab) continue;
      Asset asset;
      asset.code = kKinds[kind];
      asset.name = kKindNames[kind];
      asset.kind = static_cast<int>(kind);
      asset.site = pooled ? kNone : s;
      const int busy =
          std::max(1, world.size.cohorts / (15 * (pooled ? 1 : count(world.sites) - 1)));
      asset.quantity = kind == 0   ? 12 * std::min(busy, 2) + 2
                       : kind == 1 ? busy + dice.between(0, 1)
                                   : 12 * busy + 6;
      asset.used.assign(static_cast<std::size_t>(world.horizon.slots()), 0);
      world.assets.push_back(std::move(asset));
    }
  }
}

}  // namespace

void make_sites_and_rooms(World& world) {
  make_sites(world);
  make_closed_days(world);
  make_rooms(world);
  make_assets(world);
}

}  // namespace tandem::test::generator
