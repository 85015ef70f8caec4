"""Attack all sets that one reader can hold: find hidden small counts that can be worked out.

All figures that the sets show, in this cycle and others, form one system of relations
(:mod:`pscb_lib.disclosure.equations`), with the sums that printed tables reveal. A hidden small
count must keep three possible values (:mod:`pscb_lib.disclosure.secrecy.attack`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pscb_lib.disclosure.counted import MASKED_FOR
from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import NOBODY, Place, masked_figures_in
from pscb_lib.disclosure.outsider.leak import Leak
from pscb_lib.disclosure.outsider.printed import relations_of
from pscb_lib.disclosure.outsider.releases import Release
from pscb_lib.disclosure.renamed import as_named_now
from pscb_lib.disclosure.secrecy.attack import always_told, exposed
from pscb_lib.disclosure.secrecy.bounds import Bounds, Need
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System

WHOLE = 2  # the position of the denominator among the counts of a percentage
WORKED_OUT = "can be worked out from what is shown"
FEW = "has fewer than three possible values by what is shown"
REMEDY = "run the cycle again, all reports together, so that one plan hides what ties it"


@dataclass
class _Count:
    value: int
    is_small: bool = False  # or its true value is not known
    is_masked: bool = False
    is_exact: bool = False  # shown by a figure that is never rounded for this reader
    is_denominator: bool = True  # of percentages, and nothing else
    least: int = 0  # the least it can be where it is hidden
    shown_in: list[Release] = field(default_factory=list)
    hidden_in: list[tuple[Release, Place]] = field(default_factory=list)


def find_worked_out(releases: Sequence[Release], audience: str, profile: Profile) -> list[Leak]:
    """The hidden small counts that a reader of all *releases* can work out, exactly or nearly."""
    linked = LinkedCounts()
    for one, figures in zip(releases, as_named_now([one.exact for one in releases]), strict=True):
        linked.add(one.paper, figures)
    counts = _counts(releases, linked, audience, profile)
    names: dict[str, dict[Place, tuple[str, ...]]] = defaultdict(dict)
    for (paper, place), counted in linked.figures.items():
        names[paper][place] = counted
    printed = (relation for one in releases
               for relation in _printed(one, linked, names[one.paper], profile))
    relations = [*linked.relations, *printed]
    own = _shown_by_agencies(linked, counts)
    wanted = {name: one for name, one in counts.items()
              if one.hidden_in and one.is_masked and one.is_small and name not in own}
    if not wanted:
        return []
    for name in _withheld(linked, counts):
        counts[name].least = 0
    cells = tuple(_cell(name, one, profile) for name, one in counts.items())
    needs = {name: Need(one.value, one.value) for name, one in wanted.items()}
    found = exposed(System(cells, tuple(relations)), (), needs)
    for name in _known_anyway(found, linked):
        del found[name]
    return sorted({leak for name, bounds in found.items()
                   for leak in _leaks(wanted[name], bounds, profile)})


def _shown_by_agencies(linked: LinkedCounts, counts: Mapping[str, _Count]) -> set[str]:
    """The denominators that are a count of agencies' work, and shown as such."""
    return {one for pair in linked.alike for one, other in (pair, pair[::-1])
            if counts[one].is_denominator and counts[other].is_exact}


def _known_anyway(names: Collection[str], linked: LinkedCounts) -> list[str]:
    """Those of *names* that published figures alone give away, if every set hid all it has."""
    cells = (Cell(name, value, is_hidden=True, least=0) for name, value in linked.counts.items())
    return always_told(cells, linked.relations, names)


def _counts(releases: Iterable[Release], linked: LinkedCounts, audience: str, profile: Profile
            ) -> Mapping[str, _Count]:
    counts = {name: _Count(value) for name, value in linked.counts.items()}
    for release in releases:
        for figure in masked_figures_in(release.shown):
            place, is_masked = place_of(figure), figure.describes in MASKED_FOR[audience]
            names = linked.figures.get((release.paper, place), ())
            for aspect, name in enumerate(names):
                one = counts[name]
                one.is_masked |= is_masked
                one.is_denominator &= aspect == WHOLE
                # Zeros and "no cases" are printed, but numerator or remainder of a hidden
                # percentage may be zero.
                is_more = figure.unit != "percent" or aspect == WHOLE
                one.least = max(one.least, int(is_more and figure.readers != NOBODY))
                one.is_small |= not release.is_true or one.value in profile.small
                if not figure.hidden:
                    one.is_exact |= not is_masked
                    one.shown_in.append(release)
                elif figure.readers != NOBODY:
                    one.hidden_in.append((release, place))
    return counts


def _cell(name: str, one: _Count, profile: Profile) -> Cell:
    is_rough = one.is_masked and not one.is_exact
    return Cell(name, one.value, may_hide=False, is_hidden=not one.shown_in,
                least=min(one.least, one.value), step=profile.rounding if is_rough else 1)


def _withheld(linked: LinkedCounts, counts: Mapping[str, _Count]) -> set[str]:
    """The counts in sums where every part is hidden: a reader cannot rule out zero.

    An outsider cannot see whether they were withheld together or hidden one by one.
    """
    own, withheld = set(linked.figures.values()), set[str]()
    shown = {name for name, one in counts.items() if one.shown_in}
    for relation in linked.sums:
        total, *parts = (name for name, _ in relation.terms)
        is_percentage = (*parts, total) in own
        if len(parts) > 1 and not is_percentage and not shown.intersection(parts):
            withheld |= {total, *parts}
    return withheld


def _printed(release: Release, linked: LinkedCounts, names: Mapping[Place, tuple[str, ...]],
             profile: Profile) -> Iterable[Relation]:
    """The sums of the printed tables that hold for the true counts; others only look like sums."""
    for relation in relations_of(release.found, names, profile.rounding):
        total = sum(by * linked.counts[name] for name, by in relation.terms)
        if relation.holds(total):
            yield relation


def _leaks(one: _Count, bounds: Bounds, profile: Profile) -> Iterable[Leak]:
    finding = WORKED_OUT if bounds.least == bounds.most else FEW
    if bounds.least not in profile.small and bounds.most not in profile.small:
        return
    for release, place in one.hidden_in:
        # A count that was published before is known, even if a later set hides it.
        if not any(other.as_of < release.as_of for other in one.shown_in):
            yield Leak(f"{release.name}/report.ipynb", f"table {place[0]}", _label(place),
                       finding, REMEDY)


def _label(place: Collection[str]) -> str:
    return ", ".join(filter(None, tuple(place)[1:]))
