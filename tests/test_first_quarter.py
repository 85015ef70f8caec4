"""The first paper of a new board says what is so: nothing was held, asked or known before it."""

from __future__ import annotations

import csv
import re
from html import unescape

import pytest
from first_year import SAMPLE, rows_of
from papers import pscb

FIRST, BEFORE = "2015-16 Q1", "2014-15 Q1"  # the sample's numbers of a quarter stand for its own
PAPER = "quarterly_data_set"
TAGS = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)
UNTRUE = ("never supplied", "quarters running;", "No rating changed colour", "Really better: none",
          "was to be reviewed")


def send(folder):
    """Write one return of all agencies with the sample's numbers; referrals are not supplied."""
    own = {row["id"]: row["agency"] for row in rows_of(folder / "params" / "indicators.csv")}
    rows = [row | {"agency": own[row["indicator"]], "period": FIRST, "submitted_on": "17/07/2015"}
            for path in sorted(SAMPLE.glob("*.csv")) for row in rows_of(path)
            if row["period"] == BEFORE and row["indicator"] in own]
    (folder / "returns" / "data_set").mkdir()
    path = folder / "returns" / "data_set" / "all.csv"
    with path.open("w", encoding="utf-8", newline="") as to:
        writer = csv.DictWriter(to, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """The folder of the restricted set of Bedford's first paper."""
    folder = tmp_path_factory.mktemp("boards") / "bedford"
    for words, cwd in ((("init", folder, "--board", "Bedford Safeguarding Children Board",
                         "--area", "Bedford", "--first-year", "2015-16"), folder.parent),
                       (("run", PAPER, "--format", "html,tables"), folder)):
        done = pscb(*words, cwd=cwd)
        assert done.returncode == 0, done.stderr
        if words[0] == "init":
            send(folder)
    return folder / "outputs" / "2015-16-q1" / "restricted" / PAPER


@pytest.mark.slow
def test_the_first_paper_of_a_board_says_nothing_that_its_first_quarter_makes_untrue(paper):
    page = " ".join(unescape(TAGS.sub(" ", (paper / "report.html").read_text("utf-8"))).split())
    assert [words for words in UNTRUE if words in page] == []
    for said in ("This is the first quarter of which figures are held.",
                 "year not full (it needs four quarters running, one held)",
                 "240, no rate (no population was known)", "(asked for the first time)",
                 "those held are of later editions (October 2024). The setting later_editions"):
        assert said in page, said


@pytest.mark.slow
def test_the_spreadsheet_of_a_first_quarter_says_so_too(paper):
    states = {row["id"]: row["state"] for row in rows_of(paper / "tables" / "series.csv")
              if row["quarter"] == FIRST}
    assert {states["CP8"], states["CP10"]} == {"Year not full"}
    assert {states[id] for id in ("CP5", "CN1", "LA1")} == {"No rate"}
    before = {row["state"] for row in rows_of(paper / "tables" / "series.csv")
              if row["quarter"] != FIRST}
    assert before == {"Not collected"}
