"""Every definition at its edge, on records whose answers can be counted on paper.

Working days here were counted from a calendar of 2014: 5 and 26 May, 25 and 26 December and
1 January are bank holidays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from papers import ROOT

from pscb_lib.board.settings import ConferenceClock, read_settings
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import DayCount
from pscb_lib.returns.national.measures import (
    conferences,
    looked_after,
    missing_from_care,
    plan_reviews,
    referrals,
    single_assessments,
)
from pscb_lib.returns.national.measures import (
    protection_plans as plans,
)
from pscb_lib.returns.national.measures.behind import numerator
from pscb_lib.returns.national.measures.timescales import is_open, is_within

SETTINGS = read_settings(ROOT / "params" / "settings.yaml")
QUARTER = parse_period("2014-15 Q3")
END = date(2014, 12, 31)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def figure(work_out, settings=SETTINGS, period=QUARTER, **records) -> tuple[int, int]:
    """The numerator and the number of rows behind it."""
    rows = work_out(records, period, settings)
    return numerator(rows), len(rows)


def referral(on: str, closed: str = "", nfa: bool = False, child: str = "A1", **more) -> dict:
    return {"child_id": child, "referred_on": day(on), "closed_on": day(closed),
            "no_further_action": nfa, **more}


@pytest.mark.parametrize(("before", "on", "expected"), [
    pytest.param(("2013-11-03", "2014-01-06"), "2014-11-03", 1, id="twelve months to the day"),
    pytest.param(("2013-11-02", "2014-01-06"), "2014-11-03", 0, id="a day more than that"),
    pytest.param(("2014-11-03", "2014-11-03"), "2014-11-04", 1, id="closed, and a day later"),
    pytest.param(("2014-11-03", "2014-11-04"), "2014-11-04", 1, id="closed on the day itself"),
])
def test_a_re_referral_follows_another_of_the_child_within_twelve_months(before, on, expected):
    records = {"referrals": [referral(*before), referral(on)]}
    assert figure(referrals.re_referrals, **records)[0] == expected
    assert figure(referrals.referrals, **records)[0] == 1 + (before[0] >= "2014-10-01")


def test_twelve_months_from_29_february_end_on_28_february():
    records = {"referrals": [referral("2012-02-29", "2012-03-05"), referral("2013-02-28")]}
    assert figure(referrals.re_referrals, period=parse_period("2012-13 Q4"), **records) == (1, 1)
    records["referrals"][1] = referral("2013-03-01")
    assert figure(referrals.re_referrals, period=parse_period("2012-13 Q4"), **records) == (0, 1)


@pytest.mark.parametrize(("before", "expected"), [
    pytest.param(referral("2014-09-01"), 0, id="the case is open"),
    pytest.param(referral("2014-09-01", "2014-11-04"), 0, id="it closes the day after"),
    pytest.param(referral("2014-09-01", "2014-11-03"), 1, id="it closed that day"),
    pytest.param(referral("2014-09-01", nfa=True), 1, id="nothing came of the one before"),
    pytest.param(referral("2014-09-01", child="B2"), 1, id="it is another child's"),
])
def test_a_referral_about_an_open_case_is_not_counted(before, expected):
    records = {"referrals": [before, referral("2014-11-03")]}
    assert figure(referrals.referrals, **records) == (expected, expected)
    assert figure(referrals.re_referrals, **records)[1] == expected


def test_the_number_of_earlier_referrals_in_a_list_is_used():
    lists = [{"child_id": id, "referred_on": date(2014, 11, 3), "no_further_action": None,
              "earlier_in_year": number} for id, number in (("A", 0), ("B", 1), ("C", 3))]
    assert figure(referrals.re_referrals, referrals=lists) == (2, 3)
    assert figure(referrals.no_further_action, referrals=lists) == (0, 3)


def test_contacts_and_referrals_without_further_action_are_those_of_the_quarter():
    received = [{"child_id": "A", "received_on": day(on)}
                for on in ("2014-09-30", "2014-10-01", "2014-12-31", "2015-01-01")]
    assert figure(referrals.contacts, contacts=received) == (2, 2)
    made = [referral("2014-10-01", nfa=True, child="A"), referral("2014-10-02", child="B")]
    assert figure(referrals.no_further_action, referrals=made) == (1, 2)


@pytest.mark.parametrize(("began", "ended", "expected"), [
    pytest.param("2014-12-31", "", 1, id="begun on the last day"),
    pytest.param("2014-01-06", "2014-12-31", 0, id="ended on the last day"),
    pytest.param("2014-01-06", "2015-01-01", 1, id="ended on the next"),
    pytest.param("2015-01-01", "", 0, id="begun on the next"),
])
def test_what_is_open_at_the_quarters_end_counts_each_child_once(began, ended, expected):
    one = {"child_id": "A", "began_on": day(began), "ended_on": day(ended)}
    assert figure(referrals.children_in_need, needs=[one, one]) == (expected, expected)
    assert is_open(END, day(began), day(ended)) == bool(expected)


def assessed(authorised: str, referred: str = "2014-05-01", started: str = "2014-05-06",
             closed: str = "") -> dict:
    return {"child_id": "A", "referred_on": day(referred), "closed_on": day(closed),
            "started_on": day(started), "authorised_on": day(authorised)}


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(assessed("2014-07-07"), 1, id="the 45th working day"),
    pytest.param(assessed("2014-07-08"), 0, id="the 46th"),
    pytest.param(assessed("2014-07-08", referred=""), 1, id="no referral known: from its start"),
    pytest.param(assessed("2014-07-08", referred="2003-05-01"), 0,
                 id="a referral before the bank holidays that are known"),
])
def test_an_assessment_has_45_working_days_from_the_referral(row, expected):
    quarter = parse_period("2014-15 Q2")
    assert figure(single_assessments.completed_in_time, period=quarter, assessments=[row]) == (
        expected, 1)
    assert figure(single_assessments.completed, period=quarter, assessments=[row]) == (1, 1)


def test_where_day_0_is_counted_the_45th_day_comes_one_sooner():
    counted = replace(SETTINGS, day_count=DayCount.DAY_0_COUNTED)
    row = assessed("2014-07-07")
    assert figure(single_assessments.completed_in_time, counted, parse_period("2014-15 Q2"),
                  assessments=[row]) == (0, 1)


def test_a_second_assessment_of_an_open_case_is_timed_from_its_own_start():
    rows = [assessed("2014-05-30"), assessed("2014-10-10", started="2014-09-22")]
    assert figure(single_assessments.completed_in_time, assessments=rows) == (1, 1)


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(assessed("", "2014-10-27", "2014-10-29"), (0, 1), id="the 45th day is the last"),
    pytest.param(assessed("", "2014-10-24", "2014-10-29"), (1, 1), id="one working day longer"),
    pytest.param(assessed("2014-12-31", "2014-10-01", "2014-10-02"), (0, 0), id="done that day"),
    pytest.param(assessed("2015-01-02", "2014-10-01", "2014-10-02"), (1, 1), id="done later"),
    pytest.param(assessed("", "2014-10-01", "2014-10-02", "2014-12-31"), (0, 0), id="case closed"),
    pytest.param(assessed("", "2014-12-31", "2015-01-02"), (0, 0), id="not begun"),
])
def test_an_assessment_is_open_too_long_past_45_working_days(row, expected):
    assert figure(single_assessments.open_too_long, assessments=[row]) == expected


def enquiry(held: str, started: str = "2014-12-08", target: str = "", led=None) -> dict:
    return {"child_id": "A", "started_on": day(started), "target_on": day(target),
            "conference_on": day(held), "led_to_plan": led}


@pytest.mark.parametrize(("row", "period", "expected"), [
    pytest.param(enquiry("2014-12-31"), "2014-15 Q3", (1, 1), id="the 15th working day"),
    pytest.param(enquiry("2015-01-02"), "2014-15 Q4", (0, 1), id="the 16th"),
    pytest.param(enquiry("2014-10-25", "2014-10-03"), "2014-15 Q3", (1, 1),
                 id="the Saturday after the 15th: fifteen have passed"),
    pytest.param(enquiry("2014-10-27", "2014-10-03"), "2014-15 Q3", (0, 1),
                 id="the Monday after it"),
    pytest.param(enquiry("2014-12-08"), "2014-15 Q3", (1, 1), id="the same day"),
    pytest.param(enquiry("2014-12-05"), "2014-15 Q3", (0, 1),
                 id="before its enquiry: in no band, in the total"),
    pytest.param(enquiry(""), "2014-15 Q3", (0, 0), id="no conference"),
    pytest.param(enquiry("2014-12-31", target="2014-12-30"), "2014-15 Q3", (1, 1),
                 id="past a target that does not rule"),
])
def test_an_initial_conference_has_15_working_days_from_the_enquiry(row, period, expected):
    assert figure(conferences.conferences_in_time, period=parse_period(period),
                  enquiries=[row]) == expected


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(enquiry("2014-12-30", target="2014-12-30"), 1, id="on the target day"),
    pytest.param(enquiry("2014-12-31", target="2014-12-30"), 0, id="the day after"),
    pytest.param(enquiry("2014-12-31"), 1, id="no target: from the enquiry"),
])
def test_from_the_strategy_discussion_the_target_day_is_used(row, expected):
    settings = replace(SETTINGS, conference_clock=ConferenceClock.STRATEGY_DISCUSSION)
    assert figure(conferences.conferences_in_time, settings, enquiries=[row]) == (expected, 1)


def test_each_enquiry_counts_and_so_does_each_conference():
    rows = [enquiry("2014-12-19"), enquiry("2014-12-19", "2014-12-10"), enquiry("")]
    assert figure(conferences.enquiries, enquiries=rows) == (3, 3)
    assert figure(conferences.conferences_in_time, enquiries=rows) == (2, 2)


def test_a_conference_led_to_a_plan_that_starts_on_its_day_or_as_the_list_says():
    begun = [{"child_id": "A", "started_on": date(2014, 12, 19)}]
    rows = [enquiry("2014-12-19"), enquiry("2014-12-22")]
    assert figure(conferences.conferences_to_plan, enquiries=rows, plans=begun) == (1, 2)
    said = [enquiry("2014-12-19", led=False), enquiry("2014-12-22", led=True)]
    assert figure(conferences.conferences_to_plan, enquiries=said) == (1, 2)


def plan(started: str, ended: str = "", earlier: int | None = 0, child: str = "A",
         known_from: str = "2013-04-01") -> dict:
    return {"child_id": child, "started_on": day(started), "ended_on": day(ended),
            "earlier_plans": earlier, "known_from": day(known_from)}


@pytest.mark.parametrize(("days", "expected"), [
    pytest.param(729, 0, id="729 days"), pytest.param(730, 1, id="730 days"),
])
def test_a_plan_that_ended_was_long_from_730_days(days, expected):
    ended = date(2014, 11, 3)
    row = plan((ended - timedelta(days=days)).isoformat(), ended.isoformat())
    assert figure(plans.ended_after_two_years, plans=[row]) == (expected, 1)


@pytest.mark.parametrize(("started", "expected"), [
    pytest.param("2012-12-31", 1, id="two years to the day"),
    pytest.param("2013-01-01", 0, id="a day less"),
])
def test_an_open_plan_is_long_from_two_calendar_years(started, expected):
    assert figure(plans.open_two_years, plans=[plan(started)]) == (expected, 1)


def test_a_leap_year_separates_the_two_measures_of_long_plans():
    quarter, row = parse_period("2016-17 Q3"), plan("2015-01-01")
    assert (quarter.end - row["started_on"]).days == 730
    assert figure(plans.open_two_years, period=quarter, plans=[row]) == (0, 1)
    ended = {**row, "ended_on": quarter.end}
    assert figure(plans.ended_after_two_years, period=quarter, plans=[ended]) == (1, 1)


def test_children_on_a_plan_are_counted_once_and_not_on_the_day_it_ends():
    rows = [plan("2014-01-06"), plan("2014-02-03"), plan("2014-01-06", "2014-12-31", child="B")]
    assert figure(plans.on_plan, plans=rows) == (1, 1)


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([plan("2014-11-03")], (0, 1), id="a first plan"),
    pytest.param([plan("2014-11-03", earlier=1)], (1, 1), id="the census says there was one"),
    pytest.param([plan("2003-01-06", "2003-06-02"), plan("2014-11-03")], (1, 1),
                 id="the file holds it, however long ago"),
    pytest.param([plan("2014-10-06", "2014-10-31"), plan("2014-11-03")], (1, 2),
                 id="two in the quarter: occasions count"),
    pytest.param([plan("2014-11-03", earlier=None)], (0, 1), id="not given and none in the file"),
])
def test_a_second_plan_is_of_a_child_who_was_ever_on_one_before(rows, expected):
    assert figure(plans.second_plans, plans=rows) == expected


@pytest.mark.parametrize(("started", "reviews", "missed"), [
    pytest.param("2014-07-31", ["2014-10-31"], None, id="three months to the day"),
    pytest.param("2014-07-31", ["2014-11-01"], "2014-10-31", id="a day later"),
    pytest.param("2014-07-31", [], "2014-10-31", id="none was held"),
    pytest.param("2014-02-03", ["2014-05-02", "2014-11-02"], None, id="six months to the day"),
    pytest.param("2014-02-03", ["2014-05-02", "2014-11-03"], "2014-11-02", id="six and a day"),
    pytest.param("2014-02-03", ["2014-05-02", "2014-11-03", "2014-12-01"], "2014-11-02",
                 id="one missed review fails the child, whatever came after"),
    pytest.param("2014-02-03", ["2014-05-02"], "2014-11-02", id="the second was not held"),
    pytest.param("2014-04-01", ["2014-06-30"], "2014-12-30", id="the second was due yesterday"),
    pytest.param("2014-04-01", ["2014-07-01"], None, id="the second is due tomorrow"),
    pytest.param("2014-04-01", ["2014-07-01", "2015-01-05"], None, id="held after the quarter"),
    pytest.param("2014-11-30", [], "due in 2015", id="on the plan for less than three months"),
])
def test_a_plan_is_reviewed_after_three_months_and_then_every_six(started, reviews, missed):
    records = {"plans": [plan(started)], "reviews": [
        {"child_id": "A", "started_on": day(started), "reviewed_on": day(on)} for on in reviews]}
    rows = plan_reviews.reviewed_in_time(records, QUARTER, SETTINGS)
    found = ["due in 2015"] if not rows else [row["review_missed_on"] for row in rows]
    assert found == [missed if missed in (None, "due in 2015") else day(missed)]


def test_a_review_due_on_the_day_and_not_held_on_it_is_missed():
    started, due = date(2014, 12, 31), date(2015, 3, 31)
    assert plan_reviews.first_missed(started, [], due) == due
    assert plan_reviews.first_missed(started, [due], due) is None
    assert plan_reviews.first_missed(started, [], due - timedelta(days=1)) is None


@pytest.mark.parametrize(("reviews", "expected"), [
    pytest.param(["2014-10-01"], 1, id="six months after the census begins"),
    pytest.param(["2014-10-02"], 0, id="a day later"),
    pytest.param([], 0, id="none in nine months"),
])
def test_unknown_reviews_before_the_census_do_not_fail_a_plan(reviews, expected):
    records = {"plans": [plan("2013-01-07", known_from="2014-04-01")], "reviews": [
        {"child_id": "A", "started_on": date(2013, 1, 7), "reviewed_on": day(on)}
        for on in reviews]}
    assert figure(plan_reviews.reviewed_in_time, **records) == (expected, 1)


def episode(began: str, ended: str = "", new: str = "S", status: str = "C2", place: str = "U4",
            why: str = "", where: str = "") -> dict:
    return {"child_id": "A", "began_on": day(began), "ended_on": day(ended), "reason_new": new,
            "legal_status": status, "placement": place, "reason_ended": why or None,
            "place": (place, where)}


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(episode("2014-12-31"), 1, id="from the last day"),
    pytest.param(episode("2014-06-02", "2014-12-31", why="E4A"), 0, id="until the last day"),
    pytest.param(episode("2014-06-02", status="V3"), 0, id="short breaks, V3"),
    pytest.param(episode("2014-06-02", status="V4"), 0, id="short breaks, V4"),
    pytest.param(episode("2014-06-02", status="V2"), 1, id="section 20, V2"),
])
def test_looked_after_children_are_those_at_the_quarters_end_without_short_breaks(row, expected):
    assert figure(looked_after.looked_after, episodes=[row]) == (expected, expected)


def test_a_child_who_moves_on_the_last_day_is_counted_once():
    rows = [episode("2014-06-02", "2014-12-31", why="X1"), episode("2014-12-31", new="P")]
    assert figure(looked_after.looked_after, episodes=rows) == (1, 1)


@pytest.mark.parametrize(("row", "starts", "ceases"), [
    pytest.param(episode("2014-10-01", "2014-10-20", why="X1"), 1, 0, id="started, then moved"),
    pytest.param(episode("2014-10-01", "2014-10-20", new="P", why="E4A"), 0, 1, id="went home"),
    pytest.param(episode("2014-10-01", "2015-01-01", why="E4A"), 1, 0, id="left after it"),
    pytest.param(episode("2014-10-01", "2014-10-20", status="V4", why="E8"), 0, 0,
                 id="a short break"),
])
def test_starters_and_ceasers_are_children_whose_care_began_or_ended(row, starts, ceases):
    assert figure(looked_after.starters, episodes=[row, row]) == (starts, starts)
    assert figure(looked_after.ceasers, episodes=[row, row]) == (ceases, ceases)


def moves(*codes: str) -> list[dict]:
    """A child's year: a first placement, and a month later each code's new episode."""
    starts = [date(2014, 2, 3), *(date(2014, 3 + place, 3) for place in range(len(codes)))]
    return [episode(began.isoformat(), until.isoformat() if until else "", new,
                    place=place, where=f"{number}" if place == "U4" else "")
            for number, (began, until, new, place) in enumerate(zip(
                starts, [*starts[1:], None], ["S", *(code[0] for code in codes)],
                ["U4", *(code[1:] or "U4" for code in codes)], strict=True))]


@pytest.mark.parametrize(("codes", "expected"), [
    pytest.param((), 1, id="no move"),
    pytest.param(("P", "P"), 3, id="two moves"),
    pytest.param(("P", "B"), 3, id="a move, and one with a new legal status"),
    pytest.param(("P", "L", "L"), 2, id="a change of legal status alone is none"),
    pytest.param(("P", "T", "U"), 2, id="another placement with the same carer is none"),
    pytest.param(("PT0", "PT1", "PT2", "PT3", "PT4"), 1, id="temporary ones are none"),
    pytest.param(("P", "PT4", "P"), 3, id="from a temporary one to a new one is one"),
])
def test_placements_are_counted_as_the_return_counts_them(codes, expected):
    ordered = moves(*codes)
    assert looked_after.count_placements(ordered, date(2014, 1, 1), END) == expected
    assert figure(looked_after.many_placements, episodes=ordered) == (int(expected >= 3), 1)


def test_the_return_from_a_temporary_placement_is_not_a_new_placement():
    back = [episode("2014-02-03", "2014-05-01", why="X1", where="home 1"),
            episode("2014-05-01", "2014-05-05", "P", place="T1", why="X1"),
            episode("2014-05-05", "", "P", where="home 1")]
    assert looked_after.count_placements(back, date(2014, 1, 1), END) == 1


@pytest.mark.parametrize(("ended", "expected"), [
    pytest.param("2014-01-01", 1, id="left on the first day"),
    pytest.param("2014-01-02", 2, id="left on the second"),
])
def test_the_placement_open_on_the_years_first_day_is_counted(ended, expected):
    rows = [episode("2013-06-03", ended, why="X1"), episode(ended, "", "P")]
    assert looked_after.count_placements(rows, date(2014, 1, 1), END) == expected


def test_coming_back_into_care_is_a_new_placement():
    rows = [episode("2014-02-03", "2014-03-03", why="E4A", where="1"),
            episode("2014-06-02", "", "S", where="1")]
    assert looked_after.count_placements(rows, date(2014, 1, 1), END) == 2


def test_incidents_and_children_missing_and_away_are_four_numbers():
    rows = [{"child_id": child, "status": status, "began_on": day(on), "ended_on": None}
            for child, status, on in (
                ("A", "M", "2014-10-01"), ("A", "M", "2014-10-01"), ("A", "A", "2014-12-31"),
                ("B", "M", "2014-11-03"), ("B", "M", "2015-01-01"))]
    found = [figure(work_out, incidents=rows)[0] for work_out in (
        missing_from_care.missing_incidents, missing_from_care.missing_children,
        missing_from_care.away_incidents, missing_from_care.away_children)]
    assert found == [3, 2, 1, 1]


def test_a_day_before_the_start_counts_no_working_days():
    assert is_within(date(2014, 5, 2), date(2014, 5, 1), 15, DayCount.DAY_0_EXCLUDED)
