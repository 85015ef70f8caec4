"""The comparison with others as a table, which shows nothing of a hidden figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from invented import assessed, indicator

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.neighbours import NeighbourSet
from pscb_lib.board.comparators.register import Mark
from pscb_lib.board.indicators import Unit
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reports.quarterly_data_set.measures.comparison import Comparison
from pscb_lib.reports.quarterly_data_set.page.comparison import tabulate_comparisons

YEAR = parse_year("2013-14")
SET = NeighbourSet("Here", "2025 model", YEAR, None, date(2014, 6, 1), ("A", "B"))
FOUND = Comparison(
    Measure("V1", "Visits", Unit.PERCENT, {}), "Here", "Around here", YEAR,
    {"Here": Decimal("91.8"), "England": Decimal("94.46"), "Around here": Mark.SUPPRESSED}, SET,
    Fraction(931, 10), 3, 11, "C", date(2014, 10, 30), date(2014, 10, 30), False)
SHOWN, HIDDEN = (assessed(indicator(), pair, audience="board") for pair in ((80, 90), (2, 90)))


def lines(table):
    return [[[line["text"] for line in cell] for cell in row] for row in table.groups[0].rows]


def test_a_row_has_the_area_england_the_region_the_median_the_rank_and_the_band():
    table = tabulate_comparisons([SHOWN], {"V1": FOUND})

    assert [column.label for column in table.columns] == [
        "Indicator", "Here", "England", "Around here", "Neighbours' median", "Place", "Band"]
    assert lines(table) == [[["Visits in time"], ["91.8%"], ["94.5%"],
                             ["not published (small numbers)"], ["93.1%"], ["3rd of 11"], ["C"]]]
    assert table.data.rows == [["Visits in time", "2013-14", "2014-10-30", 91.8, 94.46,
                                "not published (small numbers)", 93.1, 3, 11, "C"]]
    assert table.note.startswith("For 2013/14, released October 2014. Rates are per 10,000")
    assert "(2025 model)" in table.note


def test_a_hidden_figure_has_neither_its_own_year_nor_a_rank():
    table = tabulate_comparisons([HIDDEN], {"V1": FOUND})

    assert lines(table)[0][1:] == [["–"], ["94.5%"], ["not published (small numbers)"], ["93.1%"],
                                   ["–"], ["–"]]
    assert table.data.rows[0][3] is None
    assert table.data.rows[0][-3:] == [None, 11, None]


def test_without_a_set_of_neighbours_there_is_no_column_of_them():
    alone = replace(FOUND, neighbours=None, median=None, rank=None, band=None)
    table = tabulate_comparisons([SHOWN], {"V1": alone})

    assert [column.label for column in table.columns] == ["Indicator", "Here", "England",
                                                          "Around here"]
    assert lines(table) == [[["Visits in time"], ["91.8%"], ["94.5%"],
                             ["not published (small numbers)"]]]
    assert table.data.columns == ["indicator", "year", "released_on", "Here", "England",
                                  "Around here"]
    assert table.note == (
        "For 2013/14, released October 2014. Rates are per 10,000 residents aged 0 to 17. "
        "Statistical neighbours are left out: no set that is held was in force on the day of this "
        "report.")


def test_where_years_differ_each_row_says_its_own():
    other = replace(assessed(indicator(id="V2", title="Reviews"), (80, 90)))
    later = replace(FOUND, year=parse_year("2012-13"))
    table = tabulate_comparisons([SHOWN, other], {"V1": FOUND, "V2": later})

    assert [row[0] for row in lines(table)] == [
        ["Visits in time", "2013/14, released October 2014"],
        ["Reviews", "2012/13, released October 2014"]]
    assert table.note.startswith("Rates are per 10,000")


def test_no_comparison_is_said_if_nothing_is_known_of_others():
    table = tabulate_comparisons([SHOWN], {})

    assert (lines(table), table.empty) == (
        [], "Nothing that others publish was known on the day of the report.")
