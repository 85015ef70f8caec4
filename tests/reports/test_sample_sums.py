"""Every sum that the shipped papers' figures are said to stand in holds, in each masked set."""

from __future__ import annotations

from contextlib import chdir

import pytest
from papers import ROOT

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.indicators import indicators_for, read_indicators
from pscb_lib.disclosure.equations import Told
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.reports.audit_programme.known import read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.cdop_annual.measures import measure_cdop
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS
from pscb_lib.reports.missing_children.measures import measure_missing
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET


def data_set(context: Context):
    """The figures of the quarterly data set."""
    register = indicators_for(read_indicators(context.params / "indicators.csv"), context.period)
    return measure_data_set(context, register, DATA_SET.read_for(context).frame)


PAPERS = {
    "quarterly_data_set": ("2014-15 Q3", data_set),
    "missing_children": ("2014-15 H1", lambda context: measure_missing(
        context, MISSING_EPISODES.read_for(context))),
    "cdop_annual": ("2013-14", lambda context: measure_cdop(context, DEATHS.read_for(context))),
    "audit_programme": ("2014-15 Q3",
                        lambda context: measure_audit_programme(read_known(context))),
}


@pytest.fixture(scope="module", params=PAPERS)
def figures(request):
    """All figures of one paper."""
    period, measure = PAPERS[request.param]
    with chdir(ROOT):
        return measure(open_context(period, "2015-01-31", "pscb_lib/samples", "restricted"))


@pytest.mark.parametrize("audience", ["board", "public"])
def test_every_sum_of_a_paper_holds(figures, audience) -> None:
    told = Told()
    told.add("", for_audience(figures, audience))

    assert told.sums
    assert [[name for name, _ in one.terms] for one in told.sums
            if sum(by * told.counts[name] for name, by in one.terms)] == []
