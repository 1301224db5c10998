// People of one cohort by the meetings of its sessions, with a mark in each cell: what the page of
// a cohort shows and what its keys write. Sessions of one module that different people attend share
// a column. A pause freezes its cells; nothing in it counts as missed. Pure; knows no pixel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/edit/command.hpp"
#include "planner/progress/cohort_progress.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

enum class CellState : std::uint8_t {
  none,  // no seat there
  ahead,
  open,  // held, and nobody said yet who came
  full,
  partial,
  no_show,
  excused,
  paused,
  on_their_own,  // an item without meetings: nobody is marked there
};
std::string_view state_words(CellState state);

struct MatrixCell {
  CellState state{};
  Id<Session> session;
  int meeting{};
  int minutes{};  // attended, of a partial mark
  int length{};   // of the meeting
  std::string when;
  std::string refused;  // why no mark can be set; "" when one can
};

struct MatrixColumn {
  std::string module;
  std::string part;  // "2/3" of a session with several meetings
  std::string title;
  Orientation orientation{};
  std::string day;    // "12", "8–10"
  std::string month;  // "Jan"
  bool next{};        // the next one to come
  int came{-1};       // full or partial; -1: not held yet
};

struct MatrixRow {
  Id<Person> person;
  std::string number;
  std::string name;
  std::string place;  // unit and site
  std::vector<MatrixCell> cells;
  int done{};          // cells of held meetings attended
  int due{};           // cells of held meetings, the paused and excused left out
  std::string paused;  // "paused until Sun 23 May"; "" when not on a pause today
  bool resting{};
};

struct Waiting {
  std::vector<Command> take_in;  // enrols them
  std::string number;
  std::string name;
  std::string text;    // "waits, place 1, since Mon 18 Jan"
  bool room{};         // a place is free
  std::string reason;  // why it can or cannot be taken in
};

struct SharedMoment {
  std::string text;
  std::string who;  // "Émile, 30 Apr"
};

struct AttendanceMatrix {
  std::vector<MatrixColumn> columns;  // by date
  std::vector<MatrixRow> rows;        // by name
  std::vector<Waiting> waiting;
  std::vector<SharedMoment> moments;

  const MatrixCell* cell(int row, int column) const;
};

AttendanceMatrix attendance_matrix(const SessionBook& book, const Cohort& cohort, Date today);

// "Halima for C2: excused"
std::string mark_label(const AttendanceMatrix& matrix, int row, int column,
                       std::optional<AttendanceStatus> status, int minutes = 0);

}  // namespace tandem::models
