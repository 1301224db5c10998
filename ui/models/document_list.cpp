#include "ui/models/document_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

using app::DocumentKind;

template <class Order>
void sort_by(std::vector<std::pair<Order, DocumentLine>>& lines, DocumentList& out) {
  std::ranges::sort(lines, {},
                    [](const auto& entry) { return std::tie(entry.first, entry.second.code); });
  for (auto& [order, line] : lines) out.lines.push_back(std::move(line));
}

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

void add_plans(const Program& program, Date today, DocumentList& out) {
  const auto members = group_by(program.members, &Member::person);
  std::vector<std::pair<std::string, DocumentLine>> lines;
  int gone = 0;
  for (const Person& p : program.people) {
    if (has_left(p, today)) {
      ++gone;
      continue;
    }
    DocumentLine line;
    line.code = p.number;
    line.name = p.name;
    line.whose = "what " + first_word(p.name) + " takes away";
    for (const Member* m : members[p.id])
      if (m->status == MemberStatus::enrolled || m->status == MemberStatus::completed)
        if (const Cohort* cohort = program.cohorts.find(m->cohort))
          line.cohorts.push_back(cohort->code);
    line.detail = line.cohorts.empty() ? "no cohort" : join(line.cohorts, ", ");
    lines.push_back({lower(p.sort_as.empty() ? p.name : p.sort_as), std::move(line)});
  }
  if (gone > 0) out.left_out = fmt::format("{} left the company", gone);
  sort_by(lines, out);
}

bool ahead(const SessionFacts& session, Date today) {
  if (session.cancelled() || session.status == SessionStatus::delivered) return false;
  return std::ranges::any_of(session.meetings,
                             [&](const MeetingFacts& m) { return date_of(m.begin) >= today; });
}

void add_packs(const SessionBook& book, Date today, DocumentList& out) {
  const Program& program = book.program();
  std::map<Id<Facilitator>, std::set<Id<Session>>> sessions;
  for (const Meeting& m : program.meetings) {
    const Session& session = program.sessions.at(m.session);
    if (m.date < today || session.status == SessionStatus::cancelled ||
        session.status == SessionStatus::delivered)
      continue;
    for (const auto* list : {&m.leads, &m.cofacilitators})
      for (const auto id : *list) sessions[id].insert(m.session);
  }
  std::vector<std::pair<std::string, DocumentLine>> lines;
  for (const Facilitator& f : program.facilitators) {
    DocumentLine line;
    line.code = f.code;
    line.name = f.name;
    line.whose = "what " + first_word(f.name) + " takes along";
    const auto known = sessions.find(f.id);
    line.detail =
        known == sessions.end() ? "nothing ahead" : fmt::format("{} ahead", known->second.size());
    lines.push_back({lower(f.name), std::move(line)});
  }
  sort_by(lines, out);
}

void add_sheets(const SessionBook& book, Date today, DocumentList& out) {
  std::vector<std::pair<LocalMinute, DocumentLine>> lines;
  for (const SessionFacts& s : book.sessions()) {
    if (!ahead(s, today)) continue;
    DocumentLine line;
    line.code = s.code;
    line.name = fmt::format("{} {}", s.module, s.title);
    line.whose = "for " + s.code;
    line.cohorts = s.cohorts;
    const auto next = std::ranges::find_if(
        s.meetings, [&](const MeetingFacts& m) { return date_of(m.begin) >= today; });
    line.detail = fmt::format("{}{}, {}", s.cohort_words(), s.group.empty() ? "" : ", " + s.group,
                              words(date_of(next->begin)));
    lines.push_back({next->own_begin, std::move(line)});
  }
  sort_by(lines, out);
}

void add_calendars(const SessionBook& book, Date today, DocumentList& out) {
  const Program& program = book.program();
  std::map<std::string, int> coming;
  for (const SessionFacts& s : book.sessions())
    if (ahead(s, today))
      for (const std::string& code : s.cohorts) ++coming[code];
  std::vector<std::pair<std::string, DocumentLine>> lines;
  for (const Cohort& c : program.cohorts) {
    DocumentLine line;
    line.code = c.code;
    line.name = c.code + " " + c.name;
    line.whose = "for everybody in " + c.code;
    const auto known = coming.find(c.code);
    line.detail = known == coming.end() ? "nothing ahead" : fmt::format("{} ahead", known->second);
    lines.push_back({c.code, std::move(line)});
  }
  sort_by(lines, out);
}

}  // namespace

const DocumentLine* DocumentList::line(std::string_view code) const {
  const auto found = std::ranges::find(lines, code, &DocumentLine::code);
  return found == lines.end() ? nullptr : &*found;
}

DocumentList document_list(const SessionBook& book, DocumentKind kind, Date today) {
  DocumentList out;
  out.kind = kind;
  switch (kind) {
    case DocumentKind::plan:
      add_plans(book.program(), today, out);
      break;
    case DocumentKind::pack:
      add_packs(book, today, out);
      break;
    case DocumentKind::attendance:
      add_sheets(book, today, out);
      break;
    case DocumentKind::calendar:
      add_calendars(book, today, out);
      break;
  }
  std::set<std::string> cohorts;
  for (DocumentLine& line : out.lines) {
    line.find = search_key(line.code + " " + line.name + " " + line.detail);
    cohorts.insert(line.cohorts.begin(), line.cohorts.end());
  }
  out.cohorts.assign(cohorts.begin(), cohorts.end());
  return out;
}

std::vector<std::size_t> narrowed(const DocumentList& list, std::string_view search,
                                  std::string_view cohort) {
  const std::vector<std::string> wanted = search_words(search);
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < list.lines.size(); ++k) {
    const DocumentLine& line = list.lines[k];
    if (!cohort.empty() && std::ranges::find(line.cohorts, cohort) == line.cohorts.end()) continue;
    if (has_all(line.find, wanted)) out.push_back(k);
  }
  return out;
}

}  // namespace tandem::models
