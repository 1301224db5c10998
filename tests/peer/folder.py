"""Reads a workspace folder (CSV files) into typed rows. Knows cells, not rules.

Used by plan.py only. Written from the description of the folder format, never from the C++ reader,
so that the two can disagree. Everything wrong with a cell is collected; the caller refuses the lot.
"""

import csv
import datetime
import io
import pathlib
import re
from types import SimpleNamespace

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class BadFolder(Exception):
    """The folder cannot be judged; holds every problem found."""

    def __init__(self, problems):
        super().__init__("; ".join(problems))
        self.problems = problems


def text(cell):
    return cell


def names(cell):
    """`a;b;c` as a list; an empty cell is an empty list."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def date(cell):
    """A day, or None for an empty cell."""
    if not cell:
        return None
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        raise ValueError("a date like 2027-03-09")
    return datetime.date.fromisoformat(cell)


def clock(cell):
    """Minutes after midnight, or None for an empty cell."""
    if not cell:
        return None
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", cell):
        raise ValueError("a time like 09:30")
    return int(cell[:2]) * 60 + int(cell[3:])


def whole(cell):
    """A whole number, or None for an empty cell."""
    if not cell:
        return None
    if not re.fullmatch(r"-?\d+", cell):
        raise ValueError("a whole number")
    return int(cell)


def wholes(cell):
    return [whole(part) for part in names(cell)]


def yes(cell):
    if cell not in ("", "yes", "no"):
        raise ValueError("yes or no")
    return cell == "yes"


def days(cell):
    """`Mon;Tue` as a set of weekday numbers, Monday 0; None for an empty cell."""
    parts = names(cell)
    for part in parts:
        if part not in WEEKDAYS:
            raise ValueError("days like Mon;Tue")
    return {WEEKDAYS.index(part) for part in parts} or None


def pools(cell):
    """`VR:12;KIT:1` as {"VR": 12, "KIT": 1}."""
    wanted = {}
    for part in names(cell):
        code, colon, count = part.rpartition(":")
        if not colon or not re.fullmatch(r"\d+", count):
            raise ValueError("assets like VR:12;KIT:1")
        wanted[code.strip()] = wanted.get(code.strip(), 0) + int(count)
    return wanted


def one_of(*words):
    def parse(cell):
        if cell and cell not in words:
            raise ValueError("one of " + ", ".join(words))
        return cell
    return parse


HOURS = {"working_days": days, "day_start": clock, "day_end": clock}
SPAN = {"from": date, "to": date}
MODES = one_of("in_person", "virtual", "self_paced", "coaching", "practice", "project")
HARDNESS = one_of("soft", "hard")

# Only the files that a plan is judged by, and of those only the columns that matter to it.
FILES = {
    "workspace": {"key": text, "value": text},
    "sites": {"code": text, "zone": text, "virtual": yes, **HOURS},
    "holidays": {"site": text, "date": date, "name": text},
    "blackouts": {"scope": one_of("all", "site", "unit", "cohort", "facilitator", "room"),
                  "code": text, **SPAN, "start": clock, "end": clock, "name": text},
    "protected": {"scope": one_of("cohort", "person"), "code": text, "weekday": days,
                  "start": clock, "end": clock, **SPAN},
    "travel": {"from_site": text, "to_site": text, "minutes": whole},
    "units": {"code": text, "parent": text, "max_away": whole, "max_away_percent": whole},
    "people": {"number": text, "unit": text, "site": text, "hired": date, "left": date, **HOURS},
    "arrangements": {"person": text, "days": days, "start": clock, "end": clock,
                     "kind": one_of("step_free", "captions", "language", "timetable", "other")},
    "absences": {"kind": one_of("person", "facilitator", "room"), "code": text, **SPAN},
    "seasons": {"person": text, **SPAN, "season": one_of("lighter", "paused")},
    "modules": {"code": text, "mode": MODES, "minutes": whole, "meetings": whole,
                "meeting_minutes": wholes, "meeting_gap_min_days": whole,
                "meeting_gap_max_days": whole, "capacity": whole, "leads": whole,
                "cofacilitators": whole, "room_features": names, "assets": pools},
    "variants": {"module": text, "variant": text, "mode": MODES, "meetings": whole,
                 "meeting_minutes": wholes, "capacity": whole, "room_features": names},
    "prerequisites": {"module": text, "needs": text, "min_days": whole, "max_days": whole},
    "programme_modules": {"programme": text, "set": text, "rule": text, "module": text,
                          "position": whole},
    "cohorts": {"code": text, "programme": text, "site": text, "language": text,
                "start_from": date, "deadline": date, "deadline_rule": HARDNESS,
                "max_minutes_week": whole, "load_window_weeks": whole, "max_sessions_day": whole,
                **HOURS, "budget": whole, "budget_rule": HARDNESS},
    "cohort_modules": {"cohort": text, "module": text, "use": one_of("yes", "no"),
                       "variant": text, "site": text, "not_before": date, "not_after": date},
    "members": {"cohort": text, "person": text,
                "status": one_of("requested", "enrolled", "waitlisted", "withdrawn", "completed")},
    "facilitators": {"code": text, "person": text, "sites": names, "languages": names, **HOURS,
                     "max_days_week": whole, "max_minutes_week": whole, "max_travel_days": whole,
                     "day_rate": whole, "until": date},
    "qualifications": {"facilitator": text, "module": text,
                       "level": one_of("lead", "co", "shadow")},
    "rooms": {"code": text, "site": text, "capacity": whole, "features": names, "virtual": yes,
              "day_cost": whole, "setup_minutes": whole},
    "assets": {"code": text, "site": text, "quantity": whole},
    "sessions": {"code": text, "cohort": names, "module": text, "variant": text, "pinned": yes,
                 "status": one_of("planned", "published", "delivered", "cancelled"),
                 "due_from": date, "due_to": date},
    "meetings": {"session": text, "number": whole, "date": date, "start": clock, "end": clock,
                 "room": text, "leads": names, "cofacilitators": names},
    "seats": {"session": text, "person": text,
              "status": one_of("booked", "waitlisted", "cancelled", "declined")},
    "waivers": {"rule": text, "subject": text, "session": text},
}
MUST_EXIST = ("workspace", "sites")
MUST_SAY = {"meetings": ("session", "number", "date", "start", "end"), "sessions": ("code",),
            "seats": ("session", "person"), "holidays": ("site", "date")}


def read_table(path, columns, problems):
    """The rows of one file as namespaces; a column the file leaves out reads as empty cells."""
    raw = path.read_bytes()
    try:
        lines = io.StringIO(raw.decode("utf-8"), newline="")
    except UnicodeDecodeError:
        problems.append(f"{path.name}: not UTF-8")
        return []
    reader = csv.reader(lines, strict=True)
    rows = []
    try:
        header = next(reader, [])
        if len(set(header)) != len(header):
            problems.append(f"{path.name}: a column is named twice")
        for cells in reader:
            where = f"{path.name}:{reader.line_num}"
            if len(cells) != len(header):
                problems.append(f"{where}: {len(cells)} cells under {len(header)} columns")
                continue
            found = dict(zip(header, cells))
            row = SimpleNamespace()
            for column, parse in columns.items():
                cell = found.get(column, "")
                try:
                    setattr(row, column, parse(cell))
                except ValueError as wrong:
                    problems.append(f"{where}: {column} is '{cell}', must be {wrong}")
                    setattr(row, column, parse(""))
            for column in MUST_SAY.get(path.stem, ()):
                if not found.get(column):
                    problems.append(f"{where}: {column} is empty")
            rows.append(row)
    except csv.Error as wrong:
        problems.append(f"{path.name}:{reader.line_num}: {wrong}")
    return rows


def read_folder(folder):
    """Every table of the folder: {"sites": [row, ...], ...}. Raises BadFolder."""
    folder = pathlib.Path(folder)
    problems = []
    tables = {}
    for name, columns in FILES.items():
        path = folder / f"{name}.csv"
        if path.exists():
            tables[name] = read_table(path, columns, problems)
        else:
            tables[name] = []
            if name in MUST_EXIST:
                problems.append(f"{name}.csv: missing")
    if problems:
        raise BadFolder(problems)
    return tables
