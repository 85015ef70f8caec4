"""Worked examples for the method paper: each table applies one rule to given figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.rag import Absence, Polarity, Rag, Thresholds, percent_of_target, rate
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table
from pscb_lib.page.style import RATINGS

Place = tuple[int, int] | None  # the column of the page, of how many
WAY = {Polarity.HIGHER_IS_BETTER: "Where higher is better",
       Polarity.LOWER_IS_BETTER: "Where lower is better",
       Polarity.BAND: "Where the target is a band",
       Polarity.NEUTRAL: "Where neither way is better"}


DASH = "–"


def tabulate_ratings(examples: Mapping[str, Sequence[tuple]], thresholds: Thresholds,
                     place: Place = None) -> Table:
    """Rate pairs of actual and target by the way that is better: higher, lower or band.

    A target of None means no target, a pair is a band.
    """
    groups = []
    for polarity, pairs in examples.items():
        way = Polarity(polarity)
        method = f", by the {thresholds.lower.value} method" if (
            way is Polarity.LOWER_IS_BETTER) else ""
        groups.append(Group(f"{WAY[way]}{method}", [_rated(actual, target, way, thresholds)
                                                    for actual, target in pairs]))
    heads = ["Actual", "Target", "% of target", "Rating"]
    columns = [Column(head, "end" if head != "Rating" else "start") for head in heads]
    data = [[group.label, *(cell[0]["text"] for cell in row)]
            for group in groups for row in group.rows]
    return Table("ratings", "Examples of ratings", columns, groups,
                 Data(["Way", *heads], data), place=place)


def _rated(actual: str, target: str | tuple[str, str] | None, way: Polarity,
           thresholds: Thresholds) -> list[Cell]:
    achieved = percent_of_target(actual, target, way, thresholds.lower)
    return [blocks.cell(actual), blocks.cell(_target(target)),
            blocks.cell("–" if achieved is None else f"{rounded(achieved, 2)}%"),
            blocks.rating(rate(actual, target, way, thresholds))]


def tabulate_absences(place: Place = None) -> Table:
    """Tabulate what stands in place of a figure or of a rating; none is a zero."""
    said = {
        Absence.NOT_SUPPLIED: "The agency did not send it.",
        Absence.NO_CASES: "Nothing happened that could be counted: 0 of 0 is not 0%.",
        Absence.SUPPRESSED: "Hidden: “Working days and small numbers” says when.",
        Absence.NOT_COLLECTED: "Nobody collected it then.",
        Absence.DOES_NOT_APPLY: "The question does not arise.",
    }
    rows = [[blocks.cell(RATINGS[absence.name.lower()].word), blocks.cell(words)]
            for absence, words in said.items() if rate(absence, "95") is absence]
    rows.append([blocks.cell(RATINGS[Rag.NOT_APPLICABLE.name.lower()].word),
                 blocks.cell("There is a figure, and no target to rate it by.")])
    rows.append([blocks.cell(DASH), blocks.cell(
        "Nothing to print: no target, no earlier figure, or the reason is beside it.")])
    return plain_table("absences", "What stands where there is no figure or no rating",
                       ["Printed", "Meaning"], rows, place=place, wide=1)


def tabulate_sum(parts: Mapping[str, tuple[int, int]], place: Place = None) -> Table:
    """Tabulate percentages of several periods and of all of them; the counts are added."""
    whole = (sum(part[0] for part in parts.values()), sum(part[1] for part in parts.values()))
    rows = [[blocks.cell(name), blocks.cell(f"{numerator:,} of {denominator:,}"),
             blocks.cell(f"{rounded(Fraction(100 * numerator, denominator))}%")]
            for name, (numerator, denominator) in {**parts, "All": whole}.items()]
    return plain_table("sum", "Numerators and denominators are added",
                       ["Part", "Counts", "Percentage"], rows, place=place)


def _target(target: str | tuple[str, str] | None) -> str:
    if target is None:
        return "none"
    return " to ".join(target) if isinstance(target, tuple) else target


def plain_table(id: str, caption: str, headings: Sequence[str], rows: list, *,
                place: Place = None, note: str | None = None, wide: int = 0) -> Table:
    """Return a table whose data are the first lines of its cells; the column *wide* is broader."""
    columns = [Column(heading, width=2.4 if at == wide else 1) for at, heading
               in enumerate(headings)]
    data = [[cell[0]["text"] for cell in row] for row in rows]
    return Table(id, caption, columns, [Group(None, rows)], Data(list(headings), data), note=note,
                 place=place)
