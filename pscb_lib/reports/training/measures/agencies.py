"""TR7: staff in date in agencies' own training, whose was validated, and who reported."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL, FigureRow, count, proportion
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.parts import AGENCY, grouped
from pscb_lib.reports.training.returned_agencies import who_owe


def measure_agencies(context: Context, single: Checked) -> Iterator[FigureRow]:
    """TR7: staff in date by level and by agency, whose training was validated, and who reported."""
    rows = single.records
    if not single.sources:
        for place in ((places.IN_DATE, TOTAL, ""), places.VALIDATED, places.REPORTED):
            yield count(*place[:2], None, state=NOT_SUPPLIED, describes=AGENCY)
        return
    by_level = {f"Level {level}": those for level, those in sorted(grouped(rows, "level").items())}
    for table, groups in ((places.IN_DATE, by_level | {TOTAL: [*rows]}),
                          (places.BY_AGENCY, dict(sorted(grouped(rows, "agency").items())))):
        for label, those in groups.items():
            yield proportion(table, label, sum(row["in_date_n"] for row in those),
                             sum(row["staff_n"] for row in those), describes=AGENCY)
    agencies = grouped(rows, "agency")
    yield proportion(*places.VALIDATED[:2], sum(all(row["validated"] for row in those)
                                                for those in agencies.values()), len(agencies),
                     describes=AGENCY)
    asked = {*who_owe(context)}
    yield proportion(*places.REPORTED[:2], len(asked & {*agencies}), len(asked), describes=AGENCY)
