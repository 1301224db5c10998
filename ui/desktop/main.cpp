// tandem-desktop: opens a workspace and a window and puts their parts together.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "ui/app/folder_listing.hpp"
#include "ui/app/login.hpp"
#include "ui/desktop/components.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/desktop/file_manager.hpp"
#include "ui/desktop/paper.hpp"
#include "ui/desktop/textures.hpp"
#include "ui/desktop/window.hpp"
#include "ui/desktop/zenity.hpp"

namespace {

using namespace tandem;
namespace fs = std::filesystem;

constexpr int kBadUsage = 2;
constexpr int kBadInput = 3;
constexpr int kStorage = 4;

struct Options {
  fs::path file;
  std::string page;  // today, curricula, schedule, cohorts, people, documents, settings, components
  std::string select;  // code of a session, cohort, module or facilitator, number of a person
  std::string find;    // typed into "find anything"; empty: it stays shut
  std::string zoom;    // of the schedule: year, month, week, day
  std::string tab;     // of the curricula or the settings
  bool solve{};        // make a plan at once
  std::string theme;   // empty: as last time
  std::string size = "1600x1000";
  float scale = 0;  // 0: as last time, times the monitor's
  fs::path screenshot;
};

desktop::WindowOptions window_options(const Options& options, const app::Appearance& look) {
  desktop::WindowOptions window;
  if (std::sscanf(options.size.c_str(), "%dx%d", &window.width, &window.height) != 2 ||
      window.width < 320 || window.height < 240) {
    throw CLI::ValidationError("--size", "wants width x height in pixels, as in 1600x1000");
  }
  window.scheme = look.dark ? ui::Scheme::dark : ui::Scheme::light;
  window.hidden = !options.screenshot.empty();
  window.fixed_scale = options.scale > 0 || window.hidden;
  window.user_scale = look.scale;
  return window;
}

// What was said on the command line goes before what was chosen last time; a picture must not
// depend on whose computer it is taken on.
app::Appearance appearance(const Options& options) {
  app::Appearance look;
  if (options.screenshot.empty()) look = app::load_appearance(app::appearance_file());
  if (!options.theme.empty()) look.dark = options.theme == "dark";
  if (options.scale > 0) look.scale = options.scale;
  return look;
}

int exit_code(const Errors& errors) {
  const bool storage =
      std::ranges::any_of(errors, [](const Error& e) { return e.code == ErrorCode::storage; });
  return storage ? kStorage : kBadInput;
}

int report(const Errors& errors) {
  for (const Error& error : errors)
    std::fprintf(stderr, "tandem-desktop: %s\n", text(error).c_str());
  return exit_code(errors);
}

void need_names(desktop::Window& window, const Program& program) {
  window.need_characters(program.workspace().name);
  for (const Person& p : program.people) window.need_characters(p.name);
  for (const Module& m : program.modules) window.need_characters(m.title);
  for (const Competency& c : program.competencies) window.need_characters(c.name);
  for (const Facilitator& f : program.facilitators) window.need_characters(f.name);
  for (const Cohort& c : program.cohorts) window.need_characters(c.name);
  for (const Room& r : program.rooms) window.need_characters(r.name);
  for (const Site& s : program.sites) window.need_characters(s.name);
  for (const Unit& u : program.units) window.need_characters(u.name);
  for (const Holiday& h : program.holidays) window.need_characters(h.name);
  for (const Blackout& b : program.blackouts) window.need_characters(b.name);
}

// Draws `page` over the whole display.
template <class Page>
void full_window(const char* name, Page page) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  page();
  ImGui::End();
  ImGui::PopStyleVar();
}

void show(desktop::Window& window, const desktop::WindowCalls& calls, const fs::path& screenshot) {
  if (screenshot.empty())
    window.run(calls);
  else
    window.picture(calls, screenshot);
}

std::optional<views::Page> page_of(std::string_view word) {
  if (word == "today") return views::Page::today;
  if (word == "curricula") return views::Page::curricula;
  if (word == "schedule") return views::Page::schedule;
  if (word == "cohorts") return views::Page::cohorts;
  if (word == "people") return views::Page::people;
  if (word == "documents") return views::Page::documents;
  if (word == "settings") return views::Page::settings;
  return std::nullopt;
}

// The page and what is chosen on it. A code alone is looked for among cohorts, modules and
// competencies, people, facilitators and sessions, in this order; "person:1021" says which it is.
// Errors: not_found for a code that this workspace does not have.
Result<views::Destination> destination(const Options& options, const Program& program) {
  views::Destination out;
  out.page = page_of(options.page).value_or(views::Page{});
  if (options.select.empty()) return out;
  if (options.page == "settings") {
    out.setting = options.select;
    return out;
  }
  const struct {
    std::string_view kind;
    std::string views::Destination::*place;
    std::function<bool(std::string_view)> exists;
  } kinds[] = {
      {"cohort:", &views::Destination::cohort,
       [&](auto code) { return program.cohorts.find_key(code) != nullptr; }},
      {"module:", &views::Destination::module,
       [&](auto code) {
         return program.modules.find_key(code) != nullptr ||
                program.competencies.find_key(code) != nullptr;
       }},
      {"person:", &views::Destination::person,
       [&](auto code) { return program.people.find_key(code) != nullptr; }},
      {"facilitator:", &views::Destination::facilitator,
       [&](auto code) { return program.facilitators.find_key(code) != nullptr; }},
      {"session:", &views::Destination::session,
       [&](auto code) { return program.sessions.find_key(code) != nullptr; }},
  };
  const std::string_view select = options.select;
  for (const bool kind_said : {true, false})
    for (const auto& [kind, place, exists] : kinds) {
      if (kind_said && !select.starts_with(kind)) continue;
      const std::string_view code = kind_said ? select.substr(kind.size()) : select;
      if (!exists(code)) continue;
      out.*place = code;
      return out;
    }
  return fail(ErrorCode::not_found,
              fmt::format("there is nothing to select with '{}'", options.select), "--select",
              "take a code as the tables have it, as in cohort:LDR-1 or person:1021");
}

std::optional<app::Action> zoom_action(std::string_view word) {
  if (word == "year") return app::Action::view_year;
  if (word == "month") return app::Action::view_month;
  if (word == "week") return app::Action::view_week;
  if (word == "day") return app::Action::view_day;
  return std::nullopt;
}

std::optional<app::Action> tab_action(std::string_view word) {
  if (word == "journeys") return app::Action::tab_journeys;
  if (word == "modules") return app::Action::tab_modules;
  if (word == "framework") return app::Action::tab_framework;
  if (word == "coverage") return app::Action::tab_coverage;
  if (word == "places") return app::Action::tab_places;
  if (word == "facilitators") return app::Action::tab_facilitators;
  if (word == "calendars") return app::Action::tab_calendars;
  if (word == "rules") return app::Action::tab_rules;
  if (word == "roles") return app::Action::tab_roles;
  return std::nullopt;
}

// The sample is found beside the program: in the checkout it was built in, or where it is
// installed.
fs::path sample_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* way : {"../../../samples/northmere", "../share/tandem/samples/northmere"}) {
    const fs::path folder = (program / way).lexically_normal();
    if (app::is_table_folder(folder)) return folder;
  }
  return {};
}

int run(const Options& options) {
  static const SystemClock clock;
  const app::Appearance look = appearance(options);
  desktop::Window window(window_options(options, look));
  desktop::WindowCalls calls;
  if (options.page == "components") {
    calls.draw = desktop::draw_components;
    show(window, calls, options.screenshot);
    return 0;
  }
  const bool picture = !options.screenshot.empty();
  const auto dialog = picture ? nullptr : desktop::zenity_dialog();
  desktop::DeskCalls desk_calls;
  desk_calls.wake = desktop::wake_window;
  desk_calls.close = [&] { window.close(); };
  desk_calls.set_look = [&](const app::Appearance& wanted) {
    window.set_look(wanted.dark ? ui::Scheme::dark : ui::Scheme::light, wanted.scale);
    if (auto saved = app::save_appearance(wanted, app::appearance_file()); !saved)
      report(saved.error());
  };
  desk_calls.show_folder = desktop::show_folder;
  desk_calls.shows = [&](const Program& program) {
    need_names(window, program);
    window.set_title(program.workspace().name + " – Tandem");
  };
  const desktop::Paper paper;
  desktop::DeskOptions on_desk;
  on_desk.look = look;
  on_desk.login = app::login_name();
  if (const fs::path settings = app::appearance_file(); !picture && !settings.empty())
    on_desk.recent = settings.parent_path() / "recent";
  on_desk.sample = sample_folder();
  on_desk.printer = &paper;
  on_desk.graphics_card = desktop::graphics_card();
  desktop::Desk desk(std::move(on_desk), clock, dialog.get(), std::move(desk_calls));
  if (!options.file.empty()) {
    if (auto opened = desk.enter(app::OpenWorkspace{options.file}); !opened) {
      const int code = report(opened.error());
      // Said in the terminal already; started from an icon there is none, so the window says it.
      if (picture || isatty(STDERR_FILENO)) return code;
      desk.could_not_open(opened.error());
    }
  }
  if (views::Shell* shell = desk.shell()) {
    const auto where = destination(options, shell->bench().book().program());
    if (!where) return report(where.error());
    shell->go(*where);
    if (!options.find.empty()) shell->find(options.find);
    if (options.solve) shell->act(app::Action::solve);
    if (const auto zoom = zoom_action(options.zoom)) shell->act(*zoom);
    if (const auto tab = tab_action(options.tab)) shell->act(*tab);
  }
  calls.draw = [&] { full_window("tandem", [&] { desk.draw(); }); };
  calls.settled = [&] { return !desk.busy(); };
  calls.job_running = [&] { return desk.busy(); };
  show(window, calls, options.screenshot);
  // Nothing is called saved that is not: the last change is waited for.
  if (auto saved = desk.save(); !saved) return report(saved.error());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Tandem: plan, follow and develop a training programme.");
  app.add_option("file", options.file,
                 "The workspace to open; without one the window offers the ways to one");
  app.add_option("--page", options.page, "The page to open at")
      ->check(CLI::IsMember({"today", "curricula", "schedule", "cohorts", "people", "documents",
                             "settings", "components"}));
  app.add_option(
      "--select", options.select,
      "Code of a session, a cohort, a module, a competency or a facilitator, or number of "
      "a person, to choose");
  app.add_option("--find", options.find, "Open \"find anything\" with these words typed");
  app.add_option("--zoom", options.zoom, "How much of the schedule: year, month, week, day")
      ->check(CLI::IsMember({"year", "month", "week", "day"}));
  app.add_option("--tab", options.tab,
                 "Which part of the page: journeys, modules, framework, coverage of the curricula; "
                 "places, facilitators, calendars, rules, roles of the settings")
      ->check(CLI::IsMember({"journeys", "modules", "framework", "coverage", "places",
                             "facilitators", "calendars", "rules", "roles"}));
  app.add_flag("--solve", options.solve, "On the page schedule: make a plan at once");
  app.add_option("--theme", options.theme, "light or dark")
      ->check(CLI::IsMember({"light", "dark"}));
  app.add_option("--size", options.size, "Window size in pixels, as in 1600x1000");
  app.add_option("--scale", options.scale, "Size of everything, 0.8 to 2")
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--screenshot", options.screenshot, "Draw one settled picture, write it, leave");
  try {
    app.parse(argc, argv);
    return run(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kBadUsage;
  } catch (const desktop::WindowError& error) {
    std::fprintf(stderr, "tandem-desktop: %s\n", error.what());
    return kStorage;
  }
}
