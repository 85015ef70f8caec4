"""The sample of allegations: the same bytes at every run, and at a city's scale."""

from __future__ import annotations

import csv

from papers import ROOT

from tools.samples.generate_allegations import FOLDER, generate

SHIPPED = ROOT / "pscb_lib" / "samples" / FOLDER


def test_the_sample_is_made_again_byte_for_byte(tmp_path):
    generate(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in SHIPPED.glob("*.csv")}


def test_every_row_says_that_it_is_invented_and_knows_nothing_of_later():
    for path in sorted(SHIPPED.glob("*.csv")):
        year, half = int(path.stem[:4]), path.stem[-2:]
        end = f"{year}-09-30" if half == "h1" else f"{year + 1}-03-31"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert row["source"] == "illustrative"
                days = [value for name, value in row.items() if name.endswith("_on") and value]
                assert max("-".join(reversed(day.split("/"))) for day in days) <= end
