"""The panel's tables: which cohort each is about, and what the Board cannot work out."""


import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import HIDDEN, show
from pscb_lib.page.blocks import Table
from pscb_lib.page.tables.groups import bars
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.measures import measure_cdop
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page import tables
from pscb_lib.reports.cdop_annual.page.found import tabulate_national
from pscb_lib.reports.cdop_annual.page.owed import tabulate_owed
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS


@pytest.fixture(scope="module")
def board():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        context = open_context("2013-14", "2015-01-31", "pscb_lib/samples", "board")
    return show(measure_cdop(context, DEATHS.read_for(context)), "board")


@pytest.fixture(scope="module")
def drawn(board):
    whole = (tables.tabulate_workload, tables.tabulate_who_died, tables.tabulate_findings,
             tables.tabulate_area, tables.tabulate_rates, tabulate_national)
    made = [*(make(board) for make in whole), *(tables.tabulate(board, name)
                                                for name in tables.SIMPLE)]
    return [one for one in made if isinstance(one, Table)]  # others are folded into a sentence


def test_every_caption_or_heading_names_the_cohort(drawn):
    for table in drawn:
        said = " ".join([table.caption, *(column.label for column in table.columns),
                         *(group.label or "" for group in table.groups)]).lower()
        assert "deaths notified" in said or "reviews completed" in said or "reviews with" in said


def test_no_small_number_of_children_reaches_the_board(drawn):
    about_children = {"who_died", "findings", "area", places.WAITING, places.CASE_REVIEWS,
                      places.BY_GROUP}
    values = [value for table in drawn if table.id in about_children
              for row in table.data.rows for value in row if isinstance(value, int)]

    assert not set(values) & {1, 2, 3, 4, 5}


def test_a_hidden_category_cannot_be_worked_out_from_the_total(drawn):
    findings = next(table for table in drawn if table.id == "findings")
    hidden = [row for group, row, number in findings.data.rows
              if tables.FOUND.get(group) == places.CATEGORY and number == HIDDEN]

    assert len(hidden) >= 2


def test_both_cohorts_are_side_by_side_and_not_added(board):
    assert tables.tabulate_workload(board).data.columns == [
        "Year", "Deaths notified: joint panel", "Deaths notified: Peterborough",
        "Reviews completed: joint panel", "Reviews completed: Peterborough"]


def test_a_hidden_total_is_not_in_the_caption():
    frame = figures.frame([*figures.counts("sex", {"Male": 2, "Female": 0}),
                           *figures.counts("age", {"Young": 0, "Old": 2})])
    shown = show(frame, "board")
    table = bars(shown, "who", "Who died", "Child", "Deaths", {"Sex": "sex", "Age": "age"})

    assert table.caption == "Who died"
    assert table.data.rows == [["Sex", "Male", HIDDEN], ["Sex", "Female", 0],
                               ["Age", "Young", 0], ["Age", "Old", HIDDEN]]
    assert [group.label for group in table.groups] == ["Sex", "Age"]


def test_bars_say_the_figure_in_words(board):
    bar = tables.tabulate_who_died(board).groups[0].rows[0][2][0]["chart"]

    assert bar["alt"] == "0 to 27 days: 105"


def test_findings_are_dated_from_april_2010(board):
    captions = [tables.tabulate_findings(board).caption,
                *(tables.tabulate(board, name).caption for name in tables.FOUND_ONLY)]

    assert all("2010/11 to 2013/14" in caption for caption in captions)
    assert [group.label for group in tables.tabulate_area(board).groups] == [
        "Deaths notified, 2009/10 to 2013/14: age",
        "Deaths notified, 2009/10 to 2013/14: expected or not",
        "Reviews completed, 2010/11 to 2013/14: what was found"]


def test_the_open_reviews_can_be_checked(board):
    assert tables.tabulate_workload(board).note == (
        "Two groups of children: many reviews are about deaths of an earlier year. Joint panel, "
        "2013/14: 27 open reviews brought forward, plus 48 notified, less 51 completed, leave 24 "
        "open at the end of the year.")


def test_no_cell_beside_england_is_blank(board):
    rows = tabulate_national(board).groups[0].rows

    assert [line["text"] for line in rows[0][1]] == ["19.5%", "37 of 190"]
    assert [line["text"] for line in rows[2][1]] == ["20%", "784 of 4,012"]
    assert [line["text"] for line in rows[-1][1]] == ["22%"]


def recommended(number, years=2):
    return [Recommendation("Safer sleeping", f"Advice {place}", "Housing manager", 1, years)
            for place in range(number)]


def test_owed_recommendations_are_quoted_with_theme_owner_and_age(board):
    owed = {places.NOT_DONE: recommended(1), places.NO_EVIDENCE: recommended(1, years=0)}
    table = tabulate_owed(board, owed)

    assert [group.label for group in table.groups] == ["Not done", "Done, no evidence"]
    assert [[line["text"] for line in cell] for cell in table.groups[0].rows[0]] == [
        ["Advice 0", "Safer sleeping · Housing manager"], ["1"], ["Two years ago"]]
    assert table.groups[1].rows[0][2][0]["text"] == "Within a year"


def test_at_most_eight_of_each_are_quoted_and_all_are_in_the_spreadsheet(board):
    table = tabulate_owed(board, {places.NOT_DONE: recommended(8),
                                   places.NO_EVIDENCE: recommended(10)})

    assert [len(group.rows) for group in table.groups] == [8, 8]
    assert len(table.data.rows) == 18
    assert table.note == "Two more in the spreadsheet."


def test_owed_recommendations_are_not_in_the_public_set():
    public = show(figures.frame(figures.counts(places.LEARNING, {"Safer sleeping": 9})), "public")

    assert tabulate_owed(public, {places.NOT_DONE: recommended(1)}).words == (
        "Not published: this part is for the Q&E group and the Board.")


@pytest.mark.parametrize(("deaths", "is_said"), [
    pytest.param(19, True, id="nineteen deaths"), pytest.param(20, False, id="twenty deaths")])
def test_a_rate_of_fewer_than_twenty_deaths_is_called_unreliable(deaths, is_said):
    rows = [figures.count(places.RATES, "Here", deaths, places.DEATHS)]
    rows += [figures.rate(places.RATES, "Here", deaths, 40_000, column)
             for column in (places.RATE, places.LOWER, places.UPPER)]
    table = tables.tabulate_rates(show(figures.frame(rows), "restricted"))

    assert table.note == (tables.UNRELIABLE if is_said else None)
