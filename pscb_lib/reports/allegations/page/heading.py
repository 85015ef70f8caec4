"""The heading of what is said of contacts: who makes them, and who does not, in twelve words."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, small, spell
from pscb_lib.page.blocks import Heading
from pscb_lib.page.words.shown import most
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.asked import silent_now

MOST_WORDS = 12
PLAIN = "Who makes contact"


def head_contacts(shown: Shown) -> Heading:
    """Name the sectors with most referrals and, to the restricted set, some that made none."""
    return Heading(_words(shown), level=2)


def _words(shown: Shown) -> str:
    often = most(require_shown(shown), places.SECTORS, but="")
    if not often:
        return PLAIN
    said = f"Referrals are most often from {small(often)}"
    none = silent_now(shown) if shown.audience == "restricted" else []
    none.sort(key=lambda name: len(name.split()))  # the more of them can be named
    tries = [*(f"Referrals: most often {small(often)}; none from {_some(none, number)}"
               for number in range(len(none), 0, -1)),
             *_with_counts(shown, often, said), said]
    return next((one for one in tries if len(one.split()) <= MOST_WORDS), PLAIN)


def _some(names: list[str], number: int) -> str:
    """The first names, and how many others there are."""
    rest = len(names) - number
    others = [f"{spell(rest)} other{'' if rest == 1 else 's'}"] if rest else []
    return listed([*names[:number], *others], "or" if not rest else "and")


def _with_counts(shown: Shown, often: str, said: str) -> list[str]:
    total = shown.get(places.SECTORS, TOTAL)
    if " or " in often or total.value is None:
        return []
    counted = f"{said}: {shown.get(places.SECTORS, often).count:,} of {total.count:,}"
    return [f"{counted} in 12 months", counted]
