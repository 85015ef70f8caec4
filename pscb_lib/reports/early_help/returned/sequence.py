"""The rules from the file of one half-year to the next."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, FileRule, Records, name_rows
from pscb_lib.reports.early_help.returned.record import CORRECT


def find_lost(records: Records) -> Iterator[Broken]:
    """Find assessments that were open at the end of one file and are not in the next."""
    halves = sorted({*records.column("half_year")})
    held: dict[ReportingPeriod, set[str]] = {half: set() for half in halves}
    still: dict[ReportingPeriod, list[tuple[str, int, str]]] = {half: [] for half in halves}
    for half, one, closed, row, file in records.tuples("half_year", "assessment_id", "closed_on",
                                                       "row", "file"):
        held[half].add(one)
        if closed is None:
            still[half].append((one, row, file))
    for half, later in zip(halves, halves[1:], strict=False):
        lost = [(row, file) for one, row, file in still[half] if one not in held[later]]
        if lost and later.previous == half:
            rows = tuple(row for row, _ in lost)
            yield Broken(rows, ("assessment_id",), Reaction.NOTED, f"{name_rows(rows)} open at "
                         f"the end of {half.label} and in no row of {later.label}", file=lost[0][1])


def find_restarted(records: Records) -> Iterator[Broken]:
    """Find an assessment that has another first day, or is there again after it was closed."""
    last: dict[str, tuple] = {}
    names = "assessment_id", "half_year", "started_on", "closed_on", "row", "file"
    for one, half, started, closed, row, file in sorted(records.tuples(*names), key=_by_half):
        then, start, end = last.get(one, (half, started, None))
        if start != started:
            yield Broken((row,), ("started_on",), file=file, says=f"differs from {then.label}")
        elif end is not None:
            yield Broken((row,), ("assessment_id",), file=file, says=f"was closed in {then.label}")
        last[one] = half, started, closed


def _by_half(row: tuple) -> ReportingPeriod:
    return row[1]


SEQUENCE = (
    FileRule("an assessment has one start and one end", CORRECT, find_restarted),
    FileRule("was open, and is not in the next file", "send it, open or closed", find_lost),
)
