"""TR1 to TR3: who came of those booked, places taken, and each agency's share of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL, FigureRow, count, pounds, proportion
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.parts import AGENCY, Rows, grouped
from pscb_lib.reports.training.returned_places import CAME, CANCELLED, NO_SHOW


def measure_places(events: Rows, taken: Rows, *, is_supplied: bool) -> Iterator[FigureRow]:
    """TR1 and TR2: came of booked by agency, those who did not come, and places taken of offered.
    """
    if not is_supplied:
        for place in (places.ALL_CAME, places.ALL_NO_SHOW, places.FILLED):
            yield count(*place[:2], None, place[2], state=NOT_SUPPLIED, describes=AGENCY)
        return
    by_agency = grouped(taken, "agency")
    for label, rows in [*sorted(by_agency.items()), (TOTAL, taken)]:
        ends = Counter(row["attended"] for row in rows)
        yield proportion(places.TAKEN, label, ends[CAME], len(rows), places.CAME,
                         describes=AGENCY)
        for column, end in ((places.NO_SHOW, NO_SHOW), (places.CANCELLED, CANCELLED)):
            yield count(places.TAKEN, label, ends[end], column, describes=AGENCY)
    came = [row for row in taken if row["attended"] == CAME]
    yield count(*places.PEOPLE[:2], len({row["person_code"] for row in came}),
                describes=AGENCY)
    yield proportion(*places.FILLED[:2], len(came), sum(one["places"] for one in events),
                     describes=AGENCY)
    yield pounds(*places.CHARGED[:2], sum((row["charged"] or Decimal(0) for row in taken
                                           if row["attended"] == NO_SHOW), Decimal(0)),
                 describes=AGENCY)


def measure_balance(taken: Rows, single: Rows) -> Iterator[FigureRow]:
    """TR3: each agency's share of places taken beside its share of the staff who need training."""
    came = Counter(row["agency"] for row in taken if row["attended"] == CAME)
    staff: Counter[str] = Counter()
    for row in single:
        staff[row["agency"]] += row["staff_n"]
    for agency in sorted(staff) if came and staff.total() else ():
        yield proportion(places.BALANCE, agency, came[agency], came.total(), places.OF_PLACES,
                         describes=AGENCY)
        yield proportion(places.BALANCE, agency, staff[agency], staff.total(), places.OF_STAFF,
                         describes=AGENCY)
