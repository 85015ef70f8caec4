"""Who set each rule: every law and guidance that the register cites is there, and no other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from papers import ROOT

from pscb_lib.board.indicators import indicators_for, read_indicators
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.rag import Thresholds
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.method.page.sources import tabulate_sources


@pytest.fixture(scope="module")
def register():
    return indicators_for(read_indicators(ROOT / "params/indicators.csv"),
                          parse_period("2014-15 Q3"))


@pytest.fixture(scope="module")
def settings():
    return read_settings(ROOT / "params/settings.yaml")


def rules(register, settings) -> dict[str, dict[str, str]]:
    tables = tabulate_sources(register, settings)
    return {group.label: {row[0][0]["text"]: row[1][0]["text"] for row in group.rows}
            for table in tables for group in table.groups}


def test_each_law_and_guidance_that_the_register_cites_is_named(register, settings):
    found = rules(register, settings)

    assert found["Law"]["Target and time: looked-after reviews in time"] == (
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33")
    assert found["Law"]["Time: first health assessments in 20 working days"].endswith(
        "regulations 7 and 33")  # no law says how many are to be in time
    assert found["Guidance"] == {
        "Time of six indicators": "Working Together 2013, chapter 1",
        "Time: new-birth visits in 14 days":
            "Healthy Child Programme (Department of Health, 2009)",
        "Time: return interviews within 72 hours": "Statutory guidance on children who run away "
            "or go missing from home or care, January 2014",
        "Time: schools with a trained designated lead":
            "Keeping Children Safe in Education 2014, part two and Annex B"}


def test_what_is_neither_law_nor_guidance_is_the_boards(register, settings):
    found = rules(register, settings)["The Board"]

    assert found["Ratings"] == "Framework, section 7"
    assert found["All other targets: 24"] == "The indicator list; 23 of them illustrative"
    assert found["Counts of 1 to 5 hidden"] == (
        "The Board's settings: the rule of the Department for Education for its own tables")


def test_thresholds_of_the_boards_own_are_not_the_frameworks(register, settings):
    own = replace(settings, thresholds=Thresholds(Fraction(97, 100), Fraction(90, 100)))

    assert rules(register, own)["The Board"]["Ratings"] == "The Board's settings"
    assert "All other targets: 24" not in rules([], own)["The Board"]
