"""What a lead wrote about a figure, as far as the reader may see it, or that it is awaited.

Free text leaves the restricted set only if it is cleared for the set. A text about a figure that is
hidden in a set, or was hidden when it was written, is not shown there, because it could reveal the
figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pscb_lib.board.commentary import Commentary
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.words.shown import amount, share
from pscb_lib.reports.quarterly_data_set import places


def say_commentaries(
    assessments: Iterable[Assessment], written: Mapping[str, Commentary], commented: Shown
) -> dict[str, tuple[str, ...]]:
    """Return the lines about each indicator; *commented* has the figures as written about."""
    return {one.indicator.id: say_commentary(one, written.get(one.indicator.id), commented)
            for one in assessments}


def say_commentary(
    one: Assessment, commentary: Commentary | None, commented: Shown
) -> tuple[str, ...]:
    """Say what happened, what is being done by when, and whether the figure has changed since."""
    lead = one.indicator.lead
    if commentary is None or not commentary.is_written:
        return (f"Commentary awaited from {lead}.",)
    if not commentary.is_open_to(require_shown(commented).audience):
        return (f"Commentary from {lead} awaits clearance.",)
    then = commented.get(places.COMMENTED, one.indicator.id, one.quarters[-1].label)
    if one.figure.hidden or then.hidden:
        return (f"Commentary from {lead} is not shown: small numbers.",)
    said = filter(None, (commentary.what_happened, _say_what_is_done(commentary)))
    return tuple(filter(None, (f"Lead: {' '.join(said)}", _say_revised(then, one.figure))))


def _say_what_is_done(commentary: Commentary) -> str | None:
    if not commentary.what_is_being_done:
        return None
    day = commentary.by_when
    by = f"By {day.day} {day:%B %Y}" if day else "No day given"
    return f"{by}: {commentary.what_is_being_done}"


def _say_revised(then: ShownFigure, now: ShownFigure) -> str | None:
    if _counts(then) == _counts(now):
        return None
    return f"Figure since revised: {_say(then)}, now {_say(now)}."


def _counts(figure: ShownFigure) -> tuple[object, ...]:
    return (figure.value,) if figure.unit == "count" else (figure.numerator, figure.denominator)


def _say(figure: ShownFigure) -> str:
    return share(figure) if figure.unit == "percent" else amount(figure)
