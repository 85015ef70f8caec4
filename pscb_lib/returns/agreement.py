"""Whether a paper's records agree with what was typed into the quarterly data set.

A paper that counts records one by one works out some indicators that an agency also types into the
data set. Both are kept: the typed one is rated until the indicator's lead has said which is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, Place, count, proportion, relation
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.tables.agreement import COUNTED, TYPED
from pscb_lib.returns.later import DATA_SET, read_for_quarter
from pscb_lib.returns.sums import over_basis, sent_last

Counts = tuple[int, int | None]  # the numerator, and the denominator of a share


@dataclass(frozen=True)
class Counted:
    """An indicator as a paper's records give it for one quarter, over the indicator's basis.

    A year stands for its four quarters, which are added up.
    *same_as* is the place at which the paper prints the same figure, if it does; *part_of* that of
    the figure of the paper's period, to which its quarters add up.
    """

    indicator: Indicator
    quarter: ReportingPeriod
    counts: Counts
    same_as: Place | None = None
    part_of: Place | None = None


def measure_agreement(context: Context, counted: Sequence[Counted]) -> list[FigureRow]:
    """Return the typed and the counted figure of each indicator and quarter that has both.

    One that nobody supplied for the data set is returned as such. Nothing is returned if no data
    set, or none that can be used, is in the folder of returns.
    Raises ValueError if nothing is counted.
    """
    last = max((one.quarter.split(3)[-1] for one in counted), key=lambda quarter: quarter.end)
    checked = read_for_quarter(DATA_SET, context, last)
    if checked is None:
        return []
    sent = sent_last(checked.frame.sort_values("submitted_on", kind="stable"))
    rows, both = list[FigureRow](), list[tuple[Counted, Counts]]()
    for one in counted:
        typed = over_basis(one.indicator, one.quarter, sent)
        if not typed.state:
            both.append((one, (typed.number, typed.denominator)))
            rows += _both(*both[-1])
        elif typed.state == NOT_SUPPLIED:
            rows.append(count(TYPED, one.indicator.id, None, one.quarter.label, state=NOT_SUPPLIED,
                              describes=one.indicator.describes))
    for whole in {one.part_of: None for one in counted if one.part_of}:
        rows += _sums(whole, [one for one in counted if one.part_of == whole],
                      [pair for pair in both if pair[0].part_of == whole])
    return rows


def _both(one: Counted, typed: Counts) -> list[FigureRow]:
    quantity = f"{one.indicator.quantity}, {one.quarter.label}"
    own, other = ((table, one.indicator.id, one.quarter.label) for table in (COUNTED, TYPED))
    return [_figure(COUNTED, one, one.counts),
            _figure(TYPED, one, typed) | {"quantity": quantity},
            *_ties(own, one.same_as, one.counts, one.counts),
            *_ties(own, other, one.counts, typed)]


def _ties(own: Place, other: Place | None, counts: Counts, others: Counts) -> list[FigureRow]:
    """Tie the numerators of two figures, and their denominators, as far as they are equal."""
    if other is None:
        return []
    return [relation(f"{aspect} of {' '.join(own)} and of {' '.join(other)}",
                     {(own, aspect): 1, (other, aspect): -1})
            for aspect, one, same in zip(("cases", "whole"), counts, others, strict=True)
            if one is not None and one == same]


def _sums(whole: Place, counted: Sequence[Counted], both: Sequence[tuple[Counted, Counts]]
          ) -> list[FigureRow]:
    """Tie the quarters to the figure that they add up to, typed ones too if they add up to it.

    Counted quarters of which some were not typed, and so are not printed, are a part of it.
    """
    rows = []
    for table, values in ((COUNTED, [(one, one.counts) for one, _ in both]), (TYPED, both)):
        for index, aspect in enumerate(("cases", "whole")):
            total = _sum(index, [one.counts for one in counted])
            found = _sum(index, [counts for _, counts in values])
            terms = {((table, one.indicator.id, one.quarter.label), aspect): -1
                     for one, counts in values if counts[1] != 0}  # 0 of 0 has no figure
            if terms and found is not None and (found == total or table == COUNTED):
                rows.append(relation(f"{aspect} of {' '.join(whole)}, {table}",
                                     {(whole, aspect): 1, **terms}, 0,
                                     0 if found == total else None))
    return rows


def _sum(index: int, several: Sequence[Counts]) -> int | None:
    """The sum of numerators or denominators; None of counts, which have no denominator."""
    found = [counts[index] for counts in several]
    return None if None in found else sum(number for number in found if number is not None)


def _figure(table: str, one: Counted, counts: Counts) -> FigureRow:
    numerator, denominator = counts
    about = {"column": one.quarter.label, "describes": one.indicator.describes}
    if denominator is None:
        return count(table, one.indicator.id, numerator, **about)
    return proportion(table, one.indicator.id, numerator, denominator, **about)
