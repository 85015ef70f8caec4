"""Which of England's published figures of child death reviews are known on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.board.national_deaths import FILE, known_national
from pscb_lib.reading.findings import InputError

HEADER = "year,group,reviews,modifiable,percent_modifiable,published_on,edition,source\n"


@pytest.fixture
def context(monkeypatch):
    monkeypatch.chdir(ROOT)
    return open_context("2013-14", "2015-01-31", "pscb_lib/samples", "board")


@pytest.mark.parametrize(("as_of", "years"), [
    pytest.param(date(2011, 7, 18), set(), id="the day before OSR 11/2011"),
    pytest.param(date(2011, 7, 19), {"2010-11"}, id="the day of OSR 11/2011"),
    pytest.param(date(2014, 7, 9), {"2010-11", "2011-12"}, id="the day before SFR21/2014"),
    pytest.param(date(2014, 7, 10), {"2010-11", "2011-12", "2013-14"}, id="its day"),
])
def test_a_year_is_known_from_the_day_of_its_own_release(context, as_of, years):
    known = known_national(replace(context, as_of=as_of))

    assert {row["year"].label for row in known} == years


@pytest.mark.parametrize(("as_of", "percent"), [
    pytest.param(date(2014, 8, 31), 22, id="in the month of the later edition, the first"),
    pytest.param(date(2014, 9, 1), 23, id="after it, the later one"),
])
def test_a_figure_is_of_the_latest_edition_that_is_out(context, tmp_path, as_of, percent):
    (tmp_path / "params").mkdir()
    (tmp_path / "params" / FILE).write_text(
        HEADER + "2013-14,All reviews,,,23,2014-07-10,revision of August 2014,a\n"
        "2013-14,All reviews,,,22,2014-07-10,SFR21/2014 of July 2014,a\n", encoding="utf-8")

    [row] = known_national(replace(context, root=tmp_path, as_of=as_of))

    assert row["percent_modifiable"] == percent


def test_a_figure_published_before_its_year_ends_is_refused(context, tmp_path):
    (tmp_path / "params").mkdir()
    (tmp_path / "params" / FILE).write_text(
        HEADER + "2013-14,All reviews,,,22,2014-03-31,SFR of March 2014,a\n", encoding="utf-8")

    with pytest.raises(InputError) as refused:
        known_national(replace(context, root=tmp_path))
    assert str(refused.value) == (
        "cdop_national.csv, row 2, column year and published_on, value '2013-14 and 2014-03-31': a "
        "year's figure cannot be published before the year ends; correct the year or the day")
