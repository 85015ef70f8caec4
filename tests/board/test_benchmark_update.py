"""Published files added to the register of benchmarks."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas
import pytest
from papers import pscb

from pscb_lib.board.comparators.register import Mark, read_benchmarks
from pscb_lib.board.comparators.restated import find_restated
from pscb_lib.board.comparators.update import update_benchmarks
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading.findings import InputError

PARAMS = Path(__file__).parents[2] / "params"
LAIT = Path(__file__).parents[3] / "shared" / "data" / "lait_safeguarding.csv"
EDITIONS = ("2024-11-15", "2026-04-08")
CUTS = PARAMS.parent / "tests" / "files" / "dfe_cin_2024"
RELEASED = date(2025, 10, 30)
EXPLORE = """\
time_period,time_identifier,geographic_level,country_name,region_name,old_la_code,new_la_code,\
la_name,category,referral_count,rereferral_count,rereferral_percent
2014,Reporting year,National,England,,,,,Total,657780,154800,23.5
2014,Reporting year,Regional,England,East of England,,,,Total,56710,z,z
2014,Reporting year,Local authority,England,East of England,874,E06000031,Peterborough,Total,\
2634,575,21.9
201415,Financial year,Local authority,England,East of England,874,E06000031,Peterborough,Total,\
2734,c,c
2014,Reporting year,Local authority,England,West Midlands,331,E08000026,Coventry,Total,x,x,k
2014,Reporting year,Local authority,England,London,301,E09000002,Barking and Dagenham,Total,1,1,1
2014,Reporting year,Local authority,England,East of England,874,E06000031,Peterborough,Police,9,9,9
"""


@pytest.fixture
def params(tmp_path):
    """A folder with the registers, and benchmarks of re-referrals only."""
    for name in ("statistical_neighbours.csv", "benchmark_measures.csv"):
        shutil.copy(PARAMS / name, tmp_path / name)
    header, *rows = (PARAMS / "benchmarks.csv").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if row.startswith("re-referrals,")]
    (tmp_path / "benchmarks.csv").write_text("\n".join([header, *kept, ""]), encoding="utf-8",
                                             newline="\n")
    return tmp_path


def explore(folder, content=EXPLORE):
    path = folder / "c1_referrals.csv"
    path.write_text(content, encoding="utf-8", newline="\n")
    return path


def update(params, path, released_on=RELEASED, years=()):
    return update_benchmarks(params, [path], "Peterborough", "East of England", released_on, years)


def test_figures_of_the_areas_compared_are_taken_with_their_marks(params):
    assert update(params, explore(params)).added == 5
    found = {(one.area, one.year.label): (one.value, one.numerator, one.denominator)
             for one in read_benchmarks(params / "benchmarks.csv") if one.released_on == RELEASED}
    assert found == {
        ("England", "2013-14"): (Decimal("23.5"), 154800, 657780),
        ("East of England", "2013-14"): (Mark.NOT_APPLICABLE, Mark.NOT_APPLICABLE, 56710),
        ("Peterborough", "2013-14"): (Decimal("21.9"), 575, 2634),
        ("Peterborough", "2014-15"): (Mark.SUPPRESSED, Mark.SUPPRESSED, 2734),
        ("Coventry", "2013-14"): (Mark.LOW, Mark.NOT_AVAILABLE, Mark.NOT_AVAILABLE)}


def test_figures_of_other_releases_are_kept_and_rows_are_sorted(params):
    before = (params / "benchmarks.csv").read_text(encoding="utf-8").splitlines()
    update(params, explore(params))
    after = (params / "benchmarks.csv").read_text(encoding="utf-8").splitlines()
    assert {*before} <= {*after}
    keys = [(row["indicator"], row["year"], row["area"], row["released_on"])
            for row in csv.DictReader(after)]
    assert keys == sorted(keys)


def test_a_later_release_keeps_the_day_on_which_the_year_was_first_published(params):
    update(params, explore(params))
    first = {one.year.label: one.first_released_on
             for one in read_benchmarks(params / "benchmarks.csv") if one.released_on == RELEASED}
    assert first == {"2013-14": date(2014, 10, 29), "2014-15": date(2015, 10, 22)}


def test_taking_a_file_a_second_time_changes_nothing(params):
    path = explore(params)
    update(params, path)
    once = (params / "benchmarks.csv").read_bytes()
    assert update(params, path).added == 0
    assert (params / "benchmarks.csv").read_bytes() == once


def test_only_the_years_asked_for_are_taken(params):
    assert update(params, explore(params), years=[parse_year("2014-15")]).added == 1


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("month,referrals\nApril,332\n", "c1_referrals.csv: is not a known published file: "
                 "it has neither the columns time_period, geographic_level, country_name, "
                 "region_name, la_name nor measure_short, period, area, value_raw, vintage; "
                 "download it from explore education statistics, or from the local authority "
                 "interactive tool", id="an unknown layout"),
    pytest.param(EXPLORE.replace("21.9", "<5"), "c1_referrals.csv, row 4, column "
                 "rereferral_percent, value '<5': is neither a number nor one of the marks c * x : "
                 ".. - z . low k ~ u; ask the publisher, or correct the cell by the publication",
                 id="neither number nor mark"),
    pytest.param(EXPLORE.replace("Police", "Total"),
                 "c1_referrals.csv, row 8, value 're-referrals, "
                 "Peterborough, 2013-14': gives the same figure a second time; keep the rows of "
                 "the whole and not those of its parts", id="one figure twice"),
    pytest.param(EXPLORE.replace(",23.5", ""), "c1_referrals.csv, row 2: the row has 11 cells and "
                 "the header 12; see that no cell is missing, and put a comma for each blank one",
                 id="a row that is too short"),
])
def test_a_file_that_cannot_be_taken_is_refused_and_nothing_is_written(params, content, message):
    before = (params / "benchmarks.csv").read_bytes()
    with pytest.raises(InputError) as refusal:
        update(params, explore(params, content))
    assert str(refusal.value) == message
    assert (params / "benchmarks.csv").read_bytes() == before


def test_one_release_cannot_print_two_figures(params):
    update(params, explore(params))
    with pytest.raises(InputError) as refusal:
        update(params, explore(params, EXPLORE.replace("21.9", "22.0")))
    assert str(refusal.value) == (
        "c1_referrals.csv, value '22.0': prints another value for re-referrals, Peterborough, "
        "2013-14 than "
        "21.9, which the register has of the release of 2025-10-30; see which day is right, or "
        "correct the register's row by the file")


def test_a_restated_figure_is_kept_twice_and_printed(small_project):
    path = explore(small_project)
    done = pscb("benchmarks", "update", path, "--released-on", "2025-10-30", "--project",
                small_project)
    # The release of October 2024 printed 21.8; it is 575 of 2,634 in both.
    assert (done.returncode, done.stdout.splitlines()) == (0, [
        f"5 figures added to {len(read_benchmarks(PARAMS / 'benchmarks.csv'))} held",
        "re-referrals, Coventry, 2013-14: 17.5 (released 2024-10-31) is low (released "
        "2025-10-30); no "
        "counts to compare",
        "re-referrals, East of England, 2013-14: 22.4 (released 2024-10-31) is z (released "
        "2025-10-30); "
        "no counts to compare",
        "re-referrals, Peterborough, 2013-14: 21.8 (released 2024-10-31) is 21.9 (released "
        "2025-10-30); "
        "the counts did not change",
        "re-referrals, Peterborough, 2014-15: 18.3 (released 2024-11-15) is c (released "
        "2025-10-30); the "
        "counts did not change",
        "re-referrals: 4 restated, 2 of them with the same counts"])


def test_a_file_without_its_day_of_release_asks_for_it(small_project):
    done = pscb("benchmarks", "update", explore(small_project), "--project", small_project)
    assert (done.returncode, done.stderr) == (
        1, "pscb: c1_referrals.csv: does not say when it was released; add --released-on DATE\n")


def test_rebased_populations_restate_rates_and_leave_the_counts(params):
    if not LAIT.is_file():
        pytest.skip("the published files are not in ../shared/data beside this project")
    update(params, LAIT, released_on=None)
    rows = [one for one in read_benchmarks(params / "benchmarks.csv")
            if one.indicator == "referrals"]
    restated = find_restated(rows)
    editions = {name: pandas.read_csv(LAIT, dtype=str).query("vintage == @name").pivot(
        index=["area", "period"], columns="measure_short", values="value_raw")
        for name in EDITIONS}
    rates, counts = (
        pandas.concat([editions[name][measure] for name in EDITIONS], axis=1).dropna()
        for measure in ("CPP_Total_Rateper10,000", "CPP_Total_NumRef"))
    changed = (rates.iloc[:, 0] != rates.iloc[:, 1]).sum()
    assert (changed, len(rates), (counts.iloc[:, 0] != counts.iloc[:, 1]).sum()) == (26, 117, 0)
    assert len(restated) == changed
    assert all(one.value_changed and one.counts_changed is False for one in restated)


def cut_of(table):
    """The cut of one table of the release of 2024."""
    [path] = CUTS.glob(f"{table}_*.csv")
    return path


TABLES = {  # what each table adds of Peterborough 2014-15, as it is printed there
    "b1": {("children in need", "398.4", "1895", None)}, "b2": set(), "b3": set(), "b4": set(),
    "b5": set(),
    "b6": set(), "b7": set(),
    "c1": {("referrals", "574.8", "2734", None), ("re-referrals", "18.3", "501", "2734"),
           ("no further action", "2.4", "66", "2734")},
    # 69 + 558 + 408 + 429 + 988 + 220
    "c2": {("assessments in time", "89.8", "2672", "2977")},
    "c3": set(),
    # 52 + 263
    "c4": {("section 47 enquiries", "180.8", "860", None),
           ("initial conferences in time", "89.0", "315", "354")}, "c5": set(),
    "c6": set(), "d1": {("children on a plan", "48.6", "231", None)}, "d2": set(),
    "d3": {("second plans", "15.6", "48", "307")}, "d4": set(),
    "d5": {("plans open two years", "c", "c", "231")},
    "d6": {("plan reviews in time", "93.4", "141", "151")},
    "d7": {("plans ended after two years", "2.2", "7", "314")}, "d8": set(),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_release_of_2024_is_taken_as_published(params, table):
    found = update(params, cut_of(table), released_on=date(2024, 11, 1))
    rows = [row for row in csv.DictReader((params / "benchmarks.csv").open(encoding="utf-8"))
            if row["released_on"] == "2024-11-01" and row["area"] == "Peterborough"
            and row["year"] == "2014-15"]

    assert {(row["indicator"], row["value"], row["numerator"], row["denominator"] or None)
            for row in rows} == TABLES[table]
    assert (not found.added) == bool(found.nothing) == (not TABLES[table])


@pytest.mark.parametrize("mark", ["u", "[u]", "~", "w", "a note"])
def test_a_mark_of_an_area_that_is_not_compared_refuses_nothing(params, mark):
    content = EXPLORE.replace("Barking and Dagenham,Total,1,1,1",
                              f"Barking and Dagenham,Total,1,{mark},{mark}")

    assert update(params, explore(params, content)).added == 5


@pytest.mark.parametrize(("mark", "expected"), [
    ("u", Mark.UNRELIABLE), ("[u]", Mark.UNRELIABLE), ("[c]", Mark.SUPPRESSED),
    ("..", Mark.NOT_AVAILABLE), ("~", Mark.LOW)])
def test_a_mark_of_an_area_compared_is_kept(params, mark, expected):
    update(params, explore(params, EXPLORE.replace("575,21.9", f"{mark},{mark}")))

    [found] = [one for one in read_benchmarks(params / "benchmarks.csv")
               if one.released_on == RELEASED and one.place[1:] == ("Peterborough",
                                                                    parse_year("2013-14"))]
    assert (found.value, found.numerator) == (expected, expected)


@pytest.mark.parametrize(("content", "why"), [
    pytest.param(EXPLORE.replace("rereferral_percent", "other"),
                 "none of its columns is in the columns explore_value, explore_numerator and "
                 "explore_denominator of benchmark_measures.csv", id="no measure that is mapped"),
    pytest.param(EXPLORE.replace("rereferral_count", "other"),
                 "of re-referrals it has explore_value of benchmark_measures.csv and no column of "
                 "explore_numerator", id="its value without a count"),
    pytest.param(EXPLORE.replace(",Total,", ",Children,"),
                 "its rows are split by category and none is of the whole (total, all, all "
                 "children)", id="parts without the whole"),
    pytest.param(EXPLORE.replace("year,", "year Q1,"),
                 "it has no row of an area and year that are wanted", id="quarters"),
])
def test_a_file_of_which_nothing_can_be_taken_says_why(params, content, why):
    found = update(params, explore(params, content))

    assert (found.added, found.nothing) == (0, {"c1_referrals.csv": why})


def test_a_category_with_one_value_is_the_name_of_the_table(params):
    content = "\n".join(line for line in EXPLORE.replace("Total", "Referrals").splitlines()
                        if "Police" not in line)

    assert update(params, explore(params, content)).added == 5


@pytest.mark.parametrize("name", ["PETERBOROUGH", "Peterborough ", "Peter\u00adborough"])
def test_an_area_is_known_by_what_is_the_same_to_a_person(params, name):
    assert update(params, explore(params, EXPLORE.replace("Peterborough", name))).added == 5


def test_what_nothing_was_taken_from_is_printed(small_project):
    done = pscb("benchmarks", "update", cut_of("b2"), "--released-on", "2024-10-31", "--project",
                small_project)

    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, [
        "b2_children_in_need_recorded_disability_2013_to_2024.csv: nothing is taken, because none "
        "of its columns is in the columns explore_value, explore_numerator and "
        "explore_denominator of benchmark_measures.csv"])
