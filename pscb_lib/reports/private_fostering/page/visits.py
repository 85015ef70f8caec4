"""Visits: every timescale as a table, and the question where one is late."""

from __future__ import annotations

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import Prose, Question, Table
from pscb_lib.page.tables.rated import tabulate_rated_shares
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.duties import LAW, ask_late

TIMESCALES = (places.SEEN_IN_TIME, places.IN_TIME, places.EVERY_SIX, places.EVERY_TWELVE,
              places.ON_TIME)


def asks(shown: Shown) -> str:
    """What the Board is asked to decide: visits only where one was late."""
    told_of = "who tells people of the duty to notify private fostering"
    return f"agree how every child is seen in time, and {told_of}" if _are_late(shown) else (
        f"agree {told_of}")


def _are_late(shown: Shown) -> bool:
    shares = [require_shown(shown).get(*place) for place in TIMESCALES]
    return any(one.value is not None and one.value < LAW for one in shares)


def ask_visits(shown: Shown, lead: str) -> Question | None:
    """Ask after the children who were not seen in time, if it is shown that there were any."""
    if not _are_late(shown) or shown.audience == "public":
        return None
    return Question("visits_asked", ask_late(shown), lead)


def tabulate_timescales(shown: Shown, thresholds: Thresholds) -> Table | Prose:
    """Tabulate the visits against the statutory timescales."""
    return tabulate_rated_shares(
        shown, "timescales", "Visits against the Regulations", "Children, or visits", TIMESCALES,
        thresholds, target=LAW, set_by=SetBy.LAW, unrated=[places.ON_TIME], note="One late visit "
        "is enough for a child not to count; the last line counts the visits one by one, "
        "and is not rated. A visit "
        "at which the child was not seen counts in the second line alone.")
