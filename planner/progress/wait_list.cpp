#include "planner/progress/wait_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

std::optional<Date> waiting_since(const TrainingRecords& records, Id<Person> person,
                                  const Session& session) {
  for (const Member* m : records.memberships(person))
    if (m->status == MemberStatus::waitlisted &&
        std::find(session.cohorts.begin(), session.cohorts.end(), m->cohort) !=
            session.cohorts.end())
      return m->since;
  return std::nullopt;
}

std::string ordinal(int place) {
  constexpr std::array<std::string_view, 3> kFirst{"first", "second", "third"};
  return place <= 3 ? std::string{kFirst[static_cast<std::size_t>(place - 1)]}
                    : fmt::format("number {}", place);
}

bool is_promised(std::span<const PromisedSeat> promised, Id<Session> session) {
  return std::any_of(promised.begin(), promised.end(),
                     [&](const PromisedSeat& p) { return p.session == session; });
}

// `promised`: what is proposed to those before them.
void propose(const SeatFinder& finder, std::span<const PromisedSeat> promised,
             WaitingSeat& waiting) {
  const Program& program = finder.records().program();
  const Session& session = program.sessions.at(waiting.session);
  const SeatChoice wanted = finder.choice(waiting.person, session, promised);
  std::string text =
      fmt::format("{} is {} on the wait-list of {}{}.", program.people.at(waiting.person).name,
                  ordinal(waiting.place), wanted.where,
                  waiting.since ? ", waiting since " + words(*waiting.since) : "");
  if (wanted.fits()) {
    waiting.offer = wanted;
    waiting.text = text + " There is room: the seat can be offered.";
    return;
  }
  text += fmt::format(" A seat there does not fit{}: {}",
                      is_promised(promised, session.id) ? " beside those proposed before it" : "",
                      wanted.refused);
  for (const SeatChoice& other : finder.choices(waiting.person, session.module, promised)) {
    if (!other.fits() || other.session == session.id) continue;
    waiting.offer = other;
    waiting.text = text + fmt::format(" {} has room: a seat there can be offered.", other.where);
    return;
  }
  waiting.text = text + " No other session of the module ahead has a seat that fits.";
}

}  // namespace

std::vector<WaitingSeat> waiting_seats(const SeatFinder& finder, Id<Cohort> cohort) {
  const TrainingRecords& records = finder.records();
  const Program& program = records.program();
  std::vector<const Session*> sessions;
  for (const Session* s : records.sessions(cohort))
    if (finder.is_ahead(*s)) sessions.push_back(s);
  std::stable_sort(sessions.begin(), sessions.end(), [&](const Session* a, const Session* b) {
    return records.span(a->id).first.value() < records.span(b->id).first.value();
  });
  std::vector<WaitingSeat> out;
  std::vector<PromisedSeat> promised;
  for (const Session* session : sessions) {
    std::vector<WaitingSeat> queue;
    for (const Seat* seat : records.seats(session->id))
      if (seat->status == SeatStatus::waitlisted)
        queue.push_back(
            {seat->person, session->id, 0, waiting_since(records, seat->person, *session), {}, {}});
    std::sort(queue.begin(), queue.end(), [&](const WaitingSeat& a, const WaitingSeat& b) {
      const auto key = [&](const WaitingSeat& w) {
        return std::tuple{!w.since, w.since.value_or(Date{}),
                          std::string_view{program.people.at(w.person).number}};
      };
      return key(a) < key(b);
    });
    int place = 0;
    for (WaitingSeat& waiting : queue) {
      waiting.place = ++place;
      propose(finder, promised, waiting);
      if (waiting.offer) promised.push_back({waiting.offer->session, waiting.person});
      out.push_back(std::move(waiting));
    }
  }
  return out;
}

}  // namespace tandem
