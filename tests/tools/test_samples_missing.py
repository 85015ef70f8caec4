"""The missing children's sample: calibrated as published, marked, with faults, reproducible."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from pscb_lib.board.context import open_context
from pscb_lib.reports.missing_children.measures import measure_missing
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from tools.samples.generate_missing import generate

FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples" / "missing_episodes"
HALVES = ("2013-14-h1", "2013-14-h2", "2014-15-h1", "2014-15-h2")


def rows_of(*halves: str) -> list[dict[str, str]]:
    rows = []
    for half in halves:
        with (FOLDER / f"{half}.csv").open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


@pytest.mark.parametrize(("status", "incidents", "children", "more_than_once"), [
    pytest.param("M", 74, 28, 15, id="74 missing incidents by 28 children, 15 more than once"),
    pytest.param("A", 94, 31, 17, id="94 incidents away by 31 children, 17 more than once"),
])
def test_own_looked_after_children_keep_the_published_margins(
    status, incidents, children, more_than_once
) -> None:
    own = Counter(row["child_id"] for row in rows_of("2014-15-h1", "2014-15-h2")
                  if row["from"] == "own_cla" and row["status"] == status)
    assert (own.total(), len(own)) == (incidents, children)
    assert sum(times > 1 for times in own.values()) == more_than_once


def test_every_row_is_marked_illustrative() -> None:
    marks = {(row["source"], row["from"] == "own_cla") for row in rows_of(*HALVES[2:])}
    assert marks == {("illustrative", False),
                     ("illustrative: calibrated to published margins", True)}
    assert {row["source"] for row in rows_of(*HALVES[:2])} == {"illustrative"}


def test_the_sample_is_written_again_byte_for_byte(tmp_path) -> None:
    generate(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == list(HALVES)
    for half in HALVES:
        assert (tmp_path / f"{half}.csv").read_bytes() == (FOLDER / f"{half}.csv").read_bytes()


def test_some_dates_have_no_time() -> None:
    undated = [row for row in rows_of("2014-15-h1") if len(row["left_at"]) == len("dd/mm/yyyy")]
    assert 0 < len(undated) < 20


def test_one_child_is_still_missing_after_the_half_year() -> None:
    assert [row["missing_confirmed_on"] for row in rows_of("2014-15-h1")
            if not row["returned_at"]] == ["28/01/2015"]


def test_no_column_could_hold_a_name_or_a_number_of_the_health_service() -> None:
    assert not [name for name in rows_of(*HALVES)[0] if "name" in name or "nhs" in name]


def test_the_annual_roll_up_comes_to_the_published_incidents(monkeypatch) -> None:
    monkeypatch.chdir(FOLDER.parents[2])
    context = open_context("2014-15 H2", "2015-06-30", "pscb_lib/samples", "restricted")
    figures = measure_missing(context, MISSING_EPISODES.read_for(context))
    own = figures[(figures["table"] == "year_episodes") & (figures["column"] == "Total")
                  & (figures["row"] == "Own looked-after children")]
    assert own["actual"].tolist() == [74 + 94]
