"""The rules that a row of the return of allegations must keep, each with its guidance."""

from __future__ import annotations

from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, Rule, find_rules, rule
from pscb_lib.reports.allegations.returned.record import (
    EMPLOYER,
    MET,
    REMOVED,
    SUBSTANTIATED,
    SUITABILITY,
    SUITABILITY_FROM,
    UNFOUNDED,
    UNFOUNDED_FROM,
)

CORRECT = "correct one of the two"
FOLLOWED = {"limb": "risk of harm", "first_meeting_on": "16/05/2014",
            "transferred_on": "16/05/2014", "closed_on": "11/06/2014"}
OPEN_ENDED = {"closed_on": "", "outcome": "", "employment_outcome": "", "learning": ""}


def _order(earlier: str, later: str, says: str, example: dict[str, str], guidance: str) -> Rule:
    return Rule((earlier, later), says, CORRECT,
                lambda row: None not in (row[earlier], row[later]) and row[later] < row[earlier],
                guidance=guidance, example=example)


IN_ORDER = "The days of a case are in their order: known, received, met about, closed."
IS_TOLD_BEFORE_IT_IS_KNOWN = _order(
    "known_to_employer_on", "received_on", "the LADO was told before the employer knew",
    {"known_to_employer_on": "15/05/2014"}, IN_ORDER)
MEETS_BEFORE_IT_IS_RECEIVED = _order(
    "received_on", "first_meeting_on", "the meeting is before the allegation was received",
    {"first_meeting_on": "12/05/2014"}, IN_ORDER)
CLOSES_BEFORE_IT_IS_RECEIVED = _order(
    "received_on", "closed_on", "the case was closed before it was received",
    {"closed_on": "12/05/2014", "first_meeting_on": ""}, IN_ORDER)
CLOSES_BEFORE_IT_IS_MET_ABOUT = _order(
    "first_meeting_on", "closed_on", "the case was closed before its first meeting",
    {"closed_on": "14/05/2014"}, IN_ORDER)
IS_PASSED_ON_BEFORE_IT_IS_RECEIVED = _order(
    "received_on", "transferred_on", "the case was transferred before it was received",
    {**OPEN_ENDED, "transferred_on": "12/05/2014"}, IN_ORDER)
IS_REFERRED_ON_BEFORE_IT_IS_RECEIVED = _order(
    "received_on", "dbs_referred_on", "the referral to the DBS is before the allegation",
    {"dbs_duty": "yes", "dbs_referred_on": "12/05/2014"}, IN_ORDER)


@rule("transferred_on", "closed_on", says="a case that another LADO has taken over is not closed "
      "here", remedy="take the day of closing and the outcome out, or the transfer",
      example={"transferred_on": "20/05/2014"})
def is_closed_and_transferred(row: Record) -> bool:
    """A transfer is no outcome: the other authority closes the case."""
    return row["transferred_on"] is not None and row["closed_on"] is not None


@rule("closed_on", "outcome", says="there is an outcome and no day of closing",
      remedy="give the day, or take the outcome out", example={"closed_on": ""})
def ends_on_no_day(row: Record) -> bool:
    """KCSIE, part four: timescales run to the day on which the case is closed."""
    return row["outcome"] is not None and row["closed_on"] is None


@rule("outcome", "closed_on", says=f"{UNFOUNDED} is no outcome of the guidance of that day, which "
      "has substantiated, malicious, false and unsubstantiated",
      remedy="write the one of the four that the LADO recorded", example={"outcome": UNFOUNDED})
def is_an_outcome_of_later_guidance(row: Record) -> bool:
    """KCSIE up to the edition of 2016, in force until 2 September 2018, has four outcomes."""
    closed = row["closed_on"]
    return row["outcome"] == UNFOUNDED and closed is not None and closed < UNFOUNDED_FROM


@rule("limb", "received_on", says="the fourth part of the threshold, suitability, is of 1 "
      "September 2020", remedy="give the part of the threshold of that day",
      example={"limb": SUITABILITY})
def is_a_limb_of_later_guidance(row: Record) -> bool:
    """KCSIE 2020 added behaviour that shows that a person may be unsuitable to work with children.
    """
    return row["limb"] == SUITABILITY and row["received_on"] < SUITABILITY_FROM


@rule("referred_by", "known_to_employer_on", says="it is not known when the employer knew: the "
      "referral is counted as not in time", remedy="give the day on which the employer knew",
      example={"known_to_employer_on": ""}, reaction=Reaction.NOTED)
def cannot_be_timed(row: Record) -> bool:
    """Working Together 2013, chapter 2: an employer reports within one working day."""
    is_asked = row["referred_by"] == EMPLOYER and row["kind"].startswith("referred")
    return is_asked and row["known_to_employer_on"] is None


@rule("employment_outcome", "dbs_duty", says="somebody was removed after a substantiated "
      "allegation, and the duty to refer is said not to have arisen",
      remedy="see whether it did", reaction=Reaction.NOTED,
      example={"outcome": SUBSTANTIATED, "employment_outcome": "dismissed", "dbs_duty": "no"})
def may_owe_a_referral(row: Record) -> bool:
    """Safeguarding Vulnerable Groups Act 2006, s 35: an employer that removes a person from
    regulated activity for harm or a risk of harm refers them to the Disclosure and Barring Service.
    """
    return (row["outcome"] == SUBSTANTIATED and row["employment_outcome"] in REMOVED
            and row["dbs_duty"] is False)


def _only_of_a_case(name: str) -> Rule:
    return Rule(("kind", name), "only an allegation that met the threshold is followed to its end",
                "correct the kind, or take the other cell out",
                lambda row: row["kind"] != MET and row[name] is not None,
                guidance="KCSIE, part four: the threshold decides what is managed as a case.",
                example={**dict.fromkeys(FOLLOWED, ""), name: FOLLOWED[name],
                         "kind": "advice only"})


RULES_OF_A_ROW = (*find_rules(globals()), *map(_only_of_a_case, FOLLOWED))
