"""``docs/framework.md``: every section and item of the framework has a paper, a rule and a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from papers import ROOT

from pscb_lib.board.notebooks import find_notebooks
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.spellings import parse_year

TEXT = (ROOT / "docs" / "framework.md").read_text(encoding="utf-8")
ROW = re.compile(r'^\| (\d+) \| "(.+?)" \| `(\w+)` \| `(\S+)` \| `(\S+)` \|$', re.MULTILINE)
SECTIONS, ITEMS = (ROW.findall(part) for part in TEXT.split("## Appendix 1"))
YEAR = parse_year("2014-15")
FRAMEWORK = ROOT.parent / "shared" / "reference" / "framework.txt"


def plain(text: str) -> str:
    """The words of a text, whatever its apostrophes and line breaks."""
    return " ".join(text.replace("’", "'").replace("*", "").split()).casefold()


def test_every_section_and_every_item_has_a_row():
    assert {int(number) for number, *_ in SECTIONS} == {*range(1, 13)}
    audits = read_programme(ROOT / "params" / "audit_programme.csv").for_year(YEAR).audits
    assert [int(number) for number, *_ in ITEMS] == [audit.item for audit in audits]


def test_the_paper_of_an_item_is_the_programme_s():
    audits = read_programme(ROOT / "params" / "audit_programme.csv").for_year(YEAR).audits
    papers = {audit.item: audit.report for audit in audits}
    told = {int(number): report for number, _, report, *_ in ITEMS}
    assert {item: told[item] for item, report in papers.items() if report} == {
        item: report for item, report in papers.items() if report}


def test_every_paper_is_there_and_has_a_row():
    named = {report for _, _, report, *_ in SECTIONS + ITEMS} | {"annual_report"}
    assert named == {*find_notebooks(ROOT)}
    assert all(f"`{report}`" in TEXT for report in named)


@pytest.mark.parametrize("place", sorted({Path(place) for _, _, _, *places in SECTIONS + ITEMS
                                          for place in places}, key=str), ids=str)
def test_a_module_and_a_test_are_where_the_table_says(place):
    assert (ROOT / place).exists()


def test_the_words_are_the_framework_s():
    if not FRAMEWORK.is_file():
        pytest.skip("the framework's text is not beside the project")
    text = plain(FRAMEWORK.read_text(encoding="utf-8"))
    assert [words for _, words, *_ in SECTIONS + ITEMS if plain(words) not in text] == []
