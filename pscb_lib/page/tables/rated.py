"""Shares against a target, with the rating of each: the table of a paper about timescales."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import small
from pscb_lib.framework.rag import Absence, Rag, Thresholds, rate
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_cell, plain_counts, plain_value
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown
from pscb_lib.page.words.shown import joined

FEWEST_RATED = 10
ALL = 100  # per cent
HOW_RATED = f"Rated as section 7 rules, where at least {FEWEST_RATED} are counted."
MET, MISSED = "target met", "target missed"


def tabulate_rated_shares(
    shown: Shown, id: str, caption: str, row_label: str, places: Sequence[Place],
    thresholds: Thresholds, *, target: int, set_by: SetBy, note: str = "",
    unrated: Collection[Place] = (),
) -> Table | Prose:
    """Tabulate the percentages at *places*: rating, actual and target.

    *set_by* is who set the target. If the denominator is below ten
    only the two counts are printed, without a rating; those at *unrated* have none either. Of
    these it is said whether they met a target of the law.
    """
    figures = {place[1]: require_shown(shown).get(*place) for place in places}
    if is_mostly_hidden(figures.values()):
        return not_shown(caption)
    bare = {place[1] for place in unrated}
    rated = {label: one for label, one in figures.items() if label not in bare}
    rows = [[blocks.cell(label), rating_cell(figure, target, thresholds, set_by) if label in rated
             else _unrated(figure, target, set_by), actual_cell(figure),
             blocks.cell(f"{target}%", set_by.value)] for label, figure in figures.items()]
    data = [[label, plain_value(figure), *plain_counts(figure), target, set_by.value]
            for label, figure in figures.items()]
    columns = [Column(row_label, width=3), Column("Rating", width=1.1), Column("Actual", "end"),
               Column("Target", "end", 0.8)]
    return Table(id, caption, columns, [Group(None, rows)],
                 Data([row_label, "actual", "numerator", "denominator", "target", "set by"], data),
                 note=joined(HOW_RATED, note, say_unlawful(rated, thresholds)
                             if set_by is SetBy.LAW else None))


def say_unlawful(figures: Mapping[str, ShownFigure], thresholds: Thresholds) -> str | None:
    """Say where the law was not kept though the rating is Green; None if that is nowhere so.

    A law without exception has a target of 100%, of which section 7 calls 95% Green.
    """
    short = {label: figure.counts for label, figure in figures.items()
             if figure.value is not None and figure.value < ALL
             and rating_of(figure, ALL, thresholds) is Rag.GREEN}
    if not short:
        return None
    said = [f"{small(label)}, {whole - number:,} of {whole:,} not"
            for label, (number, whole) in short.items()]
    return ("Green is not lawful here: the rating allows for some, but the law for none "
            f"({'; '.join(said)}).")


def rating_cell(figure: ShownFigure, target: int, thresholds: Thresholds,
                set_by: SetBy | None = None) -> Cell:
    """The rating of a share; a Green that did not meet its target says so.

    A share without a rating, or of few, has a dash, or whether it met the target that the law set.
    """
    found = rating_of(figure, target, thresholds)
    if found is None or figure.value is None:
        return _unrated(figure, target, set_by)
    is_short = found is Rag.GREEN and figure.value < target
    return blocks.rating(found, MISSED if is_short else None)


def _unrated(figure: ShownFigure, target: int, set_by: SetBy | None) -> Cell:
    if set_by is not SetBy.LAW or figure.value is None:
        return blocks.cell("–")
    return blocks.cell(MISSED if figure.value < target else MET)


def rating_of(figure: ShownFigure, target: int, thresholds: Thresholds
              ) -> Rag | Absence | None:
    """The rating of a share; None if it has no value, or is of few."""
    if figure.value is None or _are_few(figure):
        return None
    return rate(figure.value, target, thresholds=thresholds)


def actual_cell(figure: ShownFigure) -> Cell:
    """A share above its counts; of few the counts alone."""
    if figure.value is not None and _are_few(figure):
        return blocks.cell(f"{figure.numerator} of {figure.denominator}")
    return figure_cell(figure)


def _are_few(figure: ShownFigure) -> bool:
    return figure.denominator is not None and figure.denominator < FEWEST_RATED
