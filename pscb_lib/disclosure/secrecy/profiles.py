"""Suppression profiles: the published rules of two producers of official figures.

Both are for figures below national level. The threshold, the mark, and the treatment of zeros
and totals are policy: the Board's settings name the profile, and the profile states its source.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """One producer's rule for small counts.

    Counts in *small* are hidden, all others print to the nearest *rounding* (the rounding base);
    totals are rounded after they are summed. *symbol* is the mark that the producer prints for a
    hidden count; our papers print words. Zeros are shown, so a hidden count is at least 1.
    *groups* says what follows where a line has all its cases in one category.
    """

    name: str
    small: range
    symbol: str
    rounding: int
    source: str
    groups: str


NOT_HIDDEN = "the rule as published hides small counts alone, so a person decides"
PROFILES = {profile.name: profile for profile in (
    Profile("dfe", range(1, 6), "c", 1,
            "DfE, Children in need: any number between 1 and 5 inclusive has been suppressed and "
            "replaced by c, with secondary suppression where necessary; https://"
            "explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2021",
            NOT_HIDDEN),
    Profile("nhs", range(1, 8), "*", 5,
            "NHS Digital, HES and ECDS since September 2018: below national level 1 to 7 are "
            "replaced by *, all else rounded to the nearest 5, totals after the sum; https://"
            "digital.nhs.uk/data-and-information/data-tools-and-services/data-services/"
            "hospital-episode-statistics/"
            "change-to-disclosure-control-methodology-for-hes-and-ecds-from-september-2018",
            NOT_HIDDEN),
)}
