"""Work out the disclosure plan of a cycle: what each set must hide from a reader of all papers.

The restricted sets of a cycle have all figures of its other sets. They are taken together with
the sets of the cycle that are not made again and the last earlier papers of each report, and the
places to hide are worked out before the other sets are run. Board members can also read the
public set, so it hides at least what the board's set hides. A public set that its report no
longer declares still counts as known to the readers of both.
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
from pscb_lib.disclosure.figures import Place, from_json, masked_figures_in
from pscb_lib.disclosure.masking import for_audience, hide, is_masked_from
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.running.evidence import write_evidence

MASKED = ("board", "public")
NOTEBOOK = "report.ipynb"

Set = tuple[str, str]  # a paper's name and an audience


@dataclass(frozen=True)
class Published:
    """The figures of one published set, and its ``as_of``."""

    cycle: str
    audience: str
    name: str
    as_of: str
    figures: pandas.DataFrame

    @property
    def hidden(self) -> frozenset[Place]:
        """The places of the figures that the set hides."""
        return frozenset(place_of(one) for one in masked_figures_in(self.figures) if one.hidden)


def mask_cycle(outputs: Path, cycle: str, made: Collection[str], audiences: Collection[str],
               settings: Settings, undeclared: Collection[Set] = ()
               ) -> dict[Set, frozenset[Place]]:
    """Return what the masked sets of each paper *made* now hide, by its name and audience.

    The public set's plan starts from the board's, whether that set is made or not; *undeclared*
    are the sets that a paper does not have. The figures are read from the published sets below
    *outputs*. Raises ValueError if figures contradict each other, or if no suppression is enough.
    """
    raw = {(one.cycle, one.name): one for one in _sets(outputs, "restricted")}
    now = {name: raw[cycle, name] for name in made if (cycle, name) in raw}
    plans: dict[Set, frozenset[Place]] = {}
    before: dict[str, frozenset[Place]] = {name: frozenset() for name in now}
    for audience in MASKED[:1 + max(map(MASKED.index, audiences), default=-1)]:
        frames = {name: for_audience(one.figures, audience) for name, one in now.items()
                  if (name, audience) not in undeclared}
        releases = [Release(name, frame, also=before[name]) for name, frame in frames.items()]
        held = _held(outputs, cycle, audience, frames, undeclared)
        releases += _other_releases(held, cycle, audience, now, raw, settings)
        hidden = hide(releases, audience, settings.profile)
        write_evidence(outputs, cycle, audience, releases, hidden, settings.profile)
        before |= hidden
        plans |= {(name, audience): hidden[name] for name in frames}
    return plans


def _held(outputs: Path, cycle: str, audience: str, made: Collection[str],
          undeclared: Collection[Set]) -> Iterator[Published]:
    """Yield the sets a reader has: those of other cycles, and of this one those not *made* again.

    Board members also have public sets that are published but no longer declared. Other public
    sets need not be read for them, because they hide at least what the board's sets hide.
    """
    for one in _sets(outputs, audience):
        if one.cycle != cycle or one.name not in made:
            yield one
    for one in _sets(outputs, "public") if audience == "board" else ():
        if one.cycle == cycle and (one.name, "public") in undeclared:
            yield one


def _other_releases(held: Iterable[Published], cycle: str, audience: str,
                    now: dict[str, Published], raw: dict[tuple[str, str], Published],
                    settings: Settings) -> Iterator[Release]:
    """Yield the releases that readers have; of earlier cycles, as many as the settings say.

    The hidden figures of a release are taken from its restricted set if that has the same figures;
    otherwise they are unknown.
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
