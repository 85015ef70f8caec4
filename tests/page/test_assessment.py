"""The assessment of one indicator: rating, margin, variation and order of exceptions."""

from dataclasses import replace
from fractions import Fraction

import pytest
from invented import BAND, HIGHER, LOWER, NEUTRAL, assessed, indicator, shown

from pscb_lib.board.indicators import Unit
from pscb_lib.framework.rag import FRAMEWORK, Absence, Rag
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.assessment import assess, count_ratings, needs_attention

COUNT = {"unit": Unit.COUNT}
NEITHER = indicator(None, NEUTRAL, **COUNT)
ORDER = (Rag.GREEN, Rag.AMBER, Rag.RED)


def test_the_sample_has_the_ratings_its_author_states(sample):
    ratings = count_ratings(sample.assessed("restricted"))

    assert ratings == {"green": 16, "amber": 4, "red": 4, "not_applicable": 17, "not_supplied": 2,
                       "no_cases": 1, "suppressed": 0, "not_collected": 0, "does_not_apply": 0,
                       "year_not_full": 0, "no_rate": 0}


@pytest.mark.parametrize(("id", "achieved", "rating"), [
    pytest.param("FD9", "94.96", Rag.AMBER, id="640 of 674 is under 95%, whatever it prints"),
    pytest.param("AS2", "95", Rag.GREEN, id="684 of 800 is exactly 95% of a target of 90"),
    pytest.param("MS10", "62.75", Rag.RED, id="31 of 52 against 95"),
])
def test_edges_of_the_sample(sample, id, achieved, rating):
    one = next(each for each in sample.assessed("board") if each.indicator.id == id)

    assert one.rating is rating
    assert abs(one.percent_of_target - Fraction(achieved)) < Fraction(1, 100)


@pytest.mark.parametrize(("sent", "audience", "rating"), [
    pytest.param((46, 50), "board", Absence.SUPPRESSED, id="small numbers of children, masked"),
    pytest.param((46, 50), "restricted", Rag.GREEN, id="and as they are: 92% of 95%"),
    pytest.param("not supplied", "board", Absence.NOT_SUPPLIED, id="not supplied"),
    pytest.param((0, 0), "board", Absence.NO_CASES, id="none of none"),
])
def test_a_figure_without_a_rating_has_a_reason(sent, audience, rating):
    assert assessed(indicator(), sent, audience=audience).rating is rating


def test_a_hidden_figure_is_not_assessed():
    one = assessed(indicator(), *[(90, 100)] * 5, (97, 100), audience="board")

    assert (one.figure.hidden, one.rating) == (True, Absence.SUPPRESSED)
    assert (one.percent_of_target, one.outside, one.cases_to(True)) == (None, None, None)
    assert (one.change_since(1), one.variation.verdict) == (None, None)


def test_without_a_target_a_hidden_figure_is_not_applicable_as_any_other():
    assert assessed(NEITHER, 3, audience="board").rating is Rag.NOT_APPLICABLE


@pytest.mark.parametrize(("target", "polarity"), [
    pytest.param("95", HIGHER, id="higher is better"), pytest.param("20", LOWER, id="lower"),
    pytest.param(("10", "15"), BAND, id="a band"),
])
def test_the_margin_is_the_fewest_cases_that_change_the_rating(target, polarity):
    low, high = (Fraction(end) for end in (target if polarity is BAND else (target, target)))

    def colour(numerator):
        actual = Fraction(100 * numerator, 60)
        share = Fraction(1) if low <= actual <= high else actual / low
        if polarity is LOWER or (polarity is BAND and actual > high):
            share = high / actual if actual else Fraction(1)
        return Rag.GREEN if share >= Fraction("0.95") else (
            Rag.AMBER if share >= Fraction("0.9") else Rag.RED)

    for numerator in range(61):
        one = assessed(indicator(target, polarity), (numerator, 60))
        assert one.rating is colour(numerator)
        for better in (True, False):
            place = ORDER.index(colour(numerator))
            wanted = ORDER[:place] if better else ORDER[place + 1:]
            reached = [(abs(other - numerator), other) for other in range(61)
                       if colour(other) in wanted]
            found = one.cases_to(better)
            assert (found is None) == (not reached)
            if found:
                assert abs(found[0]) == min(reached)[0]
                assert found[1] is colour(numerator + found[0])


@pytest.mark.parametrize(("target", "polarity", "sent", "better", "expected"), [
    pytest.param("0", LOWER, 7, True, (-7, Rag.GREEN), id="seven fewer and none is left"),
    pytest.param("0", LOWER, 0, False, (1, Rag.RED), id="one more than none"),
    pytest.param("100", HIGHER, 10, True, (80, Rag.AMBER), id="more than there are now"),
    pytest.param("20", LOWER, 3, False, (19, Rag.AMBER), id="a long way below"),
    pytest.param("20", LOWER, 20, True, None, id="nothing is better than green"),
])
def test_a_count_has_a_margin_too(target, polarity, sent, better, expected):
    assert assessed(indicator(target, polarity, **COUNT), sent).cases_to(better) == expected


@pytest.mark.parametrize(("polarity", "sent", "needs"), [
    pytest.param(LOWER, (50, 51, 50, 51, 50, 60), True, id="for the worse"),
    pytest.param(HIGHER, (50, 51, 50, 51, 50, 60), False, id="for the better"),
    pytest.param(NEUTRAL, (50, 51, 50, 51, 50, 60), True, id="neither way is better"),
    pytest.param(LOWER, (50, 51, 50, 51, 50, 52), False, id="the worst, but as it usually is"),
    pytest.param(LOWER, (50, 51, 50, 60), False, id="too few quarters to tell"),
    pytest.param(LOWER, (50, 51, 50, 51, 60, 50), False, id="high the quarter before, and over"),
])
def test_a_real_change_needs_attention_unless_it_is_for_the_better(polarity, sent, needs):
    # Five steps of 1, 1, 1, 1 and 10: the last is screened out, limits are 52 less and more 2.66.
    # With a last step of 2 all are kept, the mean step is 1.2 and the limits are 50.7 -+ 3.2.
    assert bool(needs_attention([assessed(indicator(None, polarity, **COUNT), *sent)])) is needs


@pytest.mark.parametrize(("ago", "is_news"), [
    pytest.param(3, True, id="began in the first of the last four quarters"),
    pytest.param(4, False, id="began a year ago"),
])
def test_a_neutral_change_is_an_exception_for_four_quarters(ago, is_news):
    # 100 and 101 in turn, then 110 and 111: their mean moving range is that of the turns, 1.
    before, since = ([level + step % 2 for step in range(quarters)]
                     for level, quarters in ((100, 11 - ago), (110, ago + 1)))
    one = assessed(indicator(None, NEUTRAL, **COUNT), *before, *since)

    assert one.variation.since == one.quarters[-1 - ago].start
    assert needs_attention([one]) == ([one] if is_news else [])


@pytest.mark.parametrize(("polarity", "target", "sent", "direction"), [
    pytest.param(HIGHER, "95", ((90, 100), (80, 100)), "worse", id="fewer where higher is better"),
    pytest.param(LOWER, "20", ((90, 100), (80, 100)), "better", id="fewer where lower is better"),
    pytest.param(BAND, ("10", "15"), ((12, 100), (14, 100)), "same", id="both inside a band"),
    pytest.param(BAND, ("10", "15"), ((12, 100), (9, 100)), "worse", id="out of a band"),
    pytest.param(NEUTRAL, None, ((80, 100), (90, 100)), "more", id="more where neither is better"),
    pytest.param(NEUTRAL, None, ((90, 100), (80, 100)), "fewer", id="fewer, likewise"),
    pytest.param(HIGHER, "95", ("not supplied", (80, 100)), None, id="since nothing"),
    pytest.param(LOWER, "10", ((47, 427), (46, 420)), "same", id="both are printed as 11.0%"),
    pytest.param(NEUTRAL, None, ((16, 674), (14, 587)), "same", id="both as 2.4%, likewise"),
])
def test_direction(polarity, target, sent, direction):
    assert assessed(indicator(target, polarity), *sent).change_since(1) == direction


@pytest.mark.parametrize(("sent", "quarters"), [
    pytest.param((7, 8), 0, id="supplied"),
    pytest.param(("not supplied", 7, "not supplied", "not supplied"), 2, id="two running"),
    pytest.param(("not supplied",) * 3, 3, id="never supplied"),
    pytest.param(("not supplied", "no cases"), 0, id="no cases is an answer"),
])
def test_quarters_not_supplied(sent, quarters):
    assert assessed(NEITHER, *sent).quarters_not_supplied == quarters


def test_exceptions_are_ordered_by_harm_then_real_change_then_distance():
    steady, falling = [(30, 60)] * 6, [(40, 60)] * 5 + [(30, 60)]
    far = assessed(indicator(id="far", severity=2), *[(20, 60)] * 6)
    near = assessed(indicator(id="near", severity=2), *steady)
    changed = assessed(indicator(id="changed", severity=2), *falling)
    gravest = assessed(indicator(id="gravest", severity=3), *steady)
    missing = assessed(indicator(id="missing", severity=1), *[(58, 60)] * 4, *["not supplied"] * 2)
    more = assessed(replace(NEITHER, id="more", severity=3), 50, 51, 50, 51, 50, 60)
    quiet = assessed(indicator(id="quiet", severity=3), *[(59, 60)] * 6)
    once = assessed(indicator(id="once", severity=3), *[(59, 60)] * 5, "not supplied")

    order = needs_attention([quiet, once, more, missing, near, far, changed, gravest])
    assert [one.indicator.id for one in order] == [
        "gravest", "changed", "far", "near", "missing", "more"]


def test_an_assessment_is_of_the_quarters_asked_for():
    quarters = [parse_period("2014-15 Q2"), parse_period("2014-15 Q3")]
    one, = assess(shown(4, 5, 6), [NEITHER], quarters, FRAMEWORK)

    assert [point.value for point in one.points] == [5, 6]
