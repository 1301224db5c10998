#include "planner/schedule/form.hpp"

#include <algorithm>

namespace tandem::schedule {
namespace {

// Equal parts of a total; odd minutes go to the first meetings.
std::vector<int> parts(int minutes, int meetings) {
  std::vector<int> out;
  for (int i = 0; i < meetings; ++i)
    out.push_back(minutes / meetings + (i < minutes % meetings ? 1 : 0));
  return out;
}

Mode mode_of(const Module& module, const Variant* variant) {
  return variant && variant->mode ? *variant->mode : module.mode;
}

}  // namespace

Form form_of(const Module& module, const Variant* variant) {
  Form form;
  form.mode = mode_of(module, variant);
  form.gap_min_days = module.meeting_gap_min_days.value_or(0);
  form.gap_max_days = module.meeting_gap_max_days;
  form.capacity = variant && variant->capacity ? variant->capacity : module.capacity;
  form.leads = module.leads.value_or(0);
  form.cofacilitators = module.cofacilitators.value_or(0);
  form.features =
      variant && !variant->room_features.empty() ? variant->room_features : module.room_features;
  if (!form.live()) return form;
  if (form.mode == Mode::coaching && !form.capacity) form.capacity = 1;

  std::optional<int> meetings = module.meetings;
  std::vector<int> listed = module.meeting_minutes;
  if (variant && (variant->meetings || !variant->meeting_minutes.empty())) {
    meetings = variant->meetings;
    listed = variant->meeting_minutes;
  }
  const int n = std::max(1, meetings.value_or(static_cast<int>(listed.size())));
  if (listed.size() == static_cast<std::size_t>(n))
    form.meeting_minutes = std::move(listed);
  else if (listed.size() == 1)
    form.meeting_minutes.assign(static_cast<std::size_t>(n), listed.front());
  else
    form.meeting_minutes = parts(module.minutes, n);
  return form;
}

const Variant* find_variant(const Program& program, Id<Module> module, const std::string& name) {
  if (name.empty()) return nullptr;
  return program.variants.find_key(join_key({std::to_string(module.value), name}));
}

bool is_one_to_one(const Program& program, const Session& session) {
  const Module* module = program.modules.find(session.module);
  return module &&
         mode_of(*module, find_variant(program, session.module, session.variant)) == Mode::coaching;
}

bool usable(const Room& room, const Form& form, Id<Site> site) {
  if (form.mode == Mode::virtual_live ? !room.is_virtual : room.is_virtual || room.site != site)
    return false;
  return std::all_of(form.features.begin(), form.features.end(), [&](const std::string& feature) {
    return std::find(room.features.begin(), room.features.end(), feature) != room.features.end();
  });
}

bool needs_room(const Program& program, const Form& form) {
  if (form.mode == Mode::in_person) return true;
  if (form.mode != Mode::virtual_live) return false;
  for (const Room& room : program.rooms)
    if (room.is_virtual) return true;
  return false;
}

std::optional<int> most_seats(const Program& program, const Form& form, Id<Site> site) {
  if (!needs_room(program, form)) return form.capacity;
  int largest = 0;
  bool unlimited = false;
  for (const Room& room : program.rooms) {
    if (!usable(room, form, site)) continue;
    if (!room.capacity) unlimited = true;
    largest = std::max(largest, room.capacity.value_or(0));
  }
  if (unlimited) return form.capacity;
  return form.capacity ? std::min(*form.capacity, largest) : largest;
}

}  // namespace tandem::schedule
