"""What a meeting had before it: the papers it took, its questions, and the audits it asked for.

The planner and the ledger say so; the ledger counts where both date a step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.board.ledger import Event, read_ledger
from pscb_lib.board.ledger.lines import REQUESTED_BY
from pscb_lib.board.ledger.route import add_route
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.audit_summary.audits import AskedForBy
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.framework.scheduling.planner import Decision
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.registers.programme_log import make_log

PAPER, QUESTION, AUDIT = "paper", "question", "audit"
GROUP_OF = {AskedForBy.QUALITY_AND_EFFECTIVENESS: Group.SCRUTINY, AskedForBy.BOARD: Group.BOARD}
STEPS = {Group.SCRUTINY: "scrutinised_on", Group.BOARD: "presented_on"}


@dataclass(frozen=True)
class Decided:
    """One thing that a group, by the name of its :class:`Group`, had before it or decided."""

    group: str
    on: date
    kind: str
    text: str
    for_information: bool = False


def find_decided(context: Context, logged: Checked) -> tuple[Decided, ...]:
    """Return what the Board and the group that scrutinises decided, as known on the report's day.

    A text that states a number of children is left out until an officer clears it.
    """
    on, programme = context.as_of, programme_of(context)
    lines = read_ledger(context.params, on)
    log = add_route(make_log(logged), lines, programme)
    titles = {one.item: one.title for one in programme.audits}
    papers = [Decided(group.name, day, PAPER, titles[item],
                      progress.decision is Decision.FOR_INFORMATION and group is Group.BOARD)
              for (item, _), progress in log.items() for group, name in STEPS.items()
              if (day := getattr(progress, name)) is not None and day <= on]
    asked = [Decided(GROUP_OF[REQUESTED_BY[line.by]].name, line.on, kind, line.question or "")
             for line in lines for event, kind in ((Event.ASKED, QUESTION),
                                                   (Event.AUDIT_REQUESTED, AUDIT))
             if line.event is event and line.by in REQUESTED_BY]
    return for_others(context, [*dict.fromkeys(papers), *asked])
