#include "ui/app/document.hpp"

#include <algorithm>

namespace tandem::app {
namespace {

using enum DocumentFormat;

template <class T>
Result<const T*> row_of(const Table<T>& table, const DocumentRef& ref) {
  if (const T* row = table.find_key(ref.code)) return row;
  return fail(ErrorCode::not_found, "this is no longer in the workspace", ref.code,
              "choose another one");
}

}  // namespace

std::span<const DocumentFormat> formats_of(DocumentKind kind) {
  static constexpr std::array kPlan{pdf, html, ics};
  static constexpr std::array kPack{pdf, html, ics};
  static constexpr std::array kAttendance{pdf, html, csv};
  static constexpr std::array kCalendar{ics, pdf, html, csv};
  switch (kind) {
    case DocumentKind::plan:
      return kPlan;
    case DocumentKind::pack:
      return kPack;
    case DocumentKind::attendance:
      return kAttendance;
    case DocumentKind::calendar:
      break;
  }
  return kCalendar;
}

std::string_view word(DocumentFormat format) {
  constexpr std::array<std::string_view, 4> kWords{"PDF", "HTML", "CSV", "Calendar file"};
  return kWords[static_cast<std::size_t>(format)];
}

std::string_view noun(DocumentKind kind) {
  constexpr std::array<std::string_view, 4> kNouns{"plan", "facilitator pack", "attendance sheet",
                                                   "calendar"};
  return kNouns[static_cast<std::size_t>(kind)];
}

std::string_view folder_of(DocumentKind kind) {
  constexpr std::array<std::string_view, 4> kFolders{"plans", "packs", "attendance", "calendars"};
  return kFolders[static_cast<std::size_t>(kind)];
}

std::string file_stem(const DocumentRef& ref) {
  std::string out = ref.code;
  if (ref.kind == DocumentKind::attendance) std::replace(out.begin(), out.end(), '/', '+');
  return out;
}

std::string_view ending(DocumentFormat format) {
  constexpr std::array<std::string_view, 4> kEndings{".pdf", ".html", ".csv", ".ics"};
  return kEndings[static_cast<std::size_t>(format)];
}

report::Audience audience_of(const DocumentRef& ref) {
  using Kind = report::Audience::Kind;
  switch (ref.kind) {
    case DocumentKind::plan:
      return {Kind::person, ref.code};
    case DocumentKind::pack:
      return {Kind::facilitator, ref.code};
    case DocumentKind::attendance:
    case DocumentKind::calendar:
      break;
  }
  return {Kind::cohort, ref.code};
}

DocumentMaker::DocumentMaker(std::shared_ptr<const Program> program, Date today)
    : program_(std::move(program)), today_(today) {}

const report::HandoutMaker& DocumentMaker::handouts() {
  if (!handouts_) handouts_ = std::make_unique<report::HandoutMaker>(*program_, today_);
  return *handouts_;
}

Result<Document> DocumentMaker::make(const DocumentRef& ref) {
  switch (ref.kind) {
    case DocumentKind::plan: {
      const auto person = row_of(program_->people, ref);
      if (!person) return fail(person.error());
      if (!plans_) plans_ = std::make_unique<report::PlanMaker>(*program_, today_);
      return Document{plans_->plan(**person)};
    }
    case DocumentKind::pack: {
      const auto facilitator = row_of(program_->facilitators, ref);
      if (!facilitator) return fail(facilitator.error());
      return Document{handouts().facilitator_pack(**facilitator)};
    }
    case DocumentKind::attendance: {
      const auto session = row_of(program_->sessions, ref);
      if (!session) return fail(session.error());
      return Document{handouts().attendance_sheet(**session)};
    }
    case DocumentKind::calendar:
      break;
  }
  const auto cohort = row_of(program_->cohorts, ref);
  if (!cohort) return fail(cohort.error());
  auto calendar = handouts().cohort_calendar(**cohort);
  if (!calendar) return fail(calendar.error());
  return Document{std::move(*calendar)};
}

}  // namespace tandem::app
