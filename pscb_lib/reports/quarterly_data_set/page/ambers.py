"""The Ambers that no question is about: how far each is from Green, and who brings it there."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.rag import Rag
from pscb_lib.page import blocks
from pscb_lib.page.asking import Known
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Column, Data, Group, Place, Table
from pscb_lib.page.words.indicators import say_figure, say_margin

CAPTION = "Ambers: each owner tells Q&E the way to Green"
NO_MARGIN = "–"


def tabulate_ambers(assessments: Sequence[Assessment], asked: Sequence[Assessment], known: Known,
                    place: Place | None = None) -> Table | None:
    """Tabulate the Ambers that are not among those *asked* about; None without one.

    The public is asked nothing.
    """
    found = [one for one in assessments if one.rating is Rag.AMBER and one not in asked]
    if not found or not known.is_asked:
        return None
    columns = [Column("Indicator, owner", width=3), Column("To be Green", "end")]
    rows = [[blocks.cell(one.indicator.title, one.indicator.lead),
             blocks.cell(_say_needed(one))] for one in found]
    data = [[one.indicator.id, one.indicator.title, say_figure(one), one.indicator.lead,
             _say_needed(one)] for one in found]
    return Table("ambers", CAPTION, columns, [Group(None, rows)],
                 Data(["id", "indicator", "now", "owner", "for green"], data), place=place)


def _say_needed(one: Assessment) -> str:
    """How many cases are between it and Green: six more."""
    return (say_margin(one) or NO_MARGIN).partition(" would be")[0].lower()
