"""What the Board is asked, from shown figures only: a question where a figure calls for it."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import LEFT, Question
from pscb_lib.page.words.roles import read_role
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.page.started import started_none

NAMED = 3  # agencies, under a question; more are named above it


def asks(shown: Shown) -> str:
    """Say what the Board is asked to decide."""
    none = require_shown(shown).get(*places.STARTED_NONE)
    first = "agree which agencies are to start common assessments, and " if none.value else ""
    return f"{first}{'say' if first else 'agree'} how it will know that early help works"


def ask_starters(shown: Shown, half: ReportingPeriod) -> Question | None:
    """Ask the agencies that started none in the half-year, which stand by name above it."""
    none = started_none(require_shown(shown), half)
    if not none:
        return None
    owner = listed(none) if len(none) <= NAMED else f"The {spell(len(none))} agencies named above"
    return Question("starters_asked", "Which families whom your staff meet could have had a common "
                    "assessment, and what keeps you from starting one?", owner)


def ask_open(context: Context, shown: Shown) -> Question | None:
    """Ask about those still open where more were started than closed."""
    started, closed = (require_shown(shown).get(*place)
                       for place in (places.STARTED, places.CLOSED))
    if started.value is None or closed.value is None or started.count <= closed.count:
        return None
    return Question("open_asked", "More were started than closed. Is every family whose assessment "
                    "is open being helped, or have some only not been closed in the record?",
                    read_role(context, Role.COMMON_ASSESSMENTS)[1], place=LEFT)


def ask_meetings(context: Context, shown: Shown) -> Question | None:
    """Ask about families that waited longer than six weeks, if it is shown that any did."""
    figure = require_shown(shown).get(*places.MET_IN_TIME)
    if figure.value is None or figure.counts[0] == figure.counts[1]:
        return None
    return Question("meetings_asked", "What kept agencies from meeting within six weeks of the "
                    "start, and what did those families have in the meantime?",
                    read_role(context, Role.COMMON_ASSESSMENTS)[1], place=(2, 2))


def ask_returned(context: Context, shown: Shown) -> Question | None:
    """Ask about families that came back, or the register's question on needs met."""
    back = require_shown(shown).get(*places.RETURNED)
    question, lead = read_role(context, Role.NEEDS_MET)
    if back.hidden:
        return None
    if back.value:
        question = ("What did the families that came back to social care still need when their "
                    "assessment was closed?")
    return Question("returned_asked", question, lead) if question else None
