"""The sample's own return has the figures that the importers find in its national files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from papers import ROOT
from synthetic import Written

from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import read_indicators
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.returns.national.importing import import_files

SSDA903 = ("ssda903_header.csv", "ssda903_episodes.csv", "ssda903_missing.csv")
KINDS = {"cin": ("cin.xml", "cin_before.xml"), "annex-a": ("annex_a.xlsx",), "ssda903": SSDA903}
# Figures that a file does not have: Annex A times assessments from their own start and counts
# placements on its own day; SSDA903 has no placement that ended before its year.
CANNOT_TELL = {("annex-a", "AS2"), ("annex-a", "AS3"), ("annex-a", "LA3"), ("ssda903", "LA3")}


def imported(sound: Written, kind: str, folder: Path) -> dict[tuple[str, str], tuple]:
    made = import_files(kind, [sound.folder / name for name in KINDS[kind]],
                        parse_period("2014-15"), date(2015, 3, 31), ROOT / "params", folder)
    assert [str(finding) for finding in made.national.findings] == []
    ids = {one.role: one.id for one in read_indicators(ROOT / "params" / "indicators.csv")}
    return {(ids.get(line.measure.role), line.period.label): (line.numerator, line.denominator)
            for line in made.lines}


@pytest.mark.parametrize(("kind", "indicators"), [
    pytest.param("cin", {"FD3", "FD5", "FD6", "AS1", "AS2", "AS3", "CN1", "CP1", "CP3", "CP4",
                         "CP5", "CP8", "CP9", "CP10", "CP11"}, id="two censuses"),
    pytest.param("annex-a", {"FD1", "FD3", "FD5", "FD6", "AS1", "CN1", "CP1", "CP3", "CP4", "CP5",
                             "CP8", "CP9", "CP10", "LA1"}, id="Annex A",
                 marks=pytest.mark.slow),
    pytest.param("ssda903", {"LA1"}, id="SSDA903"),
])
def test_imported_figures_are_those_of_the_return(sound, tmp_path, kind, indicators):
    sent = {(row["indicator"], row["period"]): (
        int(row["numerator"] or 0), int(row["denominator"]) if row["denominator"] else None)
        for name in ("childrens-social-care", "safeguarding-team")
        for row in sound.rows(f"data_set/{name}.csv")}
    compared = {key: figures for key, figures in imported(sound, kind, tmp_path).items()
                if key in sent and (kind, key[0]) not in CANNOT_TELL}
    assert {indicator for indicator, _ in compared} == indicators
    assert compared == {key: sent[key] for key in compared}


@pytest.mark.slow
def test_placements_agree_where_the_file_holds_the_whole_year(sound, tmp_path):
    row = next(row for row in sound.rows("data_set/childrens-social-care.csv")
               if (row["indicator"], row["period"]) == ("LA3", "2014-15 Q4"))
    expected = int(row["numerator"]), int(row["denominator"])
    for kind in ("annex-a", "ssda903"):
        assert imported(sound, kind, tmp_path / kind)["LA3", "2014-15 Q4"] == expected


def test_the_return_is_read_without_a_finding(sound, monkeypatch):
    monkeypatch.chdir(ROOT)
    context = open_context("2014-15 Q4", "2015-04-30", str(sound.folder), "board")
    checked = DATA_SET.read_for(context)
    assert [str(finding) for finding in checked.findings if finding.row] == []
    assert checked.rows["used"] == 18 * 8
