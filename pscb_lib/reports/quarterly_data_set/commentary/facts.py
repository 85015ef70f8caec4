"""The leads' commentaries as facts of the paper, each with the figures that it could reveal."""

from __future__ import annotations

from pscb_lib.board.commentary import fact_of, make_commentaries
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.paper import Fact
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.quarterly_data_set import places


def list_facts(context: Context, checked: Checked, written: Checked) -> list[Fact]:
    """Return each commentary by its indicator, for the sets for which it is cleared."""
    return [fact_of(one, about(one.indicator, context.period.label))
            for one in make_commentaries(written).values()]


def about(indicator: str, quarter: str) -> tuple[Place, ...]:
    """The figures that a commentary could reveal: today's, and the one it was written about."""
    return tuple((table, indicator, quarter) for table in (INDICATORS, places.COMMENTED))
