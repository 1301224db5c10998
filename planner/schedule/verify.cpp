#include "planner/schedule/verify.hpp"

#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem {
namespace {

void judge_all(const judge::Plan& plan, judge::Findings& findings) {
  judge::judge_shape(plan, findings);
  judge::judge_calendar(plan, findings);
  judge::judge_clashes(plan, findings);
  judge::judge_assets(plan, findings);
  judge::judge_fit(plan, findings);
  judge::judge_facilitators(plan, findings);
  judge::judge_order(plan, findings);
  judge::judge_load(plan, findings);
  judge::judge_cover(plan, findings);
  judge::judge_window(plan, findings);
  judge::judge_seats(plan, findings);
}

PlanSummary summary_of(const Program& program, const Proposal* proposal) {
  judge::Findings unheard{program};
  const judge::Plan plan{program, proposal, {}, unheard};
  PlanSummary out;
  for (const auto& session : plan.sessions())
    if (!session.has_date() && !session.cancelled() && !session.delivered())
      out.unplaced.push_back(session.code);
  out.owed_seats = judge::owed_seats(plan);
  out.outcomes = judge::outcomes(plan);
  return out;
}

}  // namespace

std::vector<Violation> verify(const Program& program, std::optional<Date> as_of) {
  judge::Findings findings{program};
  const judge::Plan plan{program, nullptr, as_of, findings};
  judge_all(plan, findings);
  return findings.take();
}

std::vector<Violation> verify(const Program& program, const Proposal& proposal,
                              const VerifyOptions& options) {
  judge::Findings findings{program};
  const judge::Plan plan{program, &proposal, options.as_of, findings};
  judge_all(plan, findings);
  judge::judge_pins(plan, options.repairing, findings);
  return findings.take();
}

PlanSummary summarize(const Program& program) { return summary_of(program, nullptr); }
PlanSummary summarize(const Program& program, const Proposal& proposal) {
  return summary_of(program, &proposal);
}

}  // namespace tandem
