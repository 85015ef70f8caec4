"""The panel's pictures and tables: which cohort each is about, and what nobody can work out."""

from dataclasses import replace

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import show
from pscb_lib.page.blocks import Chart, Table
from pscb_lib.page.rendering.forms import is_long
from pscb_lib.page.style import MOST_ROWS_OPEN
from pscb_lib.reports.cdop_annual import page, places
from pscb_lib.reports.cdop_annual.measures import measure_cdop
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.area import tabulate_area, tabulate_national
from pscb_lib.reports.cdop_annual.page.found import plot_found, plot_groups
from pscb_lib.reports.cdop_annual.page.sheets import list_factors, list_sheets
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return open_context("2013-14", "2015-01-31", "pscb_lib/samples", "board")


@pytest.fixture(scope="module")
def board(context):
    return show(measure_cdop(context, DEATHS.read_for(context)), "board")


@pytest.fixture(scope="module")
def drawn(board):
    several = (page.plot_years, page.plot_who_died, page.show_found, list_sheets)
    made = [one for make in several for one in make(board).blocks]
    return [one for one in made if hasattr(one, "caption")]  # others are folded into a sentence


def test_every_caption_or_heading_names_the_cohort(drawn):
    for one in drawn:
        said = [one.caption, getattr(one, "subtitle", ""), *one.data.columns]
        if isinstance(one, Table):
            said += [group.label or "" for group in one.groups]
        words = " ".join(said).lower()
        assert any(cohort in words for cohort in (
            "deaths notified", "reviews completed", "reviews that scored"))


def test_no_small_number_of_children_reaches_the_board(drawn):
    ids = {places.AGE, places.SEX, places.ETHNICITY, places.PLACE, places.EXPECTED, places.KNOWN,
           places.CATEGORY, places.BY_GROUP, "area", places.WAITING, places.CASE_REVIEWS}
    values = [value for one in drawn if one.id in ids
              for row in one.data.rows for value in row if isinstance(value, int)]

    assert values and not set(values) & {1, 2, 3, 4, 5}


def test_hidden_categories_are_shown_together_and_none_of_them_alone(drawn, board):
    categories = next(one for one in drawn if one.id == places.CATEGORY)
    *others, (label, together) = categories.data.rows

    assert label == "Injury, suicide and trauma"
    assert together + sum(number for _, number in others) == board.get(
        places.CATEGORY, "Total").count
    assert categories.note == (
        "Shown together, because of small numbers: Deliberately inflicted injury, abuse or "
        "neglect; Suicide or deliberate self-inflicted harm; Trauma and other external factors.")


def test_both_cohorts_are_side_by_side_each_with_this_boards_own(board):
    notified, completed = page.plot_years(board).blocks

    assert (notified.place, completed.place) == ((1, 2), (2, 2))
    assert notified.data.columns == ["Year", "Joint panel", "Peterborough"]
    assert notified.data.rows[-1] == ["2013/14", 48, 13]
    assert notified.caption == "45 to 53 deaths notified a year"
    assert completed.caption == "41 to 51 reviews completed a year"


def test_this_boards_own_are_left_out_if_one_year_of_them_is_hidden():
    five = [f"20{year}/{year + 1}" for year in range(10, 15)]
    frame = figures.frame([
        *(figures.count(places.TIME, places.UNDER_6, 1, column, describes="published")
          for column in (five[-1], f"{five[0]} to {five[-1]}")),
        *(row for column, numbers in ((places.PANEL, [20] * 5), ("Here", [9, 9, 9, 9, 3]))
          for table in (places.NOTIFIED, places.COMPLETED)
          for row in figures.counts(table, dict(zip(five, numbers, strict=True)), column=column))])
    notified, _ = page.plot_years(show(frame, "board")).blocks

    assert notified.data.columns == ["Year", "Joint panel"]
    assert notified.caption == "20 deaths notified in each year"


def test_the_headlines_say_of_how_many_children(board):
    said, *figures_drawn = page.plot_who_died(board).blocks
    who = {one.id: one for one in figures_drawn}
    assert said.words == (
        "Of 243 children whose deaths were notified in five years, 148 were male and 95 were "
        "female. 65 deaths were unexpected in the 24 hours before.")

    assert who[places.AGE].caption == "105 of 243 died at 0 to 27 days"
    assert who[places.KNOWN].caption == "No plan, order or care: 213 of 243"
    assert who[places.AGE].alt.startswith("105 of 243 died at 0 to 27 days: 0 to 27 days 105; ")


def test_findings_are_dated_from_april_2010(board):
    found = [plot_found(board), plot_groups(board)]

    assert all("2010/11 to 2013/14" in one.subtitle for one in found)
    assert [group.label for group in tabulate_area(board).groups] == [
        "Deaths notified, 2009/10 to 2013/14", "Reviews completed, 2010/11 to 2013/14"]


def test_the_other_basis_of_the_modifiable_rate_is_a_note(board):
    chart = plot_groups(board)

    assert isinstance(chart, Chart)
    assert chart.caption == "Sudden and unexplained: modifiable factors in 11 of 18"
    assert chart.note == (
        "Of the reviews with enough information to tell: 37 of 175 (21.1%).")


def test_no_cell_beside_england_is_blank_and_its_categories_are_in_the_spreadsheet(board):
    table = tabulate_national(board)
    rows = table.groups[0].rows

    assert [line["text"] for line in rows[0][1]] == ["19.5%", "37 of 190"]
    assert [line["text"] for line in rows[2][1]] == ["19.5%", "784 of 4,012"]
    assert [line["text"] for line in rows[-1][1]] == ["22%"]
    assert len(table.data.rows) == len(rows) + 2


def test_a_sheet_that_is_mostly_hidden_is_left_out(board, context):
    kept = {one.id for one in list_sheets(board).blocks}
    raw = show(measure_cdop(context, DEATHS.read_for(replace(context, audience="restricted"))),
               "restricted")

    assert places.WAITING not in kept and places.MATTERS in kept
    assert len(list_sheets(raw).blocks) == 11


def recommended(text, made, done, evidenced, years=("2009/10", "2013/14")):
    return Recommendation("Safer sleeping", text, "Housing manager", made, done, evidenced, *years,
                          years[0] if made > done else "")


def texts(row):
    return [[line["text"] for line in cell] for cell in row]


def test_each_recommendation_has_one_row_that_says_what_came_of_it(context):
    made = [recommended("Undone", 5, 3, 1), recommended("Unproven", 2, 2, 1),
            recommended("Shown", 1, 1, 1, ("2012/13", "2012/13"))]
    table = page.tabulate_made(context, made)

    assert [group.label for group in table.groups] == [
        "Not always carried out, and no date given: 1",
        "Carried out each time, not always shown to work: 1",
        "Carried out and shown to work each time: 1", None]
    assert texts(table.groups[0].rows[0]) == [
        ["Undone", "Housing manager"], ["5"], ["3"], ["1"], ["2009/10"]]
    assert texts(table.groups[2].rows[0])[4] == ["–"]
    assert texts(table.groups[3].rows[0])[1:] == [["8"], ["6"], ["3"], ["2009/10"]]
    assert [(row[0], row[-1]) for row in table.data.rows] == [
        ("Undone", "2009/10"), ("Unproven", None), ("Shown", None)]


def test_the_main_table_stands_open_on_a_screen_however_long(context):
    made = [recommended(f"No {number}", 1, 1, 1) for number in range(MOST_ROWS_OPEN + 1)]
    table = page.tabulate_made(context, made).as_json()

    assert not is_long(table)
    assert is_long({name: value for name, value in table.items() if name != "is_main"})


def test_a_single_recommendation_has_no_total(context):
    table = page.tabulate_made(context, [recommended("Shown", 1, 1, 1)])

    assert [group.label for group in table.groups] == ["Carried out and shown to work each time: 1"]


def test_no_recommendation_is_said_so(context):
    table = page.tabulate_made(context, [])

    assert (table.groups, table.empty, table.note) == ([], "No recommendation was made.", None)


def test_recommendations_are_not_in_the_public_set(context):
    assert page.tabulate_made(replace(context, audience="public"), []) is None


def test_the_commonest_category_is_named_though_its_name_has_an_or(board):
    assert plot_found(board).caption == "Perinatal or neonatal event: 53 of 190"


def test_factors_that_are_scored_alike_are_in_the_spreadsheet_alone(board):
    assert places.DOMAINS not in {one.id for one in page.show_found(board).blocks
                                  if isinstance(one, Chart)}
    assert list_factors(board).data.rows[-1] == ["Provision of services", 40, 166, 24.096386]


def test_a_year_of_england_that_is_not_held_is_named(board):
    assert tabulate_national(board).note == (
        "England: Department for Education, as published (whole per cent where it gave no "
        "numbers); 2012/13 is not held.")
