#include "ui/models/session_telling.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

std::string who_words(const MeetingFacts& meeting) {
  if (meeting.leads.empty()) return {};
  const std::string leads = fmt::format("{} {}", sentence_list(meeting.leads),
                                        meeting.leads.size() == 1 ? "leads" : "lead");
  if (meeting.helpers.empty()) return leads;
  return fmt::format("{}, {} {}", leads, sentence_list(meeting.helpers),
                     meeting.helpers.size() == 1 ? "helps" : "help");
}

}  // namespace

SessionTelling tell(const SessionBook& book, const SessionFacts& session, const Why* why,
                    const Verdict* verdict) {
  SessionTelling out;
  out.title = fmt::format("{} for {}", session.module, session.cohort_words());
  out.when = sentence(when_words(session));
  if (session.meetings.empty()) {
    out.when += " · " + duration_words(session.minutes);
  } else {
    const MeetingFacts& first = session.meetings.front();
    if (!first.room.empty()) out.when += " · " + first.room;
    out.who = who_words(first);
  }
  if (session.meetings.size() > 1)
    for (const MeetingFacts& meeting : session.meetings)
      out.meetings.push_back(when_words(meeting));
  out.people = join(session.people, ", ");
  if (why && session.has_date())
    for (const Reason& reason : why->reasons) {
      const std::string_view text = reason.text;
      const bool limit = text.starts_with("not before ") || text.starts_with("not after ");
      out.held_by.push_back(
          {text.starts_with("not ") && !limit, sentence(book.in_words(text, session))});
    }
  if (verdict && !session.has_date()) out.verdict = book.in_words(verdict->sentence, session);
  return out;
}

}  // namespace tandem::models
