"""The sample returns of multi-agency audits: the same bytes each time, marked as invented."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from pscb_lib.reports.multi_agency_audit.returned_audits import Domain, Grade
from tools.samples import generate_case_audits

SAMPLES = ROOT / "pscb_lib" / "samples"
NAMES = ("case_list.csv", "case_audits.csv", "case_audit_voices.csv", "case_audit_agencies.csv",
         "case_draws/MA-01.csv", "case_draws/MA-02.csv", "case_draws/MA-03.csv")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory):
    """The returns as the generator makes them now."""
    folder = tmp_path_factory.mktemp("generated")
    generate_case_audits.main(folder)
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


def test_every_grade_is_given_in_every_domain() -> None:
    joint = {(row["domain"], row["moderated_grade"]) for row in rows_of("case_audits.csv")
             if not row["agency"]}
    assert joint == {(domain.value, grade.value) for domain in Domain for grade in Grade}
