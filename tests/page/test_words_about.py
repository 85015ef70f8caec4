"""About a report: every row counted, and values in the restricted set only."""

import re
from dataclasses import replace

import pandas
import pytest
from invented import summary

from pscb_lib.disclosure.summaries import AGENCY, CHILD, COUNTS, summarise
from pscb_lib.page.words import about
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows import Checked, Source
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN as COMMENTARY

LATE = "submitted after the day of the report"


def returned(*files, findings=(), reasons=None, describes=COUNTS, audience="board", lacking=False,
             title="Actions"):
    """A summary of files, each with rows read, used, rejected and left out, for an audience."""
    sources = tuple(Source(name, "", *rows) for name, *rows in files)
    found = summarise(Checked(pandas.DataFrame(), tuple(findings), sources, reasons or {}), title,
                      describes, lacking)
    return found if audience == "restricted" else found.for_others()


def finding(row=7, **changes):
    return Finding("police.csv", "is not a whole number", "write a whole number", row,
                   **{"column": "numerator", "value": "about 4", **changes})


def test_what_all_rows_together_show_is_told_in_the_restricted_set_alone(context):
    noted = Finding("data_set", "10 of 11 agencies have sent", "none is 0", reaction=Reaction.NOTED)
    found = [returned(("a.csv", 2, 2, 0, 0), findings=[noted], audience=audience)
             for audience in ("restricted", "board")]

    assert about.list_rejected(context("restricted"), found[0]).items == [
        "Every row could be used.", "Actions: 10 of 11 agencies have sent; none is 0."]
    assert about.list_rejected(context("board"), found[1]).items == ["Every row could be used."]


@pytest.fixture
def context(sample):
    return lambda audience: replace(sample.context, audience=audience)


@pytest.mark.parametrize(("sources", "audience", "expected"), [
    pytest.param(["illustrative", "illustrative: x"], "restricted", "All 2 rows are", id="all"),
    pytest.param(["illustrative"], "restricted", "The one row is", id="one"),
    pytest.param(["illustrative", "published"], "restricted", "1 of 2 rows is", id="some"),
    pytest.param(["illustrative", "illustrative: x"], "board", "All rows are", id="all, uncounted"),
    pytest.param(["illustrative", "published"], "public", "Some rows are", id="some, uncounted"),
    pytest.param(["published"], "board", None, id="none"),
])
def test_invented_rows_are_said_to_be(sources, audience, expected):
    said = about.say_provenance(*(summary([one], audience=audience) for one in sources))
    assert (said and said.words) == (expected and f"{expected} invented, none from a real child.")


@pytest.mark.parametrize(("describes", "audience", "expected"), [
    pytest.param(CHILD, "restricted", "6 of the rows sent could not be used; 5 are allowed.",
                 id="counted for the Q&E group"),
    pytest.param(AGENCY, "board", "6 of the rows sent could not be used; 5 are allowed.",
                 id="agencies' forms are counted for all"),
    pytest.param(CHILD, "board", "More of the rows sent could not be used than are allowed.",
                 id="a child's row is not"),
])
def test_a_paper_of_too_few_rows_warns_its_reader(context, describes, audience, expected):
    one = returned(("a.csv", 9, 3, 6, 0), describes=describes, audience=audience, lacking=True)
    warning = about.warn_of_rejected(context(audience), one)

    assert warning.words == f"{expected} Figures below may lack them."


def test_a_paper_that_lacks_no_more_rows_than_allowed_has_no_warning(context):
    one = returned(("a.csv", 9, 4, 5, 0))
    assert about.warn_of_rejected(context("board"), one) is None


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


@pytest.mark.parametrize(("audience", "count", "last"), [
    pytest.param("restricted", 14, ["561", "480", "3", "78"], id="each of 13 files, and all"),
    pytest.param("board", 1, ["561", "480", "81"], id="one kind of return"),
    pytest.param("public", 1, ["561", "480", "81"], id="one kind of return, in public"),
])
def test_rows_read_are_used_rejected_or_left_out(sample, context, audience, count, last):
    found = summarise(sample.returned, "Data set", COUNTS)
    one = found if audience == "restricted" else found.for_others()
    table = about.tabulate_sources(context(audience), one)

    assert len(lines(table)) == len(table.data.rows) == count
    assert lines(table)[-1][1:] == last
    for row in [*lines(table), *table.data.rows]:
        read, *fates = map(int, row[1:])
        assert read == sum(fates)


def test_several_returns_are_added_however_few_rows_were_not_used(context):
    table = about.tabulate_sources(
        context("board"), returned(("actions.csv", 1200, 1199, 0, 1), reasons={LATE: 1}),
        returned(("a.csv", 5, 5, 0, 0), ("b.csv", 26, 4, 22, 0), title="Police"))

    assert [column.label for column in table.columns] == table.data.columns == [
        "Return", "Rows read", "Used", "Rejected or left out"]
    assert lines(table) == [["Actions", "1,200", "1,199", "1"],
                            ["Police, 2 files", "31", "9", "22"],
                            ["All returns", "1,231", "1,208", "23"]]
    assert table.data.rows == [["Actions", 1200, 1199, 1], ["Police, 2 files", 31, 9, 22],
                               ["All returns", 1231, 1208, 23]]


@pytest.mark.parametrize("audience", ["board", "public"])
@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param((297, 294, 2, 1), "Not every row was used", id="few were not used"),
    pytest.param((297, 197, 50, 50), "Not every row was used", id="many were not used"),
    pytest.param((297, 297, 0, 0), "Every row was used", id="all were used"),
])
def test_rows_about_children_are_counted_in_the_restricted_set_alone(
        context, audience, rows, expected):
    deaths = returned(("deaths.csv", *rows), describes=CHILD, audience=audience, title="Deaths",
                      findings=[finding(), finding(row=8)], reasons={"stillbirth": 1})
    table = about.tabulate_sources(context(audience), deaths)

    assert table.data.columns == ["Return", "Rows"]
    assert lines(table) == table.data.rows == [["Deaths", expected]]
    assert table.note is None
    assert not re.search(r"\d|two|one", about.list_rejected(context(audience), deaths).items[0])


def test_one_stillbirth_is_told_to_the_q_and_e_group(context):
    deaths = returned(("deaths.csv", 297, 294, 2, 1), describes=CHILD, audience="restricted",
                      reasons={"stillbirth": 1})

    assert about.tabulate_sources(context("restricted"), deaths).note == "Left out: 1 stillbirth."


def test_one_reason_of_two_returns_is_added():
    two = [returned((name, 20, 10, 0, 10), reasons={LATE: 10}) for name in ("a.csv", "b.csv")]

    assert about.left_out(*two) == f"Left out: 20 {LATE}."


def test_nothing_left_out_needs_no_note():
    assert about.left_out(returned(("a.csv", 5, 5, 0, 0))) is None


def test_a_rejected_row_is_said_in_full_to_the_restricted_set(context):
    listed = about.list_rejected(context("restricted"),
                                 returned(findings=[finding()], audience="restricted"))

    assert listed.summary == "What is wrong in one row, and what to do"
    assert listed.items == ["police.csv, row 7, column numerator, value 'about 4': is not a whole "
                            "number; write a whole number"]


@pytest.mark.parametrize(("describes", "said"), [
    pytest.param(CHILD, "Not every row could be used.", id="a row may be a child"),
    pytest.param(COUNTS, "Two rows could not be used.", id="agencies' counts"),
    pytest.param(AGENCY, "Two rows could not be used.", id="agencies' forms"),
])
@pytest.mark.parametrize("audience", ["board", "public"])
def test_rejected_rows_are_only_mentioned_to_others(context, audience, describes, said):
    twice_wrong = returned(("police.csv", 9, 7, 2, 0), describes=describes,
                           findings=[finding(), finding(), finding(row=8)])

    assert "about 4" not in repr(twice_wrong)
    assert about.list_rejected(context(audience), twice_wrong).items == [
        f"{said} The Q&E group's set lists what to correct."]


def test_at_most_twenty_are_listed_and_the_others_counted(context):
    many, exactly = (returned(findings=[finding(row) for row in range(2, last)],
                              audience="restricted") for last in (25, 22))

    listed = about.list_rejected(context("restricted"), many).items
    assert (len(listed), listed[-1]) == (21, "and 3 more.")
    assert len(about.list_rejected(context("restricted"), exactly).items) == 20


@pytest.mark.parametrize("findings", [
    pytest.param([], id="nothing found"),
    pytest.param([finding(reaction=Reaction.NOTED)], id="a row that was noted and used"),
])
def test_every_row_could_be_used(context, findings):
    listed = about.list_rejected(context("board"), returned(findings=findings))

    assert listed.items == ["Every row could be used."]


@pytest.mark.parametrize(("findings", "kinds"), [
    pytest.param([], ["table"], id="every row was used, as the table says"),
    pytest.param([finding()], ["table", "list"], id="a row was rejected"),
])
def test_rows_are_listed_beside_the_table_of_returns_where_one_was_rejected(
        context, findings, kinds):
    shown = about.show_received(context("restricted"), returned(
        ("a.csv", 2, 2, 0, 0), findings=findings, audience="restricted"))
    assert [one.as_json()["kind"] for one in shown.blocks] == kinds


def test_rows_used_of_several_returns_are_told_of_each(context):
    figures = returned(("a.csv", 1561, 1480, 3, 78), title="Quarterly data set")
    comments = returned(("b.csv", 6, 6, 0, 0), ("c.csv", 6, 6, 0, 0), title="Commentary")

    def said(*returns):
        return about.say_received(context("board"), *returns).words
    assert ("1,492 of 1,573 rows were used (quarterly data set 1,480; commentary 12). "
            in said(figures, comments))
    assert "1,480 of 1,561 rows were used. " in said(figures)


def test_the_end_carries_the_ratings_and_no_rows(context):
    end = about.end_report(context("board"), "small", {"green": 16})

    written = end.as_json()
    assert written.pop("abbreviations")["CAF"] == "Common Assessment Framework"
    assert written == {"kind": "end", "report": "small", "period": "2014-15 Q3",
                       "audience": "board", "ratings": {"green": 16}}


def test_a_report_without_ratings_ends_too(context):
    assert about.end_report(context("board"), "method").ratings == {}


def test_a_return_is_named_by_its_title_and_never_by_a_file(sample, context):
    written = COMMENTARY.read_for(sample.context)
    table = about.tabulate_sources(context("board"), summarise(sample.returned, "Data set", COUNTS),
                                   summarise(written, "Commentary", COUNTS))

    assert [line[0] for line in lines(table)] == [
        "Data set, 13 files", "Commentary, 10 files", "All returns"]
