"""The shipped sample, read and measured once for all tests, and a copy to change."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from papers import ROOT

from pscb_lib.board.context import Context, open_context
from pscb_lib.board.indicators import Indicator, indicators_for, read_indicators
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import assessment
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set, trend_quarters
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET


@dataclass(frozen=True)
class Sample:
    """The quarterly data set for 2014-15 Q3 as it was known on a day.

    ``register`` has the indicators in force that the sample supplies, ``awaited`` the ids of those
    that it does not supply yet.
    """

    context: Context
    all_years: list[Indicator]
    register: list[Indicator]
    awaited: set[str]
    returned: Checked
    figures: object
    quarters: list[ReportingPeriod]

    def shown(self, audience: str) -> disclosure.Shown:
        """Return the figures as shown to one audience."""
        return disclosure.show(self.figures, audience, self.context.settings.profile)

    def assessed(self, audience: str, until: int | None = None) -> list[assessment.Assessment]:
        """Return the assessments for one audience; *until* -1 is the quarter before."""
        return assessment.assess(self.shown(audience), self.register, self.quarters[:until],
                                 self.context.settings.thresholds)


def measure(as_of: str = "2015-01-31", period: str = "2014-15 Q3") -> Sample:
    """Read and measure the sample of the project in the working folder."""
    context = open_context(period, as_of, "pscb_lib/samples", "board")
    all_years = read_indicators(context.params / "indicators.csv")
    in_force = indicators_for(all_years, context.period)
    returned = DATA_SET.read_for(context)
    supplied = {*returned.frame["indicator"]}
    register = [one for one in in_force if one.id in supplied]
    return Sample(context, all_years, register, {one.id for one in in_force} - supplied, returned,
                  measure_data_set(context, register, returned.frame),
                  trend_quarters(context.period))


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The shipped sample at 31 January 2015."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return measure()


@pytest.fixture
def sample_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the parameters and the sample returns, as the working folder."""
    for folder in ("params", "pscb_lib/samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder,
                        ignore=shutil.ignore_patterns("*.py", "__pycache__", "calibration"))
    monkeypatch.chdir(tmp_path)
    return tmp_path
