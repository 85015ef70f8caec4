"""No hidden small count can be worked out from the panel's paper, whatever deaths a year has.

Random subsets of the sample's deaths are measured and masked, and an outsider attacks the rest with
all relations between the figures. These are written down here from the definitions and not taken
from the measures.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pandas
import pytest
from outsider import programmed

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.figures import NOBODY, TOTAL
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.disclosure.outsider.attack import find_worked_out
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.releases import release_of
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell
from pscb_lib.disclosure.showing import Shown, show
from pscb_lib.reports.cdop_annual import places as at
from pscb_lib.reports.cdop_annual.measures import measure_cdop
from pscb_lib.reports.cdop_annual.measures.bands import (
    BROADER,
    CATEGORY,
    CATEGORY_GROUPS,
    NOT_KNOWN,
)
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS

ROOT = Path(__file__).parents[3]
YEARS = ("2009/10", "2010/11", "2011/12", "2012/13", "2013/14")
FOUND_YEARS = YEARS[1:]
AREA = "Peterborough"
SMALL = range(1, 6)
FEWEST = 3  # values that must stay possible
OF, REST = "of", "the rest"  # mark the denominator of a percentage, and what is not counted
UNPRINTED = ("rest", "took")

MASKED_FOR = {"board": ("child",), "public": ("child", "agency")}


def sums(figures: pandas.DataFrame) -> Iterator[tuple[list, list]]:
    """Return both sides of all additive relations, from the figures' definitions."""
    rows = {table: [row for row in dict.fromkeys(part["row"]) if row != TOTAL]
            for table, part in figures.groupby("table")}
    notified, done = (at.NOTIFIED, TOTAL, at.PANEL), (at.COMPLETED, TOTAL, at.PANEL)
    found = [(at.COMPLETED, year, at.PANEL) for year in FOUND_YEARS]
    for table in (at.AGE, at.SEX, at.ETHNICITY, at.PLACE, at.EXPECTED, at.KNOWN):
        yield [(table, row, "") for row in rows[table]], [(table, TOTAL, "")]
        yield [(table, TOTAL, "")], [notified]
    for table in (at.CATEGORY, at.MODIFIABLE):
        yield [(table, row, "") for row in rows[table]], [(table, TOTAL, "")]
        yield [(table, TOTAL, "")], found
    for table in (at.NOTIFIED, at.COMPLETED):
        for whose in (at.PANEL, AREA):
            yield [(table, year, whose) for year in YEARS], [(table, TOTAL, whose)]
    yield from of_groups(rows)
    yield from of_area(rows)
    yield from of_shares(figures, found)
    yield from of_work(figures, rows, notified, done)


def of_groups(rows) -> Iterator[tuple[list, list]]:
    """Groups of categories against modifiable factors."""
    columns = (at.WITH, at.WITHOUT, TOTAL)
    for column in columns:
        yield [(at.BY_GROUP, row, column) for row in rows[at.BY_GROUP]], [
            (at.BY_GROUP, TOTAL, column)]
    for row in (*rows[at.BY_GROUP], TOTAL):
        yield [(at.BY_GROUP, row, at.WITH), (at.BY_GROUP, row, at.WITHOUT)], [
            (at.BY_GROUP, row, TOTAL)]
    for label, codes in CATEGORY_GROUPS.items():
        yield [(at.CATEGORY, CATEGORY[code], "") for code in codes], [(at.BY_GROUP, label, TOTAL)]
    yield [(at.BY_GROUP, TOTAL, TOTAL)], [(at.CATEGORY, TOTAL, "")]
    yield [(at.BY_GROUP, TOTAL, at.WITH)], [at.WITH_FACTORS]


def of_area(rows) -> Iterator[tuple[list, list]]:
    """The area's broad rows, and the rest of the panel, which is not printed."""
    totals = {at.AREA_AGE: [(at.NOTIFIED, TOTAL, AREA)],
              at.AREA_EXPECTED: [(at.NOTIFIED, TOTAL, AREA)],
              at.AREA_MODIFIABLE: [(at.COMPLETED, year, AREA) for year in FOUND_YEARS]}
    for table, total in totals.items():
        name = table.removeprefix("area_")
        yield [(table, row, "") for row in rows[table]], [(table, TOTAL, "")]
        yield [(table, TOTAL, "")], total
        for broad in rows[table]:
            yield [(table, broad, ""), ("rest", table, broad)], [
                (name, row, "") for row in rows[name] if BROADER[name].get(row, row) == broad]
    for table in (at.NOTIFIED, at.COMPLETED):
        for year in (*YEARS, TOTAL):
            yield [(table, year, AREA), ("rest", table, year)], [(table, year, at.PANEL)]


def of_shares(figures, found) -> Iterator[tuple[list, list]]:
    """Numerators and denominators that are counted elsewhere too."""
    share, = ((at.MODIFIABLE_SHARE, one, "") for one in figures.loc[
        figures["table"] == at.MODIFIABLE_SHARE, "row"])
    national, = ((at.NATIONAL, one, at.SHARE) for one in figures.loc[
        figures["table"] == at.NATIONAL, "row"] if one.startswith(at.PANEL))
    yield [share], [at.WITH_FACTORS]
    yield [(*share, OF)], [at.WITH_FACTORS, at.NONE_FOUND]
    yield [national], [at.WITH_FACTORS]
    yield [(*national, OF)], found
    yield [(*at.RESPONDED, OF)], [at.UNEXPECTED]
    for row in set(figures.loc[figures["table"] == at.DOMAINS, "row"]):
        yield [(at.DOMAINS, row, "", OF), ("rest", at.DOMAINS, row)], found
    for row in figures.loc[figures["column"] == at.DEATHS, "row"]:
        whose, years = row.split(", ")
        for column in (at.DEATHS, at.RATE, at.LOWER, at.UPPER):
            yield [(at.NOTIFIED, year, whose) for year in years.split(" and ")], [
                (at.RATES, row, column)]


def of_work(figures, rows, notified, done) -> Iterator[tuple[list, list]]:
    """Open reviews, time taken and waited for, referrals and recommendations."""
    yield [at.BROUGHT_FORWARD, (at.NOTIFIED, YEARS[-1], at.PANEL)], [
        (at.COMPLETED, YEARS[-1], at.PANEL), at.OPEN]
    span = f"{YEARS[0]} to {YEARS[-1]}"
    for limit in (at.UNDER_6, at.UNDER_12):
        yield [(at.TIME, limit, YEARS[-1], OF)], [(at.COMPLETED, YEARS[-1], at.PANEL)]
        yield [(at.TIME, limit, span, OF)], [done]
    bands = {band: [("took", band, name) for name in ("this year", "earlier")]
             for band in (at.UNDER_6, at.SIX_TO_11, at.FROM_12)}
    for limit, those in ((at.UNDER_6, [at.UNDER_6]), (at.UNDER_12, [at.UNDER_6, at.SIX_TO_11])):
        yield [(at.TIME, limit, span)], [one for band in those for one in bands[band]]
        yield [(at.TIME, limit, YEARS[-1])], [bands[band][0] for band in those]
    yield [bands[band][0] for band in bands], [(at.COMPLETED, YEARS[-1], at.PANEL)]
    yield [one for those in bands.values() for one in those], [done]
    for column in (at.SIX_TO_11, at.FROM_12):
        yield [(at.WAITING, TOTAL, column)], bands[column]
    for table, columns in ((at.WAITING, (at.SIX_TO_11, at.FROM_12)),
                           (at.LEARNING, (at.NOT_DONE, at.NO_EVIDENCE, at.EVIDENCED))):
        for column in (*columns, TOTAL):
            yield [(table, row, column) for row in rows.get(table, [])], [(table, TOTAL, column)]
        for row in (*rows[table], TOTAL):
            yield [(table, row, column) for column in columns], [(table, row, TOTAL)]
    for column in (at.NOT_DONE, at.NO_EVIDENCE, at.EVIDENCED) if at.OWNERS in rows else ():
        yield [(at.OWNERS, row, column) for row in rows[at.OWNERS]], [(at.OWNERS, TOTAL, column)]
        yield [(at.OWNERS, TOTAL, column)], [(at.LEARNING, TOTAL, column)]
    yield [(at.CASE_REVIEWS, row, "") for row in rows[at.CASE_REVIEWS]], [at.REFERRED]
    yield [at.REFERRED, ("rest", at.CASE_REVIEWS, "")], [notified]


@pytest.fixture(scope="module")
def sample():
    """The shipped return, and the report it is for."""
    with chdir(ROOT):
        context = open_context("2013-14", "2015-01-31", "pscb_lib/samples", "restricted")
        return context, DEATHS.read_for(context)


def drawn(sample, seed: int) -> pandas.DataFrame:
    """Return the figures of a random part of the sample's deaths, from a few to nearly all."""
    context, checked = sample
    chance = random.Random(seed)
    share = chance.random()
    kept = [chance.random() < share for _ in range(len(checked.frame))]
    return measure_cdop(context, replace(checked, frame=checked.frame[kept]))


def numbers(figure) -> dict[tuple, int]:
    """Return the counts of one figure: its own, or numerator, remainder and denominator."""
    place = (figure.table, figure.row, figure.column)
    if figure.unit == "count":
        return {} if figure.actual is None else {place: figure.actual}
    if figure.unit == "rate":
        return {place: figure.numerator}
    return {place: figure.numerator, (*place, REST): figure.denominator - figure.numerator,
            (*place, OF): figure.denominator}


class Outsider:
    """What a reader of one set can work out; a hidden count is zero only if zeros are hidden."""

    def __init__(self, figures: pandas.DataFrame, shown: Shown) -> None:
        figures = for_audience(figures, shown.audience)
        printed = [one for one in figures.itertuples() if one.readers != NOBODY]
        self.exact = {place: number for one in printed for place, number in numbers(one).items()}
        self.hidden = {place: one for one in printed for place in numbers(one)
                       if shown.get(one.table, one.row, one.column).hidden}
        withheld = {(place[0], place[2]) for place in self.hidden
                    if self._is_count(place) and not self.exact[place]}
        cells = [Cell(" / ".join(place), number, is_hidden=place in self.hidden,
                      least=int(self._is_count(place) and (place[0], place[2]) not in withheld))
                 for place, number in self.exact.items()]
        relations = [one for left, right in self._sums(figures)
                     if (one := self._relation(left, right))]
        named = {cell.name for cell in cells}
        cells += [Cell(name, 0, is_hidden=True, least=0) for name in dict.fromkeys(
            name for one in relations for name, _ in one.terms) if name not in named]
        self.system = SimpleNamespace(cells=cells, relations=relations)

    def _is_count(self, place: tuple) -> bool:
        return len(place) == 3 and (*place, OF) not in self.exact

    def _sums(self, figures) -> Iterator[tuple[list, list]]:
        yield from sums(figures)
        for place in self.exact:
            if place[-1] == OF:
                yield [place[:3], (*place[:3], REST)], [place]

    def _relation(self, left: list, right: list) -> Relation | None:
        """Return one relation: a missing row counts zero; without a right-hand side there is none.
        """
        terms = [(" / ".join(place), by) for side, by in ((left, 1), (right, -1))
                 for place in side if place in self.exact or place[0] in UNPRINTED]
        has_right = all(place in self.exact or place[0] in UNPRINTED for place in right)
        return Relation(tuple(terms)) if has_right else None

    def revealed(self, masked: tuple[str, ...]) -> dict[tuple, tuple[int, int]]:
        """Return the hidden small counts with fewer than three possible values."""
        found = {}
        for place, figure in self.hidden.items():
            if figure.describes in masked and self.exact[place] in SMALL:
                least, most = programmed(self.system, (), " / ".join(place))
                if most - least + 1 < FEWEST:
                    found[place] = (least, most)
        return found


@pytest.mark.parametrize("audience", ["board", "public"])
@pytest.mark.parametrize("seed", [6, 12, *(
    pytest.param(seed, marks=pytest.mark.slow) for seed in range(40) if seed not in (6, 12))])
def test_no_hidden_small_count_of_random_deaths_is_revealed(sample, seed, audience) -> None:
    figures = drawn(sample, seed)
    shown = show(figures, audience, sample[0].settings.profile)

    revealed = Outsider(figures, shown).revealed(MASKED_FOR[audience])
    assert not revealed or refused(figures, shown, audience, sample[0].settings.profile), revealed


def refused(figures, shown, audience, profile):
    """Whether the audit finds a leak too, so that the set is not published."""
    found = Finished(Path("set"), figures=from_json(shown.as_plain()),
                     front={"audience": audience, "as_of": "2015-01-31"})
    one = release_of("c/set/cdop_annual", "c/cdop_annual", found, figures, profile)
    return find_worked_out([one], audience, profile) != []


def test_the_outsider_finds_counts_that_undeclared_relations_reveal(sample) -> None:
    figures = drawn(sample, 12)
    figures["whole"] = None  # no figure says that the response is of the unexpected deaths
    shown = show(figures, "board", sample[0].settings.profile)

    assert Outsider(figures, shown).revealed(MASKED_FOR["board"]) == {
        (at.EXPECTED, NOT_KNOWN, ""): (4, 4)}
