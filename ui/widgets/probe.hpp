// What is on screen, by name: filled by the widgets while they draw, read by the tests' driver and
// by nobody else. Costs nothing while no probe is set. Knows rectangles and words, not the domain.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry/rect.hpp"

namespace tandem::ui {

enum class Role : std::uint8_t { button, tab, row, input, check, link, bar, text, area };

struct ProbeItem {
  std::string name;   // scopes and label: "MGR-4 / Open"
  std::string label;  // what a reader sees: "Open"
  Role role = Role::button;
  geometry::Rect rect;
  bool enabled = true;
  bool focused = false;
  bool on = false;  // selected, checked, the tab in view
};

class Probe {
 public:
  void begin_frame() { items_.clear(); }
  void add(ProbeItem item) { items_.push_back(std::move(item)); }
  const std::vector<ProbeItem>& items() const { return items_; }
  // By full name; else by a label or an end of the name that only one item has. Null when there is
  // none or more than one.
  const ProbeItem* find(std::string_view name) const;
  std::string describe() const;  // every name on a line, for a message

 private:
  std::vector<ProbeItem> items_;
};

// The probe being filled; null in the program, set by a test.
Probe* probe();
void set_probe(Probe* probe);

// Everything recorded while this lives carries its name in front: "MGR-4 / ".
class ProbeScope {
 public:
  explicit ProbeScope(std::string_view name);
  ~ProbeScope();
  ProbeScope(const ProbeScope&) = delete;
  ProbeScope& operator=(const ProbeScope&) = delete;

 private:
  bool filled_;
};

// Records a thing that is not an item of its own (a text a test looks for, a bar).
void record(Role role, const geometry::Rect& rect, std::string_view label, bool enabled = true,
            bool focused = false, bool on = false);

}  // namespace tandem::ui
