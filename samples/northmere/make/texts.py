"""Reads what is written by hand: modules with their objectives, competencies, programmes.

modules.txt         [CODE] title, then what/how/why/who lines, then one line an objective:
                    minutes competency level kind question horizon zoom focus tags | axes | text
library.txt         [CODE] title | orientation | minutes | places, then the same lines
competencies.txt    [CODE] name | orientation | strand, the definition, three indicators that begin
                    with a dash, five anchors that begin with their level
"""

import os
import re

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts")


def blocks(name):
    """Pairs of a heading and its lines."""
    out = []
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file.read().splitlines():
            head = re.fullmatch(r"\[(\S+)\] ?(.*)", line)
            if head:
                out.append((head[1], head[2], []))
            elif line.strip() and not line.startswith("#"):
                out[-1][2].append(line.strip())
    return out


class Texts:
    def __init__(self):
        self.modules = {}
        self.objectives = {}
        for code, title, lines in blocks("modules.txt"):
            words = {"title": title}
            self.objectives[code] = []
            for line in lines:
                key = line.split(":", 1)[0]
                if key in ("what", "how", "why", "who"):
                    words[key] = line.split(":", 1)[1].strip()
                else:
                    self.objectives[code].append(line)
            self.modules[code] = words
        self.library = {}
        for code, head, lines in blocks("library.txt"):
            title, orientation, minutes, places = [part.strip() for part in head.split("|")]
            self.library[code] = {"title": title, "orientation": orientation, "minutes": minutes,
                                  "capacity": places} | dict(
                [part.strip() for part in line.split(":", 1)] for line in lines[:4])
            self.objectives[code] = lines[4:]
        self.programmes = {}
        for code, title, lines in blocks("programmes.txt"):
            self.programmes[code] = {"title": title} | dict(
                (part.strip() for part in line.split(":", 1)) for line in lines)

    def add_library(self, t):
        """Practice tasks and stretch assignments: modules without meetings, in no programme."""
        for code, words in self.library.items():
            t.add("modules", code=code, mode="practice" if code[0] == "P" else "project", **words)

    def add_objectives(self, t):
        minutes_of = {m["code"]: int(m["minutes"]) for m in t["modules"]}
        for code, lines in self.objectives.items():
            if code not in minutes_of:
                continue
            total = 0
            for number, line in enumerate(lines, 1):
                facts, axes, text = [part.strip() for part in line.split("|", 2)]
                (minutes, competency, level, kind, question, horizon, zoom, focus,
                 *tags) = facts.split()
                values = axes.split() if axes else [""] * 6
                total += int(minutes)
                t.add("objectives", module=code, number=number, text=text, minutes=minutes,
                      competency=competency, level=level, kind=kind, question=question,
                      horizon=horizon, zoom=zoom, focus=focus, tags=tags,
                      **dict(zip(("influence", "empowerment", "risk_intelligence",
                                  "transformation", "change", "beyond"), values)))
            if total != minutes_of[code]:
                raise ValueError(f"{code}: objectives add up to {total}, not {minutes_of[code]}")

    def add_framework(self, t):
        for code, head, lines in blocks("competencies.txt"):
            name, orientation, strand = [part.strip() for part in head.split("|")]
            t.add("competencies", code=code, name=name, orientation=orientation, strand=strand,
                  definition=lines[0])
            signs = [line[1:].strip() for line in lines if line.startswith("-")]
            for number, text in enumerate(signs, 1):
                t.add("indicators", competency=code, number=number, text=text)
            for line in lines:
                if line[0].isdigit():
                    t.add("anchors", competency=code, level=line[0], text=line[1:].strip())
