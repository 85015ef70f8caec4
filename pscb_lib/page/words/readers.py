"""The audiences of a part of a paper: all, all but the public, or the Q&E group only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Block, Prose, Several

NOT_PUBLIC = "Not published: this part is for the Q&E group and the Board."
Part = Callable[..., Block | Several | None]


def not_public(part: Part) -> Part:
    """Include *part* in the restricted and board sets only; the public set says it is left out.

    Such a part names agencies, and one of its numbers could be worked out from another.
    """
    @wraps(part)
    def limited(shown: Shown, *others: object) -> Block | Several | None:
        if require_shown(shown).audience == "public":
            return Prose(NOT_PUBLIC)
        return part(shown, *others)

    return limited


def only_members(part: Part) -> Part:
    """Include *part* in the restricted and board sets only; the public set says so elsewhere."""
    @wraps(part)
    def limited(shown: Shown, *others: object) -> Block | Several | None:
        return None if require_shown(shown).audience == "public" else part(shown, *others)

    return limited


def only_restricted(part: Part) -> Part:
    """Include *part* in the restricted set only, to keep the Board's paper to a few pages."""
    @wraps(part)
    def limited(shown: Shown, *others: object) -> Block | Several | None:
        return part(shown, *others) if require_shown(shown).audience == "restricted" else None

    return limited
