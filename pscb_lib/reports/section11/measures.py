"""Section 11 measured: S11-1 to S11-8, all of them about agencies' work.

Grades are counted and never averaged: a mean would hide a standard that is not met. Figures that
the Board publishes count returns and grades, no child and no person, and are hidden from nobody;
the others are not for the public. Practitioners' answers are not told if they are fewer than ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import at_most, part_of_step, parts_of, share
from pscb_lib.disclosure.figures import (
    NOBODY,
    NOT_PUBLIC,
    NOT_SUPPLIED,
    PUBLISHED,
    RESTRICTED,
    TOTAL,
    FigureRow,
    count,
    counts,
)
from pscb_lib.framework.audit_summary.section11 import Answer, Grade
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.beside import measure_actions, measure_failures, measure_voluntary
from pscb_lib.reports.section11.known import Known, known_from

FEWEST = 10  # answers to a survey that are told


def measure(context: Context, *returned: Checked) -> pandas.DataFrame:
    """Work out every figure of the paper from its checked returns."""
    return measure_known(known_from(context, *returned))


def measure_known(known: Known) -> pandas.DataFrame:
    """Work out every figure of the paper."""
    graded = [answer for those in known.scrutinised.values() for answer in those]
    earlier = [answer for one in known.earlier for answer in one.scrutinised(known.on)]
    return figures.frame([
        *measure_returns(known),
        *_by_grade(known, places.STANDARDS, graded),
        *_by_grade(known, places.BEFORE, earlier),
        *measure_same(known),
        *measure_voluntary(known),
        *_for([
            *measure_moderation(known, graded), *measure_evidence(known, graded),
            *measure_perception(known, graded), *measure_moved(known), *measure_actions(known),
        ], NOT_PUBLIC),
        *_for(measure_failures(known), RESTRICTED),
    ])


def _for(rows: Iterable[FigureRow], readers: str) -> Iterator[FigureRow]:
    """The same figures for these readers; what only ties others stays nobody's."""
    return (row if row["readers"] == NOBODY else row | {"readers": readers} for row in rows)


def measure_returns(known: Known) -> Iterator[FigureRow]:
    """S11-1 and S11-8: what was returned, by the due date and at all, and what does not apply."""
    asked, returned = len(known.forms), [one for one in known.forms if one.returned_on]
    in_time = sum(one.returned_on is not None and one.returned_on <= one.due_on
                  for one in returned)
    yield count(*places.ASKED[:2], asked, readers=NOBODY, describes=PUBLISHED)
    for place, number in ((places.RETURNED, len(returned)), (places.IN_TIME, in_time)):
        yield share(place, number, asked, of=places.ASKED, describes=PUBLISHED)
    yield from part_of_step(places.RETURNED, places.IN_TIME, len(returned), in_time,
                            describes=PUBLISHED)
    yield count(*places.SCRUTINISED[:2], len(known.scrutinised), describes=PUBLISHED)
    yield from part_of_step(places.RETURNED, places.SCRUTINISED, len(returned),
                            len(known.scrutinised), describes=PUBLISHED)
    apart = sum(len(one.not_applicable) for one in returned)
    every = apart + sum(len(one.answers) for one in returned)
    yield count(*places.ANSWERS[:2], every, readers=NOBODY, describes=PUBLISHED)
    yield share(places.NOT_APPLICABLE, apart, every, of=places.ANSWERS, readers=NOT_PUBLIC)


def _by_grade(known: Known, table: str, answers: Sequence[Answer]) -> Iterator[FigureRow]:
    """S11-2: the scrutinised grades of each standard, by grade; those given are its total."""
    for column in (*Grade, None):
        yield from counts(table, _by_label(known, (
            one for one in answers if column in (one.grade, None))),
            column=column.value if column else TOTAL, describes=PUBLISHED)


def _by_label(known: Known, answers: Iterable[Answer]) -> dict[str, int]:
    given = [one.standard for one in answers]
    return {one.label: given.count(one.number) for one in known.standards}


def measure_moderation(known: Known, graded: Sequence[Answer]) -> Iterator[FigureRow]:
    """S11-3: the grades that Q&E lowered and raised, by standard."""
    moved = {places.LOWERED: [one for one in graded if one.change < 0],
             places.RAISED: [one for one in graded if one.change > 0]}
    for column, those in moved.items():
        yield from counts(places.MODERATION, _by_label(known, those), column=column,
                          describes="agency")
    yield from parts_of(places.GRADED, len(graded), {
        (places.MODERATION, TOTAL, column): len(those) for column, those in moved.items()},
        describes="agency")


def measure_evidence(known: Known, graded: Sequence[Answer]) -> Iterator[FigureRow]:
    """S11-4: the grades of fully met that rest on nothing, on old evidence or on a policy alone."""
    standards = {one.number: one for one in known.standards}
    stale = [answer for one in known.forms for answer in one.scrutinised(known.on)
             if answer.is_stale(one.due_on)]
    policy = [one for one in graded if one.rests_on_policy(standards[one.standard])]
    full = sum(one.grade is Grade.FULLY_MET for one in graded)
    for place, those in ((places.UNPROVEN, [one for one in graded if one.lacks_evidence]),
                         (places.STALE, stale), (places.POLICY, policy)):
        yield count(*place[:2], len(those), describes="agency")
        yield from part_of_step((places.STANDARDS, TOTAL, Grade.FULLY_MET.value), place, full,
                                len(those), describes="agency")


def measure_perception(known: Known, graded: Sequence[Answer]) -> Iterator[FigureRow]:
    """S11-5: agencies that fully or mostly meet a standard, and practitioners who say so too."""
    for standard in known.standards:
        own = [one for one in graded if one.standard == standard.number]
        met = sum(one.grade in (Grade.FULLY_MET, Grade.MOSTLY_MET) for one in own)
        yield share((places.PERCEPTION, standard.label, places.AGENCIES), met, len(own),
                    of=(places.STANDARDS, standard.label, TOTAL))
        rows = [row for row in known.survey if row["standard"] == standard.number]
        answered = sum(row["answered_n"] for row in rows)
        place = (places.PERCEPTION, standard.label, places.PRACTITIONERS)
        if answered < FEWEST:
            yield count(*place[:2], None, place[2], describes="agency",
                        state=places.TOO_FEW if rows else NOT_SUPPLIED)
        else:
            yield share(place, sum(row["positive_n"] for row in rows), answered, of=None)


def measure_moved(known: Known) -> Iterator[FigureRow]:
    """S11-6: how each standard moved, of agencies scrutinised in both rounds alone."""
    pairs = [(now.standard, now.grade.level - then.grade.level) for now, then in in_both(known)]
    moves = {places.BETTER: 1, places.SAME: 0, places.WORSE: -1}
    for column, sign in moves.items():
        given = [standard for standard, by in pairs if (by > 0) - (by < 0) == sign]
        yield from counts(places.MOVED, {one.label: given.count(one.number)
                                         for one in known.standards},
                          column=column, describes="agency")
    both = {one.agency for one in known.earlier if one.scrutinised(known.on)}
    yield count(*places.IN_BOTH[:2], len(both & {*known.scrutinised}), describes="agency")


def measure_same(known: Known) -> Iterator[FigureRow]:
    """S11-6: the grades of each round, of agencies scrutinised on the standard in both alone.

    Each is part of the grades of its round.
    """
    pairs = in_both(known)
    for place, (table, every) in enumerate(((places.SAME_NOW, places.STANDARDS),
                                            (places.SAME_BEFORE, places.BEFORE))):
        yield from _by_grade(known, table, [pair[place] for pair in pairs])
        yield at_most((every, TOTAL, TOTAL), (table, TOTAL, TOTAL))


def in_both(known: Known) -> list[tuple[Answer, Answer]]:
    """Each scrutinised answer of this round with that of the same agency and standard before."""
    then = {(one.agency, answer.standard): answer for one in known.earlier
            for answer in one.scrutinised(known.on)}
    return [(answer, then[agency, answer.standard])
            for agency, answers in known.scrutinised.items() for answer in answers
            if (agency, answer.standard) in then]
