"""The cycle's disclosure plan: what each set must hide, given all papers a reader can hold.

The restricted sets of a cycle hold every figure of the other sets too. With the sets of the
cycle that are not made again, and with the last earlier papers of each report, they are one
system, from which the places to hide are worked out before the other sets are run. The board's
readers can read the public set as well: it hides whatever the board's does. A public set that
its report does not declare any more stays known to both.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas

from pscb_lib.board.settings import Settings
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import Place, from_json, masked_figures_in, sha256
from pscb_lib.disclosure.hiding_plan import Plan
from pscb_lib.disclosure.masking import for_audience, hide, is_masked_from
from pscb_lib.disclosure.mime import BLOCK

MASKED = ("board", "public")
NOTEBOOK = "report.ipynb"

Set = tuple[str, str]  # a paper's name and an audience


@dataclass(frozen=True)
class Published:
    """The figures of one published set, and the day as of which it was made."""

    cycle: str
    audience: str
    name: str
    as_of: str
    figures: pandas.DataFrame

    @property
    def hidden(self) -> frozenset[Place]:
        """The places that the set does not show."""
        return frozenset(place_of(one) for one in masked_figures_in(self.figures) if one.hidden)


def mask_cycle(outputs: Path, cycle: str, made: Collection[str], audiences: Collection[str],
               settings: Settings, undeclared: Collection[Set] = ()) -> dict[Set, Plan]:
    """A plan for the masked sets of each paper *made* now, by its name and audience.

    The public set's is worked out from the board's, whether that is made or not; *undeclared*
    are the sets that a paper does not have. Read from the published sets below *outputs*, the
    restricted ones of the cycle first. Raises ValueError where figures contradict one another
    or nothing would hide what must be hidden.
    """
    raw = {(one.cycle, one.name): one for one in _sets(outputs, "restricted")}
    now = {name: raw[cycle, name] for name in made if (cycle, name) in raw}
    plans: dict[Set, Plan] = {}
    before: dict[str, frozenset[Place]] = {name: frozenset() for name in now}
    for audience in MASKED[:1 + max(map(MASKED.index, audiences), default=-1)]:
        frames = {name: for_audience(one.figures, audience) for name, one in now.items()
                  if (name, audience) not in undeclared}
        releases = [Release(name, frame, also=before[name]) for name, frame in frames.items()]
        held = _held(outputs, cycle, audience, frames, undeclared)
        releases += _out_already(held, cycle, audience, now, raw, settings)
        hidden = hide(releases, audience, settings.profile)
        before |= hidden
        plans |= {(name, audience): Plan(hidden[name], sha256(frame))
                  for name, frame in frames.items()}
    return plans


def _held(outputs: Path, cycle: str, audience: str, made: Collection[str],
          undeclared: Collection[Set]) -> Iterator[Published]:
    """The sets that a reader holds: of other cycles, and of this one those not *made* again.

    The board's readers hold the public sets that stand but are not declared any more; the others
    hide at least what the board's do.
    """
    for one in _sets(outputs, audience):
        if one.cycle != cycle or one.name not in made:
            yield one
    for one in _sets(outputs, "public") if audience == "board" else ():
        if one.cycle == cycle and (one.name, "public") in undeclared:
            yield one


def _out_already(held: Iterable[Published], cycle: str, audience: str, now: dict[str, Published],
                 raw: dict[tuple[str, str], Published], settings: Settings) -> Iterator[Release]:
    """The releases that readers hold; of earlier cycles as many of each name as the settings say.

    What a set hides is known from its restricted set, if that is of the same figures; without
    one it ties nothing.
    """
    first = min((one.as_of for one in now.values()), default="")
    earlier: dict[str, int] = {}
    for one in sorted(held, key=lambda one: (one.as_of, one.cycle), reverse=True):
        if one.cycle != cycle and one.as_of <= first:
            earlier[one.name] = earlier.get(one.name, 0) + 1
            if earlier[one.name] > settings.earlier_releases:
                continue
        known = raw.get((one.cycle, one.name))
        exact = for_audience(known.figures, one.audience) if known else None
        which = "" if one.audience == audience else f", {one.audience} set"
        paper = f"{one.name} of {one.cycle}{which}"
        if exact is not None and is_masked_from(one.figures, exact, settings.profile.rounding):
            yield Release(paper, exact, one.hidden)
        else:
            yield Release(paper, one.figures, one.hidden, unknown=one.hidden)


def _sets(outputs: Path, audience: str) -> Iterator[Published]:
    for path in sorted(outputs.glob(f"*/{audience}/*/{NOTEBOOK}")):
        blocks = list(_blocks(json.loads(path.read_text(encoding="utf-8"))))
        for block in blocks:
            if block["kind"] == "figures":
                front = next(block for block in blocks if block["kind"] == "front")
                yield Published(path.parts[-4], audience, path.parts[-2], front["as_of"],
                                from_json(block))


def _blocks(notebook: dict) -> Iterator[dict]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if BLOCK in output.get("data", {}):
                yield output["data"][BLOCK]
