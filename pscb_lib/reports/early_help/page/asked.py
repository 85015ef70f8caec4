"""What the Board is asked, from shown figures only: a question where a figure calls for it.

The public is asked nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import RIGHT, Question
from pscb_lib.page.words.roles import read_role
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.page.meetings import slowest
from pscb_lib.reports.early_help.page.started import started_none

NAMED = 4  # agencies, under a question; more are named above it


def asks(shown: Shown) -> str:
    """Say what the Board is asked to decide."""
    none = require_shown(shown).get(*places.STARTED_NONE)
    first = "agree which agencies are to start common assessments, and " if none.value else ""
    return f"{first}{'say' if first else 'agree'} how it will know that early help works"


def ask_starters(shown: Shown, half: ReportingPeriod) -> Question | None:
    """Ask the agencies that started none in the half-year, which stand by name above it."""
    none = started_none(require_shown(shown), half)
    if not none or shown.audience == "public":
        return None
    owner = _named(none, "named above")
    return Question("starters_asked", "Which families whom your staff meet could have had a common "
                    "assessment, and what keeps you from starting one?", owner)


def _named(agencies: Sequence[str], where: str) -> str:
    """The agencies by name; many by their number and *where* they are."""
    return listed(agencies) if len(agencies) <= NAMED else (
        f"The {spell(len(agencies))} agencies {where}")


def ask_open(context: Context, shown: Shown) -> Question | None:
    """Ask about those still open where more were started than closed."""
    started, closed = (require_shown(shown).get(*place)
                       for place in (places.STARTED, places.CLOSED))
    if shown.audience == "public" or started.value is None or closed.value is None or (
            started.count <= closed.count):
        return None
    return Question("open_asked", "More were started than closed. Is every family whose assessment "
                    "is open being helped, or have some only not been closed in the record?",
                    read_role(context, Role.COMMON_ASSESSMENTS)[1], place=RIGHT)


def ask_meetings(context: Context, shown: Shown) -> Question | None:
    """Ask the agencies that met late about families that waited longer than six weeks.

    Where it is hidden which they are, whoever leads on assessments is asked.
    """
    figure = require_shown(shown).get(*places.MET_IN_TIME)
    if shown.audience == "public" or figure.value is None or figure.counts[0] == figure.counts[1]:
        return None
    late = slowest(shown)
    owner = _named(late, f"in the table that were in time for {figure.text} or less") if late else (
        read_role(context, Role.COMMON_ASSESSMENTS)[1])
    return Question("meetings_asked", "What kept you from meeting within six weeks, and what did "
                    "those families have meanwhile?", owner, place=RIGHT)


def ask_returned(context: Context, shown: Shown) -> Question | None:
    """Ask social care about families that came back, or the register's question on needs met."""
    back = require_shown(shown).get(*places.RETURNED)
    question, lead = read_role(context, Role.NEEDS_MET)
    if back.hidden or shown.audience == "public":
        return None
    if back.value:
        question = ("What did the families that came back to social care still need when their "
                    "assessment was closed?")
        lead = read_role(context, Role.REFERRALS)[1] or lead
    return Question("returned_asked", question, lead, place=RIGHT) if question else None
