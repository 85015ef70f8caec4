"""The forward plan of a year as one accessible page."""

from __future__ import annotations

from pscb_lib.board.forward_plan import ForwardPlan
from pscb_lib.board.wording import named
from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.tables import forward_plan as tables
from pscb_lib.page.words import forward_plan as words


def render_plan(found: ForwardPlan) -> str:
    """The plan as one self-contained HTML page in the style of the papers."""
    blocks = [
        words.say_next(found.sittings, found.on).as_json(),
        _heading("To come"), tables.tabulate_to_come(found.sittings, found.on).as_json(),
        _heading("Due on a day of its own"),
        tables.tabulate_no_meeting(found.to_no_meeting).as_json(),
        _heading("Held this year"), tables.tabulate_held(found.sittings, found.on).as_json(),
        _heading("About this plan"), words.about().as_json(),
    ]
    front = words.front_sheet(found.settings, found.year, found.on).as_json()
    return render_page(Paper(words.TITLE, named(front), tuple(map(named, blocks)), checked=True))


def _heading(text: str) -> dict[str, object]:
    return {"kind": "heading", "level": 2, "text": text}
