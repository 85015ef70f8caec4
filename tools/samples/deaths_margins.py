"""The margins of the invented deaths: how many, of what kind, in per cent.

They are close to the national statistics of child death reviews: about 43% of the deaths in the
first 28 days, modifiable factors in about 22% of reviews with enough information. No row is, or is
made from, a real child's.
"""

from __future__ import annotations

# Deaths by financial year of death. The last year ends with January 2015; of the first, only
# reviews that were still open in April 2009 are in the return.
DEATHS = {
    2008: {"Peterborough": 7, "Cambridgeshire": 16},
    2009: {"Peterborough": 15, "Cambridgeshire": 36},
    2010: {"Peterborough": 13, "Cambridgeshire": 33},
    2011: {"Peterborough": 16, "Cambridgeshire": 38},
    2012: {"Peterborough": 12, "Cambridgeshire": 34},
    2013: {"Peterborough": 14, "Cambridgeshire": 35},
    2014: {"Peterborough": 11, "Cambridgeshire": 28},
}
CATEGORIES = {1: 2, 2: 3, 3: 6, 4: 8, 5: 7, 6: 6, 7: 24, 8: 31, 9: 6, 10: 7}

# First and last day of life of each age band, safely inside it in any year.
DAYS = ((0, 27), (28, 364), (366, 1825), (1827, 3651), (3653, 5477), (5480, 6573))
AGES = {
    1: (5, 30, 35, 10, 10, 10), 2: (0, 0, 0, 0, 35, 65), 3: (0, 12, 28, 15, 15, 30),
    4: (0, 5, 30, 28, 20, 17), 5: (8, 30, 30, 12, 10, 10), 6: (0, 15, 25, 20, 20, 20),
    7: (46, 29, 12, 6, 4, 3), 8: (96, 4, 0, 0, 0, 0), 9: (18, 38, 25, 8, 6, 5),
    10: (10, 78, 10, 1, 1, 0),
}
UNEXPECTED = {1: 100, 2: 100, 3: 98, 4: 3, 5: 60, 6: 22, 7: 9, 8: 9, 9: 55, 10: 100}
MODIFIABLE = {1: 70, 2: 60, 3: 62, 4: 2, 5: 22, 6: 18, 7: 8, 8: 18, 9: 30, 10: 68}
WAITS = {
    1: {"criminal proceedings": 60, "serious case review": 30, "": 10},
    2: {"inquest": 80, "": 20}, 3: {"inquest": 60, "criminal proceedings": 8, "": 32},
    5: {"post-mortem": 20, "": 80}, 9: {"post-mortem": 15, "": 85},
    10: {"post-mortem": 45, "inquest": 30, "": 25},
}
PLACES = {
    1: {"emergency department": 50, "home": 30, "paediatric intensive care": 20},
    2: {"home": 60, "public place": 30, "emergency department": 10},
    3: {"public place": 40, "emergency department": 35, "paediatric intensive care": 20,
        "abroad": 5},
    4: {"home": 45, "hospice": 25, "paediatric ward": 30},
    6: {"paediatric ward": 45, "home": 30, "hospice": 15, "paediatric intensive care": 10},
    7: {"neonatal unit": 35, "paediatric intensive care": 25, "home": 20, "hospice": 10,
        "paediatric ward": 10},
    8: {"neonatal unit": 88, "other hospital": 10, "home": 2},
    10: {"home": 55, "emergency department": 40, "other private residence": 5},
}
ANYWHERE = {"paediatric intensive care": 40, "emergency department": 30, "paediatric ward": 20,
            "home": 10}
ETHNICITY = {"White": 72, "Asian": 12, "Mixed": 6, "Black": 5, "Other": 2, "": 3}
THEMES = {
    1: "Hearing the voice of the child", 2: "Emotional health and self-harm",
    3: "Road and water safety", 5: "Recognising the ill child", 6: "Care plans for long illness",
    8: "Smoking and care in pregnancy", 9: "Recognising the ill child", 10: "Safer sleeping",
}
# The matter of concern, and the wider one, that a death of each category may give rise to.
CONCERNS = {
    1: ("neglect or abuse", ""), 2: ("self-harm", ""),
    3: ("safety outdoors", "road safety"),
    5: ("access to health care", ""), 8: ("", "smoking in pregnancy"),
    9: ("access to health care", "infection"), 10: ("safer sleeping", "safer sleeping"),
}
OTHER_THEME = "Support for bereaved families"
