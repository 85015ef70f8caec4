"""What a page says of reviews and actions in words: facts, as far as each set may have them.

A row about an open review is for the group alone, unless the chair and the information governance
lead have decided otherwise (:mod:`pscb_lib.board.open_reviews`). The public has published reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.board.open_reviews import may_read_open
from pscb_lib.board.programme import programme_of
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.case_reviews.followed import Again, Followed, find_again, follow
from pscb_lib.reports.case_reviews.measures.cases import (
    decided_in_time,
    due_day,
    is_late,
    open_reviews,
    own_cases,
)
from pscb_lib.reports.case_reviews.measures.completed import completed_reviews, is_on_aim
from pscb_lib.reports.case_reviews.returned import is_arguable
from pscb_lib.reports.case_reviews.returned.record import ELSEWHERE, STEPS

GROUP, MEMBERS, ALL = (RESTRICTED,), (RESTRICTED, "board"), (RESTRICTED, "board", "public")
IN_TIME, LATE = "in time", "late"
ITEM = 21  # of Appendix 1: the group that leads on it answers for the reviews


@dataclass(frozen=True)
class Told:
    """One action, in the words of its register and of its last check; days are in ISO form."""

    review: str
    finding: str
    text: str
    agency: str
    owner: str
    measure: str
    outcome: str
    complete: bool
    overdue: bool
    due_on: str
    found: str
    checked_by: str
    method: str
    sample: int | None
    checked_on: str
    next_on: str
    unchecked: bool
    checked_late: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What the readers of a set may know besides the figures.

    ``open_state`` and ``decision_state`` are "in time", "late" or blank if there is none; rows have
    the columns of the return, their days in ISO form. ``group`` leads on the item.
    """

    on: date
    are_reviews_supplied: bool
    are_checks_supplied: bool
    is_nil: bool
    open_state: str
    decision_state: str
    open: Sequence[Mapping[str, Any]]
    cases: Sequence[Mapping[str, Any]]
    completed: Sequence[Mapping[str, Any]]
    published: Sequence[Mapping[str, Any]]
    elsewhere: Sequence[Mapping[str, Any]]
    actions: tuple[Told, ...]
    again: tuple[Again, ...]
    group: str


def list_facts(context: Context, reviews: Checked, acted: Checked, checks: Checked) -> list[Fact]:
    """Return what the page says of reviews and actions, with who may have it."""
    on, own = context.as_of, own_cases(reviews.frame)
    done, now = completed_reviews(reviews.frame), open_reviews(reviews.frame)
    followed = follow(done, acted, checks, on)
    short = short_names(read_agencies(context.params / "agencies.csv"), on)
    told, again = [_told(one, short) for one in followed], find_again(followed, acted)
    year = context.period.rolling_year
    judged = [decided_in_time(row, on, context.settings) for row in records_of(own)
              if year.contains(row["notified_on"])]
    of_open = MEMBERS if may_read_open(context.params, on) else GROUP
    others = [row for row in records_of(reviews.frame) if row["kind"] == ELSEWHERE
              and row["considered_on"] and year.contains(row["considered_on"])]
    return [
        Fact("supplied", [bool(reviews.sources), bool(checks.sources),
                          bool(reviews.sources) and not len(reviews.frame)], ALL),
        Fact("open state", _state(not is_late(row, on) for row in now), MEMBERS, otherwise=""),
        Fact("decision state", _state(one for one in judged if one is not None), MEMBERS,
             otherwise=""),
        Fact("open", [_plain(row) | {"due_day": _iso(due_day(row)), "late": is_late(row, on)}
                      for row in now], of_open, otherwise=[]),
        Fact("cases", [_plain(row) | {"arguable": is_arguable(row)} for row in records_of(own)],
             GROUP, otherwise=[]),
        Fact("completed", [_known(row) for row in done], MEMBERS, otherwise=[]),
        Fact("published", [_known(row) for row in done if row["published_on"]], ALL),
        Fact("elsewhere", [_known(row) for row in others], MEMBERS, otherwise=[]),
        Fact("actions", [asdict(one) for one in told], GROUP),
        Fact("actions cleared", [asdict(one) for one in for_others(context, told)], MEMBERS,
             otherwise=[]),
        Fact("again", [asdict(one) for one in again], GROUP),
        Fact("again cleared", [asdict(one) for one in for_others(context, again)], MEMBERS,
             otherwise=[]),
    ]


def read_known(context: Context, facts: Mapping[str, Any]) -> Known:
    """Return the facts, as far as these readers may have them."""
    def cleared(name: str) -> list[dict[str, Any]]:
        found = facts[name]
        return facts[f"{name} cleared"] if found is None else found

    reviews, checks, is_nil = facts["supplied"]
    actions = (Told(**one | {"lacks": tuple(one["lacks"])}) for one in cleared("actions"))
    again = (Again(one["finding"], tuple((name, year) for name, year in one["sources"]))
             for one in cleared("again"))
    return Known(context.as_of, reviews, checks, is_nil, facts["open state"],
                 facts["decision state"], facts["open"], facts["cases"], facts["completed"],
                 facts["published"], facts["elsewhere"], tuple(actions), tuple(again),
                 next((one.lead for one in programme_of(context).audits if one.item == ITEM),
                      context.settings.group))


def _state(in_time: Iterable[bool]) -> str:
    found = [*in_time]
    return (IN_TIME if all(found) else LATE) if found else ""


def _known(row: Record) -> dict[str, Any]:
    """What the Board may read of a completed review: no criterion, no age and no theme."""
    names = ("title", "kind", "begun_on", "completed_on", "published_on", "published_where",
             "withheld_by", "withheld_because", "considered_on", "learning_event_on",
             "family_took_part")
    return {name: value for name, value in _plain(row).items() if name in names} | {
        "late": row["completed_on"] is not None and row["begun_on"] is not None
        and not is_on_aim(row)}


def _plain(row: Record) -> dict[str, Any]:
    days = {*STEPS, "due_on", "learning_event_on"}
    theme = row["theme"].value if row.get("theme") else None
    return {name: _iso(value) if name in days else value for name, value in row.items()
            if name not in ("file", "row", "source")} | {"theme": theme}


def _told(one: Followed, short: Mapping[str, str]) -> Told:
    action, last = one.action, one.checks[-1] if one.checks else None
    due = action.last_due_on
    return Told(
        one.review, one.finding, action.text, short.get(action.agency, action.agency),
        action.owner, action.measure or "",
        action.outcome or "", one.is_complete, action.is_overdue(one.on), _iso(due),
        last.found.value if last else "", last.checked_by_role if last else "",
        last.method.value if last else "", last.sample_n if last else None,
        _iso(last.checked_on if last else None), _iso(last.next_check_on if last else None),
        one.is_called_complete and not one.checks, bool(one.checks) and one.in_time is False,
        tuple(each.value for each in one.lacks))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
