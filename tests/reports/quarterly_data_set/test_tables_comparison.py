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
from pscb_lib.board.indicators.roles import Role
from pscb_lib.disclosure.outsider.others import is_of_others
from pscb_lib.framework.spellings import parse_year
from pscb_lib.page.asking import Known
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.comparison import (
    KINDS,
    list_far,
    plot_comparisons,
)
from pscb_lib.reports.quarterly_data_set.page.releases import say_releases

YEAR = parse_year("2013-14")
PUBLIC = Known("public", date(2015, 1, 31))
SET = NeighbourSet("Here", "2025 model", YEAR, None, date(2014, 6, 1), ("A", "B"))
FOUND = Comparison(
    Measure("V1", "Visits", Unit.PERCENT, {}), "Here", "Around here", YEAR,
    {"Here": Decimal("91.8"), "England": Decimal("94.46"), "Around here": Mark.SUPPRESSED}, SET,
    Fraction(931, 10), 3, 11, "C", date(2014, 10, 30), date(2014, 10, 30), False)
SHOWN, HIDDEN = (assessed(indicator(), pair, audience="board") for pair in ((80, 90), (2, 90)))


def blocks_of(*given):
    found = {one.indicator.id: comparison for one, comparison in given}
    return plot_comparisons([one for one, _ in given], found, PUBLIC).blocks


def test_a_strip_has_the_area_england_the_region_and_the_rank():
    (chart,) = blocks_of((SHOWN, FOUND))

    assert chart.caption == "Visits in time: 2.7 points worse than England"  # 91.8 and 94.46
    assert chart.subtitle == "Percentage points from England, 2013/14. Higher is better."
    assert chart.data.columns == ["indicator", "year", "released_on", "Here", "England",
                                  "Around here", "A", "B", "neighbours' median", "rank", "ranked",
                                  "band"]
    assert chart.data.rows == [["Visits in time", "2013-14", "2014-10-30", 91.8, 94.46,
                                "not published (small numbers)", None, None, 93.1, 3, 11, "C"]]
    assert chart.alt == "Visits in time: 2.7 points worse than England"
    assert chart.note is None


def test_the_releases_and_the_neighbours_are_said_once_for_all_figures():
    said = say_releases([SHOWN], {"V1": FOUND})
    assert said.startswith("Figures of others: 2013/14, published October 2014. Rates are")
    assert "(2025 model)" in said
    assert say_releases([SHOWN], {}) is None


def test_a_figure_ends_with_the_question_of_its_farthest_line():
    board, one = Known("board", date(2015, 1, 31)), SHOWN.indicator
    _, question = plot_comparisons([SHOWN], {"V1": FOUND}, board).blocks
    assert (question.id, question.words, question.owner) == ("ask-v1", one.question, one.lead)
    _, led = plot_comparisons([SHOWN], {"V1": FOUND}, board, [SHOWN]).blocks
    assert led.words == "See [](#ask-v1)."  # it is asked already
    assert list_far([SHOWN], {"V1": FOUND}) == [SHOWN]
    both = {"V1": FOUND, "V2": FOUND}
    assert list_far([SHOWN, replace(HIDDEN, indicator=indicator(id="V2"))], both) == []


def test_what_is_farthest_and_better_has_no_question():
    better = replace(FOUND, figures={**FOUND.figures, "Here": Decimal("99")})
    assert list_far([SHOWN], {"V1": better}) == []


def test_a_hidden_figure_has_neither_its_own_year_nor_a_rank():
    others = replace(FOUND, figures={**FOUND.figures, "Around here": Decimal("90")})
    (chart,) = blocks_of((HIDDEN, others))

    assert "91.8" not in chart.svg + chart.alt + str(chart.data.rows)
    assert chart.data.rows[0][3] is None
    assert chart.data.rows[0][-3:] == [None, 11, None]
    assert chart.caption == "Here and its region"
    assert chart.alt == ("Here and its region: Here against England: Visits in time not shown.")


def test_a_headline_is_of_the_figures_that_are_shown():
    (chart,) = blocks_of((HIDDEN, FOUND), (assessed(indicator(id="V2", title="Reviews"), (80, 90)),
                                           FOUND))

    assert chart.caption == "Reviews: 2.7 points worse than England"


def test_a_figure_that_is_printed_as_england_s_is_called_neither_better_nor_worse():
    figures = {**FOUND.figures, "Here": Decimal("94.52"), "England": Decimal("94.48")}
    (chart,) = blocks_of((SHOWN, replace(FOUND, figures=figures)))
    assert chart.caption == "Visits in time: the same as England"


def test_without_a_set_of_neighbours_there_is_no_column_of_them():
    alone = replace(FOUND, neighbours=None, median=None, rank=None, band=None)
    (chart,) = blocks_of((SHOWN, alone))

    assert chart.data.columns == ["indicator", "year", "released_on", "Here", "England",
                                  "Around here"]
    assert say_releases([SHOWN], {"V1": alone}) == (
        "Figures of others: 2013/14, published October 2014. Rates are per 10,000 residents aged 0 "
        "to 17. Statistical neighbours of that time: none held.")


@pytest.mark.parametrize(("polarity", "kind", "caption"), [
    pytest.param(NEUTRAL, "Neither is better.", "Visits in time: 2.7 points below England",
                 id="neutral"),
    pytest.param(LOWER, "Lower is better.", "Visits in time: 2.7 points better than England",
                 id="lower"),
])
def test_a_percentage_is_points_from_england_whichever_way_is_better(polarity, kind, caption):
    target = None if polarity is NEUTRAL else "95"
    (chart,) = blocks_of((assessed(indicator(target, polarity), (80, 90)), FOUND))
    assert chart.caption == caption
    assert chart.subtitle == f"Percentage points from England, 2013/14. {kind}"


def test_rates_and_percentages_are_two_figures_and_the_ways_two_groups_of_one():
    rate = replace(FOUND, measure=replace(FOUND.measure, unit=Unit.RATE))
    neutral = indicator(None, NEUTRAL, id="V2", title="Reviews")
    rates, percentages = blocks_of(
        (assessed(neutral, (80, 90)), FOUND), (SHOWN, FOUND),
        (assessed(replace(neutral, id="V3", title="Plans"), (80, 90)), rate))
    assert (rates.id, percentages.id) == ("comparisons-rates", "comparisons-percentages")
    assert rates.subtitle == "Per cent of England's figure, 2013/14. Neither is better."
    assert "Neither" not in percentages.subtitle
    ways = [percentages.svg.index(f">{one}<") for one in (
        "Higher is better", "Visits in time", "Neither is better", "Reviews")]
    assert ways == sorted(ways)


def test_both_releases_are_named_where_years_differ():
    other = assessed(indicator(id="V2", title="Reviews"), (80, 90))
    later = replace(FOUND, year=parse_year("2012-13"))
    assert say_releases([SHOWN, other], {"V1": FOUND, "V2": later}).startswith(
        "Figures of others: 2013/14, published October 2014; 2012/13, published")


def test_no_comparison_is_said_if_nothing_is_known_of_others():
    known = replace(SHOWN, indicator=replace(SHOWN.indicator, role=Role.REFERRALS))
    (said,) = plot_comparisons([known], {}, PUBLIC).blocks
    assert said.words == "Nothing that others publish was known on the day of the report."


def test_where_no_indicator_has_a_role_the_comparison_says_what_it_needs():
    (said,) = plot_comparisons([SHOWN], {}, PUBLIC).blocks
    assert said.words == ("No indicator in the Board's register has a role; this part needs those "
                          "of which figures are published, such as 'referrals'.")


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_figure_of_comparisons_prints_is_known_to_be_published_by_others(kind):
    assert is_of_others(f"comparisons-{kind}")
