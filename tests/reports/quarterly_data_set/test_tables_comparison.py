"""The comparison with others as dot strips, which show nothing of a hidden figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from invented import LOWER, NEUTRAL, assessed, indicator

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.neighbours import NeighbourSet
from pscb_lib.board.comparators.register import Mark
from pscb_lib.board.indicators import Unit
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.comparison import plot_comparisons

YEAR = parse_year("2013-14")
SET = NeighbourSet("Here", "2025 model", YEAR, None, date(2014, 6, 1), ("A", "B"))
FOUND = Comparison(
    Measure("V1", "Visits", Unit.PERCENT, {}), "Here", "Around here", YEAR,
    {"Here": Decimal("91.8"), "England": Decimal("94.46"), "Around here": Mark.SUPPRESSED}, SET,
    Fraction(931, 10), 3, 11, "C", date(2014, 10, 30), date(2014, 10, 30), False)
SHOWN, HIDDEN = (assessed(indicator(), pair, audience="board") for pair in ((80, 90), (2, 90)))




def blocks_of(*given):
    found = {one.indicator.id: comparison for one, comparison in given}
    return plot_comparisons([one for one, _ in given], found).blocks


def test_a_strip_has_the_area_england_the_region_and_the_rank():
    (chart,) = blocks_of((SHOWN, FOUND))

    assert chart.caption == "Here does better than England in 0 of 1"
    assert chart.subtitle == "Right is better. 2013/14; each line has its own scale"
    assert chart.data.columns == ["indicator", "year", "released_on", "Here", "England",
                                  "Around here", "A", "B", "neighbours' median", "rank", "ranked",
                                  "band"]
    assert chart.data.rows == [["Visits in time", "2013-14", "2014-10-30", 91.8, 94.46,
                                "not published (small numbers)", None, None, 93.1, 3, 11, "C"]]
    assert chart.alt == ("Here does better than England in 0 of 1: Visits in time, Here 91.8%, "
                         "England 94.5%.")
    assert chart.note.startswith("For 2013/14, released October 2014. Rates are per 10,000")
    assert "(2025 model)" in chart.note


def test_a_hidden_figure_has_neither_its_own_year_nor_a_rank():
    others = replace(FOUND, figures={**FOUND.figures, "Around here": Decimal("90")})
    (chart,) = blocks_of((HIDDEN, others))

    assert "91.8" not in chart.svg + chart.alt + str(chart.data.rows)
    assert chart.data.rows[0][3] is None
    assert chart.data.rows[0][-3:] == [None, 11, None]
    assert chart.alt.startswith("Here and its region: Visits in time, Here no figure, ")


def test_a_headline_is_of_the_figures_that_are_shown():
    (chart,) = blocks_of((HIDDEN, FOUND), (assessed(indicator(id="V2"), (80, 90)),
                                           FOUND))

    assert chart.caption == "Here does better than England in 0 of 1 shown here"


def test_without_a_set_of_neighbours_there_is_no_column_of_them():
    alone = replace(FOUND, neighbours=None, median=None, rank=None, band=None)
    (chart,) = blocks_of((SHOWN, alone))

    assert chart.data.columns == ["indicator", "year", "released_on", "Here", "England",
                                  "Around here"]
    assert chart.note == (
        "For 2013/14, released October 2014. Rates are per 10,000 residents aged 0 to 17. "
        "Statistical neighbours are left out: no set that is held was in force on the day of this "
        "report.")


@pytest.mark.parametrize(("polarity", "kind", "caption"), [
    pytest.param(NEUTRAL, "context", "Here is higher than England in 0 of 1", id="neutral"),
    pytest.param(LOWER, "performance", "Here does better than England in 1 of 1", id="lower"),
])
def test_where_neither_way_is_better_there_is_a_strip_of_its_own(polarity, kind, caption):
    target = None if polarity is NEUTRAL else "95"
    (chart,) = blocks_of((assessed(indicator(target, polarity), (80, 90)), FOUND))
    assert (chart.id, chart.caption) == (f"comparisons-{kind}", caption)


def test_both_releases_are_named_where_years_differ():
    other = assessed(indicator(id="V2", title="Reviews"), (80, 90))
    later = replace(FOUND, year=parse_year("2012-13"))
    (chart,) = blocks_of((SHOWN, FOUND), (other, later))
    assert chart.note.startswith("For 2013/14, released October 2014. For 2012/13, released")


def test_no_comparison_is_said_if_nothing_is_known_of_others():
    (said,) = plot_comparisons([SHOWN], {}).blocks
    assert said.words == "Nothing that others publish was known on the day of the report."
