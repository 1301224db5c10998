"""Invented names of mixed origin, each used once; the sex is for the separate fairness file only."""

# origin: (first names of women, first names of men, family names)
POOLS = {
    "nl": ("Anouk Femke Sanne Marloes Liesbeth Hanneke Roos Willemijn Jantien Tessa Maaike Fleur",
           "Sjoerd Thijs Daan Koen Maarten Ruben Gijs Wessel Bas Jeroen Floris Teun Arjen Hidde "
           "Pim Lars Niels",
           "Dijkgraaf|Bouwmeester|van Doorn|de Haan|Terpstra|van der Meulen|Hoogland|Kloosterman|"
           "Smit-Pinas|van 't Hof|Brouwer|de Ruiter|Zandstra|Wiersma|Bakhuizen|ten Cate|Schouten|"
           "van Leeuwen|Postma|Huisman|Vermaat|Kuipers|in 't Veld|Ruijter|Molenaar|de Wolff"),
    "fr": ("Amélie Mireille Solène Clémence Maëlle Océane Sandrine Aurélie Noémie",
           "Étienne Thibault Loïc Rémi Gaël Sébastien Yannick Aurélien Cédric Mathieu Jérôme",
           "Fontaine|Castagne|Lefèvre|Delacroix-Morel|Vandamme|Carlier|Leclercq|Dubrulle|Masson|"
           "Béthencourt|Descamps|Thuillier|Caron|Wattel|d'Hondt|Lemoine|Rousselle|Hennebelle"),
    "en": ("Harriet Imogen Philippa Tamsin Bethany Rowena Georgia Eleanor Freya",
           "Callum Fergus Edmund Rhys Alistair Duncan Gethin Toby Barnaby Marcus Neil Graham Owen "
           "Lewis Ian",
           "Hollingworth|Ackroyd|Sutcliffe|Pennington|Barraclough|Whitaker|Ogden|Thackray|Marsden|"
           "Oldroyd|Fairburn|Greenhalgh|Cartwright|Ellershaw|Lockwood|Priestley|Rawnsley|Haigh|"
           "McAllister|Kettlewell|Crowther|Dyson-Clarke|Battye|Holroyd"),
    "ie": ("Aoibhe Gráinne Sinéad Caoimhe", "Eoghan Cormac Tadhg Diarmuid Lorcan",
           "O'Dowd|Kinsella|O'Keeffe|Brannigan|Devaney|Gilhooly"),
    "pt": ("Inês Beatriz Leonor", "Duarte Tiago Gonçalo",
           "Figueiredo|Carvalho|Brandão|Nóbrega|Teixeira"),
    "pl": ("Agnieszka Katarzyna Magdalena", "Krzysztof Wojciech Łukasz Paweł",
           "Gołąb|Kowalczyk|Dąbek|Mazur|Wróbel|Zając|Śliwa|Krawiec|Sęk"),
    "in": ("Ananya Meera Lakshmi Sunita Kavya", "Arjun Vikram Sanjay Imran Harpreet Naveen",
           "Iyer|Chaudhary|Menon|Siddiqui|Sandhu|Bhattacharya|Rao|Qureshi"),
    "tr": ("Gülşen Elif Zeynep", "Hüseyin Emre Murat Oğuz", "Aydın|Karadağ|Çelik|Şahin|Öztürk"),
    "af": ("Ngozi Abena Fatoumata Chidinma", "Kofi Babajide Mamadou Tendai Emeka",
           "Okonkwo|Asare|Diallo|Moyo|Eze|Traoré|Boateng"),
    "ar": ("Yasmin Leïla Samira Nour", "Karim Tariq Youssef Bilal Omar",
           "Haddou|Bensaïd|Khoury|El Idrissi|Mansour|Ouali"),
    "it": ("Chiara Giulia", "Matteo Davide", "Lo Presti|Conti|D'Angelo|Ferraris"),
    "no": ("Astrid Sigrid", "Søren Eirik Mikkel", "Bjerregaard|Håland|Østergaard|Lindqvist"),
    "vn": ("Thị Mai Ngọc", "Minh Quang", "Trần|Phạm|Lê"),
    "es": ("Itziar Ximena", "Álvaro Iñaki", "Núñez|Ibáñez|Goikoetxea|Peñalver"),
}
MIX = {  # by site, out of the pools above
    "RTM": "nl nl nl nl nl nl nl tr ar in it no es vn af pl",
    "LIL": "fr fr fr fr fr fr ar af pt it",
    "LEE": "en en en en en en en ie in in af pl",
    "LIS": "pt pt en", "WAW": "pl pl no", "DXB": "in ar in en",
}
PARTICLES = ["van der", "van 't", "in 't", "van", "de", "ten", "el", "El", "Lo", "Mac", "Ó", "Ní",
             "d'", "D'"]


def sort_as(name, family):
    """Dutch particles go behind, as in a Dutch list; other names sort as they are written."""
    if not family:
        return name
    given = name[: -len(family)].strip()
    for particle in ["van der", "van 't", "in 't", "van", "de", "ten"]:
        if family.startswith(particle + " "):
            return f"{family[len(particle) + 1:]}, {given} {particle}"
    return f"{family}, {given}"


class Names:
    def __init__(self, dice, taken):
        self.dice = dice
        self.taken = set(taken)
        self.given = {}   # how often a first name was used
        self.family = {}

    def next(self, site, sex):
        """A new name: the least used parts first, so that few people share one."""
        mix = MIX[site].split()
        for attempt in range(400):
            women, men, families = POOLS[self.dice.pick(mix)]
            firsts = self.dice.shuffled((women if sex == "f" else men).split())
            lasts = self.dice.shuffled(families.split("|"))
            first = min(firsts, key=lambda n: self.given.get(n, 0))
            last = min(lasts, key=lambda n: self.family.get(n, 0))
            if self.family.get(last, 0) >= 2 + attempt // 100:
                continue
            name = f"{first} {last}"
            if name in self.taken:
                continue
            self.taken.add(name)
            self.given[first] = self.given.get(first, 0) + 1
            self.family[last] = self.family.get(last, 0) + 1
            return name, last
        raise RuntimeError(f"out of names for {site}")
