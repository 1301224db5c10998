"""The two ladders, the roles on them and what each role asks for."""

import os

from rows import read_csv

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts")


def add(t, number):
    for row in read_csv(os.path.join(HERE, "tracks.csv")):
        t.add("tracks", **row)
    for row in read_csv(os.path.join(HERE, "roles.csv")):
        targets = row.pop("targets").split()
        row["signed_by"] = number.get(row["signed_by"], row["signed_by"])
        t.add("roles", **row)
        for target in targets:
            t.add("role_targets", role=row["code"], competency=target[:3].rstrip("12345-"),
                  expected="not_expected" if target[-1] == "-" else target[-1])
