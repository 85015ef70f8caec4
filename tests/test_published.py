"""Published figures as known on a day, marks and all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pscb_lib.findings import InputError
from pscb_lib.published import read_published
from pscb_lib.spellings import parse_period

PARAMS = Path(__file__).parents[1] / "params"


def read(folder, value="2634", year="2013-14", as_of=date(2015, 1, 31)):
    path = folder / "published.csv"
    path.write_text("measure,area,year,value,published_on,source\n"
                    f"Referrals,Peterborough,{year},{value},2014-10-29,SFR43/2014\n",
                    encoding="utf-8", newline="\n")
    return read_published(path, as_of)


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param("2634", Decimal("2634"), id="a count"),
    pytest.param("565.8", Decimal("565.8"), id="a rate to one decimal"),
    pytest.param("c", "Suppressed", id="c is suppressed"),
    pytest.param("x", "Not available", id="x is not available"),
    pytest.param("z", "Not applicable", id="z is not applicable"),
])
def test_a_figure_or_the_mark_printed_in_its_place(tmp_path, value, expected):
    [one] = read(tmp_path, value)
    assert (one.value, one.year) == (expected, parse_period("2013-14"))
    assert (one.measure, one.area, one.source) == ("Referrals", "Peterborough", "SFR43/2014")


@pytest.mark.parametrize(("as_of", "known"), [
    pytest.param(date(2014, 10, 28), 0, id="not the day before it was published"),
    pytest.param(date(2014, 10, 29), 1, id="on the day it was"),
])
def test_what_was_published_later_is_not_known(tmp_path, as_of, known):
    assert len(read(tmp_path, as_of=as_of)) == known


@pytest.mark.parametrize(("cells", "message"), [
    pytest.param({"value": "low"}, "published.csv, row 2, column value, value 'low': is neither a "
                 "number nor one of c, x, z; correct the cell", id="a mark we do not know"),
    pytest.param({"value": "NaN"}, "published.csv, row 2, column value, value 'NaN': is neither a "
                 "number nor one of c, x, z; correct the cell", id="no number at all"),
    pytest.param({"year": "Dec-11"}, "published.csv, row 2, column year, value 'Dec-11': is not a "
                 "financial year, such as 2014-15; correct the cell", id="2011-12 after Excel"),
])
def test_an_unsound_row_refuses_the_file(tmp_path, cells, message):
    with pytest.raises(InputError) as refusal:
        read(tmp_path, **cells)
    assert str(refusal.value) == message


def test_peterborough_referrals_are_those_the_department_published():
    figures = {(one.measure, one.area, one.year.label): one.value
               for one in read_published(PARAMS / "published.csv", date(2015, 1, 31))}
    assert figures["Referrals", "Peterborough", "2013-14"] == 2634
    assert figures["Referral rate per 10,000", "Peterborough", "2013-14"] == Decimal("565.8")
