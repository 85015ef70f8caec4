"""What stands under the answer: what proves it, how all stand, and which ratings moved."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import count_of
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Place, Prose, Several
from pscb_lib.reports.quarterly_data_set.page.closing import say_asked, say_awaited, say_better
from pscb_lib.reports.quarterly_data_set.page.exceptions import Said, show_proof
from pscb_lib.reports.quarterly_data_set.page.ratings import say_greens, tabulate_moved, tally

LEFT: Place = (1, 2)
RIGHT: Place = (2, 2)


def show_first(assessments: Sequence[Assessment], before: Sequence[Assessment], said: Said,
               thresholds: Thresholds, audience: str, at_most: int | None = None) -> Several:
    """The proof, its question and the strip at the left; at the right what moved and is better."""
    stand = f"**How the {count_of(len(assessments), 'indicator')} stand**"
    return Several([
        *show_proof(assessments, said, audience),
        Prose(stand, place=LEFT), tally(assessments, thresholds, LEFT),
        say_awaited(assessments, LEFT),
        tabulate_moved(assessments, before, RIGHT), say_greens(assessments, RIGHT),
        say_better(assessments, RIGHT),
        None if audience == "public" else say_asked(assessments, at_most, RIGHT)])
