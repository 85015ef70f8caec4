"""The sample return is what its generator writes, is invented, and has this panel's scale."""

import csv
from collections import Counter
from datetime import datetime
from random import Random

import pytest

from tools.samples.dealing import spread
from tools.samples.deaths_margins import CATEGORIES
from tools.samples.generate_deaths import PATH, write_deaths


@pytest.fixture(scope="module")
def sample():
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def a_day(text):
    return datetime.strptime(text, "%d/%m/%Y" if "/" in text else "%Y-%m-%d").date()


def test_the_generator_writes_the_committed_file_byte_for_byte(tmp_path):
    write_deaths(tmp_path / "again.csv")

    assert (tmp_path / "again.csv").read_bytes() == PATH.read_bytes()


def test_every_row_is_marked_as_invented(sample):
    assert {row["source"] for row in sample} == {"illustrative"}


def test_no_column_could_hold_a_name_a_number_or_an_address(sample):
    words = " ".join(sample[0]).lower()

    assert not any(word in words for word in ("name", "nhs", "address", "postcode"))


def test_two_areas_at_the_scale_of_the_panel(sample):
    years = Counter()
    for row in sample:
        told = a_day(row["notified_on"])
        years[row["lscb_of_residence"], told.year - (told.month < 4)] += 1

    for start in range(2009, 2014):
        assert 10 <= years["Peterborough", start] <= 18
        assert 30 <= years["Cambridgeshire", start] <= 40


def test_about_43_in_100_died_in_the_first_28_days(sample):
    newborn = sum((a_day(row["date_of_death"]) - a_day(row["date_of_birth"])).days < 28
                  for row in sample)

    assert 0.40 <= newborn / len(sample) <= 0.46


def test_about_22_in_100_reviews_with_enough_information_found_modifiable_factors(sample):
    found = Counter(row["modifiable"] for row in sample if row["panel_completed_on"])

    assert 0.20 <= found["yes"] / (found["yes"] + found["no"]) <= 0.24


@pytest.mark.parametrize(("says", "is_so"), [
    ("an inquest that is still open", lambda row: row["waiting_for"] == "inquest"
     and not row["inquest_concluded_on"]),
    ("an open review", lambda row: not row["panel_completed_on"]),
    ("a complete review with nothing recorded", lambda row: row["panel_completed_on"]
     and not row["modifiable"]),
    ("an ISO date", lambda row: "-" in row["date_of_death"]),
    ("a day-first date", lambda row: "/" in row["date_of_death"]),
    ("an answer by its first letter", lambda row: row["sex"] in ("M", "F")),
    ("a category by its name", lambda row: row["category"] == "Malignancy"),
    ("a category that is none", lambda row: row["category"] == "11"),
    ("a stillbirth", lambda row: row["kind"] == "stillbirth"),
    ("a child of another area", lambda row: row["lscb_of_residence"] == "Lincolnshire"),
])
def test_the_mess_of_a_real_return_is_in_it(sample, says, is_so):
    assert any(is_so(row) for row in sample), says


def test_values_are_dealt_out_in_their_proportions():
    dealt = Counter(spread(CATEGORIES, 200, Random(1)))

    assert dealt == {number: 2 * weight for number, weight in CATEGORIES.items()}


def test_every_recommendation_has_a_wording_and_an_owner_and_nothing_else_has(sample):
    for row in sample:
        assert {bool(row[name]) for name in ("recommendation", "recommendation_owner")} == {
            row["recommendations"] not in ("", "0")}


def test_no_wording_has_a_figure_or_a_place_in_it(sample):
    wordings = " ".join({row["recommendation"] for row in sample})

    assert not any(letter.isdigit() for letter in wordings)
    assert not any(area in wordings for area in ("Peterborough", "Cambridgeshire"))
