// The page Cohorts: is each group on its way, and who needs a hand? A board of cards; a card opens
// one cohort with its matrix of attendance (cohort_matrix.hpp). Draws what models/cohorts_model.hpp
// worked out.
#pragma once

#include "ui/app/actions.hpp"
#include "ui/models/roster.hpp"
#include "ui/views/cohort_matrix.hpp"

namespace tandem::views {

enum class BoardFilter : std::uint8_t { all, late, look, waiting, paused };

struct CohortsState {
  std::string chosen;  // code; "" is the first
  bool by_user{};
  std::string open;  // code of the cohort in view; "": the board
  BoardFilter filter{};
  MatrixState matrix;
};

void show(CohortsState& state, models::Roster& roster, const Destination& where);
// The keys of this page. Returns: whether the action was one of its own.
bool cohorts_action(CohortsState& state, models::Roster& roster, app::Action action,
                    Wishes& wishes);
bool cohorts_has_inspector(models::Roster& roster, const CohortsState& state, bool roomy);
void draw_cohorts(const Rect& page, models::Roster& roster, CohortsState& state, Wishes& wishes);
void draw_cohorts_inspector(const Rect& inspector, models::Roster& roster, CohortsState& state,
                            Wishes& wishes);

}  // namespace tandem::views
