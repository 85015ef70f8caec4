"""The sentences of the quarterly data set, whole."""


import pytest
from invented import NEUTRAL, indicator, shown, summary

from pscb_lib.board.indicators import INDICATORS, Unit
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import show
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.page import words

COUNT = indicator(None, NEUTRAL, unit=Unit.COUNT)
RED, AMBER, GREEN = (30, 60), (52, 60), (59, 60)
HIDDEN = (57, 60)  # three missed is a small number
NONE = "not supplied"


def test_figures_sent_again(sample):
    listed = words.list_revisions(sample.shown("board"), sample.register, sample.quarters)

    assert listed.items == [  # 214 and 231 of 247, 68 of 101 and 71 of 104
        "Visits to children on a plan in time: Quarter 2 2014/15, reported as 86.6%, is now "
        "93.5%.",
        "First CAMHS appointment in 12 weeks: first sent as 67.3%, corrected to 68.3% before this "
        "paper."]


@pytest.mark.parametrize(("then", "now", "expected"), [
    pytest.param(612, 641, "Visits in time: first sent as 612, corrected to 641 before this paper.",
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
        "Re-referrals within 12 months, from April 2014: the target is 20% or less "
        "(24% or less before).",
        "Probation at child protection conferences, from April 2014: Conferences to which the "
        "National Probation Service or the community rehabilitation company was invited and which "
        "an officer of theirs attended; break: June 2014, when the two took over from the "
        "Probation Trust."]
    assert words.list_definitions([COUNT], [COUNT]).items == [
        "No definition or target has changed."]


def test_how_much_is_invented():
    sources = ["illustrative", "published: DfE, table C6", "illustrative: split"]
    assert words.say_provenance(summary(sources, COUNTS)).words == (
        "1 of 3 rows of figures are published (DfE); 2 are invented.")


def test_an_agencys_own_figures_have_no_banner():
    assert words.say_provenance(summary(["case system", "case system"], COUNTS)) is None
