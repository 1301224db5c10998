#include "ui/models/seat_offers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tandem::models {
namespace {

constexpr std::size_t kOffered = 2;

Command seat(Id<Session> session, Id<Person> person, SeatStatus status) {
  Seat row;
  row.session = session;
  row.person = person;
  row.status = status;
  return Put{AnyRow{row}};
}

void fill(SeatOffer& out, const Program& program, const SeatChoice& choice) {
  const std::string& code = program.sessions.at(choice.session).code;
  out.seat = fmt::format("{}, {}", code, words(choice.date));
  out.label = fmt::format("Seat {} in {}", out.name, code);
}

}  // namespace

std::vector<SeatOffer> waiting_offers(const SeatFinder& finder, Id<Cohort> cohort) {
  const Program& program = finder.records().program();
  std::vector<SeatOffer> out;
  for (const WaitingSeat& waiting : waiting_seats(finder, cohort)) {
    const Person& person = program.people.at(waiting.person);
    SeatOffer offer{person.number, person.name, waiting.text, {}, {}, {}};
    if (waiting.offer) {
      fill(offer, program, *waiting.offer);
      offer.accept = {seat(waiting.offer->session, person.id, SeatStatus::booked)};
      // With a seat elsewhere nobody waits for this one any more.
      if (waiting.offer->session != waiting.session)
        offer.accept.push_back(seat(waiting.session, person.id, SeatStatus::cancelled));
    }
    out.push_back(std::move(offer));
  }
  return out;
}

std::vector<SeatOffer> make_up_offers(const SeatFinder& finder, const PersonProgress& progress,
                                      Id<Module> module) {
  const Program& program = finder.records().program();
  const Person& person = program.people.at(progress.person);
  std::vector<SeatOffer> out;
  for (const MakeUp& make_up : make_ups(finder, progress, module)) {
    SeatOffer line{person.number, person.name, make_up.text, {}, {}, {}};
    const std::size_t offered = std::min(kOffered, make_up.offers.size());
    for (std::size_t k = 0; k < offered; ++k) {
      const SeatChoice& choice = make_up.offers[k];
      fill(line, program, choice);
      line.accept = {seat(choice.session, person.id, SeatStatus::booked)};
      out.push_back(line);
      line.text.clear();
    }
    if (offered == 0) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace tandem::models
