"""Random linked tables: every small count is protected, at few more cells than a naive rule."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from outsider import programmed
from random_tables import DFE, judge, random_tables, small_cells, two_a_line

from pscb_lib.disclosure.secrecy.choose import choose

TABLES, PARTS = 150, 10


@pytest.fixture(scope="module")
def tally() -> Counter[str]:
    """The cells added in the tables of all parts, by our rule and by the naive one."""
    return Counter()


@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.slow)
                                       for part in range(1, PARTS))])
def test_every_small_count_of_a_random_table_keeps_three_values(tally, part):
    each = TABLES // PARTS
    for turn in range(part * each, (part + 1) * each):
        system = random_tables(random.Random(f"1 {turn}"), turn)
        secret = small_cells(system)
        hidden = choose(system, secret, DFE.small).hidden
        for name in secret:
            least, most = programmed(system, hidden, name)
            assert most - least >= 2, f"turn {turn}: {name} is {least} to {most}"
        tally["ours"] += len(hidden - set(secret))
        tally["naive"] += len(two_a_line(system, secret) - set(secret))


@pytest.mark.slow
def test_at_most_fifteen_in_a_hundred_more_cells_than_the_naive_rule(tally):
    assert 0 < tally["ours"] <= 1.15 * tally["naive"]


@pytest.mark.slow
def test_the_naive_rule_reveals_counts_of_such_tables():
    found = Counter()
    for turn in range(12):
        found.update(judge(random_tables(random.Random(f"1 {turn}"), turn)))
    assert found["naive: tables with a count worked out exactly"] > 0
    assert found["ours: tables with a count worked out exactly"] == 0
    assert found["no pattern"] == 0
