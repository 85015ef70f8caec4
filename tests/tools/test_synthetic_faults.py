"""The key of planted faults: every fault is found at its cell, and there is no other finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from papers import ROOT
from synthetic import FAULTS, Written

from pscb_lib.board.context import open_context
from pscb_lib.reading.findings import Finding
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.returns.national.annex_a import read_annex_a
from pscb_lib.returns.national.cin import read_cin
from pscb_lib.returns.national.ssda903 import read_ssda903

TAKEN_ON = date(2015, 4, 30)
SLOW = pytest.mark.slow
Place = tuple[str, str, int, str]


def national(read, *names: str):
    return lambda folder: read([folder / name for name in names], TAKEN_ON).findings


def local(read, *periods: str):
    def findings(folder: Path) -> list[Finding]:
        checked = (read(open_context(period, TAKEN_ON.isoformat(), str(folder), "restricted"))
                   for period in periods)
        # A finding about a whole return, such as silent agencies, names no cell.
        return [finding for each in checked for finding in each.findings if finding.row]

    return findings


READERS = pytest.mark.parametrize(("files", "read"), [
    pytest.param("ssda903", national(read_ssda903, "ssda903_header.csv", "ssda903_episodes.csv",
                                     "ssda903_missing.csv"), id="SSDA903", marks=SLOW),
    pytest.param("cin", national(read_cin, "cin.xml", "cin_before.xml"), id="two censuses",
                 marks=SLOW),
    pytest.param("annex_a", national(read_annex_a, "annex_a.xlsx"), id="Annex A",
                 marks=SLOW),
    pytest.param("deaths", local(DEATHS.read_for, "2014-15"), id="deaths"),
    pytest.param("data_set/", local(DATA_SET.read_for, "2014-15 Q4"), id="data set"),
    pytest.param("missing_episodes/", local(MISSING_EPISODES.read_for, "2014-15 H2", "2013-14 H2"),
                 id="missing episodes"),
])


def key_of(faulty: Written, files: str) -> dict[str, list[dict]]:
    """The key's lines of some files, by fault."""
    key = defaultdict(list)
    for line in faulty.rows("faults.csv"):
        if line["file"].startswith(files):
            key[line["fault"]].append(line)
    return key


def places(findings: Iterable[Finding]) -> set[Place]:
    """Return every cell that a finding names; a note on a text may name several rows."""
    found = set()
    for finding in findings:
        in_words = re.search(r"\brows ((?:\d+(?:, | and )?)+)", finding.rule)
        rows = {finding.row, *map(int, re.findall(r"\d+", in_words[1] if in_words else ""))}
        for row in rows:
            for column in (finding.column or "").split(" and "):
                found.add((finding.file, finding.sheet or "", row, column))
    return found


def cell(line: dict) -> Place:
    return (line["file"].rpartition("/")[2], line["sheet"], int(line["row"]), line["column"])


@READERS
def test_every_fault_is_named_at_its_cell(faulty, monkeypatch, files, read):
    monkeypatch.chdir(ROOT)
    named = places(read(faulty.folder))
    unnamed = [lines for lines in key_of(faulty, files).values()
               if not named & {cell(line) for line in lines}]
    assert unnamed == []


@READERS
def test_nothing_else_is_named(faulty, monkeypatch, files, read):
    monkeypatch.chdir(ROOT)
    key = {cell(line) for lines in key_of(faulty, files).values() for line in lines}
    elsewhere = [str(finding) for finding in read(faulty.folder)
                 if not places([finding]) & key]
    assert elsewhere == []


@READERS
def test_a_sample_without_faults_has_no_finding(sound, monkeypatch, files, read):
    monkeypatch.chdir(ROOT)
    assert [str(finding) for finding in read(sound.folder)] == []


def test_the_key_has_as_many_faults_as_were_asked_for_each_at_another_child(faulty):
    lines = faulty.rows("faults.csv")
    assert {line["fault"] for line in lines} == {str(number) for number in range(1, FAULTS + 1)}


def test_the_key_has_the_cells_of_the_file(faulty):
    for line in faulty.rows("faults.csv"):
        if line["file"].endswith(".csv") and line["column"]:
            row = faulty.rows(line["file"])[int(line["row"]) - 2]
            assert row[line["column"]] == line["value"]


def test_rows_without_a_fault_are_as_in_the_sample_without_faults(sound, faulty):
    names = {line["file"] for line in faulty.rows("faults.csv") if line["file"].endswith(".csv")}
    for name in names:
        touched = {int(line["row"]) for line in faulty.rows("faults.csv") if line["file"] == name}
        both = zip(sound.rows(name), faulty.rows(name), strict=False)
        for row, (before, after) in enumerate(both, 2):
            assert row in touched or before == after
