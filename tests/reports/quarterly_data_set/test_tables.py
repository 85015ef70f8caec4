"""The tables and pictures of the quarterly data set, from the sample and from invented figures."""

import json
from dataclasses import replace
from datetime import date

import pytest
from invented import BAND, HIGHER, NEUTRAL, assessed, indicator

from pscb_lib.board.indicators import INDICATORS, Role, Unit
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.asking import Known
from pscb_lib.reports.quarterly_data_set.page import assurance, tables

UNASKED = Known("board", date(2015, 1, 31))
COUNT = indicator(None, NEUTRAL, unit=Unit.COUNT)
STAGES = ("contacts", "referrals", "assessments", "section 47 enquiries",
          "initial conferences in time", "conferences to plan")
HELD = [replace(COUNT, id=f"N{at}", role=Role(word)) for at, word in enumerate(STAGES)]


def words(cell):
    return [line["chart"]["alt"] if "chart" in line else line["text"] for line in cell]


def row_of(table, title):
    return next(row for group in table.groups for row in group.rows
                if row[0][0]["text"].startswith(title))


def test_activity_takes_its_counts_from_the_register(sample):
    chart = tables.plot_activity(sample.shown("restricted"), sample.register,
                                 sample.context.period)
    counted = {row[0]: row[1] for row in chart.data.rows}

    assert chart.caption == "All of this work was more than in Quarter 2"  # 2,285, 587, 734 ...
    assert list(counted) == ["Contacts", "Referrals", "Assessments completed",
                             "Section 47 enquiries", "Initial conferences", "Plans agreed"]
    assert (counted["Referrals"], counted["Assessments completed"]) == (674, 800)
    assert "Referrals" in chart.alt


@pytest.mark.parametrize(("now", "expected"), [
    pytest.param({"N0": 9, "N1": 9}, "All of this work was more than in Quarter 2", id="all"),
    pytest.param({"N0": 9, "N1": 7}, "One of two kinds of work were more than in Quarter 2",
                 id="some"),
    pytest.param({"N0": 7, "N1": 8}, "All of this work was no more than in Quarter 2",
                 id="none"),
    pytest.param({"N0": 9, "N1": 3}, "Work done in Quarter 3 2014/15", id="one is hidden"),
])
def test_the_headline_of_activity_is_made_from_what_is_shown(now, expected):
    rows = [figures.count(INDICATORS, id, number, column) for id, count in now.items()
            for column, number in (("2014-15 Q2", 8), ("2014-15 Q3", count))]
    chart = tables.plot_activity(show(figures.frame(rows), "board"), HELD,
                                 parse_period("2014-15 Q3"))
    assert chart.caption == expected
    assert ("(8)" in chart.alt) == ("Quarter 2" in expected) == (
        chart.data.columns == ["Stage", "Quarter 3", "Quarter 2"])


def test_activity_is_not_compared_with_a_quarter_that_is_hidden():
    rows = [figures.count(INDICATORS, "N0", number, column)
            for column, number in (("2014-15 Q2", 3), ("2014-15 Q3", 9))]
    chart = tables.plot_activity(show(figures.frame(rows), "board"), HELD,
                                 parse_period("2014-15 Q3"))
    assert (chart.caption, chart.note) == ("Work done in Quarter 3 2014/15", None)


@pytest.mark.parametrize(("held", "said"), [
    pytest.param(HELD[1:], "No indicator in the Board's register has the role 'contacts'; this "
                 "part needs it.", id="one role"),
    pytest.param(HELD[2:], "No indicator in the Board's register has the roles 'contacts' and "
                 "'referrals'; this part needs them.", id="two roles"),
    pytest.param(HELD, None, id="none is missing"),
])
def test_activity_says_which_roles_no_indicator_has(held, said):
    rows = [figures.count(INDICATORS, one.id, 9, "2014-15 Q3") for one in held]
    chart = tables.plot_activity(show(figures.frame(rows), "board"), held,
                                 parse_period("2014-15 Q3"))
    assert (len(chart.data.rows), chart.note) == (len(held), said)


def test_without_any_of_its_roles_activity_is_a_sentence():
    said = tables.plot_activity(show(figures.frame([]), "board"), [indicator()],
                                parse_period("2014-15 Q3"), (1, 2))
    assert said.as_json()["place"] == [1, 2]
    assert said.words == (
        "No indicator in the Board's register has the roles 'contacts', 'referrals', "
        "'assessments', 'section 47 enquiries', 'initial conferences in time' and 'conferences to "
        "plan'; this part needs them.")


def test_every_indicator_is_listed_once_those_under_review_first(sample):
    meeting = date(2015, 2, 11)
    table = tables.tabulate_indicators(sample.assessed("restricted"), meeting, UNASKED)
    listed = [row[0][0]["text"] for group in table.groups for row in group.rows]

    assert table.caption == "All 44 indicators, by the Board's priorities"
    assert table.groups[0].label == "Under review at this meeting"
    assert len(table.groups[0].rows) == sum(meeting in one.review_meetings
                                            for one in sample.register)
    assert sorted(listed) == sorted(one.title for one in sample.register)
    assert len(table.data.rows) == len(sample.register)


def test_the_caption_counts_the_rows_and_the_note_names_the_others(sample):
    table = tables.tabulate_indicators(sample.assessed("board"), None, UNASKED)

    assert sum(len(group.rows) for group in table.groups) == 43
    assert table.caption == "43 of the 44 indicators, by the Board's priorities"
    assert table.note.endswith("Not shown, because of small numbers: plans open two years or more.")


def test_without_a_meeting_nothing_is_under_review(sample):
    labels = [group.label for group in tables.tabulate_indicators(
        sample.assessed("board"), None, UNASKED).groups]

    assert labels == ["Early help and the front door", "Children who need protection",
                      "Children at particular risk", "Looked after, well and learning",
                      "A safe workforce"]


def test_the_line_and_the_data_of_one_indicator(sample):
    table = tables.tabulate_indicators(sample.assessed("board"), None, UNASKED)
    row = row_of(table, "Referrals decided in one working day")

    assert [words(cell) for cell in row[:5]] == [
        ["Referrals decided in one working day"], ["Amber"], ["94.96%", "640 of 674; 34 late"],
        ["100%"], ["worse: Q2 96.4", "worse: year 95.1"]]
    assert words(row[5]) == ["from 96.7%, lowest of 11 quarters"]
    tidy = dict(zip(table.data.columns, next(
        line for line in table.data.rows if "FD9" in line), strict=True))
    assert (tidy["rating"], tidy["numerator"], tidy["denominator"]) == ("Amber", 640, 674)


def test_beside_every_green_stands_how_many_were_missed(sample):
    table = tables.tabulate_indicators(sample.assessed("restricted"), None, UNASKED)
    said = {title: words(row_of(table, title)[2])[1] for title in (
        "Plans reviewed in time", "Schools with a trained", "Children in need")}
    assert said == {"Plans reviewed in time": "164 of 170; six late",
                    "Schools with a trained": "74 of 77; three missed",
                    "Children in need": "per 10,000"}


def test_a_hidden_figure_has_no_row_and_its_indicator_is_named_below():
    hidden = assessed(indicator(), *[(90, 100)] * 3, (57, 60), (58, 60), audience="board")
    other = assessed(replace(COUNT, title="Families in hostels"), *[20] * 5, audience="board")
    table = tables.tabulate_indicators([hidden, other], None, UNASKED)

    assert [row[0][0]["text"] for row in table.groups[0].rows] == ["Families in hostels"]
    assert "Visits in time" not in str(table.data.rows)
    assert table.note.endswith(
        "Not shown, because of small numbers: visits in time.")


@pytest.mark.parametrize(("one", "sent", "rating", "actual"), [
    pytest.param(COUNT, "not supplied", "Not supplied", "–", id="the rating says why"),
    pytest.param(indicator(), (0, 0), "No cases", "–", id="no cases"),
])
def test_a_figure_that_is_missing_says_why_once(one, sent, rating, actual):
    quarters = assessed(one, *["not collected"] * 4, sent, audience="board")
    row, = tables.tabulate_indicators([quarters], None, UNASKED).groups[0].rows

    assert (words(row[1]), words(row[2])) == ([rating], [actual])


NEVER = assessed(indicator(numerator="visits on time"), *[(80, 100), (82, 100)] * 5, (81, 100))
CHANCE = assessed(indicator("82", HIGHER, id="V2", title="Reviews"), *[(80, 100), (84, 100)] * 6)
ALWAYS = assessed(indicator("70", id="V3", title="Plans"), *[(90, 100), (91, 100)] * 6)


def test_the_indicators_that_will_miss_their_target_come_first():
    table = assurance.tabulate_assurance([ALWAYS, CHANCE, NEVER])
    assert [(group.label.partition(":")[0], [row[0][0]["text"] for row in group.rows])
            for group in table.groups] == [
        ("Will miss its target unless something changes", ["Visits in time"]),
        ("Meets or misses its target by chance", ["Reviews"]),
        ("Can be expected to meet its target", ["Plans"])]


def test_assurance_is_said_with_how_often_and_how_many_and_no_comfort():
    table = assurance.tabulate_assurance([NEVER, CHANCE, ALWAYS])
    rows = {row[0][0]["text"]: row for group in table.groups for row in group.rows}

    # Mean 890/11 and ten steps of 2, but for the last of 1: 80.9 plus and minus 2.66 times 1.9.
    assert [words(cell) for cell in rows["Visits in time"][2:]] == [
        ["As usual"], ["76% to 86%*"], ["95%"], ["0 of 11; 19 late"]]
    assert {name: words(row[1]) for name, row in rows.items()} == {  # the icons, as they are heard
        "Visits in time": ["As usual; usual range: all of it misses the target"],
        "Reviews": ["As usual; usual range: some of it meets the target"],
        "Plans": ["As usual; usual range: all of it meets the target"]}
    assert words(rows["Reviews"][5]) == ["6 of 12; 16 missed"]
    assert words(rows["Plans"][5]) == ["12 of 12; nine missed"]


def test_a_range_that_leaves_its_target_by_a_decimal_is_printed_with_it():
    """Mean 1,344/10 and nine steps of 6: 13.44 plus and minus 2.66 times 0.6, which is 15.036."""
    band = assessed(indicator(("10", "15"), BAND), *[(1374, 10000), (1314, 10000)] * 5)
    row = assurance.tabulate_assurance([band]).groups[0].rows[0]

    assert [words(cell) for cell in row[3:5]] == [["11.84% to 15.04%*"], ["10–15%"]]


def group_of(one):
    return assurance.tabulate_assurance([one]).groups[0].label


def test_of_a_level_that_has_shifted_there_is_no_forecast():
    higher = assessed(indicator(), *[(number, 100) for number in (90, 80, 91, 90, 81)],
                      *[(88, 100)] * 7)  # a shift, by tests/page/test_words_standing.py
    table = assurance.tabulate_assurance([higher])

    assert group_of(higher).startswith("No forecast: its level has shifted")
    assert table.data.rows[0][3] == "no forecast"


def test_a_target_never_met_is_not_met_by_chance():
    reached = assessed(indicator("86"), *[(80, 100), (85, 100)] * 6)
    assert group_of(reached) == ("Has not met its target in eight quarters or more, though its "
                                 "usual range reaches it")


def test_the_lowest_of_all_quarters_is_not_said_to_be_as_usual():
    lowest = assessed(indicator("82"), *[(80, 100), (84, 100)] * 5, (84, 100), (79, 100))
    row = assurance.tabulate_assurance([lowest]).groups[0].rows[0]
    assert words(row[2]) == ["Lowest so far"]


def test_the_note_says_who_set_the_targets(sample):
    assert assurance.say_targets(sample.assessed("board")) == (  # law: HO1, LA9, PF1; not made up:
        "Of 27 targets, three are set in law and 24 locally. 23 of the 24 local ones are "  # LD1
        "illustrative. The time allowed is set in law for four and in guidance for nine of these. "
        "The spreadsheet cites each.")
    assert assurance.say_targets([assessed(COUNT, 8)]) is None


def test_what_has_no_usual_range_is_counted_below():
    few = assessed(indicator(), (80, 100))
    assert ("One more indicator with a target: no figure, too few quarters, or quarters not shown."
            in assurance.tabulate_assurance([few, ALWAYS]).note)
    assert assurance.tabulate_assurance([few]).groups == []


@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_every_table_is_plain_data(sample, audience):
    now = sample.assessed(audience)
    for table in (tables.tabulate_indicators(now, None, UNASKED), assurance.tabulate_assurance(now),
                  tables.plot_activity(sample.shown(audience), sample.register,
                                       sample.context.period)):
        written = json.dumps(table.as_json())
        assert json.dumps(json.loads(written)) == written
        assert "nan" not in written.lower().replace("finance", "")
