"""Conferencing: each clock on both sides of its limit, published figures, sentences, a real run."""

from __future__ import annotations

import os
import shutil
from contextlib import chdir
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas
import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.context import open_context
from pscb_lib.board.settings import ConferenceClock
from pscb_lib.disclosure.showing import rounded, show
from pscb_lib.page.assessment import assess
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.child_protection_conferencing import (
    measures,
    page,
    places,
    returned,
    returned_attendance,
)
from pscb_lib.reports.child_protection_conferencing.page.words import NONE_HELD
from pscb_lib.reports.child_protection_conferencing.plans import Conference, Plan

PERIOD, AS_OF = "2014-15 Q3", "2015-01-31"


def context_of(folder=ROOT, period=PERIOD, as_of=AS_OF, audience="restricted"):
    with chdir(ROOT):
        return open_context(period, as_of, str(folder), audience)


def read(folder, rows, attendance=(), period=PERIOD, as_of=AS_OF):
    """Return the context and both returns of a quarter; no rows are a nil return."""
    context = context_of(folder, period, as_of)
    checked = []
    for kind, sent in ((returned.RETURN, rows), (returned_attendance.RETURN, attendance)):
        names = [field.name for field in kind.fields(context)]
        table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                          for row in sent)] if sent else [
            [*names, "nil_return"], [*[""] * len(names), "yes"]]
        path = folder / kind.folder_or_file / f"{period.lower().replace(' ', '-')}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_csv(table), encoding="utf-8")
        checked.append(kind.read_for(context))
    return context, *checked


def measured(context, figures):
    register, thresholds = measures.read_register(context), context.settings.thresholds
    rated = assess(figures, register, [context.period], thresholds)
    return page.measured(figures, rated, context.period, thresholds)


def answer(context, figures):
    return page.answer(figures, measured(context, figures), context.period).words


def shown(folder, *returns, audience="restricted", **about):
    return show(measures.measure(*read(folder, *returns, **about)), audience)


REVIEW = {"kind": "review", "enquiry_started_on": "", "strategy_on": "",
          "parent_got_report_on": "", "plan_start": "14/07/2014"}
EASTER = {"period": "2014-15 Q1", "as_of": "2014-07-31"}


def held(on, start, **others):
    return {"held_on": on, "enquiry_started_on": start, "strategy_on": start, "plan_start": on,
            "parent_got_report_on": "", **others}


@pytest.mark.parametrize(("row", "soon", "about"), [
    pytest.param(held("29/04/2014", "04/04/2014"), 1, EASTER,
                 id="the fifteenth working day, over Good Friday and Easter Monday"),
    pytest.param(held("30/04/2014", "04/04/2014"), 0, EASTER, id="the sixteenth"),
    pytest.param(held("15/10/2014", "24/09/2014"), 1, {}, id="three weeks to the day"),
    pytest.param(held("16/10/2014", "24/09/2014"), 0, {}, id="and a day more"),
])
def test_an_initial_conference_is_in_time_on_the_fifteenth_working_day(
        tmp_path, row, soon, about):
    assert shown(tmp_path, [row], **about).get(*places.IN_TIME).value == soon


def test_the_setting_says_from_when_the_working_days_run(tmp_path):
    row = held("15/10/2014", "24/09/2014", strategy_on="23/09/2014")
    context, *checked = read(tmp_path, [row])
    statute = replace(context, settings=replace(
        context.settings, conference_clock=ConferenceClock.STRATEGY_DISCUSSION))
    assert [show(measures.measure(one, *checked), "restricted").get(*places.IN_TIME).value
            for one in (context, statute)] == [1, 0]


def plan(*days, start=date(2013, 8, 31), end=None):
    """A plan of an initial conference on its start, and of reviews on the other *days*."""
    return Plan(1, start, end, {}, False, tuple(
        Conference(number == 0, None, day, None) for number, day in enumerate((start, *days))))


@pytest.mark.parametrize(("days", "until", "due"), [
    pytest.param((), date(2013, 12, 1), date(2013, 11, 30), id="31 August and three months"),
    pytest.param((date(2013, 11, 30),), date(2014, 5, 31), date(2014, 5, 30), id="six after that"),
    pytest.param((date(2013, 8, 31),), date(2014, 3, 1), date(2014, 2, 28),
                 id="31 August and six months, in a year without 29 February"),
])
def test_a_review_is_due_by_calendar_months_and_the_end_of_a_short_month(days, until, due):
    *_, last = plan(*days).reviews(until)
    assert (last.due_on, last.held_on, last.is_in_time) == (due, None, False)


@pytest.mark.parametrize(("day", "is_in_time"), [
    pytest.param(date(2013, 11, 30), True, id="on the day by which it is due"),
    pytest.param(date(2013, 12, 1), False, id="a day later"),
])
def test_a_review_is_in_time_on_the_last_day(day, is_in_time):
    assert plan(day).is_reviewed_in_time(date(2013, 12, 31)) is is_in_time


def test_no_review_is_due_once_the_plan_has_ended():
    assert list(plan(end=date(2013, 11, 30)).reviews(date(2014, 1, 1))) == []


def test_one_late_review_fails_a_plan_for_good():
    late = plan(date(2013, 12, 1), date(2014, 5, 30))
    assert not late.is_reviewed_in_time(date(2014, 9, 30))


@pytest.mark.parametrize(("rows", "numbers"), [
    pytest.param([{"due_on": "14/10/2014", "held_on": "14/10/2014"}], [1, 0, 0], id="in time"),
    pytest.param([{"due_on": "14/10/2014", "held_on": "15/10/2014"}], [0, 1, 0], id="late"),
    pytest.param([{"due_on": "14/10/2014", "held_on": "", "outcome": ""}], [0, 0, 1],
                 id="due and not held is in the denominator"),
    pytest.param([{"due_on": "14/01/2015", "held_on": "", "outcome": "", "plan_end": "20/12/2014",
                   "end_reason": "moved"}], [0, 0, 0], id="not due: the plan has ended"),
])
def test_reviews_due_are_held_in_time_late_or_not(tmp_path, rows, numbers):
    figures = shown(tmp_path, [REVIEW | row for row in rows])
    assert [figures.get(places.REVIEWED, label).value for label in (
        places.HELD_IN_TIME, places.HELD_LATE, places.NOT_HELD)] == numbers


HELD_ON = date(2014, 2, 28)
WAITED = {"0 to 10": date(2014, 2, 14), "11 to 15": date(2014, 2, 7),
          "16 to 20": date(2014, 2, 6), "21 or more": date(2014, 1, 30)}


def row(number, **cells):
    return {"conference_id": f"CF-{number}", "family_id": f"F-{number}", "child_id": number,
            "kind": "review", "sex": "Girl", "ethnicity": "White", "enquiry_started_on": None,
            "strategy_on": None, "due_on": None, "held_on": HELD_ON, "late_because": None,
            "quorate": True, "outcome": "none", "category": "neglect", "plan_start": None,
            "plan_end": None, "end_reason": None, "earlier_plan": False, "child_part": "attended",
            "parent_part": True, "parent_got_report_on": None, "age": 9, "age_at_end": 9,
            "source": "published", **cells}


def published(bands, started, second, ended, long, on_time, reviewed):
    """The rows of a year that carries the published figures, all of its last quarter."""
    began = [start for band, number in zip(WAITED, bands, strict=True)
             for start in [WAITED[band]] * number]
    rows = [row(number, kind="initial", enquiry_started_on=start, outcome="none")
            for number, start in enumerate(began)]
    for number, one in enumerate(rows[:started]):
        one |= {"outcome": "plan", "plan_start": HELD_ON, "earlier_plan": number < second}
    first = date(2012, 2, 29), date(2012, 3, 1)  # 730 and 729 days before
    rows += [row(1000 + number, plan_start=first[number >= long], plan_end=HELD_ON,
                 end_reason="lower risk") for number in range(ended)]
    for number in range(reviewed):
        rows.append(row(2000 + number, kind="initial", held_on=date(2013, 10, 1),
                        enquiry_started_on=date(2013, 10, 1), plan_start=date(2013, 10, 1),
                        outcome="plan", category="neglect"))
        rows.append(row(3000 + number, child_id=2000 + number, plan_start=date(2013, 10, 1),
                        held_on=date(2014, 1, 1 + (number >= on_time)), outcome="plan"))
    # the quarters before were sent too
    return [*rows, *(row(4000 + month, held_on=date(2013, month, 1)) for month in (5, 8))]


@pytest.mark.parametrize(("year", "figures", "shares"), [
    pytest.param(2013, ((71, 251, 23, 21), 319, 47, 236, 9, 177, 180),
                 ("88.0", "14.7", "3.8", "98.3"), id="2013"),
    pytest.param(2014, ((34, 263, 10, 23), 254, 31, 284, 16, 136, 142),
                 ("90.0", "12.2", "5.6", "95.8"), id="2014"),
    pytest.param(2015, ((52, 263, 16, 23), 307, 48, 314, 7, 141, 151),
                 ("89.0", "15.6", "2.2", "93.4"), id="2015"),
    pytest.param(2016, ((37, 422, 28, 0), 398, 68, 375, 8, 142, 144),
                 ("94.3", "17.1", "2.1", "98.6"), id="2016, the two late bands hidden"),
])
def test_published_years_of_peterborough_are_recomputed(year, figures, shares):
    """Department for Education, Characteristics of children in need, years ending March."""
    context = context_of(period="2013-14 Q4", as_of="2014-04-30")
    rows = published(*figures)
    frame = pandas.DataFrame(rows, dtype=object)
    nobody = pandas.DataFrame(columns=["conference_id", "agency", "invited", "attended",
                                       "report_in_time"], dtype=object)
    found = measures.measure(context, Checked(frame, (), (), {}), Checked(nobody, (), (), {}))
    made = show(found, "restricted")
    bands = figures[0]
    assert [made.get(places.BANDS, one).value for one in WAITED] == list(bands)
    said = [made.get("indicators", id, "2013-14 Q4") for id in ("CP3", "CP8", "CP10", "CP11")]
    # Those reviewed had their own initial conferences in the quarter before, and started plans.
    counts = [one.counts for one in said]
    reviewed, started = figures[6], figures[1]
    assert counts == [(bands[0] + bands[1], sum(bands)), (figures[2], started + reviewed),
                      (figures[4], figures[3]), (figures[5], reviewed)]
    parts = [counts[0], (figures[2], started), *counts[2:]]
    assert tuple(rounded(_percent(some, all_))
                 for some, all_ in parts) == shares


def _percent(some, whole):
    return Fraction(100 * some, whole)


def test_315_of_354_is_88_98_per_cent():
    assert rounded(_percent(315, 354), 2) == "88.98"


@pytest.mark.parametrize(("changes", "says"), [
    pytest.param({"enquiry_started_on": ""}, "2014-15-q3.csv, row 2, column kind and "
                 "enquiry_started_on, value 'initial and ': an initial conference lacks the day "
                 "from which its 15 working days run; give the day", id="no clock"),
    pytest.param(REVIEW | {"due_on": "13/01/2015", "outcome": "plan", "plan_end": "14/10/2014",
                           "end_reason": "lower risk"}, "2014-15-q3.csv, row 2, column outcome "
                 "and plan_end, value 'plan and 14/10/2014': the plan goes on and has ended; "
                 "correct one of the two", id="goes on and has ended"),
])
def test_each_broken_rule_has_its_message(tmp_path, changes, says):
    _, conferences, _ = read(tmp_path, [changes])
    assert says in [str(one) for one in conferences.findings
                    if one.reaction is Reaction.REJECTED]


def test_the_date_of_birth_of_a_child_is_in_no_message_and_no_frame(tmp_path):
    _, conferences, _ = read(tmp_path, [{}, {"conference_id": "CF-2", "dob": "14/10/1996"}])
    (finding,) = conferences.findings
    assert "1996" not in str(finding)
    assert not {"dob", "expected_dob"} & {*conferences.frame}


def test_children_of_one_conference_have_one_day(tmp_path):
    two = [{}, held("15/10/2014", "24/09/2014", child_id="C-0378")]
    _, conferences, _ = read(tmp_path, two)
    assert [finding.rule for finding in conferences.findings] == [
        "differs from row 2, which is about the same conference"]


FAMILIES = [held("16/10/2014", "24/09/2014", child_id=f"C-{number}",
                 late_because="sibling's assessment", family_id="F-1", conference_id="CF-1")
            for number in range(3)]
IN_TIME = [held("15/10/2014", "24/09/2014", child_id=f"D-{number}", family_id=f"G-{number}",
                conference_id=f"CG-{number}") for number in range(10)]


@pytest.mark.parametrize(("rows", "audience", "says"), [
    pytest.param([*IN_TIME, *FAMILIES], "restricted", "10 of 13 children were given an "
                 "initial conference in 15 working days; three waited longer, of one family.",
                 id="they are of one family"),
    pytest.param(IN_TIME, "board", "All 10 children were given an initial conference in 15 "
                 "working days.", id="all in time"),
    pytest.param(IN_TIME[:1], "restricted", "The one child was given an initial conference in 15 "
                 "working days.",
                 id="one"),
    pytest.param([], "board", NONE_HELD, id="a nil return"),
])
def test_the_answer(tmp_path, rows, audience, says):
    context, *checked = read(tmp_path, rows)
    lead = answer(context, show(measures.measure(context, *checked), audience))
    assert says in lead.replace("**", "")


def test_the_agencies_that_came_most_seldom_are_asked(tmp_path):
    came = [{"conference_id": one["conference_id"], "agency": "Housing",
             "attended": "yes" if number < 2 else "no", "deputy": ""}
            for number, one in enumerate(IN_TIME)]
    context, *checked = read(tmp_path, IN_TIME, came)
    figures = show(measures.measure(context, *checked), "restricted")
    assert page.ask_agencies(figures, context.period).owner == "Peterborough City Council Housing"


def invitations(*agencies, came=0):
    """Each agency invited to every conference of IN_TIME, and there at the first *came*."""
    return [{"conference_id": one["conference_id"], "agency": agency, "deputy": "",
             "attended": "yes" if number < came else "no"}
            for agency in agencies for number, one in enumerate(IN_TIME)]


def test_many_agencies_that_stay_away_are_all_asked(tmp_path):
    context, *checked = read(tmp_path, IN_TIME, invitations(
        "Housing", "Early help service", "Cambridgeshire Constabulary", "Peterborough schools",
        "Domestic abuse service", "Drug and alcohol service"))
    figures = show(measures.measure(context, *checked), "board")
    assert page.ask_agencies(figures, context.period).owner == "The six agencies below 80%"


@pytest.mark.parametrize(("sent", "says"), [
    pytest.param({"National Probation Service": 6, "BeNCH Community Rehabilitation Company": 3},
                 "Probation: BeNCH Community Rehabilitation Company 3 of 10 and National Probation "
                 "Service 6 of 10.", id="two providers"),
    pytest.param({"National Probation Service": 6}, "", id="only one is known of"),
])
def test_whom_probation_was_is_said_where_there_are_two(tmp_path, sent, says):
    came = [row for agency, number in sent.items() for row in invitations(agency, came=number)]
    context, *checked = read(tmp_path, IN_TIME, came)
    figures = show(measures.measure(context, *checked), "board")
    note = page.tabulate_rated(figures, measured(context, figures), context.period).note
    assert ("Probation: " in note, says in note) == (bool(says), True)


BENCH, NPS = "BeNCH Community Rehabilitation Company", "National Probation Service"


@pytest.mark.parametrize(("sent", "reports", "owner"), [
    pytest.param({NPS: 3, BENCH: 5}, {NPS: "yes"}, BENCH, id="the one without all its reports"),
    pytest.param({NPS: 3, BENCH: 10}, {}, NPS, id="the one that stayed away"),
    pytest.param({NPS: 3, BENCH: 5}, {}, f"{NPS} and {BENCH}", id="both, who was away most first"),
    pytest.param({NPS: 3, BENCH: 10}, {NPS: "yes"}, NPS, id="away, though its reports came"),
])
def test_the_provider_of_probation_that_stayed_away_is_asked(tmp_path, sent, reports, owner):
    rows = [row | ({"report": "yes", "report_in_time": "yes"} if agency in reports else
                   {"report": "no", "report_in_time": ""})
            for agency, number in sent.items() for row in invitations(agency, came=number)]
    context, *checked = read(tmp_path, IN_TIME, rows)
    figures = show(measures.measure(context, *checked), "board")
    red = [one for one in measured(context, figures) if one.label.startswith("Probation")]
    assert [one.lead for one in red] == [owner]
    note = page.tabulate_rated(figures, red, context.period).note
    assert f"Lead: {owner}." in note


def two_quarters(folder, then, now, reports=10):
    """The figures of a quarter and the one before it, in which Housing came so often of ten."""
    for period, as_of, day, start, came in (
            ("2014-15 Q2", "2014-10-31", "15/07/2014", "24/06/2014", then),
            (PERIOD, AS_OF, "15/10/2014", "24/09/2014", now)):
        conferences = [held(day, start, child_id=f"{period}-{number}", family_id=f"F{number}",
                            conference_id=f"{period}-{number}") for number in range(10)]
        rows = [{"conference_id": f"{period}-{number}", "agency": "Housing", "deputy": "",
                 "attended": "yes" if number < came else "no",
                 "report": "yes" if number < reports else "no",
                 "report_in_time": "yes" if number < reports else ""} for number in range(10)]
        context, *checked = read(folder, conferences, rows, period, as_of)
    return context, show(measures.measure(context, *checked), "board")


@pytest.mark.parametrize(("then", "now", "says"), [
    pytest.param(9, 4, "Peterborough City Council Housing came to 4 of 10 conferences, after 9 of "
                 "10 in the quarter before.", id="it stopped coming"),
    pytest.param(6, 4, "came to 4 of 10 conferences, after 6 of 10", id="20 points"),
    pytest.param(5, 4, "", id="ten points"),
    pytest.param(10, 8, "", id="it still came to the target"),
])
def test_the_answer_names_who_stopped_coming(tmp_path, then, now, says):
    context, figures = two_quarters(tmp_path, then, now)
    words = answer(context, figures)
    assert (" conferences, after " in words, says in words) == (bool(says), True)


@pytest.mark.parametrize(("reports", "says", "owner"), [
    pytest.param(10, "", None, id="every report came"),
    pytest.param(9, "Agencies sent no report in time for 1 of 10 invitations", None,
                 id="one in ten"),
    pytest.param(4, "Agencies sent no report in time for 6 of 10 invitations",
                 "Peterborough City Council Housing", id="less than half came"),
])
def test_reports_that_did_not_come_in_time_are_said_and_asked_about(tmp_path, reports, says, owner):
    context, figures = two_quarters(tmp_path, 10, 10, reports)
    words, asked = answer(context, figures), page.ask_reports(figures, context.period)
    assert ("no report in time" in words, says in words) == (bool(says), True)
    assert (asked and asked.owner) == owner


def test_of_fewer_than_ten_invitations_no_percentage_is_drawn(tmp_path):
    rows = [*invitations("Housing", came=5), *invitations("Police", came=3)[:9]]
    context, *checked = read(tmp_path, IN_TIME, rows)
    chart = page.plot_agencies(show(measures.measure(context, *checked), "board"), context.period)
    assert "Constabulary" not in chart.svg
    made = page.tabulate_agencies(show(measures.measure(context, *checked), "board"),
                                  context.period)
    assert [row[1][0]["text"] for row in made.groups[0].rows] == ["50.0%", "3 of 9", "42.1%"]


def test_a_green_that_missed_its_target_says_so_and_the_unrated_stand_last(tmp_path):
    rows = [*IN_TIME * 3, held("16/10/2014", "24/09/2014", child_id="E-1", conference_id="CE-1")]
    rows = [row | {"conference_id": f"CK-{number}", "child_id": f"K-{number}"}
            for number, row in enumerate([*rows, *IN_TIME])]
    rows[0] |= {"quorate": "no", "went_ahead_because": "the child was at risk"}
    context, *checked = read(tmp_path, rows, invitations("Housing"))
    figures = show(measures.measure(context, *checked), "restricted")
    lines = {row[0][0]["text"]: [row[1][0]["text"], row[-1][0]["text"]] for row in
             page.tabulate_rated(
        figures, measured(context, figures), context.period).groups[0].rows}
    # 40 of 41 conferences were quorate, 97.6% of the target of 100%
    assert lines["Conferences that were quorate"] == ["Green", "No"]
    assert lines["Initial conferences in 15 working days"] == ["Green", "Yes"]
    is_green = [line[0] == "Green" for line in lines.values()]
    assert is_green == sorted(is_green, reverse=True)


def test_agencies_that_were_never_invited_are_named_and_general_practices_are_missed(tmp_path):
    context, *checked = read(tmp_path, IN_TIME, invitations("Housing"))
    said = page.say_uninvited(context, show(measures.measure(context, *checked), "board")).words
    assert said.startswith("Invited to no conference in twelve months: Children's social care, ")
    assert "Housing" not in said and "Police and Crime Commissioner" not in said
    assert said.endswith("General practices are not on the register of agencies, and are "
                         "not counted.")


def test_reds_come_first_in_the_lead_and_each_has_its_question(tmp_path):
    late = REVIEW | {"due_on": "13/10/2014", "held_on": "14/10/2014", "outcome": "plan"}
    reviews = [late | {"conference_id": f"R-{number}", "child_id": f"E-{number}"}
               for number in range(10)]
    came = [{"conference_id": one["conference_id"], "agency": "National Probation Service",
             "attended": "no", "deputy": ""} for one in [*IN_TIME, *reviews]]
    context, *checked = read(tmp_path, [*IN_TIME, *reviews], came)
    figures = show(measures.measure(context, *checked), "restricted")
    lead = answer(context, figures)
    assert lead.startswith("**Red: none of the 10 children's reviews due were held in time.")
    red = measured(context, figures)
    assert {one.owner for one in page.ask_reds(figures, red).blocks} >= {"National Probation "
                                                                         "Service"}


@pytest.mark.parametrize(("late", "is_told"), [
    pytest.param(14, True, id="6 of 20 against 20 of 20: the intervals do not meet"),
    pytest.param(3, False, id="17 of 20 against 20 of 20: they do"),
])
def test_a_gap_between_groups_is_told_where_their_intervals_do_not_meet(tmp_path, late, is_told):
    """Wilson's interval of 20 of 20 is 84% to 100%, of 6 of 20 15% to 52%, of 17 64% to 95%."""
    rows = [held("16/10/2014" if code == "MWBC" and number < late else "15/10/2014", "24/09/2014",
                 ethnicity=code, conference_id=f"{code}-{number}", family_id=f"{code}-{number}",
                 child_id=f"{code}-{number}") for code in ("WBRI", "MWBC") for number in range(20)]
    context, *checked = read(tmp_path, rows)
    figures = show(measures.measure(context, *checked), "restricted")
    said = f"In twelve months {20 - late} of 20 children in the group “Mixed” had theirs in " \
           "time, and 20 of 20 in “White”"
    assert (said in answer(context, figures)) is is_told
    asked = page.ask_gap(figures, measures.read_register(context))
    assert (asked is not None and "“Mixed”" in asked.blocks[0].words) is is_told


def test_probation_is_counted_by_conference_whichever_provider_came(tmp_path):
    came = [{"conference_id": "CG-0", "agency": agency, "attended": attended, "deputy": ""}
            for agency, attended in (("BeNCH Community Rehabilitation Company", "no"),
                                     ("National Probation Service", "yes"))]
    assert shown(tmp_path, IN_TIME, came).get("indicators", "PR1", PERIOD).counts == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="runs are forked from a warm server")
def test_three_sets_are_made_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    name = "child_protection_conferencing"
    shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", project / "notebooks")
    for folder in ("conferences", "conference_attendance", "data_set"):
        shutil.copytree(ROOT / "pscb_lib" / "samples" / folder, project / "returns" / folder)
    (project / "params" / CYCLE / f"{name}.yaml").write_text(
        'period: "2014-15 Q3"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "--audience", "restricted,board,public", cwd=project)
    assert done.returncode == 0, done.stderr
    text = (project / "outputs" / CYCLE / "board" / name / "report.html").read_text(
        encoding="utf-8")
    assert "84 of 91 children were given an initial conference in 15 working days" in text
    assert "Which is right, the data set or the records? Initial conferences" in text
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "2 sets read; 0 leaks" in audit.stdout) == (0, True), audit.stdout
