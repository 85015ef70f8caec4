"""A hidden figure next to its label is a leak in any form; other numbers are not."""

from pathlib import Path

import pytest
from lxml import html

from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion, rate
from pscb_lib.disclosure.outsider.drawings import find_drawn
from pscb_lib.disclosure.outsider.finished_html import add_page
from pscb_lib.disclosure.outsider.found import Cell, Drawing, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.groups import find_groups
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.outsider.leaks import find_held, find_leaks
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.showing import HIDDEN, show

FIGURES = frame([
    *counts("kinds", {"Neglect": 3, "Physical abuse": 14, "Sexual abuse": 12}),
    count("quarters", "North", 3, "Q1"), count("quarters", "North", 3, "Q2"),
    proportion("reviews", "In time", 4, 19), rate("rates", "Deaths", 4, 43_210),
    count("ages", "1 to 4", 5), count("ages", "5 to 9", 8),
    count("indicators", "FD7", 4, "2014-15 Q3"),
    count("weekdays", "Thursday", 3), count("weekdays", "Monday", 3), count("recorded", "Other", 1),
    count("recorded", "Missing", 1), count("years", "2013-14", 2), count("moved", "Children", 3),
    proportion("visits", "Seen", 95, 100), count("waiting", "Serious case review", 0),
    count("reviews", "Serious case review commissioned", 0),
])
SECRET = {("kinds", "Neglect", ""), ("kinds", "Sexual abuse", ""), ("quarters", "North", "Q1"),
          ("reviews", "In time", ""), ("rates", "Deaths", ""), ("ages", "1 to 4", ""),
          ("indicators", "FD7", "2014-15 Q3"), ("weekdays", "Thursday", ""),
          ("weekdays", "Monday", ""), ("recorded", "Other", ""), ("recorded", "Missing", ""),
          ("years", "2013-14", ""), ("moved", "Children", ""), ("visits", "Seen", ""),
          ("waiting", "Serious case review", "")}
NARROWED = "a hidden count is narrowed there"
COUNT, PERCENTAGE = "a hidden count stands there", "a hidden percentage stands there"
RATE = "a hidden rate stands there"


def found_in(rows=(), sentences=()):
    shown = show(FIGURES, "public", hidden=SECRET)
    title = Row("tables/x.csv", "x", "", ("FD7", "Children seen late"), ())
    found = Finished(Path("set"), rows=[title, *rows], sentences=list(sentences),
                     figures=from_json(shown.as_plain()), front={"audience": "public"})
    return [(leak.label, leak.tells) for leak in find_leaks(found, paper_of(found, FIGURES))]


def row(label, **cells):
    printed = tuple(Cell(head.replace("_", " "), text) for head, text in cells.items())
    return Row("report.html", "t", "", (label,), printed)


@pytest.mark.parametrize(("printed", "expected"), [
    pytest.param(row("Neglect", Number="3"), [("kinds: Neglect", COUNT)], id="the count"),
    pytest.param(row("Neglect", Said="from 3 to 14"), [("kinds: Neglect", COUNT)],
                 id="the count where a series begins"),
    pytest.param(row("Neglect", Said="three children"), [("kinds: Neglect", COUNT)],
                 id="the count in words"),
    pytest.param(row("In time", Share="21.1%"), [("reviews: In time", PERCENTAGE)],
                 id="the percentage as printed"),
    pytest.param(row("In time", Share="21%"), [("reviews: In time", PERCENTAGE)],
                 id="the percentage without decimals"),
    pytest.param(row("In time", Share="21.052632"), [("reviews: In time", PERCENTAGE)],
                 id="the percentage with all decimals"),
    pytest.param(row("In time", Share="0.2105"), [("reviews: In time", PERCENTAGE)],
                 id="the percentage as a part of one"),
    pytest.param(row("In time", Counts=f"{HIDDEN}\n4 of 19"), [("reviews: In time", COUNT)],
                 id="the two counts of a percentage"),
    pytest.param(row("In time", Late="15"), [("reviews: In time", COUNT)],
                 id="the rest of a percentage"),
    pytest.param(row("Deaths", Rate="0.9"), [("rates: Deaths", RATE)], id="the rate"),
    pytest.param(row("North", Q1="3", Q2="3"), [("quarters: North, Q1", COUNT)],
                 id="the count under its own column, though another shows the same"),
    pytest.param(row("1 to 4", Deaths="5"), [("ages: 1 to 4", COUNT)],
                 id="a label of numbers is no figure, but what stands beside it is"),
    pytest.param(row("Children seen late", Actual="4"), [("indicators: FD7, 2014-15 Q3", COUNT)],
                 id="beside the title of an indicator"),
    pytest.param(row("Sexual abuse", Number="12"), [("kinds: Sexual abuse", COUNT)],
                 id="a large count that is hidden to protect another"),
])
def test_a_row_that_discloses_a_hidden_figure_is_a_leak(printed, expected):
    assert found_in([printed]) == expected


@pytest.mark.parametrize("printed", [
    pytest.param(row("Neglect", Number=HIDDEN), id="what is not shown"),
    pytest.param(row("North", Q1=HIDDEN, Q2="3"), id="the same count shown in another quarter"),
    pytest.param(row("North", Now=HIDDEN, Before="3"), id="the same, under heads of other words"),
    pytest.param(row("1 to 4", Deaths=HIDDEN), id="the numbers of the label itself"),
    pytest.param(row("5 to 9", Deaths="8"), id="a row that is shown"),
    pytest.param(row("Neglect", Asked="3 March 2015, Quarter 3 2014/15"), id="a day and a quarter"),
    pytest.param(row("Neglect", Rule="within 3 days, see section 3"), id="a span and a section"),
    pytest.param(row("Neglect", Said="Three more would be green."), id="a margin"),
    pytest.param(row("Neglect", Target="3"), id="a target"),
    pytest.param(row("Neglect", **{"No.": "3"}), id="the number of a question"),
    pytest.param(row("Neglect", Said="95% interval 2.3 to 3"), id="the limits of an interval"),
    pytest.param(row("Neglect", Said="We were late because three posts stood vacant all summer."),
                 id="an agency's comment"),
    pytest.param(row("In time", Goal="target 21%, target ≤ 21%, target 21–40%, 21% of target"),
                 id="words about a target"),
    pytest.param(row("Neglect", Number="33"), id="a longer number"),
    pytest.param(Row("report.html", "published", "", ("Neglect",), (Cell("2014", "3"),)),
                 id="what others have published"),
])
def test_a_row_that_discloses_nothing_is_not_a_leak(printed):
    assert found_in([printed]) == []


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Neglect was found for three children.", [("kinds: Neglect", COUNT)],
                 id="a count beside its label"),
    pytest.param("Physical abuse: 14; Neglect: 3.", [("kinds: Neglect", COUNT)],
                 id="an alt text"),
    pytest.param("Neglect was recorded 3 times.", [("kinds: Neglect", COUNT)], id="times"),
    pytest.param("Neglect, 10.3% of children.", [("kinds: Neglect", COUNT)],
                 id="the percentage of a printed total"),
    pytest.param("Neglect and physical abuse: 17 together.",
                 [("kinds: Neglect", "a sum with a hidden count stands there")],
                 id="the sum of a hidden and a shown count"),
    pytest.param("Neglect was found 11 fewer than physical abuse.",
                 [("kinds: Neglect",
                   "the difference of a hidden count from a shown one stands there")],
                 id="the difference from a shown count"),
    pytest.param("Neglect: 3 to 5.", [("kinds: Neglect", NARROWED)], id="a range"),
    pytest.param("Neglect: between two and four.", [("kinds: Neglect", NARROWED)],
                 id="a range in words"),
    pytest.param("Neglect: fewer than four.", [("kinds: Neglect", NARROWED)], id="a limit"),
    pytest.param("Of the reviews, 4 of 19 were done in time.", [("reviews: In time", COUNT)],
                 id="two counts anywhere in the sentence"),
    pytest.param("In time were, whatever else is to be said, no more than 21.1% of them.",
                 [("reviews: In time", PERCENTAGE)], id="a percentage anywhere in the sentence"),
    pytest.param("Neglect is rare. There were three meetings.", [], id="another sentence"),
    pytest.param("Neglect was discussed by the Board at its meeting, as three members asked.", [],
                 id="a small number far from the label"),
    pytest.param("Neglect: the worst of three quarters.", [], id="a span of time"),
    pytest.param("Neglect: a number not shown (small numbers); Physical abuse: 14.", [],
                 id="what a masked sentence says"),
    pytest.param("In the North three children in Q2.", [], id="a figure that is shown"),
    pytest.param("Neglect: 1 to 5.", [], id="no more than its mark says"),
    pytest.param("Missing episodes in one record only: a number not shown.", [],
                 id="one for a thing"),
    pytest.param('plan = ""  # what the other papers make this one hide', [],
                 id="a comment in our own parameters"),
    pytest.param("Of returns from Monday to Thursday, 3 of 3 had an interview.", [],
                 id="the ends of a span of days"),
    pytest.param("Seen: a number not shown; 95% interval of the last.", [],
                 id="how sure an interval is"),
    pytest.param("Every one of these 3 children is illustrative.", [],
                 id="what any count has after it"),
    pytest.param("Of the reviews in 2013-14, 2 of 2 took a year.", [],
                 id="a year that many figures have"),
    pytest.param("England 2013-14: 2 of 9 of all reviews.", [], id="what is said of England"),
    pytest.param("Peterborough 2013-14: 2.", [("years: 2013-14", COUNT)],
                 id="the same of the area"),
    pytest.param("Neglect: three or more would be asked about.", [], id="a threshold"),
    pytest.param("Neglect was answered in three working days.", [], id="a span of working days"),
    pytest.param("A serious case review followed in 0.", [],
                 id="a shown figure whose label is named as well"),
])
def test_a_sentence_is_a_leak_where_number_and_label_are_together(text, expected):
    assert found_in(sentences=[Sentence("report.html", "<p>", text)]) == expected


PUBLISHED = Row("tables.xlsx", "comparisons_performance", "", ("In time",),
                (Cell("Peterborough", "21.1"), Cell("England", "24.5")))


@pytest.mark.parametrize(("rows", "text", "expected"), [
    pytest.param([PUBLISHED], "In time, 21.1%, England 24.5%.", [], id="published of this label"),
    pytest.param([PUBLISHED], "In time, 4 of 19, England 24.5%.", [("reviews: In time", COUNT)],
                 id="another number of it"),
    pytest.param([], "In time, 21.1%, England 24.5%.", [("reviews: In time", PERCENTAGE)],
                 id="printed in no table of what others published"),
])
def test_what_others_have_published_of_a_label_is_no_secret(rows, text, expected):
    assert found_in(rows, [Sentence("report.html", "alt text", text)]) == expected


def test_a_line_of_a_leak_names_all_but_the_number():
    shown = show(FIGURES, "public", hidden=SECRET)
    found = Finished(Path("set"), rows=[row("In time", Share="21.1%")],
                     figures=from_json(shown.as_plain()))
    (leak,) = find_leaks(found, paper_of(found, FIGURES))
    assert str(leak) == ("report.html, table t, column Share, reviews: In time: a hidden "
                         "percentage stands there; make it from what disclosure.show returns")


ROW = "<tr><th>Neglect</th>{}</tr>"
TABLE = "<table><thead><tr><th>Kind</th><th>n</th></tr></thead>{}</table>"


@pytest.mark.parametrize("body", [
    pytest.param("<div>Neglect: 3 children.</div>", id="text of a division"),
    pytest.param("<section><span>Neglect: 3</span></section>", id="text of a span"),
    pytest.param("<p data-value='3'>Neglect</p>", id="an attribute for data"),
    pytest.param("<dl><div><dt>Neglect</dt><dd>3</dd></div></dl>", id="a term and its value"),
    pytest.param(TABLE.format(f"<tbody>{ROW.format('<td><em>3</em></td>')}</tbody>"),
                 id="stressed in a cell"),
    pytest.param(TABLE.format(f"<tbody>{ROW.format('<td title=3>Not shown</td>')}</tbody>"),
                 id="an attribute of a cell"),
    pytest.param(TABLE.format(f"<tfoot>{ROW.format('<td>3</td>')}</tfoot>"), id="a table's foot"),
    pytest.param(f"<table><tr><th>Kind</th><th>n</th></tr>{ROW.format('<td>3</td>')}</table>",
                 id="a table without parts"),
])
def test_every_part_of_a_page_is_searched(body):
    page = Finished(Path("set"))
    add_page(html.fromstring(f"<html><body>{body}</body></html>"), "report.html", page)
    assert found_in(page.rows, page.sentences) == [("kinds: Neglect", COUNT)]


MANY = "".join(f'<circle cx="{x}" cy="1"/>' for x in range(3))


@pytest.mark.parametrize("drawn", [
    pytest.param('<polyline points="0,1 2,3 4,5" style="stroke: #000; fill: none"/>',
                 id="a polyline"),
    pytest.param('<polyline points="0,1 2,3 4,5" stroke="#000" fill="none"/>', id="by attributes"),
    pytest.param(MANY, id="circles"),
    pytest.param('<path d="M 0 1 L 2 3 L 4 5" style="stroke:#000; fill:none"/>', id="a path"),
])
def test_a_series_with_too_many_points_is_a_leak_however_it_is_drawn(drawn):
    assert drawn_in(("North",), drawn) == ["quarters: North, Q1"]


def test_a_bar_may_be_a_rectangle():
    assert drawn_in(("Neglect",), '<rect x="0" y="0" width="30" height="9"/>') == ["kinds: Neglect"]


def test_the_shape_of_a_rating_is_no_bar():
    shape = '<rect x="1" y="1" width="8.4" height="8"/>'
    assert drawn_in(("Neglect",), shape, ' viewBox="0 0 10 10"') == []


def drawn_in(labels, shapes, box=""):
    shown = show(FIGURES, "public", hidden=SECRET)
    drawing = Drawing("report.html", "t", "", labels, html.fromstring(f"<svg{box}>{shapes}</svg>"))
    found = Finished(Path("set"), drawings=[drawing], figures=from_json(shown.as_plain()))
    return [leak.label for leak in find_drawn(found, paper_of(found, FIGURES))]


def test_a_hidden_figure_that_holds_its_number_in_the_notebook_is_a_leak():
    shown = show(FIGURES, "public", hidden=SECRET)
    figures = from_json(shown.as_plain())
    assert find_held(Finished(Path("set"), figures=figures)) == []
    figures.loc[figures["row"] == "Deaths", "denominator"] = 43_210
    assert [str(leak) for leak in find_held(Finished(Path("set"), figures=figures))] == [
        "report.ipynb, table rates, Deaths: it is hidden and holds its numbers; make it from what "
        "disclosure.show returns"]


def test_a_percentage_of_all_or_none_is_a_warning():
    figures = frame([proportion("wards", ward, part, 7, describes="child")
                     for ward, part in (("A", 7), ("B", 0), ("C", 6))]
                    + [proportion("visits", "A", 7, 7, describes="agency")])
    shown = show(figures, "board", hidden=())
    found = Finished(Path("set"), figures=from_json(shown.as_plain()), front={"audience": "board"})
    look = "see whether that tells of everyone in it, and combine categories or drop the split"
    assert [str(one) for one in find_groups(found)] == [
        f"report.ipynb, table wards, A: all of it is in it; {look}",
        f"report.ipynb, table wards, B: none of it is in it; {look}"]


def test_a_line_all_in_one_category_is_a_warning():
    lines = {"Ward A": (7, 0), "Ward B": (6, 9)}
    figures = frame([count("wards", ward, number, column, describes="child")
                     for ward, line in lines.items() for column, number in zip(
                         ("Modifiable", "Not modifiable", TOTAL), (*line, sum(line)), strict=True)])
    shown = show(figures, "public", hidden=())
    found = Finished(Path("set"), figures=from_json(shown.as_plain()),
                     front={"audience": "public"})
    look = "see whether that tells of everyone in it, and combine categories or drop the split"
    assert [str(one) for one in find_groups(found)] == [
        f"report.ipynb, table wards, Not modifiable: all of it is Ward B; {look}",
        f"report.ipynb, table wards, Ward A: all of it is Modifiable; {look}"]
