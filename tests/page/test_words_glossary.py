"""The glossary: the abbreviations that a paper prints, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context

from pscb_lib.page.blocks import Column, Data, Group, Prose, Table, cell
from pscb_lib.page.words.glossary import (
    MEANINGS,
    abbreviations_in,
    glossary_of,
    known_abbreviations,
)

KNOWN = {"CAF": "Common Assessment Framework", "GP": "general practitioner", "N/A": "no target",
         "Q&E": "Quality and Effectiveness sub-group"}


def end(**known: str) -> dict:
    return {"kind": "end", "abbreviations": known}


@pytest.mark.parametrize(("words", "expected"), [
    pytest.param("The CAF team", ["CAF"], id="a word"),
    pytest.param("Common Assessment Framework (CAF)", ["CAF"], id="in brackets"),
    pytest.param("CAFs by GPs", ["CAF", "GP"], id="several of them"),
    pytest.param("scrutinised by Q&E", ["Q&E"], id="with a sign in it"),
    pytest.param("N/A", ["N/A"], id="alone"),
    pytest.param("CAFE, GPX and caf", [], id="a part of another word, or small letters"),
])
def test_an_abbreviation_is_found_as_a_word(words: str, expected: list[str]) -> None:
    assert list(abbreviations_in([Prose(words).as_json()], KNOWN)) == expected


def test_it_is_found_in_tables_and_in_pictures_and_not_in_the_data_behind_them() -> None:
    table = Table("one", "A table", [Column("Who")], [Group(None, [[cell("A", "by a GP")]])],
                  Data(["who"], [["CAF"]])).as_json()
    chart = {"kind": "chart", "id": "CAF", "svg": "<svg><text x='1'>N/A</text></svg>", "alt": ""}
    assert list(abbreviations_in([table, chart], KNOWN)) == ["GP", "N/A"]


def test_the_paragraph_has_each_with_its_meaning() -> None:
    said = glossary_of([Prose("A GP and the CAF").as_json(), end(**KNOWN)])
    assert "".join(run["text"] for run in said["runs"]) == (
        "Abbreviations: CAF Common Assessment Framework; GP general practitioner.")


@pytest.mark.parametrize("blocks", [
    pytest.param([], id="no block"),
    pytest.param([Prose("A GP").as_json(), {"kind": "end"}], id="an end of an earlier release"),
    pytest.param([Prose("Nothing").as_json(), end(**KNOWN)], id="none printed"),
])
def test_without_abbreviations_there_is_no_paragraph(blocks: list[dict]) -> None:
    assert glossary_of(blocks) is None


def test_names_of_agencies_are_those_in_use_on_the_day() -> None:
    known = known_abbreviations(sample_context())
    assert known["CPFT"] == "Cambridgeshire and Peterborough NHS Foundation Trust"
    assert known["Q&E"] == "Quality and Effectiveness sub-group"
    assert known["CAF"] == MEANINGS["CAF"]
    before = known_abbreviations(replace(sample_context(), as_of=date(2014, 5, 31)))
    assert "NPS" in known and "NPS" not in before
