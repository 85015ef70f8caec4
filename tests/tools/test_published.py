"""The published figures that come with the suite: packed as they were, whole, and dated."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.comparators.mapping import read_measures
from pscb_lib.board.comparators.neighbours import held_neighbours
from pscb_lib.board.published.authorities import read_authorities
from pscb_lib.board.published.figures import published_benchmarks
from tools import published

DATA = ROOT.parent / "shared" / "data"
MEASURES = read_measures(ROOT / "params" / "benchmark_measures.csv")
NEEDS_DATA = pytest.mark.skipif(not DATA.is_dir(), reason="the publishers' files are not here")


def figures(area):
    return {(one.indicator.value, one.year.label, one.released_on.isoformat()): one
            for one in published_benchmarks(MEASURES.values(), [area])}


def members_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@NEEDS_DATA
def test_the_files_are_those_that_the_publishers_files_make():
    made = published.pack(DATA)
    typed = {"private_fostering.csv"}  # from a release that is no data file
    assert {*made} | typed == {
        path.name for path in published.HELD.glob("*.*") if path.suffix != ".py"}
    for name, data in made.items():
        held = (published.HELD / name).read_bytes()
        # Another zlib may pack the same content into other bytes.
        assert (members_of(data) == members_of(held)) if name.endswith(".zip") else data == held


@NEEDS_DATA
def test_the_rates_of_the_release_of_2024_divide_by_the_estimates_dated_so():
    with (published.HELD / "populations.csv").open(encoding="utf-8", newline="") as file:
        people = {(row["area"], int(row["year"])): int(row["population_0_17"])
                  for row in csv.DictReader(file) if "October 2024" in row["edition"]}
    path = DATA / "dfe_cin_2024" / "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["old_la_code"]
                and row["Referrals"].isdecimal() and row["Referrals_rate"][:1].isdecimal()]
    told = [(row, people[row["old_la_code"], int(row["time_period"]) - 1]) for row in rows
            if (row["old_la_code"], int(row["time_period"]) - 1) in people]
    assert len(told) > 1400
    assert [row for row, residents in told if abs(
        10_000 * int(row["Referrals"]) / residents - float(row["Referrals_rate"])) > 0.051] == []


def test_all_of_it_takes_less_than_a_megabyte_and_a_half():
    assert sum(path.stat().st_size for path in published.HELD.glob("*.*")) < 1_500_000


def test_each_file_has_its_publisher_edition_day_and_licence():
    with (published.HELD / "editions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["licence"] for row in rows} == {"Open Government Licence v3.0"}
    assert all(date.fromisoformat(row["published_on"]) and row["publisher"] and row["edition"]
               for row in rows)


def test_an_authoritys_figures_are_those_of_the_release():
    found = figures("Peterborough")  # table C1: 2,634 of 46,552 residents; D1: 239 and 51.3
    referrals = found["referrals", "2013-14", "2024-10-31"]
    assert (str(referrals.value), str(referrals.numerator)) == ("565.8", "2634")
    assert referrals.first_released_on == date(2014, 10, 29)
    assert str(found["children on a plan", "2013-14", "2024-10-31"].value) == "51.3"
    # It had completed no single assessment by then, and 0 of 0 is no percentage.
    assert ("assessments in time", "2013-14", "2024-10-31") not in found


@pytest.mark.parametrize(("indicator", "first"), [
    ("referrals", "2012-13"), ("second plans", "2012-13")])
def test_every_authority_with_a_full_series_has_twelve_years(indicator, first):
    whole = [one for one in read_authorities().values()
             if not one.valid_from and not one.valid_to and one.code not in ("201", "420")]
    for one in whole:
        years = {year for name, year, _ in figures(one.name) if name == indicator}
        assert (len(years), min(years)) == (12, first), one.name


def test_neighbours_are_ten_of_either_model_and_known_from_its_day(tmp_path):
    (tmp_path / "statistical_neighbours.csv").write_text(
        "area,neighbour,set,valid_from,valid_to,published_on,source\n", encoding="utf-8")
    sets = {one.name: one for one in held_neighbours(
        tmp_path / "statistical_neighbours.csv", "Peterborough")}
    assert {name: (len(one.members), one.published_on) for name, one in sets.items()} == {
        "2021 model": (10, date(2021, 4, 30)), "2025 model": (10, date(2025, 4, 30))}
    assert sets["2025 model"].members[:3] == ("Coventry", "Derby", "Hillingdon")
