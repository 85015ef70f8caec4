"""Every additive relation declared by the shipped papers' figures holds, in each masked set."""

from __future__ import annotations

import pytest
from draws import SAMPLES, measured, measured_reports

from pscb_lib.disclosure.equations import LinkedCounts
from pscb_lib.disclosure.masking import for_audience


@pytest.fixture(scope="module", params=measured_reports())
def figures(request):
    """All figures of one paper."""
    return measured(request.param, SAMPLES)


@pytest.mark.parametrize("audience", ["board", "public"])
def test_every_sum_of_a_paper_holds(figures, audience) -> None:
    linked = LinkedCounts()
    linked.add("", for_audience(figures, audience))

    assert linked.sums
    assert [[name for name, _ in one.terms] for one in linked.relations
            if not one.holds(sum(by * linked.counts[name] for name, by in one.terms))] == []
