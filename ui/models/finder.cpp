#include "ui/models/finder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/models/modules_model.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

// How near a thing is to the question: less is nearer.
enum Nearness { exact, begins, word_begins, inside, elsewhere, far };

bool word_begins_in(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '/') return true;
  return false;
}

Nearness nearness(const Findable& f, std::string_view word) {
  if (f.own_key == word) return exact;
  if (f.own_key.starts_with(word) || f.title_key.starts_with(word)) return begins;
  if (word_begins_in(f.title_key, word)) return word_begins;
  if (contains(f.title_key, word)) return inside;
  return contains(f.whole_key, word) ? elsewhere : far;
}

// Of all words together; nullopt when one is nowhere.
std::optional<int> nearness(const Findable& f, std::span<const std::string> words) {
  int sum = 0;
  for (const std::string& word : words) {
    const Nearness n = nearness(f, word);
    if (n == far) return std::nullopt;
    sum += n;
  }
  return sum;
}

}  // namespace

std::string_view heading(FindKind kind) {
  static constexpr std::array<std::string_view, kFindKinds> kHeadings{
      "Modules", "Sessions", "Cohorts", "People", "Facilitators", "Rooms", "Commands"};
  return kHeadings[static_cast<std::size_t>(kind)];
}

Finder::Finder(const SessionBook& book, app::Where where) {
  const Program& program = book.program();
  const auto add = [&](Findable f) {
    f.own_key = search_key(f.key);
    f.title_key = search_key(f.title);
    f.whole_key = f.own_key + ' ' + f.title_key + ' ' + search_key(f.detail);
    all_.push_back(std::move(f));
  };
  const auto site_name = [&](Id<Site> id) {
    const Site* site = tandem::find(program, id);
    return site ? site->name : std::string{};
  };
  // "Rotterdam, 12 seats"
  const auto room_words = [&](const Room& r) {
    std::string out = site_name(r.site);
    if (r.capacity) out += fmt::format("{}{} seats", out.empty() ? "" : ", ", *r.capacity);
    return out;
  };
  for (const Module& m : program.modules)
    add({.kind = FindKind::module,
         .key = m.code,
         .title = m.code + " " + m.title,
         .detail = fmt::format("{}, {}", duration_words(m.minutes),
                               lower(kModeWords[static_cast<std::size_t>(m.mode)])),
         .orientation = m.orientation});
  for (const SessionFacts& s : book.sessions()) {
    if (s.cancelled()) continue;
    add({.kind = FindKind::session,
         .key = s.code,
         .title = s.name(),
         .detail = s.has_date() ? when_words(s) : s.title + ", no date yet",
         .orientation = s.orientation,
         .undated = !s.has_date()});
  }
  for (const Cohort& c : program.cohorts)
    add({.kind = FindKind::cohort,
         .key = c.code,
         .title = c.code + " " + c.name,
         .detail = site_name(c.site)});
  for (const Person& p : program.people) {
    const Unit* unit = tandem::find(program, p.unit);
    add({.kind = FindKind::person,
         .key = p.number,
         .title = p.name,
         .detail = fmt::format("{}{}{}", unit ? unit->name : "", unit ? " · " : "", p.number)});
  }
  for (const Facilitator& f : program.facilitators)
    add({.kind = FindKind::facilitator, .key = f.code, .title = f.name, .detail = f.code});
  for (const Room& r : program.rooms)
    add({.kind = FindKind::room, .key = r.code, .title = r.name, .detail = room_words(r)});
  for (const app::ActionInfo& a : app::actions()) {
    if (a.where != app::Where::everywhere && a.where != where) continue;
    add({.kind = FindKind::command,
         .key = std::string{a.label},
         .title = std::string{a.label},
         .detail = {},
         .command = a.action,
         .keys = app::key_words(a)});
  }
}

Found Finder::find(std::string_view typed, std::size_t each) const {
  const bool commands_only = typed.starts_with('>');
  if (commands_only) typed.remove_prefix(1);
  Found out;
  out.words = search_words(typed);
  const bool commands_asked = commands_only || out.words.empty();
  if (commands_asked) each = all_.size();

  struct Hit {
    int nearness;
    std::size_t place;
  };
  std::array<std::vector<Hit>, kFindKinds> hits;
  for (std::size_t k = 0; k < all_.size(); ++k) {
    const Findable& f = all_[k];
    if (commands_asked && f.kind != FindKind::command) continue;
    if (const auto near = nearness(f, out.words))
      hits[static_cast<std::size_t>(f.kind)].push_back({*near, k});
  }
  std::vector<std::pair<int, FindGroup>> groups;
  for (std::size_t kind = 0; kind < kFindKinds; ++kind) {
    auto& of_kind = hits[kind];
    if (of_kind.empty()) continue;
    out.total += static_cast<int>(of_kind.size());
    std::ranges::stable_sort(of_kind, {}, &Hit::nearness);
    FindGroup group{static_cast<FindKind>(kind), {}};
    for (const Hit& hit : of_kind) {
      if (group.found.size() == each) break;
      group.found.push_back(&all_[hit.place]);
    }
    groups.emplace_back(of_kind.front().nearness, std::move(group));
  }
  std::ranges::stable_sort(groups, {}, [](const auto& g) { return g.first; });
  for (auto& [near, group] : groups) out.groups.push_back(std::move(group));
  return out;
}

}  // namespace tandem::models
