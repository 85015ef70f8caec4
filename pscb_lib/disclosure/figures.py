"""The frame of figures: one row for each figure, from the measure to the page.

Columns: ``table, row, column`` (its place, as printed), ``actual`` (int, Decimal, Fraction or
None), ``numerator``, ``denominator`` (int or None), ``unit`` (count, percent, rate, pounds or
score), ``state`` (empty, or why there is no value), ``describes`` (child, respondent, agency or
published: whom it is about; or nobody, where it only ties others) and ``readers`` (the sets that
have it: everyone, restricted, outside, not public or nobody); see
:mod:`pscb_lib.disclosure.showing`.

No hidden figure may be worked out from those shown, so a figure also says how it is tied to
others: ``part_of`` (the places of totals it is part of, besides those of its own table),
``whole`` (the place of the count that is its denominator), ``same_as`` (the place of a figure of
this paper that is the same count, or the same as the numerator of a percentage) and ``quantity``
(the name under which other reports and releases print the same figure). What else a reader knows
of several counts together is a row of its own (:func:`relation`), which nobody prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, cast

import pandas

from pscb_lib.framework.pounds import exact_pounds

COLUMNS = ("table", "row", "column", "actual", "numerator", "denominator", "unit", "state",
           "describes", "part_of", "whole", "quantity", "readers", "same_as", "relation")
TOTAL = "Total"
NOT_SUPPLIED = "not supplied"  # the state of a figure whose return did not come
PUBLISHED = "published"  # it describes what others have published
RESPONDENT = "respondent"  # it describes who answered a survey
EVERYONE, RESTRICTED, OUTSIDE, NOBODY = "everyone", "restricted", "outside", "nobody"
NOT_PUBLIC = "not public"  # the restricted and the board set
Place = tuple[str, str, str]  # table, row and column of a figure
Aspect = tuple[Place, str]  # one count of a figure: its cases, rest or whole
Limits = tuple[tuple[tuple[Place, str, int], ...], int | None, int | None]
Value = int | Decimal | Fraction
FigureRow = dict[str, Any]  # a figure before it is put into the frame, by column


class Figure(Protocol):
    """One figure of the frame."""

    table: str
    row: str
    column: str
    actual: Value | None
    numerator: int | None
    denominator: int | None
    unit: str
    state: str
    describes: str
    part_of: tuple[Place, ...]
    whole: Place | None
    quantity: str | None
    readers: str
    same_as: Place | None
    relation: Limits | None


class MaskedFigure(Figure, Protocol):
    """One figure of a masked set, with whether it is hidden there."""

    hidden: bool


def figures_in(frame: pandas.DataFrame) -> Iterator[Figure]:
    """Each figure of the frame."""
    return cast("Iterator[Figure]", frame.itertuples(index=False))


def masked_figures_in(frame: pandas.DataFrame) -> Iterator[MaskedFigure]:
    """Each figure of the frame of a masked set."""
    return cast("Iterator[MaskedFigure]", frame.itertuples(index=False))


def count(table: str, row: str, actual: int | None, column: str = "", *, state: str = "",
          **about: object) -> FigureRow:
    """One count. *about* sets describes, readers, part_of, whole, quantity or same_as."""
    return _figure((table, row, column), actual, None, None, "count", state, about)


def proportion(table: str, row: str, numerator: int, denominator: int, column: str = "",
               **about: object) -> FigureRow:
    """One percentage with its two counts; its state is "no cases" if the denominator is zero."""
    actual = Fraction(100 * numerator, denominator) if denominator else None
    return _figure((table, row, column), actual, numerator, denominator, "percent",
                   "" if denominator else "no cases", about)


def rate(table: str, row: str, numerator: int, population: int, column: str = "",
         **about: object) -> FigureRow:
    """One rate per 10,000 residents aged 0 to 17."""
    return _figure((table, row, column), Fraction(10_000 * numerator, population), numerator,
                   population, "rate", "", about)


def pounds(table: str, row: str, amount: Decimal | None, column: str = "", *, state: str = "",
           **about: object) -> FigureRow:
    """One amount of money, exact to the penny: it counts nobody, and reveals no count.

    Raises ValueError if it has parts of a penny.
    """
    exact = None if amount is None else exact_pounds(amount)
    return _figure((table, row, column), exact, None, None, "pounds", state, about)


def pounds_share(table: str, row: str, part: Decimal, whole: Decimal, column: str = "",
                 **about: object) -> FigureRow:
    """One percentage of an amount of money: it has no counts. Its state is "no amount" for none.
    """
    actual = 100 * Fraction(part) / Fraction(whole) if whole else None
    return _figure((table, row, column), actual, None, None, "percent",
                   "" if whole else "no amount", about)


def mean_score(table: str, row: str, scores: Sequence[Value], column: str = "",
               **about: object) -> FigureRow:
    """The mean of several scores: it reveals no count. Its state is "no cases" without any."""
    actual = sum((Fraction(one) for one in scores), Fraction(0)) / len(scores) if scores else None
    return _figure((table, row, column), actual, None, None, "score",
                   "" if scores else "no cases", about)


def relation(name: str, terms: Mapping[Aspect, int], least: int | None = 0,
             most: int | None = 0) -> FigureRow:
    """What a reader knows of several counts: the sum of factor x count is *least* to *most*.

    *terms* has the factor of each count, by the place of its figure and its aspect: "cases" (of a
    count, or a numerator), "rest" or "whole" (a denominator). None is no limit. Where a figure has
    no value, nothing is known.
    """
    limits = tuple((place, aspect, by) for (place, aspect), by in terms.items()), least, most
    return _figure(("relations", name, ""), None, None, None, "relation", "",
                   {"readers": NOBODY, "describes": NOBODY, "relation": limits})


def counts(table: str, values: Mapping[str, Any], *, column: str = "", total: bool = True,
           describes: str = "child", one: Callable[..., FigureRow] = count, **of_total: object
           ) -> list[FigureRow]:
    """A column of counts by label, with their total last; *of_total* sets columns of the total.

    *one* makes each figure: :func:`pounds` for amounts of money.
    """
    rows = [one(table, label, number, column, describes=describes)
            for label, number in values.items()]
    if total:
        total_row = one(table, TOTAL, sum(values.values()), column, describes=describes)
        rows.append(total_row | of_total)
    return rows


def together(*frames: pandas.DataFrame) -> pandas.DataFrame:
    """Several frames of figures in one frame, so that they are masked together."""
    return pandas.concat(frames, ignore_index=True)


def with_readers(rows: Iterable[FigureRow], readers: str) -> list[FigureRow]:
    """The same figures, for these readers only."""
    return [{**row, "readers": readers} for row in rows]


def frame(rows: Iterable[FigureRow]) -> pandas.DataFrame:
    """Put figures together in one frame.

    Raises ValueError for a printed figure that describes nobody: it would never be masked.
    """
    found = pandas.DataFrame(list(rows), columns=list(COLUMNS), dtype=object)
    bare = found[(found["describes"] == NOBODY) & (found["readers"] != NOBODY)]
    if len(bare):
        place = " / ".join(filter(None, bare.iloc[0][["table", "row", "column"]]))
        raise ValueError(f"{place} is printed and describes nobody: say whom it describes")
    return found


def _figure(place: Place, actual: Value | None, numerator: int | None,
            denominator: int | None, unit: str, state: str, about: Mapping[str, object]
            ) -> FigureRow:
    table, row, column = place
    return {"table": table, "row": row, "column": column, "actual": actual,
            "numerator": numerator, "denominator": denominator, "unit": unit, "state": state,
            "describes": "child", "part_of": (), "whole": None, "quantity": None,
            "readers": EVERYONE, "same_as": None, "relation": None, **about}
