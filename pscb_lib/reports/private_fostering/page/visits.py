"""Visits: the first ones as dots, every timescale as a table, and the question where one is late.
"""

from __future__ import annotations

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page import charts
from pscb_lib.page.blocks import Chart, Prose, Question, Table
from pscb_lib.page.tables.rated import tabulate_rated_shares
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.lead import LAW

LEFT = (1, 2)
IN_DAYS = "visited within seven working days"
TIMESCALES = places.IN_TIME, places.EVERY_SIX, places.EVERY_TWELVE, places.ON_TIME


def plot_first_visits(shown: Shown) -> Chart | Prose | None:
    """Plot each notification whose seven working days are over as a dot: seen in time, or not."""
    over, visited, in_time = (require_shown(shown).get(*place) for place in (
        places.OVER, places.VISITED, places.IN_TIME))
    if not over.value or visited.value is None or in_time.value is None:
        return None
    seen, soon = visited.counts[0], in_time.counts[0]
    parts = {IN_DAYS: soon, "visited later": seen - soon, "not visited": over.count - seen}
    figures = {label: ShownFigure(number, None, None, "count", "", False)
               for label, number in parts.items() if number or label == IN_DAYS}
    return charts.plot_people(
        figures, id="first_visits", place=LEFT, unmet=["visited later", "not visited"],
        headline=_in_time(soon, over.count),
        subtitle="Notifications, and when the child was first visited",
        columns=("First visit", "Children"))


def _in_time(soon: int, over: int) -> str:
    if over == 1:
        return f"The one first visit was {'' if soon else 'not '}in time"
    return f"{soon:,} of {over:,} first visits {'was' if soon == 1 else 'were'} in time"


def asks(shown: Shown) -> str:
    """What the Board is asked to decide: visits only where one was late."""
    told_of = "who tells people of the duty to notify private fostering"
    return f"agree how every child is visited in time, and {told_of}" if _are_late(shown) else (
        f"agree {told_of}")


def _are_late(shown: Shown) -> bool:
    shares = [require_shown(shown).get(*place) for place in TIMESCALES]
    return any(one.value is not None and one.value < LAW for one in shares)


def ask_visits(shown: Shown, lead: str) -> Question | None:
    """Ask after the children who were not visited in time, if it is shown that there were any."""
    if not _are_late(shown) or shown.audience == "public":
        return None
    return Question("visits_asked", "Which children were not visited in time, and has each been "
                    "seen alone since?", lead, place=LEFT)


def tabulate_timescales(shown: Shown, thresholds: Thresholds) -> Table | Prose:
    """Tabulate the visits against the statutory timescales."""
    return tabulate_rated_shares(
        shown, "timescales", "Visits against the Regulations", "Children, or visits", TIMESCALES,
        thresholds, target=LAW, set_by=SetBy.LAW, note="One late visit is enough for a child not "
        "to count.")
