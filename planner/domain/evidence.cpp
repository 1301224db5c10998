#include "planner/domain/evidence.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tandem {

std::vector<const Rating*> latest_by_rater(std::vector<const Rating*> ratings) {
  std::sort(ratings.begin(), ratings.end(), [](const Rating* a, const Rating* b) {
    return std::tuple{b->date, a->level, a->version, a->id} <  // no date is older than any
           std::tuple{a->date, b->level, b->version, b->id};
  });
  std::set<std::string_view> seen;
  const Rating* first_nameless = nullptr;
  std::vector<const Rating*> out;
  for (const Rating* r : ratings) {
    if (r->rater.empty()) {
      if (!first_nameless) first_nameless = r;
      if (r->date == first_nameless->date) out.push_back(r);
    } else if (seen.insert(r->rater).second) {
      out.push_back(r);
    }
  }
  return out;
}

}  // namespace tandem
