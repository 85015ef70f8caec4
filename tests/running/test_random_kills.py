"""Twenty batches killed at random; ``python tests/random_kills.py 200`` kills more of them."""

from __future__ import annotations

import pytest
from random_kills import kill_often
from warm_batches import needs_fork

pytestmark = [needs_fork, pytest.mark.slow]
KILLS = 20


def test_f11_after_random_kills_no_set_is_lost_or_mixed_and_the_next_batch_succeeds(
    tmp_path
):
    found = kill_often(tmp_path, KILLS, seed=1)
    assert found["killed all"] + found["killed one"] > KILLS // 2
    assert found["whole"] > KILLS
    assert {name: found[name] for name in (
        "lost", "mixed", "neither old nor new", "next batch failed", "next batch made another",
    )} == dict.fromkeys(("lost", "mixed", "neither old nor new", "next batch failed",
                         "next batch made another"), 0)
