// The command palette: one field that finds people, modules, cohorts, sessions, places and commands
// by what is typed, and goes there on Enter. Stands over whatever page is in view; decides nothing
// itself, the shell carries its answer out.
#pragma once

#include <memory>

#include "ui/models/finder.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

struct PaletteState {
  bool wanted{};  // open it in this frame, with what is typed here
  std::string typed;
  int chosen{};  // among what is found, counted through the groups
  // Kept while it is open.
  bool fresh{};
  bool moved{};  // chosen by key: bring it into view
  std::uint64_t version{};
  std::unique_ptr<models::Finder> finder;
  models::Found found;
};

struct PaletteAnswer {
  std::optional<Destination> go;
  std::optional<app::Action> act;
};

PaletteAnswer draw_palette(PaletteState& state, models::Workbench& bench, app::Where where);

}  // namespace tandem::views
