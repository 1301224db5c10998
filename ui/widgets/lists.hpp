// Lines of pages and inspectors: headings, facts, sentences with one button, reasons, steps, and
// what a page says while it is empty. Each fills the rectangle it is given.
#pragma once

#include <optional>
#include <string_view>

#include "ui/widgets/controls.hpp"

namespace tandem::ui {

// "Dates that broke  3": a group within a card.
void group_heading(const Rect& r, std::string_view text, std::string_view count = {});
// Muted and small: a section of the inspector.
void section_label(const Rect& r, std::string_view text, std::string_view right = {});
// A section of the inspector that is shut until it is pressed. Returns: whether it is open.
bool folding(const Rect& r, std::string_view text);
// A card's own headline, with a small remark on the right.
void card_heading(const Rect& r, std::string_view text, std::string_view right = {});

// "Cohort                MGR-3, 18 managers, Lille"
void key_value(const Rect& r, std::string_view key, std::string_view value);

struct ListLine {
  Status status = Status::none;
  std::string_view text = {};
  std::string_view action = {};  // the button's label; empty: no button
  bool primary = false;          // the button is the page's first one
  bool selected = false;
  bool enabled = true;
};
struct ListLineResult {
  bool chosen = false;
  bool acted = false;
};
// One sentence, one button. `id` is unique in the list and is the line's name in the probe.
ListLineResult list_line(const Rect& r, std::string_view id, const ListLine& line);

// ● what holds, and under it in muted words why. Returns: the height used.
float reason(const Rect& r, Status status, std::string_view fact, std::string_view detail = {});
// ① a fact of a chain. Returns: the height used.
float numbered_fact(const Rect& r, int number, std::string_view text);
// One step of a way, with its line down to the next.
void step(const Rect& r, int number, std::string_view title, std::string_view text, bool current,
          bool last);

// A quieter way on beside the one next step, and whether it was pressed.
struct SecondWay {
  std::string_view action = {};
  bool pressed = false;
};
// "Nothing here yet" said usefully: what the page is for and the one next step. Returns: true when
// the button was pressed.
bool empty_state(const Rect& r, Icon icon, std::string_view title, std::string_view text,
                 std::string_view action, SecondWay* second = nullptr);

}  // namespace tandem::ui
