"""The comparison with others in words; a hidden figure has no rank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.neighbours import NeighbourSet
from pscb_lib.board.comparators.register import Mark
from pscb_lib.board.indicators import Unit
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.comparison import hide_own, say_value
from pscb_lib.reports.quarterly_data_set.page.releases import say_release

SHOWN = ShownFigure(1, None, None, "count", "", hidden=False)
HIDDEN = ShownFigure(None, None, None, "count", "", hidden=True)
RATE = Comparison(
    Measure("FD3", "Referrals per 10,000", Unit.RATE, {}), "Here", "The region",
    parse_year("2013-14"), {"Here": Decimal("620.4"), "England": Decimal("548.3")},
    NeighbourSet("Here", "2014 model", parse_year("2013-14"), None, date(2014, 6, 1), ()),
    Fraction(561), 9, 11, None,
    date(2014, 10, 29), date(2014, 10, 29), False)
PERCENT = replace(RATE, measure=replace(RATE.measure, unit=Unit.PERCENT), band="A", rank=1,
                  figures={"Here": Decimal("98.3"), "England": Decimal("9.25"),
                           "The region": Mark.SUPPRESSED})


@pytest.mark.parametrize(("value", "comparison", "expected"), [
    pytest.param(Fraction(561), RATE, "561.0", id="a rate"),
    pytest.param(Decimal("9.25"), PERCENT, "9.3%", id="a percentage rounded half up"),
    pytest.param(Mark.SUPPRESSED, PERCENT, "not published (small numbers)", id="a mark in words"),
])
def test_a_published_figure_is_said_as_printed(value, comparison, expected):
    assert say_value(value, comparison) == expected


def test_a_later_edition_says_both_days():
    assert say_release(RATE) == "published October 2014"
    later = replace(RATE, released_on=date(2024, 10, 31), is_later_edition=True)
    assert say_release(later) == ("first published October 2014; the values are as revised "
                                  "since")


def test_a_hidden_figure_is_not_in_the_comparison():
    hidden = hide_own(PERCENT, HIDDEN)
    assert ("Here" in hidden.figures, hidden.rank, hidden.band) == (False, None, None)
    assert hide_own(PERCENT, SHOWN) == PERCENT
