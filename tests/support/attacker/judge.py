"""Judge what a reader of finished sets can work out, against the truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from attacker.definitions import Definitions
from attacker.finished import Paper
from attacker.known import Params
from attacker.programme import ENOUGH, Contradiction
from attacker.system import build, small_secrets

DESCRIBED = {"board": ("child",), "public": ("child", "agency")}
SMALL = range(1, 6)  # what the profile of the Department for Education hides


@dataclass(frozen=True)
class Told:
    """A hidden small count that a reader can narrow to fewer than three values."""

    reader: str
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
        return (f"{self.reader}: {self.paper}: {self.place} is {self.truth}, told {self.least} to "
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
    for one in small_secrets(attack, reader, DESCRIBED[reader], SMALL):
        judged.secrets += 1
        value = attack.programme.known.get(one.name)
        part = parts.get(one.name)
        if value is None and part is None:
            continue
        try:
            least, most, number = (value, value, 1) if value is not None else part.values_of(
                one.name, attack.truth)
        except Contradiction as fault:
            judged.wrong.append(str(fault))
            continue
        if number < ENOUGH:
            why = _printed_in(attack, one.name) if part is None else part.proof(
                one.name, attack.truth)
            judged.told.append(Told(reader, f"{one.paper.report} of {one.paper.period}, "
                                    f"{one.paper.audience}, issue {one.paper.issue}",
                                    f"{' | '.join(one.place)} ({one.aspect})",
                                    attack.truth[one.name], least, most, why))
    return judged


def _printed_in(attack: object, name: object) -> Iterable[str]:
    return tuple(f"printed in {one.report} of {one.period}, {one.audience}"
                 for one in attack.shown[name])
