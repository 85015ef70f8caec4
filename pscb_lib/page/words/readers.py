"""For whom a part of a paper is: all readers, all but the public, or the Q&E group alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Block, Prose

NOT_PUBLIC = "Not published: this part is for the Q&E group and the Board."
Part = Callable[..., Block | None]


def not_public(part: Part) -> Part:
    """Show what *part* makes of shown figures to the Q&E group and the Board only.

    It names who owes what, and one of its numbers would tell another.
    """
    @wraps(part)
    def for_readers(shown: Shown, *others: object) -> Block | None:
        if require_shown(shown).audience == "public":
            return Prose(NOT_PUBLIC)
        return part(shown, *others)

    return for_readers


def only_restricted(part: Part) -> Part:
    """Show what *part* makes to the Q&E group only: the Board's paper is kept to a few pages."""
    @wraps(part)
    def for_readers(shown: Shown, *others: object) -> Block | None:
        return part(shown, *others) if require_shown(shown).audience == "restricted" else None

    return for_readers
