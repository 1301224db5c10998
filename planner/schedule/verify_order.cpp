// Order: what a module needs comes first, and the days between keep to their limits.
//
// "For each person who holds a seat in both": seats held for one cohort, which is the cohort of the
// session that the person is a member of; for a make-up seat in another cohort's session, their own
// cohort that uses the module; for a guest, the session's. A wrong order is told as `prerequisite`
// alone, not also as a spacing too small. Where somebody holds several seats in what is needed
// (`seats` tells that), one that fits is enough.
#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

std::vector<const Cohort*> held_for(const Plan& plan, const PlanSession& session,
                                    const Person& person) {
  std::vector<const Cohort*> out;
  const auto memberships = plan.memberships(person);
  for (const Cohort* cohort : session.cohorts)
    if (std::any_of(memberships.begin(), memberships.end(),
                    [&](const Member* row) { return row->cohort == cohort->id; }))
      out.push_back(cohort);
  if (!out.empty()) return out;
  for (const Member* row : memberships) {
    const Cohort* cohort = plan.program().cohorts.find(row->cohort);
    if (cohort &&
        (row->status == MemberStatus::enrolled || row->status == MemberStatus::completed) &&
        plan.in_use(*cohort).contains(session.module->id))
      out.push_back(cohort);
  }
  return out.empty() ? session.cohorts : out;
}

struct Held {
  RawId person{};
  RawId cohort{};
  RawId module{};
  const PlanSession* session{};

  auto key() const { return std::tuple{person, cohort, module}; }
};

enum class Verdict { fits, too_soon, too_late, wrong_order, no_date };

Verdict compare(const PlanSession& needs, const PlanSession& later, const Prerequisite& rule) {
  if (needs.cancelled()) return Verdict::no_date;
  // Delivered is done, dated or not.
  if (!needs.has_date()) return needs.delivered() ? Verdict::fits : Verdict::no_date;
  const auto gap = (later.first_date() - needs.last_date()).count();
  if (gap < 0) return Verdict::wrong_order;
  // "0 may be the same day, later"; a due date has no hour.
  if (gap == 0 && !needs.meetings.empty() && !later.meetings.empty() &&
      later.meetings.front().begin < needs.meetings.back().end)
    return Verdict::wrong_order;
  if (gap < rule.min_days.value_or(0)) return Verdict::too_soon;
  if (rule.max_days && gap > *rule.max_days) return Verdict::too_late;
  return Verdict::fits;
}

class Order {
 public:
  Order(const Plan& plan, Findings& findings)
      : plan_(plan),
        findings_(findings),
        rules_(plan.program().prerequisites, &Prerequisite::module) {
    for (const PlanSession& session : plan.sessions())
      for (const Person* person : session.seats)
        for (const Cohort* cohort : held_for(plan, session, *person))
          held_.push_back({person->id.value, cohort->id.value, session.module->id.value, &session});
    std::stable_sort(held_.begin(), held_.end(),
                     [](const Held& a, const Held& b) { return a.key() < b.key(); });
  }

  void judge(const PlanSession& session) const {
    for (const Prerequisite* rule : rules_[session.module->id])
      for (const Person* person : session.seats)
        for (const Cohort* cohort : held_for(plan_, session, *person))
          judge(session, *rule, *person, *cohort);
  }

 private:
  void judge(const PlanSession& later, const Prerequisite& rule, const Person& person,
             const Cohort& cohort) const {
    if (!plan_.in_use(cohort).contains(rule.needs)) return;
    const Held wanted{person.id.value, cohort.id.value, rule.needs.value, nullptr};
    const auto [first, last] =
        std::equal_range(held_.begin(), held_.end(), wanted,
                         [](const Held& a, const Held& b) { return a.key() < b.key(); });
    if (first == last) return;
    const auto fits = [&](const Held& held) {
      return compare(*held.session, later, rule) == Verdict::fits;
    };
    if (std::any_of(first, last, fits)) return;
    // A seat in a session that has a date says more than one in a session that has none.
    const auto dated =
        std::find_if(first, last, [](const Held& held) { return held.session->occupies(); });
    tell(later, rule, person, *(dated == last ? first : dated)->session);
  }

  void tell(const PlanSession& later, const Prerequisite& rule, const Person& person,
            const PlanSession& needs) const {
    const auto add = [&](RuleKind kind, const std::string& before) {
      for (const auto& code : {needs.module->code, needs.code, later.module->code})
        if (findings_.waived(kind, later.code, {code})) return;
      findings_.add_person(kind, later.code, person.number, person.name, before + ", for ", ".");
    };
    const Verdict verdict = compare(needs, later, rule);
    if (verdict == Verdict::no_date) {
      add(RuleKind::prerequisite, "Needs " + needs.code + ", which " +
                                      (needs.cancelled() ? "is cancelled" : "has no date"));
      return;
    }
    const std::string dates = "begins on " + words(later.first_date()) + ", " + needs.code +
                              " ends on " + words(needs.last_date());
    const auto gap = (later.first_date() - needs.last_date()).count();
    if (verdict == Verdict::wrong_order)
      add(RuleKind::prerequisite, "It needs " + needs.module->code + " first, but " + dates);
    else if (verdict == Verdict::too_soon)
      add(RuleKind::spacing_min, "It " + dates + ": " + count(gap, "day") + ", at least " +
                                     std::to_string(rule.min_days.value_or(0)) + " are asked for");
    else
      add(RuleKind::spacing_max, "It " + dates + ": " + count(gap, "day") + ", at most " +
                                     std::to_string(rule.max_days.value_or(0)) + " are allowed");
  }

  const Plan& plan_;
  Findings& findings_;
  Grouping<Id<Module>, Prerequisite> rules_;
  std::vector<Held> held_;
};

}  // namespace

void judge_order(const Plan& plan, Findings& findings) {
  const Order order{plan, findings};
  for (const PlanSession& session : plan.sessions())
    if (session.judged()) order.judge(session);
}

}  // namespace tandem::judge
