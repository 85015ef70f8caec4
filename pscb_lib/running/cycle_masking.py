"""The cycle's disclosure plan: what each set must hide, given all papers a reader can hold.

The restricted sets of a cycle hold every figure of the other sets too. With the sets of the
cycle that are not made again, and with the last earlier papers of each report, they are one
system, from which the places to hide are worked out before the other sets are run. The board's
readers can read the public set as well: it hides whatever the board's does.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas

from pscb_lib.board.settings import Settings
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import Place, from_json, masked_figures_in, sha256
from pscb_lib.disclosure.hiding_plan import Plan
from pscb_lib.disclosure.masking import are_of, for_audience, hide
from pscb_lib.disclosure.mime import BLOCK

MASKED = ("board", "public")
NOTEBOOK = "report.ipynb"


@dataclass(frozen=True)
class Published:
    """The figures of one published set, and the day as of which it was made."""

    cycle: str
    report: str
    as_of: str
    figures: pandas.DataFrame

    @property
    def hidden(self) -> frozenset[Place]:
        """The places that the set does not show."""
        return frozenset(place_of(one) for one in masked_figures_in(self.figures) if one.hidden)


def mask_cycle(outputs: Path, cycle: str, made: Collection[str], audiences: Collection[str],
               settings: Settings) -> dict[tuple[str, str], Plan]:
    """A plan for the masked sets of each report *made* now, by report and audience.

    The public set's is worked out from the board's, whether that is made or not. Read from the
    published sets below *outputs*, the restricted ones of the cycle first. Raises ValueError
    where figures contradict one another or nothing would hide what must be hidden.
    """
    raw = {(one.cycle, one.report): one for one in _sets(outputs, "restricted")}
    now = {report: raw[cycle, report] for report in made if (cycle, report) in raw}
    plans: dict[tuple[str, str], Plan] = {}
    before: dict[str, frozenset[Place]] = {report: frozenset() for report in now}
    for audience in MASKED[:1 + max(map(MASKED.index, audiences), default=-1)]:
        frames = {report: for_audience(one.figures, audience) for report, one in now.items()}
        releases = [Release(report, frame, also=before[report])
                    for report, frame in frames.items()]
        releases += _out_already(outputs, cycle, audience, now, raw, settings)
        before = hide(releases, audience, settings.profile)
        plans |= {(report, audience): Plan(before[report], sha256(frame))
                  for report, frame in frames.items()}
    return plans


def _out_already(outputs: Path, cycle: str, audience: str, now: dict[str, Published],
                 raw: dict[tuple[str, str], Published], settings: Settings) -> Iterator[Release]:
    """What a reader holds: the sets of this cycle that are not made again, and of other cycles.

    Of earlier ones the last of each report, as many as the settings say. What a set hides is
    known from its restricted set, if that is of the same figures; without one it ties nothing.
    """
    held = [one for one in _sets(outputs, audience)
            if not (one.cycle == cycle and one.report in now)]
    first = min((one.as_of for one in now.values()), default="")
    earlier: dict[str, int] = {}
    for one in sorted(held, key=lambda one: (one.as_of, one.cycle), reverse=True):
        if one.cycle != cycle and one.as_of <= first:
            earlier[one.report] = earlier.get(one.report, 0) + 1
            if earlier[one.report] > settings.earlier_releases:
                continue
        known = raw.get((one.cycle, one.report))
        exact = for_audience(known.figures, audience) if known else None
        paper = f"{one.report} of {one.cycle}"
        if exact is not None and are_of(one.figures, exact, settings.profile.rounding):
            yield Release(paper, exact, one.hidden)
        else:
            yield Release(paper, one.figures, one.hidden, unknown=one.hidden)


def _sets(outputs: Path, audience: str) -> Iterator[Published]:
    for path in sorted(outputs.glob(f"*/{audience}/*/{NOTEBOOK}")):
        blocks = list(_blocks(json.loads(path.read_text(encoding="utf-8"))))
        for block in blocks:
            if block["kind"] == "figures":
                front = next(block for block in blocks if block["kind"] == "front")
                yield Published(path.parts[-4], path.parts[-2], front["as_of"], from_json(block))


def _blocks(notebook: dict) -> Iterator[dict]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if BLOCK in output.get("data", {}):
                yield output["data"][BLOCK]
