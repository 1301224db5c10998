// A small organisation with a full plan that keeps every rule, where each rule has something to
// bite on: two cohorts at two sites, a live module, a virtual one in two meetings, coaching and an
// item without meetings. Tests change one thing in it.
#pragma once

#include "tests/support/draft.hpp"

namespace tandem::test {

// As of Mon 11 Jan 2027, Rotterdam (RTM) and Lille (LIL), three hours apart.
//
//   session    when                              room  who
//   A/M1       Tue 2 Feb  09:00-11:00            R1    F1, F2; P1 P2 P3
//   A/C1/P1    Tue 2 Feb  14:00-15:00            -     F3; P1      (P2, P3: Mon 15 Mar 09:00,
//   10:00) A/M2       Tue 16 Feb, Tue 2 Mar 09:00-10:30 V1    F1; P1 P2 P3 A/S1       due Thu 1 to
//   Fri 30 Apr           -     P1 P2 P3 B/M1       Wed 3 Feb  10:00-12:00            R2    F1, F2;
//   P4 P5 B/M2       Wed 17 Feb, Wed 3 Mar 09:00-10:30 V1    F1; P4 P5
//
// M2 needs M1, 7 to 28 days before. F1 and F2 are at home in Rotterdam and work in Lille too; F2 is
// the person P9; F3 works everywhere at any hour. P1, P2, P3 and P9 are of the unit FIN, P4 and P5
// of SAL, both below OPS.
Draft valid_plan();

}  // namespace tandem::test
