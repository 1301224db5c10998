#include "planner/report/competency_view.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "planner/base/text.hpp"

namespace tandem::report {
namespace {

constexpr std::size_t kSources = kWords<RatingSource>.size();
constexpr std::array<std::string_view, kSources> kOne{"Self",    "Manager",     "Peers",
                                                      "Reports", "Facilitator", "Practice task"};
constexpr std::array<std::string_view, kSources> kAll{"self",    "manager",      "peers",
                                                      "reports", "facilitators", "practice tasks"};

bool is_old(std::optional<Date> date, Date as_of) {
  if (!date) return false;
  const std::chrono::year_month_day then{*date};
  const auto until = then + std::chrono::months{kFreshMonths};
  // 29 February two years on is the last of February.
  const Date end =
      until.ok() ? Date{until} : Date{until.year() / until.month() / std::chrono::last};
  return end < as_of;
}

// The middle of a group; of an even number, halfway between the two in the middle.
int middle(const std::vector<const Rating*>& ratings) {
  std::vector<int> levels;
  for (const Rating* r : ratings) levels.push_back(r->level);
  std::sort(levels.begin(), levels.end());
  const std::size_t n = levels.size();
  return levels[(n - 1) / 2] + levels[n / 2];
}

std::optional<Date> latest_date(const std::vector<const Rating*>& ratings) {
  std::optional<Date> out;
  for (const Rating* r : ratings)
    if (r->date && (!out || *out < *r->date)) out = r->date;
  return out;
}

// Oldest first, as `order` has them; the versions that ratings name.
std::string version_words(const std::vector<std::string>& order,
                          const std::set<std::string>& named) {
  std::vector<std::string> out;
  for (const std::string& version : order)
    if (named.contains(version)) out.push_back(version);
  return sentence_list(out);
}

std::string note_of(const CompetencyView& view) {
  if (view.expected == Expected::not_expected) return "not expected in this role";
  if (view.views.empty() && view.too_few.empty()) return "not asked yet";
  std::set<RatingSource> sources;
  int old = 0;
  for (const SourceView& v : view.views) {
    sources.insert(v.source);
    old += v.old ? 1 : 0;
  }
  std::string out = fmt::format("{} of {} sources", sources.size(), kSources);
  for (const RatingSource source : view.too_few)
    out += fmt::format(", {} too few to show", kAll[static_cast<std::size_t>(source)]);
  if (old > 0) out += fmt::format(", {} over two years old", old);
  return out;
}

std::string sentence_of(const CompetencyView& view) {
  std::string out = view.name + ": ";
  if (view.expected == Expected::not_expected)
    out += "not expected in this role.";
  else if (view.expected)
    out += fmt::format("{} expected.", kLevelWords[static_cast<std::size_t>(*view.expected)]);
  else
    out += "no level set for this role.";
  std::set<RatingSource> heard(view.too_few.begin(), view.too_few.end());
  for (const SourceView& v : view.views) {
    heard.insert(v.source);
    out += fmt::format(" {}: {}", source_words(v), level_words(v.half_level));
    if (v.date) out += ", " + words_with_year(*v.date);
    if (!v.version.empty()) out += ", on " + v.version;
    out += ".";
  }
  for (const RatingSource source : view.too_few)
    out += fmt::format(" {}: too few to show.", kOne[static_cast<std::size_t>(source)]);
  if (view.expected == Expected::not_expected) return out;
  std::vector<std::string> missing;
  for (std::size_t s = 0; s < kSources; ++s)
    if (!heard.contains(static_cast<RatingSource>(s))) missing.emplace_back(kAll[s]);
  if (!missing.empty()) out += fmt::format(" Not asked yet: {}.", sentence_list(missing));
  return out;
}

}  // namespace

std::string level_words(int half_level) {
  const auto below = static_cast<std::size_t>(half_level / 2 - 1);
  if (half_level % 2 == 0) return std::string{kLevelWords[below]};
  return fmt::format("between {} and {}", kLevelWords[below], kLevelWords[below + 1]);
}

std::string source_words(const SourceView& view) {
  const std::string_view name = kOne[static_cast<std::size_t>(view.source)];
  if (!is_group(view.source)) return std::string{name};
  return fmt::format("{}, {} people", name, view.people);
}

CompetencyViews::CompetencyViews(const Program& program, Date as_of)
    : program_(program),
      as_of_(as_of),
      ratings_(group_by(program.ratings, &Rating::person)),
      targets_(group_by(program.role_targets, &RoleTarget::role)),
      growth_(group_by(program.growth_areas, &GrowthArea::person)) {
  for (const Framework& f : program.frameworks) frameworks_.push_back(&f);
  std::sort(frameworks_.begin(), frameworks_.end(), [](const Framework* a, const Framework* b) {
    return std::tuple{a->valid_from.value_or(Date{}), std::string_view{a->version}} <
           std::tuple{b->valid_from.value_or(Date{}), std::string_view{b->version}};
  });
}

std::vector<CompetencyView> CompetencyViews::of(const Person& person) const {
  std::map<Id<Competency>, std::vector<const Rating*>> asked;
  std::map<Id<Competency>, Expected> expected;
  for (const Rating* r : ratings_[person.id])
    if (!r->date || *r->date <= as_of_) asked[r->competency].push_back(r);
  if (person.role)
    for (const RoleTarget* t : targets_[person.role]) {
      expected[t->competency] = t->expected;
      asked[t->competency];
    }
  for (const GrowthArea* g : growth_[person.id])
    if (g->state == GrowthState::live) asked[g->competency];

  std::vector<const Competency*> order;
  for (const auto& [id, ratings] : asked)
    if (const Competency* c = program_.competencies.find(id)) order.push_back(c);
  std::sort(order.begin(), order.end(), [](const Competency* a, const Competency* b) {
    const auto key = [](const Competency* c) {
      return std::tuple{!c->strand, c->strand.value_or(Strand::leader), std::string_view{c->code}};
    };
    return key(a) < key(b);
  });
  std::vector<CompetencyView> out;
  for (const Competency* c : order) {
    CompetencyView view = view_of(*c, asked[c->id]);
    if (const auto e = expected.find(c->id); e != expected.end()) view.expected = e->second;
    view.note = note_of(view);
    view.sentence = sentence_of(view);
    history_of(asked[c->id], view);
    out.push_back(std::move(view));
  }
  return out;
}

std::string CompetencyViews::version_of(const Rating& rating) const {
  if (rating.version) return std::string{code_of(program_, rating.version)};
  std::string out;
  for (const Framework* f : frameworks_)
    if (rating.date && f->valid_from && *f->valid_from <= *rating.date) out = f->version;
  return out;
}

void CompetencyViews::history_of(std::span<const Rating* const> own, CompetencyView& out) const {
  std::map<std::string, std::vector<const Rating*>> by_version;
  for (const Rating* r : own)
    if (const std::string version = version_of(*r); !version.empty())
      by_version[version].push_back(r);
  if (by_version.size() < 2) return;
  const Competency& competency = program_.competencies.at(out.competency);
  for (const Framework* f : frameworks_)
    if (const auto found = by_version.find(f->version); found != by_version.end()) {
      CompetencyView then = view_of(competency, found->second);
      out.versions.push_back({f->version, std::move(then.views), std::move(then.too_few)});
    }
}

CompetencyView CompetencyViews::view_of(const Competency& competency,
                                        std::span<const Rating* const> own) const {
  CompetencyView out{competency.id, competency.name, competency.orientation, {}, {}, {}, {}, {}};
  std::vector<std::string> order;
  for (const Framework* f : frameworks_) order.push_back(f->version);
  for (std::size_t s = 0; s < kSources; ++s) {
    const auto source = static_cast<RatingSource>(s);
    std::vector<const Rating*> from_here;
    std::copy_if(own.begin(), own.end(), std::back_inserter(from_here),
                 [&](const Rating* r) { return r->source == source; });
    if (from_here.empty()) continue;
    const auto latest = latest_by_rater(std::move(from_here));
    if (is_group(source)) {
      const auto people = static_cast<int>(latest.size());
      if (people < kSmallestGroup) {
        out.too_few.push_back(source);
        continue;
      }
      const auto date = latest_date(latest);
      std::set<std::string> named;
      for (const Rating* r : latest) named.insert(version_of(*r));
      out.views.push_back({source, middle(latest), people, date, is_old(date, as_of_),
                           version_words(order, named)});
      continue;
    }
    // One self and one manager at a time; several facilitators or tasks stand side by side.
    const bool one = source == RatingSource::self || source == RatingSource::manager;
    for (std::size_t i = 0; i < (one ? 1 : latest.size()); ++i) {
      const Rating& r = *latest[i];
      out.views.push_back({source, 2 * r.level, 1, r.date, is_old(r.date, as_of_), version_of(r)});
    }
  }
  return out;
}

}  // namespace tandem::report
