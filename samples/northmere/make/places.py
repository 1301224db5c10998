"""Sites, their holidays and distances, rooms, and the closed weeks of the year."""

SITES = [  # code, name, zone, day, virtual
    ("RTM", "Rotterdam", "Europe/Amsterdam", "08:00", "18:00", "no"),
    ("LIL", "Lille", "Europe/Paris", "08:00", "18:00", "no"),
    ("LEE", "Leeds", "Europe/London", "06:30", "18:30", "no"),
    ("LIS", "Lisbon", "Europe/Lisbon", "09:00", "18:00", "yes"),
    ("WAW", "Warsaw", "Europe/Warsaw", "09:00", "18:00", "yes"),
    ("DXB", "Dubai", "Asia/Dubai", "09:00", "18:00", "yes"),
]

HOLIDAYS = {
    "RTM": [("2027-01-01", "New Year's Day"), ("2027-03-28", "Easter Sunday"),
            ("2027-03-29", "Easter Monday"), ("2027-04-27", "King's Day"),
            ("2027-05-06", "Ascension Day"), ("2027-05-16", "Whit Sunday"),
            ("2027-05-17", "Whit Monday"), ("2027-12-25", "Christmas Day"),
            ("2027-12-26", "Second day of Christmas")],
    "LIL": [("2027-01-01", "Jour de l'an"), ("2027-03-29", "Lundi de Pâques"),
            ("2027-05-01", "Fête du Travail"), ("2027-05-06", "Ascension"),
            ("2027-05-08", "Victoire 1945"), ("2027-05-17", "Lundi de Pentecôte"),
            ("2027-07-14", "Fête nationale"), ("2027-08-15", "Assomption"),
            ("2027-11-01", "Toussaint"), ("2027-11-11", "Armistice 1918"), ("2027-12-25", "Noël")],
    "LEE": [("2027-01-01", "New Year's Day"), ("2027-03-26", "Good Friday"),
            ("2027-03-29", "Easter Monday"), ("2027-05-03", "Early May bank holiday"),
            ("2027-05-31", "Spring bank holiday"), ("2027-08-30", "Summer bank holiday"),
            ("2027-12-27", "Christmas Day, substitute"), ("2027-12-28", "Boxing Day, substitute")],
    "LIS": [("2027-01-01", "Ano Novo"), ("2027-03-26", "Sexta-feira Santa"),
            ("2027-04-25", "Dia da Liberdade"), ("2027-05-01", "Dia do Trabalhador"),
            ("2027-05-27", "Corpo de Deus"), ("2027-06-10", "Dia de Portugal"),
            ("2027-08-15", "Assunção"), ("2027-10-05", "Implantação da República"),
            ("2027-11-01", "Todos os Santos"), ("2027-12-01", "Restauração da Independência"),
            ("2027-12-08", "Imaculada Conceição"), ("2027-12-25", "Natal")],
    "WAW": [("2027-01-01", "Nowy Rok"), ("2027-01-06", "Trzech Króli"),
            ("2027-03-29", "Poniedziałek Wielkanocny"), ("2027-05-01", "Święto Pracy"),
            ("2027-05-03", "Święto Konstytucji 3 Maja"), ("2027-05-27", "Boże Ciało"),
            ("2027-08-15", "Wniebowzięcie"), ("2027-11-01", "Wszystkich Świętych"),
            ("2027-11-11", "Narodowe Święto Niepodległości"), ("2027-12-25", "Boże Narodzenie"),
            ("2027-12-26", "Drugi dzień Bożego Narodzenia")],
    "DXB": [("2027-01-01", "New Year's Day"), ("2027-03-09", "Eid al-Fitr"),
            ("2027-03-10", "Eid al-Fitr"), ("2027-03-11", "Eid al-Fitr"),
            ("2027-05-17", "Eid al-Adha"), ("2027-05-18", "Eid al-Adha"),
            ("2027-12-02", "National Day"), ("2027-12-03", "National Day")],
}

TRAVEL = [  # door to door
    ("RTM", "LIL", 210), ("RTM", "LEE", 300), ("LIL", "LEE", 300), ("RTM", "LIS", 420),
    ("RTM", "WAW", 360), ("RTM", "DXB", 600), ("LIL", "LIS", 420), ("LIL", "WAW", 420),
    ("LEE", "LIS", 420), ("LEE", "WAW", 420),
]

ROOMS = [  # code, name, site, capacity, features, virtual, day cost in cents, set-up
    ("BOOTH", "Coaching booth", "RTM", 2, "step_free", "no", None, None),
    ("HOTEL", "Hotel Zuidplein, Zuidzaal", "RTM", 40, "step_free;captions;projector;off_site", "no",
     64000, 30),
    ("LEE-AIRE", "Aire", "LEE", 30, "step_free;captions;projector", "no", None, 30),
    ("LEE-CALDER", "Calder", "LEE", 14, "projector", "no", None, 30),
    ("LIL-DEULE", "Deûle", "LIL", 18, "step_free;captions;projector", "no", None, 30),
    ("LIL-ESCAUT", "Escaut", "LIL", 10, "step_free;projector", "no", None, 30),
    ("RTM-LAB", "Control-room lab", "RTM", 12, "lab;step_free", "no", None, 30),
    ("RTM-MAAS", "Maas", "RTM", 24, "step_free;captions;projector", "no", None, 30),
    ("RTM-ROTTE", "Rotte", "RTM", 16, "step_free;captions;projector", "no", None, 30),
    ("VIRTUAL-1", "Virtual room, first licence", "", 100, "captions", "yes", None, None),
    ("VIRTUAL-2", "Virtual room, second licence", "", 100, "captions", "yes", None, None),
]

CLOSED = [
    ("2027-03-29", "2027-04-02", "Quarter end"),
    ("2027-06-14", "2027-06-18", "Stock-take"),
    ("2027-06-28", "2027-07-02", "Quarter end"),
    ("2027-08-02", "2027-08-13", "Annual shutdown"),
    ("2027-09-27", "2027-10-01", "Quarter end"),
]


def add(t, now):
    for key, value in [("name", "Northmere Group"), ("zone", "Europe/Amsterdam"),
                       ("slot_minutes", 30), ("currency", "EUR"), ("horizon_from", "2027-01-11"),
                       ("horizon_to", "2027-11-26"), ("freeze_days", 3), ("notice_days", 7),
                       ("growth_limit", 3)]:
        t.add("workspace", key=key, value=value)
    for code, name, zone, start, end, virtual in SITES:
        t.add("sites", code=code, name=name, zone=zone, day_start=start, day_end=end,
              working_days="Mon;Tue;Wed;Thu;Fri", virtual=virtual)
    for site, days in HOLIDAYS.items():
        for date, name in days:
            t.add("holidays", site=site, date=date, name=name)
    for a, b, minutes in TRAVEL:
        t.add("travel", from_site=a, to_site=b, minutes=minutes)
    for code, name, site, capacity, features, virtual, cost, setup in ROOMS:
        t.add("rooms", code=code, name=name, site=site, capacity=capacity, features=features,
              virtual=virtual, day_cost=cost, setup_minutes=setup)
    for first, last, name in CLOSED:
        t.add("blackouts", scope="all", from_=first, to=last, name=name)
    if now:  # story 1, second fact: the only room with the feature `lab`; entered on 10 May
        t.add("absences", kind="room", code="RTM-LAB", from_="2027-06-07", to="2027-06-18")
    t.add("assets", code="HEADSET", name="Radio headset", site="RTM", quantity=12)
    t.add("assets", code="CAMERA", name="Camera on a stand for practice rounds", quantity=4)
