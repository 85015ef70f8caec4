"""What is no exception and yet to be asked about: a Green only just, and the most cases late."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import small
from pscb_lib.framework.rag import Polarity, Rag
from pscb_lib.page.asking import Known, ask
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Block, Place, Prose
from pscb_lib.page.words.indicators import names_of, say_figure, say_missed_of
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_change_of
from pscb_lib.reports.quarterly_data_set.page.ratings import row_id

HAIR = 1  # per cent of target above the least that is green
MOST = 2  # are named
FEWEST = 10  # cases late: fewer are not said to be the most


def list_close(assessments: Sequence[Assessment]) -> list[Assessment]:
    """Those with most cases late that are no exception: a Green only just, or the most of all."""
    urgent = needs_attention(assessments)
    found = [one for one in assessments if one not in urgent and (
        is_by_a_hair(one) or has_most_late(one, assessments))]
    return sorted(found, key=lambda one: -(one.outside or 0))[:MOST]


def is_by_a_hair(one: Assessment) -> bool:
    """Whether a Green has fallen to the edge of Amber, and cases are late or missed."""
    achieved = one.percent_of_target
    return (one.rating is Rag.GREEN and achieved is not None and bool(one.outside)
            and len(one.points) > 1 and one.change_since(1) == "worse"
            and achieved - 100 * one.thresholds.green < HAIR)


def has_most_late(one: Assessment, assessments: Sequence[Assessment]) -> bool:
    """Whether no other indicator has as many cases late; not known where one is hidden."""
    shares = [each for each in assessments
              if each.indicator.polarity is Polarity.HIGHER_IS_BETTER]
    late = one.outside or 0
    if late < FEWEST or any(each.figure.hidden for each in shares):
        return False
    return all((each.outside or 0) < late for each in shares if each is not one)


def show_close(assessments: Sequence[Assessment], known: Known, place: Place | None = None
               ) -> list[Block]:
    """Each of them in one sentence, with its question below it."""
    names = names_of(assessments)
    return [block for one in list_close(assessments)
            for block in (_say(one, assessments, names, place), *ask(one, known, place))]


def _say(one: Assessment, assessments: Sequence[Assessment], names: Sequence[str],
         place: Place | None) -> Prose:
    label = "Only just Green" if is_by_a_hair(one) else f"{one.rating.value}, with most cases late"
    most = "the most late cases of any indicator" if has_most_late(one, assessments) else None
    said = joined(say_figure(one), say_change_of(one), say_missed_of(one), most, between=", ")
    title = f"[{small(one.indicator.title, names)}](#{row_id(one)})"
    return Prose(f"**{label}:** {title}, {said}.", place=place)
