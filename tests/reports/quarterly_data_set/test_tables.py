"""The tables of the quarterly data set, from the shipped sample and from invented figures."""

import json
from dataclasses import replace
from datetime import date

import pytest
from invented import NEUTRAL, assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.page.tables.indicators import exception_row, trend_cell
from pscb_lib.reports.quarterly_data_set.page import tables

HIDDEN = "Not shown: small numbers"
SAID = {"MS10": ("Commentary awaited from Missing Children Co-ordinator.",)}
COUNT = indicator(None, NEUTRAL, unit=Unit.COUNT)


def words(cell):
    return [line.get("text") or line.get("ask") or line["chart"]["alt"] for line in cell]


def row_of(table, title):
    return next(row for group in table.groups for row in group.rows
                if row[0][0]["text"].startswith(title))


def test_exceptions_come_in_order_and_no_more_than_the_board_wants(sample):
    table = tables.tabulate_exceptions(sample.assessed("restricted"), {}, 4)

    # Red of severity 3; then of 2, the one really changed and the others by per cent of target.
    assert [row[0] for row in table.data.rows] == ["MS10", "HO1", "LA7", "CA1"]
    assert len(table.groups[0].rows) == 4
    assert table.note.endswith("of all indicators. Three more in the Q&E set.")


def test_an_exception_says_what_the_figures_say_and_asks(sample):
    row = row_of(tables.tabulate_exceptions(sample.assessed("board"), SAID), "Return inter")

    assert words(row[0]) == ["Return interviews within 72 hours",
                             "Children's social care · Missing Children Co-ordinator"]
    assert words(row[1]) == ["Red"]
    assert words(row[2]) == ["59.6%", "31 of 52", "target 95% (local)"]
    assert words(row[3])[1:] == ["better than Quarter 2", "better than a year ago"]
    assert words(row[4])[0] == (
        "Red, no clear change. 21 missed. 14 more would be amber.")
    assert words(row[4])[1:-1] == list(SAID["MS10"])
    assert words(row[4])[-1] == ("Which homes and which days are the missed interviews, and who "
                                 "has spoken to the children since?")


@pytest.mark.parametrize(("sent", "lines"), [
    pytest.param(((80, 100),) + ((50, 100),) * 3 + ((60, 100),),
                 ["better than Quarter 2", "worse than a year ago"], id="each has its own"),
    pytest.param(((50, 100), (50, 100), (50, 100), "not supplied", (50, 100)),
                 ["the same as a year ago"], id="none since a quarter that was not supplied"),
    pytest.param(((50, 100),) * 4 + ("not supplied",), [], id="none of what was not supplied"),
])
def test_the_directions_of_an_exception_stand_under_its_trend(sent, lines):
    trend, *below = exception_row(assessed(indicator(), *sent), ())[3]

    assert list(trend) == ["chart"]
    assert below == [{"text": line, "tone": "muted"} for line in lines]


@pytest.mark.parametrize(("sent", "said"), [
    pytest.param(("not collected", "not collected", (90, 100), (80, 100)),
                 "Quarter 2 2014/15 to Quarter 3 2014/15: from 90.0% to 80.0%, lowest 80.0%, "
                 "highest 90.0%; target 95%; 95% interval of the last 71.1 to 86.7.",
                 id="they are not gaps"),
    pytest.param(("not collected", "not supplied", (90, 100), (80, 100)),
                 "Quarter 1 2014/15 to Quarter 3 2014/15: from 90.0% to 80.0%, lowest 80.0%, "
                 "highest 90.0%; target 95%; 95% interval of the last 71.1 to 86.7; 1 not shown or "
                 "not supplied.",
                 id="what should have come is one"),
    pytest.param(("not collected",) * 3, "No figures from Quarter 3 2014/15 to Quarter 3 2014/15.",
                 id="nor is there a first quarter where none was collected"),
])
def test_the_words_of_a_trend_begin_where_it_was_first_collected(sent, said):
    (line,) = trend_cell(assessed(indicator(), *sent))

    assert line["chart"]["alt"] == said


def test_an_empty_list_of_exceptions_is_said():
    table = tables.tabulate_exceptions([assessed(indicator(), (59, 60))], {}, 8)

    assert (table.groups[0].rows, table.empty) == (
        [], "Nothing is red, really changed, or twice not supplied.")


def test_activity_takes_its_counts_from_the_register(sample):
    table = tables.tabulate_activity(sample.shown("restricted"), sample.context.period)
    counted = dict(table.data.rows)

    assert table.caption == "Events in Quarter 3 2014/15, not the same children followed through"
    assert list(counted) == ["Contacts", "Referrals", "Assessments completed",
                             "Section 47 enquiries", "Initial conferences", "Plans agreed"]
    assert (counted["Referrals"], counted["Assessments completed"]) == (674, 800)
    assert words(row_of(table, "Referrals")[2]) == ["Referrals: 674"]


def test_every_indicator_is_listed_once_those_under_review_first(sample):
    meeting = date(2015, 2, 11)
    table = tables.tabulate_indicators(sample.assessed("restricted"), meeting)
    listed = [row[0][0]["text"] for group in table.groups for row in group.rows]

    assert table.groups[0].label == "Under review at this meeting"
    assert len(table.groups[0].rows) == sum(meeting in one.review_meetings
                                            for one in sample.register)
    assert sorted(listed) == sorted(one.title for one in sample.register)
    assert len(table.data.rows) == len(sample.register)


def test_without_a_meeting_nothing_is_under_review(sample):
    labels = [group.label for group in tables.tabulate_indicators(
        sample.assessed("board"), None).groups]

    assert labels == ["Early help and the front door", "Children who need protection",
                      "Children at particular risk", "Looked after, well and learning",
                      "A safe workforce"]


def test_the_line_and_the_data_of_one_indicator(sample):
    table = tables.tabulate_indicators(sample.assessed("board"), None)
    row = row_of(table, "Referrals decided in one working day")

    assert [words(cell) for cell in row[:5]] == [
        ["Referrals decided in one working day"], ["Amber"], ["94.96%", "640 of 674"],
        ["100%", "local"],
        ["94.96%"]]
    assert next(line for line in table.data.rows if line[1] == "FD9")[4:17] == [
        "Amber", 94.955490, "per cent", 640, 674, 100, None, "this or more", "local",
        "illustrative", "guidance", "Working Together 2013, chapter 1", 94.955490]


def test_a_hidden_figure_has_no_row_and_its_indicator_is_named_below():
    hidden = assessed(indicator(), *[(90, 100)] * 3, (57, 60), (58, 60), audience="board")
    other = assessed(replace(COUNT, title="Families in hostels"), *[20] * 5, audience="board")
    table = tables.tabulate_indicators([hidden, other], None)

    assert [row[0][0]["text"] for row in table.groups[0].rows] == ["Families in hostels"]
    assert [row[2] for row in table.data.rows] == ["Families in hostels"]
    assert table.note.endswith(
        "Not shown, because of small numbers: visits in time.")


@pytest.mark.parametrize(("one", "sent", "rating", "actual"), [
    pytest.param(COUNT, "not supplied", "Not supplied", "–", id="the rating says why"),
    pytest.param(indicator(), (0, 0), "No cases", "–", id="no cases"),
])
def test_a_figure_that_is_missing_says_why_once(one, sent, rating, actual):
    quarters = assessed(one, *["not collected"] * 4, sent, audience="board")
    row, = tables.tabulate_indicators([quarters], None).groups[0].rows

    assert (words(row[1]), words(row[2])) == ([rating], [actual])


@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_every_table_is_plain_data(sample, audience):
    now = sample.assessed(audience)
    for table in (tables.tabulate_exceptions(now, {}), tables.tabulate_indicators(now, None),
                  tables.tabulate_activity(sample.shown(audience), sample.context.period)):
        written = json.dumps(table.as_json())
        assert json.dumps(json.loads(written)) == written
        assert "nan" not in written.lower().replace("finance", "")
