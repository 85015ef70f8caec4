"""Who is asked: each owner by name, or the Chair of Q&E for owners too many to answer in turn."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import count_of, listed

MOST_ASKED = 3
CHAIR = "Q&E Chair"  # scrutiny of audits and self-audits is Q&E's (Appendix 1)


def name_owners(owners: Sequence[str], noun: str, where: str, plural: str | None = None) -> str:
    """Name the owners of a question, each once; the Chair of Q&E for more than three of them.

    *noun* is one owner, such as "agency"; *where* is the place of their names.
    """
    named = list(dict.fromkeys(owners))
    if len(named) <= MOST_ASKED:
        return listed(named)
    return f"{CHAIR}, for {count_of(len(named), noun, plural)} {where}"
