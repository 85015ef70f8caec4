"""What papers need of an indicator, whatever a board calls it: its role.

The ids of indicators are the Board's own and are only printed. A part of a paper that is about
contacts, or about initial conferences in time, asks the register for the indicator with that role.
At most one indicator has a role at one time; most indicators need none.
"""

from __future__ import annotations

from enum import StrEnum

from pscb_lib.framework.folding import bare, tidy
from pscb_lib.reading import cells
from pscb_lib.reading.findings import nearest


class Role(StrEnum):
    """A role, by the word for it in the column ``role`` of the register, and what it counts."""

    def __new__(cls, word: str, counts: str) -> Role:
        """Make a role that is the *word* for it."""
        member = str.__new__(cls, word)
        member._value_ = word
        return member

    def __init__(self, word: str, counts: str) -> None:
        """Keep what the role *counts*, in the words that papers use."""
        self.counts = counts

    CONTACTS = "contacts", "contacts with children's social care"
    REFERRALS = "referrals", "referrals to children's social care"
    RE_REFERRALS = "re-referrals", "referrals within 12 months of an earlier one"
    NO_FURTHER_ACTION = "no further action", "referrals closed with no further action"
    ASSESSMENTS = "assessments", "assessments completed"
    ASSESSMENTS_IN_TIME = "assessments in time", "assessments completed in 45 working days"
    ASSESSMENTS_OPEN_TOO_LONG = ("assessments open too long",
                                 "assessments open past 45 working days")
    CHILDREN_IN_NEED = "children in need", "children in need"
    ENQUIRIES = "section 47 enquiries", "section 47 enquiries started"
    CONFERENCES_IN_TIME = ("initial conferences in time",
                           "initial conferences in 15 working days, of all of them")
    CONFERENCES_TO_PLAN = "conferences to plan", "initial conferences that led to a plan"
    CHILDREN_ON_PLAN = "children on a plan", "children on a child protection plan"
    SECOND_PLANS = "second plans", "second or later plans"
    PLANS_OPEN_TWO_YEARS = "plans open two years", "plans open for two years or more"
    PLANS_ENDED_AFTER_TWO_YEARS = ("plans ended after two years",
                                   "plans that ended after two years or more")
    REVIEWS_IN_TIME = "plan reviews in time", "children on a plan whose reviews were in time"
    PROBATION_ATTENDED = ("probation at conferences",
                          "conferences that probation was invited to and attended")
    LOOKED_AFTER = "looked-after children", "looked-after children"
    MANY_PLACEMENTS = "three placements", "looked-after children with three placements or more"
    STARTED_CARE = "children who entered care", "children who started to be looked after"
    LEFT_CARE = "children who left care", "children who ceased to be looked after"
    MISSING_EPISODES = "missing episodes", "missing episodes reported to the police"
    RETURN_INTERVIEWS = "return interviews in time", "return interviews within 72 hours"
    MISSING_ASSESSED = ("missing children assessed",
                        "missing children whose risk of sexual exploitation was assessed")
    MISSING_INCIDENTS = ("missing incidents in care", "missing incidents of looked-after children")
    MISSING_FROM_CARE = "children missing from care", "looked-after children who were missing"
    AWAY_INCIDENTS = ("away incidents in care",
                      "incidents of looked-after children away without authorisation")
    AWAY_FROM_CARE = ("children away from care",
                      "looked-after children who were away without authorisation")
    COMMON_ASSESSMENTS = "common assessments", "common assessments started"
    NEEDS_MET = ("common assessments with needs met",
                 "common assessments closed with needs met, of all that were closed")
    PRIVATE_FOSTERING_VISITS = ("private fostering visits in time",
                                "private fostering notifications visited in seven working days")

    ALLEGATIONS_IN_TIME = ("allegations closed in time",
                           "allegations against staff closed in one month")


SHARES = frozenset((
    Role.RE_REFERRALS, Role.NO_FURTHER_ACTION, Role.ASSESSMENTS_IN_TIME,
    Role.ASSESSMENTS_OPEN_TOO_LONG, Role.CONFERENCES_IN_TIME, Role.CONFERENCES_TO_PLAN,
    Role.SECOND_PLANS, Role.PLANS_OPEN_TWO_YEARS, Role.PLANS_ENDED_AFTER_TWO_YEARS,
    Role.REVIEWS_IN_TIME, Role.PROBATION_ATTENDED, Role.MANY_PLACEMENTS, Role.RETURN_INTERVIEWS,
    Role.MISSING_ASSESSED, Role.PRIVATE_FOSTERING_VISITS, Role.NEEDS_MET, Role.ALLEGATIONS_IN_TIME,
))  # percentages; the others are counts, or rates of them
BY_WORD = {bare(one): one for one in Role}


def _parse(cell: str) -> Role:
    if bare(cell) not in BY_WORD:
        words = [one.value for one in Role]
        raise ValueError(f"is no role that a paper needs{nearest(tidy(cell), words)}")
    return BY_WORD[bare(cell)]


parse_role = cells.shaped(_parse, cells.Shape("choice", tuple(one.value for one in Role)))
