"""Combine neighbouring rows of a table where no pattern hides its secret counts.

Ages, areas or quarters go together two by two and more, as few as do. Which ones is settled by
their order alone and never by a count: the last rows first, and the paper says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from pscb_lib.secrecy.choose import NoPattern, Pattern, choose
from pscb_lib.secrecy.profiles import Profile, small_cells
from pscb_lib.secrecy.system import System

Groups = tuple[tuple[str, ...], ...]  # rows that print as one, in their order


def combine(rows: Sequence[str], system_of: Callable[[Groups], System],
            profile: Profile) -> tuple[Groups, Pattern]:
    """The finest grouping of *rows* that a pattern hides, and the pattern.

    *system_of* makes the system of a grouping. NoPattern where even all rows in one have none.
    """
    fault = NoPattern(())
    for groups in groupings(rows):
        system = system_of(groups)
        try:
            return groups, choose(system, small_cells(system, profile), profile.small)
        except NoPattern as found:
            fault = found
    raise fault


def groupings(rows: Sequence[str]) -> Iterator[Groups]:
    """Every way to put neighbours together, the most groups first, the first rows apart."""
    for number in range(len(rows) - 1, -1, -1):
        for ends in combinations(range(1, len(rows)), number):
            edges = (0, *ends, len(rows))
            yield tuple(tuple(rows[start:end])
                        for start, end in zip(edges, edges[1:], strict=False))
