"""A masked set can be made whatever is hidden: a sentence without its figure is left out."""

from __future__ import annotations

import random

import pytest
from draws import SAMPLES, draw_sample, measured_reports, samples_of
from papers import ROOT
from sentences import say_all

from pscb_lib.board.notebooks import RESTRICTED, audiences_of
from pscb_lib.disclosure import showing
from pscb_lib.disclosure.counted import MASKED_FOR
from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import figures_in
from pscb_lib.reading.findings import InputError

SETS = [(report, audience) for report in measured_reports()
        for audience in audiences_of(ROOT / "notebooks" / f"{report}.ipynb")
        if audience != RESTRICTED]
SHARES = (1.0, 0.7, 0.3)  # of the figures that masking may hide
FEW = 6  # rows of each file


def hide_some(chance, share):
    """In place of the masking of a paper that is made alone: hide a random part of its figures."""
    def hide(releases, audience, profile):
        return {one.paper: frozenset(
            place_of(figure) for figure in figures_in(one.figures)
            if figure.describes in MASKED_FOR[audience] and chance.random() < share)
            for one in releases}
    return hide


@pytest.mark.parametrize(("report", "audience"), SETS)
def test_a_set_can_be_made_whatever_is_hidden(monkeypatch, report, audience):
    for share in SHARES:
        monkeypatch.setattr(showing, "hide",
                            hide_some(random.Random(f"{report} {audience} {share}"), share))
        assert any(block["kind"] == "end" for block in say_all(report, audience, SAMPLES))


@pytest.mark.slow
@pytest.mark.parametrize(("report", "audience"), SETS)
def test_a_set_of_a_few_rows_can_be_made_whatever_is_hidden(monkeypatch, tmp_path, report,
                                                            audience):
    for number in range(12):
        chance = random.Random(f"{report} {audience} {number}")
        draw_sample(tmp_path, samples_of(report), chance, FEW)
        monkeypatch.setattr(showing, "hide", hide_some(chance, SHARES[number % len(SHARES)]))
        try:
            blocks = say_all(report, audience, tmp_path)
        except InputError:
            continue
        assert any(block["kind"] == "end" for block in blocks)
