"""Judge what a reader of finished sets can work out, against the truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from attacker.definitions import Definitions
from attacker.finished import Paper
from attacker.known import Params
from attacker.programme import ENOUGH, Contradiction, Part, Programme, Relation
from attacker.secrets import secrets_of
from attacker.system import Attack, Hidden, build

PROVED = 12  # so many of those told are proved; a proof costs as much as a search


@dataclass(frozen=True)
class Told:
    """A hidden small count that a reader can narrow to fewer than three values."""

    paper: str
    place: str
    truth: int
    least: int
    most: int
    why: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether one value is possible."""
        return self.least == self.most

    def __str__(self) -> str:
        return (f"{self.paper}: {self.place} is {self.truth}, told {self.least} to "
                f"{self.most}, from {'; '.join(self.why)}")


@dataclass
class Judged:
    """How many secrets there were, which are told, and what the definitions have wrong."""

    secrets: int = 0
    told: list[Told] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def judge(papers: Sequence[Paper], restricted: Sequence[Paper], reader: str,
          definitions: Mapping[str, Definitions], params: Params) -> Judged:
    """What the *reader* of all *papers* can work out of their hidden small counts."""
    attack = build(papers, restricted, definitions, params)
    judged = Judged(wrong=list(attack.wrong))
    parts = {name: part for part in attack.programme.parts() for name in part.names}
    for one in secrets_of(attack, reader):
        judged.secrets += 1
        try:
            told = _told(attack, one, parts.get(one.name), len(judged.told) < PROVED)
        except Contradiction as fault:
            judged.wrong.append(str(fault))
            continue
        judged.told += [told] if told else []
    return judged


def _told(attack: Attack, one: Hidden, part: Part | None, is_proved: bool) -> Told | None:
    """What is told of a secret, with a proof if asked for; None where it is kept."""
    if (shown := attack.shown.get(one.name)):
        why = tuple(f"printed in {paper.name}, {paper.audience}" for paper in shown)
        return _tell(attack, one, attack.truth[one.name], attack.truth[one.name], why)
    if part is None:
        return None
    least, most, number = part.values_of(one.name, attack.truth)
    if number < ENOUGH and _is_public(attack, one):
        return None
    is_misled = not least <= attack.truth[one.name] <= most  # by a correction between two issues
    if number >= ENOUGH or is_misled:
        return None
    why = part.proof(one.name, attack.truth) if is_proved else ()
    return _tell(attack, one, least, most, why)


def _is_public(attack: Attack, one: Hidden) -> bool:
    """Whether what others have published tells the count, if every paper hid all it has."""
    named = {name: name[:2] for row in attack.programme.relations for name, _ in row.terms}
    whole_of = {label: name for name, (label, aspect) in named.items() if aspect == "d"}
    shares = [Relation(((whole_of[label], 1), (name, -1)), 0, inf, "a share")
              for name, (label, aspect) in named.items() if aspect == "n" and label in whole_of]
    programme = Programme(relations=[*attack.programme.relations, *shares])
    part = next((part for part in programme.parts() if one.name in part.names), None)
    return part is not None and part.values_of(one.name, attack.truth)[2] < ENOUGH


def _tell(attack: Attack, one: Hidden, least: int, most: int, why: tuple[str, ...]) -> Told:
    paper = one.paper
    return Told(f"{paper.name} of {paper.period}, {paper.audience}, issue {paper.issue}",
                f"{' | '.join(filter(None, one.place))} ({one.aspect})",
                attack.truth[one.name], least, most, why)
