"""The codes of the missing children return, with the labels and numbers accepted for them.

From 2013 to 2015 the police had a category "absent" beside "missing"; SSDA903 has A, away from
placement without authorisation. Sex and ethnic group have the codes of the children in need
census and SSDA903. Reasons and changes are this Board's own lists.
"""

from __future__ import annotations

STATUSES = {"M": ("Missing",), "A": ("Away", "Absent", "Away without authorisation")}
SEXES = {"Girl": ("F", "Female", "2"), "Boy": ("M", "Male", "1"), "Not recorded": ("", "0")}
ETHNIC_GROUPS = {
    "White": ("WBRI", "WIRI", "WIRT", "WROM", "WOTH"),
    "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
    "Not recorded": ("REFU", "NOBT", ""),
}
PLACEMENTS = ("Home", "Foster care", "Children's home", "Semi-independent", "Other")
RISKS = {"none": (), "low": (), "medium": ("med",), "high": (), "not assessed": ("not_assessed",)}
REASONS = (
    "To be with friends or a partner", "To be with family", "Conflict at home or in placement",
    "Unhappy with the placement", "Trouble at school", "Drink or drugs",
    "Drawn away by an older person", "Did not wish to say",
)
CHANGES = (
    "Care or placement plan changed", "Family support or mediation",
    "Referred for risk of exploitation", "Information given to the police",
    "Support at school changed", "Nothing recorded",
)
