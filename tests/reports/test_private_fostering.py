"""Private fostering: the Regulations on both sides of each limit, the sentences, and a real run."""

from __future__ import annotations

import os
import shutil
from contextlib import chdir
from datetime import date

import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.context import open_context
from pscb_lib.board.cycles import quarter_of, reports_due
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.framework.workdays import add_working_days
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.private_fostering import (
    measures,
    page,
    places,
    returned,
    returned_awareness,
    returned_visits,
)
from pscb_lib.reports.private_fostering.measures.england import measure_england
from pscb_lib.reports.private_fostering.page.england import RUNNING, VISITED

PROGRAMME = read_programme(ROOT / "params" / "audit_programme.csv")
MEETINGS = read_meetings(ROOT / "params" / "meetings.csv")
[PRIVATE] = [one for one in PROGRAMME.audits if one.report == "private_fostering"]


def lines(kind, rows, context):
    names = [field.name for field in kind.fields(context)]
    return [names, *([{**kind.example, **row}.get(name, "") for name in names] for row in rows)]


def read(folder, rows, visits=(), events=None, as_of="2015-01-31", period="2013-14"):
    """Return the context and the returns; *visits* are days, or changes to the example.

    Without *events* there is no return of awareness work.
    """
    with chdir(ROOT):
        context = open_context(period, as_of, str(folder), "restricted")
    visits = [{"visited_on": one, "report_on": ""} if isinstance(one, str) else one
              for one in visits]
    checked = []
    for module, sent in ((returned, rows), (returned_visits, visits),
                         (returned_awareness, events)):
        kind = module.RETURN
        table = lines(kind, sent, context) if sent else [
            [*lines(kind, (), context)[0], "nil_return"],
            [*[""] * len(kind.fields(context)), "yes"]]
        if sent is not None:
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        checked.append(kind.read_for(context))
    return context, *checked


def shown(folder, *returns, audience="restricted", **about):
    return show(measures.measure(*read(folder, *returns, **about)), audience)


def running(notified, began, **others):
    return {"notified_on": notified, "aware_on": notified, "began_on": began, **others}


CHRISTMAS = running("20/12/2013", "16/12/2013")
MAY = running("01/05/2013", "01/04/2013", ended_on="24/07/2013")
EARLIER = running("01/02/2012", "01/02/2012", ended_on="01/05/2013")


@pytest.mark.parametrize(("row", "visits", "place", "counts"), [
    pytest.param(CHRISTMAS, ["03/01/2014"], places.IN_TIME, (1, 1),
                 id="regulation 4: the seventh working day, after three bank holidays"),
    pytest.param(CHRISTMAS, ["06/01/2014"], places.IN_TIME, (0, 1), id="the eighth"),
    pytest.param(CHRISTMAS, [], places.IN_TIME, (0, 1), id="never visited: in our share"),
    pytest.param(CHRISTMAS, [], places.IN_TIME_OF_VISITED, (0, 0), id="and not in the other"),
    pytest.param(MAY, ["12/06/2013"], places.EVERY_SIX, (1, 1),
                 id="regulation 8: 42 days twice, from when the authority was aware"),
    pytest.param(MAY, ["13/06/2013"], places.EVERY_SIX, (0, 1), id="43 days once"),
    pytest.param(MAY, [], places.EVERY_SIX, (0, 1), id="never visited in 84 days"),
    pytest.param(EARLIER, ["06/02/2013"], places.EVERY_TWELVE, (1, 1), id="84 days"),
    pytest.param(EARLIER, ["05/02/2013"], places.EVERY_TWELVE, (0, 1), id="85 days"),
])
def test_a_visit_is_in_time_on_the_last_day_and_not_after_it(tmp_path, row, visits, place, counts):
    figure = shown(tmp_path, [row], visits).get(*place)
    assert (figure.numerator, figure.denominator) == counts


@pytest.mark.parametrize(("row", "visits", "counts"), [
    pytest.param(MAY, ["12/06/2013"], (1, 1), id="day 42, and the next is due on the last day"),
    pytest.param(MAY, ["13/06/2013"], (0, 1), id="day 43"),
    pytest.param(MAY, [], (0, 1), id="never: day 84 is the day of its end, and not yet late"),
    pytest.param(MAY | {"ended_on": "25/07/2013"}, [], (0, 2), id="never in 85 days"),
    pytest.param(MAY, [{"visited_on": "12/06/2013", "child_seen": "no", "report_on": "",
                        "alone": "no, another reason"}], (0, 1), id="the child was not seen"),
    pytest.param(running("29/02/2012", "29/02/2012", ended_on="24/05/2013"),
                 ["28/02/2013", "23/05/2013"], (0, 1),
                 id="29 February: on 28 February the first year still runs, so six weeks"),
    pytest.param(running("29/02/2012", "29/02/2012", ended_on="25/05/2013"),
                 ["01/03/2013", "24/05/2013"], (1, 1), id="from 1 March twelve weeks"),
])
def test_a_visit_is_due_six_weeks_after_the_last_and_twelve_after_a_year(
        tmp_path, row, visits, counts):
    figure = shown(tmp_path, [row], visits).get(*places.ON_TIME)
    assert (figure.numerator, figure.denominator) == counts


@pytest.mark.parametrize(("row", "place", "counts"), [
    pytest.param({"notified_on": "24/12/2013", "decided_on": "25/02/2014"},
                 places.DECIDED_IN_TIME, (1, 1),
                 id="the 42nd working day: Christmas, Boxing and New Year's Day are none"),
    pytest.param({"notified_on": "24/12/2013", "decided_on": "26/02/2014"},
                 places.DECIDED_IN_TIME, (0, 1), id="the 43rd"),
    pytest.param({"notified_on": "24/12/2013", "suitable": "pending"}, places.DECIDED_IN_TIME,
                 (0, 1), id="not yet decided"),
    pytest.param({"proposal": "yes", "began_on": "24/06/2013"}, places.EARLY, (1, 1),
                 id="regulation 3: 42 days before it began"),
    pytest.param({"proposal": "yes", "began_on": "23/06/2013"}, places.EARLY, (0, 1), id="41 days"),
    pytest.param({"suitable": "yes with requirements"}, places.SUITABLE, (1, 1),
                 id="requirements may be imposed on what is suitable"),
    pytest.param({"suitable": "prohibited"}, places.SUITABLE, (0, 1), id="prohibited"),
    pytest.param({"suitable": "pending"}, places.SUITABLE, (0, 0), id="pending"),
])
def test_decisions_and_early_notice(tmp_path, row, place, counts):
    figure = shown(tmp_path, [row]).get(*place)
    assert (figure.numerator, figure.denominator) == counts


def test_what_was_decided_after_the_day_of_the_report_is_pending_on_it(tmp_path):
    row = {"notified_on": "25/03/2014", "aware_on": "25/03/2014", "decided_on": "01/05/2014"}
    known = shown(tmp_path, [row], as_of="2014-04-30")
    assert known.get(places.SUITABILITY, "Not yet decided").value == 1
    assert known.get(*places.DECIDED).value == 0


def test_without_the_days_of_decisions_none_is_said_to_be_late(tmp_path):
    assert shown(tmp_path, [{}]).get(*places.DECIDED_IN_TIME).state == "not supplied"


def seen(alone, view="", on="14/06/2013", case="PF-001"):
    return {"arrangement_id": case, "visited_on": on, "child_seen": "yes", "alone": alone,
            "child_view": view, "report_on": ""}


def test_children_are_seen_alone_and_what_each_said_last_counts(tmp_path):
    rows = [{}, {"arrangement_id": "PF-2"}, {"arrangement_id": "PF-3"}]
    visits = [seen("yes", "unhappy"), seen("no, too young", "content", "14/07/2013"),
              seen("no, the child did not wish it", "did not wish to say", case="PF-2")]
    found = shown(tmp_path, rows, visits)
    assert {place: found.get(*place).counts for place in (
        places.ALONE, places.SEEN_ALONE, places.CONTENT)} == {
        places.ALONE: (1, 3), places.SEEN_ALONE: (1, 2), places.CONTENT: (1, 1)}
    assert found.get(places.SAID, "Did not wish to say").value == 1


def test_views_that_no_visit_has_are_not_supplied(tmp_path):
    found = shown(tmp_path, [{}], [seen("yes")])
    assert found.get(*places.CONTENT).state == "not supplied"


EVENT = {"held_on": "30/11/2013", "event": "leaflet", "audience": "health", "people_reached": "26"}


@pytest.mark.parametrize(("day", "soon"), [
    pytest.param("30/11/2013", 1, id="the day of the event"),
    pytest.param("29/11/2013", 0, id="the day before"),
    pytest.param("28/02/2014", 1, id="three months after 30 November: the end of February"),
    pytest.param("03/03/2014", 0, id="later"),
])
def test_notifications_in_the_three_months_after_an_event(tmp_path, day, soon):
    found = shown(tmp_path, [running(day, "01/11/2013")], (), [EVENT])
    assert found.get(*places.SOON_AFTER).numerator == soon


def test_a_year_before_the_first_row_was_not_supplied_and_is_no_zero(tmp_path):
    found = shown(tmp_path, [MAY, EARLIER | {"arrangement_id": "PF-2"}], (), [EVENT])
    years = {year: [found.get(places.YEARS, year, column).text for column in (
        places.NOTIFICATIONS, places.EVENTS)] for year in found.rows(places.YEARS)}
    assert years == {"2009/10": ["Not supplied"] * 2, "2010/11": ["Not supplied"] * 2,
                     "2011/12": ["1", "Not supplied"], "2012/13": ["0", "Not supplied"],
                     "2013/14": ["1", "1"]}


@pytest.mark.parametrize(("number", "text"), [
    pytest.param(0, "0", id="zero"), pytest.param(5, "Not shown: small numbers", id="five"),
    pytest.param(6, "6", id="six")])
def test_the_board_has_the_closing_number_from_six_or_where_it_is_zero(tmp_path, number, text):
    rows = [MAY | {"arrangement_id": f"PF-{one}", "ended_on": "" if one < number
                   else "24/07/2013"} for one in range(12)]
    assert shown(tmp_path, rows, audience="board").get(*places.CLOSING).text == text


ENGLAND = {("2006/07", RUNNING): 1250, ("2007/08", RUNNING): 1330, ("2008/09", RUNNING): 1530,
           ("2008/09", "Began"): 1980, ("2008/09", "Ended"): 1700, ("2008/09", VISITED): 77,
           ("2006/07", VISITED): 78}


def test_england_s_published_figures_are_known_once_they_are_out():
    known = {(row["row"], row["column"]): row["actual"] for row in measure_england(
        date(2014, 8, 31))}
    assert (known, measure_england(date(2009, 3, 31))) == (ENGLAND, [])


def test_a_release_whose_numbers_are_not_held_says_so_from_its_day():
    before, day = measure_england(date(2015, 7, 1)), measure_england(date(2015, 7, 2))
    assert [row["state"] for row in day[len(before):]] == ["not held"]


def test_england_s_published_year_is_said_not_to_add_up(tmp_path):
    sheet = page.list_england(shown(tmp_path, []))
    assert sheet.note.startswith(
        "As published 2008/09 does not add up: 1,330 + 1,980 − 1,700 is 1,610, not 1,530. ")


def test_the_paper_falls_due_after_the_form_is_sent_on_31_may():
    for year in range(2010, 2031):
        assert add_working_days(date(year, 3, 31), PRIVATE.working_days_allowed) > date(
            year, 5, 31)
    found = {cycle: reports_due(quarter_of(cycle), PROGRAMME, MEETINGS, {}).get(
        "private_fostering") for cycle in ("2014-15-q1", "2014-15-q2", "2014-15-q3", "2014-15-q4")}
    assert {cycle: one and (one.period.label, one.due_on) for cycle, one in found.items()} == {
        "2014-15-q1": ("2013-14", date(2014, 9, 3)), "2014-15-q2": None, "2014-15-q3": None,
        "2014-15-q4": None}


@pytest.mark.parametrize(("as_of", "over"), [("2014-04-03", 1), ("2014-04-02", 0)])
def test_a_notification_counts_once_its_seven_working_days_are_over(tmp_path, as_of, over):
    of_march = running("25/03/2014", "20/03/2014")
    assert shown(tmp_path, [of_march], as_of=as_of).get(*places.OVER).value == over


@pytest.mark.parametrize(("row", "ended"), [
    pytest.param({"dob": "01/09/1997"}, True, id="16 in the year"),
    pytest.param({"dob": "01/09/1997", "disabled": "yes"}, False, id="16 and disabled"),
    pytest.param({"dob": "01/04/1998"}, False, id="16 on the day after the year"),
    pytest.param({"ended_on": "31/03/2014"}, True, id="ended on the last day"),
    pytest.param({"ended_on": "11/05/2013", "aware_on": "12/05/2013"}, True,
                 id="known only after its end"),
])
def test_running_plus_began_is_ended_plus_running(tmp_path, row, ended):
    numbers = [shown(tmp_path, [row, EARLIER | {"arrangement_id": "PF-2", "ended_on": ""}]).get(
        places.FLOW, label).value for label in places.STOCK]
    assert numbers == [1, 1, int(ended), 2 - ended]


@pytest.mark.parametrize(("rows", "visits", "says"), [
    pytest.param([{"proposal": "yes"}], [], "private_fostering.csv, row 2, column proposal and "
                 "notified_on and began_on, value 'yes and 13/05/2013 and 02/05/2013': a proposal "
                 "is notified before it begins, a running arrangement after that; correct the one "
                 "that is wrong", id="a proposal that has begun"),
    pytest.param([{"relationship": "Step-parent"}], [], "private_fostering.csv, row 2, column "
                 "relationship, value 'Step-parent': a close relative is not a private foster "
                 "carer; take the row out, or correct the relationship", id="a close relative"),
    pytest.param([{}], [{"arrangement_id": "PF-1"}], "private_fostering_visits.csv, row 2, column "
                 "arrangement_id, value 'PF-1': is in no row that is used of "
                 "private_fostering.csv; correct it, or send that row", id="a visit of nobody"),
])
def test_each_broken_rule_has_its_message(tmp_path, rows, visits, says):
    _, *checked = read(tmp_path, rows, visits)
    assert [str(finding) for one in checked for finding in one.findings
            if finding.reaction is Reaction.REJECTED] == [says]


@pytest.mark.parametrize(("rows", "audience", "says"), [
    pytest.param([MAY, CHRISTMAS | {"arrangement_id": "PF-2"}], "restricted",
                 "1 of 2 children notified was not seen within the seven working days that the law "
                 "allows, so that nobody had seen by then whether the child was safe. None of the "
                 "two children whose arrangement began in the year were seen at least every six "
                 "weeks. The one child visited was seen alone at least once. In 2013/14 the "
                 "authority was notified of two private fostering arrangements; one was running on "
                 "31 March 2014. Both arrangements decided were found suitable. What the children "
                 "said was not returned.", id="all shown"),
    pytest.param([MAY], "public", "The answer is not shown, because of small numbers.",
                 id="small numbers"),
    pytest.param([], "board", "In 2013/14 the authority was notified of no private fostering "
                 "arrangements; none were running on 31 March 2014.",
                 id="a nil return, with awareness work"),
])
def test_the_answer(tmp_path, rows, audience, says):
    visits = [{"arrangement_id": "PF-001", "visited_on": "02/05/2013", "report_on": ""}]
    context, *checked = read(tmp_path, rows, visits if rows else (), [EVENT])
    lead = page.answer(show(measures.measure(context, *checked), audience), context.period,
                       FRAMEWORK)
    assert lead.words.replace("**", "") == says


@pytest.mark.parametrize(("in_time", "says"), [
    pytest.param(19, "1 of 20 children notified was not seen within the seven working days that "
                 "the law allows (Green, target missed), so that nobody had seen by then whether "
                 "the child was safe.", id="95% of the law's 100%"),
    pytest.param(18, "2 of 20 children notified were not seen within the seven working days that "
                 "the law allows (Amber), so that nobody had seen by then whether they were safe.",
                 id="90%"),
    pytest.param(17, "3 of 20 children notified were not seen within the seven working days that "
                 "the law allows (Red), so that nobody had seen by then whether they were safe.",
                 id="85%"),
    pytest.param(0, "None of the 20 children notified were seen within seven working days (Red), "
                 "so that nobody had seen by then whether they were safe.", id="none")])
def test_the_answer_begins_with_the_children_who_were_not_seen_in_time(tmp_path, in_time, says):
    rows = [MAY | {"arrangement_id": f"PF-{one}"} for one in range(20)]
    visits = [seen("yes", on="02/05/2013" if one < in_time else "01/06/2013", case=f"PF-{one}")
              for one in range(20)]
    context, *checked = read(tmp_path, rows, visits)
    said = page.answer(show(measures.measure(context, *checked), "restricted"), context.period,
                       FRAMEWORK)
    assert said.words.startswith(f"**{says}")
    assert "seen then" not in said.words


@pytest.mark.parametrize(("met", "says"), [
    pytest.param(0, "** All three were visited in time, but not seen then. ", id="none"),
    pytest.param(1, "** Both were visited in time, but not seen then. ", id="one"),
    pytest.param(2, "** The child was visited in time, but not seen then. ", id="two"),
])
def test_a_first_visit_at_which_the_child_was_not_seen_does_not_hide_it(tmp_path, met, says):
    rows = [MAY | {"arrangement_id": f"PF-{one}"} for one in range(3)]
    visits = [seen("yes", on="02/05/2013", case=f"PF-{one}") if one < met else
              seen("no, another reason", on="02/05/2013", case=f"PF-{one}") | {"child_seen": "no"}
              for one in range(3)]
    context, *checked = read(tmp_path, rows, visits)
    known = show(measures.measure(context, *checked), "restricted")
    assert known.get(*places.SEEN_IN_TIME).counts == (met, 3)
    assert says in page.answer(known, context.period, FRAMEWORK).words


def test_who_was_not_visited_is_told_from_who_was_visited_and_not_seen(tmp_path):
    rows = [MAY | {"arrangement_id": f"PF-{one}"} for one in range(3)]
    visits = [seen("no, another reason", on="02/05/2013", case="PF-0") | {"child_seen": "no"},
              seen("yes", on="02/05/2013", case="PF-1")]
    context, *checked = read(tmp_path, rows, visits)
    known = show(measures.measure(context, *checked), "restricted")
    assert "** One of the two was visited in time, but not seen then. " in page.answer(
        known, context.period, FRAMEWORK).words


WEEKS = ["02/05/2013", "12/06/2013", "23/07/2013"]  # MAY's visits, all in time


@pytest.mark.parametrize(("first", "then", "late"), [
    pytest.param(1, 0, "one child not seen in seven working days", id="one"),
    pytest.param(2, 1, "two children not seen in seven working days and one child not seen for "
                 "over six weeks", id="two, and one"),
    pytest.param(0, 2, "two children not seen for over six weeks", id="none, and two"),
])
def test_the_question_counts_the_children_who_were_not_seen_in_time(tmp_path, first, then, late):
    rows = [MAY | {"arrangement_id": f"PF-{one}"} for one in range(4)]
    visits = [seen("yes", on=day, case=f"PF-{one}") for one in range(4) for day in (
        ["20/05/2013", *WEEKS[1:]] if one < first else WEEKS)
        if not (one >= 4 - then and day == WEEKS[1])]
    known = shown(tmp_path, rows, visits)
    assert page.ask_visits(known, "Officer").words == (
        f"What held up the late visits: {late}; and is each child now visited in time?")


def test_where_no_school_notified_the_answer_says_so(tmp_path):
    context, *checked = read(tmp_path, [MAY | {"notified_by": "parent"}], (), [EVENT])
    said = page.answer(show(measures.measure(context, *checked), "restricted"), context.period,
                       FRAMEWORK).words
    assert "31 March 2014. No school notified one in three years. " in said
    assert "wareness" not in said


def test_a_visit_that_the_law_requires_is_rated_or_said_to_be_missed(tmp_path):
    rows = [MAY | {"arrangement_id": f"PF-{one}"} for one in range(20)]
    visits = [seen("yes", on=day, case=f"PF-{one}") for one in range(17) for day in WEEKS]
    made = page.tabulate_timescales(shown(tmp_path, rows, visits), FRAMEWORK)
    assert {row[0][0]["text"]: row[1][0]["text"] for row in made.groups[0].rows} == {
        "Notified: child seen within seven working days": "Red",
        "Notified: visited within seven working days": "Red",
        "Began in the year: visited at least every six weeks": "Red",
        "Began earlier: visited at least every 12 weeks": "–",
        "Visits due: made on time": "target missed"}


def test_the_group_hears_what_is_prohibited_or_has_requirements(tmp_path):
    rows = [{"arrangement_id": f"PF-{number}", "suitable": one} for number, one in enumerate((
        "yes with requirements", "yes with requirements", "prohibited"))]
    context, *checked = read(tmp_path, rows)
    said = page.answer(show(measures.measure(context, *checked), "restricted"), context.period,
                       FRAMEWORK)
    assert said.words.endswith("2 of 3 arrangements decided were found suitable. Two have "
                               "requirements and one was prohibited.")


def test_a_child_whose_seven_working_days_run_is_not_among_those_visited_in_time(tmp_path):
    rows = [MAY, MAY | {"arrangement_id": "PF-2"},
            running("25/03/2014", "20/03/2014", arrangement_id="PF-3")]
    visits = [{"arrangement_id": one, "visited_on": "02/05/2013", "report_on": ""}
              for one in ("PF-001", "PF-2")]
    context, *checked = read(tmp_path, rows, visits, as_of="2014-04-02")
    said = page.answer(show(measures.measure(context, *checked), "restricted"), context.period,
                       FRAMEWORK)
    assert ("Both children notified whose seven working days are over were seen within seven "
            "working days; ") in said.words


def test_the_sentence_on_awareness(tmp_path):
    said = page.say_awareness(shown(tmp_path, [MAY, EARLIER | {"arrangement_id": "PF-2"}]))
    assert said.words == (
        "Two arrangements were notified in three years. Few notifications may mean that few people "
        "know of the duty to notify.")


@pytest.mark.parametrize(("by", "headline", "owner"), [
    pytest.param("parent", "No school notified in three years",
                 "Each school, through the education lead on the Board", id="none by a school"),
    pytest.param("school", "Notified most by a school", "Officer", id="by schools"),
])
def test_schools_that_notified_none_are_said_and_asked(tmp_path, by, headline, owner):
    known = shown(tmp_path, [MAY | {"notified_by": by}])
    assert page.plot_notifiers(known).caption == headline
    assert page.ask_awareness(known, "Do too few know?", "Officer").owner == owner


def test_a_group_that_was_told_and_notified_none_is_named(tmp_path):
    events = [EVENT, {"audience": "schools", "people_reached": "74"},
              {"audience": "the public", "people_reached": "400"}]
    said = page.say_awareness(shown(tmp_path, [MAY | {"notified_by": "GP or health"}], (), events))
    assert ("duty to notify. Yet the year's awareness work reached 74 people in schools, 26 people "
            "in health services and 400 people among the public.") in said.words


def test_an_awareness_event_is_said_of_all_it_reached(tmp_path):
    said = page.say_awareness(shown(tmp_path, [MAY | {"notified_by": "GP or health"}], (), [EVENT]))
    assert said.words.endswith(
        "duty to notify. The year's awareness work reached 26 people in health services.")


@pytest.mark.parametrize(("soon", "of", "says"), [
    pytest.param(4, 12, "4 of 12 notifications of the last year were received within three months "
                 "after an event (91 of its 365 days): no effect is shown.", id="chance"),
    pytest.param(12, 12, "All 12 notifications of the last year were received within three months "
                 "after an event (91 of its 365 days): more than chance gives.",
                 id="more"),
    pytest.param(0, 20, "None of the 20 notifications of the last year were received within three "
                 "months after an event (91 of its 365 days): fewer than chance gives.",
                 id="fewer"),
    pytest.param(4, 9, None, id="nine are too few"),
])
def test_notifications_soon_after_an_event_are_set_beside_chance(tmp_path, soon, of, says):
    rows = [running("02/12/2013" if one < soon else "02/05/2013", "01/04/2013",
                    arrangement_id=f"PF-{one}") for one in range(of)]
    chart = page.plot_years(shown(tmp_path, [*rows, EARLIER | {"arrangement_id": "PF-X"}], (),
                                  [EVENT]))
    assert chart.note == says


@pytest.mark.parametrize(("rows", "visited", "says"), [
    pytest.param([MAY], ["PF-001"], "", id="each arrangement's child was visited"),
    pytest.param([MAY, MAY | {"arrangement_id": "PF-2"}], ["PF-001"],
                 "The one child visited and the two arrangements of the year are counted apart: ",
                 id="one of two"),
    pytest.param([MAY | {"proposal": "yes", "began_on": "01/05/2014", "ended_on": ""}],
                 ["PF-001"], "", id="visited before it began, and none ran in the year"),
    pytest.param([MAY], [], "", id="none was visited"),
])
def test_children_visited_are_told_from_arrangements(tmp_path, rows, visited, says):
    visits = [seen("yes", on="10/05/2013", case=one) for one in visited]
    made = page.say_children(shown(tmp_path, rows, visits))
    said = made.words if made else ""
    assert ("counted apart" in said, says in said) == (bool(says), True)


def test_what_is_hidden_of_the_children_is_not_in_the_answer_and_is_not_asked_about(tmp_path):
    rows = [MAY | {"arrangement_id": f"PF-{one}", "suitable": "prohibited" if one == 1 else "yes"}
            for one in range(1, 21)]
    visits = [seen("yes", "unhappy" if one == 1 else "content", case=f"PF-{one}")
              for one in range(1, 21)]
    context, *checked = read(tmp_path, rows, visits)
    known = show(measures.measure(context, *checked), "board")
    assert "not shown" not in page.answer(known, context.period, FRAMEWORK).words
    assert page.say_children(known).words.endswith(
        " How many arrangements were found suitable and how many children were content are not "
        "shown, because of small numbers, which could identify a child; Q&E has the figures.")
    assert page.ask_children(known, "Officer") is None


def test_the_group_asks_what_was_done_for_who_was_not_content(tmp_path):
    rows = [MAY | {"arrangement_id": f"PF-{one}", "suitable": "prohibited" if one else "yes"}
            for one in range(2)]
    asked = page.ask_children(shown(tmp_path, rows, [seen("yes", "unhappy", case="PF-0")]),
                              "Officer")
    assert [one.words for one in asked.blocks] == [
        "What was done about each child who was not content?",
        "What was done about each arrangement that was not found suitable?"]


def test_a_nil_return_has_no_picture_and_says_what_few_may_mean(tmp_path):
    nil = shown(tmp_path, [])
    assert (page.plot_years(nil), page.plot_notifiers(nil)) == (None, None)
    assert page.say_awareness(nil).words == (
        "No arrangement was notified. Few notifications may mean that few people know of the duty "
        "to notify.")


def test_one_arrangement_was_notified(tmp_path):
    said = page.say_awareness(shown(tmp_path, [MAY]))
    assert said.words.startswith("One arrangement was notified in three years. ")


@pytest.mark.skipif(os.name == "nt", reason="runs are forked from a warm server")
def test_three_sets_are_made_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    shutil.copy(ROOT / "notebooks" / "private_fostering.ipynb", project / "notebooks")
    for path in (ROOT / "pscb_lib" / "samples").glob("private_fostering*.csv"):
        shutil.copy(path, project / "returns")
    (project / "params" / CYCLE / "private_fostering.yaml").write_text(
        'period: "2013-14"\nas_of: "2014-08-31"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "--audience", "restricted,board,public", cwd=project)
    assert (done.returncode, done.stdout.count(" 467 ")) == (0, 3), done.stderr
    text = (project / "outputs" / CYCLE / "board" / "private_fostering" / "report.html").read_text(
        encoding="utf-8")
    assert "3 of 19 children notified were not seen within the seven working days that " in text
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "2 sets read; 0 leaks" in audit.stdout) == (0, True), audit.stdout
