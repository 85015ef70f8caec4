"""What stands beside the grades: the last round's actions, the voluntary sector, and failures."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.disclosure.counting import part_of_step, share
from pscb_lib.disclosure.figures import PUBLISHED, FigureRow, count
from pscb_lib.framework.audit_summary.actions import ActionStatus
from pscb_lib.framework.audit_summary.summary import summarise_actions
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known


def measure_actions(known: Known) -> Iterator[FigureRow]:
    """S11-7: the last round's actions: agreed, completed and with evidence of an outcome."""
    reached = summarise_actions(known.actions, known.on).reached
    steps = [(places.AGREED, ActionStatus.AGREED), (places.COMPLETED, ActionStatus.COMPLETED),
             (places.EVIDENCED, ActionStatus.OUTCOME_EVIDENCED)]
    for place, status in steps:
        yield count(*place[:2], reached[status], describes="agency")
    for (before, one), (after, other) in zip(steps, steps[1:], strict=False):
        yield from part_of_step(before, after, reached[one], reached[other], describes="agency")


def measure_voluntary(known: Known) -> Iterator[FigureRow]:
    """How many of the organisations asked answered, and hold the standards of their sector."""
    asked = len(known.organisations)
    for place, answer in ((places.ANSWERED, (True, False)), (places.HOLD, (True,))):
        number = sum(row["holds"] in answer for row in known.organisations
                     if row["answered_on"])
        yield share(place, number, asked, of=None, describes=PUBLISHED)


def measure_failures(known: Known) -> Iterator[FigureRow]:
    """The failures of cooperation or compliance that the Board knows of, and those remedied."""
    remedied = sum(row["remedied_on"] is not None for row in known.failures)
    yield count(*places.FAILED[:2], len(known.failures), describes="agency")
    yield count(*places.REMEDIED[:2], remedied, describes="agency")
    yield from part_of_step(places.FAILED, places.REMEDIED, len(known.failures), remedied,
                            describes="agency")
