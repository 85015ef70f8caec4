"""The route of reports as the Board's ledger records it: each step, who took it, when, which set.
"""

from __future__ import annotations

from pscb_lib.board.ledger import Line
from pscb_lib.disclosure.showing import Shown
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import only_restricted
from pscb_lib.reports.audit_programme.known import Known

DIGITS = 12  # of a hash: enough to tell two sets apart on paper
DATA_COLUMNS = ["report", "period", "step", "on", "by", "decision", "set_sha256"]


@only_restricted
def tabulate_route(shown: Shown, known: Known) -> Table | None:
    """Tabulate every step in the ledger, the latest first. Returns None if there are no steps."""
    steps = [line for line in known.ledger if line.event.is_step]
    steps.sort(key=lambda line: line.on, reverse=True)
    if not steps:
        return None
    columns = [Column("Report", width=3), Column("Step", width=1.8), Column("On", "end", 1.2),
               Column("By", width=2.2), Column("Set", width=1.6)]
    return Table("route", "The route of reports, the latest step first", columns,
                 [Group(None, [_step(line, known) for line in steps])],
                 Data(DATA_COLUMNS, [_plain(line) for line in steps]),
                 note="A set is known by the SHA-256 of its manifest, here by the first 12 "
                      "digits.")


def _step(line: Line, known: Known) -> list[Cell]:
    titles = {audit.report or str(audit.item): f"{audit.item} {audit.title}"
              for audit in known.programme.audits}
    decision = line.decision.value.capitalize() if line.decision else ""
    made_from = line.set_sha256[:DIGITS] if line.set_sha256 else "Made elsewhere"
    report, period = line.report or "", line.period
    return [strong(titles.get(report, report), period.title if period else None),
            cell(line.event.value.capitalize(), decision), cell(short_day(line.on)),
            cell(line.by), cell(made_from)]


def _plain(line: Line) -> list[str | None]:
    return [line.report, line.period.label if line.period else None, line.event.value,
            plain_day(line.on), line.by, line.decision and line.decision.value, line.set_sha256]
