"""What a notebook has of its returns: figures as shown, what is said of each return, and facts.

A fact is anything else that a page needs from rows: plain data, with who may have it and which
figures it could reveal. No row and no figure that is hidden is in a paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.showing import Shown, show
from pscb_lib.disclosure.summaries import ReturnSummary

if TYPE_CHECKING:
    import pandas

RESTRICTED = "restricted"


@dataclass(frozen=True)
class Fact:
    """One thing that a page says and that is no figure, as plain data that JSON can hold.

    A set that is not among its *readers*, or that hides one of the figures it is *about*, has
    *otherwise* in its place. The order of a mapping's keys is lost: where it matters, use lists.
    """

    name: str
    data: Any
    readers: tuple[str, ...]
    about: tuple[Place, ...] = ()
    otherwise: Any = None

    def told(self, audience: str, hidden: Collection[Place]) -> Any:
        """What the set for *audience* has of it, if it hides these figures."""
        is_open = audience in self.readers and not {*self.about} & {*hidden}
        return self.data if is_open else self.otherwise


@dataclass(frozen=True)
class Paper:
    """What a paper for one audience is made from.

    ``facts`` are by name. ``kept`` are those of the other sets too; only the restricted set has
    them, because the other sets are handed what is theirs from it.
    """

    shown: Shown
    returns: tuple[ReturnSummary, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    kept: tuple[Fact, ...] = ()

    def __repr__(self) -> str:
        return f"<Paper: what the {self.audience} set is made from>"

    @property
    def audience(self) -> str:
        """The set that the paper is."""
        return self.shown.audience

    def as_plain(self) -> dict[str, Any]:
        """The figures as plain data; the restricted set adds what the other sets may have."""
        figures = self.shown.as_plain()
        if self.audience != RESTRICTED:
            return figures
        return {**figures, "returns": [asdict(one.for_others()) for one in self.returns],
                "facts": [asdict(one) for one in self.kept]}


def make_paper(figures: pandas.DataFrame, returns: Iterable[ReturnSummary], facts: Iterable[Fact],
               audience: str, profile: Profile, hidden: Collection[Place] | None = None) -> Paper:
    """Mask *figures* (see :func:`pscb_lib.disclosure.showing.show`) and all that goes with them."""
    shown, facts = show(figures, audience, profile, hidden), tuple(facts)
    is_all = audience == RESTRICTED
    return Paper(shown, tuple(one if is_all else one.for_others() for one in returns),
                 {one.name: one.told(audience, shown.hidden) for one in facts},
                 facts if is_all else ())
