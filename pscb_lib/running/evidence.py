"""Write, for each masked set, what it hides and what an outsider of all releases knows of it.

The evidence is for the officer who answers for a release. It tells small counts from others, so it
lies in the restricted folder of its cycle, ``restricted/.evidence/<audience>/<paper>.csv``: beside
the sets and in none of them, so that it is in no manifest and never published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pscb_lib.disclosure.counted import Count, Release, counts_of
from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import NOBODY, Place, figures_in
from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.bounds import Bounds
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.secrecy.system import System
from pscb_lib.writing.csv_files import Content, as_text
from pscb_lib.writing.folders import FILE, make_folder, refuse_link
from pscb_lib.writing.whole import write_text

FOLDER = ".evidence"  # the dot keeps it from being taken for a set
HEADINGS = ("table", "row", "column", "unit", "hidden", "least", "most", "of_least", "of_most")
BOM = "\ufeff"  # Excel reads the file as UTF-8


def evidence_of(audience: str, releases: Sequence[Release],
                hidden: Mapping[str, Collection[Place]], profile: Profile,
                papers: Collection[str]) -> dict[str, str]:
    """Return the evidence of each of *papers*: its *hidden* places, which *audience* does not see.

    *releases* are all that these readers hold, those made now included. A figure is primary if a
    count that it reveals is small, else secondary; "published" if what is published already tells
    that count, whatever is hidden. *least* and *most* bound its count or its
    numerator, *of_least* and *of_most* the denominator of a percentage.
    """
    linked = LinkedCounts()
    for one in releases:
        linked.add(one.paper, one.figures, one.unknown, one.issue_of)
    counts = counts_of(linked, releases, audience)
    found = _bounds(linked, counts, releases, hidden, profile)
    return {one.paper: as_text(Content(HEADINGS, tuple(_rows(
        one, hidden[one.paper], linked, counts, found, profile)), None))
        for one in releases if one.hidden is None and one.paper in papers}


def write_evidence(cycle: Path, audience: str, paper: str, evidence: str) -> None:
    """Write the evidence of a set into the folder of its *cycle*, as the set is published.

    A plan may be thrown away because a set failed: its evidence is of no set.
    """
    folder = cycle / "restricted" / FOLDER / audience
    refuse_link(folder.parents[1])
    make_folder(folder)
    write_text(folder / f"{paper}.csv", BOM + evidence, FILE)


def _bounds(linked: LinkedCounts, counts: Mapping[str, Count], releases: Sequence[Release],
            hidden: Mapping[str, Collection[Place]], profile: Profile) -> dict[str, Bounds]:
    """The interval of every count that a hidden figure reveals, by the name of the count."""
    wanted, shown = set[str](), set[str]()
    for one in releases:
        out = hidden[one.paper] if one.hidden is None else one.hidden
        for figure in figures_in(one.figures):
            names = linked.figures.get((one.paper, place_of(figure)), ())
            if figure.readers != NOBODY:
                (wanted if place_of(figure) in out else shown).update(names)
    cells = (count.cell(name, profile) for name, count in counts.items())
    # A hidden zero was withheld, and counts as unknown from zero.
    known = tuple(replace(cell, least=min(cell.least, cell.value), most=None) for cell in cells)
    return bounds_of(System(known, linked.relations), wanted - shown, sorted(wanted))


def _rows(release: Release, hidden: Collection[Place], linked: LinkedCounts,
          counts: Mapping[str, Count], found: Mapping[str, Bounds], profile: Profile
          ) -> Iterator[tuple[object, ...]]:
    for figure in figures_in(release.figures):
        place = place_of(figure)
        names = linked.figures.get((release.paper, place), ())
        if place in hidden and names and figure.readers != NOBODY:
            small = [name for name in names if counts[name].is_secret(profile.small)]
            kind = "primary" if small else "secondary"
            if any(not found[name].is_safe for name in small):
                kind = "published"
            ends = [*_ends(found[names[0]]), *(_ends(found[names[2]]) if len(names) > 2 else "  ")]
            yield (*place, figure.unit, kind, *(str(end).strip() for end in ends))


def _ends(bounds: Bounds) -> tuple[int, int | str]:
    return bounds.least, "no limit" if bounds.most is None else bounds.most
