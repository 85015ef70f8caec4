"""Which hidden counts are secrets: small, of those whom the reader must not know, and never told.
"""

from __future__ import annotations

from collections.abc import Iterator

from attacker.names import Name
from attacker.system import Attack, Hidden

DESCRIBED = {"board": ("child", "respondent"), "public": ("child", "respondent", "agency")}
SMALL = range(1, 6)  # what the profile of the Department for Education hides


def secrets_of(attack: Attack, reader: str) -> Iterator[Hidden]:
    """The secrets in the *reader*'s own sets; a count that an earlier issue showed is none.

    The whole of a hidden share is none where another share prints it as an agency's cases: four of
    five conferences in time tell openly that there were five.
    """
    seen, openly = set[Name](), _openly(attack)
    for one in attack.hidden:
        figure = one.paper.figures.get(one.place)
        is_own = one.paper.audience == reader and (
            figure is None or figure.describes in DESCRIBED[reader])
        is_told = one.aspect == "d" and one.name in openly or any(
            (other.as_of, other.issue) < (one.paper.as_of, one.paper.issue)
            for other in attack.shown.get(one.name, ()))
        if is_own and attack.truth.get(one.name) in SMALL and not is_told and one.name not in seen:
            seen.add(one.name)
            yield one


def _openly(attack: Attack) -> set[Name]:
    """The counts that are shown, or equal one that is."""
    pairs = [{name for name, _ in one.terms} for one in attack.programme.relations
             if sorted(by for _, by in one.terms) == [-1, 1] and one.least == one.most == 0]
    return {*attack.shown, *(name for pair in pairs if pair & attack.shown.keys()
                             for name in pair)}
