#include "planner/flags/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem::flags {
namespace {

std::string_view label(RatingSource source) {
  switch (source) {
    case RatingSource::self:
      return "Own rating";
    case RatingSource::manager:
      return "Manager";
    case RatingSource::peer:
      return "Peers";
    case RatingSource::report:
      return "Reports";
    case RatingSource::facilitator:
      return "Facilitators";
    case RatingSource::task:
      return "Tasks";
  }
  return {};
}

std::string months_ago(const Judgements& j, Date date, int months) {
  return fmt::format("last seen {}, before {}: left out", words_with_year(date),
                     words_with_year(months_before(j.today(), months)));
}

// What one rater group says within the window, lowest level first.
class GroupOpinion {
 public:
  GroupOpinion(const Judgements& j, const Person& person, Id<Competency> competency,
               RatingSource source, int within_months)
      : from_(months_before(j.today(), within_months)) {
    for (const Rating* r : j.ratings(person.id)) {
      if (r->competency != competency || r->source != source) continue;
      if (!r->date) {
        undated_ = true;
        continue;
      }
      if (*r->date > j.today()) continue;
      last_ = last_ ? std::max(*last_, *r->date) : *r->date;
      if (*r->date >= from_) latest_.push_back(r);
    }
    latest_ = latest_by_rater(std::move(latest_));
    std::stable_sort(latest_.begin(), latest_.end(),
                     [](const Rating* a, const Rating* b) { return a->level < b->level; });
  }

  const std::vector<const Rating*>& latest() const { return latest_; }
  std::optional<Date> last() const { return last_; }
  bool undated() const { return undated_; }
  // The middle answer, of two middle ones the lower: reached or passed by more than half.
  int level() const { return latest_[(latest_.size() - 1) / 2]->level; }
  const Rating& newest() const {
    return **std::max_element(latest_.begin(), latest_.end(), [](const Rating* a, const Rating* b) {
      return std::tie(*a->date, a->version) < std::tie(*b->date, b->version);
    });
  }

 private:
  Date from_;
  std::vector<const Rating*> latest_;
  std::optional<Date> last_;
  bool undated_{};
};

std::string why_unknown(const Judgements& j, const GroupOpinion& group, RatingSource source,
                        int within_months) {
  if (!group.latest().empty()) return fmt::format("fewer than {} answers: hidden", kSmallestGroup);
  if (group.undated()) return "rated without a date: left out";
  // When a small group last answered stays hidden too.
  if (group.last() && !is_group(source)) return months_ago(j, *group.last(), within_months);
  return group.last() ? "no answers that are recent enough" : "never rated";
}

// A rater without a name is somebody else in a group, and else the one of that source.
void add_voices(const GroupOpinion& group, RatingSource source, std::set<std::string>& voices) {
  int nameless = 0;
  for (const Rating* r : group.latest())
    voices.insert(!r->rater.empty()  ? r->rater
                  : is_group(source) ? fmt::format("{} {}", word(source), ++nameless)
                                     : std::string{word(source)});
}

Answer about(const Judgements& j, const Person& person, const LevelClause& clause) {
  Answer out;
  const Competency& competency = *j.program().competencies.find_key(clause.competency);
  bool fresh_for = false;
  bool fresh_against = false;
  for (const RatingSource source : clause.sources) {
    const GroupOpinion group{j, person, competency.id, source, clause.within_months};
    Item item;
    item.source = word(source);
    if (static_cast<int>(group.latest().size()) < (is_group(source) ? kSmallestGroup : 1)) {
      item.text = fmt::format("{}: {}", label(source), competency.name);
      item.note = why_unknown(j, group, source, clause.within_months);
      out.not_known.push_back(std::move(item));
      continue;
    }
    const Rating& newest = group.newest();
    item.text = fmt::format("{}: {} at level {}, the rule asks for {}", label(source),
                            competency.name, group.level(), clause.at_least);
    item.answers = static_cast<int>(group.latest().size());
    if (item.answers == 1) item.by = newest.rater;
    item.date = newest.date;
    item.version = j.version(newest.version, *newest.date);
    item.stale = j.stale(*newest.date);
    item.single_source = item.answers == 1;
    const bool reached = group.level() >= clause.at_least;
    if (!item.stale) {
      (reached ? fresh_for : fresh_against) = true;
      if (reached) add_voices(group, source, out.voices);
    }
    (reached ? out.for_it : out.against).push_back(std::move(item));
  }
  // A stale opinion is shown and marked, and decides nothing either way.
  if (fresh_against)
    out.truth = Truth::does_not_hold;
  else if (fresh_for)
    out.truth = Truth::holds;
  return out;
}

Answer about(const Judgements& j, const Person& person, const EvidenceClause& clause) {
  Answer out;
  const Competency& competency = *j.program().competencies.find_key(clause.competency);
  bool fresh = false;
  std::set<std::string> authors;
  for (const Evidence* e : j.evidence(person.id, competency.id)) {
    if (e->kind != word(clause.kind) || e->stance != Stance::for_it || !e->date) continue;
    out.for_it.push_back(recorded(j, *e));
    fresh = fresh || !out.for_it.back().stale;
    authors.insert(e->author);
    if (!out.for_it.back().stale) out.voices.insert(e->author);
  }
  for (Item& item : out.for_it) item.single_source = authors.size() < 2;
  // What nobody wrote down may well have happened: too few items are unknown, never a "no".
  if (fresh && static_cast<int>(out.for_it.size()) >= clause.at_least) {
    out.truth = Truth::holds;
    return out;
  }
  Item missing;
  missing.text = fmt::format("{} of {}", word(clause.kind), competency.name);
  std::replace(missing.text.begin(), missing.text.end(), '_', ' ');
  missing.source = word(clause.kind);
  missing.note = out.for_it.empty() ? "nothing recorded"
                 : !fresh           ? fmt::format("nothing within the last {} months", kStaleMonths)
                          : fmt::format("{} of {} recorded", out.for_it.size(), clause.at_least);
  out.not_known.push_back(std::move(missing));
  return out;
}

std::string_view wish(OwnPath path) {
  switch (path) {
    case OwnPath::expert:
      return "Own view: wants the expert path";
    case OwnPath::people:
      return "Own view: wants the people path";
    case OwnPath::neither:
      return "Own view: wants neither path";
    case OwnPath::undecided:
      break;
  }
  return "Own view: undecided";
}

Answer about(const Judgements& j, const Person& person, const OwnViewClause& clause) {
  Answer out;
  Item item;
  item.source = "own_view";
  const OwnView* view = j.own_view(person.id);
  const bool fresh = view && view->path && view->date && !j.stale(*view->date);
  if (view && view->path) {
    item.text = wish(*view->path);
    item.by = person.number;
    item.answers = 1;
    item.date = view->date;
    item.stale = view->date && j.stale(*view->date);
  } else {
    item.text = "Own view";
  }
  if (!fresh) {
    item.note = !view || !view->path ? "not asked"
                : !view->date        ? "said without a date: ask again"
                                     : "said long ago: ask again";
    out.not_known.push_back(std::move(item));
    return out;
  }
  out.truth = word(*view->path) == word(clause.wanted) ? Truth::holds : Truth::does_not_hold;
  (out.truth == Truth::holds ? out.for_it : out.against).push_back(std::move(item));
  return out;
}

Answer about(const Judgements& j, const Person& person, const RoleTargetClause& clause) {
  const Program& program = j.program();
  Answer out;
  Item item;
  item.source = "role";
  const Competency& competency = *program.competencies.find_key(clause.competency);
  const Role* role = find(program, person.role);
  const RoleTarget* target =
      role ? program.role_targets.find_key(
                 join_key({std::to_string(role->id.value), std::to_string(competency.id.value)}))
           : nullptr;
  if (!target) {
    item.text = fmt::format("Role: {}", competency.name);
    item.note = role ? "the role's charter does not say" : "no role recorded";
    out.not_known.push_back(std::move(item));
    return out;
  }
  item.by = role->signed_by;
  item.date = role->signed_on;
  if (target->expected == Expected::not_expected) {
    out.truth = Truth::does_not_hold;
    item.text = fmt::format("Role {}: {} is not expected", role->title, competency.name);
    out.against.push_back(std::move(item));
  } else {
    out.truth = Truth::holds;
    item.text = fmt::format("Role {}: {} is expected at level {}", role->title, competency.name,
                            word(target->expected));
    out.for_it.push_back(std::move(item));
  }
  return out;
}

Answer about(const Judgements& j, const Person& person, const TrackHistoryClause& clause) {
  Answer out;
  Item item;
  item.source = "track";
  item.date = person.band_since;
  item.text = fmt::format("Track: {}", person.track ? word(*person.track) : "");
  if (person.track && word(*person.track) != word(clause.track)) {
    out.truth = Truth::does_not_hold;
    item.text += fmt::format(", the rule asks for {}", word(clause.track));
    out.against.push_back(std::move(item));
    return out;
  }
  if (person.track && person.band_since &&
      *person.band_since <= months_before(j.today(), 12 * clause.years)) {
    out.truth = Truth::holds;
    item.text += fmt::format(", in this band since {}", words_with_year(*person.band_since));
    out.for_it.push_back(std::move(item));
    return out;
  }
  // Only the present band has a date; the years before it are on no record.
  item.text = fmt::format("Track: {} years on the {} track", clause.years, word(clause.track));
  item.note = !person.track        ? "no track recorded"
              : !person.band_since ? "no date of the present band"
                                   : "the time before the present band is not recorded";
  out.not_known.push_back(std::move(item));
  return out;
}

}  // namespace

Answer answer(const Judgements& judgements, const Person& person, const FlagClause& clause) {
  return std::visit([&](const auto& test) { return about(judgements, person, test); }, clause.test);
}

Item recorded(const Judgements& j, const Evidence& e) {
  Item item;
  item.text = e.text.empty()
                  ? fmt::format("{} of {}", e.kind, j.program().competencies.at(e.competency).name)
                  : e.text;
  item.source = e.kind;
  item.by = e.author;
  item.answers = 1;
  item.date = e.date;
  if (e.date) {
    item.version = j.version({}, *e.date);
    item.stale = j.stale(*e.date);
  }
  return item;
}

}  // namespace tandem::flags
