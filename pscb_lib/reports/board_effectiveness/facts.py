"""What the page says in words, with who may have it.

Comments, complaints and near misses are in the restricted set alone. What practitioners said,
meetings and reports are the Board's to read, unless a text states a number of children. Where
practitioners raised so few points that their number is hidden, they are in the restricted set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.board.programme import lead_of
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known, Met, Point, Report
from pscb_lib.reports.board_effectiveness.rows import (
    COMPLAINTS,
    ESCALATIONS,
    FEEDBACK,
    MEETINGS,
    NEAR_MISSES,
    RATINGS,
    REPORTS,
    ROUNDS,
    begins,
    of_year,
)

MEMBERSHIP, REVIEWS = 1, 21  # items of Appendix 1: whose leads answer for the Board and for cases
GROUP, MEMBERS = (RESTRICTED,), (RESTRICTED, "board")
ABOUT = {"points": (places.POINTS,)}  # the figures that a list of texts would tell


def list_facts(context: Context, *returned: Checked) -> list[Fact]:
    """Return what the page says in words, with who may have it."""
    year, short = context.period, short_names(read_agencies(context.params / "agencies.csv"),
                                              context.as_of)
    rounds = [row for row in records_of(returned[ROUNDS].frame) if row["year"] == year]
    raised = of_year(returned[ESCALATIONS], "raised_on", year)
    texts: dict[str, list[Any]] = {
        "points": [_point(row, short) for row in of_year(returned[FEEDBACK], "held_on", year)],
        "met": [Met(row["seat"], _iso(row["held_on"]), row["theme"], row["agreed"] or "")
                for row in of_year(returned[MEETINGS], "held_on", year)],
        "reports": [_report(row) for row in of_year(returned[REPORTS], "due_on", year)]}
    return [
        Fact("supplied", [bool(one.sources) for one in returned], MEMBERS),
        Fact("since", [begins(context, returned[COMPLAINTS], "received_on").title,
                       begins(context, returned[NEAR_MISSES], "happened_on").title], MEMBERS),
        Fact("round", [[row["read_by_role"], row["chair_saw_comments"]] for row in rounds],
             MEMBERS),
        Fact("comments", _comments(returned[RATINGS], year), GROUP, otherwise=[]),
        Fact("open", [{"agency": short.get(row["raised_with"], row["raised_with"]),
                       "about": row["about"], "raised_on": _iso(row["raised_on"])}
                      for row in raised if row["resolved_on"] is None], MEMBERS),
        Fact("unsure", [short.get(row["raised_with"], row["raised_with"]) for row in raised
                        if not row["safe_meanwhile"]], MEMBERS),
        Fact("complaints", _plain(of_year(returned[COMPLAINTS], "received_on", year)), GROUP,
             otherwise=[]),
        Fact("near misses", _plain(of_year(returned[NEAR_MISSES], "happened_on", year), short),
             GROUP, otherwise=[]),
        *(Fact(name, [asdict(one) for one in those], GROUP) for name, those in texts.items()),
        *(Fact(f"{name} cleared", [asdict(one) for one in for_others(context, those)], MEMBERS,
               ABOUT.get(name, ()), otherwise=[]) for name, those in texts.items()),
    ]


def read_known(context: Context, facts: Mapping[str, Any]) -> Known:
    """Return the facts, as far as these readers may have them."""
    def cleared(name: str) -> list[dict[str, Any]]:
        found = facts[name]
        return facts[f"{name} cleared"] if found is None else found

    (reader, has_seen), *_ = facts["round"] or [("", False)]
    return Known(
        context.as_of, context.period, lead_of(context, MEMBERSHIP, "Chair"),
        lead_of(context, REVIEWS), reader, has_seen,
        facts["supplied"], facts["comments"], tuple(Point(**one) for one in cleared("points")),
        tuple(Met(**one) for one in cleared("met")), facts["open"], facts["unsure"],
        facts["complaints"], facts["near misses"],
        tuple(Report(**one) for one in cleared("reports")),
        dict(zip((COMPLAINTS, NEAR_MISSES), facts["since"], strict=True)))


def _comments(ratings: Checked, year: ReportingPeriod) -> list[dict[str, str]]:
    """The comments by statement and in order of their letters, so that no form shows.

    Where fewer than five members answered a statement, their comments are not told either.
    """
    rows = [row for row in records_of(ratings.frame) if row["year"] == year]
    answers = Counter(row["statement"] for row in rows)
    said = sorted((row["statement"], row["comment"]) for row in rows
                  if row["comment"] and answers[row["statement"]] >= places.FEWEST)
    return [{"statement": statement, "comment": comment} for statement, comment in said]


def _point(row: Record, short: Mapping[str, str]) -> Point:
    is_answered = row["answered_on"] is not None
    return Point(short.get(row["agency"], row["agency"]), row["event"], _iso(row["held_on"]),
                 row["theme"], row["said"], row["answer"] if is_answered else "",
                 _iso(row["answered_on"]))


def _report(row: Record) -> Report:
    is_given = row["given_on"] is not None
    return Report(row["sub_group"], _iso(row["due_on"]), _iso(row["given_on"]),
                  (row["activity"] if is_given else "") or "",
                  (row["outcome"] if is_given else "") or "", bool(is_given and row["evidence"]),
                  _iso(row["to_chairs_on"]))


def _plain(rows: Iterable[Record], short: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    return [{name: _iso(value) if isinstance(value, date) else (short or {}).get(value, value)
             if isinstance(value, str) else value for name, value in row.items()
             if name not in ("file", "row", "source")} for row in rows]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
