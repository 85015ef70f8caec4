"""Icons for variation and assurance: whether a figure really changed, whether it meets its target.

A triangle is a real change and points its way: red and full for the worse, green and hollow for the
better, blue where neither is better; a wave is usual variation. The second icon has the target
dashed, and the usual range above it, below it or across it. The words beside say the same.
"""

from __future__ import annotations

from pscb_lib.framework.statistics.assurance import Assurance
from pscb_lib.framework.statistics.signals import Direction
from pscb_lib.framework.statistics.variation import Variation
from pscb_lib.page import style
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.usual_range import colour_of

WIDTH, HEIGHT = 34.0, 14.0  # points
FIRST, SECOND, MIDDLE, RADIUS = 8.0, 26.0, 7.0, 6.2
EDGES = {Assurance.ALWAYS_MET: style.GREEN, Assurance.NEVER_MET: style.RED,
         Assurance.HIT_AND_MISS: style.GREY}
RAISED = {Assurance.ALWAYS_MET: -2.6, Assurance.NEVER_MET: 2.6, Assurance.HIT_AND_MISS: 0.0}


def draw_icons(variation: Variation, assurance: Assurance | None) -> str:
    """The icons of one indicator as a small SVG."""
    parts = [*_changed(variation), *(_assured(assurance) if assurance else ())]
    return vector.picture(WIDTH, HEIGHT, parts)


def _changed(variation: Variation) -> list[str]:
    colour = colour_of(variation) if variation.since else style.GREY
    ring = vector.ring((FIRST, MIDDLE), RADIUS, colour, 1.2)
    if variation.since is None or variation.latest is None:
        return [ring, vector.wave((FIRST - 4, MIDDLE), 8, style.GREY)]
    tip = -3.6 if variation.latest.direction is Direction.HIGH else 3.6
    corners = [(FIRST - 3.4, MIDDLE - tip * 0.6), (FIRST + 3.4, MIDDLE - tip * 0.6),
               (FIRST, MIDDLE + tip)]
    return [ring, vector.shape(corners, style.PAPER if colour == style.GREEN else colour, colour)]


def _assured(assurance: Assurance) -> list[str]:
    colour, y = EDGES[assurance], MIDDLE + RAISED[assurance]
    return [vector.ring((SECOND, MIDDLE), RADIUS, colour, 1.2),
            vector.line([(SECOND - 5, MIDDLE), (SECOND + 5, MIDDLE)], style.INK, 0.8, "2 1.4"),
            vector.wave((SECOND - 4, y), 8, colour)]
