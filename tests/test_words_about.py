"""About a report: every row accounted for, and no value outside the restricted set."""

from dataclasses import replace

import pandas
import pytest

from pscb_lib.findings import Finding, Reaction
from pscb_lib.records import Checked, Source
from pscb_lib.words import about

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


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


@pytest.mark.parametrize(("audience", "count"), [
    pytest.param("restricted", 14, id="each of 13 files, and all"),
    pytest.param("board", 1, id="one kind of return"),
])
def test_rows_read_are_used_rejected_or_left_out(sample, context, audience, count):
    table = about.tabulate_sources(context(audience), sample.returned)

    assert len(lines(table)) == count
    assert lines(table)[-1][1:] == ["560", "479", "3", "78"]
    for row in [*lines(table), *table.data.rows]:
        read, *fates = map(int, row[1:])
        assert read == sum(fates)


def test_several_returns_are_added(context):
    table = about.tabulate_sources(
        context("board"), checked(("deaths.csv", 1200, 1100, 40, 60), reasons={LATE: 60}),
        checked(("a.csv", 5, 5, 0, 0), ("b.csv", 6, 4, 2, 0)))

    assert lines(table) == [["Deaths", "1,200", "1,100", "40", "60"],
                            ["2 files", "11", "9", "2", "0"],
                            ["All returns", "1,211", "1,109", "42", "60"]]


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
def test_rejected_rows_are_only_counted_for_others(context, audience):
    twice_wrong = checked(findings=[finding(), finding(), finding(row=8)])

    assert about.list_rejected(context(audience), twice_wrong).items == [
        "Two rows could not be used. The Q&E group's set lists what to correct."]


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


def test_the_end_adds_the_rows_of_all_returns(context):
    end = about.end_report(context("board"), "small", [
        checked(("a.csv", 5, 4, 1, 0)), checked(("b.csv", 6, 4, 0, 2))], {"green": 16})

    assert end.as_json() == {
        "kind": "end", "report": "small", "period": "2014-15 Q3", "audience": "board",
        "ratings": {"green": 16}, "rows": {"read": 11, "used": 8, "rejected": 1, "left_out": 2}}


def test_a_report_without_returns_ends_too(context):
    end = about.end_report(context("board"), "method", [])

    assert end.rows == {"read": 0, "used": 0, "rejected": 0, "left_out": 0}
