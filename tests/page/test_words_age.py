"""How old the figures of a page are."""

from __future__ import annotations

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.page.words.age import say_age


@pytest.mark.parametrize(("as_of", "known"), [
    pytest.param("2014-12-31", "on that day.", id="on its last day"),
    pytest.param("2015-01-01", "on 1 January 2015, after one day.", id="a day later"),
    pytest.param("2015-01-31", "on 31 January 2015, after 31 days.", id="a month later"),
])
def test_a_page_says_when_its_period_ended_and_when_its_figures_were_known(monkeypatch, as_of,
                                                                           known):
    monkeypatch.chdir(ROOT)
    context = open_context("2014-15 Q3", as_of, "pscb_lib/samples", "board")

    said = say_age(context, "A sentence before.").words
    ended = "The period ended on 31 December 2014; the figures are as known"
    assert said == f"A sentence before. {ended} {known}"
