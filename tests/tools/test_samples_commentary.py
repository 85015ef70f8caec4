"""The sample commentary is what its generator writes, and matches the sample data set."""

from __future__ import annotations

import csv

from pscb_lib.board.indicators import read_indicators
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN as COMMENTARY
from tools.samples.data_set_recipe import PROJECT
from tools.samples.generate_commentary import FOLDER, main


def rows():
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def test_generating_again_gives_the_committed_bytes(tmp_path):
    main(tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.glob("*.csv")}


def test_every_row_says_that_it_is_illustrative_and_is_its_leads():
    leads = {one.id: one.lead for one in read_indicators(PROJECT / "params" / "indicators.csv")}
    assert {row["source"] for row in rows()} == {"illustrative"}
    assert all(row["lead"] == leads[row["indicator"]] for row in rows())


def test_the_sample_is_valid_and_one_figure_has_changed_since(sample):
    checked = COMMENTARY.read_for(sample.context)
    sent = {row.indicator: (row.numerator, row.denominator)
            for row in sample.returned.frame.itertuples() if row.period == sample.context.period}
    assert checked.findings == ()
    assert [record["indicator"] for record in checked.records
            if sent[record["indicator"]] != (record["numerator"], record["denominator"])] == ["CA1"]
