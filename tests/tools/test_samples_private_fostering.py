"""The sample of private fostering: written again byte for byte, and as many as the data set has."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from pscb_lib.framework.spellings import parse_period
from tools.samples.generate_private_fostering import FOLDER, generate

FILES = tuple(f"private_fostering{part}.csv" for part in ("", "_visits", "_awareness"))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", FILES)
def test_the_sample_is_written_again_byte_for_byte(tmp_path, name) -> None:
    generate(tmp_path)
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
    assert {row["source"] for row in rows_of(tmp_path / name)} == {"illustrative"}


def test_each_quarter_has_the_notifications_of_the_data_set_but_for_one() -> None:
    typed = {row["period"]: int(row["denominator"] or 0) for row in rows_of(
        FOLDER / "data_set" / "childrens-social-care.csv") if row["indicator"] == "PF1"}
    days = [datetime.strptime(row["notified_on"], "%d/%m/%Y").date()
            for row in rows_of(FOLDER / FILES[0])]
    counted = Counter(period for day in days for period in typed
                      if parse_period(period).contains(day))
    assert {period: counted[period] - number for period, number in typed.items()
            if counted[period] != number} == {"2013-14 Q3": 1}
