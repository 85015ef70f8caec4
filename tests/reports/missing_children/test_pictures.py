"""The figures and questions about missing children: headlines, losses, and what is not drawn."""

from __future__ import annotations

from calendar import day_name
from datetime import date
from itertools import pairwise

import pytest
from invented import assessed, indicator
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.asking import Known
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.reports.missing_children import page, places
from pscb_lib.reports.missing_children.measures.times import HOUR_LIMITS, NO_TIME

PERIOD = parse_period("2014-15 H1")
IN_TIME = indicator(id="N10", role=Role.RETURN_INTERVIEWS, question="Which homes?",
                    lead="Missing Children Co-ordinator")
ASSESSED = indicator("90", id="N13", role=Role.MISSING_ASSESSED, question="What was?",
                     lead="Child Sexual Exploitation Lead")


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
        ["Episodes", 172], ["For placing authority", 28], ["Not needed", 45],
        ["Interviews owed", 99], ["Not offered", 11], ["Offered, not held", 34],
        ["Late, or time not known", 7], ["Held within 72 hours", 47]]


def by_whose(home, own):
    """Episodes and returns owed an interview, of 53 from home and 46 of own looked-after children.
    """
    episodes = {places.HOME: home, places.OWN: own, places.PLACED: 28}
    return [*(count(places.EPISODES, group, all_, TOTAL) for group, all_ in episodes.items()),
            *(count(places.INTERVIEWS, places.NEEDED, needed, group, describes="agency")
              for group, needed in ((places.HOME, 53), (places.OWN, 46)))]


@pytest.mark.parametrize(("home", "own", "parts"), [
    pytest.param(65, 79, [["Not needed: from home", 12], ["Not needed: looked after", 33]],
                 id="12 and 33 are 45"),
    pytest.param(57, 87, [["Not needed", 45]], id="four, which the Board may not see"),
])
def test_who_needed_no_interview_is_told_apart(home, own, parts):
    chart = page.plot_interviews(shown(*returns(), *by_whose(home, own)), rated(), PERIOD)
    assert [row for row in chart.data.rows if row[0].startswith("Not needed")] == parts


@pytest.mark.parametrize(("interviews", "several", "note"), [
    pytest.param(49, 5, " Held: 49 interviews for 54 returns, as some covered several.", id="five"),
    pytest.param(53, 1, " Held: 53 interviews for 54 returns, as one covered several.", id="one"),
    pytest.param(54, 0, "", id="none"),
])
def test_fewer_interviews_than_returns_are_explained_below_the_figure(interviews, several, note):
    figures = shown(*returns(), count(*places.ALL_HELD[:2], interviews, describes="agency"),
                    count(*places.SEVERAL[:2], several, describes="agency"))
    chart = page.plot_interviews(figures, rated(), PERIOD)
    assert chart.note == f"Not needed, or not yet back.{note}"


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
    ((10, 20), "10 of 20 had no strategy meeting"), ((20, 20), "All 20 had a strategy meeting"),
    ((1, 2), "1 of 2 had no strategy meeting"), ((0, 1), "The one child had no strategy meeting"),
    ((1, 1), "The one child had a strategy meeting")])
def test_children_who_went_most_often(met, headline):
    chart = page.plot_repeats(shown(proportion(*places.MET[:2], *met, describes="agency")))
    assert chart.caption == headline


def test_meetings_that_are_hidden_are_neither_drawn_nor_asked_after():
    figures = shown(proportion(*places.MET[:2], 2, 20))
    assert page.plot_repeats(figures) is None
    assert page.ask_meetings(figures, rated()) is None


@pytest.mark.parametrize(("none", "words"), [
    pytest.param(45, "Who decides that a return needs no interview, and why was it so of these "
                 "45?", id="many"),
    pytest.param(1, "Who decided that the one other return needed no interview, and why?",
                 id="one"),
    pytest.param(0, None, id="none"),
])
def test_it_is_asked_who_decides_that_no_interview_is_needed(none, words):
    figures = shown(count(*places.NOT_OWED[:2], none, describes="agency"))
    asked = page.ask_not_owed(figures, rated())
    assert (asked and asked.words) == words


@pytest.mark.parametrize(("own", "home", "words"), [
    pytest.param(33, 12, "Why did 33 returns of looked-after children, and 12 from home, need no "
                 "interview, and who decided it?", id="both"),
    pytest.param(33, 0, "Why did 33 returns of looked-after children need no interview, and who "
                 "decided it?", id="looked-after children alone"),
    pytest.param(0, 12, "Who decides that a return needs no interview, and why was it so of these "
                 "12?", id="none is looked after"),
])
def test_looked_after_children_who_needed_no_interview_are_asked_about_first(own, home, words):
    rows = [count(*places.NOT_OWED[:2], own + home, describes="agency")]
    for group, none in ((places.OWN, own), (places.HOME, home)):
        rows += [count(places.EPISODES, group, none + 50, TOTAL),
                 count(places.INTERVIEWS, places.NEEDED, 50, group)]
    assert page.ask_not_owed(shown(*rows), rated()).words == words


@pytest.mark.parametrize(("owed", "words"), [
    (28, "Were interviews held after the 28 returns of children placed here?"),
    (1, "Was an interview held after the one return of a child placed here?"),
    (0, None)])
def test_the_lead_here_is_asked_for_the_interviews_of_placing_authorities(owed, words):
    asked = page.ask_elsewhere(
        shown(count(*places.OWED_ELSEWHERE[:2], owed, describes="agency")), rated())
    assert (asked and (asked.words, asked.owner)) == (
        words and (words, "Missing Children Co-ordinator"))


def test_what_is_no_one_reason_and_no_known_hour_stands_last():
    reasons = {"To be with family": 12, "To be with friends or a partner": 11,
               "Another reason, or not said": 15}
    chart = page.plot_reasons(shown(*counts(places.SAID, reasons)))
    assert [row for row, _ in chart.data.rows][-1] == "Another reason, or not said"
    hours = {"Midnight to 6am, or time not recorded": 18, "6am to noon": 22}
    chart = page.plot_hours(shown(*counts(places.HOURS, hours)))
    assert [row for row, _ in chart.data.rows] == [*reversed(hours)]


def test_who_the_children_are():
    figures = shown(*(row for sex, numbers in (("Girls", (27, 26)), ("Boys", (12, 16)),
                                               (TOTAL, (39, 42)))
                      for row in counts(places.AGES, dict(zip(("Under 14", "14 and 15"), numbers,
                                                              strict=True)), column=sex)))
    who = page.plot_who(figures)

    assert who.caption == "53 of 81 are girls; 39 are under 14"
    assert who.data.columns == ["Age", "Girls", "Boys"]
    assert who.data.rows == [["14 and 15", 26, 16], ["Under 14", 27, 12]]
    assert who.alt == ("53 of 81 are girls; 39 are under 14: Girls, 53: 27 under 14 and 26 aged 14 "
                       "or 15. Boys, 28: 12 under 14 and 16 aged 14 or 15.")


@pytest.mark.parametrize(("days", "headline"), [
    pytest.param({"Thursday": 20, "Friday": 34, "Saturday": 38}, "Friday and Saturday: 72 of 92",
                 id="two"),
    pytest.param({"Thursday": 34, "Friday": 34, "Saturday": 38}, "When children go",
                 id="as many on two days"),
    pytest.param({"Monday": 21, "Tuesday": 20, "Wednesday": 9, "Thursday": 3, "Friday": 34,
                  "Saturday": 38, "Sunday": 4}, "When children go", id="hidden"),
    pytest.param({"Thursday": 0, "Friday": 0, "Saturday": 0}, "When children go", id="none"),
])
def test_on_which_days_children_go(days, headline):
    assert page.plot_days(shown(*counts(places.WEEKDAYS, days))).caption == headline


def test_at_which_hours_children_go():
    hours = page.plot_hours(shown(*counts(
        places.HOURS, {"6am to noon": 12, "6pm to midnight": 51, NO_TIME: 9})))
    assert hours.caption == "6pm to midnight: 51 of 72"


def test_the_bands_of_the_day_are_equally_long():
    ends = [0, *HOUR_LIMITS.values()]
    assert {later - earlier for earlier, later in pairwise(ends)} == {6}


def when(audience="restricted", **at_six):
    cells = {("6am to noon", "Monday"): 3, (NO_TIME, "Monday"): 9} | {
        ("6pm to midnight", day): number for day, number in at_six.items()}
    return shown(*(count(places.WHEN, hour, cells.get((hour, day), 0), day)
                   for hour in ("6am to noon", "6pm to midnight", NO_TIME) for day in day_name),
                 count(places.WHEN, NO_TIME, 9, TOTAL), audience=audience)


@pytest.mark.parametrize(("at_six", "headline"), [
    pytest.param({"Friday": 7, "Sunday": 2}, "Friday, 6pm to midnight: 7 of 12 whose time is known",
                 id="one day and hour has most"),
    pytest.param({"Friday": 3}, "When children go, by day and hour", id="two have as many"),
])
def test_when_children_go_by_day_and_hour(at_six, headline):
    chart = page.plot_when(when(**at_six))
    assert (chart.caption, chart.note) == (headline, "Without nine episodes of unknown time.")
    assert [row[0] for row in chart.data.rows] == ["6am to noon", "6pm to midnight"]


@pytest.mark.parametrize("audience", ["board", "public"])
def test_days_and_hours_at_once_are_in_the_restricted_set_alone(audience):
    assert page.plot_when(when(audience, Friday=7)) is None


@pytest.mark.parametrize(("reasons", "headline"), [
    pytest.param({"To be with family": 12, "To be with friends or a partner": 11,
                  "Conflict at home or in placement": 9, "Trouble at school": 17},
                 "To be with family, friends or a partner: 23 of 49", id="two reasons together"),
    pytest.param({"To be with family, friends or a partner": 23, "Another reason, or not said": 17,
                  "Conflict, or unhappy where they live": 9},
                 "To be with family, friends or a partner: 23 of 49", id="rows that are joined"),
    pytest.param({"To be with family": 9, "Conflict at home or in placement": 9},
                 "What the children said", id="as many"),
    pytest.param({"To be with family": 40, "Trouble at school": 9, "Drink or drugs": 8,
                  "Did not wish to say": 7, "Conflict at home or in placement": 2},
                 "What the children said", id="hidden"),
])
def test_what_the_children_said_most(reasons, headline):
    assert page.plot_reasons(shown(*counts(places.SAID, reasons))).caption == headline


def test_hours_that_nobody_recorded_are_not_drawn():
    assert page.plot_hours(shown(*counts(places.HOURS, {"6pm to midnight": 0, NO_TIME: 9}))) is None


def halves(then, now=(102, 57, 13, 81), before=132):
    labels = (*places.STATUSES.values(), places.CHILDREN_NOW[1])
    return [count(places.EPISODES, TOTAL, sum(now[:3]), TOTAL),
            count(places.YEAR_OF_EPISODES, TOTAL, before, PERIOD.previous.title),
            *(count(places.LAST_YEAR, label, number, column)
              for column, numbers in ((places.NOW, now), (places.THEN, then))
              for label, number in zip(labels, numbers, strict=True))]


@pytest.mark.parametrize(("then", "headline"), [
    pytest.param((97, 42, 8, 76), "172 episodes; 147 a year earlier",
                 id="recorded anew"),
    pytest.param((97, 42, 3, 76), "Missing episodes", id="a hidden part hides the sum"),
])
def test_the_half_years(then, headline):
    chart = page.plot_half_years(shown(*halves(then)), PERIOD)
    assert chart.caption == headline
    assert chart.note == "Recording changed in April 2014: not fully comparable."


def test_half_years_recorded_alike_are_compared():
    chart = page.plot_half_years(shown(*halves((97, 42, 8, 76))), parse_period("2015-16 H1"))
    assert (chart.caption, chart.note) == ("Episodes rose from 147 to 172", None)
    assert chart.data.rows == [["Apr–Sep 2014", 97, 50], ["Apr–Sep 2015", 102, 70]]


@pytest.mark.parametrize(("council", "police", "headline"), [
    (9, 19, "28 of 102 missing episodes are on only one list"),
    (0, 6, "6 of 80 missing episodes are on only one list"),
    (0, 0, "Council and police hold the same missing episodes")])
def test_two_records(council, police, headline):
    figures = shown(*counts(places.RECORDED, {places.COUNCIL: council, places.BOTH: 74,
                                              places.POLICE: police}))
    assert page.plot_recorded(figures).caption == headline


@pytest.mark.parametrize(("numbers", "headline"), [
    ((1, 0, 0), "The one missing episode is on only one list"),
    ((1, 1, 0), "1 of 2 missing episodes is on only one list"),
    ((0, 1, 0), "Council and police hold the same missing episodes"),
])
def test_two_records_of_few(numbers, headline):
    figures = shown(*counts(places.RECORDED, dict(zip(
        (places.COUNCIL, places.BOTH, places.POLICE), numbers, strict=True))),
        audience="restricted")
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
        "Did nothing change after these 20 interviews, or was it not written down?"
        if is_drawn else None)


@pytest.mark.parametrize(("met", "asked"), [
    ((10, 20), "agree what is done for the 10 children without a strategy meeting, and a "
               "day for each answer below"),
    ((20, 20), "agree what is done for the children who were not seen in time, and a day for "
               "each answer below")])
def test_what_the_board_is_asked_to_decide(met, asked):
    assert page.asks(shown(proportion(*places.MET[:2], *met, describes="agency")), rated()) == asked


WAITING = [*returns(), proportion(*places.MET[:2], 10, 20, describes="agency"),
           *counts(places.EXPLOITATION, {"Low": 31, "Medium": 7, "High": 6}),
           *counts(places.CHANGED, {"Support at school changed": 29, places.NOTHING: 20},
                   describes="agency")]


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", "board")


HEAD = "**Recorded as not done by 31 January 2015, and who answers.** "


@pytest.mark.parametrize("audience", ["restricted", "board"])
def test_what_was_not_done_and_who_answers(context, audience):
    said = page.say_undone(context, shown(*WAITING, audience=audience), rated())
    assert said.words == (
        f"{HEAD}Missing Children Co-ordinator: of 99 return interviews owed, 11 not offered and 34 "
        "offered but not held; after 20 of 49 interviews no change is recorded. Child Sexual "
        "Exploitation Lead: 13 of 69 missing children not assessed for risk of sexual "
        "exploitation, Amber from Green a year earlier.")


@pytest.mark.parametrize(("work", "said"), [
    ({"offered": 0, "held": 0, "in_time": 0, "owed": 1}, "of one return interview owed, one not "
                                                         "offered"),
    ({"offered": 1, "held": 0, "in_time": 0, "owed": 2}, "of two return interviews owed, one not "
                                                         "offered and one offered but not held"),
])
def test_what_was_not_done_is_right_for_one_and_two(context, work, said):
    figures = shown(*returns(**work), proportion(*places.MET[:2], 0, 0),
                    *counts(places.CHANGED, {places.NOTHING: 0}), audience="restricted")
    assert page.say_undone(context, figures, rated(assessed_=(69, 69))).words == (
        f"{HEAD}Missing Children Co-ordinator: {said}.")


def test_what_was_not_done_is_not_told_to_the_public(context):
    assert page.say_undone(context, shown(*WAITING, audience="public"), rated()) is None


def test_children_not_assessed_are_drawn_beside_the_risks():
    figures = counts(places.EXPLOITATION, {"None": 12, "Low": 31, "Medium": 7, "High": 6})
    chart = page.plot_risks(shown(*figures), rated())

    assert chart.caption == "13 of 56 assessed are at medium or high risk"
    assert chart.data.rows[-1] == ["Not assessed", 13]
    assert page.plot_risks(shown(*figures), rated(assessed_=(69, 69))).data.rows[-1][0] == "High"


def test_what_children_said_is_drawn_the_commonest_first_and_not_in_public():
    rows = counts(places.SAID, {"To be with family": 9, "Trouble at school": 12})
    assert page.plot_reasons(shown(*rows)).data.rows == [
        ["Trouble at school", 12], ["To be with family", 9]]
    assert page.plot_reasons(shown(*rows, audience="public")) is None


def test_what_is_on_target_is_not_asked_after():
    on_target = rated((99, 99), (69, 69))
    known = Known("board", date(2015, 1, 31))
    assert page.ask_interviews(on_target, known) is None
    assert page.ask_assessed(on_target, known) is None
    assert [(one.blocks[0].owner, one.blocks[0].said) for one in (
        page.ask_interviews(rated(), known), page.ask_assessed(rated(), known))] == [
        ("Missing Children Co-ordinator", ""), ("Child Sexual Exploitation Lead", "")]


@pytest.mark.parametrize("ask", [page.ask_interviews, page.ask_assessed])
def test_the_public_is_asked_nothing_of_the_two_indicators(ask):
    assert ask(rated(), Known("public", date(2015, 1, 31))).blocks == ()
