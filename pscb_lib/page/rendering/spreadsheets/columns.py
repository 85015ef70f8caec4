"""The headings of columns in words, and what each column means: the data dictionary.

Checklist: column headings are unique and in plain words, with no name of a program's;
abbreviations are said out. A heading that is not in ``WORDS`` is printed as it is, with its
underscores as spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pscb_lib.framework.pounds import read_pounds
from pscb_lib.page.rendering.spreadsheets.neutral import Value

NUMBER, PER_CENT, OWN_UNIT, DAY, WORDING, POUNDS = (
    "number", "per cent", "as in the column Unit", "day", "words", "pounds")


class Meaning(NamedTuple):
    """What a column is called in a sheet, what it means and in what unit it is."""

    heading: str
    words: str
    unit: str = WORDING


WORDS = {
    "id": Meaning("Reference", "The reference of this row in the Board's registers and papers"),
    "indicator": Meaning("Indicator", "The title of the indicator in the Board's list"),
    "priority": Meaning("Priority", "The Board's priority that the indicator belongs to"),
    "agency": Meaning("Agency", "The agency that answers for it"),
    "quarter": Meaning("Quarter", "The quarter of the financial year, April to March"),
    "rating": Meaning("Rating", "By section 7 of the Framework: Green is 95% of the target or "
                                "more, Amber 90% to 95%, Red less than 90%, N/A has no target"),
    "actual": Meaning("Actual", "The figure that is compared with the target", OWN_UNIT),
    "unit": Meaning("Unit", "The unit of the figure, its target and its range: number, per cent, "
                            "or per 10,000 residents aged 0 to 17"),
    "numerator": Meaning("Numerator", "The cases counted, of a percentage or a rate", NUMBER),
    "denominator": Meaning("Denominator", "All cases of a percentage, or the residents of a rate",
                           NUMBER),
    "target": Meaning("Target", "The target in figures; of a range its lower end", OWN_UNIT),
    "target to": Meaning("Target, upper end", "The upper end of a target that is a range",
                         OWN_UNIT),
    "target is": Meaning("Target is met by", "Which figures meet the target: this or more, this "
                                             "or less, or within a range"),
    "target set by": Meaning("Target set by", "Law, guidance, or locally by the Board"),
    "target source": Meaning("Source of target", "Where the target is written, or that no "
                                                 "Board has set it"),
    "time set by": Meaning("Timescale set by", "Law, guidance, or locally by the Board"),
    "time source": Meaning("Source of timescale", "Where the time allowed is written"),
    "per cent of target": Meaning("Per cent of target", "How much of the target is achieved; "
                                  "where lower is better, target as a share of actual", PER_CENT),
    "since last quarter": Meaning("Since last quarter", "The direction since the quarter before"),
    "since last year": Meaning("Since last year", "The direction since the same quarter a year "
                                                  "ago"),
    "variation": Meaning("Variation", "Whether the figure has really changed: usual, improvement, "
                                      "concern, or change where neither way is better"),
    "usual range from": Meaning("Usual range from", "The lower limit of what is usual: the mean "
                                "less 2.66 mean moving ranges", OWN_UNIT),
    "usual range to": Meaning("Usual range to", "The upper limit of what is usual: the mean plus "
                              "2.66 mean moving ranges", OWN_UNIT),
    "provisional": Meaning("Usual range is provisional", "Yes, while it rests on fewer than "
                                                         "twelve quarters"),
    "95% interval from": Meaning("95% interval from", "The lower end of what chance alone leaves "
                                                      "plausible", OWN_UNIT),
    "95% interval to": Meaning("95% interval to", "The upper end of what chance alone leaves "
                                                  "plausible", OWN_UNIT),
    "state": Meaning("State", "Why there is no figure, or how far it has come"),
    "count": Meaning("Number", "How many there were", NUMBER),
    "number": Meaning("Number", "How many there were", NUMBER),
    "same half last year": Meaning("Same half last year", "The figure of the half-year a year "
                                                          "before", OWN_UNIT),
    "raised_on": Meaning("Raised on", "The day of the meeting that asked", DAY),
    "due_on": Meaning("Due on", "The day by which it is due", DAY),
    "received_on": Meaning("Received on", "The day on which it was received", DAY),
    "scrutinised_on": Meaning("Scrutinised on", "The day of the meeting that scrutinised it",
                              DAY),
    "presented_on": Meaning("Presented on", "The day of the Board meeting it was presented to",
                            DAY),
    "released_on": Meaning("Published on", "The day of the release that the figures are from",
                           DAY),
    "asked_on": Meaning("Asked on", "The day on which it was asked for", DAY),
    "completed_on": Meaning("Completed on", "The day on which it was completed", DAY),
    "implemented_on": Meaning("Implemented on", "The day from which it is in place", DAY),
    "since": Meaning("Since", "The day since which it is overdue", DAY),
    "audit_id": Meaning("Audit", "The reference of the audit in the register"),
    "action_id": Meaning("Action reference", "The reference of the action in the register"),
    "years_since_oldest_review": Meaning("Years since oldest review", "Whole years since the "
                                         "first review that recommended it", NUMBER),
}


def headings_of(columns: Sequence[str]) -> list[str]:
    """Return the headings of *columns* in words, each different even when capitals are ignored."""
    headings: list[str] = []
    for name in columns:
        heading = known = meaning_of(name).heading
        at = 2
        while heading.lower() in [one.lower() for one in headings]:
            heading, at = f"{known} ({at})", at + 1
        headings.append(heading)
    return headings


def meaning_of(name: str, values: Sequence[Value] = (), about: str = "") -> Meaning:
    """Return what a column means; one without an entry is *about* what its table is about."""
    if name in WORDS:
        return WORDS[name]
    plain = name.replace("_", " ").strip() or "Figure"
    if any(read_pounds(value) is not None for value in values):
        return Meaning(plain[:1].upper() + plain[1:], f"As headed, in: {about}", POUNDS)
    numbers = [value for value in values if isinstance(value, int | float)]
    unit = WORDING if not numbers else NUMBER if all(
        isinstance(value, int) for value in numbers) else "number, or per cent with one decimal"
    return Meaning(plain[:1].upper() + plain[1:], f"As headed, in: {about}", unit)
