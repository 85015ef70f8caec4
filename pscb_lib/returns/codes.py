"""The codes of the missing children return, with the labels and numbers accepted for them.

The statutory guidance of January 2014 tells three apart. *Missing*: it is not known where the child
is. *Away from placement without authorisation*, of looked-after children alone: it is known where.
The police's *absent*, of any child, from 2013: not where expected, and not missing. SSDA903 has the
first two. Sex and ethnic group have the codes of the children in need census and SSDA903. Reasons
and changes are this Board's own lists.
"""

from __future__ import annotations

SSDA903_STATUSES = {"M": ("Missing",), "A": ("Away", "Away without authorisation",
                                             "Away from placement without authorisation")}
STATUSES = {**SSDA903_STATUSES, "P": ("Absent", "Police absent")}
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
