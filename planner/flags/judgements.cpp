#include <algorithm>
#include <tuple>

#include "planner/flags/answer.hpp"

namespace tandem::flags {

Judgements::Judgements(const Program& program, Date today)
    : program_(program),
      today_(today),
      fresh_from_(months_before(today, kStaleMonths)),
      ratings_(group_by(program.ratings, &Rating::person)),
      evidence_(group_by(program.evidence, &Evidence::person)),
      views_(group_by(program.own_views, &OwnView::person)) {}

std::vector<const Evidence*> Judgements::evidence(Id<Person> person,
                                                  Id<Competency> competency) const {
  std::vector<const Evidence*> out;
  for (const Evidence* e : evidence_[person])
    if (e->competency == competency && !e->dissent && (!e->date || *e->date <= today_))
      out.push_back(e);
  std::sort(out.begin(), out.end(), [](const Evidence* a, const Evidence* b) {
    return std::tie(a->date, a->author, a->kind, a->text, a->stance) <
           std::tie(b->date, b->author, b->kind, b->text, b->stance);
  });
  return out;
}

int Judgements::dissent(Id<Person> person, Id<Competency> competency) const {
  const auto own = evidence_[person];
  return static_cast<int>(std::count_if(own.begin(), own.end(), [&](const Evidence* e) {
    return e->competency == competency && e->dissent;
  }));
}

const OwnView* Judgements::own_view(Id<Person> person) const {
  const OwnView* latest = nullptr;
  for (const OwnView* v : views_[person]) {
    if (v->date && *v->date > today_) continue;
    if (!latest ||
        std::tie(latest->date, latest->path, latest->words) < std::tie(v->date, v->path, v->words))
      latest = v;
  }
  return latest;
}

std::string Judgements::version(Id<Framework> named, Date date) const {
  if (named) return std::string{code_of(program_, named)};
  const Framework* in_force = nullptr;
  for (const Framework& f : program_.frameworks) {
    if (!f.valid_from || *f.valid_from > date) continue;
    if (!in_force ||
        std::tie(in_force->valid_from, in_force->version) < std::tie(f.valid_from, f.version))
      in_force = &f;
  }
  return in_force ? in_force->version : "";
}

}  // namespace tandem::flags
