// Rooms, and movable equipment (assets) held as pools.
#pragma once

#include "planner/domain/site.hpp"

namespace tandem {

struct Room : Row<Room> {
  std::string code;
  std::string name;
  Id<Site> site;
  std::optional<int> capacity;  // empty: no limit
  std::vector<std::string> features;
  bool is_virtual{};
  std::optional<int> day_cost;       // whole cents
  std::optional<int> setup_minutes;  // kept free between two meetings

  bool operator==(const Room&) const = default;
};

struct Asset : Row<Asset> {
  std::string code;
  std::string name;
  Id<Site> site;  // none: serves every site
  int quantity{};

  bool operator==(const Asset&) const = default;
};

constexpr auto fields(Tag<Room>) {
  return std::array{
      field<&Room::code>("code").key(),
      field<&Room::name>("name").required(),
      field<&Room::site>("site"),
      field<&Room::capacity>("capacity").range(1, 100000),
      field<&Room::features>("features"),
      field<&Room::is_virtual>("virtual"),
      field<&Room::day_cost>("day_cost").range(0, 2'000'000),
      field<&Room::setup_minutes>("setup_minutes").range(0, 1440),
  };
}

constexpr auto fields(Tag<Asset>) {
  return std::array{
      field<&Asset::code>("code").key(),
      field<&Asset::name>("name"),
      field<&Asset::site>("site").key_or_empty(),
      field<&Asset::quantity>("quantity").required().range(0, 100000),
  };
}

}  // namespace tandem
