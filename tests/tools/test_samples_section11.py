"""The sample returns beside the Section 11 self-audits: the same bytes each time, and invented."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from tools.samples import generate_section11

NAMES = ("section11_survey.csv", "voluntary_standards.csv", "cooperation_failures.csv")


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_makes_the_shipped_file_byte_for_byte(tmp_path, name: str) -> None:
    generate_section11.main(tmp_path)
    shipped = ROOT / "pscb_lib" / "samples" / name
    assert (tmp_path / name).read_bytes() == shipped.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_that_it_is_illustrative(name: str) -> None:
    with (ROOT / "pscb_lib" / "samples" / name).open(encoding="utf-8", newline="") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {"illustrative"}
