"""Fourteen facilitators, what each may run, and when they are away."""

# code, name, person or None, sites (home first), languages, days, hours, travel days, rate, until
FACILITATORS = [
    ("AOIFE", "Aoife Brennan", None, "LEE;RTM", "en;ga", "Mon;Tue;Wed;Thu", None, 2, None, None),
    ("BRAM", "Bram Oosterhuis", "Bram Oosterhuis", "RTM", "nl;en", "Mon;Tue;Wed;Thu", None, 2,
     None, "2027-06-30"),
    ("CAMILLE", "Camille Dufour", None, "LIL;RTM", "fr;en", "", None, 2, 134500, None),
    ("GARETH", "Gareth Pugh", "Gareth Pugh", "LEE", "en", "Mon;Tue;Wed;Thu", None, 2, None, None),
    ("HELENE", "Hélène Vasseur", "Hélène Vasseur", "LIL;RTM", "fr;en", "Mon;Tue;Wed;Thu", None, 2,
     None, None),
    ("ILSE", "Ilse Verhoeven", None, "RTM;LIL", "nl;en", "Mon;Tue;Wed;Thu", None, 2, None, None),
    ("JONAS", "Jonas Lindqvist", None, "RTM;LIL;LEE", "sv;en", "", None, 2, 125000, None),
    ("KWAME", "Kwame Asante", None, "RTM;LEE", "en;nl", "", None, 2, 132000, None),
    ("MARISOL", "Marisol Etxeberria", None, "RTM;LIL", "es;en", "", None, 2, 104000, None),
    ("NADIA", "Nadia El Amrani", None, "LIL;RTM", "fr;ar;en", "Mon;Tue;Wed;Thu", None, 2, None,
     None),
    ("PRIYA", "Priya Raghunathan", None, "LEE;RTM", "en;ta", "", None, 2, 97000, None),
    ("TOMAS", "Tomás Řehák", None, "RTM;LEE", "cs;en", "", None, 2, 116000, None),
    ("WOUTER", "Wouter de Graaf", None, "RTM;LEE", "nl;en", "Mon;Tue;Wed;Thu", None, 2, None,
     None),
    ("ZOFIA", "Zofia Wiśniewska", None, "WAW;RTM", "pl;en", "Mon;Tue;Wed;Thu", None, 2, None,
     None),
]

LEAD = {
    "C1": "AOIFE GARETH HELENE ILSE MARISOL NADIA WOUTER ZOFIA",
    "C2": "AOIFE GARETH HELENE ILSE MARISOL NADIA WOUTER ZOFIA",
    "C3": "AOIFE GARETH HELENE ILSE JONAS NADIA TOMAS WOUTER ZOFIA",
    "C4": "AOIFE BRAM GARETH HELENE ILSE MARISOL NADIA PRIYA WOUTER ZOFIA",
    "C5": "AOIFE GARETH HELENE ILSE JONAS NADIA TOMAS WOUTER ZOFIA",
    "L1a": "ILSE JONAS KWAME WOUTER", "L1b": "JONAS WOUTER", "L1c": "AOIFE ILSE MARISOL ZOFIA",
    "L2a": "TOMAS WOUTER ZOFIA", "L2b": "KWAME TOMAS", "L2c": "TOMAS",
    "L3a": "JONAS KWAME PRIYA", "L3b": "JONAS KWAME", "L3c": "AOIFE TOMAS ZOFIA",
    "L4a": "ILSE KWAME MARISOL ZOFIA", "L4b": "ILSE KWAME MARISOL WOUTER",
    "L5a": "AOIFE KWAME PRIYA ZOFIA", "L5b": "AOIFE KWAME NADIA ZOFIA",
    "L5c": "AOIFE ILSE KWAME ZOFIA",
    "M1a": "BRAM GARETH HELENE NADIA PRIYA WOUTER ZOFIA",
    "M1b": "BRAM GARETH HELENE MARISOL NADIA PRIYA", "M1c": "AOIFE GARETH PRIYA ZOFIA",
    "M2a": "AOIFE HELENE ILSE NADIA PRIYA WOUTER ZOFIA",
    "M2b": "AOIFE HELENE ILSE NADIA PRIYA WOUTER ZOFIA",
    "M2c": "AOIFE HELENE MARISOL NADIA PRIYA WOUTER",
    "M3a": "BRAM GARETH HELENE NADIA PRIYA TOMAS", "M3b": "CAMILLE TOMAS",
    "M4a": "BRAM GARETH HELENE NADIA PRIYA TOMAS", "M4b": "AOIFE GARETH HELENE NADIA PRIYA TOMAS",
    "M5a": "AOIFE HELENE ILSE NADIA PRIYA WOUTER ZOFIA",
    "M5b": "AOIFE HELENE ILSE MARISOL NADIA PRIYA WOUTER ZOFIA",
    "B1": "AOIFE HELENE KWAME TOMAS WOUTER", "B2": "BRAM MARISOL TOMAS",
    "B3": "AOIFE GARETH HELENE ILSE NADIA WOUTER ZOFIA",
    "X1": "KWAME MARISOL", "X2": "MARISOL TOMAS", "E1": "JONAS KWAME",
}
CO = {"L1b": "ILSE KWAME MARISOL", "M3b": "HELENE ILSE WOUTER"}
SHADOW = {"L1b": "ZOFIA", "L2a": "ILSE", "M3b": "NADIA", "X1": "WOUTER"}
# Marisol Etxeberria helped to run L1b twice; from then on she leads it.
BECAME_LEAD = [("MARISOL", "L1b")]

AWAY = [
    # Story 1, first fact: one fact, two rows.
    ("CAMILLE", "2027-01-11", "2027-06-06"), ("CAMILLE", "2027-06-19", "2027-11-26"),
    ("AOIFE", "2027-04-06", "2027-04-09"), ("AOIFE", "2027-07-19", "2027-07-30"),
    ("BRAM", "2027-02-22", "2027-02-26"), ("GARETH", "2027-07-05", "2027-07-16"),
    ("HELENE", "2027-02-22", "2027-02-26"), ("HELENE", "2027-07-19", "2027-07-30"),
    ("ILSE", "2027-04-19", "2027-04-23"), ("ILSE", "2027-07-12", "2027-07-23"),
    ("JONAS", "2027-07-05", "2027-07-30"), ("KWAME", "2027-03-22", "2027-03-26"),
    ("MARISOL", "2027-08-16", "2027-08-27"), ("NADIA", "2027-03-15", "2027-03-19"),
    ("NADIA", "2027-08-16", "2027-08-27"), ("PRIYA", "2027-10-25", "2027-11-02"),
    ("TOMAS", "2027-07-26", "2027-07-30"), ("WOUTER", "2027-03-01", "2027-03-05"),
    ("WOUTER", "2027-07-19", "2027-07-30"), ("ZOFIA", "2027-05-04", "2027-05-07"),
    ("ZOFIA", "2027-08-16", "2027-08-27"),
]


def add(t, number_of, now):
    for code, name, person, sites, languages, days, _, travel, rate, until in FACILITATORS:
        t.add("facilitators", code=code, name=name, person=number_of.get(person), sites=sites,
              languages=languages, working_days=days, max_days_week=3, max_minutes_week=1440,
              max_travel_days=travel, day_rate=rate, until=until)
    for level, table in (("lead", LEAD), ("co", CO), ("shadow", SHADOW)):
        for module, codes in table.items():
            for code in codes.split():
                promoted = now and (code, module) in BECAME_LEAD
                t.add("qualifications", facilitator=code, module=module,
                      level="lead" if promoted else level)
    for code, first, last in AWAY:
        t.add("absences", kind="facilitator", code=code, from_=first, to=last)
