#include "ui/widgets/probe.hpp"

#include <numeric>

namespace tandem::ui {
namespace {

Probe* g_probe = nullptr;
std::vector<std::string> g_scopes;

}  // namespace

const ProbeItem* Probe::find(std::string_view name) const {
  const ProbeItem* found = nullptr;
  for (const ProbeItem& item : items_) {
    if (item.name == name) return &item;
  }
  const std::string ending = " / " + std::string(name);
  for (const ProbeItem& item : items_) {
    if (item.label != name && !item.name.ends_with(ending)) continue;
    if (found) return nullptr;
    found = &item;
  }
  return found;
}

std::string Probe::describe() const {
  std::string text;
  for (const ProbeItem& item : items_) {
    text += "  " + item.name + (item.enabled ? "\n" : " (disabled)\n");
  }
  return text;
}

Probe* probe() { return g_probe; }
void set_probe(Probe* probe) { g_probe = probe; }

ProbeScope::ProbeScope(std::string_view name) : filled_(g_probe) {
  if (filled_) g_scopes.emplace_back(name);
}
ProbeScope::~ProbeScope() {
  if (filled_) g_scopes.pop_back();
}

void record(Role role, const geometry::Rect& rect, std::string_view label, bool enabled,
            bool focused, bool on) {
  if (!g_probe) return;
  const std::string name = std::accumulate(
      g_scopes.begin(), g_scopes.end(), std::string{},
      [](std::string path, const std::string& scope) { return std::move(path) + scope + " / "; });
  g_probe->add({name + std::string(label), std::string(label), role, rect, enabled, focused, on});
}

}  // namespace tandem::ui
