// What can be handed out, and how it is named: a kind and a code stand for a document, a maker
// turns them into its values. Used by whatever shows or writes documents; knows no page, no format
// and no screen.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <variant>

#include "planner/report/development_plan.hpp"
#include "planner/report/handout_maker.hpp"

namespace tandem::app {

enum class DocumentKind : std::uint8_t { plan, pack, attendance, calendar };
inline constexpr std::array kDocumentKinds{DocumentKind::plan, DocumentKind::pack,
                                           DocumentKind::attendance, DocumentKind::calendar};

enum class DocumentFormat : std::uint8_t { pdf, html, csv, ics };

struct DocumentRef {
  DocumentKind kind{};
  std::string code;  // a person's number; of a facilitator, a session, a cohort

  auto operator<=>(const DocumentRef&) const = default;
};

using Document = std::variant<report::DevelopmentPlan, report::Handout>;

// The formats a kind is written in, the usual one first.
std::span<const DocumentFormat> formats_of(DocumentKind kind);
std::string_view word(DocumentFormat format);  // "PDF"
// "development plan", of several "development plans"
std::string_view noun(DocumentKind kind);
// The folder its files stand in, below the one that was chosen: "plans".
std::string_view folder_of(DocumentKind kind);
// The name of its files without their ending: a '/' of a session's code becomes '+'.
std::string file_stem(const DocumentRef& ref);
std::string_view ending(DocumentFormat format);  // ".pdf"
// Whose calendar file goes with it; the kinds that have formats::ics alone.
report::Audience audience_of(const DocumentRef& ref);

// Makes documents of one Program; what they share is gathered once, with the first of a kind.
// Thread rule: one thread.
class DocumentMaker {
 public:
  DocumentMaker(std::shared_ptr<const Program> program, Date today);

  // Errors: not_found, the thing is gone; as HandoutMaker.
  Result<Document> make(const DocumentRef& ref);

 private:
  const report::HandoutMaker& handouts();

  std::shared_ptr<const Program> program_;
  Date today_;
  std::unique_ptr<report::PlanMaker> plans_;
  std::unique_ptr<report::HandoutMaker> handouts_;
};

}  // namespace tandem::app
