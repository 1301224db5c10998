"""What the plan of January costs, and the budgets, which fall six in a hundred short of it."""

import cohorts
import facilitators
import places

TOTAL = 18600000  # cents
BY_COHORT = {  # three cohorts will not keep theirs: LDR-3, MID-1, REM-1
    "EXEC-1": 200000, "LDR-1": 2450000, "LDR-2": 2480000, "LDR-3": 2380000, "MGR-1": 1760000,
    "MGR-2": 1280000, "MGR-3": 290000, "MGR-4": 1380000, "MID-1": 2400000, "NEW-1": 1290000,
    "REM-1": 2050000, "XPT-1": 640000}
RATE = {row[0]: row[8] or 0 for row in facilitators.FACILITATORS}
ROOM = {row[0]: row[6] or 0 for row in places.ROOMS}


def of_programme(programme):
    return sum(BY_COHORT[row[0]] for row in cohorts.COHORTS if row[2] == programme)


def cost_of(plan):
    """Cents by cohort: for each date each facilitator's rate and each room's price once."""
    paid = {}
    for session in plan.sessions:
        cohort = session["cohort"].split(";")[0]
        for m in plan.meetings.get(session["code"], []):
            who = [n for cell in (m["leads"], m["cofacilitators"]) for n in cell.split(";") if n]
            for name in who:
                paid[cohort, m["date"], name] = RATE[name]
            if m["room"]:
                paid[cohort, m["date"], m["room"]] = ROOM[m["room"]]
    out = {}
    for (cohort, _, _), cents in paid.items():
        out[cohort] = out.get(cohort, 0) + cents
    return out


if sum(BY_COHORT.values()) != TOTAL:
    raise ValueError("the budgets of the cohorts are not the whole")
