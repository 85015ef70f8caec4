"""What closes the first pages: what really got better, and what was not supplied."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.english import listed, small
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Place, Prose
from pscb_lib.page.words.indicators import (
    names_of,
    say_absence,
    say_figure,
    say_lacking,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import TOO_FEW, say_change_of, say_since
from pscb_lib.reports.quarterly_data_set.page.lead import is_in_part
from pscb_lib.reports.quarterly_data_set.page.ratings import FIRST_HELD, is_first_held, row_id


def say_better(assessments: Sequence[Assessment], place: Place | None = None) -> Prose | None:
    """The indicators that really got better, each with its figure, its rating and since when.

    One that fell back since the quarter before is named apart. Each says which comparison it makes.
    """
    better = [one for one in assessments if one.variation.verdict is Kind.IMPROVEMENT]
    back = [one for one in better if one.change_since(1) == "worse"]
    names = names_of(assessments)
    held = [_say_since(one, names) for one in better if one not in back]
    said = f"**Really better:** {listed(held)}." if held else None
    if not better and not is_in_part(assessments):
        said = f"**Really better:** {_say_none(assessments)}"
    words = joined(said, *(_say_back(one, names) for one in back))
    return Prose(words, place=place) if words else None


def _say_none(assessments: Sequence[Assessment]) -> str:
    """That none is better, or why that cannot be known yet."""
    if any(one.variation.verdict for one in assessments):
        return "none."
    return f"not known yet. {FIRST_HELD if is_first_held(assessments) else TOO_FEW}"


def _say_back(one: Assessment, names: Sequence[str]) -> str:
    """The fall first; then that the level is better all the same, since when."""
    return (f"**Worse this quarter:** {_say(one, names)}. Its average since {say_since(one)} is "
            "better than before.")


def _say_since(one: Assessment, names: Sequence[str]) -> str:
    return _say(one, names, f"since {say_since(one)}")


def _say(one: Assessment, names: Sequence[str], since: str | None = None) -> str:
    rated = None if one.indicator.target is None else one.rating.value
    said = [say_figure(one), None if since else say_change_of(one), rated, since]
    title = small(one.indicator.title, names)
    return f"[{title}](#{row_id(one)}) ({joined(*said, between=', ')})"


def say_awaited(assessments: Sequence[Assessment], place: Place | None = None,
                at_most: int | None = None) -> Prose | None:
    """What was not supplied, by whom, and when it last was, but for what an exception says.

    Then what was sent and has no figure. Exceptions are *at_most* so many. None if they say it all.
    """
    missing = [one for one in assessments if one.figure.state == NOT_SUPPLIED]
    awaited = [one for one in missing if one not in needs_attention(assessments)[:at_most]]
    sent = _say_sent(assessments)
    if missing and not awaited:
        return Prose(sent, place=place) if sent else None
    names = names_of(awaited)
    said = [f"{one.indicator.agency}, {small(one.indicator.title, names)}"
            f" ({say_absence(one).removeprefix('not supplied').lstrip(',; ').replace(';', ',')})"
            for one in awaited]
    words = "; ".join(said) or "every figure was supplied"
    also = "Also not supplied" if len(awaited) < len(missing) else "Not supplied"
    return Prose(joined(f"**{also}:** {words}.", sent), place=place)


def _say_sent(assessments: Sequence[Assessment]) -> str | None:
    """What was sent and makes no figure yet: nobody failed to supply it."""
    sent = [one for one in assessments if say_lacking(one)]
    names = names_of(sent)
    said = [f"{small(one.indicator.title, names)}, {say_absence(one)}" for one in sent]
    return f"**Sent, with no figure yet:** {'; '.join(said)}." if said else None
