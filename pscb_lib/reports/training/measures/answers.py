"""TR4 to TR6: confidence before, after and later, and whether practice changed.

Change is paired: the same person at both stages. Codes tell a person's answers together, and stay
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESPONDENT,
    FigureRow,
    Place,
    count,
    mean_score,
    relation,
)
from pscb_lib.disclosure.survey import answers_at, count_answers
from pscb_lib.reading.rows import Record
from pscb_lib.reports.training import places
from pscb_lib.reports.training.measures.parts import AGENCY, FEWEST, Rows, answered, share
from pscb_lib.reports.training.returned_feedback import CHANGED, LATER, MANAGER, SCALES, STAGES


def measure_change(forms: Rows) -> Iterator[FigureRow]:
    """TR4 and TR5: the mean scores of those who scored at both stages, on each scale and on all."""
    came_back = by_stage(forms)
    for table, stages in places.PAIRS.items():
        first, second = (came_back[stage] for stage in stages)
        both = [(first[person], second[person]) for person in first if person in second]
        for label, names in {**{title: (name,) for name, title in SCALES.items()},
                             places.ALL_SCALES: tuple(SCALES)}.items():
            pairs = [found for one, other in both if (found := scores(one, other, names))]
            yield from _means(table, label, stages, pairs)
        yield from _tie_pairs(table, stages)


def _tie_pairs(table: str, stages: Iterable[str]) -> Iterator[FigureRow]:
    """Declare that who scored both answered at both stages, and on a scale, on one of them all."""
    both = table, places.ALL_SCALES, places.PAIRED
    for stage in stages:
        yield counting.at_most(answered_at(stage), both)
    for title in SCALES.values():
        yield counting.at_most(both, (table, title, places.PAIRED))


def answered_at(stage: str) -> Place:
    """The place of the number of forms that came back at a stage."""
    return answers_at((places.ANSWERED, places.STAGES[stage], ""))


def scores(one: Record, other: Record, names: Iterable[str]) -> tuple[Fraction, Fraction] | None:
    """A person's mean scores at both stages, on the scales that were scored at both."""
    both = [(one[name], other[name]) for name in names if None not in (one[name], other[name])]
    if not both:
        return None
    first, second = (Fraction(sum(each), len(both)) for each in zip(*both, strict=True))
    return first, second


def _means(table: str, label: str, stages: Sequence[str],
           pairs: Sequence[tuple[Fraction, Fraction]]) -> Iterator[FigureRow]:
    yield count(table, label, len(pairs), places.PAIRED, describes=RESPONDENT)
    for at, stage in enumerate(stages):
        column = places.STAGES[stage]
        if len(pairs) < FEWEST:
            yield count(table, label, None, column, state=places.TOO_FEW, describes=AGENCY)
        else:
            yield mean_score(table, label, [pair[at] for pair in pairs], column,
                             describes=AGENCY)


def measure_practice(forms: Rows, *, is_supplied: bool) -> Iterator[FigureRow]:
    """TR6: forms answered of those sent, and practice changed, by the worker and by the manager.

    "Not yet" is no change.
    """
    for stage in STAGES:
        sent = [row for row in forms if row["stage"] == stage]
        label = places.STAGES[stage]
        if not is_supplied:
            yield count(places.ANSWERED, label, None, state=NOT_SUPPLIED, describes=AGENCY)
        else:
            yield from count_answers((places.ANSWERED, label, ""), len([*answered(sent)]),
                                     len(sent))
        if stage in (LATER, MANAGER):
            told = told_of(sent)
            yield share(places.PRACTICE, label, places.CHANGED, told.count(CHANGED), len(told))


def measure_both(forms: Rows) -> Iterator[FigureRow]:
    """How many of those who said whether practice changed scored before and after too.

    Nothing where they are too few for a share.
    """
    came_back = by_stage(forms)
    first, second = (came_back[stage] for stage in places.PAIRS["learnt"])
    told = [person for person, row in came_back[LATER].items() if row["changed_practice"]]
    if len(told) < FEWEST:
        return
    both = [person for person in told if person in first and person in second
            and scores(first[person], second[person], SCALES)]
    yield counting.share(places.BOTH, len(both), len(told), of=None, describes=RESPONDENT)
    yield relation("said whether practice changed", {
        (places.BOTH, "whole"): 1, (places.OWN_CHANGE, "whole"): -1})
    yield counting.at_most(("learnt", places.ALL_SCALES, places.PAIRED), places.BOTH)


def told_of(sent: Iterable[Record]) -> list[str]:
    """What those who answered said of their practice."""
    return [row["changed_practice"] for row in answered(sent) if row["changed_practice"]]


def by_stage(forms: Rows) -> dict[str, dict[tuple[str, str], Record]]:
    """The forms that came back, by stage and by event and person."""
    found: dict[str, dict[tuple[str, str], Record]] = {stage: {} for stage in STAGES}
    for row in answered(forms):
        found[row["stage"]][row["event_id"], row["person_code"]] = row
    return found
