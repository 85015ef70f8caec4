"""How Annex A writes its codes: a letter, the code and a label."""

from __future__ import annotations

YES_NO = {True: "a) Yes", False: "b) No"}
SEXES = {"1": "a) Male", "2": "b) Female"}
_IN_ORDER = ("WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND",
             "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "NOBT", "REFU")
ETHNIC_GROUPS = {code: f"{chr(ord('a') + place)}) {code}" for place, code in enumerate(_IN_ORDER)}
SOURCES = {
    "1A": "a) 1A: Individual", "1B": "b) 1B: Individual", "1C": "c) 1C: Individual",
    "1D": "d) 1D: Individual", "2A": "e) 2A: Schools", "2B": "f) 2B: Education services",
    "3A": "g) 3A: Health services", "3B": "h) 3B: Health services",
    "3C": "i) 3C: Health services", "3D": "j) 3D: Health services",
    "3E": "k) 3E: Health services", "3F": "l) 3F: Health services", "4": "m) 4: Housing",
    "5A": "n) 5A: LA services", "5B": "o) 5B: LA services", "5C": "p) 5C: LA services",
    "5D": "p) 5D: LA services", "6": "q) 6: Police", "7": "r) 7: Other legal agency",
    "8": "s) 8: Other", "9": "t) 9: Anonymous", "10": "u) 10: Unknown",
}
NEEDS = {
    "N1": "N1 - Abuse or Neglect", "N2": "N2 - Child's disability",
    "N3": "N3 - Parental illness or disability", "N4": "N4 - Family in acute stress",
    "N5": "N5 - Family dysfunction", "N6": "N6 - Socially unacceptable behaviour",
    "N7": "N7 - Low income", "N8": "N8 - Absent parenting",
}
ABUSE = {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse",
         "EMO": "Emotional abuse", "MUL": "Multiple/not recommended"}
LEGAL_STATUSES = {"V2": "V2: Section 20", "C1": "C1: ICO", "C2": "C2: FCO"}
PLACEMENTS = {
    "Q1": "Q1: Foster placement - relative or friend", "Q2": "Q2: Foster placement - other",
    "U3": "U3: Foster placement - relatives - not long term",
    "U4": "d) U4: Foster placement - long term", "U6": "f) U6: Foster placement - not FFA",
    "K2": "K2: Homes and hostels", "R1": "R1: Residential care home",
    "R3": "R3: Family centre", "S1": "S1: Residential schools",
    "H5": "n) H5: Residential accommodation", "P2": "P2: Independent living",
    "Z1": "Z1: Other placements",
}
PROVIDERS = {
    "PR0": "a) PR0 - Parent or other person with responsibility", "PR1": "b) PR1 - Own provision",
    "PR2": "c) PR2 - Other LA provision", "PR4": "e) PR4 - Private provision",
    "PR5": "f) PR5 - Voluntary/third sector",
}
ENDINGS = {
    "E4A": "E4A: Returned home, planned", "E4B": "E4B: Returned home, not planned",
    "E8": "E8: Ceased for any other reason", "E41": "E41: Residence order",
    "E5": "E5: Moved into independent living, supported",
}
CLOSURES = {
    "RC2": "RC2: Died", "RC3": "RC3: Residence order", "RC4": "RC4: Special guardianship order",
    "RC5": "RC5: Transferred to another authority", "RC7": "RC7: Other",
    "RC8": "RC8: Closed after assessment",
    "RC9": "RC9: Closed after assessment, referred to early help",
}
