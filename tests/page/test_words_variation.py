"""Sentences on real change and usual variation."""

import pytest

from pscb_lib.framework.rag import Absence, Polarity, Rag
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.statistics.assurance import Assurance, measure_assurance
from pscb_lib.framework.statistics.differences import proportion_difference
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Rebase
from pscb_lib.page.words import variation as words

QUARTER = parse_period("2014-15 Q3")
HIGHER, NEUTRAL = Polarity.HIGHER_IS_BETTER, Polarity.NEUTRAL
EVEN = [80, 84] * 6
FALLEN = [*EVEN[:10], 40, 41, 42]
SHIFTED = [90, 92, 90, 93, 91, 80, 79, 81, 80, 79, 80, 81]
RISING = [60, 90, 61, 89, 60, 63, 66, 69, 72, 75, 78, 81]
NEAR = [*EVEN[:10], 91, 91]


def quarters_of(values):
    return [QUARTER.back(3 * step) for step in reversed(range(len(values)))]


def read(values, polarity=HIGHER, rebases=()):
    days = [quarter.start for quarter in quarters_of(values)]
    return measure_variation(list(zip(days, values, strict=True)), polarity, rebases)


def moved(values, rating=Rag.RED, polarity=HIGHER):
    return words.say_movement(rating, read(values, polarity), quarters_of(values))


@pytest.mark.parametrize(("said", "expected"), [
    pytest.param(moved(FALLEN), "Red, and a real change since Quarter 1: worse.", id="worse"),
    pytest.param(moved(EVEN, Rag.GREEN), "Green, no clear change.", id="no signal"),
    pytest.param(moved([*EVEN, 99], Rag.GREEN),
                 "Green, and a real change in Quarter 3: better.", id="in the quarter itself"),
    pytest.param(moved(SHIFTED, Rag.AMBER),
                 "Amber, and a real change since Quarter 1 2013/14: worse.", id="since last year"),
    pytest.param(moved(FALLEN, Rag.NOT_APPLICABLE, NEUTRAL),
                 "A real change since Quarter 1: lower.", id="no target and neither way better"),
    pytest.param(moved([*EVEN, 99], Rag.NOT_APPLICABLE, NEUTRAL),
                 "A real change in Quarter 3: higher.", id="higher"),
    pytest.param(moved(EVEN, Absence.SUPPRESSED, NEUTRAL), "No clear change.", id="not rated"),
    pytest.param(moved(EVEN[:4]), "Red, too few quarters to tell a real change.", id="too few"),
    pytest.param(moved([*EVEN, None]), None, id="no figure in the quarter"),
    pytest.param(moved([]), None, id="no quarter at all"),
])
def test_the_rating_and_whether_there_is_a_real_change(said, expected):
    assert said == expected


@pytest.mark.parametrize(("quarters", "expected"), [
    pytest.param(4, "Too few quarters to tell a real change.", id="no limits"),
    pytest.param(9, "Provisional limits: nine quarters of 12.", id="nine quarters"),
    pytest.param(12, None, id="three years"),
])
def test_provisional_limits_are_said(quarters, expected):
    assert words.say_provisional(read(EVEN[:quarters]).limits) == expected


@pytest.mark.parametrize(("target", "expected"), [
    pytest.param(70, "All of the usual range meets the target.", id="met"),
    pytest.param(95, "None of the usual range meets the target.", id="missed"),
    pytest.param(84, "The usual range lies on both sides of the target.", id="hit and miss"),
    pytest.param(None, None, id="no target"),
])
def test_the_usual_range_and_the_target(target, expected):
    assurance = measure_assurance(read(EVEN).limits, target, HIGHER)

    assert words.say_assurance(assurance) == expected


def test_every_assurance_has_its_sentence():
    assert set(words.ASSURED) == set(Assurance)


def test_a_rebase_is_said_with_its_reason():
    rebase = Rebase(QUARTER.back(6).start, "the single assessment replaced two others")
    before, after = read(EVEN, rebases=[rebase]).stretches

    assert words.say_rebase(before, quarters_of(EVEN)) is None
    assert words.say_rebase(after, quarters_of(EVEN)) == (
        "Usual range taken anew from Quarter 1 2014/15: "
        "the single assessment replaced two others.")


@pytest.mark.parametrize(("later", "earlier", "expected"), [
    pytest.param((37, 237), (31, 254), "no clear change", id="repeat plans, 2013-14 to 2014-15"),
    pytest.param((56, 70), (48, 80), "a clear rise", id="a rise"),
    pytest.param((48, 80), (56, 70), "a clear fall", id="a fall"),
])
def test_whether_two_periods_differ(later, earlier, expected):
    assert words.say_difference(proportion_difference(later, earlier)) == expected


def test_no_sentence_speaks_of_causes():
    said = [say for values in (EVEN, FALLEN, SHIFTED, RISING, NEAR, EVEN[:9])
            for say in (moved(values), words.say_provisional(read(values).limits)) if say]

    assert not [one for one in said if "cause" in one.lower()]
