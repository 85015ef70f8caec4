"""Choose where faults are planted, spread over the files and the kinds.

A child has at most one fault in the whole sample, so that no fault hides another. Candidates are
drawn while a file is read once (Vitter's reservoir), whatever its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from pscb_lib.reading.findings import InputError
from tools.synthetic.kinds import Kind
from tools.synthetic.places import Place
from tools.synthetic.span import between

SPARE = 12


@dataclass(frozen=True)
class Fault:
    """A kind of fault at a place of a file; ``other`` is the child's first row, if it has two."""

    file: str
    kind: Kind
    place: Place
    other: Place | None = None


def find_candidates(
    file: str, kinds: Collection[Kind], places: Iterable[Place], rows: Counter[str], size: int,
    random: Random,
) -> list[list[Fault]]:
    """Draw at most *size* places of a file for each of the *kinds*.

    *rows* counts the rows of each child in the family of files, for the kinds that need it.
    """
    drawn: list[list[Fault]] = [[] for _ in kinds]
    seen = [0] * len(drawn)
    first: dict[str, Place] = {}
    for place in places:
        other = first.setdefault(place.owner, place) if rows[place.owner] == 2 else None
        for number, kind in enumerate(kinds):
            if _fits(kind, place, other, rows):
                fault = Fault(file, kind, place, other if kind.of_owner == 2 else None)
                seen[number] += 1
                _keep(drawn[number], fault, seen[number], size, random)
    return drawn


def choose(candidates: list[list[Fault]], number: int, random: Random) -> list[Fault]:
    """Choose *number* faults, kind by kind. Raises InputError if the sample is too small."""
    random.shuffle(candidates)
    for faults in candidates:
        random.shuffle(faults)
    chosen = list(islice(_in_turn(candidates), number))
    if len(chosen) < number:
        raise InputError.at("--faults", f"the sample has room for {len(chosen)} faults",
                            "plant fewer or make more children", value=str(number))
    return chosen


def _fits(kind: Kind, place: Place, other: Place | None, rows: Counter[str]) -> bool:
    if kind.of_owner is not None and rows[place.owner] != kind.of_owner:
        return False
    if kind.of_owner == 2 and (other is None or other is place):
        return False
    return kind.fits(place.cells)


def _keep(kept: list[Fault], fault: Fault, seen: int, size: int, random: Random) -> None:
    if len(kept) < size:
        kept.append(fault)
    elif (place := between(0, seen - 1, random)) < size:
        kept[place] = fault


def _in_turn(candidates: list[list[Fault]]) -> Iterator[Fault]:
    taken: set[str] = set()
    waiting = [iter(faults) for faults in candidates]
    while waiting:
        for faults in list(waiting):
            fault = next((one for one in faults if one.place.owner not in taken), None)
            if fault is None:
                waiting.remove(faults)
            else:
                taken.add(fault.place.owner)
                yield fault
