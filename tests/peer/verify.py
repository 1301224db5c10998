#!/usr/bin/env python3
"""Judges every scheduled meeting of a workspace folder by every rule: a second opinion.

    python3 tests/peer/verify.py FOLDER [--json] [--as-of DATE] [--before FOLDER] [--rule NAME]...

Written from the description of the folder format alone, in Python's standard library, so that it
shares neither code nor misreadings with the C++ verifier. Slow and obvious on purpose. READING.md
says how each unclear sentence was read. Exit: 0 clean, 1 violations, 2 bad usage, 3 unreadable.
"""

import argparse
import datetime
import json
import sys

from folder import BadFolder, read_folder
from plan import Plan
from rulebook import RULES
import rules_calendar  # noqa: F401  each import fills the rulebook
import rules_one_at_a_time  # noqa: F401
import rules_fit  # noqa: F401
import rules_order_load  # noqa: F401
import rules_window  # noqa: F401
import rules_shape  # noqa: F401


def waived(waivers, name, violation):
    """A waiver lifts one rule for one subject (empty: any) of one session."""
    return any(row.rule == name and row.session in violation.sessions
               and (not row.subject or row.subject in violation.subjects) for row in waivers)


def judge(tables, as_of=None, before=None, only=None):
    """The report of a folder's tables, as the value that --json prints."""
    plan = Plan(tables, as_of)
    if before is not None:
        plan.before = Plan(before, as_of)
    violations = []
    for name, find in RULES.items():
        if only and name not in only:
            continue
        for found in find(plan):
            entry = {"rule": name, "session": found.session, "text": found.text}
            if entry not in violations and not waived(tables["waivers"], name, found):
                violations.append(entry)
    unplaced = [session.code for session in plan.sessions.values()
                if session.status in ("planned", "published") and not session.placed]
    return {"violations": violations, "unplaced": unplaced}


def main(arguments):
    parser = argparse.ArgumentParser(description="judge a workspace folder by every rule")
    parser.add_argument("folder")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, metavar="DATE")
    parser.add_argument("--before", metavar="FOLDER", help="an earlier state, for the rule pin")
    parser.add_argument("--rule", action="append", choices=sorted(RULES), help="only this rule")
    options = parser.parse_args(arguments)
    try:
        before = read_folder(options.before) if options.before else None
        report = judge(read_folder(options.folder), options.as_of, before, options.rule)
    except BadFolder as bad:
        for problem in bad.problems:
            print(problem, file=sys.stderr)
        return 3
    if options.json:
        print(json.dumps(report, indent=1, ensure_ascii=False))
    else:
        for entry in report["violations"]:
            print(f"{entry['rule']}: {entry['session']}: {entry['text']}")
        print(f"{len(report['violations'])} violations, {len(report['unplaced'])} unplaced")
    return 1 if report["violations"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
