"""A tiny workspace folder, made by hand, in which every kind of planning row occurs and no rule is
broken. peer_test.py breaks one rule at a time in a copy of it.

Two cohorts: A in Rotterdam (Ann, Bob, Cem; all modules) and B in Leeds (Dee, Eli; IN and VI).
March 2027 begins on a Monday; the clocks of both sites change on Sunday 28 March.
"""

import csv
import io

TABLES = {
    "workspace": """\
key,value
name,Tiny
zone,Europe/Amsterdam
as_of,2027-03-01
slot_minutes,30
horizon_from,2027-03-01
horizon_to,2027-06-30
freeze_days,3
""",
    "sites": """\
code,name,zone,day_start,day_end,working_days,virtual
ROT,Rotterdam,Europe/Amsterdam,09:00,17:00,Mon;Tue;Wed;Thu;Fri,no
LEE,Leeds,Europe/London,09:00,17:00,Mon;Tue;Wed;Thu;Fri,no
""",
    "holidays": "site,date,name\nROT,2027-04-27,King's Day\n",
    "blackouts": """\
scope,code,from,to,start,end,name
all,,2027-06-14,2027-06-18,,,Stock-take
cohort,A,2027-03-01,2027-06-30,12:00,13:00,Lunch
""",
    "protected": "scope,code,weekday,start,end,from,to\nperson,ann,Fri,09:00,17:00,,\n",
    "travel": "from_site,to_site,minutes\nROT,LEE,300\n",
    "units": "code,name,parent,max_away,max_away_percent\nENG,Engineering,,,\nOPS,Operations,ENG,3,\n",
    "people": """\
number,name,unit,site,hired,left,working_days,day_start,day_end
ann,Ann,OPS,ROT,2020-01-01,,,,
bob,Bob,OPS,ROT,,,,09:00,16:00
cem,Cem,OPS,ROT,,2027-12-31,,,
dee,Dee,ENG,LEE,,,,,
eli,Eli,ENG,LEE,,,,,
flo,Flo,ENG,ROT,,,,,
""",
    "arrangements": """\
person,kind,text,days,start,end
ann,step_free,ground floor,,,
bob,timetable,school run,Mon;Tue;Wed;Thu;Fri,15:00,16:00
""",
    "absences": "kind,code,from,to\nperson,cem,2027-05-03,2027-05-14\n",
    "seasons": "person,from,to,season\nbob,2027-05-01,2027-05-31,paused\n",
    "modules": """\
code,title,mode,minutes,meetings,meeting_minutes,meeting_gap_min_days,meeting_gap_max_days,capacity,leads,cofacilitators,room_features,assets
IN,In person,in_person,120,1,,,,3,1,1,board,VR:2
TWO,Two parts,in_person,240,2,,1,7,3,1,0,,
VI,Virtual,virtual,90,1,,,,4,1,0,,
CO,Coaching,coaching,60,1,,,,1,1,0,,
SP,Self-paced,self_paced,60,,,,,,,,,
""",
    "prerequisites": "module,needs,min_days,ideal_days,max_days\nVI,IN,2,5,20\n",
    "programme_modules": """\
programme,set,rule,module,position
FULL,core,all,IN,1
FULL,core,all,TWO,2
FULL,core,all,VI,3
FULL,core,all,CO,4
FULL,core,all,SP,5
SHORT,core,all,IN,1
SHORT,core,all,VI,2
""",
    "cohorts": """\
code,name,programme,site,language,start_from,deadline,deadline_rule,capacity,max_minutes_week,load_window_weeks,max_sessions_day,working_days,day_start,day_end,budget,budget_rule
A,Cohort A,FULL,ROT,en,2027-03-02,2027-05-01,hard,6,360,1,1,Mon;Tue;Wed;Thu;Fri,,,300000,hard
B,Cohort B,SHORT,LEE,en,2027-03-02,2027-05-01,soft,6,,,,,,,,
""",
    "cohort_modules": "cohort,module,use,variant,site,not_before,not_after\nA,VI,yes,,,2027-03-10,2027-04-30\n",
    "members": """\
cohort,person,status
A,ann,enrolled
A,bob,enrolled
A,cem,enrolled
B,dee,enrolled
B,eli,enrolled
""",
    "facilitators": """\
code,name,person,sites,languages,working_days,day_start,day_end,max_days_week,max_minutes_week,max_travel_days,day_rate,until
F1,Flo,flo,ROT;LEE,en;nl,,,,3,600,1,,
F2,Guy,,LEE;ROT,en;fr,,,,3,600,2,40000,2027-04-30
""",
    "qualifications": """\
facilitator,module,level
F1,IN,lead
F1,TWO,lead
F1,VI,lead
F1,CO,shadow
F2,IN,lead
F2,CO,lead
F2,VI,lead
""",
    "rooms": """\
code,name,site,capacity,features,virtual,day_cost,setup_minutes
R1,Room 1,ROT,4,board;step_free,no,10000,30
R2,Room 2,ROT,2,,no,0,0
L1,Leeds 1,LEE,4,board;step_free,no,0,0
V1,Virtual 1,ROT,,,yes,0,0
""",
    "assets": "code,name,site,quantity\nVR,Headsets,ROT,2\nVR,Pool headsets,,2\n",
    "sessions": """\
code,cohort,module,variant,status,pinned,due_from,due_to,note
A/IN,A,IN,,planned,no,,,
A/TWO,A,TWO,,planned,no,,,
A/VI,A,VI,,planned,no,,,
A/CO/ann,A,CO,,planned,no,,,
A/CO/bob,A,CO,,planned,no,,,
A/CO/cem,A,CO,,planned,no,,,
A/SP,A,SP,,planned,no,2027-04-05,2027-04-16,
B/IN,B,IN,,planned,no,,,
B/VI,B,VI,,published,no,,,
""",
    "meetings": """\
session,number,date,start,end,room,leads,cofacilitators
A/IN,1,2027-03-09,10:00,12:00,R1,F1,F2
A/TWO,1,2027-03-15,10:00,12:00,R1,F1,
A/TWO,2,2027-03-17,10:00,12:00,R1,F1,
A/VI,1,2027-03-18,13:00,14:30,V1,F1,
A/CO/ann,1,2027-03-22,10:00,11:00,,F2,
A/CO/bob,1,2027-03-22,11:00,12:00,,F2,
A/CO/cem,1,2027-03-22,13:00,14:00,,F2,
B/IN,1,2027-03-23,10:00,12:00,L1,F2,F1
B/VI,1,2027-03-30,13:00,14:30,V1,F1,
""",
    "seats": """\
session,person,status
A/IN,ann,booked
A/IN,bob,booked
A/IN,cem,booked
A/TWO,ann,booked
A/TWO,bob,booked
A/TWO,cem,booked
A/VI,ann,booked
A/VI,bob,booked
A/VI,cem,booked
A/CO/ann,ann,booked
A/CO/bob,bob,booked
A/CO/cem,cem,booked
A/SP,ann,booked
A/SP,bob,booked
A/SP,cem,booked
B/IN,dee,booked
B/IN,eli,booked
B/VI,dee,booked
B/VI,eli,booked
""",
    "waivers": "rule,subject,session,reason,author,date\n",
}


class TinyFolder:
    """The tables as lists of cells by column, to be changed and written out."""

    def __init__(self):
        self.columns = {}
        self.rows = {}
        for name, text in TABLES.items():
            reader = csv.DictReader(io.StringIO(text))
            self.columns[name] = reader.fieldnames
            self.rows[name] = list(reader)

    def edit(self, table, where, **cells):
        """Sets cells of the rows that `where` ("A/IN" or {"column": cell}) picks; at least one."""
        if not isinstance(where, dict):
            where = {self.columns[table][0]: where}
        picked = [row for row in self.rows[table]
                  if all(row[column] == cell for column, cell in where.items())]
        assert picked, (table, where)
        for row in picked:
            row.update(cells)

    def add(self, table, *cells):
        """Adds a row; cells in the order of the columns, the rest empty."""
        columns = self.columns[table]
        assert len(cells) <= len(columns)
        self.rows[table].append(dict(zip(columns, list(cells) + [""] * len(columns))))

    def drop(self, table, **where):
        kept = [row for row in self.rows[table]
                if any(row[column] != cell for column, cell in where.items())]
        assert len(kept) < len(self.rows[table]), (table, where)
        self.rows[table] = kept

    def write(self, folder):
        for name, rows in self.rows.items():
            with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, self.columns[name], lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
