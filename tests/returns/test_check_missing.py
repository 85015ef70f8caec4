"""``pscb check --missing``: records that are correct but not complete yet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from bad_returns import PERIODS, as_csv, context_of
from papers import pscb
from sent import EPISODE, write_csv

from pscb_lib.reading.rows import Records
from pscb_lib.returns.kinds import find_returns

KINDS = {name: kind for name, kind in find_returns().items() if kind.awaited}
SEEN = EPISODE | {"rhi_offered": "yes", "rhi_accepted": "yes",
                  "rhi_completed_at": "15/05/2014 10:00", "rhi_reason": "To be with family",
                  "rhi_change": "Nothing recorded"}
NOT_BACK = SEEN | dict.fromkeys(("returned_at", "rhi_completed_at"), "") | {
    "episode_id": "E2", "child_id": "00124"}


def read_one(folder, kind, changes):
    """Read one row, the example with *changes*; return it and what it may lack."""
    context = context_of(kind.name if kind.name in PERIODS else "data_set")
    names = [field.name for field in kind.fields(context)]
    row = {**dict.fromkeys(names, ""), **kind.example, **changes}
    path = folder / "sent.csv"
    path.write_text(as_csv([names, [row[name] for name in names]]), encoding="utf-8")
    checked = kind.read(path, context)
    return kind.awaited.make(context, checked.records), checked.records[0]


NO_ROWS = Records({name: () for name in ("covers_episode_ids", "indicator", "period",
                                         "submitted_on")})
AWAITED = [pytest.param(kind, place, id=f"{name}: {one.says}") for name, kind in KINDS.items()
           for place, one in enumerate(KINDS[name].awaited.make(context_of("data_set"), NO_ROWS))]


@pytest.mark.parametrize(("kind", "place"), AWAITED)
def test_an_awaited_value_is_missing_in_its_own_example(tmp_path, kind, place):
    awaited, _ = read_one(tmp_path, kind, {})
    assert awaited[place].guidance
    awaited, record = read_one(tmp_path, kind, awaited[place].example)
    assert awaited[place].lacks(record)


@pytest.mark.parametrize("name", KINDS)
def test_the_reference_of_a_record_identifies_nobody(name):
    context = context_of(name if name in PERIODS else "data_set")
    fields = {field.name: field for field in KINDS[name].fields(context)}
    assert not any(fields[one].identifying for one in KINDS[name].awaited.reference)
    assert "child_id" not in KINDS[name].awaited.reference


def test_a_team_sees_the_row_its_reference_and_what_is_awaited(tmp_path):
    path = write_csv(tmp_path / "2014-15-h1.csv", SEEN, NOT_BACK)
    done = pscb("check", path, "--missing")
    assert done.returncode == 1
    assert [line.rstrip() for line in done.stdout.splitlines()] == [
        "Children missing from home", "==========================", "2014-15-h1.csv",
        "  Row  Record  What is awaited     Column",
        "  ---  ------  ------------------  -----------",
        "  3    E2      the child's return  returned_at", "",
        "One record in one file awaits a date or an outcome."]


def test_complete_records_exit_0(tmp_path):
    done = pscb("check", write_csv(tmp_path / "2014-15-h1.csv", SEEN), "--missing")
    assert (done.returncode, done.stdout) == (0, "Every record is complete.\n")


def test_an_interview_that_covers_an_episode_is_not_awaited_twice(tmp_path):
    other = SEEN | {"episode_id": "E3", "left_at": "20/05/2014 18:00",
                    "returned_at": "21/05/2014 07:00", "rhi_completed_at": ""}
    cover = SEEN | {"rhi_completed_at": "22/05/2014 10:00", "covers_episode_ids": "E3"}
    done = pscb("check", write_csv(tmp_path / "2014-15-h1.csv", cover, other), "--missing")
    assert (done.returncode, done.stdout) == (0, "Every record is complete.\n")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_json_has_the_same(tmp_path, form):
    path = write_csv(tmp_path / "2014-15-h1.csv", SEEN, NOT_BACK)
    done = pscb("check", path, "--missing", "--format", form)
    if form == "json":
        row, = json.loads(done.stdout)["missing"]
    else:
        row, = csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")))
    assert row | {"row": str(row["row"])} == {
        "team": "Children missing from home", "file": "2014-15-h1.csv", "row": "3",
        "record": "E2", "awaited": "the child's return", "column": "returned_at"}
    assert "02/05/2000" not in done.stdout and "00124" not in done.stdout


def test_a_file_that_cannot_be_used_is_listed_and_exits_2(tmp_path):
    path = write_csv(tmp_path / "other.csv", {"a": "1"})
    done = pscb("check", path, "--missing")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        2, "Not checked: one file and no rows that cannot be used; see pscb check")
