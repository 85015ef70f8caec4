"""Whether the records agree with what was typed into the quarterly data set: table and question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, indicators_for, read_indicators
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import listed, small
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page import blocks
from pscb_lib.page.blocks import (
    Column,
    Data,
    Group,
    Place,
    Prose,
    Question,
    Several,
    Sheet,
    Table,
)
from pscb_lib.page.tables.counts import figure_cell, plain_counts, plain_value
from pscb_lib.page.words.shown import joined

TYPED, COUNTED = "agreement_data_set", "agreement_records"
CAPTION = "The records, and what was typed into the quarterly data set"
RATED = ("Until its lead says which is right, the quarterly data set rates the typed figure; this "
         "paper uses what the records give.")
WHICH = "Which is right, the data set or the records?"
COLUMNS = ["id", "indicator", "quarter", "data_set", "data_set_numerator", "data_set_denominator",
           "records", "records_numerator", "records_denominator"]
Pair = tuple[Indicator, str, ShownFigure, ShownFigure]  # with the quarter; typed, then counted


def tabulate_agreement(context: Context, shown: Shown) -> Table | Several | None:
    """Tabulate each indicator of which the two differ, and say that the others are the same.

    Where none differs it is said alone; all are in the spreadsheet. What the data set lacks is
    named. None if nothing is compared.
    """
    pairs = [*_pairs(context, shown)]
    if not pairs:
        return None
    differing = [pair for pair in pairs if _differ(*pair[2:])]
    said = joined(_say_others([pair for pair in pairs if pair not in differing], bool(differing)),
                  _say_untyped(context, shown))
    columns = [Column("Indicator", width=3), Column("Quarter", width=1.2),
               Column("Data set", "end"), Column("Records", "end")]
    rows = [[blocks.cell(one.title, one.id), blocks.cell(quarter), figure_cell(typed),
             figure_cell(counted)]
            for one, quarter, typed, counted in differing]
    data = [[one.id, one.title, quarter, plain_value(typed), *plain_counts(typed),
             plain_value(counted), *plain_counts(counted)]
            for one, quarter, typed, counted in pairs]
    if not differing:
        return Several([Prose(said) if said else None,
                        Sheet("agreement", CAPTION, Data(COLUMNS, data))])
    return Table("agreement", CAPTION, columns, [Group(None, rows)], Data(COLUMNS, data),
                 note=joined(RATED, said))


def _say_others(others: Sequence[Pair], is_some: bool) -> str | None:
    """That the others are the same in both; it is not said how many, as some may be hidden."""
    if not any(not (typed.hidden or counted.hidden) for *_, typed, counted in others):
        return None
    whose = ("The other figures that both have are" if is_some else
             "The figures that the records and the quarterly data set both have are")
    return f"{whose} the same, as far as they are shown."


def _say_untyped(context: Context, shown: Shown) -> str:
    """Name the figures that the records give and that nobody supplied for the data set."""
    lacking = [f"{small(one.title)} in {quarter}" for one, column, quarter in _typed(context, shown)
               if not shown.has(COUNTED, one.id, column)]
    return f"Not supplied for the data set: {listed(lacking)}." if lacking else ""


def ask_agreement(context: Context, shown: Shown, place: Place | None = None
                  ) -> Question | None:
    """Ask which is right where the two differ; None if they agree, or for the public.

    The table above the question has the figures.
    """
    differing = [pair for pair in _pairs(context, shown) if _differ(*pair[2:])]
    if not differing or context.audience == "public":
        return None
    owners = dict.fromkeys(one.lead for one, *_ in differing)
    asked = [f"{one.title} in {quarter}." for one, quarter, *_ in differing]
    return Question("agreement_asked", f"{WHICH} {' '.join(asked)}", listed([*owners]), place=place)


def _pairs(context: Context, shown: Shown) -> Iterator[Pair]:
    """The typed and the counted figure of each indicator, by quarter, as the register orders them.
    """
    for one, column, quarter in _typed(context, shown):
        if shown.has(COUNTED, one.id, column):
            yield (one, quarter, shown.get(TYPED, one.id, column),
                   shown.get(COUNTED, one.id, column))


def _typed(context: Context, shown: Shown) -> Iterator[tuple[Indicator, str, str]]:
    """Each indicator that stands in the data set, or should, with the column and its quarter."""
    register = read_indicators(context.params / "indicators.csv")
    for column in require_shown(shown).columns(TYPED):
        quarter = parse_period(column)
        for one in indicators_for(register, quarter):
            if shown.has(TYPED, one.id, column):
                yield one, column, quarter.name


def _differ(typed: ShownFigure, counted: ShownFigure) -> bool:
    if typed.hidden or counted.hidden:
        return False
    return (typed.value, typed.numerator, typed.denominator) != (
        counted.value, counted.numerator, counted.denominator)
