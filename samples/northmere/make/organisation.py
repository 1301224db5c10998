"""Units and the limit of each on people away at once."""

DIVISIONS = [("OPS", "Operations"), ("MAE", "Marine and Energy"), ("ENG", "Engineering"),
             ("SRV", "Service"), ("COR", "Corporate")]
UNITS = [  # code, name, division, sites
    ("DAY", "Day shift", "OPS", "LEE RTM"), ("NGT", "Night shift", "OPS", "LEE RTM"),
    ("LWK", "Leeds Works", "OPS", "LEE"), ("LIW", "Lille Works", "OPS", "LIL"),
    ("LWW", "Lille Wet Works", "OPS", "LIL"), ("LOG", "Logistics", "OPS", "RTM LEE"),
    ("SAF", "Safety", "OPS", "RTM LEE LIL DXB"),
    ("MAR", "Marine", "MAE", "RTM LEE LIS"), ("ENE", "Energy", "MAE", "RTM LIL LEE"),
    ("PUM", "Pumps", "MAE", "RTM LEE LIL"), ("VAL", "Valves", "MAE", "LIL RTM"),
    ("MAT", "Materials lab", "ENG", "RTM"), ("MET", "Metrology lab", "ENG", "RTM LEE LIL"),
    ("PRO", "Projects", "ENG", "LEE RTM LIL DXB"), ("INS", "Inspection", "ENG", "RTM LIL LEE WAW"),
    ("DES", "Design office", "ENG", "RTM LIL"),
    ("FLD", "Field service", "SRV", "LEE RTM LIL WAW DXB"),
    ("CUS", "Customer desk", "SRV", "RTM LIL LEE LIS"), ("LIS", "Lisbon hub", "SRV", "LIS"),
    ("WAW", "Warsaw hub", "SRV", "WAW"), ("DXB", "Dubai office", "SRV", "DXB"),
    ("FIN", "Finance", "COR", "RTM LIL LEE WAW"), ("LEG", "Legal", "COR", "RTM LIL"),
    ("PEO", "People", "COR", "RTM LIL LEE"), ("PRC", "Procurement", "COR", "RTM LIL LEE LIS"),
    ("DIG", "Digital", "COR", "RTM LEE WAW LIS DXB"),
]
SHIFT_UNITS = ["DAY", "NGT", "LWK", "LOG", "SAF", "PUM", "FLD", "MAR"]
DIVISION_OF = {code: division for code, _, division, _ in UNITS}
NAME_OF = {code: name for code, name, _, _ in UNITS} | dict(DIVISIONS) | {"NMG": "Group"}


def units_at(site):
    return [code for code, _, _, sites in UNITS if site in sites.split()]


def add(t):
    def employed(unit, date):
        return sum(p["unit"] == unit and p["hired"] <= date and (not p["left"] or p["left"] >= date)
                   for p in t["people"])
    size = {code: min(employed(code, d) for d in ("2027-01-11", "2027-05-14", "2027-11-26"))
            for code, _, _, _ in UNITS}
    t.add("units", code="NMG", name="Northmere Group")
    for code, name in DIVISIONS:
        t.add("units", code=code, name=name, parent="NMG")
    for code, name, division, _ in UNITS:
        large = size.get(code, 0) >= 10
        t.add("units", code=code, name=name, parent=division, max_away=None if large else 2,
              max_away_percent=20 if large else None)
