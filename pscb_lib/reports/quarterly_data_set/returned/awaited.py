"""What the quarterly data set may still lack: a figure that its agency has not supplied."""

from __future__ import annotations

from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.rag import Absence
from pscb_lib.reading.rows import Awaited, Record, Records, awaits, find_awaited
from pscb_lib.returns.waiting import Waiting


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what is lacking for the report's own period, if nothing later replaced it."""
    latest: dict[tuple, date] = {}
    for *key, on in records.tuples("indicator", "period", "submitted_on"):
        latest[tuple(key)] = max(on, latest.get(tuple(key), on))

    @awaits("numerator", "its figure", {"numerator": "", "status": "not supplied"})
    def has_no_figure(row: Record) -> bool:
        """Section 7: what is not supplied cannot be rated."""
        stands = latest[row["indicator"], row["period"]] == row["submitted_on"]
        return stands and context.period.contains(row["period"]) and _is_not_supplied(row)

    return find_awaited(locals())


def _is_not_supplied(row: Record) -> bool:
    counts = row["numerator"], row["denominator"]
    return Absence.NOT_SUPPLIED in counts or row["status"] == NOT_SUPPLIED


WAITING = Waiting(("indicator", "period"), lambda context, row: row["agency"], make_awaited)
