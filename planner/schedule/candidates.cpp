#include "planner/schedule/candidates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

bool works_at(const Facilitator& f, const Group& group, const Waived& waived,
              const Problem::Session& s) {
  return s.site == kNone || f.sites.empty() || waived(RuleKind::facilitator_site, f.code) ||
         std::find(f.sites.begin(), f.sites.end(), group.site) != f.sites.end();
}

}  // namespace

Candidates::Candidates(const Compiled& compiled, const ByCode<Facilitator>& facilitators,
                       Calendars& calendars, Errors& errors)
    : compiled_(compiled),
      program_(compiled.program),
      problem_(compiled.problem),
      facilitators_(facilitators),
      calendars_(calendars),
      errors_(errors),
      arrangements_(program_.arrangements, &Arrangement::person),
      qualifications_(program_.qualifications, &Qualification::module) {}

std::vector<std::string> Candidates::features(const Group& group, const Waived& waived) const {
  const bool physical = group.form.mode == Mode::in_person;
  std::vector<std::string> out;
  const auto need = [&](RuleKind rule, std::string_view subject, const std::string& feature) {
    if (!waived(rule, subject) && std::find(out.begin(), out.end(), feature) == out.end())
      out.push_back(feature);
  };
  for (const auto& feature : group.form.features) need(RuleKind::room_features, {}, feature);
  for (const Person* person : group.people)
    for (const Arrangement* a : arrangements_[person->id])
      if (a->kind == ArrangementKind::captions ||
          (physical && a->kind == ArrangementKind::step_free))
        need(RuleKind::arrangement, person->number, std::string{word(a->kind)});
  return out;
}

void Candidates::rooms(const Group& group, const Waived& waived, Problem::Session& s) {
  s.needs_room = needs_room(program_, group.form);
  // A coaching meeting needs no room, but keeps the one it has.
  const auto is_held_in = [&](std::size_t r) {
    return std::any_of(s.held.begin(), s.held.end(),
                       [&](const Place& p) { return p.room == static_cast<int>(r); });
  };
  Form form = group.form;
  form.features = features(group, waived);
  for (std::size_t r = 0; r < compiled_.rooms.size(); ++r) {
    const Room& room = *compiled_.rooms[r];
    if (!s.needs_room && !is_held_in(r)) continue;
    if (!usable(room, form, s.needs_room ? group.site : room.site)) continue;
    if (room.capacity && *room.capacity < s.learners && !waived(RuleKind::room_capacity, room.code))
      continue;
    s.rooms.push_back({static_cast<int>(r), calendars_.store(room, s.zone, waived), false});
  }
  // The cheapest first, then the smallest that holds them, so that large rooms stay free.
  std::stable_sort(s.rooms.begin(), s.rooms.end(),
                   [&](const Problem::Candidate& a, const Problem::Candidate& b) {
                     const auto key = [&](const Problem::Candidate& c) {
                       const auto& room = problem_.rooms[nth(c.who)];
                       return std::make_pair(room.day_cost,
                                             room.capacity == kNone ? INT32_MAX : room.capacity);
                     };
                     return key(a) < key(b);
                   });
}

bool Candidates::speaks(const Facilitator& f, const Group& group, const Waived& waived) const {
  if (f.languages.empty() || waived(RuleKind::facilitator_language, f.code)) return true;
  return std::all_of(group.cohorts.begin(), group.cohorts.end(), [&](auto id) {
    const auto& language = find(program_, id)->language;
    return language.empty() ||
           std::find(f.languages.begin(), f.languages.end(), language) != f.languages.end();
  });
}

void Candidates::staff(const Group& group, const Waived& waived, Problem::Session& s) {
  const Module& module = *group.module;
  if (waived.any()) {
    s.staff = qualified(group, waived, s);
  } else {
    // Sessions of a module mostly differ in nothing that matters here.
    std::vector<std::string> languages;
    for (const auto id : group.cohorts) languages.push_back(find(program_, id)->language);
    const RawId site = s.site == kNone ? 0 : group.site.value;
    const auto [it, added] = known_staff_.try_emplace(
        std::make_tuple(module.id.value, site, s.zone, std::move(languages)));
    if (added) it->second = qualified(group, waived, s);
    s.staff = it->second;
  }
  s.leads = group.form.leads;
  s.cofacilitators = group.form.cofacilitators;
  int leads = 0;
  int able = 0;
  for (const Qualification* q : qualifications_[module.id]) {
    if (q->level == QualificationLevel::shadow) continue;
    ++able;
    leads += q->level == QualificationLevel::lead ? 1 : 0;
  }
  // A module that does not say how many run it gets one lead where there is anyone to lead it.
  if (!module.leads && leads > 0) s.leads = 1;
  if (waived(RuleKind::facilitator_count, {})) s.leads = s.cofacilitators = 0;
  if (reported_.insert(module.id.value).second) report(module, s, leads, able);
}

std::vector<Problem::Candidate> Candidates::qualified(const Group& group, const Waived& waived,
                                                      const Problem::Session& s) {
  std::vector<Problem::Candidate> out;
  for (const Qualification* q : qualifications_[group.module->id]) {
    if (q->level == QualificationLevel::shadow) continue;
    const int rank = facilitators_.rank(q->facilitator);
    if (rank == kNone) continue;
    const Facilitator& f = *compiled_.facilitators[nth(rank)];
    if (!speaks(f, group, waived) || !works_at(f, group, waived, s)) continue;
    out.push_back(
        {rank, calendars_.store(f, s.zone, waived), q->level == QualificationLevel::lead});
  }
  // The scarce first: those who may run little else.
  std::sort(out.begin(), out.end(), [&](const Problem::Candidate& a, const Problem::Candidate& b) {
    const auto key = [&](const Problem::Candidate& c) {
      return std::make_pair(problem_.facilitators[nth(c.who)].breadth, c.who);
    };
    return key(a) < key(b);
  });
  return out;
}

void Candidates::report(const Module& module, const Problem::Session& s, int leads, int able) {
  if (leads < s.leads || able < s.leads + s.cofacilitators)
    errors_.push_back(
        {ErrorCode::bad_input,
         fmt::format("module {} needs {} to lead and {} to help: {} qualified to lead, {} in all",
                     module.code, s.leads, s.cofacilitators, leads, able),
         fmt::format("module {}", module.code), "add qualifications, or ask for fewer people"});
  if (s.leads + s.cofacilitators > kMaxTeam)
    errors_.push_back(
        {ErrorCode::bad_input,
         fmt::format("module {} asks for more than {} facilitators", module.code, kMaxTeam),
         fmt::format("module {}", module.code),
         {}});
}

}  // namespace tandem::schedule
