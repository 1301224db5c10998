"""The catalogue in figures: modules, other forms, what comes before what, programmes and sets."""

P, V, C = "in_person", "virtual", "coaching"

# code, hours, mode, capacity, orientation, extras
MODULES = [
    ("C1", 3, V, 24, "both", {}),
    ("C2", 2, V, 24, "both", {}),
    ("C3", 4, P, 40, "both", {}),
    ("C4", 1, C, 1, "both", {}),
    ("C5", 4, P, 40, "both", {}),
    ("L1a", 7, P, 16, "lead", {}),
    ("L1b", 4, P, 12, "lead", {"co": 1, "assets": "CAMERA:1"}),
    ("L1c", 3, V, 20, "lead", {}),
    ("L2a", 7, P, 20, "lead", {}),
    ("L2b", 4, P, 16, "lead", {}),
    ("L2c", 4, V, 12, "lead", {"meetings": 2, "gap": (21, 21)}),
    ("L3a", 7, P, 20, "lead", {}),
    ("L3b", 4, P, 16, "lead", {}),
    ("L3c", 4, V, 20, "lead", {}),
    ("L4a", 4, P, 14, "lead", {}),
    ("L4b", 4, P, 8, "lead", {"meetings": 2, "gap": (3, 14)}),
    ("L5a", 7, P, 20, "lead", {}),
    ("L5b", 3, V, 24, "lead", {}),
    ("L5c", 2, V, 16, "lead", {}),
    ("M1a", 7, P, 20, "manage", {}),
    ("M1b", 7, P, 20, "manage", {}),
    ("M1c", 3, V, 24, "manage", {}),
    ("M2a", 7, P, 16, "manage", {}),
    ("M2b", 4.5, V, 18, "manage", {"meetings": 3, "gap": (10, 21)}),
    ("M2c", 4, P, 20, "manage", {}),
    ("M3a", 4, P, 20, "manage", {}),
    ("M3b", 7, P, 12, "manage", {"co": 1, "features": "lab", "assets": "HEADSET:12",
                                 "validity": 24}),
    ("M4a", 7, P, 20, "manage", {}),
    ("M4b", 3, V, 20, "manage", {}),
    ("M5a", 7, P, 20, "manage", {}),
    ("M5b", 3, V, 20, "manage", {}),
    ("B1", 4, P, 20, "lead", {}),
    ("B2", 7, P, 20, "manage", {}),
    ("B3", 3, V, 18, "both", {}),
    ("X1", 7, P, 16, "lead", {}),
    ("X2", 4, P, 16, "both", {}),
    ("E1", 4, P, 10, "lead", {"features": "off_site"}),
]

NEEDS = [  # module, needs, days at least, ideally, at most
    ("C2", "C1", 5, 14, 30), ("C3", "C1", None, None, None), ("C5", "C3", 90, 120, 180),
    ("L1a", "C2", None, None, None), ("L1b", "L1a", 14, 21, 42), ("L1c", "L1a", 7, 21, 60),
    ("L2a", "C2", None, None, None), ("L2b", "L2a", 14, 28, 56), ("L2c", "L2b", 14, 21, 42),
    ("L3a", "L1a", 14, 28, 70), ("L3b", "L3a", 21, 35, 70), ("L3c", "L2a", None, None, None),
    ("L4a", "C2", None, None, None), ("L4b", "L4a", 7, 14, 35), ("L5a", "C2", None, None, None),
    ("L5b", "L5a", 14, 28, 60), ("L5c", "L5a", None, None, None),
    ("M1a", "C2", None, None, None), ("M1b", "M1a", 14, 21, 56), ("M1c", "M1a", None, None, None),
    ("M2a", "C2", None, None, None), ("M2b", "M2a", 10, 14, 30), ("M2c", "M2a", 21, 28, 60),
    ("M3a", "C2", None, None, None), ("M3b", "M3a", 14, 28, 60),
    ("M4a", "M1a", None, None, None), ("M4b", "M4a", 28, 42, 70),
    ("M5a", "C2", None, None, None), ("M5b", "M5a", 14, 21, 60),
    ("B1", "M1a", None, None, None), ("B2", "L2a", None, None, None), ("B3", "C2", None, None, None),
    ("X1", "C1", None, None, None), ("X2", "X1", 14, 28, 60),
]

# Forms of 7 h modules in two halves, and online where the content allows it.
ONLINE = ["L2a", "L4a", "L5a", "M1a", "M2a", "M5a", "C3", "C5"]

PROGRAMMES = {  # code: journey, sets (name, rule, modules)
    "LEAD": ("leader", [
        ("core", "all", "C1 C2 C3 C4 C5"),
        ("leading", "all", "L1a L1b L1c L2a L2b L3a L4a L4b L5a"),
        ("change", "1 of", "L3b L3c"),
        ("culture", "1 of", "L5b L5c"),
        ("bridge", "all", "B2 B3")]),
    "MANAGE": ("manager", [
        ("core", "all", "C1 C2 C3 C4 C5"),
        ("managing", "all", "M1a M1b M2a M2b M2c M3a M4a M4b M5a M5b"),
        ("operations", "1 of", "M1c M3b"),
        ("bridge", "all", "B1 B3")]),
    "BOTH": ("both", [
        ("core", "all", "C1 C2 C3 C4 C5"),
        ("skills", "6 of", "L1a L2a L3a L4a L5a M1a M2a M3a M4a M5a"),
        ("deeper", "6 of", "L1b L1c L2b L2c L3b L3c L4b L5b L5c M1b M1c M2b M2c M3b M4b M5b"),
        ("bridge", "all", "B3")]),
    "EXPERT": ("expert", [
        ("core", "all", "C1 C2 C4"),
        ("expert", "all", "X1 X2 L4a"),
        ("more", "1 of", "B3 L3c L5c")]),
    "EXEC": ("leader", [("executives", "all", "E1")]),
}


def add(t, texts):
    for code, hours, mode, capacity, orientation, extra in MODULES:
        words = texts.modules[code]
        meetings = extra.get("meetings", 1)
        # Days between the halves of a 7 h module, which its other forms inherit.
        low, high = extra.get("gap", (1, 14) if hours == 7 else (None, None))
        t.add("modules", code=code, title=words["title"], orientation=orientation, mode=mode,
              minutes=int(hours * 60), meetings=meetings, meeting_gap_min_days=low,
              meeting_gap_max_days=high, capacity=capacity,
              min_seats=None if capacity == 1 else min(6, capacity // 2), leads=1,
              cofacilitators=extra.get("co", 0), room_features=extra.get("features", "projector" if mode == P else ""),
              assets=extra.get("assets", ""), what=words["what"], how=words["how"],
              why=words["why"], who=words["who"], validity_months=extra.get("validity"))
        if mode == P and hours == 7:
            t.add("variants", module=code, variant="HALVES", mode=P, meetings=2,
                  meeting_minutes="210;210")
        if code in ONLINE:
            two = hours == 7
            t.add("variants", module=code, variant="ONLINE", mode=V, meetings=2 if two else 1,
                  meeting_minutes="210;210" if two else "", room_features="captions")
    for module, needs, low, ideal, high in NEEDS:
        t.add("prerequisites", module=module, needs=needs, min_days=low, ideal_days=ideal,
              max_days=high)
    for code, (journey, sets) in PROGRAMMES.items():
        words = texts.programmes[code]
        t.add("programmes", code=code, journey=journey, **words)
        for name, rule, modules in sets:
            for position, module in enumerate(modules.split(), 1):
                t.add("programme_modules", programme=code, set=name, rule=rule, module=module,
                      position=position)
