"""Actions of completed reviews: how far they came, whether somebody else looked, and what is there.

All figures describe agencies' work. Actions of open reviews are not counted: they would tell that
there is one. The public has the actions of published reviews alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL, FigureRow, Place, count, counts
from pscb_lib.framework.audit_summary.checks import Found
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.followed import Followed
from pscb_lib.reports.case_reviews.measures.members import for_members

CHECK_FIGURES: tuple[Place, ...] = (places.CHECKED_SO_FAR, places.IN_TIME)


def measure_steps(followed: Sequence[Followed], published: Collection[str], are_checked: bool
                  ) -> list[FigureRow]:
    """Count how far the actions of each review came, in falling steps, and of all reviews."""
    rows = []
    for review in dict.fromkeys(one.review for one in followed):
        own = _steps([one for one in followed if one.review == review], review, are_checked)
        rows += own if review in published else for_members(own)
    return [*rows, *for_members(_steps(followed, TOTAL, are_checked))]


def _steps(some: Sequence[Followed], column: str, are_checked: bool) -> list[FigureRow]:
    complete = [one for one in some if one.was_called_complete]
    in_place = [one for one in complete if one.was_put_in_place]
    checked = [one for one in in_place if one.checks]
    embedded = [one for one in checked if one.found is Found.EMBEDDED]
    reached = (some, complete, in_place, *((checked, embedded) if are_checked else ()))
    return counting.steps(places.STEPS, {label: len(those) for label, those in zip(
        places.REACHED, reached, strict=False)}, column)


def measure_checks(followed: Sequence[Followed], are_checked: bool) -> list[FigureRow]:
    """Count actions called complete at least six months ago, those checked, and the findings."""
    due = [one for one in followed if one.is_called_complete]
    called = [count(*places.DUE[:2], len(due), describes="agency"),
              *counting.part_of_step(places.ALL_AGREED, places.DUE, len(followed), len(due),
                                     describes="agency")]
    if not are_checked:
        return for_members([*called, *(count(*place[:2], None, state=NOT_SUPPLIED,
                                             describes="agency") for place in CHECK_FIGURES)])
    checked = [one for one in due if one.checks]
    judged = [one.in_time for one in due if one.in_time is not None]
    found = counting.tally([one.found for one in checked], places.FINDINGS)
    return for_members([
        *called, *counts(places.FOUND, found, describes="agency"),
        counting.share(places.CHECKED_SO_FAR, len(checked), len(due), of=places.DUE,
                       counted=(places.FOUND, TOTAL, "")),
        count(*places.CHECK_JUDGED[:2], len(judged), describes="agency"),
        counting.share(places.IN_TIME, sum(judged), len(judged), of=places.CHECK_JUDGED),
        *counting.part_of_step(places.DUE, places.CHECK_JUDGED, len(due), len(judged),
                               describes="agency"),
        counting.at_most(places.CHECK_JUDGED, (places.FOUND, TOTAL, "")),
    ])


def measure_agreed(followed: Sequence[Followed], again: int, aside: int) -> list[FigureRow]:
    """Count the actions that pass all four tests, keep their first day, or repeat a finding."""
    verdicts = [verdict for one in followed if (verdict := one.action.on_time(one.on)) is not None]
    moved = sum(one.action.revised_due_on is not None for one in followed)
    lacking = Counter(each for one in followed for each in one.lacks)
    by_test = {places.LACKS[one]: lacking[one] for one in places.LACKS}
    smart = sum(not one.lacks for one in followed)
    return for_members([
        counting.share(places.SMART, smart, len(followed), of=places.ALL_AGREED),
        *counts(places.LACKING, by_test, total=False, describes="agency"),
        *counting.steps(places.KEPT[0], {places.JUDGED[1]: len(verdicts),
                                         places.KEPT[1]: sum(verdicts)}),
        *counting.part_of_step(places.ALL_AGREED, places.JUDGED, len(followed), len(verdicts),
                               describes="agency"),
        count(*places.MOVED[:2], moved, describes="agency"),
        *counting.part_of_step(places.ALL_AGREED, places.MOVED, len(followed), moved,
                               describes="agency"),
        count(*places.AGAIN[:2], again, describes="agency"),
        count(*places.ASIDE[:2], aside, describes="agency"),
        *(counting.at_most(places.ALL_AGREED, (places.LACKING, label, "")) for label in by_test),
    ])

