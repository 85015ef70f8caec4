"""About a report: every row counted, and values in the restricted set only."""

import re
from dataclasses import replace

import pandas
import pytest

from pscb_lib.page.words import about
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows import Checked, Source
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN as COMMENTARY

LATE = "submitted after the day of the report"


def checked(*files, findings=(), reasons=None):
    """A return of files, each with rows read, used, rejected and left out."""
    sources = tuple(Source(name, "", *rows) for name, *rows in files)
    return Checked(pandas.DataFrame(), tuple(findings), sources, reasons or {})


def finding(row=7, **changes):
    return Finding("police.csv", "is not a whole number", "write a whole number", row,
                   **{"column": "numerator", "value": "about 4", **changes})


@pytest.fixture
def context(sample):
    return lambda audience: replace(sample.context, audience=audience)


@pytest.mark.parametrize(("sources", "expected"), [
    pytest.param(["illustrative", "illustrative: x"], "All 2 rows are invented to show the "
                 "paper: no row is, or is made from, a real child's.", id="all"),
    pytest.param(["illustrative", "published"], "1 of 2 rows are invented to show the paper: no "
                 "row is, or is made from, a real child's.", id="some"),
    pytest.param(["published"], None, id="none"),
])
def test_invented_rows_are_said_to_be(sources, expected):
    said = about.say_invented(*(replace(checked(), frame=pandas.DataFrame({"source": [one]}))
                                for one in sources))
    assert expected == (said and said.words)


@pytest.mark.parametrize(("rejected", "expected"), [
    pytest.param(5, None, id="as many as are allowed"),
    pytest.param(6, "6 of the rows sent could not be used; 5 are allowed. Figures below may lack "
                    "them.", id="one more"),
])
def test_a_paper_of_too_few_rows_warns_its_reader(context, rejected, expected):
    returned = checked(("a.csv", 9, 9 - rejected, rejected, 0))
    warning = about.warn_of_rejected(context("board"), returned)

    assert (warning and warning.words) == expected


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


@pytest.mark.parametrize(("audience", "count", "last"), [
    pytest.param("restricted", 14, ["561", "480", "3", "78"], id="each of 13 files, and all"),
    pytest.param("board", 1, ["561", "480", "81"], id="one kind of return"),
    pytest.param("public", 1, ["561", "480", "81"], id="one kind of return, in public"),
])
def test_rows_read_are_used_rejected_or_left_out(sample, context, audience, count, last):
    table = about.tabulate_sources(context(audience), sample.returned)

    assert len(lines(table)) == len(table.data.rows) == count
    assert lines(table)[-1][1:] == last
    for row in [*lines(table), *table.data.rows]:
        read, *fates = map(int, row[1:])
        assert read == sum(fates)


def test_several_returns_are_added(context):
    table = about.tabulate_sources(
        context("board"), checked(("deaths.csv", 1200, 1100, 40, 60), reasons={LATE: 60}),
        checked(("a.csv", 5, 5, 0, 0), ("b.csv", 26, 4, 22, 0)))

    assert [column.label for column in table.columns] == table.data.columns == [
        "Return", "Rows read", "Used", "Rejected or left out"]
    assert lines(table) == [["Deaths", "1,200", "1,100", "100"], ["2 files", "31", "9", "22"],
                            ["All returns", "1,231", "1,109", "122"]]
    assert table.data.rows == [["Deaths", 1200, 1100, 100], ["2 files", 31, 9, 22],
                               ["All returns", 1231, 1109, 122]]


def test_few_unused_rows_cannot_be_worked_out_from_a_sum(context):
    table = about.tabulate_sources(context("board"), checked(("deaths.csv", 297, 296, 0, 1)),
                                   checked(("a.csv", 26, 4, 22, 0)), checked(("b.csv", 5, 5, 0, 0)))

    assert lines(table) == [["Deaths", "297", "all but a few", "few"], ["A", "26", "4", "22"],
                            ["B", "5", "5", "0"]]


@pytest.mark.parametrize(("audience", "note"), [
    pytest.param("restricted", "Left out: 1 stillbirth.", id="given to the Q&E group"),
    pytest.param("board", None, id="not given to the Board"),
    pytest.param("public", None, id="not given to the public"),
])
def test_one_stillbirth_is_in_the_restricted_set_only(context, audience, note):
    deaths = checked(("deaths.csv", 297, 294, 2, 1), findings=[finding(), finding(row=8)],
                     reasons={"stillbirth": 1})
    table = about.tabulate_sources(context(audience), deaths)

    assert table.note == note
    if audience != "restricted":
        assert table.data.rows == [["Deaths", 297, "all but a few", "few"]]
        assert not re.search(r"\d|two|one", about.list_rejected(context(audience), deaths).items[0])


def test_one_reason_of_two_returns_is_added(context):
    two = [checked((name, 20, 10, 0, 10), reasons={LATE: 10}) for name in ("a.csv", "b.csv")]

    assert about.left_out(context("restricted"), *two) == f"Left out: 20 {LATE}."


@pytest.mark.parametrize(("audience", "expected"), [
    pytest.param("restricted", f"Left out: 60 {LATE}.", id="counted for the Q&E group"),
    pytest.param("board", f"Left out: {LATE}.", id="not counted for the Board"),
])
def test_why_rows_were_left_out(context, audience, expected):
    late = checked(("deaths.csv", 1200, 1100, 40, 60), reasons={LATE: 60})

    assert about.tabulate_sources(context(audience), late).note == expected


def test_nothing_left_out_needs_no_note(context):
    assert about.left_out(context("board"), checked(("a.csv", 5, 5, 0, 0))) is None


def test_a_rejected_row_is_said_in_full_to_the_restricted_set(context):
    listed = about.list_rejected(context("restricted"), checked(findings=[finding()]))

    assert listed.items == ["police.csv, row 7, column numerator, value 'about 4': is not a whole "
                            "number; write a whole number"]


@pytest.mark.parametrize("audience", ["board", "public"])
def test_rejected_rows_are_only_mentioned_to_others(context, audience):
    twice_wrong = checked(findings=[finding(), finding(), finding(row=8)])

    assert about.list_rejected(context(audience), twice_wrong).items == [
        "Not every row could be used. The Q&E group's set lists what to correct."]


def test_at_most_twenty_are_listed_and_the_others_counted(context):
    many = checked(findings=[finding(row) for row in range(2, 25)])
    exactly = checked(findings=[finding(row) for row in range(2, 22)])

    listed = about.list_rejected(context("restricted"), many).items
    assert (len(listed), listed[-1]) == (21, "and 3 more.")
    assert len(about.list_rejected(context("restricted"), exactly).items) == 20


@pytest.mark.parametrize("findings", [
    pytest.param([], id="nothing found"),
    pytest.param([finding(reaction=Reaction.NOTED)], id="a row that was noted and used"),
])
def test_every_row_could_be_used(context, findings):
    listed = about.list_rejected(context("board"), checked(findings=findings))

    assert listed.items == ["Every row could be used."]


def test_the_end_carries_the_ratings_and_no_rows(context):
    end = about.end_report(context("board"), "small", {"green": 16})

    assert end.as_json() == {"kind": "end", "report": "small", "period": "2014-15 Q3",
                             "audience": "board", "ratings": {"green": 16}}


def test_a_report_without_ratings_ends_too(context):
    assert about.end_report(context("board"), "method").ratings == {}


def test_a_return_that_lies_in_a_folder_is_named_by_it(sample, context):
    written = COMMENTARY.read_for(sample.context)
    table = about.tabulate_sources(context("board"), sample.returned, written)

    assert [line[0] for line in lines(table)] == ["13 files", "Commentary, 10 files", "All returns"]
