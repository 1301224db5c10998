"""What people say and chose themselves: own views, goals, growth areas, moments; and evidence."""

import os

from rows import read_csv
from texts import blocks

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts")


def read(name):
    return read_csv(os.path.join(HERE, name))


def add(t, people):
    who = {p.name: p for p in people}

    def number(name, person=None):
        """An employee number, or the name of somebody who is not in scope."""
        if name == "@manager":
            return person["manager"]
        if name == "@peer":
            able = [p.number for p in people if p.cohort == person.cohort and p is not person
                    and p.band == person.band and p["manager"] != person["manager"]]
            return able[len(t["evidence"]) % len(able)]
        return who[name].number if name in who else name

    for row in read("voices.csv"):
        t.add("own_views", person=who[row["name"]].number, path=row["path"], words=row["words"],
              date=row["date"])

    code = {}
    for row in read("goals.csv"):
        person = who[row["name"]].number
        rank = sum(c.startswith(f"G-{person}-") for c in code.values()) + 1
        code[row["key"]] = f"G-{person}-{rank}"
        t.add("goals", code=code[row["key"]], person=person, text=row["text"],
              horizon=row["horizon"], parent=code.get(row["parent"], ""), state=row["state"],
              date=row["date"])

    for competency, head, lines in blocks("growth.txt"):
        name, state, since = [part.strip() for part in head.split("|")]
        t.add("growth_areas", person=who[name].number, competency=competency, state=state,
              since=since)
        for line in lines:
            kind, text, module, due, state = [part.strip() for part in line.split("|")]
            t.add("actions", person=who[name].number, growth_area=competency, kind=kind, text=text,
                  module=module, due=due, state=state)

    for row in read("moments.csv"):
        person = who[row["name"]].number
        t.add("moments", person=person, text=row["text"], date=row["date"], shared=row["shared"],
              author=number(row["author"]) if row["author"] else person)

    for row in read("evidence.csv"):
        person = who[row["name"]]
        t.add("evidence", person=person.number, competency=row["competency"], kind=row["kind"],
              stance=row["stance"], author=number(row["author"], person), date=row["date"],
              text=row["text"], dissent=row["dissent"])
    scenarios(t, people)


PATTERNS = 96


def scenarios(t, people):
    """What ninety-six people chose in the scenario lab: a pattern, no score."""
    came = sorted({(row["person"], row["session"]) for row in t["attendance"]
                   if "/B3" in row["session"] and row["status"] == "full"})
    date = {m["session"]: m["date"] for m in t["meetings"]}
    seen = set()
    for person, session in came:
        if person in seen or len(seen) == PATTERNS:
            continue
        seen.add(person)
        lead = 2 + int(person) * 7 % 5
        manage = 2 + int(person) * 3 % 5
        t.add("evidence", person=person, competency="CHG", kind="scenario", stance="neutral",
              author=person, date=date[session], dissent="no",
              text=f"Twelve situations: chose to lead in {lead}, to manage in {manage}, "
                   f"both in {12 - lead - manage}.")
    if len(seen) != PATTERNS:
        raise ValueError(f"{len(seen)} people came to the scenario lab, not {PATTERNS}")
