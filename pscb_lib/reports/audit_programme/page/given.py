"""The papers that the Board was given at each meeting, and those that it called for.

Section 5: "a judgment made about which reports need to tabled and which circulated for information
only. The full Board will retain the right to request specific audit reports as and when it sees
appropriate or in response to specific issues that may arise."
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pscb_lib.board.ledger.requests import PaperRequest
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.audits import AskedForBy
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import months_after
from pscb_lib.framework.scheduling.planner import Decision, Entry
from pscb_lib.page.blocks import Prose
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.audit_programme.known import Known

JUDGED: tuple[Decision | None, ...] = (*Decision, None)
HOW = {one: one.value if one else "not said how" for one in JUDGED}
ASKED_BY = {AskedForBy.BOARD: "the Board", AskedForBy.QUALITY_AND_EFFECTIVENESS: "Q&E"}


@only_restricted
def say_given(shown: Shown, known: Known) -> Prose | None:
    """Say how many papers each Board meeting of twelve months had, tabled and for information.

    Returns None if the Board has been given nothing.
    """
    require_shown(shown)
    said = [f"{say_day(day)}, {_say_numbers(_split(known, day))}" for day in _meetings(known)]
    return Prose(f"**Papers given to the Board** in 12 months: {'; '.join(said)}."
                 ) if said else None


def _say_numbers(given: Mapping[Decision | None, Sequence[Entry]]) -> str:
    return listed([f"{spell(len(alike))} {HOW[one]}" for one in JUDGED
                   if (alike := given.get(one))])


@only_restricted
def say_presented(shown: Shown, known: Known) -> Prose | None:
    """Say what the Board was given at its last meeting with papers, and why each was judged so.

    Returns None if the Board has been given nothing.
    """
    require_shown(shown)
    days = _meetings(known)
    if not days:
        return None
    given = _split(known, days[-1])
    said = [f"{HOW[decision]}, {listed(list(map(_paper, alike)))}"
            for decision in JUDGED if (alike := given.get(decision))]
    return Prose(f"Given to the Board on {say_day(days[-1])}: {'; '.join(said)}.")


@not_public
def say_called_for(shown: Shown, known: Known) -> Prose:
    """Say how many papers were called for in twelve months, after how many days they came.

    Those that are open are named, and count, however long ago they were called for.
    """
    require_shown(shown)
    asked = [one for one in known.papers if one.given_on is None or _is_recent(one.asked_on, known)]
    if not asked:
        return Prose("The Board may ask for any paper besides the programme (Framework, section "
                     "5). None was asked for in the last 12 months.")
    waiting = [_open(one, known.on) for one in asked if one.given_on is None]
    return Prose(joined(
        "Asked for besides the programme, in 12 months or still open: "
        f"{count_of(len(asked), 'paper')}.",
        _say_days([one.days for one in asked if one.days is not None], len(asked)),
        f"Still open: {'; '.join(waiting)}." if waiting else None))


def _say_days(days: Sequence[int], asked: int) -> str | None:
    if not days:
        return None
    first, last = min(days), max(days)
    took = count_of(last, "day") if first == last else f"{first} to {last} days"
    if asked == 1:
        return f"It was given after {took}."
    return f"{capital(spell(len(days)))} {'was' if len(days) == 1 else 'were'} given, after {took}."


def _open(one: PaperRequest, on: date) -> str:
    late = ", overdue" if one.due_on < on else ""
    return (f"{one.subject} ({ASKED_BY[one.asked_by]}, {say_day(one.asked_on)}; due from "
            f"{one.owner} by {say_day(one.due_on)}{late})")


def _meetings(known: Known) -> list[date]:
    return sorted({day for one in known.presented
                   if (day := one.progress.presented_on) and _is_recent(day, known)})


def _is_recent(day: date, known: Known) -> bool:
    return day > months_after(known.on, -12)


def _split(known: Known, day: date) -> dict[Decision | None, list[Entry]]:
    found: dict[Decision | None, list[Entry]] = {}
    for one in known.presented:
        if one.progress.presented_on == day:
            found.setdefault(one.progress.decision, []).append(one)
    return found


def _paper(entry: Entry) -> str:
    why = entry.progress.reason
    because = f": {why.rstrip('.')}" if why else ""
    return f"{entry.deadline.audit.title} ({entry.deadline.period.title}{because})"
