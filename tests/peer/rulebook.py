"""The list of rules: each a small function under the name it has in waivers and reports.

The rules_*.py files fill it on import; verify.py runs it. Above each rule stands the sentence it
implements, in our own words.
"""

from typing import NamedTuple

RULES = {}


class Violation(NamedTuple):
    """One broken rule. `subjects` and `sessions` are what a waiver may name; not printed."""

    session: str
    text: str
    subjects: tuple = ()
    sessions: tuple = ()


def rule(name):
    """Enters a function (plan -> violations) into the rulebook."""
    def enter(function):
        assert name not in RULES
        RULES[name] = function
        return function
    return enter


def broken(session, text, *subjects, also=()):
    """A violation of one session; `also` names the other sessions that share it."""
    codes = (session.code, *(other.code for other in also))
    return Violation(session.code, text, tuple(subjects), codes)
