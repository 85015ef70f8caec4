"""The figures and questions about missing children: headlines, losses, and what is not drawn."""

from __future__ import annotations

import pytest
from invented import assessed, indicator

from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.reports.missing_children import page, places
from pscb_lib.reports.missing_children.page import pictures

PERIOD = parse_period("2014-15 H1")
IN_TIME = indicator(id="MS10", lead="Missing Children Co-ordinator", question="Which homes?")
ASSESSED = indicator("90", id="MS13", lead="Child Sexual Exploitation Lead", question="What was?")


def shown(*rows, audience="board"):
    return show(frame(rows), audience)


def rated(in_time=(47, 99), assessed_=(56, 69)):
    return [assessed(IN_TIME, (45, 92), in_time), assessed(ASSESSED, (54, 63), assessed_)]


def returns(*, offered=88, held=54, in_time=47, owed=99):
    work = {places.OFFERED: offered, places.ACCEPTED: held, places.WAS_HELD: held,
            places.IN_TIME: in_time}
    return [count(*places.ALL_EPISODES[:2], owed + 73, TOTAL),
            *counts(places.OWED, {places.OWED_HERE[1]: owed, places.OWED_ELSEWHERE[1]: 28,
                                  places.NOT_OWED[1]: 45}),
            count(places.INTERVIEWS, places.NEEDED, owed, places.RETURNS, describes="agency"),
            *(proportion(places.INTERVIEWS, label, number, owed, places.RETURNS,
                         describes="agency") for label, number in work.items())]


def test_the_waterfall_ends_in_the_interviews_in_time():
    chart = page.plot_interviews(shown(*returns()), rated(), PERIOD)

    assert chart.caption == "From 172 episodes to 47 interviews in time"
    assert chart.subtitle == ("April to September 2014. Red: 47 of 99 (47.5%), target 95%. 38 more "
                              "in time would be Amber.")
    assert chart.data.rows == [
        ["Episodes", 172], ["For the placing authority", 28], ["None needed, or not yet back", 45],
        ["Interviews owed", 99], ["Not offered", 11], ["Offered, not held", 34],
        ["Late, or time not known", 7], ["Held within 72 hours", 47]]


@pytest.mark.parametrize(("audience", "headline"), [
    ("board", "From 172 episodes to 50 interviews in time"),
    ("public", "How many of 99 returns reached each step")])
def test_a_small_loss_is_not_drawn_for_the_public(audience, headline):
    chart = page.plot_interviews(shown(*returns(in_time=50), audience=audience), rated(), PERIOD)
    assert chart.caption == headline


def test_rounded_counts_that_do_not_add_up_are_drawn_as_bars():
    figures = show(frame(returns()), "public", PROFILES["nhs"], hidden=frozenset())
    chart = page.plot_interviews(figures, rated(), PERIOD)
    assert chart.caption == "How many of 100 returns reached each step"


def test_interviews_that_were_not_supplied_are_said_to_be_so():
    figures = shown(count(*places.ALL_OWED[:2], None, places.RETURNS, state="not supplied"))
    assert page.plot_interviews(figures, rated(), PERIOD).words.startswith(
        "Return interviews were not supplied")


@pytest.mark.parametrize(("met", "headline"), [
    ((10, 20), "10 of 20 had no strategy meeting"), ((20, 20), "All 20 had a strategy meeting")])
def test_children_who_went_most_often(met, headline):
    chart = page.plot_repeats(shown(proportion(*places.MET[:2], *met, describes="agency")))
    assert chart.caption == headline


def test_meetings_that_are_hidden_are_neither_drawn_nor_asked_after():
    figures = shown(proportion(*places.MET[:2], 2, 20))
    assert page.plot_repeats(figures) is None
    assert page.ask_meetings(figures, rated()) is None


def test_when_children_go_and_who_they_are():
    figures = shown(*counts(places.WEEKDAYS, {"Friday": 34, "Saturday": 38}),
                    *counts(places.HOURS, {"3pm to 6pm": 12, "6pm to 9pm": 51,
                                           pictures.NO_TIME: 9}),
                    *(row for sex, numbers in (("Girls", (27, 26)), ("Boys", (12, 16)),
                                               (TOTAL, (39, 42)))
                      for row in counts(places.AGES, dict(zip(("Under 14", "14 and 15"), numbers,
                                                              strict=True)), column=sex)))
    times, who = page.plot_times(figures), page.plot_who(figures)

    assert times.caption == "Most on a Saturday, 6pm to 9pm"
    assert times.note == "Not drawn: Time not recorded: 9."
    assert who.caption == "53 of 81 are girls; 39 are under 14"
    assert who.data.rows == [["14 and 15", 26, 16], ["Under 14", 27, 12]]


def halves(then, now=(102, 57, 13, 81), before=132):
    labels = (*places.STATUSES.values(), places.CHILDREN_NOW[1])
    return [count(places.EPISODES, TOTAL, sum(now[:3]), TOTAL),
            count(places.YEAR_OF_EPISODES, TOTAL, before, PERIOD.previous.title),
            *(count(places.LAST_YEAR, label, number, column)
              for column, numbers in ((places.NOW, now), (places.THEN, then))
              for label, number in zip(labels, numbers, strict=True))]


@pytest.mark.parametrize(("then", "headline"), [
    pytest.param((97, 42, 8, 76), "Episodes rose from 147 to 172", id="rose"),
    pytest.param((97, 42, 3, 76), "Episodes and children", id="a hidden part hides the sum"),
])
def test_the_half_years(then, headline):
    chart = page.plot_half_years(shown(*halves(then)), PERIOD)
    assert chart.caption == headline


@pytest.mark.parametrize(("council", "police", "headline"), [
    (9, 19, "The council lacks 19 missing episodes that the police hold"),
    (19, 9, "The police lack 19 missing episodes that the council holds"),
    (0, 0, "Council and police hold the same missing episodes")])
def test_two_records(council, police, headline):
    figures = shown(*counts(places.RECORDED, {places.COUNCIL: council, places.BOTH: 74,
                                              places.POLICE: police}))
    assert page.plot_recorded(figures).caption == headline


def test_two_records_of_which_most_is_hidden_are_said_not_to_be_shown():
    figures = shown(*counts(places.RECORDED, {places.COUNCIL: 9, places.BOTH: 74,
                                              places.POLICE: 3}))
    assert page.plot_recorded(figures).words == (
        "“Missing episodes by whose record they are in” is not shown, because of small numbers.")


@pytest.mark.parametrize(("nothing", "audience", "is_drawn"), [
    (20, "board", True), (20, "public", False)])
def test_changes_that_are_mostly_hidden_are_neither_drawn_nor_asked_after(
        nothing, audience, is_drawn):
    changed = {"Support at school changed": 5, "Information given to the police": 3,
               "Family support or mediation": 4, places.NOTHING: nothing}
    figures = shown(*counts(places.CHANGED, changed, describes="agency"), audience=audience)
    chart, asked = page.plot_changed(figures), page.ask_changes(figures, rated())

    assert isinstance(chart, Chart) is is_drawn and not isinstance(chart, Prose)
    assert (asked and asked.words) == (
        "For the 20: not done, or not written down?" if is_drawn else None)


@pytest.mark.parametrize(("met", "asked"), [
    ((10, 20), "agree what is done for the 10 children without a strategy meeting, and who "
               "answers the questions below"),
    ((20, 20), "agree what is done for the children who were not seen in time, and who answers "
               "the questions below")])
def test_what_the_board_is_asked_to_decide(met, asked):
    assert page.asks(shown(proportion(*places.MET[:2], *met, describes="agency")), rated()) == asked


WAITING = [*returns(), proportion(*places.MET[:2], 10, 20, describes="agency"),
           *counts(places.EXPLOITATION, {"Low": 31, "Medium": 7, "High": 6})]


@pytest.mark.parametrize("audience", ["restricted", "board"])
def test_who_waits_and_who_acts(audience):
    said = page.say_waiting(shown(*WAITING, audience=audience), rated())
    assert said.words == (
        "**Waiting now, and who acts.** Missing Children Co-ordinator: 45 returns without any "
        "interview; 10 children who went three or more times in 90 days without a strategy "
        "meeting. Child Sexual Exploitation Lead: 13 of 69 missing children not assessed for risk "
        "of sexual exploitation; 13 children at medium or high risk.")


def test_who_waits_is_not_told_to_the_public():
    assert page.say_waiting(shown(*WAITING, audience="public"), rated()) is None


def test_what_is_on_target_is_not_asked_after():
    on_target = rated((99, 99), (69, 69))
    assert page.ask_interviews(on_target) is None and page.ask_assessed(on_target) is None
    assert page.ask_interviews(rated()).owner == "Missing Children Co-ordinator"
    assert page.ask_assessed(rated()).owner == "Child Sexual Exploitation Lead"
