"""What the leads wrote about the figures of the paper, by indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pscb_lib.board.commentary import Commentary
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.words.commentary import Answer, say_commentary
from pscb_lib.reports.quarterly_data_set import places


def say_commentaries(
    assessments: Iterable[Assessment], written: Mapping[str, Commentary], commented: Shown
) -> dict[str, Answer]:
    """Return the answer about each indicator; *commented* has the figures as written about."""
    return {one.indicator.id: _say(one, written.get(one.indicator.id), require_shown(commented))
            for one in assessments}


def _say(one: Assessment, commentary: Commentary | None, commented: Shown) -> Answer:
    place = (places.COMMENTED, one.indicator.id, one.quarters[-1].label)
    then = commented.get(*place) if commented.has(*place) else None
    return say_commentary(commentary, commented.audience, then, one.figure)
