"""A thousand spoilt files of all kinds of return: one-line errors, and no unreported change."""

from __future__ import annotations

import pytest
from fuzz import fuzz

FILES, PARTS = 1_000, 10


@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.slow)
                                       for part in range(1, PARTS))])
def test_a_spoilt_file_is_refused_or_its_rows_add_up(tmp_path, part):
    tally = fuzz(FILES // PARTS, part + 1, tmp_path)
    assert sum(tally.values()) == FILES // PARTS
    assert tally["with findings"] > 0 < tally["refused"]
