// The signs that the PDF and the HTML of a plan share: which mark stands for which source, the
// letter of an orientation, and the words around them.
#pragma once

#include <array>
#include <string_view>

#include "planner/report/development_plan.hpp"
#include "ui/geometry/level_dots.hpp"
#include "ui/print/ink.hpp"

namespace tandem::print {

struct SourceMark {
  RatingSource source;
  geometry::MarkShape shape;
  Ink ink;
  std::string_view name;
};
inline constexpr std::array<SourceMark, 6> kSourceMarks{{
    {RatingSource::self, geometry::MarkShape::ring, kText, "Self"},
    {RatingSource::manager, geometry::MarkShape::square, kText, "Manager"},
    {RatingSource::peer, geometry::MarkShape::disc, kMuted, "Peers"},
    {RatingSource::report, geometry::MarkShape::triangle, kMuted, "Reports"},
    {RatingSource::facilitator, geometry::MarkShape::diamond, kText, "Facilitators"},
    {RatingSource::task, geometry::MarkShape::cross, kMuted, "Practice tasks"},
}};
constexpr const SourceMark& mark_of(RatingSource source) {
  return kSourceMarks[static_cast<std::size_t>(source)];
}

constexpr std::string_view letter_of(Orientation orientation) {
  return orientation == Orientation::lead ? "L" : orientation == Orientation::manage ? "M" : "B";
}
constexpr std::string_view name_of(Orientation orientation) {
  return orientation == Orientation::lead     ? "leadership"
         : orientation == Orientation::manage ? "management"
                                              : "leadership and management";
}

inline constexpr std::array<std::string_view, 3> kHorizonNames{"Now", "Next", "Beyond"};
inline constexpr std::array<std::string_view, 3> kKindNames{"Experience", "Exposure", "Education"};
inline constexpr std::array<std::string_view, 3> kKindHints{"doing it", "seeing and being seen",
                                                            "learning about it"};

// What nobody has set down yet, as questions for the first talk.
std::vector<std::string> open_questions(const report::DevelopmentPlan& plan);

// Nobody has been asked about any level: then the questions come before the empty table.
bool nobody_asked(const report::DevelopmentPlan& plan);

// "14 May 2027"
std::string day_words(Date date);

}  // namespace tandem::print
