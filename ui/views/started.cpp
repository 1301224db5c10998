#include "ui/views/started.hpp"

#include <imgui.h>

namespace tandem::views {
namespace {

using namespace ui;

// A year as it will look, without words: three lanes of places still to be filled.
void sketch(const Rect& r) {
  constexpr std::string_view kMonths[] = {"January", "February", "March", "April", "May", "June"};
  constexpr float kPlaces[3][5] = {{0.02F, 0.16F, 0.34F, 0.52F, 0.73F},
                                   {0.07F, 0.22F, 0.42F, 0.64F, 0.87F},
                                   {0.12F, 0.37F, 0.79F, -1, -1}};
  Rect rest = r;
  const Rect head = rest.cut_top(px(36));
  Rect months = head;
  months.cut_left(px(168));
  for (int k = 0; k < 6; ++k) {
    const Rect column = months.column(k, 6, 0);
    line_v(column.x0, r.y0, r.y1, ink(Colour::line));
    label({column.x0 + px(8), column.y0, column.x1, column.y1}, Type::small, ink(Colour::muted),
          kMonths[k]);
  }
  for (int lane = 0; lane < 3; ++lane) {
    Rect row = rest.cut_top(px(48));
    line_h(row.x0, row.x1, row.y0, ink(Colour::line));
    Rect title = row.cut_left(px(168)).middle_row(px(24));
    const Colour soft_hue = lane == 0   ? Colour::leader_soft
                            : lane == 1 ? Colour::manager_soft
                                        : Colour::line;
    fill(title.cut_left(px(20), px(12)).middle_row(px(20)), ink(soft_hue), px(4));
    fill(Rect::sized(title.x0, title.y0 + px(2), px(90), px(7)), ink(Colour::line), px(3));
    fill(Rect::sized(title.x0, title.y0 + px(15), px(60), px(6)), ink(Colour::line), px(3));
    for (std::size_t k = 0; k < 5; ++k) {
      const float at = kPlaces[lane][k];
      if (at < 0) continue;
      const bool leader = lane == 0 || (lane == 2 && k != 1);
      const Rect place =
          snapped(Rect::sized(row.x0 + at * row.width(), row.y0 + px(10), px(64), px(28)));
      fill(place, ink(leader ? Colour::leader_soft : Colour::manager_soft, 0.6F), px(4));
      dashed_outline(place, ink(leader ? Colour::leader : Colour::manager, 0.5F), px(4));
    }
  }
  line_h(r.x0, r.x1, rest.y0, ink(Colour::line));
}

bool way(const Rect& r, Icon icon, std::string_view title, std::string_view text,
         std::string_view action, bool primary) {
  card(r);
  Rect inner = r.inset(px(20), px(16));
  const Rect sign = snapped(inner.cut_left(px(40), px(16)).middle(px(40), px(40)));
  fill(sign, ink(Colour::sunken), px(metric::kCardRadius));
  draw_icon(icon, sign, ink(Colour::muted));
  const Rect place = inner.cut_right(px(168), px(16));
  const bool pressed =
      button(place, action, {.kind = primary ? ButtonKind::primary : ButtonKind::quiet});
  inner = inner.middle_row(px(40));
  label(inner.cut_top(px(20)), Type::body_strong, ink(Colour::text), title);
  label(inner.cut_top(px(20)), Type::body, ink(Colour::muted), text);
  return pressed;
}

}  // namespace

void load_first(const Rect& body, Icon icon, std::string_view title, std::string_view text,
                Wishes& wishes) {
  if (empty_state(body, icon, title, text, app::info(app::Action::load_tables).label))
    wishes.act = app::Action::load_tables;
}

namespace {

void add_first(const Rect& body, Icon icon, std::string_view title, std::string_view text,
               std::string_view action, TableId table, Wishes& wishes) {
  SecondWay load{app::info(app::Action::load_tables).label};
  if (empty_state(body, icon, title, text, action, &load)) wishes.add = table;
  if (load.pressed) wishes.act = app::Action::load_tables;
}

}  // namespace

void no_cohorts_yet(const Rect& body, std::string_view what_for, const Program& program,
                    Wishes& wishes) {
  const bool site = program.sites.empty();
  const bool journey = !site && program.programmes.empty();
  const TableId table = site ? TableId::sites : journey ? TableId::programmes : TableId::cohorts;
  const std::string_view action = site ? "Add a site" : journey ? "Add a journey" : "Add a cohort";
  add_first(
      body, Icon::cohorts, "No cohort yet",
      phrase("{} A cohort follows a journey at a site. A folder of CSV tables that holds them "
             "all becomes another workspace.",
             what_for),
      action, table, wishes);
}

void no_people_yet(const Rect& body, Wishes& wishes) {
  add_first(body, Icon::people, "Nobody here yet",
            "This page says who everybody is and what comes next for them. A folder of CSV "
            "tables that holds them becomes another workspace.",
            "Add a person", TableId::people, wishes);
}

FirstRunAnswer draw_first_run(const Rect& window, const FirstRun& what) {
  FirstRunAnswer answer;
  FrameLayout layout = frame_layout(window, true, 0);
  layout.page.x0 = layout.rail.x0;
  layout.rail = {};
  paint_frame(layout);
  label(layout.top.inset(px(24), 0), Type::body_strong, ink(Colour::text), "Tandem");
  label(layout.status.inset(px(16), 0), Type::small, ink(Colour::muted), "No workspace is open");

  Area area("first run", layout.page);
  const float width = std::min(layout.page.width() - px(48), px(992));
  const auto next = [&](float height) { return area.next(px(height)).middle(width, px(height)); };
  area.skip(px(24));
  for (const Error& error : what.problems) {
    Rect box = next(44);
    fill(box, ink(Colour::late_soft), px(metric::kControlRadius));
    box = box.inset(px(16), 0);
    status_glyph(Status::late, box.cut_left(px(12), px(12)));
    label(box, Type::body, ink(Colour::text), text(error));
    record(ui::Role::text, box, text(error));
    area.skip(px(8));
  }
  if (!what.problems.empty()) area.skip(px(16));
  sketch(next(36 + 3 * 48));
  area.skip(px(24));
  label(next(32), Type::title, ink(Colour::text), "Plan a year of learning that holds",
        Align::centre);
  area.skip(px(8));
  label(next(20), Type::body, ink(Colour::muted),
        "Tandem turns journeys, people, rooms and calendars into dates that keep every rule.",
        Align::centre);
  label(next(20), Type::body, ink(Colour::muted),
        "One file on this computer. Nothing leaves it unless you ask.", Align::centre);
  area.skip(px(32));
  const auto narrow = [&](float height) {
    return next(height).middle(std::min(width, px(840)), px(height));
  };
  if (what.sample && way(narrow(72), Icon::today, "Look around first",
                         "Northmere, an invented firm: 240 people, 12 cohorts, one knot.",
                         "Open the sample", true))
    answer.sample = true;
  area.skip(px(12));
  if (way(narrow(72), Icon::people, "Bring your own",
          "Your people, modules and rooms as a folder of CSV tables, one file a table.",
          "Load a folder", !what.sample))
    answer.load = true;
  area.skip(px(12));
  if (way(narrow(72), Icon::file, "Start empty", "A workspace with a name and nothing else in it.",
          "New workspace", false))
    answer.create = true;
  area.skip(px(12));
  if (way(narrow(72), Icon::folder, "Go on where you left",
          "A workspace is one file whose name ends in .tandem.", "Open a file", false))
    answer.open = true;
  if (!what.recent.empty()) {
    area.skip(px(24));
    label(narrow(24), Type::small_strong, ink(Colour::muted), "Opened last");
    for (const std::filesystem::path& file : what.recent) {
      const std::string name = file.filename().string();
      const IdScope id(file.string());
      const Rect row = narrow(36);
      const Press p = press(file.string(), row, {.role = ui::Role::row, .label = name});
      if (p.hovered || p.focused) fill(row, ink(Colour::hover), px(6));
      Rect line = row.inset(px(12), 0);
      draw_icon(Icon::file, line.cut_left(px(16), px(12)), ink(Colour::muted));
      label(line.cut_left(std::min(line.width() / 2, text_width(Type::body, name)), px(12)),
            Type::body, ink(Colour::text), name);
      label(line, Type::small, ink(Colour::muted), file.parent_path().string());
      if (p.focused) focus_ring(row, px(6), -px(2));
      if (p.clicked) answer.file = file;
    }
  }
  area.skip(px(32));
  return answer;
}

}  // namespace tandem::views
