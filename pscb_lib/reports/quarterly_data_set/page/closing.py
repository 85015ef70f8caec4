"""What closes the first page: what really got better, and what else to ask."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import listed, small, spell
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Heading, List, Place, Prose, Several
from pscb_lib.page.words.indicators import names_of, say_absence, say_figure, say_target, summary
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_change_of
from pscb_lib.reports.quarterly_data_set.page.exceptions import ask_id
from pscb_lib.reports.quarterly_data_set.page.lead import HERE, is_in_part, say_numbers
from pscb_lib.reports.quarterly_data_set.page.ratings import row_id

FINDINGS = 5  # at most, beside the first


def list_findings(assessments: Sequence[Assessment]) -> Several:
    """The findings for the public: how the ratings stand, and the cases after the first."""
    urgent = needs_attention(assessments)[1:]
    cases = [summary(one) for one in urgent if one.figure.value is not None]
    said = [say_numbers(assessments), *cases[:FINDINGS - 1]]
    return Several([Heading("What the quarter shows", 2), List(said)])


def say_asked(assessments: Sequence[Assessment], at_most: int | None = None,
              place: Place | None = None) -> Prose | None:
    """The exceptions after the first by name, each with the number of its question."""
    chosen, names = needs_attention(assessments), names_of(assessments)
    said = [f"{small(one.indicator.title, names)} ([](#{ask_id(one)}))"
            for one in chosen[1:at_most]]
    rest = len(chosen) - len(chosen[:at_most])
    is_part = is_in_part(assessments)
    more = f"; {spell(rest)} more in the Q&E set" if rest and not is_part else ""
    of_those = f" of those{HERE}" if is_part else ""
    return Prose(f"**Also to ask about{of_those}:** {listed(said)}{more}.",
                 place=place) if said else None


def say_better(assessments: Sequence[Assessment], place: Place | None = None) -> Prose:
    """The indicators that really got better, with their figures."""
    return Prose(_say_better(assessments), place=place)


def _say_better(assessments: Sequence[Assessment]) -> str:
    better = [one for one in assessments if one.variation.verdict is Kind.IMPROVEMENT]
    here = f" of those{HERE}" if is_in_part(assessments) else ""
    names = names_of(assessments)
    if not better:
        return f"**Really better{here}:** none."
    return f"**Really better{here}:** {listed([_say(one, names) for one in better])}."


def _say(one: Assessment, names: Sequence[str]) -> str:
    said = [say_figure(one), say_change_of(one)]
    if one.indicator.target is not None:
        said.append(f"target {say_target(one.indicator)}, {one.rating.value}")
    title = small(one.indicator.title, names)
    return f"[{title}](#{row_id(one)}) ({joined(*said, between=', ')})"


def say_awaited(assessments: Sequence[Assessment], place: Place | None = None) -> Prose:
    """What was not supplied, and by whom."""
    awaited = [one for one in assessments if one.figure.state == "not supplied"]
    names = names_of(awaited)
    said = [f"{one.indicator.agency}, {small(one.indicator.title, names)}"
            f"{say_absence(one).removeprefix('not supplied').partition(';')[0]}"
            for one in awaited]
    words = "; ".join(said) or "every figure was supplied"
    return Prose(f"**Not supplied:** {words}.", place=place)
