#include "ui/desktop/components.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "ui/widgets/bars.hpp"
#include "ui/widgets/charts.hpp"
#include "ui/widgets/date_strip.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::desktop {
namespace {

using namespace tandem::ui;

constexpr Press kRest{};
constexpr Press kHover{.hovered = true};
constexpr Press kPressed{.hovered = true, .held = true};
constexpr Press kFocus{.focused = true};

// A row of the sheet: its name left, then specimens with a caption each.
class Specimens {
 public:
  Specimens(Rect& column, std::string_view title, float height) {
    row_ = column.cut_top(px(height));
    line_h(row_.x0, row_.x1, row_.y0, ink(Colour::line));
    label(row_.cut_left(px(124)), Type::small, ink(Colour::muted), title);
    title_ = title;
  }

  // `draw` gets a rectangle of this size; captions stand below it.
  void add(float width, float height, std::string_view caption,
           const std::function<void(const Rect&)>& draw) {
    const float below = caption.empty() ? 0 : px(6 + 14);
    Rect cell = row_.middle_row(px(height) + below);
    const float wide = std::max(px(width), text_width(Type::micro, caption));
    row_.cut_left(wide, px(20));
    cell.x1 = cell.x0 + wide;
    const IdScope id(title_ + std::to_string(count_++));
    Rect place = snapped(cell.cut_top(px(height), px(6)));
    place.x1 = place.x0 + px(width);
    draw(place);
    label(cell, Type::micro, ink(Colour::muted), caption);
  }

  void posed(float width, float height, std::string_view caption, const Press& pose,
             const std::function<void(const Rect&)>& draw) {
    add(width, height, caption, [&](const Rect& r) {
      const Pose held(pose);
      draw(r);
    });
  }

 private:
  Rect row_;
  std::string title_;
  int count_ = 0;
};

void buttons(Rect& column, std::string_view title, std::string_view text, ButtonKind kind) {
  Specimens row(column, title, 69);
  const ButtonOptions options{.kind = kind};
  ButtonOptions off = options;
  off.enabled = false;
  const float width = button_width(text, options) / scale();
  const auto draw = [&](const Rect& r) { button(r, text, options); };
  row.posed(width, 32, "rest", kRest, draw);
  row.posed(width, 32, "hover", kHover, draw);
  row.posed(width, 32, "pressed", kPressed, draw);
  row.posed(width, 32, "focus", kFocus, draw);
  row.add(width, 32, "disabled", [&](const Rect& r) { button(r, text, off); });
}

void inputs(Rect& column) {
  Specimens row(column, "Input", 69);
  static std::string empty;
  static std::string typed = "Mok";
  static std::string bad = "400";
  row.add(104, 32, "rest", [](const Rect& r) { input(r, "rest", empty, {.hint = "Name"}); });
  row.add(104, 32, "with text", [](const Rect& r) { input(r, "text", typed, {.hint = "Name"}); });
  row.add(130, 32, "with icon",
          [](const Rect& r) { input(r, "icon", empty, {.hint = "Find", .icon = Icon::search}); });
  row.add(104, 32, "refused",
          [](const Rect& r) { input(r, "bad", bad, {.refused = "At most 40 hours."}); });
  row.add(104, 32, "disabled", [](const Rect& r) { input(r, "off", empty, {.enabled = false}); });
}

void list_rows(Rect& column) {
  Specimens row(column, "List row", 73);
  const auto line = [](bool selected, bool enabled) {
    return [=](const Rect& r) {
      list_line(r, "line",
                {.status = Status::attention,
                 .text = "owes M2a",
                 .selected = selected,
                 .enabled = enabled});
    };
  };
  row.posed(116, 36, "rest", kRest, line(false, true));
  row.posed(116, 36, "selected", kRest, line(true, true));
  row.posed(116, 36, "selected, keys", kFocus, line(true, true));
  row.add(116, 36, "disabled", line(false, false));
}

constexpr ModuleCard kCard{.code = "L1b",
                           .title = "Tough talks lab",
                           .hours = "4 h",
                           .focus = "SA IN",
                           .orientation = Orientation::leader};

void cards(Rect& column) {
  Specimens row(column, "Module card", 87);
  const auto draw = [](const BarLook& look, bool alternative = false) {
    return [=](const Rect& r) {
      ModuleCard card = kCard;
      card.alternative = alternative;
      module_card(r, card, look);
    };
  };
  row.add(138, 50, "rest", draw({}));
  row.add(138, 50, "hover", draw({.hovered = true}));
  row.add(138, 50, "selected", draw({.selected = true}));
  row.add(138, 50, "choice, 1 of 2", draw({}, true));
  Specimens drag(column, "While dragging", 87);
  drag.add(138, 50, "place it left", draw({.phase = Phase::old_place, .alpha = 0.45F}));
  drag.add(138, 50, "drag ghost", draw({.selected = true, .alpha = 0.85F}));
  drag.add(138, 50, "legal place", [](const Rect& r) { legal_place(r, px(6)); });
  drag.add(138, 50, "refused, with the rule", draw({.phase = Phase::refused}));
}

void bars(Rect& column) {
  Specimens row(column, "Session bar", 87);
  const auto draw = [](std::string_view code, const BarLook& look) {
    return [=](const Rect& r) { session_bar(r, code, "Lab", "10", look); };
  };
  row.add(66, 50, "ahead", draw("M3b", {.orientation = Orientation::manager}));
  row.add(66, 50, "held", draw("M3b", {.orientation = Orientation::manager, .phase = Phase::held}));
  row.add(66, 50, "both", draw("B3", {.orientation = Orientation::both}));
  row.add(66, 50, "both, held",
          draw("B3", {.orientation = Orientation::both, .phase = Phase::held}));
  row.add(66, 50, "selected, pinned",
          draw("M3b", {.orientation = Orientation::manager, .selected = true, .pinned = true}));
  row.add(66, 50, "needs a look",
          draw("M3b", {.orientation = Orientation::manager, .status = Status::late}));
  row.add(66, 50, "old place", draw("M3b", {.phase = Phase::old_place}));
  row.add(66, 50, "protected", [](const Rect& r) {
    hatch(r);
    outline(r, ink(Colour::hatch), px(4));
  });
  Specimens marks(column, "Year mark", 69);
  const auto mark = [](std::string_view code, const BarLook& look) {
    return [=](const Rect& r) { year_mark(r, code, look); };
  };
  marks.add(29, 19, "held",
            mark("L4b", {.orientation = Orientation::leader, .phase = Phase::held}));
  marks.add(29, 19, "ahead", mark("L4b", {.orientation = Orientation::leader}));
  marks.add(29, 19, "held",
            mark("M3b", {.orientation = Orientation::manager, .phase = Phase::held}));
  marks.add(29, 19, "ahead", mark("M3b", {.orientation = Orientation::manager}));
  marks.add(29, 19, "both", mark("B3", {.orientation = Orientation::both, .phase = Phase::held}));
  marks.add(29, 19, "ahead", mark("B3", {.orientation = Orientation::both}));
  marks.add(120, 19, "no legal day", [](const Rect& r) { refused_place(r, "no day here"); });
}

void colours(Rect& column) {
  Specimens row(column, "Colours", 140);
  row.add(6 * 112, 6 * 22, "", [](const Rect& r) {
    for (int k = 0; k + 1 < kColours; ++k) {
      const auto colour = static_cast<Colour>(k);
      const float x = r.x0 + px(112) * static_cast<float>(k % 6);
      const float y = r.y0 + px(22) * static_cast<float>(k / 6);
      const Rect patch = Rect::sized(x, y, px(18), px(18));
      fill(patch, ink(colour), px(4));
      outline(patch, ink(Colour::line_strong), px(4));
      label(Rect::sized(x + px(24), y, px(88), px(18)), Type::micro, ink(Colour::muted),
            name(colour));
    }
  });
}

void type_styles(Rect& column) {
  Specimens row(column, "Type", 69);
  row.add(540, 60, "", [](Rect r) {
    Rect top = r.cut_top(px(32));
    const auto put = [](Rect& line, Type type, std::string_view text) {
      label(line.cut_left(text_width(type, text), px(16)), type, ink(Colour::text), text);
    };
    put(top, Type::title, "Page title 24");
    put(top, Type::section, "Section 18");
    put(top, Type::body, "Body 15");
    put(top, Type::body_strong, "Body strong 15");
    put(r, Type::small, "Small 13");
    put(r, Type::small_strong, "Small strong 13");
    put(r, Type::micro, "Micro 11");
  });
}

void marks(Rect& column) {
  Specimens row(column, "Orientation", 67);
  const auto letter = [](Orientation o) {
    return [=](const Rect& r) { orientation_chip(o, Rect::sized(r.x0, r.y0, px(20), r.height())); };
  };
  row.add(36, 24, "leader", letter(Orientation::leader));
  row.add(46, 24, "manager", letter(Orientation::manager));
  row.add(24, 24, "both", letter(Orientation::both));
  row.add(52, 24, "small", [](Rect r) {
    orientation_chip(Orientation::leader, r.cut_left(px(16), px(2)), true);
    orientation_chip(Orientation::manager, r.cut_left(px(16), px(2)), true);
    orientation_chip(Orientation::both, r.cut_left(px(16), px(2)), true);
  });
  row.add(54, 24, "track", [](const Rect& r) { chip(r, "Expert", ChipTone::expert); });
  row.add(54, 24, "track", [](const Rect& r) { chip(r, "People", ChipTone::people); });
  row.add(24, 24, "person", [](const Rect& r) { avatar(r, "Élise Carpentier"); });
  row.add(24, 24, "fact", [](const Rect& r) { numbered(r, 3); });

  Specimens state(column, "Status", 67);
  const auto status = [](Status s, std::string_view text, ChipTone tone) {
    return [=](Rect r) {
      status_glyph(s, r.cut_left(px(12), px(6)));
      chip(r, text, tone);
    };
  };
  state.add(78, 24, "ok", status(Status::ok, "on plan", ChipTone::ok));
  state.add(106, 24, "attention", status(Status::attention, "worth a look", ChipTone::attention));
  state.add(76, 24, "late", status(Status::late, "behind", ChipTone::late));
  state.add(78, 24, "blocked", status(Status::blocked, "no date", ChipTone::blocked));
  state.add(60, 24, "paused", [](Rect r) {
    status_glyph(Status::paused, r.cut_left(px(12), px(6)));
    label(r, Type::body, ink(Colour::text), "rests");
  });

  Specimens filter(column, "Filter chip", 67);
  const auto draw = [](std::string_view text, bool on) {
    return [=](const Rect& r) { filter_chip(r, text, on); };
  };
  filter.posed(66, 24, "off", kRest, draw("Journey", false));
  filter.posed(66, 24, "hover", kHover, draw("Journey", false));
  filter.posed(112, 24, "on", kRest, draw("Next 30 days", true));
  filter.posed(66, 24, "focus", kFocus, draw("Journey", false));
}

void choices(Rect& column) {
  Specimens row(column, "Candidate day", 93);
  const auto day = [](CandidateDay::State state) {
    return [=](const Rect& r) { candidate_day(r, {"Wed 19 May", "We", "19", state}); };
  };
  using State = CandidateDay::State;
  row.posed(28, 56, "refused", kRest, day(State::refused));
  row.posed(28, 56, "taken", kRest, day(State::taken));
  row.posed(28, 56, "free", kRest, day(State::free));
  row.posed(28, 56, "chosen", kRest, day(State::chosen));
  row.posed(28, 56, "focus", kFocus, day(State::free));
  row.posed(28, 56, "free, hover", kHover, day(State::free));

  Specimens choice(column, "Choice", 67);
  static int chosen = 0;
  static constexpr std::array<Segment, 2> kSegments{{{"Year"}, {"Week"}}};
  static bool yes = true;
  static bool no = false;
  choice.add(110, 30, "segmented", [](const Rect& r) { segmented(r, kSegments, chosen); });
  choice.add(16, 24, "check", [](const Rect& r) { checkbox(r, "", yes); });
  choice.add(16, 24, "off", [](const Rect& r) { checkbox(r, "", no); });
  choice.add(16, 24, "radio", [](const Rect& r) { radio(r, "", true); });
  choice.add(16, 24, "off", [](const Rect& r) { radio(r, "", false); });
  choice.add(16, 24, "disabled", [](const Rect& r) { checkbox(r, "", no, false); });

  Specimens strip(column, "Tabs", 67);
  static int tab = 0;
  static constexpr std::array<std::string_view, 3> kTabs{"Journeys", "Modules", "Audit"};
  strip.add(300, 40, "", [](const Rect& r) { tabs(r, kTabs, tab); });
}

void figures(Rect& column) {
  Specimens row(column, "Progress", 67);
  row.add(200, 24, "", [](const Rect& r) { progress_bar(r, 0.64); });
  row.add(170, 24, "", [](const Rect& r) {
    label(r, Type::small, ink(Colour::muted), "124 of 194, about 9 s left");
  });
  row.add(66, 24, "",
          [](const Rect& r) { button(r, "Stop", {.small = true, .icon = Icon::stop}); });
  row.add(64, 40, "", [](const Rect& r) {
    constexpr std::array kValues{98.0, 97.0, 97.0, 96.0, 96.4, 95.0, 95.6, 95.3};
    constexpr std::array kPlan{96.0, 96.0};
    sparkline(r, kValues, kPlan);
  });

  Specimens menu(column, "Menu", 143);
  menu.add(240, 130, "", [](const Rect& r) {
    popup_surface(r, px(8));
    Rect inner = r.inset(px(4) + hair());
    {
      const Pose pose(kHover);
      menu_item(inner.cut_top(px(30)), "Move to another day", "M", true);
    }
    menu_item(inner.cut_top(px(30)), "Pin here", "P", true);
    menu_item(inner.cut_top(px(30)), "Relax a rule", "", false);
    line_h(inner.x0, inner.x1, inner.y0, ink(Colour::line));
    menu_item(inner.cut_top(px(30)), "Undo move of L1b", "Ctrl Z", true);
  });
  menu.add(260, 92, "", [](const Rect& r) {
    popup_surface(r, px(6));
    Rect inner = r.inset(px(13), px(10));
    inner.y0 += paragraph(inner, Type::small, ink(Colour::text),
                          "Lead: says why and where to, moves people.");
    paragraph(inner, Type::small, ink(Colour::muted),
              "Manage: says how and what next, keeps things whole.");
  });

  Specimens icons(column, "Icons", 96);
  icons.add(540, 84, "", [](const Rect& r) {
    for (int k = 1; k < kIcons; ++k) {
      const float x = r.x0 + px(28) * static_cast<float>((k - 1) % 18);
      const float y = r.y0 + px(28) * static_cast<float>((k - 1) / 18);
      draw_icon(static_cast<Icon>(k), Rect::sized(x, y, px(20), px(24)), ink(Colour::text));
    }
  });
}

}  // namespace

void draw_components() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("components", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
  {
    Area page("sheet", Rect::sized(0, 0, size.x, size.y));
    Rect sheet = Rect::sized(page.x0() + px(40), page.y() + px(32), px(1520), px(960));
    page.skip(px(1000));
    label(sheet.cut_top(px(32), px(4)), Type::title, ink(Colour::text), "Components and states");
    label(sheet.cut_top(px(20), px(20)), Type::body, ink(Colour::muted),
          "Every control at this scale, in every state.");
    Rect left = sheet.cut_left(px(800), px(40));
    Rect right = sheet;
    buttons(left, "Primary button", "Solve", ButtonKind::primary);
    buttons(left, "Quiet button", "Relax", ButtonKind::quiet);
    inputs(left);
    list_rows(left);
    cards(left);
    bars(left);
    colours(left);
    type_styles(right);
    marks(right);
    choices(right);
    figures(right);
  }
  ImGui::End();
}

}  // namespace tandem::desktop
