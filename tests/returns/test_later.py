"""The quarters since a paper's period, as the data set of its day has them."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.returns.later import sent_later, written_later


def opened(as_of: str):
    with chdir(ROOT):
        return open_context("2014-15 H1", as_of, "pscb_lib/samples", "restricted")


@pytest.mark.parametrize(("as_of", "sent"), [
    pytest.param("2015-01-31", [("2014-15 Q3", 31, 52)], id="one quarter since"),
    pytest.param("2014-12-30", [], id="no whole quarter since"),
])
def test_what_was_sent_for_the_quarters_since(as_of, sent):
    later = sent_later(opened(as_of), ["MS10"])
    assert [(one.quarter.label, one.numerator, one.denominator) for one in later] == sent


def test_of_several_indicators_each_has_its_quarters():
    later = sent_later(opened("2015-01-31"), ["MS10", "MS13"])
    assert [(one.indicator, one.numerator, one.denominator) for one in later] == [
        ("MS10", 31, 52), ("MS13", 41, 44)]


@pytest.mark.parametrize(("as_of", "written"), [
    pytest.param("2015-01-31", [("MS10", "2014-15 Q3", 31, 52)], id="one lead wrote of one"),
    pytest.param("2014-12-30", [], id="no whole quarter since"),
])
def test_what_leads_wrote_with_the_last_quarter_since(as_of, written):
    later = written_later(opened(as_of), ["MS10", "MS13"])
    assert [(one.commentary.indicator, one.quarter.label, one.numerator, one.denominator)
            for one in later] == written


def test_nothing_was_sent_of_an_indicator_that_is_no_share():
    assert sent_later(opened("2015-01-31"), ["MS1"]) == []


def test_without_a_data_set_nothing_is_known(tmp_path):
    context = replace(opened("2015-01-31"), returns=tmp_path)
    assert sent_later(context, ["MS10"]) == written_later(context, ["MS10"]) == []
