"""The comparison with others, against an independent calculation from the published tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas
import pytest

from pscb_lib.board.comparators.mapping import Measure, read_measures
from pscb_lib.board.comparators.neighbours import FILE as NEIGHBOURS
from pscb_lib.board.comparators.neighbours import NeighbourSet, read_neighbours
from pscb_lib.board.comparators.register import Benchmark, Mark, known_benchmarks, read_benchmarks
from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import Unit, indicators_for, read_indicators
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.reports.quarterly_data_set.measures.comparison import (
    compare,
    list_later,
    measure_comparisons,
)
from pscb_lib.reports.quarterly_data_set.page.releases import say_later_editions

PROJECT = Path(__file__).parents[3]
SHARED = PROJECT.parent / "shared" / "data"
COLUMNS = {"FD3": "referrals_rate_10k", "FD5": "re_referrals_pct", "FD6": "referrals_nfa_pct",
           "CN1": "cin_31mar_rate_10k", "CP1": "s47_rate_10k", "CP3": "icpc_within_15d_pct",
           "CP5": "cpp_31mar_rate_10k", "CP8": "cpp_second_or_subsequent_pct",
           "CP10": "cpp_ended_2yrs_plus_pct", "CP11": "cpp_reviewed_on_time_pct"}
RELEASED = date(2014, 10, 29)
RATE = Measure("FD5", "Re-referrals", Unit.PERCENT, {})
OTHERS = ("A", "B", "C", "D", "E")


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        return open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", "board")


@pytest.fixture(scope="module")
def indicators(context):
    register = read_indicators(context.params / "indicators.csv")
    return indicators_for(register, context.period)


def benchmark(area, value, year="2013-14", released_on=RELEASED):
    return Benchmark("FD5", area, parse_year(year), value, None, None, RELEASED, released_on, "a")


def figures(own="20", others=("10", "15", "25", "30", "35"), **given):
    return [benchmark("Peterborough", own if isinstance(own, Mark) else Decimal(own), **given),
            *(benchmark(name, Decimal(value), **given)
              for name, value in zip(OTHERS, others, strict=False))]


def compared(context, rows, polarity=Polarity.LOWER_IS_BETTER, members=OTHERS):
    sets = [NeighbourSet("Peterborough", "a model", parse_year("2012-13"), None,
                         date(2012, 6, 1), members)]
    return compare(RATE, polarity, rows, sets, context)


def _as_if_in_force(context, indicators, model):
    """The comparisons with the neighbours of *model*, whenever it was published."""
    long_ago = {"valid_from": parse_year("2012-13"), "published_on": date(2012, 4, 1)}
    sets = [replace(one, **long_ago) for one in read_neighbours(context.params / NEIGHBOURS)
            if one.name == model]
    known = known_benchmarks(read_benchmarks(context.params / "benchmarks.csv"), context.as_of,
                             later_editions=True)
    measures = read_measures(context.params / "benchmark_measures.csv")
    return {one.id: compare(measures[one.quantity], one.polarity, known, sets, context)
            for one in indicators if one.quantity in measures}


def test_in_january_2015_no_model_of_neighbours_that_is_held_was_known(context, indicators):
    found = measure_comparisons(context, indicators)

    assert len(found) == 11
    assert {(one.neighbours, one.median, one.rank, one.band) for one in found.values()} == {
        (None, None, None, None)}


def test_peterborough_is_compared_as_the_published_tables_have_it(context, indicators):
    if not SHARED.is_dir():
        pytest.skip("the published files are not in ../shared/data beside this project")
    found = _as_if_in_force(context, indicators, "2025 model")
    table = pandas.read_csv(SHARED / "peterborough_and_neighbours_safeguarding_2013_2024.csv")
    year = table[table["year_ending_march"] == 2014].set_index("area")
    for name, column in COLUMNS.items():
        everyone = pandas.to_numeric(year[column], errors="coerce")
        ranked = everyone.drop("England").dropna()
        one = found[name]
        place = ranked.rank(method="min", ascending=False)["Peterborough"]
        assert (one.year.label, one.rank, one.ranked) == ("2013-14", place, len(ranked)), name
        assert float(one.figures["England"]) == everyone["England"]
        assert float(one.figures["Peterborough"]) == everyone["Peterborough"]
        assert float(one.median) == pytest.approx(ranked.drop("Peterborough").median())


def test_nothing_released_after_the_day_of_the_report_is_used(context, indicators):
    strict = replace(context, settings=replace(context.settings, later_editions=False))
    assert measure_comparisons(strict, indicators) == {}


def test_what_is_held_of_later_editions_alone_is_named_with_the_setting_that_allows_it(
        context, indicators):
    strict = replace(context, settings=replace(context.settings, later_editions=False))

    assert say_later_editions(list_later(strict, indicators, {})) == (
        "Figures of 2013/14 had been published, but those held are of later editions (October "
        "2024). The setting later_editions lets a paper use them, and say so.")
    assert list_later(context, indicators, {}) == {}  # the setting allows them
    assert say_later_editions({}) is None


def test_a_later_edition_of_a_published_year_says_that_it_is_one(context, indicators):
    assert context.settings.later_editions
    found = measure_comparisons(context, indicators)
    assert {one.year.label for one in found.values()} == {"2013-14"}
    assert all(one.is_later_edition for one in found.values())


def test_a_report_of_today_takes_the_latest_release_of_the_year(context, indicators):
    later = replace(context, as_of=date(2024, 12, 1), period=parse_period("2014-15 Q4"))
    one = measure_comparisons(later, indicators)["FD5"]
    assert (one.year.label, one.released_on, one.is_later_edition) == (
        "2014-15", date(2024, 11, 15), False)
    assert one.figures["East of England"] == 21


@pytest.mark.parametrize(("polarity", "band"), [
    pytest.param(Polarity.LOWER_IS_BETTER, "B", id="third lowest of six"),
    pytest.param(Polarity.HIGHER_IS_BETTER, "C", id="fourth highest of six"),
    pytest.param(Polarity.NEUTRAL, None, id="none where neither way is better"),
])
def test_the_band_follows_which_way_is_better(context, polarity, band):
    one = compared(context, figures(), polarity)
    assert (one.rank, one.ranked, one.median, one.band) == (4, 6, 25, band)


def test_a_figure_that_is_a_mark_has_no_rank(context):
    one = compared(context, figures(own=Mark.SUPPRESSED))
    assert (one.rank, one.band, one.median, one.ranked) == (None, None, 25, 5)


def test_four_neighbours_make_no_median_and_no_rank(context):
    one = compared(context, figures(others=("10", "15", "25", "30")))
    assert (one.neighbours, one.median, one.rank, one.band) == (None, None, None, None)


def test_all_figures_are_of_one_release(context):
    rows = [*figures(), *figures(own="22", others=("11",), released_on=date(2014, 12, 1))]
    one = compared(context, rows)
    assert one.figures == {"Peterborough": 22, "A": 11}
    assert one.released_on == date(2014, 12, 1)


@pytest.mark.parametrize("rows", [
    pytest.param([], id="nothing is known"),
    pytest.param(figures()[1:], id="the authority has no figure"),
    pytest.param(figures(year="2015-16"), id="only a year after the report's"),
])
def test_there_is_nothing_to_compare(context, rows):
    assert compared(context, rows) is None
