"""The notes on imported rows: how many, from which files, and how they are timed."""

from __future__ import annotations

import pytest
from papers import ROOT

from pscb_lib.board.settings import read_settings
from pscb_lib.page.words.imported import say_episodes, say_lines

SETTINGS = read_settings(ROOT / "params" / "settings.yaml")


def words_of(callout) -> str | None:
    return callout and "".join(run["text"] for run in callout.as_json()["runs"])


@pytest.mark.parametrize(("sources", "expected"), [
    pytest.param(["published: ONS", "illustrative"], None, id="nothing imported, nothing said"),
    pytest.param(["imported: SSDA903", "illustrative", "by hand"],
                 "1 of 3 rows were made from SSDA903.", id="no conferences, no clock"),
    pytest.param(["imported: CIN census"] * 2,
                 "All 2 rows were made from CIN census. Initial conferences are timed from the "
                 "section 47 start; working days with day 0 excluded.", id="clocks of the census"),
    pytest.param(["imported: Annex A", "x"],
                 "1 of 2 rows were made from Annex A. Initial conferences are timed from the "
                 "section 47 start; working days with day 0 excluded.", id="and of Annex A"),
])
def test_imported_lines_are_counted_and_their_clocks_named(sources, expected):
    assert words_of(say_lines(sources, SETTINGS)) == expected


def test_imported_episodes_say_what_they_lack():
    assert say_episodes(["illustrative"]) is None
    said = words_of(say_episodes(["imported: SSDA903", "illustrative"]))
    assert said.startswith("1 of 2 episodes were made from SSDA903, which has looked-after")
    assert "there are no hours here, nothing on the 72 hours" in said
