"""The sentences of the quarterly data set, whole."""

from dataclasses import replace

import pytest
from invented import NEUTRAL, assessed, indicator, shown, summary

from pscb_lib.board.indicators import INDICATORS, Unit
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import show
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.page import words

COUNT = indicator(None, NEUTRAL, unit=Unit.COUNT)
RED, AMBER, GREEN = (30, 60), (52, 60), (59, 60)
HIDDEN = (57, 60)  # three missed is a small number
NONE = "not supplied"


def test_the_answer_of_the_sample(sample):
    assert words.answer(sample.assessed("restricted")).words == (
        "**Four of 24 rated indicators are red, four amber; two were not supplied.** "
        "Return interviews within 72 hours: 31 of 52 (59.6%), target 95%: Red; 21 missed. "
        "Really changed for the worse: return interviews within 72 hours and families in bed and "
        "breakfast over six weeks. Also red: families in bed and breakfast over six weeks, first "
        "health assessments in 20 working days and first CAMHS appointment in 12 weeks.")


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param([GREEN, GREEN],
                 "**None of 2 rated indicators are red, none amber; all were supplied.**",
                 id="nothing to report"),
    pytest.param([RED, NONE],
                 "**One of 1 rated indicators is red, none amber; one was not supplied.** "
                 "Visits in time: 30 of 60 (50.0%), target 95%: Red; 30 missed. "
                 "No real change for the worse is seen.", id="one red"),
    pytest.param([AMBER, NONE, NONE],
                 "**None of 1 rated indicators are red, one amber; two were not supplied.**",
                 id="two not supplied for the first time"),
])
def test_the_answer(sent, expected):
    assert words.answer([assessed(indicator(), one) for one in sent]).words == expected


def test_the_red_are_named_behind_a_first_case_that_is_not_red():
    missing, red = assessed(indicator(severity=3), NONE, NONE), assessed(indicator(), RED)

    assert words.answer([red, missing]).words == (
        "**One of 1 rated indicators is red, none amber; one was not supplied.** Visits in time: "
        "not supplied, second quarter running; never supplied in these two quarters. "
        "No real change for the worse is seen. Red: visits in time.")


def lasting(title, *sent):
    """Return an indicator with six quarters of 50 or 51 of 60, and then as *sent*."""
    return assessed(indicator(title=title), *[(50, 60), (51, 60)] * 3, *sent)


FELL = lasting("First", (30, 60))  # the mean is 47.6 of 60, less 2.66 steps of 1 is 44.9
USUAL = lasting("Second", (50, 60))


@pytest.mark.parametrize(("now", "expected"), [
    pytest.param([USUAL], "No real change for the worse is seen.", id="red as before"),
    pytest.param([FELL, USUAL], "It alone shows a real change for the worse. "
                 "Also red: second.", id="the first case alone"),
    pytest.param([FELL, lasting("Third", (29, 60))], "Really changed for the worse: third and "
                 "first. Also red: first.", id="two of them"),
    pytest.param([lasting("Fourth", (60, 60)), USUAL], "No real change for the worse is seen.",
                 id="a change for the better is none"),
])
def test_the_answer_says_what_is_seen_to_have_really_changed_for_the_worse(now, expected):
    assert words.answer(now).words.partition(" missed. ")[2] == expected


def test_the_answer_where_a_number_is_hidden_is_about_those_shown_here():
    now = [assessed(indicator(), one, audience="board") for one in (RED, (57, 60))]

    assert words.answer(now).words == (
        "**One of 1 rated indicators shown here is red, none amber; all were supplied.** First of "
        "those shown here, visits in time: 30 of 60 (50.0%), target 95%: Red; 30 missed.")
    assert words.answer(now[1:]).words == "**No indicator shown here is rated; all were supplied.**"


def test_the_tally_of_the_sample(sample):
    tally = words.tally(sample.assessed("restricted"), sample.assessed("restricted", until=-1),
                        FRAMEWORK)

    assert [(item["rating"], item["label"], item["count"]) for item in tally.items] == [
        ("green", "Green", "16"), ("amber", "Amber", "4"), ("red", "Red", "4"),
        ("not_applicable", "N/A", "17"), ("not_supplied", "Not supplied", "2")]
    assert tally.note == (
        "Rated against target as section 7 rules: at least 95% of target is green, at least 90% "
        "amber, less red; N/A has no target. One indicator had no cases in the quarter.")


def test_the_tally_says_what_changed_since_the_quarter_before():
    sent = [(GREEN, GREEN), (AMBER, RED), (GREEN, RED), (NONE, RED)]
    now = [assessed(indicator(), *one) for one in sent]
    before = [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]

    assert [item["change"] for item in words.tally(now, before, FRAMEWORK).items] == [
        "−1 since Quarter 2", "−1 since Quarter 2", "+3 since Quarter 2", "0 since Quarter 2",
        "−1 since Quarter 2"]


def test_where_an_indicator_is_hidden_in_one_of_two_quarters_no_change_in_a_colour_is_told():
    sent = {"a": (AMBER, RED), "b": (HIDDEN, RED), "c": (RED, HIDDEN)}
    now = [assessed(indicator(id=id), *one, audience="board") for id, one in sent.items()]
    before = [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]
    items = words.tally(now, before, FRAMEWORK).items

    assert [(item["label"], item["count"], item["change"]) for item in items] == [
        *((label, number, "of those shown here") for label, number in (
            ("Green", "0"), ("Amber", "0"), ("Red", "2"))),
        ("N/A", "0", "0 since Quarter 2"), ("Not supplied", "0", "0 since Quarter 2")]


def test_the_tally_accounts_for_every_indicator_also_where_some_are_hidden():
    one = indicator()
    now = [assessed(one, RED, sent, audience="board") for sent in ((57, 60), (58, 60), RED)]

    assert words.tally(now, now, FRAMEWORK).note.endswith(
        "Two indicators not rated here, because small numbers are not shown.")


def test_who_did_not_send_what_since_when(sample):
    assert words.list_not_supplied(sample.assessed("board")).items == [
        "**National Probation Service**: probation at child protection conferences, not supplied; "
        "last supplied Quarter 2 2014/15.",
        "**Drug and alcohol service**: parents in treatment asked about their children, not "
        "supplied, second quarter running; last supplied Quarter 1 2014/15."]


def test_an_indicator_keeps_the_capitals_of_its_name():
    one = assessed(replace(COUNT, title="First CAMHS appointment"), 8, NONE)

    assert words.list_not_supplied([one]).items == [
        "**Police**: first CAMHS appointment, not supplied; last supplied Quarter 2 2014/15."]


def test_everything_supplied():
    assert words.list_not_supplied([assessed(COUNT, 8)]).items == ["Every figure was supplied."]


def test_figures_sent_again(sample):
    listed = words.list_revisions(sample.shown("board"), sample.register, sample.quarters)

    assert listed.items == [  # 214 and 231 of 247, 68 of 101 and 71 of 104
        "Visits to children on a plan in time: Quarter 2 2014/15, reported as 86.6%, is now 93.5%.",
        "First CAMHS appointment in 12 weeks: Quarter 3 2014/15, reported as 67.3%, is now 68.3%."]


@pytest.mark.parametrize(("then", "now", "expected"), [
    pytest.param(612, 641, "Visits in time: Quarter 2 2014/15, reported as 612, is now 641.",
                 id="shown"),
    pytest.param(4, 12, "What was sent again is not shown, because of small numbers.",
                 id="hidden"),
])
def test_revisions_are_said_of_shown_figures_only(then, now, expected):
    quarter = parse_period("2014-15 Q2")
    frame = figures.frame([figures.count(places.REVISED, "V1", then, quarter.label),
                           figures.count(INDICATORS, "V1", now, quarter.label)])

    assert words.list_revisions(show(frame, "board"), [COUNT], [quarter]).items == [expected]


def test_nothing_sent_again():
    assert words.list_revisions(shown(8), [COUNT], [parse_period("2014-15 Q3")]).items == [
        "No earlier figure has been sent again."]


def test_a_target_that_changed_is_named_with_the_one_before(sample):
    assert words.list_definitions(sample.register, sample.all_years).items == [
        "Re-referrals within 12 months, from 2014/15: target 20% or less "
        "(before: 24% or less).",
        "Probation at child protection conferences, from 2014/15: Conferences to which the "
        "National Probation Service or the community rehabilitation company was invited and which "
        "an officer of theirs attended; break: June 2014, when the two took over from the "
        "Probation Trust."]
    assert words.list_definitions([COUNT], [COUNT]).items == [
        "No definition or target has changed."]


def test_who_set_the_targets(sample):
    assert words.say_targets(sample.register).words == (  # law: HO1, LA9, PF1; not made up: LD1
        "Of 27 targets, three are set in law and 24 locally. 23 of the 24 local ones are "
        "illustrative. The time allowed is set in law for four and in guidance for nine of these. "
        "The spreadsheet says for each in what.")


def test_a_register_without_targets_says_nothing_of_them():
    assert words.say_targets([COUNT]) is None


def test_how_much_is_invented():
    sources = ["illustrative", "published: DfE, table C6", "illustrative: split"]
    assert words.illustrative(summary(sources, COUNTS)).words == (
        "1 of 3 rows are published (DfE); 2 are invented to show the paper.")


def test_an_agencys_own_figures_have_no_banner():
    assert words.illustrative(summary(["case system", "case system"], COUNTS)) is None
