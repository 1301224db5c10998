// Handouts on paper: a head, facts and tables on A4 pages, the head of a table again on every page
// it runs over; as a PDF of the same bytes for the same handout, and the same pages as pictures.
// What they say is planner/report/handout.hpp's.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "planner/report/handout.hpp"
#include "ui/geometry/picture.hpp"

namespace tandem::print {

struct HandoutPdf {
  std::string bytes;
  int pages{};
  std::set<std::string> missing_scripts;
};

HandoutPdf handout_pdf(const report::Handout& handout);
// Requires: a width as PageCanvas takes it.
std::vector<geometry::Picture> handout_pictures(const report::Handout& handout, int width);

}  // namespace tandem::print
