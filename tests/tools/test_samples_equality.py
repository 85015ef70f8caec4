"""The sample returns of equality and involvement: the same bytes each time, marked as invented."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from tools.samples import generate_equality


@pytest.mark.parametrize("name", ["equality_counts.csv", "involvement.csv"])
def test_the_generator_makes_the_shipped_file_byte_for_byte(tmp_path, name: str) -> None:
    generate_equality.main(tmp_path)
    path = ROOT / "pscb_lib" / "samples" / name
    assert (tmp_path / name).read_bytes() == path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {"illustrative"}
