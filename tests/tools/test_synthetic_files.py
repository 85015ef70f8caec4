"""``python -m tools.synthetic``: its files, the children in them, and reproducible bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from papers import ROOT
from synthetic import CHILDREN, Written

SHARED = Path(__file__).parents[3] / "shared" / "data" / "records"
FILES = [
    "annex_a.xlsx", "cin.xml", "cin_before.xml", "data_set/childrens-social-care.csv",
    "data_set/safeguarding-team.csv", "deaths.csv", "missing_episodes/2013-14-h1.csv",
    "missing_episodes/2013-14-h2.csv", "missing_episodes/2014-15-h1.csv",
    "missing_episodes/2014-15-h2.csv", "ssda903_episodes.csv", "ssda903_header.csv",
    "ssda903_missing.csv",
]


def make(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "tools.synthetic", *map(str, arguments)], cwd=ROOT, text=True,
        capture_output=True, encoding="utf-8", timeout=600, env={**os.environ, **environment})


def bytes_of(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def twice(tmp_path_factory) -> list[Path]:
    folders = []
    for hash_seed in ("1", "2"):
        folder = tmp_path_factory.mktemp(f"hash-{hash_seed}") / "made"
        done = make("--children", "400", "--seed", "11", "--out", folder,
                    "--faults", "25", PYTHONHASHSEED=hash_seed)
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == sorted([*FILES, "faults.csv"])
        folders.append(folder)
    return folders


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes_in_two_processes(twice):
    assert bytes_of(twice[0]) == bytes_of(twice[1])


@pytest.mark.slow
def test_another_seed_gives_other_children(twice, tmp_path):
    make("--children", "400", "--seed", "12", "--out", tmp_path / "other")
    same = bytes_of(twice[0]).items() & bytes_of(tmp_path / "other").items()
    assert {name for name, _ in same} <= {"deaths.csv"}  # no child may have died in either


def test_it_has_as_many_children_as_were_asked_for(sound: Written):
    ids = [child.findtext("ChildIdentifiers/LAchildID")
           for name in ("cin.xml", "cin_before.xml") for child in sound.children(name)]
    assert len(set(ids)) == CHILDREN
    for name in ("cin.xml", "cin_before.xml"):
        found = [child.findtext("ChildIdentifiers/LAchildID") for child in sound.children(name)]
        assert len(found) == len(set(found))


def test_the_files_are_exactly_those_listed(sound: Written):
    assert sorted(bytes_of(sound.folder)) == FILES


@pytest.mark.parametrize("name", ["header", "episodes", "missing"])
def test_ssda903_has_the_columns_of_the_return(sound: Written, name):
    published = SHARED / f"ssda903_fake_{name}.csv"
    if not published.is_file():
        pytest.skip("../shared/data is not here")
    ours = (sound.folder / f"ssda903_{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert ours == published.read_text(encoding="utf-8-sig").splitlines()[0]


def test_annex_a_has_the_lists_and_headings_of_the_workbook(sound: Written):
    published = SHARED / "annexA_liia_tools.xlsx"
    if not published.is_file():
        pytest.skip("../shared/data is not here")
    book = openpyxl.load_workbook(published, read_only=True)
    theirs = {sheet.title: next(sheet.iter_rows(values_only=True)) for sheet in book}
    assert {name: rows[0] for name, rows in sound.sheets().items()} == theirs


def test_the_census_has_no_element_that_the_return_has_not(sound: Written):
    published = SHARED / "cin_CIN_Census_2026.xml"
    if not published.is_file():
        pytest.skip("../shared/data is not here")
    theirs = published.read_text(encoding="utf-8")
    names = {element.tag for child in sound.children("cin.xml") for element in child.iter()}
    assert {name for name in names if f"<{name}>" not in theirs} <= {"PersonDeathDate"}


@pytest.mark.slow
def test_no_column_could_hold_a_name_or_a_number_of_the_health_service(sound: Written):
    headings = [name for file in FILES if file.endswith(".csv")
                for name in (sound.rows(file) or [{}])[0]]
    assert [name for name in headings if "name" in name.lower() or "nhs" in name.lower()] == []
    workers = {cells[-1] for cells in sound.sheets()["List 3"][1:]}
    assert {worker.rsplit(" ", 1)[0] for worker in workers} == {"Worker"}


def test_a_folder_that_is_not_empty_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = make("--children", "5", "--seed", "1", "--out", tmp_path)
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path.name}: the folder is not empty; name a new one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_too_many_faults_for_the_sample_leave_no_folder(tmp_path):
    done = make("--children", "2", "--seed", "1", "--out", tmp_path / "made",
                "--faults", "900")
    assert done.returncode == 1
    assert done.stderr.startswith("--faults, value '900': the sample has room for ")
    assert done.stderr.endswith("faults; plant fewer or make more children\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("year", "says"), [
    pytest.param("2014", "value '2014': is not a period", id="a calendar year is no period"),
    pytest.param("2014-15 Q3", "is not a financial year, such as 2014-15",
                 id="a quarter is no year"),
    pytest.param("2010-11", "records can be made for 2012-13 to 2037-38; choose one of these",
                 id="a year whose bank holidays are not known is refused"),
])
def test_a_year_that_cannot_be_made_is_one_line(tmp_path, year, says):
    done = make("--children", "5", "--seed", "1", "--out", tmp_path / "made",
                "--year", year)
    assert done.returncode == 1
    assert done.stderr.startswith("--year, value ") and says in done.stderr
    assert done.stderr.count("\n") == 1
