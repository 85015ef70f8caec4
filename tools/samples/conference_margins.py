"""What the sample of conferences must count, quarter by quarter, in three years.

The counts are those typed into the sample's quarterly data set, whose years are published for
Peterborough by the Department for Education (Characteristics of children in need, OGL): 366, 330
and 354 initial conferences with their bands of working days; 319, 254 and 307 plans started, 236,
284 and 314 ended. The published stock does not close: 239 + 307 - 314 is 232, and 231 is published
for 31 March 2015. The sample closes, at 232. Published conferences include plans transferred from
other authorities; the sample has these beside its 330 and 354. In one quarter a conference that
was typed for January is recorded in December, so that records and data set differ; two plans had
been left out of those open for two years, which only one plan's end could explain.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.samples.data_set_figures import make_figures
from tools.samples.data_set_series import QUARTERS, YEARS, share_out

BANDS = {"2012-13": (71, 251, 23, 21), "2013-14": (34, 263, 10, 23), "2014-15": (52, 263, 16, 23)}
AT_MARCH = {  # neglect, physical, sexual, emotional, multiple; one published as c is chosen
    "2012-13": (150, 33, 12, 74, 0), "2013-14": (173, 13, 6, 45, 2), "2014-15": (148, 12, 6, 63, 3),
}
RECORDED_EARLIER = {"2014-15 Q3": 1, "2014-15 Q4": -1}  # initial conferences, beside those typed
OPEN_TWO_YEARS = (5, 6, 8, 9, 8, 6, 9, 6, 7, 7, 6, 4)  # the last two are not as typed
OPEN_BEFORE, OLD_BEFORE = 186, 4  # plans open at the start, and for two years


@dataclass(frozen=True)
class Margin:
    """What one quarter counts. *bands* are of working days to the initial conference."""

    label: str
    bands: tuple[int, int, int, int]
    to_plan: int
    started: int
    second: int
    ended: int
    ended_old: int
    crossing: int
    not_in_time: int


def make_margins() -> list[Margin]:
    """Return what each of the twelve quarters counts."""
    # the roles of the indicators, by the ids that the sample's register gives them
    typed = make_figures()
    conferences, to_plan, second, ended, reviewed = (
        typed[id] for id in ("CP3", "CP4", "CP8", "CP10", "CP11"))
    bands, margins, old = _bands(conferences), [], OLD_BEFORE
    for place, quarter in enumerate(QUARTERS):
        crossing = OPEN_TWO_YEARS[place] - old + ended.numerators[quarter]
        old = OPEN_TWO_YEARS[place]
        margins.append(Margin(
            quarter, bands[quarter], to_plan.numerators[quarter], second.events[quarter],
            second.numerators[quarter], ended.events[quarter], ended.numerators[quarter], crossing,
            reviewed.events[quarter] - reviewed.numerators[quarter]))
    return margins


def _bands(typed) -> dict[str, tuple[int, int, int, int]]:
    """Split each year's bands over its quarters, which have those in time and those late."""
    bands = {}
    for year in YEARS:
        quarters = [quarter for quarter in QUARTERS if quarter.startswith(year)]
        in_time = [typed.numerators[one] + RECORDED_EARLIER.get(one, 0) for one in quarters]
        late = [typed.events[one] - typed.numerators[one] for one in quarters]
        first, _, third, _ = BANDS[year]
        soon, later = share_out(first, in_time), share_out(third, late)
        for place, quarter in enumerate(quarters):
            bands[quarter] = (soon[place], in_time[place] - soon[place],
                              later[place], late[place] - later[place])
    return bands
