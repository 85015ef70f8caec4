"""The sample returns of the budget: the same bytes each time, invented, with what they teach."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from papers import ROOT

from tools.samples import generate_budget

SAMPLES = ROOT / "pscb_lib" / "samples"
NAMES = ("budget.csv", "contributions.csv")


def rows_of(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_makes_the_shipped_file_byte_for_byte(tmp_path, name: str) -> None:
    generate_budget.main(tmp_path)
    assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_that_it_is_illustrative(name: str) -> None:
    assert {row["source"] for row in rows_of(name)} == {"illustrative"}


def test_one_month_was_not_sent_and_money_that_came_is_that_of_the_partners() -> None:
    months = {row["month"]: row["actual_to_date"] for row in rows_of("budget.csv")}
    assert [month for month, actual in months.items() if not actual] == ["2014-12"]
    last = next(row for row in rows_of("budget.csv") if row["month"] == "2015-03"
                and row["line"] == "Partners' contributions")
    assert Decimal(last["actual_to_date"]) == sum(
        Decimal(row["received"]) for row in rows_of("contributions.csv"))
