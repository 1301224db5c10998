#include "planner/schedule/alone.hpp"

#include "planner/base/nth.hpp"
#include "planner/schedule/result.hpp"

namespace tandem::schedule {
namespace {

// By session: what is fixed, and what links lead to from that one.
std::vector<char> that_bear(const Problem& problem, int session) {
  std::vector<char> out(problem.sessions.size());
  for (std::size_t s = 0; s < out.size(); ++s) out[s] = problem.sessions[s].fixed ? 1 : 0;
  std::vector<int> open{session};
  out[nth(session)] = 1;
  while (!open.empty()) {
    const auto& s = problem.sessions[nth(open.back())];
    open.pop_back();
    for (const auto* links : {&s.in, &s.out})
      for (const int l : *links) {
        const auto& link = problem.links[nth(l)];
        const int next = links == &s.in ? link.from : link.to;
        if (out[nth(next)]) continue;
        out[nth(next)] = 1;
        open.push_back(next);
      }
  }
  return out;
}

// The groups kept, and the claims to them.
Seating part_of(const Compiled& whole, const std::vector<char>& kept) {
  Seating out;
  std::vector<int> now(kept.size(), kNone);
  for (std::size_t g = 0; g < kept.size(); ++g) {
    if (!kept[g]) continue;
    now[g] = static_cast<int>(out.groups.size());
    out.groups.push_back(whole.groups[g]);
  }
  for (Claim claim : whole.claims) {
    claim.group = now[nth(claim.group)];
    if (claim.group != kNone) out.claims.push_back(claim);
  }
  return out;
}

}  // namespace

Alone::Alone(std::shared_ptr<const Compiled> whole, int session, std::optional<Date> on)
    : whole_(std::move(whole)),
      code_(whole_->groups[nth(session)].code),
      on_(on),
      seating_(part_of(*whole_, that_bear(whole_->problem, session))) {
  if (const auto part = compiled(whole_->program))
    binds_ = binding(part->problem, part->session(code_));
}

std::shared_ptr<const Compiled> Alone::compiled(const Program& program) const {
  CompileOptions options;
  options.as_of = whole_->as_of;
  options.seating = &seating_;
  auto out = compile(program, options);
  return out ? std::move(*out) : nullptr;
}

Alone::Answer Alone::ask(const Compiled& compiled, const Problem& problem) const {
  ++questions_;
  Chain chain{problem, compiled.session(code_), binds_};
  const auto on = on_ ? std::optional{compiled.grid.day(*on_)} : std::nullopt;
  Answer out;
  if (const auto day = chain.first_day(on)) out.first = compiled.grid.date(*day);
  out.sure = chain.sure();
  return out;
}

Alone::Answer Alone::in(const Program& program) const {
  const auto part = compiled(program);
  if (!part) return {};
  return ask(*part, part->problem);
}

Alone::Answer Alone::with_one_lead_less() const {
  const auto part = compiled(whole_->program);
  if (!part) return {};
  Problem changed = part->problem;
  --changed.sessions[nth(part->session(code_))].leads;
  return ask(*part, changed);
}

Alone::Answer Alone::without_a_room() const {
  const auto part = compiled(whole_->program);
  if (!part) return {};
  Problem changed = part->problem;
  changed.sessions[nth(part->session(code_))].needs_room = false;
  return ask(*part, changed);
}

std::optional<Proposal> Alone::witness(const Program& program) const {
  const auto part = compiled(program);
  if (!part) return {};
  Chain chain{part->problem, part->session(code_), binds_};
  const auto on = on_ ? std::optional{part->grid.day(*on_)} : std::nullopt;
  if (!chain.first_day(on)) return {};
  return to_proposal(*part, chain.state());
}

Program Alone::cleared(Program program) const {
  for (std::size_t g = 0; g < whole_->groups.size(); ++g) {
    const Session* row = whole_->groups[g].existing;
    if (!row || whole_->problem.sessions[g].fixed) continue;
    std::vector<Id<Meeting>> gone;
    for (const Meeting& meeting : program.meetings)
      if (meeting.session == row->id) gone.push_back(meeting.id);
    for (const auto id : gone) program.meetings.erase(id);
  }
  return program;
}

}  // namespace tandem::schedule
