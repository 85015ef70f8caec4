"""List 8 of Annex A: the children looked after at any time in the year, by period of care."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pscb_lib.framework.ages import complete_months
from tools.synthetic.annex_a_codes import (
    ENDINGS,
    LEGAL_STATUSES,
    NEEDS,
    PLACEMENTS,
    PROVIDERS,
    YES_NO,
)
from tools.synthetic.lives import Life
from tools.synthetic.looked_after import Episode
from tools.synthetic.span import Span

NEW_PLACEMENTS = ("S", "P", "B")
REVIEWED, VISITED, HEALTH = timedelta(days=60), timedelta(days=14), timedelta(days=150)


def care_rows(life: Life, span: Span) -> Iterator[dict[str, object]]:
    """Return a row for each period of care in the year."""
    periods = list(_periods(life.episodes))
    for number, episodes in enumerate(periods):
        last = episodes[-1]
        if last.ended_on is None or last.ended_on >= span.year.start:
            before = periods[number - 1][-1].ended_on if number else None
            yield {**_care(episodes, before), **_placement(life, episodes, span),
                   **_missing(life, span)}


def _periods(episodes: tuple[Episode, ...]) -> Iterator[list[Episode]]:
    starts = [place for place, episode in enumerate(episodes) if episode.began_by == "S"]
    for start, end in zip(starts, [*starts[1:], len(episodes)], strict=False):
        yield list(episodes[start:end])


def _care(episodes: list[Episode], before: date | None) -> dict[str, object]:
    first, last = episodes[0], episodes[-1]
    same = [one.started_on for one in episodes if one.legal_status == last.legal_status]
    again = before is not None and complete_months(before, first.started_on) < 12
    return {
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))":
            YES_NO[False],
        "Date Started to be Looked After": first.started_on,
        "Child's Category of Need": NEEDS[first.need],
        "Is this a second or subsequent period of being a Looked After Child within the "
        "last 12 months (Y/N)": YES_NO[again],
        "Start date of current legal status": same[0],
        "Child's Legal Status": LEGAL_STATUSES[last.legal_status],
        "Date Ceased to be Looked After": last.ended_on,
        "Reason Ceased to be Looked After": ENDINGS.get(last.ended_by),
    }


def _placement(life: Life, episodes: list[Episode], span: Span) -> dict[str, object]:
    moves = [one for one in episodes if one.began_by in NEW_PLACEMENTS]
    until = episodes[-1].ended_on or span.ends

    def since(ago: timedelta) -> date:
        return max(episodes[0].started_on, until - ago)

    return {
        "Date of Latest Statutory Review": since(REVIEWED),
        "Date of Last Social Work Visit": since(VISITED),
        "Date of Last IRO Visit / Contact to the Child": since(REVIEWED),
        "Date of Last Health Assessment": since(HEALTH),
        "Date of Last Dental Check": since(HEALTH),
        "Number of Placements in the Last 12 months": placements_in_year(episodes, span.ends),
        "Start Date of Most Recent Placement": moves[-1].started_on,
        "Placement Type": PLACEMENTS[moves[-1].place],
        "Placement Provider": PROVIDERS[moves[-1].provider],
        "Placement postcode": moves[-1].place_postcode,
        "URN of Placement": moves[-1].urn,
        "LA of Placement": "Home Town",
    }


def placements_in_year(episodes: list[Episode], day: date) -> int:
    """Return how many placements the child had in the twelve months to *day*."""
    moves = [one.started_on for one in episodes if one.began_by in NEW_PLACEMENTS]
    ends = [*moves[1:], episodes[-1].ended_on or day]
    return sum(complete_months(end, day) < 12 for end in ends)


def _missing(life: Life, span: Span) -> dict[str, object]:
    away = [one for one in life.away if one.whose == "own_cla"
            and span.year.contains(one.left_at.date())]
    last = away[-1] if away else None
    return {
        "Number of Episodes the Child has been ‘Missing’ from their Placement in the "
        "last 12 months": sum(one.status == "M" for one in away),
        "Number of Episodes the Child has been ‘Absent’ from their Placement in the last "
        "12 months": sum(one.status == "A" for one in away),
        "Was the child offered a Return Interview after their last missing episode (Y/N)?":
            YES_NO[last.is_offered] if last else None,
        "Did the child accept a Return Interview after their last missing episode (Y/N)?":
            YES_NO[last.is_accepted] if last else None,
    }
