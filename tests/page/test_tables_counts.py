"""The plain table of figures."""

import pytest

from pscb_lib.disclosure import figures
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.page.tables.counts import figure_cell, plain_value, tabulate_counts

HIDDEN = "Not shown: small numbers"
ROWS = [*figures.counts("areas", {"North": 3, "South": 1200, "East": 20, "West": 7}),
        figures.proportion("seen", "In time", 31, 52), figures.rate("seen", "Rate", 2634, 46552),
        figures.proportion("seen", "None to see", 0, 0), figures.proportion("seen", "Few", 3, 52),
        figures.count("pair", "North", 12, "2013"), figures.count("pair", "North", 14, "2014"),
        figures.count("pair", "South", 9, "2014")]


@pytest.fixture(scope="module")
def shown():
    return show(figures.frame(ROWS), "board")


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


def test_counts_that_are_hidden_are_one_row_of_what_the_total_leaves(shown):
    table = tabulate_counts(shown, "areas", "Children by area", "Area", note="At their last one.")

    assert [(column.label, column.align) for column in table.columns] == [
        ("Area", "start"), ("Number", "end")]
    assert lines(table) == [["South", "1,200"], ["East", "20"], ["Two others together", "10"],
                            ["Total", "1,230"]]
    assert table.data.columns == ["Area", "Number"]
    assert table.data.rows == [["South", 1200], ["East", 20], ["Two others together", 10],
                               ["Total", 1230]]
    assert (table.id, table.note) == (
        "areas",
        "At their last one. Shown together, because of small numbers: North; West.")


@pytest.mark.parametrize("rows", [
    pytest.param(["North", "South", "Total"], id="not all that are hidden are in the table"),
    pytest.param(["South", "East", "Total"], id="none that is hidden is in the table"),
])
def test_nothing_is_shown_together_in_a_part_of_a_table(shown, rows):
    table = tabulate_counts(shown, "areas", "Children by area", "Area", order=rows)

    assert [line[0] for line in lines(table)] == rows


def test_rounded_counts_do_not_add_up_and_are_not_shown_together():
    rounded = show(figures.frame(ROWS), "board", PROFILES["nhs"])

    assert rounded.total_of("areas") is None
    assert [line[0] for line in lines(tabulate_counts(rounded, "areas", "Children", "Area"))] == [
        "North", "South", "East", "West", "Total"]


def test_the_total_stands_out(shown):
    rows = tabulate_counts(shown, "areas", "Children by area", "Area").groups[0].rows

    assert [row[0][0]["tone"] for row in rows] == ["plain"] * 3 + ["strong"]


def test_rows_can_be_chosen_and_the_column_named(shown):
    table = tabulate_counts(shown, "areas", "Children", "Area", id="some", order=["East", "South"],
                            value_label="Children")

    assert (table.id, table.columns[1].label, lines(table)) == (
        "some", "Children", [["East", "20"], ["South", "1,200"]])


def test_a_place_without_a_figure_is_a_dash_and_blank_in_the_data(shown):
    table = tabulate_counts(shown, "pair", "By year", "Area")

    assert [column.label for column in table.columns] == ["Area", "2013", "2014"]
    assert lines(table) == [["North", "12", "14"], ["South", "–", "9"]]
    assert table.data.rows == [["North", 12, 14], ["South", None, 9]]


@pytest.mark.parametrize(("row", "printed", "below", "plain"), [
    pytest.param("In time", "59.6%", ["31 of 52"], 59.615385, id="a percentage over its counts"),
    pytest.param("Rate", "565.8", [], 565.818869, id="a rate"),
    pytest.param("None to see", "No cases", [], "No cases", id="no cases"),
    pytest.param("Few", HIDDEN, [], HIDDEN, id="hidden, its counts too"),
])
def test_a_figure_as_cell_and_as_data(shown, row, printed, below, plain):
    figure = shown.get("seen", row)

    assert [line["text"] for line in figure_cell(figure)] == [printed, *below]
    assert plain_value(figure) == plain


def test_no_figures_make_a_table_of_no_rows(shown):
    table = tabulate_counts(shown, "nothing", "Nothing", "Area")

    assert (lines(table), table.data.rows) == ([], [])
