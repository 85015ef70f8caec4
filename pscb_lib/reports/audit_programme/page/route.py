"""The route of reports as the Board's ledger records it: each step, who took it, when, which set.
"""

from __future__ import annotations

from pscb_lib.board.ledger import Line
from pscb_lib.disclosure.showing import Shown
from pscb_lib.page.blocks import Data, Sheet
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.words.readers import only_restricted
from pscb_lib.reports.audit_programme.known import Known

DATA_COLUMNS = ["report", "period", "step", "on", "by", "decision", "set_sha256"]


@only_restricted
def list_route(shown: Shown, known: Known) -> Sheet | None:
    """List every step in the ledger, the latest first, in the spreadsheet. None if there are none.
    """
    steps = [line for line in known.ledger if line.event.is_step]
    steps.sort(key=lambda line: line.on, reverse=True)
    if not steps:
        return None
    return Sheet("route", "The route of reports, the latest step first",
                 Data(DATA_COLUMNS, [_plain(line) for line in steps]),
                 note="A set is known by the SHA-256 of its manifest.")


def _plain(line: Line) -> list[str | None]:
    return [line.report, line.period.label if line.period else None, line.event.value,
            plain_day(line.on), line.by, line.decision and line.decision.value, line.set_sha256]
