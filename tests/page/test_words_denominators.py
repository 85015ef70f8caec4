"""What a page says of the estimates that its rates divide by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.framework.spellings import parse_year
from pscb_lib.page.words.denominators import say_denominators

EDITION = "Denominators are estimates as revised since."


@pytest.fixture
def context(monkeypatch):
    monkeypatch.chdir(ROOT)
    return open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", "board")


@pytest.mark.parametrize(("as_of", "years", "provisional"), [
    pytest.param(date(2015, 1, 31), ("2013-14", "2014-15"),
                 "Provisional denominator of rates for 2014/15: mid-2013, the newest "
                 "known. ", id="one year"),
    pytest.param(date(2014, 5, 31), ("2012-13", "2013-14", "2014-15"),
                 "Provisional denominator of rates for 2013/14 and 2014/15: mid-2012, the "
                 "newest known. ", id="two years"),
    pytest.param(date(2015, 7, 31), ("2013-14", "2014-15"), "", id="none is provisional"),
])
def test_a_page_names_provisional_and_later_denominators(context, as_of, years, provisional):
    said = say_denominators(replace(context, as_of=as_of), [parse_year(one) for one in years])

    assert said == provisional + EDITION


def test_of_an_edition_of_its_day_nothing_is_said(context):
    later = replace(context, as_of=date(2024, 11, 1))

    assert say_denominators(later, [parse_year("2013-14")]) is None


def test_where_a_later_edition_alone_is_held_the_page_says_why_there_is_no_rate(context):
    strict = replace(context, settings=replace(context.settings, later_editions=False))

    assert say_denominators(strict, [parse_year("2013-14"), parse_year("2014-15")]) == (
        "No rate for 2014/15: the estimate of residents that is held is of a later edition, the "
        "Department for Education's release of October 2024 (rebased). The setting later_editions "
        "lets a paper use it, and say so.")


def test_without_an_estimate_nothing_is_said(context):
    assert say_denominators(context, [parse_year("2010-11")]) is None
