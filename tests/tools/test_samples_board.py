"""The sample returns of the Board's own work: the same bytes each time, marked as invented."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from tools.samples import generate_board

NAMES = ("board_seats.csv", "board_development.csv", "attendance.csv")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory):
    """The returns as the generator makes them now."""
    folder = tmp_path_factory.mktemp("generated")
    generate_board.main(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_makes_the_shipped_file_byte_for_byte(generated, name: str) -> None:
    assert (generated / name).read_bytes() == (ROOT / "pscb_lib" / "samples" / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_that_it_is_illustrative(name: str) -> None:
    path = ROOT / "pscb_lib" / "samples" / name
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {"illustrative"}
