"""The tables of the report: times against their standards, and contacts, cases and sectors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.rag import Rag, Thresholds
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import plain_counts, plain_value, tabulate_counts
from pscb_lib.page.tables.folded import is_mostly_hidden, not_shown
from pscb_lib.page.tables.rated import (
    FEWEST_RATED,
    actual_cell,
    rating_cell,
    rating_of,
    say_unlawful,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.stuck import say_not_shown

CAPTION = "Times against their standards"
SHARES = ((places.IN_ONE, 80), (places.IN_THREE, 90), (places.IN_TWELVE, 100))  # per cent
OF_SCHOOLS = ("Keeping Children Safe in Education 2014, part four, sets the shares closed in time "
              "for schools and colleges; for others they are the Board's own.")
OF_THE_BOARD = "The shares closed in time are the Board's own."
RANKS = (Rag.RED, Rag.AMBER, Rag.GREEN)
LAST_OF_GUIDANCE = date(2021, 8, 31)  # later editions set no shares
NOTE = ("Rated on 12 months, or on the half-year where that alone is counted, if at least "
        f"{FEWEST_RATED} are counted.")


@dataclass(frozen=True)
class Standard:
    """One share: its words, its figures of the half-year and of 12 months, and its target."""

    label: str
    now: Place | None
    year: Place | None
    target: int
    set_by: SetBy


def standards_of(audience: str, on: date) -> list[Standard]:
    """The standards that a set tabulates, the law first: schools are apart in the restricted alone.

    Guidance sets the shares of schools up to a day; *on* is the last day of the period.
    """
    of_schools = SetBy.GUIDANCE if on <= LAST_OF_GUIDANCE else SetBy.LOCAL
    apart = [(places.SCHOOLS, "Schools and colleges: ", of_schools),
             (places.OTHERS, "All others: ", SetBy.LOCAL)]
    tables = apart if audience == "restricted" else [(places.CLOSED, "Closed: ", SetBy.LOCAL)]
    return [
        Standard("Referred to the Disclosure and Barring Service", None, places.REFERRED_ON, 100,
                 SetBy.LAW),
        Standard("Employer told the LADO in time", places.TOLD_IN_TIME, None, 100, SetBy.GUIDANCE),
        *(Standard(f"{words}{step[:1].lower()}{step[1:]}", (table, step, places.NOW),
                   (table, step, places.TWELVE), target, set_by)
          for table, words, set_by in tables for step, target in SHARES),
        Standard("First meeting in five working days", places.HELD_IN_TIME, None, 90,
                 SetBy.LOCAL),
    ]


def tabulate_times(shown: Shown, thresholds: Thresholds, on: date) -> Table | Prose | None:
    """Tabulate each share in time, the Red first, with whom its target is set by; not in public.
    """
    audience = require_shown(shown).audience
    if audience == "public":
        return None
    every = standards_of(audience, on)
    pairs = [(_at(shown, one.now), _at(shown, one.year)) for one in every]
    if is_mostly_hidden(figure for pair in pairs for figure in pair):
        return not_shown(CAPTION)
    lines = sorted(zip(every, pairs, strict=True), key=lambda line: _rank(line, thresholds))
    rows = [[blocks.cell(one.label), _rating(now, year, one, thresholds), _actual(now),
             _actual(year), blocks.cell(f"{one.target}%", one.set_by.value)]
            for one, (now, year) in lines]
    data = [[one.label, *_plain(now), *_plain(year), one.target, one.set_by.value]
            for one, (now, year) in lines]
    names = [f"{span}{part}" for span in ("half_year", "12_months")
             for part in ("", "_numerator", "_denominator")]
    columns = [Column("Cases and referrals", width=3), Column("Rating", width=1.1),
               Column("Half-year", "end"), Column("12 months", "end"), Column("Target", "end", 0.9)]
    return Table("times", CAPTION, columns, [Group(None, rows)],
                 Data(["standard", *names, "target", "set_by"], data), is_main=True,
                 note=joined(
                     NOTE, OF_SCHOOLS if on <= LAST_OF_GUIDANCE else OF_THE_BOARD, say_unlawful(
                         {one.label: figure for one, (now, year) in lines if one.set_by is SetBy.LAW
                          and (figure := _longer(now, year))},
                         thresholds), say_not_shown(shown, on)))


def _at(shown: Shown, place: Place | None) -> ShownFigure | None:
    return shown.get(*place) if place and shown.has(*place) else None


def _rank(line: tuple[Standard, tuple[ShownFigure | None, ShownFigure | None]],
          thresholds: Thresholds) -> int:
    """The Red, and what falls short of the law though it is of few, Amber, Green, the others."""
    standard, pair = line
    figure = _longer(*pair)
    if figure is None or figure.value is None:
        return len(RANKS)
    found = rating_of(figure, standard.target, thresholds)
    if found is None and standard.set_by is SetBy.LAW and figure.value < standard.target:
        return 0
    return RANKS.index(found) if found in RANKS else len(RANKS)


def _rating(now: ShownFigure | None, year: ShownFigure | None, standard: Standard,
            thresholds: Thresholds) -> Cell:
    figure = _longer(now, year)
    return (rating_cell(figure, standard.target, thresholds, standard.set_by) if figure
            else blocks.cell("–"))


def _longer(now: ShownFigure | None, year: ShownFigure | None) -> ShownFigure | None:
    """The figure that is rated: that of 12 months, where it is a share."""
    return year if year is not None and year.unit == "percent" else now


def _actual(figure: ShownFigure | None) -> Cell:
    return actual_cell(figure) if figure else blocks.cell("–")


def _plain(figure: ShownFigure | None) -> list[int | float | str | None]:
    return [None] * 3 if figure is None else [plain_value(figure), *plain_counts(figure)]


def tabulate_contacts(shown: Shown) -> Table | Prose | None:
    """Tabulate the contacts of each financial year by kind; the Board has the half-years alone."""
    if require_shown(shown).audience == "board":
        return None
    return tabulate_counts(shown, places.YEARS, "Contacts of each financial year",
                           "Financial year", note="Advice and referrals add up to the contacts.")


def tabulate_open(shown: Shown) -> Table | Prose | None:
    """Tabulate the cases of the half-year: open + new = ended + open. Restricted alone."""
    if require_shown(shown).audience != "restricted":
        return None
    return tabulate_counts(shown, places.STOCK, "Cases in the half-year", "Cases",
                           note="Open at the start + new = ended + open at the end.")


def tabulate_sectors(shown: Shown) -> Table | Prose | None:
    """Tabulate the referrals of each sector in 12 months and in two years. Restricted alone."""
    if require_shown(shown).audience != "restricted" or not shown.rows(places.ALL_SECTORS):
        return None
    return tabulate_counts(shown, places.ALL_SECTORS, "Referrals of each sector", "Sector")


def tabulate_groups(shown: Shown) -> Table | Prose | None:
    """Tabulate the referrals of each half-year by group of sectors. Restricted alone."""
    if require_shown(shown).audience != "restricted":
        return None
    short = {title: _short(title) for title in shown.columns(places.SECTORS_BY_HALF)}
    return tabulate_counts(shown, places.SECTORS_BY_HALF, "Referrals of each half-year by sector",
                           "Sector", heads=short)


def _short(title: str) -> str:
    """The title of a half-year with short months: Oct 2013 to Mar 2014."""
    return " ".join(word[:3] if word.isalpha() and word != "to" else word
                    for word in title.split())
