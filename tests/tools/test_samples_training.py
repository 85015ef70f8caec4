"""The sample returns of training: the same bytes each time, invented, with what they teach."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from tools.samples import generate_training

SAMPLES = ROOT / "pscb_lib" / "samples"
NAMES = ("training_events.csv", "training_places.csv", "training_feedback.csv",
         "single_agency_training.csv")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory):
    """The returns as the generator makes them now."""
    folder = tmp_path_factory.mktemp("generated")
    generate_training.main(folder)
    return folder


def rows_of(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_makes_the_shipped_file_byte_for_byte(generated, name: str) -> None:
    assert (generated / name).read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_that_it_is_illustrative(name: str) -> None:
    assert {row["source"] for row in rows_of(name)} == {"illustrative"}


def test_some_people_are_on_several_courses() -> None:
    came = [(row["agency"], row["person_code"]) for row in rows_of("training_places.csv")
            if row["attended"] == "yes"]
    assert len({*came}) < len(came)
