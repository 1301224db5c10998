"""Tables as rows of cells, written the way `tandem export` writes them: by key, then as entered.

Also Dice, a small generator of numbers that gives the same ones under every Python.
"""

import csv
import datetime
import io

COLUMNS = {
    "absences": ("kind,code,from,to", 3),
    "actions": ("person,growth_area,kind,text,module,due,state", 1),
    "anchors": ("competency,level,text", 2),
    "arrangements": ("person,kind,text,days,start,end", 2),
    "assets": ("code,name,site,quantity", 3),
    "attendance": ("session,meeting,person,status,minutes", 3),
    "blackouts": ("scope,code,from,to,start,end,name", 3),
    "cohort_modules": ("cohort,module,use,variant,site,not_before,not_after", 2),
    "cohorts": ("code,name,programme,site,language,sponsor,start_from,deadline,deadline_rule,"
                "capacity,max_minutes_week,load_window_weeks,max_sessions_day,working_days,"
                "day_start,day_end,budget,budget_rule", 1),
    "competencies": ("code,name,orientation,strand,definition", 1),
    "evidence": ("person,competency,kind,stance,author,date,text,dissent", 2),
    "facilitators": ("code,name,person,sites,languages,working_days,day_start,day_end,"
                     "max_days_week,max_minutes_week,max_travel_days,day_rate,until", 1),
    "flag_rules": ("code,path,text,author,version,date,purpose,conditions", 1),
    "frameworks": ("version,valid_from,review_by", 1),
    "goals": ("code,person,text,horizon,parent,state,date", 1),
    "growth_areas": ("person,competency,state,since", 2),
    "holidays": ("site,date,name", 2),
    "indicators": ("competency,number,text", 2),
    "meetings": ("session,number,date,start,end,room,leads,cofacilitators", 2),
    "members": ("cohort,person,status,since,nominated_by", 2),
    "modules": ("code,title,orientation,mode,minutes,meetings,meeting_minutes,"
                "meeting_gap_min_days,meeting_gap_max_days,capacity,min_seats,leads,cofacilitators,"
                "room_features,assets,what,how,why,who,validity_months", 1),
    "moments": ("person,text,author,date,shared", 1),
    "objectives": ("module,number,text,minutes,competency,level,kind,question,horizon,zoom,focus,"
                   "tags,influence,empowerment,risk_intelligence,transformation,change,beyond", 2),
    "offers": ("person,kind,date,answer", 1),
    "own_views": ("person,path,words,date", 1),
    "pairing_optin": ("person,as,units_wanted", 1),
    "people": ("number,name,sort_as,email,unit,site,role,band,band_since,track,journey,manager,"
               "hired,left,working_days,day_start,day_end", 1),
    "prerequisites": ("module,needs,min_days,ideal_days,max_days", 2),
    "programme_modules": ("programme,set,rule,module,position", None),
    "programmes": ("code,title,journey,audience,owner,sponsor,budget,one_sided_reason", 1),
    "projects": ("code,title,aim,units,from,to,lead_slot,manage_slot", 1),
    "protected": ("scope,code,weekday,start,end,from,to", None),
    "qualifications": ("facilitator,module,level", 2),
    "ratings": ("person,competency,source,rater,level,date,version", 3),
    "role_targets": ("role,competency,expected", 2),
    "roles": ("code,title,track,level,lead_part,manage_part,not_expected,signed_by,signed_on", 1),
    "rooms": ("code,name,site,capacity,features,virtual,day_cost,setup_minutes", 1),
    "seasons": ("person,from,to,season", 2),
    "seats": ("session,person,status", 2),
    "sessions": ("code,cohort,module,variant,status,pinned,due_from,due_to,note", 1),
    "sites": ("code,name,zone,day_start,day_end,working_days,virtual", 1),
    "tracks": ("track,level,title,pairs_with,pay_reference,decision_rights,headline", 2),
    "travel": ("from_site,to_site,minutes", 2),
    "units": ("code,name,parent,max_away,max_away_percent", 1),
    "variants": ("module,variant,mode,meetings,meeting_minutes,capacity,room_features", 2),
    "waivers": ("rule,subject,session,reason,author,date", 1),
    "workspace": ("key,value", 1),
}
NUMBERS = {"level", "number", "meeting"}  # compared as numbers
SORT_BY = {"programme_modules": ["programme", "set", "module"],
           "protected": ["scope", "code", "weekday"]}


def day(text):
    return datetime.date.fromisoformat(text)


def plus(date, days):
    """A date some days on; takes and gives text."""
    return (day(date) + datetime.timedelta(days=days)).isoformat()


class Tables:
    """The rows of every table, as dictionaries of text."""

    def __init__(self):
        self.rows = {name: [] for name in COLUMNS}

    def add(self, table, **cells):
        cells = {("from" if k == "from_" else "as" if k == "as_" else k): v
                 for k, v in cells.items()}
        unknown = set(cells) - set(self.columns(table))
        if unknown:
            raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
        row = {c: text_of(cells.get(c)) for c in self.columns(table)}
        self.rows[table].append(row)
        return row

    def __getitem__(self, table):
        return self.rows[table]

    @staticmethod
    def columns(table):
        return COLUMNS[table][0].split(",")

    def in_order(self, table):
        keys = SORT_BY.get(table) or self.columns(table)[:COLUMNS[table][1]]

        def rank(row):
            out = []
            for key in keys:
                if key in NUMBERS and row[key].isdigit():
                    out.append(int(row[key]))
                else:
                    out.append(row[key].encode())
            return out
        return sorted(self.rows[table], key=rank)

    def csv(self, table):
        return to_csv(self.columns(table), self.in_order(table))


def text_of(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ";".join(str(v) for v in value)
    return str(value)


def to_csv(columns, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row[c] for c in columns])
    return out.getvalue()


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Dice:
    """SplitMix64: the same throws from the same seed on any machine."""

    def __init__(self, seed):
        self.state = seed & 0xFFFFFFFFFFFFFFFF

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return z ^ (z >> 31)

    def below(self, n):
        return self.bits() % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def percent(self, p):
        return self.below(100) < p

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out
