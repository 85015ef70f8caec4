"""What stands under the answer: its proof, the ratings that moved, the strip, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.framework.english import count_of
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.asking import Known, ask
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import LEFT, RIGHT, Heading, Several
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.asked import WHOLE, tabulate_asked
from pscb_lib.reports.quarterly_data_set.page.closing import say_better
from pscb_lib.reports.quarterly_data_set.page.edge import show_close
from pscb_lib.reports.quarterly_data_set.page.exceptions import show_chart, show_proof
from pscb_lib.reports.quarterly_data_set.page.ratings import (
    say_greens,
    say_missed_greens,
    say_scale,
    tabulate_moved,
    tally,
)
from pscb_lib.reports.quarterly_data_set.page.releases import ALONE
from pscb_lib.reports.quarterly_data_set.page.untargeted import list_worst, say_extremes


def show_first(assessments: Sequence[Assessment], before: Sequence[Assessment], known: Known,
               thresholds: Thresholds, at_most: int | None = None,
               found: Mapping[str, Comparison] = ALONE) -> Several:
    """The proof at the left, at the right what moved; below its question and what is asked."""
    worst, urgent = list_worst(assessments), needs_attention(assessments)[:1]
    stand = joined(f"The {count_of(len(assessments), 'indicator')}: "
                   f"{say_scale(thresholds)}", say_missed_greens(assessments), between="; ")
    return Several([
        *show_proof(assessments), tabulate_moved(assessments, before, RIGHT),
        *(block for one in urgent for block in ask(one, known, WHOLE)),
        Heading(stand, 2, place=WHOLE), tally(assessments, WHOLE),
        tabulate_asked(assessments, known, at_most, found),
        *show_close(assessments, known, LEFT), say_better(assessments, LEFT),
        say_greens(assessments, LEFT if worst else RIGHT), say_extremes(assessments, RIGHT),
        *(block for one in worst
          for block in (*show_chart(one, RIGHT), *ask(one, known, RIGHT)))])
