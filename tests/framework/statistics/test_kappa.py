"""Agreement of two auditors, against a published-form vector and numpy from the definition."""

from fractions import Fraction

import numpy
import pytest

from pscb_lib.framework.statistics.kappa import measure_agreement, strength_of, weighted_kappa

COUNTS = [[8, 2, 0], [1, 5, 1], [0, 1, 2]]


def pairs_of(counts):
    return [(row, column) for row, line in enumerate(counts)
            for column, times in enumerate(line) for _ in range(times)]


def test_agreement_of_twenty_pairs():
    found = measure_agreement(pairs_of(COUNTS))
    assert (found.pairs, found.exact, found.near) == (20, 15, 20)
    assert round(float(found.kappa), 4) == 0.6689
    assert round(float(weighted_kappa(pairs_of(COUNTS), is_linear=False)), 4) == 0.5918


def test_kappa_needs_twenty_pairs():
    assert measure_agreement(pairs_of(COUNTS)[1:]).kappa is None


def test_equal_grades_agree_and_have_no_kappa():
    found = measure_agreement([(2, 2)] * 25)
    assert (found.exact, found.kappa) == (25, None)


def test_a_pair_without_a_grade_is_left_out():
    found = measure_agreement([(0, 0), (None, 1), (2, None), (0, 3)])
    assert (found.pairs, found.exact, found.near) == (2, 1, 1)


def from_definition(counts):
    """1 - sum(w o) / sum(w e), w = |i - j|, with o and e as shares of all pairs."""
    observed = numpy.asarray(counts, float)
    observed /= observed.sum()
    expected = numpy.outer(observed.sum(axis=1), observed.sum(axis=0))
    weights = numpy.abs(numpy.subtract.outer(*[numpy.arange(len(counts))] * 2))
    return 1 - (weights * observed).sum() / (weights * expected).sum()


def test_a_thousand_random_tables():
    random = numpy.random.default_rng(20140514)
    for size in random.integers(2, 5, 1_000):
        counts = random.integers(0, 9, (size, size))
        counts[0, -1] += 1  # a grade that differs, so that there is an expected disagreement
        counts[-1, 0] += 1
        assert float(weighted_kappa(pairs_of(counts))) == pytest.approx(from_definition(counts),
                                                                        abs=1e-12)


def test_kappa_is_exact():
    assert isinstance(weighted_kappa(pairs_of(COUNTS)), Fraction)


@pytest.mark.parametrize(("kappa", "word"), [  # Landis and Koch (1977), page 165
    pytest.param("-0.01", "poor", id="below 0"), pytest.param("0", "slight", id="0"),
    pytest.param("0.20", "slight", id="0.20"), pytest.param("0.40", "fair", id="0.40"),
    pytest.param("0.56", "moderate", id="0.56"), pytest.param("0.61", "substantial", id="0.61"),
    pytest.param("1", "almost perfect", id="1"),
])
def test_the_strength_of_agreement_has_landis_and_koch_s_word(kappa, word):
    assert strength_of(Fraction(kappa)) == word
