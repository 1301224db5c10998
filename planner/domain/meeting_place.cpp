#include "planner/domain/meeting_place.hpp"

namespace tandem {

const Site* clock_site(const Program& program, const Meeting& meeting) {
  const Room* room = meeting.room ? program.rooms.find(meeting.room) : nullptr;
  if (room && !room->is_virtual) return program.sites.find(room->site);
  const Session* session = program.sessions.find(meeting.session);
  if (!session || session->cohorts.empty()) return nullptr;
  const Cohort* cohort = program.cohorts.find(session->cohorts.front());
  return cohort ? program.sites.find(cohort->site) : nullptr;
}

}  // namespace tandem
