"""The notes on imported rows: how many, from which files, and how they are timed."""

from __future__ import annotations

import pytest
from invented import summary
from papers import ROOT

from pscb_lib.board.settings import read_settings
from pscb_lib.disclosure.summaries import CHILD, COUNTS
from pscb_lib.page.words.imported import say_episodes, say_lines

SETTINGS = read_settings(ROOT / "params" / "settings.yaml")


def words_of(callout) -> str | None:
    return callout and "".join(run["text"] for run in callout.as_json()["runs"])


@pytest.mark.parametrize(("sources", "expected"), [
    pytest.param(["published: ONS", "illustrative"], None, id="nothing imported, nothing said"),
    pytest.param(["imported: SSDA903", "illustrative", "by hand"],
                 "1 of 3 rows was made from SSDA903.", id="no conferences, no clock"),
    pytest.param(["imported: CIN census"] * 2,
                 "All 2 rows were made from CIN census. Initial conferences are timed from the "
                 "section 47 start; working days with day 0 excluded.", id="clocks of the census"),
    pytest.param(["imported: Annex A", "x"],
                 "1 of 2 rows was made from Annex A. Initial conferences are timed from the "
                 "section 47 start; working days with day 0 excluded.", id="and of Annex A"),
])
def test_imported_lines_are_counted_and_their_clocks_named(sources, expected):
    assert words_of(say_lines(summary(sources, COUNTS), SETTINGS)) == expected


@pytest.mark.parametrize(("sources", "audience", "said"), [
    pytest.param(["imported: SSDA903", "illustrative"], "restricted", "1 of 2 episodes was",
                 id="some"),
    pytest.param(["imported: SSDA903", "illustrative"], "board", "Some episodes were",
                 id="some, and the Board has no number of children's rows"),
    pytest.param(["imported: SSDA903"] * 2, "public", "All episodes were", id="all, in public"),
])
def test_imported_episodes_say_what_they_lack(sources, audience, said):
    words = words_of(say_episodes(summary(sources, CHILD, audience)))
    assert words.startswith(f"{said} made from SSDA903, which has looked-after")
    assert "there are no hours here, nothing on the 72 hours" in words


def test_episodes_that_were_not_imported_need_no_note():
    assert say_episodes(summary(["illustrative"], CHILD)) is None
