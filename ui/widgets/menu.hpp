// Menus, popups and dialogs, in the house style: the only things that may stand over a page.
#pragma once

#include <string_view>

#include "ui/widgets/press.hpp"

namespace tandem::ui {

// Opens the popup `id` from the same window that will draw it.
void open_menu(const char* id);

// While it lives and is open, items are drawn below `anchor` (or above it when there is no room).
class Menu {
 public:
  Menu(const char* id, const Rect& anchor, float width = 240);
  ~Menu();
  Menu(const Menu&) = delete;
  Menu& operator=(const Menu&) = delete;
  explicit operator bool() const { return open_; }
  // Returns: pressed; the menu closes itself.
  bool item(std::string_view label, std::string_view key = {}, bool enabled = true,
            std::string_view reason = {});
  void heading(std::string_view text);
  void rule();

 private:
  bool open_ = false;
  float width_ = 0;
};

// A menu item's drawing at a place, also for the component sheet. Returns: pressed.
bool menu_item(const Rect& r, std::string_view label, std::string_view key, bool enabled,
               std::string_view reason = {});
// Raised, with the strong outline: popups, tooltips, the palette.
void popup_surface(const Rect& r, float radius);

struct DialogOptions {
  float width = 440;  // all in design pixels
  float height = 240;
  float top = -1;  // of its upper edge; below 0: in the middle of the window
  float padding = 24;
};

// A dialog over a scrim. Escape closes it. While open, draw into `inside()`.
class Dialog {
 public:
  Dialog(const char* id, const DialogOptions& options);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  explicit operator bool() const { return open_; }
  const Rect& inside() const { return inside_; }  // padding taken off
  static void close();

 private:
  bool open_ = false;
  Rect inside_;
};
void open_dialog(const char* id);

}  // namespace tandem::ui
