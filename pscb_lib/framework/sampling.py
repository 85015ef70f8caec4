"""Draw the cases of a multi-agency audit at random, so that anyone can repeat the draw.

Section 9 of the framework: the audits "will consider individual cases selected randomly where more
than one agency has been involved". Cases with one agency are left out and counted.

The rule uses no generator of random numbers, so that no version of a language changes it. Each
case has a number: the SHA-256 of three texts in UTF-8, the seed, the stratum and the case's
reference, with one line feed (byte 10) between two of them and none at the end. In a stratum
cases stand in the order of these numbers, written as 64 hexadecimal digits. The first are drawn,
those after them are the reserves. In a shell the number of case C-017, on a plan, with the seed
2014 is ``printf '2014\\nplan\\nC-017' | sha256sum``. The order of the list's rows is no matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256

FEWEST_AGENCIES = 2


class Reason(Enum):
    """Why a case that was drawn is replaced; there is no other reason."""

    FAMILY_OBJECTS = "family objects"
    PROCEEDINGS = "criminal proceedings"
    NO_FILE = "file not available"
    IN_A_REVIEW = "already in a review"


@dataclass(frozen=True)
class Case:
    """A case of the list that is drawn from."""

    case_ref: str
    stratum: str
    agencies: int


@dataclass(frozen=True)
class Replaced:
    """A case that was drawn and is not audited, why, and the reserve in its place."""

    case: Case
    reason: Reason
    by: Case


@dataclass(frozen=True)
class Draw:
    """What was drawn: cases by stratum, then in their order, with the reserves and the replaced.

    ``frame`` is the number of cases that could be drawn in each stratum, ``one_agency`` the number
    left out because one agency alone knew the case.
    """

    seed: str
    frame: Mapping[str, int]
    one_agency: int
    drawn: tuple[Case, ...]
    reserves: tuple[Case, ...]
    replaced: tuple[Replaced, ...] = ()


def draw(cases: Iterable[Case], seed: str, number: int, spread: Mapping[str, int] | None = None
         ) -> Draw:
    """Draw *number* cases, with as many reserves in each stratum as far as it has them.

    *spread* says how many of each stratum; without it each has its share (:func:`spread_by_size`).
    Raises ValueError if a stratum has too few cases, if the spread adds up to another number, if a
    reference is there twice, or if a text has a line break.
    """
    every = [*cases]
    _check(seed, every)
    within: dict[str, list[Case]] = {}
    for case in every:
        if case.agencies >= FEWEST_AGENCIES:
            within.setdefault(case.stratum, []).append(case)
    frame = {stratum: len(within[stratum]) for stratum in sorted(within)}
    wanted = dict(spread) if spread is not None else spread_by_size(frame, number)
    _check_spread(frame, wanted, number)
    ordered = {stratum: in_order(within[stratum], seed) for stratum in sorted(wanted)
               if wanted[stratum]}
    return Draw(seed, frame, sum(case.agencies < FEWEST_AGENCIES for case in every),
                tuple(case for one in ordered for case in ordered[one][:wanted[one]]),
                tuple(case for one in ordered
                      for case in ordered[one][wanted[one]:2 * wanted[one]]))


def number_of(case: Case, seed: str) -> str:
    """Return the number by which a case is ordered: 64 hexadecimal digits."""
    return sha256("\n".join((seed, case.stratum, case.case_ref)).encode()).hexdigest()


def in_order(cases: Iterable[Case], seed: str) -> list[Case]:
    """Return the cases of one stratum in the order of their numbers."""
    return sorted(cases, key=lambda case: number_of(case, seed))


def spread_by_size(frame: Mapping[str, int], number: int) -> dict[str, int]:
    """Spread *number* over strata by their sizes, by the rule of the largest remainder.

    Each stratum has the whole part of its share; what is left goes to the largest remainders, of
    equal ones to the larger stratum, then by the alphabet. Raises ValueError if there are too few.
    """
    whole = sum(frame.values())
    if number > whole:
        raise ValueError(f"{number} cases cannot be drawn from {whole}")
    shares = {one: divmod(number * size, whole) for one, size in frame.items()}
    spread = {one: full for one, (full, _) in shares.items()}
    first = sorted(frame, key=lambda one: (-shares[one][1], -frame[one], one))
    for one in first[:number - sum(spread.values())]:
        spread[one] += 1
    return spread


def replace_case(drawn: Draw, case_ref: str, reason: Reason) -> Draw:
    """Replace a case that was drawn by the first reserve of its stratum that is left.

    Raises ValueError if the case was not drawn, or if its stratum has no reserve left.
    """
    case = next((one for one in drawn.drawn if one.case_ref == case_ref), None)
    if case is None:
        raise ValueError(f"{case_ref} is not one of the cases drawn")
    by = next((one for one in drawn.reserves if one.stratum == case.stratum), None)
    if by is None:
        raise ValueError(f"{case_ref} cannot be replaced: its stratum has no reserve left")
    return replace(
        drawn, drawn=tuple(by if one is case else one for one in drawn.drawn),
        reserves=tuple(one for one in drawn.reserves if one is not by),
        replaced=(*drawn.replaced, Replaced(case, reason, by)))


def frame_text(cases: Iterable[Case]) -> str:
    """Return the list as one text in which the order of its rows is no matter, for a digest."""
    lines = sorted(f"{one.case_ref}\n{one.stratum}\n{one.agencies}" for one in cases)
    return "\n\n".join(lines)


def _check(seed: str, cases: Sequence[Case]) -> None:
    texts = [seed, *(text for one in cases for text in (one.stratum, one.case_ref))]
    if broken := next((text for text in texts if "\n" in text or "\r" in text), None):
        raise ValueError(f"{broken!r} has a line break")
    twice = [ref for ref, times in Counter(one.case_ref for one in cases).items() if times > 1]
    if twice:
        raise ValueError(f"{twice[0]} is in the list twice")


def _check_spread(frame: Mapping[str, int], wanted: Mapping[str, int], number: int) -> None:
    if sum(wanted.values()) != number:
        raise ValueError(f"the strata add up to {sum(wanted.values())}, not to {number} cases")
    for stratum, many in wanted.items():
        if many > frame.get(stratum, 0):
            raise ValueError(f"{stratum} has {frame.get(stratum, 0)} cases with more than one "
                             f"agency, not {many}")
