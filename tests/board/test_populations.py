"""Which mid-year estimate a year's rates divide by, as known on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.board.populations import FILE, known_populations, read_populations
from pscb_lib.reading.findings import InputError

HEADER = "year,area,code,population_0_17,published_on,edition,source\n"
FIRST, REBASED = "release of June 2014", "release of October 2024 (rebased)"


@pytest.fixture
def context(monkeypatch):
    monkeypatch.chdir(ROOT)
    return open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", "board")


@pytest.fixture
def project(context, tmp_path):
    """The context of a project whose populations are these rows of year, number, day, edition."""

    def make(*rows, area="Peterborough", later_editions=True):
        (tmp_path / "params").mkdir()
        lines = (f"{year},{area},E06000031,{people},{day},{edition},ONS\n"
                 for year, people, day, edition in rows)
        (tmp_path / "params" / FILE).write_text(HEADER + "".join(lines), encoding="utf-8")
        return replace(context, root=tmp_path, settings=replace(
            context.settings, later_editions=later_editions))

    return make


@pytest.mark.parametrize(("as_of", "year", "expected"), [
    pytest.param(date(2015, 1, 31), 2014, 46_552, id="in January 2015 the newest is mid-2013"),
    pytest.param(date(2015, 6, 24), 2014, 46_552, id="the day before mid-2014 is published"),
    pytest.param(date(2015, 6, 25), 2014, 47_564, id="the day on which it is"),
    pytest.param(date(2016, 1, 31), 2013, 46_552, id="a year keeps its own estimate"),
    pytest.param(date(2014, 6, 25), 2013, 45_392, id="mid-2013 is published on 26 June 2014"),
    pytest.param(date(2013, 6, 25), 2013, None, id="before the first of the register"),
    pytest.param(date(2018, 1, 31), 2017, 50_239, id="years that the file lacks are the suite's"),
    pytest.param(date(2015, 1, 31), 2011, None, id="an estimate is for no earlier year"),
])
def test_a_year_divides_by_the_latest_estimate_published_by_the_day(context, as_of, year,
                                                                    expected):
    assert known_populations(context, "Peterborough", as_of).get(year) == expected


@pytest.mark.parametrize(("later_editions", "expected"), [(True, 46_552), (False, 46_500)])
def test_of_two_editions_the_later_one_is_taken_where_settings_allow(project, later_editions,
                                                                     expected):
    context = project((2013, 46_500, "2014-06-26", FIRST), (2013, 46_552, "2014-06-26", REBASED),
                      later_editions=later_editions)

    assert known_populations(context, "Peterborough")[2014] == expected


@pytest.mark.parametrize(("year", "expected"), [(2017, 48_805), (2018, None)])
def test_an_estimate_stands_in_for_two_years_and_not_for_three(project, year, expected):
    context = project((2015, 48_805, "2016-06-23", REBASED), area="Norwold", later_editions=True)
    assert known_populations(context, "Norwold", date(2019, 1, 31)).get(year) == expected


def test_of_one_area_the_estimates_are_by_year():
    found = read_populations(ROOT / "params" / FILE, "Peterborough")
    assert [*found] == [*range(2012, 2025)]
    assert (found[2012], found[2013], found[2024]) == (45_392, 46_552, 57_621)


@pytest.mark.parametrize(("row", "message"), [
    pytest.param((2013, 1, "2013-06-30", FIRST),
                 "populations.csv, row 2, column year and published_on, value '2013 and "
                 "2013-06-30': an estimate cannot be published before the middle of its year; "
                 "correct the year or the day", id="too early"),
    pytest.param((2013, 1, "2014-06-26", "release of May 2014"),
                 "populations.csv, row 2, column published_on and edition, value '2014-06-26 and "
                 "release of May 2014': the edition is from before the first publication; correct "
                 "one of the two", id="an edition before the first"),
    pytest.param((2013, 1, "2014-06-26", "rebased"),
                 "populations.csv, row 2, column edition, value 'rebased': does not name the month "
                 "of the release, such as: release of October 2024 (rebased); correct the cell",
                 id="no month"),
])
def test_a_row_that_cannot_be_is_refused(project, row, message):
    with pytest.raises(InputError) as refused:
        known_populations(project(row), "Peterborough")
    assert str(refused.value) == message
