"""What was not done by the report's day, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import count_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Prose
from pscb_lib.page.margins import rating_of
from pscb_lib.page.words.shown import paragraph, require_told, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import ASSESSED
from pscb_lib.reports.missing_children.page.asked import in_role, lead_of_work
from pscb_lib.reports.missing_children.page.interviews import unchanged_said


def say_undone(context: Context, shown: Shown, rated: Sequence[Assessment]) -> Prose | None:
    """Say what was not done by the report's day, and who answers for it: no public set says it."""
    if require_shown(shown).audience == "public":
        return None
    said = [_answers(lead_of_work(rated), _not_seen(shown), unchanged_said(shown)),
            _answers(lead_of_work(rated, ASSESSED), _not_assessed(shown, rated))]
    if not any(said):
        return None
    head = f"**Recorded as not done by {say_day(context.as_of)}, and who answers.**"
    return paragraph(head, *said)


def _answers(lead: str, *undone: str | None) -> str:
    told_of = [words for words in undone if words]
    return f"{lead}: {'; '.join(told_of)}." if told_of else ""


@told
def _not_seen(shown: Shown) -> str:
    """Say how many of the interviews owed were not offered, and how many offered and not held."""
    owed = shown.get(*places.ALL_OWED)
    offered, held = (shown.get(places.INTERVIEWS, step, places.RETURNS)
                     for step in (places.OFFERED, places.WAS_HELD))
    require_told(owed, offered, held)
    if held.value is None or owed.value is None or owed.count == held.counts[0]:
        return ""
    unoffered, unheld = owed.count - offered.counts[0], offered.counts[0] - held.counts[0]
    of_all = f"of {count_of(owed.count, 'return interview')} owed"
    if unheld < 0:  # an interview may cover returns that were not offered one
        return f"{spell(owed.count - held.counts[0])} {of_all} not held"
    parts = [f"{spell(number)} {words}" for number, words in (
        (unoffered, "not offered"), (unheld, "offered but not held")) if number]
    return f"{of_all}, {' and '.join(parts)}"


@told
def _not_assessed(shown: Shown, rated: Sequence[Assessment]) -> str:
    one = in_role(rated, ASSESSED)
    if one is None or one.figure.value is None or not one.outside:
        return ""
    require_told(one.figure)
    all_ = one.figure.counts[1]
    who = "the one missing child" if all_ == 1 else (
        f"{one.outside:,} of {spell(all_)} missing children")
    then = rating_of(one.indicator, one.points[0], one.thresholds)
    moved = "" if then is one.rating or one.points[0].value is None else (
        f", {one.rating.value} from {then.value} a year earlier")
    return f"{who} not assessed for risk of sexual exploitation{moved}"
