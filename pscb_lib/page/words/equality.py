"""Which groups a paper tells apart, or why none: one line at the foot of every paper.

Section 2 of the framework names the public sector Equality Duty: a paper has a cut by age, sex,
ethnic group or disability where they are recorded, or says why not.
"""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.framework.english import listed, small

SHOWN, NOT_SHOWN = "Shown by group: ", "Not by group: "


@dataclass(frozen=True)
class Cut:
    """What a paper shows *by* groups, and what else there is to say of them (*note*)."""

    what: str
    by: tuple[str, ...]
    note: str = ""


def say_equality(equality: Cut | str) -> str:
    """The line: a cut, or the reason why the paper has none. Raises ValueError without a reason."""
    if not equality:
        raise ValueError("a paper shows groups or says why it does not")
    if isinstance(equality, str):
        return f"{NOT_SHOWN}{small(equality)}"
    note = f" {equality.note}" if equality.note else ""
    return f"{SHOWN}{equality.what} by {listed([*equality.by])}.{note}"
